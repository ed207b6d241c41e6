package object

// Types of the views of a dict.
var (
	DictKeysType   = declare("builtins", "dict_keys", LayoutNative)
	DictValuesType = declare("builtins", "dict_values", LayoutNative)
	DictItemsType  = declare("builtins", "dict_items", LayoutNative)
)

// dictView is a live view; show picks what of an entry it shows.
type dictView struct {
	Native
	dict *Dict
	show func(e *dictEntry) Value
}

func entryKey(e *dictEntry) Value   { return e.key }
func entryValue(e *dictEntry) Value { return e.value }
func entryItem(e *dictEntry) Value  { return NewTuple(e.key, e.value) }

func newDictView(typ *Type, d *Dict, show func(e *dictEntry) Value) Value {
	v := &dictView{dict: d, show: show}
	v.InitNative(typ, v)
	return v.Value()
}

// newDictIterator walks the entries and notices changes of size.
func newDictIterator(typ *Type, d *Dict, show func(e *dictEntry) Value, backwards bool) Value {
	pos, step := 0, 1
	if backwards {
		pos, step = len(d.entries)-1, -1
	}
	size, seen := d.live, 0
	return newIterator(typ, func(t *Thread) (Value, *Exception) {
		if d.live != size {
			size = -1
			return Value{}, RuntimeErrorf("dictionary changed size during iteration")
		}
		for ; pos >= 0 && pos < len(d.entries); pos += step {
			if e := &d.entries[pos]; e.key.IsValid() {
				if seen == size {
					return Value{}, RuntimeErrorf("dictionary keys changed during iteration")
				}
				seen++
				pos += step
				return show(e), nil
			}
		}
		return Value{}, nil
	}, func() int { return size - seen }, d.Value())
}

func addViewMethods() {
	DictType.method0("keys", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		return newDictView(DictKeysType, d, entryKey), nil
	})
	DictType.method0("values", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		return newDictView(DictValuesType, d, entryValue), nil
	})
	DictType.method0("items", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		return newDictView(DictItemsType, d, entryItem), nil
	})
	initView(DictKeysType, dictKeyIterType, dictReverseKeyType)
	initView(DictValuesType, dictValueIterType, dictReverseValType)
	initView(DictItemsType, dictItemIterType, dictReverseItemType)
	DictKeysType.Slots.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		view, _ := AsNative[*dictView](v)
		_, ok, err := view.dict.Get(t, x)
		return ok, err
	}
	DictItemsType.Slots.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		view, _ := AsNative[*dictView](v)
		pair, ok := AsTuple(x)
		if !ok || len(pair.Items) != 2 {
			return false, nil
		}
		found, ok, err := view.dict.Get(t, pair.Items[0])
		if err != nil || !ok {
			return false, err
		}
		return Equal(t, found, pair.Items[1])
	}
	for _, typ := range []*Type{DictKeysType, DictItemsType} {
		initSetLikeView(typ)
	}
}

func initView(typ, iterType, reverseType *Type) {
	typ.Flags |= FlagFinal
	s := &typ.Slots
	s.Len = func(t *Thread, v Value) (int, *Exception) {
		view, _ := AsNative[*dictView](v)
		return view.dict.live, nil
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		view, _ := AsNative[*dictView](v)
		return newDictIterator(iterType, view.dict, view.show, false), nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		if !t.enterRepr(v) {
			return NewStr("..."), nil
		}
		defer t.leaveRepr()
		items, err := ToSlice(t, v)
		if err != nil {
			return Value{}, err
		}
		r, err := Repr(t, NewList(items))
		return NewStr(typ.Name + "(" + r + ")"), err
	}
	s.Traverse = func(v Value, visit func(Value)) {
		view, _ := AsNative[*dictView](v)
		visit(view.dict.Value())
	}
	typ.method0("__reversed__", func(t *Thread, self Value) (Value, *Exception) {
		view, _ := AsNative[*dictView](self)
		return newDictIterator(reverseType, view.dict, view.show, true), nil
	})
	typ.AddGetter("mapping", func(t *Thread, v Value) (Value, *Exception) {
		view, _ := AsNative[*dictView](v)
		return newProxy(view.dict.Value()), nil
	})
}

// initSetLikeView gives keys and items the operators of sets.
func initSetLikeView(typ *Type) {
	s := &typ.Slots
	typ.Add("__hash__", None)
	binary := func(op BinaryOp, f func(*Thread, *Set, Value) *Exception) {
		s.Binary[op] = func(t *Thread, a, b Value) (Value, *Exception) {
			if b.Type().Slots.Iter == nil || a.Type().Slots.Iter == nil {
				return NotImplemented, nil
			}
			set, err := copySet(t, a, SetType)
			if err != nil {
				return Value{}, err
			}
			return set.Value(), f(t, set, b)
		}
	}
	binary(OpBitOr, setUpdateWith)
	binary(OpBitAnd, setIntersectWith)
	binary(OpSub, setSubtract)
	binary(OpBitXor, setSymmetricWith)
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		_, isView := AsNative[*dictView](b)
		_, isSet := AsSet(b)
		if !isSet && !(isView && b.Type() != DictValuesType) {
			return NotImplemented, nil
		}
		return compareViews(t, op, a, b)
	}
	typ.method1("isdisjoint", func(t *Thread, self, x Value) (Value, *Exception) {
		set, err := copySet(t, self, SetType)
		if err != nil {
			return Value{}, err
		}
		err = setIntersectWith(t, set, x)
		return Bool(set.used == 0), err
	})
}

// compareViews compares as sets, without hashing what a view of items holds.
func compareViews(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	na, err := Len(t, a)
	if err != nil {
		return Value{}, err
	}
	nb, err := Len(t, b)
	if err != nil {
		return Value{}, err
	}
	if op == CompareGt || op == CompareGe {
		a, b, na, nb = b, a, nb, na
	}
	fits := na <= nb
	switch op {
	case CompareEq, CompareNe:
		fits = na == nb
	case CompareLt, CompareGt:
		fits = na < nb
	}
	if fits {
		it, err := Iter(t, a)
		if err != nil {
			return Value{}, err
		}
		for fits {
			x, err := Next(t, it)
			if err != nil {
				return Value{}, err
			}
			if !x.IsValid() {
				break
			}
			if fits, err = Contains(t, b, x); err != nil {
				return Value{}, err
			}
			if err := t.Tick(1); err != nil {
				return Value{}, err
			}
		}
	}
	return Bool(fits != (op == CompareNe)), nil
}
