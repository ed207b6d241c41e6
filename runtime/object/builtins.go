package object

// builtinNames and builtinValues are the content of the builtins module: constants of the
// engine that all runs share.
var (
	builtinNames  []string
	builtinValues []Value
)

func addBuiltin(name string, v Value) {
	builtinNames = append(builtinNames, name)
	builtinValues = append(builtinValues, v)
}

// builtin adds a function that checks its own arguments.
//
//go:noinline
func builtin(name string, fn NativeFn) { addBuiltin(name, NewFunction("builtins", name, fn)) }

// builtin1 adds a function of exactly one argument.
//
//go:noinline
func builtin1(name string, fn func(t *Thread, x Value) (Value, *Exception)) {
	builtin(name, func(t *Thread, a Args) (Value, *Exception) {
		if err := a.NoKeywords(name); err != nil {
			return Value{}, err
		}
		if len(a.Pos) != 1 {
			return Value{}, TypeErrorf("%s() takes exactly one argument (%d given)", name, len(a.Pos))
		}
		return fn(t, a.Pos[0])
	})
}

// builtin0 adds a function without arguments.
func builtin0(name string, fn func(t *Thread) (Value, *Exception)) {
	builtin(name, func(t *Thread, a Args) (Value, *Exception) {
		if n := len(a.Pos) + len(a.KwNames); n > 0 {
			return Value{}, TypeErrorf("%s() takes no arguments (%d given)", name, n)
		}
		return fn(t)
	})
}

// builtinN adds a function of between minCount and maxCount positional arguments;
// maxCount < 0: any number.
//
//go:noinline
func builtinN(name string, minCount, maxCount int, fn func(t *Thread, p []Value) (Value, *Exception)) {
	builtin(name, func(t *Thread, a Args) (Value, *Exception) {
		if err := a.CheckCount(name, minCount, maxCount); err != nil {
			return Value{}, err
		}
		return fn(t, a.Pos)
	})
}

// addBuiltinTypes adds the classes that have a name in builtins. It runs before
// finishTypes forgets which types there are.
func addBuiltinTypes() {
	for _, typ := range []*Type{ObjectType, TypeType, IntType, BoolType, FloatType, ComplexType, StrType, BytesType, ByteArrayType,
		ListType, TupleType, DictType, SetType, FrozenSetType, RangeType, SliceType, PropertyType, ClassMethodType, StaticMethodType,
		SuperType, EnumerateType, ZipType, MapType, FilterType, ReversedType, memoryViewType} {
		addBuiltin(typ.Name, typ.Value())
	}
	for _, typ := range declared {
		if typ.Layout == LayoutException && typ.Module == "builtins" {
			addBuiltin(typ.Name, typ.Value())
		}
	}
	addBuiltin("EnvironmentError", OSErrorType.Value())
	addBuiltin("IOError", OSErrorType.Value())
	addBuiltin("None", None)
	addBuiltin("True", True)
	addBuiltin("False", False)
	addBuiltin("NotImplemented", NotImplemented)
	addBuiltin("Ellipsis", Ellipsis)
	addBuiltin("__debug__", True)
}

// NewBuiltins makes the builtins module of a run.
func NewBuiltins() *Module {
	m := NewModule("builtins")
	for i, name := range builtinNames {
		m.Dict.SetStr(name, builtinValues[i])
	}
	return m
}

func init() {
	addTextBuiltins()
	addNumberBuiltins()
	addIterationBuiltins()
	addAttributeBuiltins()
	addRefusedBuiltins()
}

func addRefusedBuiltins() {
	refuse := func(name, why string) {
		builtin(name, func(t *Thread, a Args) (Value, *Exception) {
			return Value{}, NewException(NotImplementedErrorType, name+"() is not supported yet"+why)
		})
	}
	refuse("help", "")
	refuse("breakpoint", ": stop at a line with the player instead")
	exit := func(t *Thread, a Args) (Value, *Exception) {
		if err := a.CheckCount("exit", 0, 1); err != nil {
			return Value{}, err
		}
		return Value{}, newExceptionArgs(SystemExitType, optional(a, 0))
	}
	builtin("exit", exit)
	builtin("quit", exit)
}

func addAttributeBuiltins() {
	builtinN("getattr", 2, 3, func(t *Thread, p []Value) (Value, *Exception) {
		name, err := attributeName(p[1])
		if err != nil {
			return Value{}, err
		}
		if len(p) == 2 {
			return GetAttr(t, p[0], name)
		}
		v, ok, err := OptAttr(t, p[0], name)
		if err == nil && !ok {
			v = p[2]
		}
		return v, err
	})
	builtinN("hasattr", 2, 2, func(t *Thread, p []Value) (Value, *Exception) {
		name, err := attributeName(p[1])
		if err != nil {
			return Value{}, err
		}
		_, ok, err := OptAttr(t, p[0], name)
		return Bool(ok), err
	})
	builtinN("setattr", 3, 3, func(t *Thread, p []Value) (Value, *Exception) {
		name, err := attributeName(p[1])
		if err != nil {
			return Value{}, err
		}
		return None, SetAttr(t, p[0], name, p[2])
	})
	builtinN("delattr", 2, 2, func(t *Thread, p []Value) (Value, *Exception) {
		name, err := attributeName(p[1])
		if err != nil {
			return Value{}, err
		}
		return None, DelAttr(t, p[0], name)
	})
	builtin1("callable", func(t *Thread, x Value) (Value, *Exception) { return Bool(IsCallable(x)), nil })
	builtin1("id", func(t *Thread, x Value) (Value, *Exception) { return Int(int64(t.Run.ID(x))), nil })
	builtin1("hash", func(t *Thread, x Value) (Value, *Exception) {
		h, err := Hash(t, x)
		return Int(h), err
	})
	builtinN("isinstance", 2, 2, func(t *Thread, p []Value) (Value, *Exception) {
		ok, err := IsInstance(t, p[0], p[1])
		return Bool(ok), err
	})
	builtinN("issubclass", 2, 2, func(t *Thread, p []Value) (Value, *Exception) {
		ok, err := IsSubclass(t, p[0], p[1])
		return Bool(ok), err
	})
	builtin0("globals", func(t *Thread) (Value, *Exception) { return t.Exec.Globals().Value(), nil })
	builtin0("locals", localsValue)
	builtinN("vars", 0, 1, func(t *Thread, p []Value) (Value, *Exception) {
		if len(p) == 0 {
			return localsValue(t)
		}
		d, ok, err := OptAttr(t, p[0], "__dict__")
		if err == nil && !ok {
			err = TypeErrorf("vars() argument must have __dict__ attribute")
		}
		return d, err
	})
	builtinN("dir", 0, 1, builtinDir)
	builtin("__import__", builtinImport)
}

func localsValue(t *Thread) (Value, *Exception) {
	d, err := t.Exec.Locals()
	if err != nil {
		return Value{}, err
	}
	return d.Value(), nil
}

func builtinDir(t *Thread, p []Value) (Value, *Exception) {
	var names []Value
	if len(p) == 0 {
		d, err := t.Exec.Locals()
		if err != nil {
			return Value{}, err
		}
		names = strValues(d.strKeys())
	} else {
		fn, ok := p[0].Type().Lookup("__dir__")
		inherited, _ := ObjectType.Lookup("__dir__")
		if _, isType := AsType(p[0]); !ok || isType && fn == inherited {
			names = strValues(instanceNames(p[0]))
		} else {
			list, err := callClassAttribute(t, fn, p[0], Args{})
			if err != nil {
				return Value{}, err
			}
			if names, err = ToSlice(t, list); err != nil {
				return Value{}, err
			}
		}
	}
	return NewList(names), sortValues(t, names, Value{}, false)
}

var importSignature = NativeSignature("__import__(name, globals=, locals=, fromlist=, level=)")

// builtinImport is __import__: without a fromlist it returns the outermost package.
func builtinImport(t *Thread, a Args) (Value, *Exception) {
	var p [5]Value
	if err := importSignature.Bind(a, p[:]); err != nil {
		return Value{}, err
	}
	name, ok := StrOf(p[0])
	if !ok {
		return Value{}, TypeErrorf("__import__() argument 1 must be str, not %s", TypeName(p[0]))
	}
	if name == "" {
		return Value{}, ValueErrorf("Empty module name")
	}
	m, err := t.Run.Import(t, name)
	if err != nil {
		return Value{}, err
	}
	if p[3].IsValid() {
		from, err := Truth(t, p[3])
		if err != nil || from {
			return m.Value(), err
		}
	}
	for i := range name {
		if name[i] == '.' {
			top, err := t.Run.Import(t, name[:i])
			if err != nil {
				return Value{}, err
			}
			return top.Value(), nil
		}
	}
	return m.Value(), nil
}
