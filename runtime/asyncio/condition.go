package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Condition is asyncio.Condition (CPython 3.13 asyncio/locks.py).
type Condition struct {
	primitive
	lock object.Value
}

// ConditionType is asyncio.Condition.
var ConditionType = declareClass("asyncio.locks", "Condition")

// newPrivateCondition makes the condition inside a barrier: those who wait in it are shown
// as waiting for the barrier.
func newPrivateCondition(shownAs *waitInfo) *Condition {
	lock := &Lock{}
	lock.InitNative(LockType, lock)
	lock.shownAs = shownAs
	c := &Condition{lock: lock.Value()}
	c.InitNative(ConditionType, c)
	c.shownAs = shownAs
	return c
}

func (c *Condition) notifyAll(t *object.Thread) { c.notify(t, len(c.waiters)) }

// notify wakes the first n waiters (Condition._notify).
func (c *Condition) notify(t *object.Thread, n int) {
	for _, f := range c.waiters {
		if n <= 0 {
			break
		}
		if !f.done() {
			n--
			f.setResult(t, object.False)
		}
	}
	c.emit(t, trace.PrimitiveNotified, 0)
}

func (c *Condition) requireLock(t *object.Thread, what string) *object.Exception {
	locked, err := isLocked(t, c.lock)
	if err == nil && !locked {
		err = object.RuntimeErrorf("cannot %s on un-acquired lock", what)
	}
	return err
}

// conditionWait is the coroutine Condition.wait(): it gives the lock up, waits, and takes the
// lock again however often it is cancelled meanwhile.
type conditionWait struct {
	condition *Condition
	waiter    *Future
	acquiring bool
	// handled is what ended the wait, and raised what came last and is to be raised once the lock is taken.
	handled, raised *object.Exception
}

// Resume implements object.Resumable.
func (b *conditionWait) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	c := b.condition
	switch {
	case b.waiter == nil && thrown != nil:
		return object.Raise(thrown)
	case b.waiter == nil:
		return b.start(t)
	case !b.acquiring:
		b.acquiring = true
		c.waiters.remove(b.waiter)
		b.handled, b.raised = thrown, thrown
		return b.acquireLock(t)
	case thrown != nil:
		vm.SetContext(thrown, b.handled)
		b.raised = thrown
		if thrown.Is(CancelledErrorType) {
			return b.acquireLock(t)
		}
	}
	if b.raised != nil {
		return b.fail(t)
	}
	return object.Return(object.True)
}

func (b *conditionWait) start(t *object.Thread) object.Outcome {
	c := b.condition
	if err := c.requireLock(t, "wait"); err != nil {
		return object.Raise(err)
	}
	f, err := c.wait(t, trace.WaitCondition)
	if err != nil {
		return object.Raise(err)
	}
	b.waiter = f
	if err := releasing(t, c.lock); err != nil {
		c.waiters.remove(f)
		return object.Raise(err)
	}
	return object.Await(f)
}

func (b *conditionWait) acquireLock(t *object.Thread) object.Outcome {
	r, err := acquiring(t, b.condition.lock)
	if err != nil {
		b.raised = err
		return b.fail(t)
	}
	return object.Await(r)
}

// fail passes on a notification that this task can not use.
func (b *conditionWait) fail(t *object.Thread) object.Outcome {
	b.condition.notify(t, 1)
	if b.handled == nil {
		vm.SetContext(b.raised, t.Handling)
	}
	return object.Raise(b.raised)
}

// withContext makes before the context of exc, as raising exc while before is handled does.
func withContext(exc, before *object.Exception) *object.Exception {
	if before != nil && before != exc && exc.Context == nil {
		exc.Context = before
	}
	return exc
}

// conditionWaitFor is the coroutine Condition.wait_for().
type conditionWaitFor struct {
	condition *Condition
	predicate func(t *object.Thread) (object.Value, *object.Exception)
}

// Resume implements object.Resumable.
func (b *conditionWaitFor) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	result, err := b.predicate(t)
	if err != nil {
		return object.Raise(err)
	}
	holds, err := object.Truth(t, result)
	if err != nil {
		return object.Raise(err)
	}
	if holds {
		return object.Return(result)
	}
	if b.condition.Type().Flags&object.FlagHeap == 0 {
		return object.Await(&conditionWait{condition: b.condition})
	}
	v, err := object.CallMethod(t, b.condition.Value(), "wait")
	if err != nil {
		return object.Raise(err)
	}
	r, err := awaitable(t, v)
	if err != nil {
		return object.Raise(err)
	}
	return object.Await(r)
}

func init() {
	ConditionType.Alloc = func(cls *object.Type) *object.Object {
		c := newPrivateCondition(nil) // until __init__ has run
		c.SetType(cls)
		return &c.Object
	}
	addInit(ConditionType, "Condition.__init__(self, lock=)", func(t *object.Thread, c *Condition, a []object.Value) *object.Exception {
		c.lock = a[1]
		c.trace(t, 0)
		if !c.lock.IsValid() || c.lock.IsNone() {
			c.lock = newInternalLock(t).Value()
		}
		return nil
	})
	for _, name := range []string{"locked", "acquire", "release"} {
		addMethod(ConditionType, "Condition."+name+"(self)", func(t *object.Thread, c *Condition, a []object.Value) (object.Value, *object.Exception) {
			return object.CallMethod(t, c.lock, name)
		})
	}
	addCoroutine(ConditionType, "Condition.wait(self)", func(c *Condition, a []object.Value) object.Resumable {
		return &conditionWait{condition: c}
	})
	addCoroutine(ConditionType, "Condition.wait_for(self, predicate)", func(c *Condition, a []object.Value) object.Resumable {
		predicate := a[1]
		return &conditionWaitFor{condition: c, predicate: func(t *object.Thread) (object.Value, *object.Exception) {
			return object.Call(t, predicate, object.Args{})
		}}
	})
	addMethod(ConditionType, "Condition.notify(self, n=)", func(t *object.Thread, c *Condition, a []object.Value) (object.Value, *object.Exception) {
		n := 1
		if a[1].IsValid() {
			var err *object.Exception
			if n, err = object.AsIndex(t, a[1]); err != nil {
				return object.Value{}, err
			}
		}
		if err := c.requireLock(t, "notify"); err != nil {
			return object.Value{}, err
		}
		c.notify(t, n)
		return object.None, nil
	})
	addMethod(ConditionType, "Condition.notify_all(self)", func(t *object.Thread, c *Condition, a []object.Value) (object.Value, *object.Exception) {
		if err := c.requireLock(t, "notify"); err != nil {
			return object.Value{}, err
		}
		c.notifyAll(t)
		return object.None, nil
	})
	addGetter(ConditionType, "_lock", func(c *Condition) object.Value { return c.lock })
	addLockContext(ConditionType)
	ConditionType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		if c, _ := object.AsNative[*Condition](v); c.lock.IsValid() {
			visit(c.lock)
		}
	}
	ConditionType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*Condition](v)
		locked, err := isLocked(t, c.lock)
		if err != nil {
			return object.Value{}, err
		}
		return c.repr(t, lockedText(locked)), nil
	}
}
