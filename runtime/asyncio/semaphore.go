package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// Semaphore is asyncio.Semaphore and asyncio.BoundedSemaphore (CPython 3.13
// asyncio/locks.py).
type Semaphore struct {
	primitive
	value   int
	bounded bool
	bound   int // the initial value, of a bounded one
}

// Types of semaphores.
var (
	SemaphoreType        = declareClass("asyncio.locks", "Semaphore")
	BoundedSemaphoreType = declareClass("asyncio.locks", "BoundedSemaphore", SemaphoreType)
)

func (s *Semaphore) locked() bool {
	if s.value == 0 {
		return true
	}
	for _, f := range s.waiters {
		if f.state != cancelled {
			return true
		}
	}
	return false
}

func (s *Semaphore) acquireBody() object.Resumable { return &semaphoreAcquire{semaphore: s} }

// release is Semaphore.release().
func (s *Semaphore) release(t *object.Thread) *object.Exception {
	if s.bounded && s.value >= s.bound {
		return object.ValueErrorf("BoundedSemaphore released too many times")
	}
	s.value++
	s.wakeNext(t)
	s.emit(t, trace.PrimitiveReleased, s.value)
	return nil
}

// wakeNext gives the next waiter its turn: the counter falls at once.
func (s *Semaphore) wakeNext(t *object.Thread) bool {
	if s.waiters.wakeFirstPending(t) {
		s.value--
		return true
	}
	return false
}

// semaphoreAcquire is the coroutine Semaphore.acquire().
type semaphoreAcquire struct {
	semaphore *Semaphore
	waiter    *Future
}

// Resume implements object.Resumable.
func (b *semaphoreAcquire) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	s := b.semaphore
	if b.waiter == nil {
		if thrown != nil {
			return object.Raise(thrown)
		}
		return b.start(t)
	}
	s.waiters.remove(b.waiter)
	if thrown != nil && thrown.Is(CancelledErrorType) && b.waiter.done() && b.waiter.state != cancelled {
		s.value++ // its turn had come
	}
	for s.value > 0 && s.wakeNext(t) {
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	s.emit(t, trace.PrimitiveAcquired, s.value)
	return object.Return(object.True)
}

func (b *semaphoreAcquire) start(t *object.Thread) object.Outcome {
	s := b.semaphore
	if !s.locked() {
		s.value--
		s.emit(t, trace.PrimitiveAcquired, s.value)
		return object.Return(object.True)
	}
	f, err := s.wait(t, trace.WaitSemaphore)
	if err != nil {
		return object.Raise(err)
	}
	b.waiter = f
	return object.Await(f)
}

func semaphoreInit(t *object.Thread, s *Semaphore, a []object.Value) *object.Exception {
	s.value = 1
	if a[1].IsValid() {
		negative, err := object.CompareBool(t, object.CompareLt, a[1], object.Int(0))
		if err != nil {
			return err
		}
		if negative {
			return object.ValueErrorf("Semaphore initial value must be >= 0")
		}
		if s.value, err = object.AsIndex(t, a[1]); err != nil {
			return err
		}
	}
	s.bound = s.value
	s.trace(t, s.value)
	return nil
}

func init() {
	for _, typ := range []*object.Type{SemaphoreType, BoundedSemaphoreType} {
		bounded := typ == BoundedSemaphoreType
		typ.Alloc = func(cls *object.Type) *object.Object {
			s := &Semaphore{bounded: bounded}
			s.InitNative(cls, s)
			return &s.Object
		}
		addInit(typ, typ.Name+".__init__(self, value=)", semaphoreInit)
	}
	addCoroutine(SemaphoreType, "Semaphore.acquire(self)", func(s *Semaphore, a []object.Value) object.Resumable { return s.acquireBody() })
	addMethod(SemaphoreType, "Semaphore.release(self)", func(t *object.Thread, s *Semaphore, a []object.Value) (object.Value, *object.Exception) {
		return object.None, s.release(t)
	})
	addMethod(SemaphoreType, "Semaphore.locked(self)", func(t *object.Thread, s *Semaphore, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(s.locked()), nil
	})
	addGetter(SemaphoreType, "_value", func(s *Semaphore) object.Value { return object.Int(int64(s.value)) })
	addGetter(BoundedSemaphoreType, "_bound_value", func(s *Semaphore) object.Value { return object.Int(int64(s.bound)) })
	addLockContext(SemaphoreType)
	SemaphoreType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		s, _ := object.AsNative[*Semaphore](v)
		if s.locked() {
			return s.repr(t, "locked"), nil
		}
		return s.repr(t, "unlocked, value:"+itoa(s.value)), nil
	}
}
