package vm

import (
	"math/big"
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// code is a compiled code made ready for one run: constants as values, room for the
// inline caches, and what the dispatch loop reads at each call.
type code struct {
	source *compile.Code
	instrs []compile.Instr // the source's own, or a copy where faults are set
	consts []object.Value
	caches []cache

	registers, freeStart int
	argCount             int
	// simple: positional parameters only, so that arguments are copied, not bound.
	simple bool
	// deferred: a call makes a generator or coroutine and runs nothing.
	deferred bool
	kind     generatorKind
	script   bool         // of the main script
	library  bool         // of a module that comes with the engine: in no traceback
	self     object.Value // the code object, once it was asked for
	// faultLines has the line of the statement at each pc where a fault is planted.
	faultLines map[uint32]int32
	// watched is instrs with opWatch at the starts of statements and at returns; made when first needed.
	watched []compile.Instr
	// inner has the linked code of functions and classes inside what eval() or exec() run; nil for all other code.
	inner map[*compile.Code]*code
}

// cache remembers for one instruction what a look-up found; see attrcache.go and
// names.go for who uses which field.
type cache struct {
	typ      *object.Type
	shape    *object.Shape
	next     *object.Shape // shape after this attribute was added
	dict     *object.Dict  // globals
	builtins *object.Dict
	value    object.Value
	version  uint32 // of dict, or of typ
	version2 uint32 // of builtins
	index    int32
}

// link returns the code linked for this run.
func (s *runState) link(t *object.Thread, c *compile.Code) *code {
	if l, ok := s.linked[c]; ok {
		return l
	}
	l := s.makeLinked(t, c)
	s.linked[c] = l
	return l
}

func (s *runState) makeLinked(t *object.Thread, c *compile.Code) *code {
	l := &code{
		source: c, instrs: c.Instrs,
		consts: make([]object.Value, len(c.Consts)), caches: make([]cache, len(c.Sites)),
		registers: c.Registers, freeStart: c.FreeStart, argCount: c.ArgCount,
		simple:   c.KwOnlyCount == 0 && c.Flags&(compile.FlagVarargs|compile.FlagVarKeywords) == 0,
		deferred: c.Flags&(compile.FlagGenerator|compile.FlagCoroutine|compile.FlagAsyncGenerator) != 0,
		script:   c.Filename == s.script,
		library:  strings.HasPrefix(c.Filename, compile.LibraryPrefix),
	}
	switch {
	case c.Flags&compile.FlagAsyncGenerator != 0:
		l.kind = kindAsyncGenerator
	case c.Flags&compile.FlagCoroutine != 0:
		l.kind = kindCoroutine
	}
	for i, k := range c.Consts {
		l.consts[i] = s.constant(t, k)
	}
	l.plantFaults(s.faults)
	return l
}

// constant makes the value of a constant. Code constants stay the zero Value: only
// OpMakeFunction uses them.
func (s *runState) constant(t *object.Thread, k compile.Const) object.Value {
	switch k.Kind {
	case compile.ConstTrue:
		return object.True
	case compile.ConstFalse:
		return object.False
	case compile.ConstEllipsis:
		return object.Ellipsis
	case compile.ConstInt:
		if k.Big != nil {
			return object.NewInt(new(big.Int).Set(k.Big))
		}
		return object.Int(k.Int)
	case compile.ConstFloat:
		return object.Float(k.Float)
	case compile.ConstImaginary:
		return object.NewComplex(complex(0, k.Float))
	case compile.ConstString:
		return object.NewStr(k.Str)
	case compile.ConstBytes:
		return object.NewBytes(k.Str)
	case compile.ConstTuple:
		return object.NewTuple(s.constants(t, k.Items)...)
	case compile.ConstFrozenSet:
		return constantSet(t, s.constants(t, k.Items))
	case compile.ConstCode:
		return object.Value{}
	}
	return object.None
}

func (s *runState) constants(t *object.Thread, items []compile.Const) []object.Value {
	values := make([]object.Value, len(items))
	for i, k := range items {
		values[i] = s.constant(t, k)
	}
	return values
}

func splitLines(source string) []string {
	return strings.Split(strings.ReplaceAll(source, "\r\n", "\n"), "\n")
}

// constantSet makes the set behind a test like `x in {1, 2}`; the program cannot see that
// it is no frozenset. Its members are numbers and strings, whose hashing and comparing cannot
// fail, and few enough for the limit on memory.
func constantSet(t *object.Thread, items []object.Value) object.Value {
	set := object.NewSet()
	for _, v := range items {
		_ = set.Add(t, v)
	}
	// CPython's compiler makes a second set of the first one, which can change the order.
	merged := object.NewSet()
	for pos := 0; ; {
		v, ok := set.NextEntry(&pos)
		if !ok {
			return merged.Value()
		}
		_ = merged.Add(t, v)
	}
}
