package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// Function is a function written in Python.
type Function struct {
	object.Native
	code          *code
	Globals       *object.Dict
	Name          string
	Qualname      string
	doc, module   object.Value
	defaults      []object.Value
	kwDefaults    []object.Value // of the keyword-only parameters; the zero Value: none
	closure       []object.Value // cells
	annotations   object.Value   // dict or invalid
	typeParams    object.Value   // tuple or invalid
	signature     *object.Signature
	generatorBase bool // made by types.coroutine: its generators can be awaited
}

// newFunction makes a function without defaults and closure.
func newFunction(c *code, globals *object.Dict) *Function {
	fn := &Function{code: c, Globals: globals, Name: c.source.Name, Qualname: c.source.Qualname, doc: object.None, module: object.None}
	fn.InitNative(FunctionType, fn)
	if c.source.HasDoc {
		fn.doc = object.NewStr(c.source.Docstring)
	}
	if name := globals.GetStr("__name__"); name.IsValid() {
		fn.module = name
	}
	return fn
}

// makeFunction executes OpMakeFunction.
func (m *machine) makeFunction(f *frame, in compile.Instr) *object.Exception {
	source := f.code.source.Consts[in.B].Code
	fn := newFunction(m.linkInner(f, source), f.globals())
	if in.C&compile.FunctionDefaults != 0 {
		if tuple, ok := object.AsTuple(f.regs[in.A]); ok {
			fn.defaults = tuple.Items
		}
	}
	if in.C&compile.FunctionKwDefaults != 0 {
		if dict, ok := object.AsDict(f.regs[in.A+1]); ok {
			fn.kwDefaults = kwDefaultsOf(source, dict)
		}
	}
	if in.C&compile.FunctionAnnotations != 0 {
		fn.annotations = f.regs[in.A+2]
	}
	if n := len(source.FreeFrom); n > 0 {
		fn.closure = make([]object.Value, n)
		for i, reg := range source.FreeFrom {
			fn.closure[i] = f.regs[reg]
		}
	}
	f.regs[in.A] = fn.Value()
	return m.t.Charge(functionBytes + int64(len(fn.closure))*valueBytes)
}

// functionBytes is about the size of a Function.
const functionBytes = 320

// SizeBytes implements object.Sizer.
func (fn *Function) SizeBytes() int64 { return functionBytes + int64(len(fn.closure))*valueBytes }

func kwDefaultsOf(c *compile.Code, dict *object.Dict) []object.Value {
	defaults := make([]object.Value, c.KwOnlyCount)
	for i := range defaults {
		defaults[i] = dict.GetStr(c.VarNames[c.ArgCount+i])
	}
	return defaults
}

// bind puts the arguments of a call into the parameter registers.
func (fn *Function) bind(args object.Args, regs []object.Value) *object.Exception {
	c := fn.code
	n := len(args.Pos)
	if c.simple && len(args.KwNames) == 0 && n <= c.argCount && n+len(fn.defaults) >= c.argCount {
		copy(regs, args.Pos)
		if n < c.argCount {
			copy(regs[n:c.argCount], fn.defaults[len(fn.defaults)-(c.argCount-n):])
		}
		return nil
	}
	if fn.signature == nil {
		fn.signature = fn.makeSignature()
	}
	if err := fn.signature.Bind(args, regs); err != nil {
		return err
	}
	first := c.argCount - len(fn.defaults)
	for i, v := range fn.defaults {
		if !regs[first+i].IsValid() {
			regs[first+i] = v
		}
	}
	for i, v := range fn.kwDefaults {
		if !regs[c.argCount+i].IsValid() {
			regs[c.argCount+i] = v
		}
	}
	return nil
}

func (fn *Function) makeSignature() *object.Signature {
	c := fn.code.source
	s := &object.Signature{
		Name: fn.Qualname, PosOnly: c.PosOnlyCount, Pos: c.ArgCount,
		HasVararg: c.Flags&compile.FlagVarargs != 0, HasKwarg: c.Flags&compile.FlagVarKeywords != 0,
	}
	for i := range c.ArgCount + c.KwOnlyCount {
		required := i < c.ArgCount-len(fn.defaults)
		if k := i - c.ArgCount; k >= 0 {
			required = k >= len(fn.kwDefaults) || !fn.kwDefaults[k].IsValid()
		}
		s.Params = append(s.Params, object.Parameter{Name: c.VarNames[i], Required: required})
	}
	return s
}

// FunctionOf returns the Python function that v is.
func FunctionOf(v object.Value) (*Function, bool) { return object.AsNative[*Function](v) }

// Line is the line of the function's def.
func (fn *Function) Line() int32 { return fn.code.source.FirstLine }

// Filename is the file that the function was defined in.
func (fn *Function) Filename() string { return fn.code.source.Filename }

// IsCoroutineFunction reports whether a call makes a coroutine (async def without yield).
func (fn *Function) IsCoroutineFunction() bool {
	return fn.code.deferred && fn.code.kind == kindCoroutine
}

// callFunction runs a Python function to its end, for callers written in Go.
// self, when valid, goes before the arguments.
func (m *machine) callFunction(fn *Function, args object.Args, self object.Value) (object.Value, *object.Exception) {
	if self.IsValid() {
		args = args.Prepend(self)
	}
	if fn.code.deferred {
		if f := m.top; f != nil && f.code != nil && fn.code.kind == kindCoroutine {
			f.watchLine = f.line()
		}
		return m.newGenerator(fn, args, true)
	}
	if err := m.t.EnterNative(""); err != nil {
		return object.Value{}, err
	}
	defer m.t.LeaveNative()
	f, err := m.push(fn)
	if err != nil {
		return object.Value{}, err
	}
	f.fromGo = true
	if err := fn.bind(args, f.regs); err != nil {
		m.pop(f)
		return object.Value{}, err
	}
	m.top = f
	out := m.run(f, nil)
	return out.Value, out.Exc
}
