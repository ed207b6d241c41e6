package stdlib

import (
	"strconv"

	"asyncplay/runtime/object"
)

// counter is itertools.count.
type counter struct {
	object.Native
	next, step object.Value
}

// repeater is itertools.repeat.
type repeater struct {
	object.Native
	value object.Value
	left  int // -1: for ever
}

var (
	counterType  = declare("itertools", "count")
	repeaterType = declare("itertools", "repeat")
)

func selfIter(t *object.Thread, v object.Value) (object.Value, *object.Exception) { return v, nil }

func init() {
	itertoolsTypes["count"], itertoolsTypes["repeat"] = counterType, repeaterType
	initCounter()
	initRepeater()
}

func initCounter() {
	s := &counterType.Slots
	sig := object.MustSignature("count(start=, step=)")
	s.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		var a [2]object.Value
		if err := sig.Bind(args, a[:]); err != nil {
			return object.Value{}, err
		}
		c := &counter{next: given(a[0], object.Int(0)), step: given(a[1], object.Int(1))}
		for _, v := range []object.Value{c.next, c.step} {
			if v.Type().Slots.Int == nil && v.Type().Slots.Float == nil && v.Type().Slots.Index == nil && !object.IsIntLike(v) {
				return object.Value{}, object.TypeErrorf("a number is required")
			}
		}
		c.InitNative(counterType, c)
		return c.Value(), nil
	}
	s.Iter = selfIter
	s.Next = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*counter](v)
		current := c.next
		next, err := object.Binary(t, object.OpAdd, c.next, c.step)
		if err == nil {
			c.next = next
			err = t.Tick(1)
		}
		return current, err
	}
	s.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*counter](v)
		next, err := object.Repr(t, c.next)
		if err != nil {
			return object.Value{}, err
		}
		if n, ok := object.SmallInt(c.step); ok && n == 1 {
			return object.NewStr("count(" + next + ")"), nil
		}
		step, err := object.Repr(t, c.step)
		return object.NewStr("count(" + next + ", " + step + ")"), err
	}
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		c, _ := object.AsNative[*counter](v)
		visit(c.next)
		visit(c.step)
	}
}

func initRepeater() {
	s := &repeaterType.Slots
	sig := object.MustSignature("repeat(object, times=)")
	s.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		var a [2]object.Value
		if err := sig.Bind(args, a[:]); err != nil {
			return object.Value{}, err
		}
		r := &repeater{value: a[0], left: -1}
		if a[1].IsValid() {
			n, err := object.AsIndex(t, a[1])
			if err != nil {
				return object.Value{}, err
			}
			r.left = max(0, n)
		}
		r.InitNative(repeaterType, r)
		return r.Value(), nil
	}
	s.Iter = selfIter
	s.Next = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		r, _ := object.AsNative[*repeater](v)
		if r.left == 0 {
			return object.Value{}, nil
		}
		if r.left > 0 {
			r.left--
		}
		return r.value, t.Tick(1)
	}
	s.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		r, _ := object.AsNative[*repeater](v)
		text, err := object.Repr(t, r.value)
		if r.left >= 0 {
			text += ", " + strconv.Itoa(r.left)
		}
		return object.NewStr("repeat(" + text + ")"), err
	}
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		r, _ := object.AsNative[*repeater](v)
		visit(r.value)
	}
	method(repeaterType, "__length_hint__(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		r, _ := object.AsNative[*repeater](a[0])
		if r.left < 0 {
			return object.Value{}, object.TypeErrorf("len() of unsized object")
		}
		return object.Int(int64(r.left)), nil
	})
}
