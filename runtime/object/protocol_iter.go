package object

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, *Exception) {
	typ := v.Type()
	if f := typ.Slots.Iter; f != nil {
		it, err := f(t, v)
		if err != nil {
			return Value{}, err
		}
		if it.Type().Slots.Next == nil {
			return Value{}, TypeErrorf("iter() returned non-iterator of type '%s'", TypeName(it))
		}
		return it, nil
	}
	if typ.Slots.GetItem != nil && typ.Layout != LayoutDict {
		return newSequenceIterator(v), nil
	}
	return Value{}, TypeErrorf("'%s' object is not iterable", TypeName(v))
}

// Next steps an iterator; the zero Value means that it is exhausted.
func Next(t *Thread, it Value) (Value, *Exception) {
	f := it.Type().Slots.Next
	if f == nil {
		return Value{}, TypeErrorf("'%s' object is not an iterator", TypeName(it))
	}
	v, err := f(t, it)
	if err != nil && err.Is(StopIterationType) {
		return Value{}, nil
	}
	return v, err
}

// Iterate calls f with each item of v, counting a step for each.
func Iterate(t *Thread, v Value, f func(Value) *Exception) *Exception {
	switch typ := v.Type(); typ {
	case ListType:
		l, _ := AsList(v)
		for i := 0; i < len(l.Items); i++ {
			if err := visit(t, l.Items[i], f); err != nil {
				return err
			}
		}
		return nil
	case TupleType:
		tp, _ := AsTuple(v)
		for _, x := range tp.Items {
			if err := visit(t, x, f); err != nil {
				return err
			}
		}
		return nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	for {
		x, err := Next(t, it)
		if err != nil || !x.IsValid() {
			return err
		}
		if err := visit(t, x, f); err != nil {
			return err
		}
	}
}

func visit(t *Thread, x Value, f func(Value) *Exception) *Exception {
	if err := f(x); err != nil {
		return err
	}
	return t.Tick(1)
}

// ToSlice is list(v) as a new Go slice.
func ToSlice(t *Thread, v Value) ([]Value, *Exception) {
	switch v.Type() {
	case ListType:
		l, _ := AsList(v)
		return cloneItems(t, l.Items)
	case TupleType:
		tp, _ := AsTuple(v)
		return cloneItems(t, tp.Items)
	}
	l := &List{Object: Object{typ: ListType}, Items: make([]Value, 0, min(lengthHint(t, v), lengthHintMax))}
	t.pin(l.Value())
	err := Iterate(t, v, func(x Value) *Exception { return l.Append(t, x) })
	t.unpin()
	return l.Items, err
}

// lengthHintMax bounds what is allocated before the first item was seen.
const lengthHintMax = 1 << 12

// valueBytes is the size of a Value in a container.
const valueBytes = 16

func cloneItems(t *Thread, items []Value) ([]Value, *Exception) {
	if err := t.Charge(int64(len(items)) * valueBytes); err != nil {
		return nil, err
	}
	if err := t.Tick(len(items) / 8); err != nil {
		return nil, err
	}
	return append(make([]Value, 0, len(items)), items...), nil
}

// Unpack is the right side of `a, b, c = v`: exactly count items.
func Unpack(t *Thread, v Value, count int) ([]Value, *Exception) {
	var items []Value
	switch v.Type() {
	case ListType:
		l, _ := AsList(v)
		items = append(items, l.Items...)
	case TupleType:
		tp, _ := AsTuple(v)
		items = tp.Items
	default:
		return unpackIterator(t, v, count)
	}
	if len(items) < count {
		return nil, notEnoughToUnpack(count, len(items))
	}
	if len(items) > count {
		return nil, ValueErrorf("too many values to unpack (expected %d)", count)
	}
	return items, nil
}

func notEnoughToUnpack(want, got int) *Exception {
	return ValueErrorf("not enough values to unpack (expected %d, got %d)", want, got)
}

// unpackIterator takes one item more than wanted, to see whether that was all.
func unpackIterator(t *Thread, v Value, count int) ([]Value, *Exception) {
	it, err := iterToUnpack(t, v)
	if err != nil {
		return nil, err
	}
	items := make([]Value, 0, count)
	for {
		x, err := Next(t, it)
		if err != nil {
			return nil, err
		}
		if !x.IsValid() {
			break
		}
		if len(items) == count {
			return nil, ValueErrorf("too many values to unpack (expected %d)", count)
		}
		items = append(items, x)
	}
	if len(items) < count {
		return nil, notEnoughToUnpack(count, len(items))
	}
	return items, nil
}

func iterToUnpack(t *Thread, v Value) (Value, *Exception) {
	typ := v.Type()
	if typ.Slots.Iter == nil && typ.Slots.GetItem == nil {
		return Value{}, TypeErrorf("cannot unpack non-iterable %s object", TypeName(v))
	}
	return Iter(t, v)
}

// UnpackStar is the right side of `a, *b, c = v` with `before` targets before the
// starred one and `after` behind it; the starred part comes as a list.
func UnpackStar(t *Thread, v Value, before, after int) ([]Value, *Exception) {
	it, err := iterToUnpack(t, v)
	if err != nil {
		return nil, err
	}
	items, err := ToSlice(t, it)
	if err != nil {
		return nil, err
	}
	if len(items) < before+after {
		return nil, ValueErrorf("not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	end := len(items) - after
	out := make([]Value, 0, before+1+after)
	out = append(out, items[:before]...)
	out = append(out, NewList(append([]Value(nil), items[before:end]...)))
	return append(out, items[end:]...), nil
}
