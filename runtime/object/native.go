package object

// NativeFn is a Python function written in Go. For a method args.Pos[0] is self.
type NativeFn func(t *Thread, args Args) (Value, *Exception)

// Args are the arguments of a call. Callees must not keep or change the slices.
type Args struct {
	Pos      []Value
	KwNames  []string
	KwValues []Value
}

// Arguments makes Args of positional values.
func Arguments(pos ...Value) Args { return Args{Pos: pos} }

// Keyword returns a keyword argument, or the zero Value.
func (a Args) Keyword(name string) Value {
	for i, n := range a.KwNames {
		if n == name {
			return a.KwValues[i]
		}
	}
	return Value{}
}

// Prepend returns the arguments with self before the positional ones.
func (a Args) Prepend(self Value) Args {
	pos := make([]Value, 0, len(a.Pos)+1)
	pos = append(append(pos, self), a.Pos...)
	return Args{Pos: pos, KwNames: a.KwNames, KwValues: a.KwValues}
}

// NativeFunction is a function of a module, `<built-in function name>`.
type NativeFunction struct {
	Object
	Name   string
	Module string
	Fn     NativeFn
	// Async marks what would be an `async def` (iscoroutinefunction).
	Async bool
	// SelfType is set for `__new__` of a built-in type: the type.
	SelfType *Type
}

// MethodDescriptor is a method of a built-in type, found in the class.
type MethodDescriptor struct {
	Object
	Name  string
	Owner *Type
	Fn    NativeFn
}

// getSet is a computed attribute of a built-in type.
type getSet struct {
	Native
	name  string
	owner *Type
	get   func(t *Thread, self Value) (Value, *Exception)
	set   func(t *Thread, self, x Value) *Exception
}

// NewFunction makes a function of a module.
func NewFunction(module, name string, fn NativeFn) Value {
	return (&NativeFunction{Object: Object{typ: NativeFunctionType}, Name: name, Module: module, Fn: fn}).Value()
}

// LookLikePython makes it a `<function name at 0x…>`, as functions written in Python are.
func (f *NativeFunction) LookLikePython() { f.typ = PythonLikeFunctionType }

// NewMethodDescriptor makes a method of a type.
func NewMethodDescriptor(owner *Type, name string, fn NativeFn) Value {
	return (&MethodDescriptor{Object: Object{typ: MethodDescriptorType}, Name: name, Owner: owner, Fn: fn}).Value()
}

func newGetSet(owner *Type, name string, get func(*Thread, Value) (Value, *Exception), set func(*Thread, Value, Value) *Exception) Value {
	g := &getSet{name: name, owner: owner, get: get, set: set}
	g.InitNative(GetSetType, g)
	return g.Value()
}
