package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// barrierState is the life of a Barrier.
type barrierState uint8

const (
	barrierFilling barrierState = iota
	barrierDraining
	barrierResetting
	barrierBroken
)

var barrierStateNames = [...]string{"filling", "draining", "resetting", "broken"}

// Barrier is asyncio.Barrier (CPython 3.13 asyncio/locks.py).
type Barrier struct {
	primitive
	condition *Condition
	parties   int
	state     barrierState
	count     int // tasks in the barrier
}

// BarrierType is asyncio.Barrier.
var BarrierType = declareClass("asyncio.locks", "Barrier")

func (b *Barrier) waiting() int {
	if b.state == barrierFilling {
		return b.count
	}
	return 0
}

// barrierStage is how far a task is in Barrier.wait().
type barrierStage uint8

const (
	barrierEnter   barrierStage = iota // about to take the lock
	barrierBlocked                     // the previous round still drains, or the barrier is reset
	barrierWaiting                     // for the others
)

// barrierWait is the coroutine Barrier.wait().
type barrierWait struct {
	barrier *Barrier
	stage   barrierStage
	started bool
	index   int
}

// Resume implements object.Resumable.
func (w *barrierWait) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	b := w.barrier
	switch w.stage {
	case barrierEnter:
		if thrown != nil {
			return object.Raise(thrown)
		}
		if !w.started {
			w.started = true
			return awaitLock(t, b.condition)
		}
		w.stage = barrierBlocked
	case barrierBlocked:
		if thrown != nil {
			return w.leave(t, thrown)
		}
	case barrierWaiting:
		if thrown != nil {
			return w.leaveRound(t, thrown)
		}
		return w.waitForOthers(t)
	}
	return w.arrive(t)
}

func awaitLock(t *object.Thread, c *Condition) object.Outcome {
	r, err := acquiring(t, c.lock)
	if err != nil {
		return object.Raise(err)
	}
	return object.Await(r)
}

// arrive joins the round unless the previous one still drains.
func (w *barrierWait) arrive(t *object.Thread) object.Outcome {
	b := w.barrier
	switch b.state {
	case barrierDraining, barrierResetting:
		return object.Await(&conditionWait{condition: b.condition})
	case barrierBroken:
		return w.leave(t, object.NewException(BrokenBarrierErrorType, "Barrier aborted"))
	}
	w.index = b.count
	b.count++
	b.emit(t, trace.PrimitiveAcquired, b.count)
	if w.index+1 == b.parties {
		b.state = barrierDraining
		b.condition.notifyAll(t)
		return w.leaveRound(t, nil)
	}
	w.stage = barrierWaiting
	return w.waitForOthers(t)
}

func (w *barrierWait) waitForOthers(t *object.Thread) object.Outcome {
	switch w.barrier.state {
	case barrierFilling:
		return object.Await(&conditionWait{condition: w.barrier.condition})
	case barrierBroken, barrierResetting:
		return w.leaveRound(t, object.NewException(BrokenBarrierErrorType, "Abort or reset of barrier"))
	}
	return w.leaveRound(t, nil)
}

// leaveRound counts the task out; the last one opens the barrier for the next round.
func (w *barrierWait) leaveRound(t *object.Thread, thrown *object.Exception) object.Outcome {
	b := w.barrier
	b.count--
	if b.count == 0 {
		if b.state == barrierResetting || b.state == barrierDraining {
			b.state = barrierFilling
		}
		b.condition.notifyAll(t)
	}
	b.emit(t, trace.PrimitiveReleased, b.count)
	return w.leave(t, thrown)
}

func (w *barrierWait) leave(t *object.Thread, thrown *object.Exception) object.Outcome {
	if err := releasing(t, w.barrier.condition.lock); err != nil {
		return object.Raise(withContext(err, thrown))
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	return object.Return(object.Int(int64(w.index)))
}

// barrierChange is the coroutines Barrier.reset() and Barrier.abort(): under the lock the
// state changes and everybody is woken.
type barrierChange struct {
	barrier *Barrier
	change  func(b *Barrier)
	started bool
}

// Resume implements object.Resumable.
func (c *barrierChange) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	b := c.barrier
	if thrown != nil {
		return object.Raise(thrown)
	}
	if !c.started {
		c.started = true
		return awaitLock(t, b.condition)
	}
	c.change(b)
	b.condition.notifyAll(t)
	b.emit(t, trace.PrimitiveNotified, b.count)
	if err := releasing(t, b.condition.lock); err != nil {
		return object.Raise(err)
	}
	return object.Return(object.None)
}

func barrierReset(b *Barrier) {
	if b.count > 0 {
		b.state = barrierResetting
	} else {
		b.state = barrierFilling
	}
}

func init() {
	BarrierType.Alloc = func(cls *object.Type) *object.Object {
		b := &Barrier{condition: newPrivateCondition(nil)} // until __init__ has run
		b.InitNative(cls, b)
		return &b.Object
	}
	addInit(BarrierType, "Barrier.__init__(self, parties)", func(t *object.Thread, b *Barrier, a []object.Value) *object.Exception {
		tooFew, err := object.CompareBool(t, object.CompareLt, a[1], object.Int(1))
		if err != nil {
			return err
		}
		if tooFew {
			return object.ValueErrorf("parties must be > 0")
		}
		if b.parties, err = object.AsIndex(t, a[1]); err != nil {
			return err
		}
		b.trace(t, b.parties)
		b.condition = newPrivateCondition(&waitInfo{kind: trace.WaitBarrier, object: b.id})
		return nil
	})
	addCoroutine(BarrierType, "Barrier.wait(self)", func(b *Barrier, a []object.Value) object.Resumable { return &barrierWait{barrier: b} })
	addCoroutine(BarrierType, "Barrier.reset(self)", func(b *Barrier, a []object.Value) object.Resumable {
		return &barrierChange{barrier: b, change: barrierReset}
	})
	addCoroutine(BarrierType, "Barrier.abort(self)", func(b *Barrier, a []object.Value) object.Resumable {
		return &barrierChange{barrier: b, change: func(b *Barrier) { b.state = barrierBroken }}
	})
	addAsyncContext(BarrierType, "Barrier", func(t *object.Thread, self object.Value) object.Resumable {
		b, _ := object.AsNative[*Barrier](self)
		return &barrierWait{barrier: b}
	}, func(t *object.Thread, self object.Value, exc *object.Exception) object.Resumable {
		return immediate(func(t *object.Thread) (object.Value, *object.Exception) { return object.None, nil })
	})
	addGetter(BarrierType, "parties", func(b *Barrier) object.Value { return object.Int(int64(b.parties)) })
	addGetter(BarrierType, "n_waiting", func(b *Barrier) object.Value { return object.Int(int64(b.waiting())) })
	addGetter(BarrierType, "broken", func(b *Barrier) object.Value { return object.Bool(b.state == barrierBroken) })
	BarrierType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		b, _ := object.AsNative[*Barrier](v)
		state := barrierStateNames[b.state]
		if b.state != barrierBroken {
			state += ", waiters:" + itoa(b.waiting()) + "/" + itoa(b.parties)
		}
		return b.repr(t, state), nil
	}
}
