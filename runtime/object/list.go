package object

import "slices"

// ListType is list.
var ListType = declare("builtins", "list", LayoutList)

func init() {
	ListType.Alloc = func(cls *Type) *Object { return &(&List{Object: Object{typ: cls}}).Object }
	s := &ListType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		return ListType.Alloc(cls).Value(), t.Charge(instanceBytes)
	}
	s.Init = listInit
	s.Repr = listRepr
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsList(a)
		y, ok := AsList(b)
		if !ok {
			return NotImplemented, nil
		}
		return compareItems(t, op, &x.Items, &y.Items)
	}
	s.Len = func(t *Thread, v Value) (int, *Exception) { l, _ := AsList(v); return len(l.Items), nil }
	s.GetItem = listGetItem
	s.SetItem = listSetItem
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		l, _ := AsList(v)
		i, err := indexOf(t, &l.Items, x, 0, len(l.Items))
		return i >= 0, err
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		l, _ := AsList(v)
		return newListIterator(l), nil
	}
	s.Binary[OpAdd] = listAdd
	s.Binary[OpMult] = func(t *Thread, a, b Value) (Value, *Exception) {
		return repeatOperands(t, a, b, ListType, func(v Value, n int) (Value, *Exception) {
			l, _ := AsList(v)
			items, err := repeatItems(t, l.Items, n)
			return NewList(items), err
		})
	}
	s.InPlace[OpAdd] = func(t *Thread, a, b Value) (Value, *Exception) {
		l, _ := AsList(a)
		return a, l.extend(t, b)
	}
	s.InPlace[OpMult] = func(t *Thread, a, b Value) (Value, *Exception) {
		l, _ := AsList(a)
		n, ok, err := repeatCount(t, b)
		if err != nil || !ok {
			return NotImplemented, err
		}
		l.Items, err = repeatItems(t, l.Items, n)
		return a, err
	}
	s.Traverse = func(v Value, visit func(Value)) {
		l, _ := AsList(v)
		for _, x := range l.Items {
			visit(x)
		}
	}
	ListType.Add("__hash__", None)
	ListType.AllowSubscript()
	addListMethods()
}

func listInit(t *Thread, self Value, args Args) *Exception {
	if err := args.CheckCount("list", 0, 1); err != nil {
		return err
	}
	l, _ := AsList(self)
	l.Items = nil
	if len(args.Pos) == 0 {
		return nil
	}
	items, err := ToSlice(t, args.Pos[0])
	l.Items = items
	return err
}

func listRepr(t *Thread, v Value) (Value, *Exception) {
	l, _ := AsList(v)
	if len(l.Items) == 0 {
		return NewStr("[]"), nil
	}
	if !t.enterRepr(v) {
		return NewStr("[...]"), nil
	}
	defer t.leaveRepr()
	b, err := reprItems(t, func(i int) (Value, bool) {
		if i >= len(l.Items) {
			return Value{}, false
		}
		return l.Items[i], true
	})
	if err != nil {
		return Value{}, err
	}
	return NewStr("[" + string(b) + "]"), nil
}

func listGetItem(t *Thread, v, key Value) (Value, *Exception) {
	l, _ := AsList(v)
	if s, ok := AsSlice(key); ok {
		items, err := sliceItems(t, l.Items, s)
		return NewList(items), err
	}
	i, err := itemIndex(t, key, len(l.Items), "list", "list index out of range")
	if err != nil {
		return Value{}, err
	}
	return l.Items[i], nil
}

func listSetItem(t *Thread, v, key, x Value) *Exception {
	l, _ := AsList(v)
	if s, ok := AsSlice(key); ok {
		return l.setSlice(t, s, x)
	}
	i, err := itemIndex(t, key, len(l.Items), "list", "list assignment index out of range")
	if err != nil {
		return err
	}
	if !x.IsValid() {
		l.removeAt(i)
		return t.Tick((len(l.Items) - i) / 16)
	}
	l.Items[i] = x
	return nil
}

func (l *List) removeAt(i int) {
	copy(l.Items[i:], l.Items[i+1:])
	l.Items[len(l.Items)-1] = Value{}
	l.Items = l.Items[:len(l.Items)-1]
}

// setSlice is `l[s] = x`, or `del l[s]` for an invalid x.
func (l *List) setSlice(t *Thread, s *Slice, x Value) *Exception {
	var items []Value
	if x.IsValid() {
		if x.Type().Slots.Iter == nil && x.Type().Slots.GetItem == nil {
			return TypeErrorf("must assign iterable to extended slice")
		}
		var err *Exception
		if items, err = ToSlice(t, x); err != nil {
			return err
		}
	}
	start, step, count, err := s.Indices(t, len(l.Items))
	if err != nil {
		return err
	}
	if err := t.Tick((len(l.Items) + len(items)) / 8); err != nil {
		return err
	}
	if step == 1 {
		start = min(start, len(l.Items))
		if err := t.Charge(int64(len(items)) * valueBytes); err != nil {
			return err
		}
		tail := append([]Value(nil), l.Items[start+count:]...)
		l.Items = append(append(l.Items[:start], items...), tail...)
		return nil
	}
	if !x.IsValid() {
		l.deleteStepped(start, step, count)
		return nil
	}
	if len(items) != count {
		return ValueErrorf("attempt to assign sequence of size %d to extended slice of size %d", len(items), count)
	}
	for i, v := range items {
		l.Items[start+i*step] = v
	}
	return nil
}

func (l *List) deleteStepped(start, step, count int) {
	if count == 0 {
		return
	}
	if step < 0 {
		start, step = start+step*(count-1), -step
	}
	kept := l.Items[:start]
	next := start
	for i := start; i < len(l.Items); i++ {
		if count > 0 && i == next {
			next += step
			count--
			continue
		}
		kept = append(kept, l.Items[i])
	}
	clear(l.Items[len(kept):])
	l.Items = kept
}

func listAdd(t *Thread, a, b Value) (Value, *Exception) {
	x, ok := AsList(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsList(b)
	if !ok {
		return NotImplemented, nil
	}
	if err := t.Charge(int64(len(x.Items)+len(y.Items)) * valueBytes); err != nil {
		return Value{}, err
	}
	if err := t.Tick((len(x.Items) + len(y.Items)) / 8); err != nil {
		return Value{}, err
	}
	items := make([]Value, 0, len(x.Items)+len(y.Items))
	return NewList(append(append(items, x.Items...), y.Items...)), nil
}

// Append adds an item, charging for growth.
func (l *List) Append(t *Thread, v Value) *Exception {
	if len(l.Items) == cap(l.Items) {
		if err := t.Charge(int64(len(l.Items)/4+4) * valueBytes); err != nil {
			return err
		}
	}
	l.Items = append(l.Items, v)
	return nil
}

func (l *List) extend(t *Thread, v Value) *Exception {
	switch v.Type().Layout {
	case LayoutList, LayoutTuple:
		items, err := ToSlice(t, v)
		l.Items = append(l.Items, items...)
		return err
	}
	return Iterate(t, v, func(x Value) *Exception { return l.Append(t, x) })
}

func addListMethods() {
	ListType.method1("append", func(t *Thread, self, x Value) (Value, *Exception) {
		l, _ := AsList(self)
		return None, l.Append(t, x)
	})
	ListType.method1("extend", func(t *Thread, self, x Value) (Value, *Exception) {
		l, _ := AsList(self)
		return None, l.extend(t, x)
	})
	ListType.methodN("insert", 2, 2, func(t *Thread, a Args) (Value, *Exception) {
		l, _ := AsList(a.Pos[0])
		i, err := clampIndexStrict(t, a.Pos[1], len(l.Items))
		if err != nil {
			return Value{}, err
		}
		if err := l.Append(t, None); err != nil {
			return Value{}, err
		}
		copy(l.Items[i+1:], l.Items[i:])
		l.Items[i] = a.Pos[2]
		return None, t.Tick((len(l.Items) - i) / 16)
	})
	ListType.methodN("pop", 0, 1, listPop)
	ListType.method1("remove", func(t *Thread, self, x Value) (Value, *Exception) {
		l, _ := AsList(self)
		i, err := indexOf(t, &l.Items, x, 0, len(l.Items))
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			return Value{}, ValueErrorf("list.remove(x): x not in list")
		}
		l.removeAt(i)
		return None, nil
	})
	ListType.method0("clear", func(t *Thread, self Value) (Value, *Exception) {
		l, _ := AsList(self)
		l.Items = nil
		return None, nil
	})
	ListType.method0("copy", func(t *Thread, self Value) (Value, *Exception) {
		l, _ := AsList(self)
		items, err := cloneItems(t, l.Items)
		return NewList(items), err
	})
	ListType.method1("count", func(t *Thread, self, x Value) (Value, *Exception) {
		l, _ := AsList(self)
		return countOf(t, &l.Items, x)
	})
	ListType.methodN("index", 1, 3, func(t *Thread, a Args) (Value, *Exception) {
		l, _ := AsList(a.Pos[0])
		start, stop, err := searchBounds(t, a, len(l.Items))
		if err != nil {
			return Value{}, err
		}
		i, err := indexOf(t, &l.Items, a.Pos[1], start, stop)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			r, err := Repr(t, a.Pos[1])
			if err != nil {
				return Value{}, err
			}
			return Value{}, ValueErrorf("%s is not in list", r)
		}
		return Int(int64(i)), nil
	})
	ListType.method0("reverse", func(t *Thread, self Value) (Value, *Exception) {
		l, _ := AsList(self)
		slices.Reverse(l.Items)
		return None, t.Tick(len(l.Items) / 8)
	})
	ListType.method0("__reversed__", func(t *Thread, self Value) (Value, *Exception) {
		l, _ := AsList(self)
		return newListReverseIterator(l), nil
	})
	ListType.AddMethod("sort", listSort)
}

func clampIndexStrict(t *Thread, v Value, length int) (int, *Exception) {
	i, err := AsIndex(t, v)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += length
	}
	return max(0, min(i, length)), nil
}

func listPop(t *Thread, a Args) (Value, *Exception) {
	l, _ := AsList(a.Pos[0])
	i := -1
	if len(a.Pos) > 1 {
		var err *Exception
		if i, err = AsIndex(t, a.Pos[1]); err != nil {
			return Value{}, err
		}
	}
	if len(l.Items) == 0 {
		return Value{}, NewException(IndexErrorType, "pop from empty list")
	}
	if i < 0 {
		i += len(l.Items)
	}
	if i < 0 || i >= len(l.Items) {
		return Value{}, NewException(IndexErrorType, "pop index out of range")
	}
	v := l.Items[i]
	if i == 0 {
		// A list used as a queue: move the start instead of all items.
		l.Items[0] = Value{}
		l.Items = l.Items[1:]
		return v, nil
	}
	l.removeAt(i)
	return v, t.Tick((len(l.Items) - i) / 16)
}
