package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// Lock is asyncio.Lock (CPython 3.13 asyncio/locks.py).
type Lock struct {
	primitive
	held bool
}

// LockType is asyncio.Lock.
var LockType = declareClass("asyncio.locks", "Lock")

// newInternalLock makes a lock that belongs to something else.
func newInternalLock(t *object.Thread) *Lock {
	l := &Lock{}
	l.InitNative(LockType, l)
	l.internal = true
	l.trace(t, 0)
	return l
}

func (l *Lock) locked() bool { return l.held }

func (l *Lock) acquireBody() object.Resumable { return &lockAcquire{lock: l} }

// take marks the lock as held by who runs now.
func (l *Lock) take(t *object.Thread) object.Outcome {
	l.held = true
	l.emit(t, trace.PrimitiveAcquired, 1)
	return object.Return(object.True)
}

// release is Lock.release().
func (l *Lock) release(t *object.Thread) *object.Exception {
	if !l.held {
		return object.RuntimeErrorf("Lock is not acquired.")
	}
	l.held = false
	l.wakeFirst(t)
	l.emit(t, trace.PrimitiveReleased, 0)
	return nil
}

// wakeFirst wakes the waiter at the head, unless it has been woken or cancelled already.
func (l *Lock) wakeFirst(t *object.Thread) {
	if len(l.waiters) > 0 && !l.waiters[0].done() {
		l.waiters[0].setResult(t, object.True)
	}
}

func (l *Lock) onlyCancelledWait() bool {
	for _, f := range l.waiters {
		if f.state != cancelled {
			return false
		}
	}
	return true
}

// lockAcquire is the coroutine Lock.acquire().
type lockAcquire struct {
	lock   *Lock
	waiter *Future
}

// Resume implements object.Resumable.
func (b *lockAcquire) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	l := b.lock
	if b.waiter == nil {
		if thrown != nil {
			return object.Raise(thrown)
		}
		if !l.held && l.onlyCancelledWait() {
			return l.take(t)
		}
		f, err := l.wait(t, trace.WaitLock)
		if err != nil {
			return object.Raise(err)
		}
		b.waiter = f
		return object.Await(f)
	}
	l.waiters.remove(b.waiter)
	if thrown != nil {
		// Woken and cancelled at once: the next one must not wait in vain.
		if thrown.Is(CancelledErrorType) && !l.held {
			l.wakeFirst(t)
		}
		return object.Raise(thrown)
	}
	return l.take(t)
}

func init() {
	LockType.Alloc = func(cls *object.Type) *object.Object {
		l := &Lock{}
		l.InitNative(cls, l)
		return &l.Object
	}
	addInit(LockType, "Lock.__init__(self)", func(t *object.Thread, l *Lock, a []object.Value) *object.Exception {
		l.trace(t, 0)
		return nil
	})
	addCoroutine(LockType, "Lock.acquire(self)", func(l *Lock, a []object.Value) object.Resumable { return l.acquireBody() })
	addMethod(LockType, "Lock.release(self)", func(t *object.Thread, l *Lock, a []object.Value) (object.Value, *object.Exception) {
		return object.None, l.release(t)
	})
	addMethod(LockType, "Lock.locked(self)", func(t *object.Thread, l *Lock, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(l.held), nil
	})
	addGetter(LockType, "_locked", func(l *Lock) object.Value { return object.Bool(l.held) })
	addLockContext(LockType)
	LockType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		l, _ := object.AsNative[*Lock](v)
		return l.repr(t, lockedText(l.held)), nil
	}
}

func lockedText(locked bool) string {
	if locked {
		return "locked"
	}
	return "unlocked"
}
