package object

// iterator is the object behind the iterators of this package: next gives the items,
// hint how many are left.
type iterator struct {
	Native
	next func(t *Thread) (Value, *Exception)
	hint func() int
	refs []Value // for Traverse
	done bool
}

func iteratorType(name string) *Type { return declare("builtins", name, LayoutNative) }

// Types of the iterators.
var (
	listIteratorType      = iteratorType("list_iterator")
	listReverseType       = iteratorType("list_reverseiterator")
	tupleIteratorType     = iteratorType("tuple_iterator")
	rangeIteratorType     = iteratorType("range_iterator")
	longRangeIteratorType = iteratorType("longrange_iterator")
	setIteratorType       = iteratorType("set_iterator")
	dictKeyIterType       = iteratorType("dict_keyiterator")
	dictValueIterType     = iteratorType("dict_valueiterator")
	dictItemIterType      = iteratorType("dict_itemiterator")
	dictReverseKeyType    = iteratorType("dict_reversekeyiterator")
	dictReverseValType    = iteratorType("dict_reversevalueiterator")
	dictReverseItemType   = iteratorType("dict_reverseitemiterator")
	sequenceIterType      = iteratorType("iterator")
	callableIterType      = iteratorType("callable_iterator")
)

func init() {
	for _, typ := range []*Type{listIteratorType, listReverseType, tupleIteratorType, rangeIteratorType, longRangeIteratorType, setIteratorType,
		dictKeyIterType, dictValueIterType, dictItemIterType,
		dictReverseKeyType, dictReverseValType, dictReverseItemType, sequenceIterType, callableIterType} {
		typ.Flags |= FlagFinal
		initIteratorType(typ)
		typ.method0("__length_hint__", func(t *Thread, self Value) (Value, *Exception) {
			it, _ := AsNative[*iterator](self)
			if it.hint == nil || it.done {
				return Int(0), nil
			}
			return Int(int64(max(0, it.hint()))), nil
		})
	}
}

// initIteratorType makes typ a type of *iterator values.
func initIteratorType(typ *Type) {
	typ.Slots.Iter = func(t *Thread, v Value) (Value, *Exception) { return v, nil }
	typ.Slots.Next = iteratorNext
	typ.Slots.Traverse = func(v Value, visit func(Value)) {
		it, _ := AsNative[*iterator](v)
		for _, r := range it.refs {
			visit(r)
		}
	}
}

func iteratorNext(t *Thread, v Value) (Value, *Exception) {
	it, ok := AsNative[*iterator](v)
	if !ok || it.done || it.next == nil {
		return Value{}, nil
	}
	r, err := it.next(t)
	if err == nil && !r.IsValid() {
		it.done, it.refs = true, nil
	}
	return r, err
}

func newIterator(typ *Type, next func(t *Thread) (Value, *Exception), hint func() int, refs ...Value) Value {
	it := &iterator{next: next, hint: hint, refs: refs}
	it.InitNative(typ, it)
	return it.Value()
}

// NewIterator makes an iterator of Go, of a type made by NewIteratorType; next returns
// the zero Value at the end. refs are the values that it keeps alive.
func NewIterator(typ *Type, next func(t *Thread) (Value, *Exception), refs ...Value) Value {
	return newIterator(typ, next, nil, refs...)
}

// NewIteratorType makes a type for NewIterator.
func NewIteratorType(module, name string) *Type {
	t := &Type{Name: name, Qualname: name, Module: module, Layout: LayoutNative, members: map[string]Value{}}
	initIteratorType(t)
	t.finish()
	return t
}

func newListIterator(l *List) Value {
	i := 0
	return newIterator(listIteratorType, func(t *Thread) (Value, *Exception) {
		if i >= len(l.Items) {
			return Value{}, nil
		}
		i++
		return l.Items[i-1], nil
	}, func() int { return len(l.Items) - i }, l.Value())
}

func newListReverseIterator(l *List) Value {
	i := len(l.Items)
	return newIterator(listReverseType, func(t *Thread) (Value, *Exception) {
		i--
		if i < 0 || i >= len(l.Items) {
			return Value{}, nil
		}
		return l.Items[i], nil
	}, func() int { return i }, l.Value())
}

func newTupleIterator(items []Value) Value {
	i := 0
	return newIterator(tupleIteratorType, func(t *Thread) (Value, *Exception) {
		if i >= len(items) {
			return Value{}, nil
		}
		i++
		return items[i-1], nil
	}, func() int { return len(items) - i }, items...)
}

func newRangeIterator(start, step, length int64) Value {
	i := int64(0)
	return newIterator(rangeIteratorType, func(t *Thread) (Value, *Exception) {
		if i >= length {
			return Value{}, nil
		}
		v := start + i*step
		i++
		return Int(v), nil
	}, func() int { return int(length - i) })
}

func newSetIterator(set *Set) Value {
	pos, size, left := 0, set.used, set.used
	return newIterator(setIteratorType, func(t *Thread) (Value, *Exception) {
		if set.used != size {
			size = -1
			return Value{}, RuntimeErrorf("Set changed size during iteration")
		}
		v, ok := set.NextEntry(&pos)
		if !ok {
			return Value{}, nil
		}
		left--
		return v, nil
	}, func() int { return left }, set.Value())
}

// newSequenceIterator iterates over a class with only __getitem__.
func newSequenceIterator(v Value) Value {
	i := int64(0)
	return newIterator(sequenceIterType, func(t *Thread) (Value, *Exception) {
		x, err := GetItem(t, v, Int(i))
		if err != nil {
			if err.Is(IndexErrorType) || err.Is(StopIterationType) {
				return Value{}, nil
			}
			return Value{}, err
		}
		i++
		return x, nil
	}, nil, v)
}

// newCallableIterator is iter(callable, sentinel).
func newCallableIterator(fn, sentinel Value) Value {
	return newIterator(callableIterType, func(t *Thread) (Value, *Exception) {
		x, err := Call(t, fn, Args{})
		if err != nil {
			if err.Is(StopIterationType) {
				err = nil
			}
			return Value{}, err
		}
		eq, err := Equal(t, x, sentinel)
		if err != nil || eq {
			return Value{}, err
		}
		return x, nil
	}, nil, fn, sentinel)
}
