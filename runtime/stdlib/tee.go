package stdlib

import "asyncplay/runtime/object"

// teeLink is an item and, once it is read, the one behind it.
type teeLink struct {
	value object.Value
	next  *teeLink
}

// tee is an iterator made by itertools.tee().
type tee struct {
	object.Native
	source object.Value
	link   *teeLink // the value of link.next is next
}

var teeType = declare("itertools", "_tee")

func newTee(source object.Value, link *teeLink) object.Value {
	x := &tee{source: source, link: link}
	x.InitNative(teeType, x)
	return x.Value()
}

func init() {
	s := &teeType.Slots
	s.Iter = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) { return v, nil }
	s.Next = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		x, _ := object.AsNative[*tee](v)
		if x.link.next == nil {
			item, err := object.Next(t, x.source)
			if err != nil || !item.IsValid() {
				return item, err
			}
			x.link.next = &teeLink{value: item}
			if err := t.Charge(32); err != nil {
				return object.Value{}, err
			}
		}
		x.link = x.link.next
		return x.link.value, nil
	}
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		x, _ := object.AsNative[*tee](v)
		visit(x.source)
		for l := x.link.next; l != nil; l = l.next {
			visit(l.value)
		}
	}
	method(teeType, "__copy__(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		x, _ := object.AsNative[*tee](a[0])
		return newTee(x.source, x.link), nil
	})
}

func itertoolsTee(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	n := 2
	if len(a) == 2 {
		var err *object.Exception
		if n, err = object.AsIndex(t, a[1]); err != nil {
			return object.Value{}, err
		}
	}
	if n < 0 {
		return object.Value{}, object.ValueErrorf("n must be >= 0")
	}
	if err := t.Charge(int64(n) * 64); err != nil {
		return object.Value{}, err
	}
	it, err := object.Iter(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	source, link := it, &teeLink{}
	if x, ok := object.AsNative[*tee](it); ok {
		source, link = x.source, x.link
	}
	list := make([]object.Value, n)
	for i := range list {
		list[i] = newTee(source, link)
	}
	return object.NewTuple(list...), nil
}
