package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// functionText is how messages about a call's starred arguments name the callee: "__main__.f()".
func functionText(callee object.Value) string {
	if fn, ok := FunctionOf(callee); ok {
		if module, ok := object.StrOf(fn.module); ok && module != "builtins" {
			return module + "." + fn.Qualname + "()"
		}
		return fn.Qualname + "()"
	}
	if bound, ok := object.AsBoundMethod(callee); ok {
		return functionText(bound.Func)
	}
	if fn, ok := object.AsNativeFunction(callee); ok {
		if fn.Module != "" && fn.Module != "builtins" {
			return fn.Module + "." + fn.Name + "()"
		}
		return fn.Name + "()"
	}
	if cls, ok := object.AsType(callee); ok {
		return cls.FullName() + "()"
	}
	return object.TypeName(callee) + " object"
}

// listExtend executes OpListExtend.
func (m *machine) listExtend(f *frame, in compile.Instr) *object.Exception {
	list, _ := object.AsList(f.regs[in.A])
	v := f.regs[in.B]
	if v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		if in.C == 1 {
			return object.TypeErrorf("%s argument after * must be an iterable, not %s", functionText(f.regs[in.A-1]), object.TypeName(v))
		}
		return object.TypeErrorf("Value after * must be an iterable, not %s", object.TypeName(v))
	}
	items, err := object.ToSlice(m.t, v)
	list.Items = append(list.Items, items...)
	return err
}

// dictUpdate executes OpDictUpdate.
func (m *machine) dictUpdate(f *frame, in compile.Instr) *object.Exception {
	dict, _ := object.AsDict(f.regs[in.A])
	v := f.regs[in.B]
	ok, err := m.visitMapping(v, func(key, value object.Value) *object.Exception { return dict.Set(m.t, key, value) })
	if err == nil && !ok {
		return object.TypeErrorf("'%s' object is not a mapping", object.TypeName(v))
	}
	return err
}

// dictMerge executes OpDictMerge.
func (m *machine) dictMerge(f *frame, in compile.Instr) *object.Exception {
	dict, _ := object.AsDict(f.regs[in.A])
	v, callee := f.regs[in.B], f.regs[in.C]
	ok, err := m.visitMapping(v, func(key, value object.Value) *object.Exception {
		name, isStr := object.StrOf(key)
		if !isStr {
			return object.TypeErrorf("keywords must be strings")
		}
		if dict.GetStr(name).IsValid() {
			return object.TypeErrorf("%s got multiple values for keyword argument '%s'", functionText(callee), name)
		}
		dict.SetStr(name, value)
		return m.t.Tick(1)
	})
	if err == nil && !ok {
		return object.TypeErrorf("%s argument after ** must be a mapping, not %s", functionText(callee), object.TypeName(v))
	}
	return err
}

// visitMapping calls visit with the items of a mapping; ok is false when v is none.
func (m *machine) visitMapping(v object.Value, visit func(key, value object.Value) *object.Exception) (ok bool, err *object.Exception) {
	if dict, isDict := object.AsDict(v); isDict && v.Type() == object.DictType {
		for pos := 0; ; {
			key, value, more := dict.NextEntry(&pos)
			if !more {
				return true, nil
			}
			if err := visit(key, value); err != nil {
				return true, err
			}
		}
	}
	keys, ok, err := object.OptAttr(m.t, v, "keys")
	if !ok || err != nil {
		return false, err
	}
	names, err := object.Call(m.t, keys, object.Args{})
	if err != nil {
		return true, err
	}
	return true, object.Iterate(m.t, names, func(key object.Value) *object.Exception {
		value, err := object.GetItem(m.t, v, key)
		if err != nil {
			return err
		}
		return visit(key, value)
	})
}
