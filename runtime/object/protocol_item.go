package object

// GetItem is `v[key]`.
func GetItem(t *Thread, v, key Value) (Value, *Exception) {
	if f := v.Type().Slots.GetItem; f != nil {
		return f(t, v, key)
	}
	if cls, ok := AsType(v); ok {
		return classGetItem(t, cls, key)
	}
	return Value{}, TypeErrorf("'%s' object is not subscriptable", TypeName(v))
}

// classGetItem is `C[key]`.
func classGetItem(t *Thread, cls *Type, key Value) (Value, *Exception) {
	if cls == TypeType {
		return newGenericAlias(cls.Value(), key), nil
	}
	fn, ok, err := OptAttr(t, cls.Value(), "__class_getitem__")
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, TypeErrorf("type '%s' is not subscriptable", cls.Name)
	}
	return Call(t, fn, Arguments(key))
}

// SetItem is `v[key] = x`.
func SetItem(t *Thread, v, key, x Value) *Exception {
	if f := v.Type().Slots.SetItem; f != nil {
		return f(t, v, key, x)
	}
	return TypeErrorf("'%s' object does not support item assignment", TypeName(v))
}

// DelItem is `del v[key]`.
func DelItem(t *Thread, v, key Value) *Exception {
	if f := v.Type().Slots.SetItem; f != nil {
		return f(t, v, key, Value{})
	}
	// CPython has two functions with two wordings.
	typ := v.Type()
	if (typ.Flags&FlagHeap != 0 || typ.Slots.Len != nil) && key.Type().Slots.Index != nil {
		return TypeErrorf("'%s' object doesn't support item deletion", TypeName(v))
	}
	return TypeErrorf("'%s' object does not support item deletion", TypeName(v))
}

// Contains is `x in container`.
func Contains(t *Thread, container, x Value) (bool, *Exception) {
	typ := container.Type()
	if f := typ.Slots.Contains; f != nil {
		return f(t, container, x)
	}
	if typ.Slots.Iter == nil && typ.Slots.GetItem == nil {
		return false, TypeErrorf("argument of type '%s' is not iterable", TypeName(container))
	}
	it, err := Iter(t, container)
	if err != nil {
		if err.Is(TypeErrorType) {
			err = TypeErrorf("argument of type '%s' is not iterable", TypeName(container))
		}
		return false, err
	}
	for {
		v, err := Next(t, it)
		if err != nil || !v.IsValid() {
			return false, err
		}
		eq, err := Equal(t, v, x)
		if err != nil || eq {
			return eq, err
		}
		if err := t.Tick(1); err != nil {
			return false, err
		}
	}
}

// Len is len(v).
func Len(t *Thread, v Value) (int, *Exception) {
	if f := v.Type().Slots.Len; f != nil {
		return f(t, v)
	}
	return 0, TypeErrorf("object of type '%s' has no len()", TypeName(v))
}

// lengthHint estimates how many items v yields, 0 when it cannot tell.
func lengthHint(t *Thread, v Value) int {
	typ := v.Type()
	if typ.Flags&FlagHeap == 0 && typ.Slots.Len != nil {
		n, _ := typ.Slots.Len(t, v)
		return n
	}
	return 0
}
