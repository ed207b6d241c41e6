package stdlib

import (
	"strconv"
	"strings"

	"asyncplay/runtime/object"
)

var (
	dequeIteratorType = object.NewIteratorType("_collections", "_deque_iterator")
	dequeReverseType  = object.NewIteratorType("_collections", "_deque_reverse_iterator")
)

func init() {
	DequeType.Flags |= object.FlagHasDict
	DequeType.AllowSubscript()
	initDequeMaking()
	initDequeSlots()
	initDequeOperators()
	addDequeEnds()
	addDequeMethods()
}

func newCollectionsModule(t *object.Thread) *object.Module {
	m := object.NewModule("_collections")
	m.Dict.SetStr("deque", DequeType.Value())
	m.Dict.SetStr("_tuplegetter", tupleGetterType.Value())
	defineN(m, "make_new", 3, 3, makeTupleNew)
	defineN(m, "make_init", 4, 4, makeDataInit)
	return m
}

func initDequeMaking() {
	DequeType.Alloc = func(cls *object.Type) *object.Object { return &newDeque(cls).Object }
	DequeType.Add("__hash__", object.None)
	s := &DequeType.Slots
	s.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		return newDeque(cls).Value(), nil
	}
	sig := object.MustSignature("deque(iterable=, maxlen=)")
	s.Init = func(t *object.Thread, self object.Value, args object.Args) *object.Exception {
		var a [2]object.Value
		if len(args.Pos) > 2 {
			return object.TypeErrorf("deque() takes at most 2 arguments (%d given)", len(args.Pos))
		}
		if err := sig.Bind(args, a[:]); err != nil {
			return err
		}
		d := dequeOf(self)
		d.max = -1
		if !absent(a[1]) {
			n, err := object.AsIndex(t, a[1])
			if err != nil {
				return err
			}
			if n < 0 {
				return object.ValueErrorf("maxlen must be non-negative")
			}
			d.max = n
		}
		d.clear()
		if !a[0].IsValid() {
			return nil
		}
		return d.extend(t, a[0], d.append)
	}
	DequeType.AddGetter("maxlen", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		if d := dequeOf(v); d.max >= 0 {
			return object.Int(int64(d.max)), nil
		}
		return object.None, nil
	})
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		d := dequeOf(v)
		for i := range d.count {
			visit(*d.at(i))
		}
	}
}

func initDequeSlots() {
	s := &DequeType.Slots
	s.Repr = dequeRepr
	s.Len = func(t *object.Thread, v object.Value) (int, *object.Exception) { return dequeOf(v).count, nil }
	s.Bool = func(t *object.Thread, v object.Value) (bool, *object.Exception) { return dequeOf(v).count > 0, nil }
	s.Contains = func(t *object.Thread, v, x object.Value) (bool, *object.Exception) {
		i, err := dequeOf(v).find(t, x, 0, dequeOf(v).count)
		return i >= 0, err
	}
	s.GetItem = func(t *object.Thread, v, key object.Value) (object.Value, *object.Exception) {
		i, err := dequeOf(v).index(t, key)
		if err != nil {
			return object.Value{}, err
		}
		return *dequeOf(v).at(i), nil
	}
	s.SetItem = func(t *object.Thread, v, key, x object.Value) *object.Exception {
		d := dequeOf(v)
		i, err := d.index(t, key)
		if err != nil {
			return err
		}
		if !x.IsValid() {
			return d.delete(t, i)
		}
		*d.at(i) = x
		return nil
	}
	s.Iter = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		d, i := dequeOf(v), -1
		return dequeIterator(d, dequeIteratorType, func() int { i++; return i }), nil
	}
	method(DequeType, "__reversed__(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		d := dequeOf(a[0])
		i := d.count
		return dequeIterator(d, dequeReverseType, func() int { i--; return i }), nil
	})
}

func dequeIterator(d *Deque, typ *object.Type, next func() int) object.Value {
	version := d.version
	return object.NewIterator(typ, func(t *object.Thread) (object.Value, *object.Exception) {
		if d.version != version {
			return object.Value{}, object.RuntimeErrorf("deque mutated during iteration")
		}
		i := next()
		if i < 0 || i >= d.count {
			return object.Value{}, nil
		}
		return *d.at(i), nil
	}, d.Value())
}

// index converts a subscript.
func (d *Deque) index(t *object.Thread, key object.Value) (int, *object.Exception) {
	if key.Type().Slots.Index == nil && !object.IsIntLike(key) {
		return 0, object.TypeErrorf("sequence index must be integer, not '%s'", object.TypeName(key))
	}
	i, err := object.AsIndex(t, key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += d.count
	}
	if i < 0 || i >= d.count {
		return 0, object.NewException(object.IndexErrorType, "deque index out of range")
	}
	return i, nil
}

func dequeRepr(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	d := dequeOf(v)
	if done, err := enterRepr(t, v); err != nil || done {
		return object.NewStr("[...]"), err
	}
	defer leaveRepr(t)
	var b strings.Builder
	b.WriteString(v.Type().Name + "([")
	for i, item := range d.items() {
		if i > 0 {
			b.WriteString(", ")
		}
		text, err := object.Repr(t, item)
		if err != nil {
			return object.Value{}, err
		}
		b.WriteString(text)
	}
	b.WriteString("]")
	if d.max >= 0 {
		b.WriteString(", maxlen=" + strconv.Itoa(d.max))
	}
	b.WriteString(")")
	return object.NewStr(b.String()), nil
}

func initDequeOperators() {
	s := &DequeType.Slots
	s.Compare = func(t *object.Thread, op object.CompareOp, a, b object.Value) (object.Value, *object.Exception) {
		x, y := dequeOf(a), dequeOf(b)
		if x == nil || y == nil {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, object.NewList(x.items()), object.NewList(y.items()))
	}
	s.Binary[object.OpAdd] = func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		x, y := dequeOf(a), dequeOf(b)
		if x == nil {
			return object.NotImplemented, nil
		}
		if y == nil {
			return object.Value{}, object.TypeErrorf("can only concatenate deque (not \"%s\") to deque", object.TypeName(b))
		}
		r, err := x.clone(t)
		if err == nil {
			err = r.extend(t, b, r.append)
		}
		return r.Value(), err
	}
	s.InPlace[object.OpAdd] = func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		d := dequeOf(a)
		return a, d.extend(t, b, d.append)
	}
	repeat := func(t *object.Thread, d *Deque, count object.Value, into *Deque) *object.Exception {
		n, err := object.AsIndex(t, count)
		if err != nil {
			return err
		}
		list := d.items()
		if err := t.Charge(int64(max(0, n)) * int64(len(list)) * dequeSlotBytes); err != nil {
			return err
		}
		into.clear()
		for range n {
			for _, v := range list {
				if err := into.append(t, v); err != nil {
					return err
				}
			}
			if err := t.Tick(len(list)); err != nil {
				return err
			}
		}
		return nil
	}
	s.Binary[object.OpMult] = func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		d, count := dequeOf(a), b
		if d == nil {
			d, count = dequeOf(b), a
		}
		if !object.IsIntLike(count) {
			return object.NotImplemented, nil
		}
		r := newDeque(d.Type())
		r.max = d.max
		return r.Value(), repeat(t, d, count, r)
	}
	s.InPlace[object.OpMult] = func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		return a, repeat(t, dequeOf(a), b, dequeOf(a))
	}
}

func addDequeEnds() {
	add := func(name string, end func(d *Deque) func(*object.Thread, object.Value) *object.Exception) {
		method(DequeType, name+"(self, item, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.None, end(dequeOf(a[0]))(t, a[1])
		})
	}
	add("append", func(d *Deque) func(*object.Thread, object.Value) *object.Exception { return d.append })
	add("appendleft", func(d *Deque) func(*object.Thread, object.Value) *object.Exception { return d.appendLeft })
	add("extend", func(d *Deque) func(*object.Thread, object.Value) *object.Exception {
		return func(t *object.Thread, v object.Value) *object.Exception { return d.extend(t, v, d.append) }
	})
	add("extendleft", func(d *Deque) func(*object.Thread, object.Value) *object.Exception {
		return func(t *object.Thread, v object.Value) *object.Exception { return d.extend(t, v, d.appendLeft) }
	})
	take := func(name string, pop func(d *Deque) object.Value) {
		method(DequeType, name+"(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			d := dequeOf(a[0])
			if d.count == 0 {
				return object.Value{}, object.NewException(object.IndexErrorType, "pop from an empty deque")
			}
			return pop(d), nil
		})
	}
	take("pop", (*Deque).popRight)
	take("popleft", (*Deque).popLeft)
}

func addDequeMethods() {
	method(DequeType, "clear(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		dequeOf(a[0]).clear()
		return object.None, nil
	})
	for _, name := range []string{"copy", "__copy__"} {
		method(DequeType, name+"(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			c, err := dequeOf(a[0]).clone(t)
			return c.Value(), err
		})
	}
	method(DequeType, "reverse(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		d := dequeOf(a[0])
		for i, j := 0, d.count-1; i < j; i, j = i+1, j-1 {
			*d.at(i), *d.at(j) = *d.at(j), *d.at(i)
		}
		d.version++
		return object.None, t.Tick(d.count)
	})
	method(DequeType, "rotate(self, n=, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, err := object.AsIndex(t, given(a[1], object.Int(1)))
		if err == nil {
			dequeOf(a[0]).rotate(n)
			err = t.Tick(dequeOf(a[0]).count)
		}
		return object.None, err
	})
	method(DequeType, "count(self, value, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		d, count := dequeOf(a[0]), 0
		for i := 0; ; i++ {
			at, err := d.find(t, a[1], i, d.count)
			if err != nil || at < 0 {
				return object.Int(int64(count)), err
			}
			count++
			i = at
		}
	})
	method(DequeType, "index(self, value, start=, stop=, /)", dequeIndex)
	method(DequeType, "insert(self, index, value, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		d := dequeOf(a[0])
		i, err := object.AsIndex(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if d.count == d.max {
			return object.Value{}, object.NewException(object.IndexErrorType, "deque already at its maximum size")
		}
		i = clampIndex(i, d.count)
		list := d.items()
		return object.None, d.set(t, append(list[:i:i], append([]object.Value{a[2]}, list[i:]...)...))
	})
	method(DequeType, "remove(self, value, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		d := dequeOf(a[0])
		i, err := d.mustFind(t, a[1], 0, d.count)
		if err != nil {
			return object.Value{}, err
		}
		return object.None, d.delete(t, i)
	})
}

// clampIndex makes an index of slicing out of any int.
func clampIndex(i, length int) int {
	if i < 0 {
		i += length
	}
	return max(0, min(i, length))
}

func dequeIndex(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	d := dequeOf(a[0])
	start, stop := 0, d.count
	for i, p := range []*int{&start, &stop} {
		if a[2+i].IsValid() {
			n, err := object.AsIndex(t, a[2+i])
			if err != nil {
				return object.Value{}, err
			}
			*p = clampIndex(n, d.count)
		}
	}
	i, err := d.mustFind(t, a[1], start, stop)
	return object.Int(int64(i)), err
}

// mustFind is find for what has to be there.
func (d *Deque) mustFind(t *object.Thread, v object.Value, start, stop int) (int, *object.Exception) {
	i, err := d.find(t, v, start, stop)
	if err != nil || i >= 0 {
		return i, err
	}
	text, err := object.Repr(t, v)
	if err != nil {
		return 0, err
	}
	return 0, object.ValueErrorf("%s is not in deque", text)
}
