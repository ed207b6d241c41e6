package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
)

// waitersView is what programs see of the futures that a primitive's waiters wait for:
// `lock._waiters`, `queue._getters`. They are private names in CPython (collections.deque in
// asyncio/locks.py and asyncio/queues.py), which curious programs and CPython's own tests
// look at. The view is live: appending a future to it makes a waiter.
type waitersView struct {
	object.Native
	list *waiters
}

var waitersViewType = declare("collections", "deque")

func viewOf(list *waiters) object.Value {
	v := &waitersView{list: list}
	v.InitNative(waitersViewType, v)
	return v.Value()
}

func (w *waitersView) values() []object.Value {
	values := make([]object.Value, len(*w.list))
	for i, f := range *w.list {
		values[i] = f.Value()
	}
	return values
}

// waiterOf makes a waiter of a value: what is no future counts as one that is cancelled, so
// that nobody tries to wake it.
func waiterOf(t *object.Thread, v object.Value) *Future {
	if f := futureOf(v); f != nil {
		return f
	}
	f := &Future{loop: stateOf(t).running, state: cancelled}
	f.InitNative(FutureType, f)
	return f
}

func init() {
	self := func(v object.Value) *waitersView {
		w, _ := object.AsNative[*waitersView](v)
		return w
	}
	s := &waitersViewType.Slots
	s.Len = func(t *object.Thread, v object.Value) (int, *object.Exception) { return len(*self(v).list), nil }
	s.Iter = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return object.Iter(t, object.NewList(self(v).values()))
	}
	s.GetItem = func(t *object.Thread, v, key object.Value) (object.Value, *object.Exception) {
		i, err := object.AsIndex(t, key)
		if err != nil {
			return object.Value{}, err
		}
		values := self(v).values()
		if i < 0 {
			i += len(values)
		}
		if i < 0 || i >= len(values) {
			return object.Value{}, object.Errorf(object.IndexErrorType, "deque index out of range")
		}
		return values[i], nil
	}
	s.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		r, err := object.Repr(t, object.NewList(self(v).values()))
		return object.NewStr("deque(" + r + ")"), err
	}
	addMethod(waitersViewType, "deque.append(self, x)", func(t *object.Thread, w *waitersView, a []object.Value) (object.Value, *object.Exception) {
		if err := t.Charge(futureBytes); err != nil {
			return object.Value{}, err
		}
		*w.list = append(*w.list, waiterOf(t, a[1]))
		return object.None, nil
	})
	addMethod(waitersViewType, "deque.popleft(self)", func(t *object.Thread, w *waitersView, a []object.Value) (object.Value, *object.Exception) {
		if len(*w.list) == 0 {
			return object.Value{}, object.Errorf(object.IndexErrorType, "pop from an empty deque")
		}
		f := (*w.list)[0]
		*w.list = slices.Delete(*w.list, 0, 1)
		return f.Value(), nil
	})
	addMethod(waitersViewType, "deque.remove(self, value)", func(t *object.Thread, w *waitersView, a []object.Value) (object.Value, *object.Exception) {
		f := futureOf(a[1])
		if f == nil || !slices.Contains(*w.list, f) {
			return object.Value{}, object.ValueErrorf("deque.remove(x): x not in deque")
		}
		w.list.remove(f)
		return object.None, nil
	})
}

// addWaiters gives a type its attribute of waiters; lazily are those that CPython makes with
// the first waiter and that are None until then.
func addWaiters[T any](typ *object.Type, name string, lazily bool, list func(self T) *waiters) {
	typ.AddGetSet(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		self, _ := object.AsNative[T](v)
		w := list(self)
		if lazily && *w == nil {
			return object.None, nil
		}
		return viewOf(w), nil
	}, func(t *object.Thread, v, x object.Value) *object.Exception {
		self, _ := object.AsNative[T](v)
		w := list(self)
		fresh := waiters{}
		if x.IsValid() && !x.IsNone() {
			if err := object.Iterate(t, x, func(item object.Value) *object.Exception {
				fresh = append(fresh, waiterOf(t, item))
				return t.Charge(futureBytes)
			}); err != nil {
				return err
			}
		}
		*w = fresh
		return nil
	})
}

// addBoundLoop gives a type the attribute _loop: the loop that it was used in first.
func addBoundLoop[T any](typ *object.Type, bound func(self T) **Loop) {
	typ.AddGetSet("_loop", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		self, _ := object.AsNative[T](v)
		if l := *bound(self); l != nil {
			return l.Value(), nil
		}
		return object.None, nil
	}, func(t *object.Thread, v, x object.Value) *object.Exception {
		self, _ := object.AsNative[T](v)
		if !x.IsValid() || x.IsNone() {
			*bound(self) = nil
			return nil
		}
		l, ok := loopOf(x)
		if !ok {
			return object.TypeErrorf("an event loop is required, not %s", object.TypeName(x))
		}
		*bound(self) = l
		return nil
	})
}

func init() {
	addWaiters(LockType, "_waiters", true, func(l *Lock) *waiters { return &l.waiters })
	addWaiters(EventType, "_waiters", false, func(e *Event) *waiters { return &e.waiters })
	addWaiters(ConditionType, "_waiters", false, func(c *Condition) *waiters { return &c.waiters })
	addWaiters(SemaphoreType, "_waiters", true, func(s *Semaphore) *waiters { return &s.waiters })
	addWaiters(QueueType, "_getters", false, func(q *Queue) *waiters { return &q.getters })
	addWaiters(QueueType, "_putters", false, func(q *Queue) *waiters { return &q.putters })
	addBoundLoop(LockType, func(l *Lock) **Loop { return &l.loop })
	addBoundLoop(EventType, func(e *Event) **Loop { return &e.loop })
	addBoundLoop(ConditionType, func(c *Condition) **Loop { return &c.loop })
	addBoundLoop(SemaphoreType, func(s *Semaphore) **Loop { return &s.loop })
	addBoundLoop(QueueType, func(q *Queue) **Loop { return &q.loop })
	addGetter(EventType, "_value", func(e *Event) object.Value { return object.Bool(e.flag) })
	addGetter(BarrierType, "_count", func(b *Barrier) object.Value { return object.Int(int64(b.count)) })
	addGetter(BarrierType, "_parties", func(b *Barrier) object.Value { return object.Int(int64(b.parties)) })
	addQueueMethod("Queue._format(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		text, err := queueFormat(t, q)
		return object.NewStr(text), err
	})
	TaskGroupType.AddGetter("_tasks", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		g, _ := object.AsNative[*TaskGroup](v)
		set := object.NewOrderedSet()
		for _, f := range g.tasks {
			if err := set.Add(t, f.Value()); err != nil {
				return object.Value{}, err
			}
		}
		return set.Value(), nil
	})
}
