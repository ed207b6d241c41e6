package asyncio

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

func (f *fixture) newLock() *Lock {
	l, _ := object.AsNative[*Lock](f.new(LockType))
	return l
}

func (f *fixture) holder(l *Lock, name string, seconds float64) *Task {
	return f.task(name,
		await(l.acquireBody),
		do(func() { f.say("%s has it", name) }),
		sleep(seconds),
		do(func() { assert.Nil(f, l.release(f.thread)) }))
}

func TestLockIsTakenInOrderOfAsking(t *testing.T) {
	f := newFixture(t)
	l := f.newLock()
	for _, name := range []string{"a", "b", "c"} {
		f.holder(l, name, 1)
	}
	f.run()
	assert.Equal(t, []string{"0 a has it", "1 b has it", "2 c has it"}, f.log)
	assert.False(t, l.held)
	assert.Equal(t, []string{
		"primitive_created - 0/0",
		"primitive_acquired a 1/0", "primitive_released a 0/1",
		"primitive_acquired b 1/1", "primitive_released b 0/0",
		"primitive_acquired c 1/0", "primitive_released c 0/0",
	}, f.kinds(trace.PrimitiveCreated, trace.PrimitiveAcquired, trace.PrimitiveReleased))
	assert.Contains(t, f.waits(), "b lock")
}

func TestLockPassesOnWhenTheWokenTaskIsCancelled(t *testing.T) {
	f := newFixture(t)
	l := f.newLock()
	f.holder(l, "a", 1)
	b := f.holder(l, "b", 1)
	f.holder(l, "c", 1)
	f.loop.callAtGo(1, func(t *object.Thread) *object.Exception { // after a has released, before b runs
		_, err := b.cancel(t, object.Value{})
		return err
	})
	f.run()
	assert.Equal(t, []string{"0 a has it", "1 c has it"}, f.log)
	assert.Equal(t, cancelled, b.state)
}

func TestReleasingAFreeLockIsAnError(t *testing.T) {
	f := newFixture(t)
	err := f.newLock().release(f.thread)
	assert.Equal(t, "RuntimeError: Lock is not acquired.", exceptionText(f.thread, err))
}

func TestEventWakesAllInOrder(t *testing.T) {
	f := newFixture(t)
	e, _ := object.AsNative[*Event](f.new(EventType))
	for _, name := range []string{"a", "b"} {
		f.task(name, await(func() object.Resumable { return &eventWait{event: e} }), do(func() { f.say("%s", name) }))
	}
	f.task("setter", sleep(2), do(func() { e.set(f.thread); e.clear(f.thread) }))
	f.run()
	assert.Equal(t, []string{"2 a", "2 b"}, f.log)
	assert.False(t, e.flag)
	assert.Contains(t, f.waits(), "a event")
}

func TestSemaphoreLetsInAsManyAsItCounts(t *testing.T) {
	f := newFixture(t)
	s, _ := object.AsNative[*Semaphore](f.new(SemaphoreType, object.Int(2)))
	for _, name := range []string{"a", "b", "c", "d"} {
		f.task(name, await(s.acquireBody), do(func() { f.say("%s", name) }), sleep(1), do(func() { assert.Nil(t, s.release(f.thread)) }))
	}
	f.run()
	assert.Equal(t, []string{"0 a", "0 b", "1 c", "1 d"}, f.log)
	assert.Equal(t, 2, s.value)
	assert.Contains(t, f.waits(), "c semaphore")
}

func TestSemaphoreKeepsTheTurnOfACancelledTask(t *testing.T) {
	f := newFixture(t)
	s, _ := object.AsNative[*Semaphore](f.new(SemaphoreType, object.Int(0)))
	a := f.task("a", await(s.acquireBody))
	f.task("b", await(s.acquireBody), do(func() { f.say("b") }))
	f.task("releaser", sleep(1), do(func() {
		assert.Nil(t, s.release(f.thread))
		_, err := a.cancel(f.thread, object.Value{})
		assert.Nil(t, err)
	}))
	f.run()
	assert.Equal(t, []string{"1 b"}, f.log)
	assert.Equal(t, 0, s.value)
}

func TestBoundedSemaphoreIsNotReleasedTooOften(t *testing.T) {
	f := newFixture(t)
	s, _ := object.AsNative[*Semaphore](f.new(BoundedSemaphoreType))
	err := s.release(f.thread)
	assert.Equal(t, "ValueError: BoundedSemaphore released too many times", exceptionText(f.thread, err))
}

func TestConditionWakesAsManyAsNotified(t *testing.T) {
	f := newFixture(t)
	c, _ := object.AsNative[*Condition](f.new(ConditionType))
	lock := func() object.Resumable { return &acquireContext{lock: c.lock} }
	unlock := do(func() { assert.Nil(t, releasing(f.thread, c.lock)) })
	for _, name := range []string{"a", "b", "c"} {
		f.task(name, await(lock), await(func() object.Resumable { return &conditionWait{condition: c} }),
			do(func() { f.say("%s holds %v", name, mustLocked(f, c)) }), unlock)
	}
	for _, n := range []int{1, 2} {
		f.task("notifier", sleep(float64(n)), await(lock), do(func() { c.notify(f.thread, n) }), unlock)
	}
	f.run()
	assert.Equal(t, []string{"1 a holds true", "2 b holds true", "2 c holds true"}, f.log)
	assert.Contains(t, f.waits(), "a condition")
}

func mustLocked(f *fixture, c *Condition) bool {
	locked, err := isLocked(f.thread, c.lock)
	assert.Nil(f, err)
	return locked
}

func TestACancelledWaitOnAConditionTakesTheLockFirst(t *testing.T) {
	f := newFixture(t)
	c, _ := object.AsNative[*Condition](f.new(ConditionType))
	lock := func() object.Resumable { return &acquireContext{lock: c.lock} }
	waiter := f.task("waiter", await(lock), await(func() object.Resumable { return &conditionWait{condition: c} }),
		func(sent object.Value, thrown *object.Exception) object.Outcome {
			f.say("%s, locked %v", exceptionText(f.thread, thrown), mustLocked(f, c))
			assert.Nil(t, releasing(f.thread, c.lock))
			return object.Raise(thrown)
		})
	f.task("holder", sleep(1), await(lock), do(func() {
		_, err := waiter.cancel(f.thread, object.Value{})
		assert.Nil(t, err)
	}), sleep(3), do(func() { assert.Nil(t, releasing(f.thread, c.lock)) }))
	f.run()
	assert.Equal(t, []string{"4 CancelledError, locked true"}, f.log)
}

func TestBarrierLetsAPartyGoTogether(t *testing.T) {
	f := newFixture(t)
	b, _ := object.AsNative[*Barrier](f.new(BarrierType, object.Int(3)))
	for i, name := range []string{"a", "b", "c", "d"} {
		f.task(name, sleep(float64(i)), await(func() object.Resumable { return &barrierWait{barrier: b} }),
			then(func(position object.Value) object.Outcome {
				f.say("%s is %d", name, position.AsInt64())
				return object.Return(object.None)
			}))
	}
	f.run()
	assert.Equal(t, []string{"2 c is 2", "2 a is 0", "2 b is 1"}, f.log)
	assert.Equal(t, 1, b.waiting())
	assert.Contains(t, f.waits(), "d barrier")
}

func TestAnAbortedBarrierRaises(t *testing.T) {
	f := newFixture(t)
	b, _ := object.AsNative[*Barrier](f.new(BarrierType, object.Int(2)))
	f.task("a", await(func() object.Resumable { return &barrierWait{barrier: b} }),
		func(sent object.Value, thrown *object.Exception) object.Outcome {
			f.say("%s", exceptionText(f.thread, thrown))
			return object.Return(object.None)
		})
	f.task("aborter", sleep(1), await(func() object.Resumable {
		return &barrierChange{barrier: b, change: func(b *Barrier) { b.state = barrierBroken }}
	}))
	f.run()
	assert.Equal(t, []string{"1 BrokenBarrierError: Abort or reset of barrier"}, f.log)
}
