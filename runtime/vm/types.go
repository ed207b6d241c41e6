package vm

import (
	"sort"
	"strconv"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// The types of this package. They are made once, before any run, and never change.
var (
	FunctionType             *object.Type
	GeneratorType            *object.Type
	AsyncGeneratorType       *object.Type
	AsyncGeneratorAsendType  *object.Type
	AsyncGeneratorAthrowType *object.Type
	CellType                 *object.Type
	CodeType                 *object.Type
)

func init() {
	CellType = object.NewBuiltinType("builtins", "cell", object.LayoutNative, object.Slots{
		Traverse: func(v object.Value, visit func(object.Value)) {
			if c := cellOf(v); c.v.IsValid() {
				visit(c.v)
			}
		},
	})
	CellType.AddGetter("cell_contents", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		if c := cellOf(v); c.v.IsValid() {
			return c.v, nil
		}
		return object.Value{}, object.ValueErrorf("cell is empty")
	})
	initFunctionType()
	initCodeType()
	initFrameType()
	initGeneratorTypes()
	buildClass = object.NewFunction("builtins", "__build_class__", buildClassFn)
}

// SetClass implements object.ClassCell.
func (c *cell) SetClass(cls object.Value) { c.v = cls }

func addressText(t *object.Thread, v object.Value) string {
	return "0x" + strconv.FormatUint(t.Run.ID(v), 16)
}

func initFunctionType() {
	FunctionType = object.NewBuiltinType("builtins", "function", object.LayoutNative, object.Slots{
		Call: func(t *object.Thread, callee object.Value, args object.Args) (object.Value, *object.Exception) {
			return machineOf(t).callFunction(functionOf(callee), args, object.Value{})
		},
		Repr: func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return object.NewStr("<function " + functionOf(v).Qualname + " at " + addressText(t, v) + ">"), nil
		},
		DescrGet: func(t *object.Thread, descr, obj object.Value, owner *object.Type) (object.Value, *object.Exception) {
			if !obj.IsValid() {
				return descr, nil
			}
			return object.NewBoundMethod(obj, descr), nil
		},
		Traverse: func(v object.Value, visit func(object.Value)) { functionOf(v).traverse(visit) },
	})
	FunctionType.Flags |= object.FlagHasDict | object.FlagMethod | object.FlagFinal
	textField := func(name string, field func(fn *Function) *string) {
		FunctionType.AddGetSet(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return object.NewStr(*field(functionOf(v))), nil
		}, func(t *object.Thread, v, x object.Value) *object.Exception {
			s, ok := object.StrOf(x)
			if !x.IsValid() || !ok {
				return object.TypeErrorf("%s must be set to a string object", name)
			}
			*field(functionOf(v)) = s
			functionOf(v).signature = nil
			return nil
		})
	}
	textField("__name__", func(fn *Function) *string { return &fn.Name })
	textField("__qualname__", func(fn *Function) *string { return &fn.Qualname })
	valueField("__doc__", func(fn *Function) *object.Value { return &fn.doc })
	valueField("__module__", func(fn *Function) *object.Value { return &fn.module })
	addFunctionParts()
}

// valueField defines an attribute that is stored as it is; deleted, it is None.
func valueField(name string, field func(fn *Function) *object.Value) {
	FunctionType.AddGetSet(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		if x := *field(functionOf(v)); x.IsValid() {
			return x, nil
		}
		return object.None, nil
	}, func(t *object.Thread, v, x object.Value) *object.Exception {
		if !x.IsValid() {
			x = object.None
		}
		*field(functionOf(v)) = x
		return nil
	})
}

func addFunctionParts() {
	getter := func(name string, get func(fn *Function) object.Value) {
		FunctionType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return get(functionOf(v)), nil
		})
	}
	getter("__globals__", func(fn *Function) object.Value { return fn.Globals.Value() })
	getter("__code__", func(fn *Function) object.Value { return fn.code.value() })
	getter("__closure__", func(fn *Function) object.Value {
		if len(fn.closure) == 0 {
			return object.None
		}
		return object.NewTuple(append([]object.Value(nil), fn.closure...)...)
	})
	getter("__defaults__", func(fn *Function) object.Value {
		if len(fn.defaults) == 0 {
			return object.None
		}
		return object.NewTuple(fn.defaults...)
	})
	getter("__kwdefaults__", func(fn *Function) object.Value { return fn.keywordDefaults() })
	dictField := func(name string, field func(fn *Function) *object.Value, empty func() object.Value) {
		FunctionType.AddGetSet(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			p := field(functionOf(v))
			if !p.IsValid() {
				*p = empty()
			}
			return *p, nil
		}, func(t *object.Thread, v, x object.Value) *object.Exception {
			*field(functionOf(v)) = x
			return nil
		})
	}
	dictField("__annotations__", func(fn *Function) *object.Value { return &fn.annotations }, func() object.Value { return object.NewDict().Value() })
	dictField("__type_params__", func(fn *Function) *object.Value { return &fn.typeParams }, func() object.Value { return object.NewTuple() })
}

func (fn *Function) keywordDefaults() object.Value {
	d := object.NewDict()
	for i, v := range fn.kwDefaults {
		if v.IsValid() {
			d.SetStr(fn.code.source.VarNames[fn.code.argCount+i], v)
		}
	}
	if d.Len() == 0 {
		return object.None
	}
	return d.Value()
}

func (fn *Function) traverse(visit func(object.Value)) {
	for _, values := range [][]object.Value{fn.defaults, fn.kwDefaults, fn.closure} {
		for _, v := range values {
			if v.IsValid() {
				visit(v)
			}
		}
	}
	if fn.annotations.IsValid() {
		visit(fn.annotations)
	}
	visit(fn.Globals.Value())
}

// codeObject is the code object of a function, for what programs print of it.
type codeObject struct {
	object.Native
	code *code
}

// value returns the code object, always the same one for a code.
func (c *code) value() object.Value {
	if !c.self.IsValid() {
		o := &codeObject{code: c}
		o.InitNative(CodeType, o)
		c.self = o.Value()
	}
	return c.self
}

func initCodeType() {
	CodeType = object.NewBuiltinType("builtins", "code", object.LayoutNative, object.Slots{
		Repr: func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			o, _ := object.AsNative[*codeObject](v)
			c := o.code.source
			return object.NewStr("<code object " + c.Name + " at " + addressText(t, v) + ", file \"" + c.Filename + "\", line " + strconv.Itoa(int(c.FirstLine)) + ">"), nil
		},
	})
	getter := func(name string, get func(c *code) object.Value) {
		CodeType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			o, _ := object.AsNative[*codeObject](v)
			return get(o.code), nil
		})
	}
	getter("co_name", func(c *code) object.Value { return object.NewStr(c.source.Name) })
	getter("co_qualname", func(c *code) object.Value { return object.NewStr(c.source.Qualname) })
	getter("co_filename", func(c *code) object.Value { return object.NewStr(c.source.Filename) })
	getter("co_firstlineno", func(c *code) object.Value { return object.Int(int64(c.source.FirstLine)) })
	getter("co_argcount", func(c *code) object.Value { return object.Int(int64(c.source.ArgCount)) })
	getter("co_posonlyargcount", func(c *code) object.Value { return object.Int(int64(c.source.PosOnlyCount)) })
	getter("co_kwonlyargcount", func(c *code) object.Value { return object.Int(int64(c.source.KwOnlyCount)) })
	getter("co_flags", func(c *code) object.Value { return object.Int(CoroutineFlags(c.source)) })
	tuple := func(name string, indexes func(c *compile.Code) []int) {
		getter(name, func(c *code) object.Value {
			var names []object.Value
			for _, i := range indexes(c.source) {
				names = append(names, object.NewStr(c.source.VarNames[i]))
			}
			return object.NewTuple(names...)
		})
	}
	where := func(is func(c *compile.Code, i int, kind compile.VarKind) bool) func(c *compile.Code) []int {
		return func(c *compile.Code) (indexes []int) {
			for i, kind := range c.VarKinds {
				if is(c, i, kind) {
					indexes = append(indexes, i)
				}
			}
			return indexes
		}
	}
	tuple("co_freevars", where(func(c *compile.Code, i int, kind compile.VarKind) bool { return kind == compile.VarFree }))
	tuple("co_varnames", where(func(c *compile.Code, i int, kind compile.VarKind) bool {
		return !kind.IsCell() || kind == compile.VarCell && i < c.ParamCount()
	}))
	tuple("co_cellvars", func(c *compile.Code) []int {
		isCell := func(c *compile.Code, i int, kind compile.VarKind) bool {
			return kind == compile.VarCell && i < c.ParamCount()
		}
		captured := append(where(isCell)(c), c.CapturedLocals()...)
		sort.SliceStable(captured, func(a, b int) bool { return c.VarNames[captured[a]] < c.VarNames[captured[b]] })
		return captured
	})
	getter("co_names", func(c *code) object.Value {
		var found []object.Value
		for _, n := range c.source.Names {
			found = append(found, object.NewStr(n))
		}
		return object.NewTuple(found...)
	})
	getter("co_nlocals", func(c *code) object.Value { return object.Int(int64(c.source.FreeStart)) })
}
