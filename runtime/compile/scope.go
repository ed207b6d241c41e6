package compile

import (
	"sort"
	"strings"
)

// scopeKind says what opened a scope.
type scopeKind uint8

const (
	scopeModule scopeKind = iota
	scopeClass
	scopeFunction // def, lambda, generator expression
	// scopeInlined is a list, set or dict comprehension: a scope of names, but without a
	// frame of its own (PEP 709).
	scopeInlined
	// scopeTypeParams holds the type parameters of a generic def, class or alias, and
	// scopeAnnotation is the lazily evaluated value of an alias, bound or default (PEP 695).
	scopeTypeParams
	scopeAnnotation
)

// scope is one region of names. A scope that is not inlined is also a frame: it has a
// Code and registers.
type scope struct {
	kind   scopeKind
	parent *scope
	frame  *scope // itself, or for an inlined comprehension the frame that it is part of
	// private is the name of the class whose private names (__x) are mangled here.
	private string
	// seesClass is the class whose namespace an annotation scope looks names up in.
	seesClass *scope
	// ownNamespace: names of a module's own code are looked up in a namespace before the globals.
	ownNamespace bool

	symbols map[string]*symbol
	order   []*symbol
	refs    map[string]reference

	// Of a class: the cells __class__ and __classdict__, nil unless an inner scope needs them.
	classCell, classDict *symbol

	// Of a frame.
	inlined   []*symbol // variables of its inlined comprehensions
	free      []*symbol // captured from enclosing frames
	freeIndex map[*symbol]int
	hasYield  bool
	hasAwait  bool
	hasWalrus bool
}

// symbol is a name in the scope that binds or declares it.
type symbol struct {
	name     string
	owner    *scope
	reg      uint16
	bound    bool // assigned, a parameter, imported, …: local unless declared otherwise
	param    bool
	global   bool // declared `global`
	nonlocal bool
	captured bool // lives in a cell
	// volatile marks a name that can become unbound again, so that no point after a store
	// can rely on it.
	volatile bool
}

func (s *symbol) isLocal() bool { return s.bound && !s.global && !s.nonlocal }

// refKind says how code reaches a name.
type refKind uint8

const (
	refRegister   refKind = iota // in the register of sym
	refCell                      // in the cell in the register of sym
	refFree                      // in the cell of a free variable
	refGlobal                    // globals, builtins
	refName                      // namespace of the class body, globals, builtins
	refClassDeref                // namespace of the class body, then the cell of a free variable
	refDictDeref                 // __classdict__, then a cell
	refDictGlobal                // __classdict__, globals, builtins
)

type reference struct {
	kind refKind
	sym  *symbol
}

func newScope(kind scopeKind, parent *scope) *scope {
	s := &scope{kind: kind, parent: parent, symbols: map[string]*symbol{}, refs: map[string]reference{}}
	s.frame = s
	if parent != nil {
		s.private = parent.private
		if kind == scopeInlined {
			s.frame = parent.frame
		}
		if kind == scopeTypeParams || kind == scopeAnnotation {
			if parent.kind == scopeClass {
				s.seesClass = parent
			} else {
				s.seesClass = parent.seesClass
			}
		}
	}
	return s
}

// isFunctionLike reports whether inner scopes see the scope's local names.
func (s *scope) isFunctionLike() bool { return s.kind != scopeModule && s.kind != scopeClass }

// symbol returns the scope's entry for a name, making it when absent.
func (s *scope) symbol(name string) *symbol {
	y := s.symbols[name]
	if y == nil {
		y = &symbol{name: name, owner: s}
		s.symbols[name] = y
		s.order = append(s.order, y)
	}
	return y
}

// resolve decides how the scope reaches a name, and marks what that captures. It runs for
// every name before code is generated, as a later capture turns a register into a cell.
func (s *scope) resolve(name string) reference {
	if r, ok := s.refs[name]; ok {
		return r
	}
	r := s.lookup(name)
	s.refs[name] = r
	return r
}

func (s *scope) lookup(name string) reference {
	if y := s.symbols[name]; y != nil {
		switch {
		case y.global:
			return reference{kind: refGlobal}
		case y.isLocal() && s.isFunctionLike():
			return s.reach(y)
		case y.isLocal() && s.kind == scopeClass:
			return reference{kind: refName}
		}
	}
	if s.kind == scopeModule {
		return s.inModule()
	}
	outer := reference{kind: refGlobal}
	if !s.seesClass.binds(name) {
		outer = s.lookupOuter(name)
	}
	if s.kind == scopeClass && !s.declaredNonlocal(name) {
		return outer.through(refName, refClassDeref)
	}
	if s.seesClass != nil && !s.seesClass.declaresGlobal(name) {
		s.reach(s.seesClass.needClassDict())
		return outer.through(refDictGlobal, refDictDeref)
	}
	return outer
}

// through is the reference for a scope that looks into a namespace first.
func (r reference) through(global, deref refKind) reference {
	if r.sym == nil {
		return reference{kind: global}
	}
	return reference{kind: deref, sym: r.sym}
}

func (s *scope) declaredNonlocal(name string) bool {
	y := s.symbols[name]
	return y != nil && y.nonlocal
}

func (s *scope) declaresGlobal(name string) bool {
	y := s.symbols[name]
	return y != nil && y.global
}

// binds reports whether a class, if there is one, has a name of its own.
func (s *scope) binds(name string) bool {
	return s != nil && s.symbols[name] != nil && s.symbols[name].isLocal()
}

func (s *scope) lookupOuter(name string) reference {
	for p := s.parent; p != nil; p = p.parent {
		if p.kind == scopeClass {
			if name == "__class__" {
				return s.reach(p.needClassCell())
			}
			continue
		}
		y := p.symbols[name]
		if y == nil {
			continue
		}
		if y.global || p.kind == scopeModule {
			break
		}
		if y.isLocal() {
			return s.reach(y)
		}
	}
	if s.kind == scopeInlined {
		return s.frame.inModule()
	}
	return reference{kind: refGlobal}
}

// inModule is the reference to a name that no function around has.
func (s *scope) inModule() reference {
	if s.ownNamespace {
		return reference{kind: refName}
	}
	return reference{kind: refGlobal}
}

// reach is the reference to a variable of this scope or an enclosing one. When it
// belongs to another frame it becomes a cell, and all frames between pass it on.
func (s *scope) reach(y *symbol) reference {
	home := y.owner.frame
	if s.frame == home {
		return reference{kind: refRegister, sym: y} // refCell once y is captured
	}
	y.captured = true
	for f := s.frame; f != home; f = f.parent.frame {
		f.addFree(y)
	}
	return reference{kind: refFree, sym: y}
}

// sortFree orders the free variables as CPython does, by name: __closure__ and locals() show it.
func (s *scope) sortFree() {
	sort.SliceStable(s.free, func(a, b int) bool { return s.free[a].name < s.free[b].name })
	for i, y := range s.free {
		s.freeIndex[y] = i
	}
}

func (s *scope) addFree(y *symbol) {
	if _, ok := s.freeIndex[y]; ok {
		return
	}
	if s.freeIndex == nil {
		s.freeIndex = map[*symbol]int{}
	}
	s.freeIndex[y] = len(s.free)
	s.free = append(s.free, y)
}

func (s *scope) needClassCell() *symbol {
	if s.classCell == nil {
		s.classCell = &symbol{name: "__class__", owner: s, bound: true, captured: true}
	}
	return s.classCell
}

func (s *scope) needClassDict() *symbol {
	if s.classDict == nil {
		s.classDict = &symbol{name: "__classdict__", owner: s, bound: true, captured: true}
	}
	return s.classDict
}

// mangle gives a private name its class prefix (CPython 3.13 compile.c, _Py_Mangle).
func (s *scope) mangle(name string) string {
	if s.private == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class := strings.TrimLeft(s.private, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}
