package asyncio

import (
	"math"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// sleepBody is asyncio.sleep (CPython 3.13 asyncio/tasks.py, sleep).
type sleepBody struct {
	delay, result object.Value
	future        *Future
	timer         *Handle
	yielded       bool // of a sleep(0), which is a bare yield
}

// VisitHeld implements object.Holder.
func (b *sleepBody) VisitHeld(visit func(object.Value)) { visit(b.result) }

// Resume implements object.Resumable.
func (b *sleepBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch {
	case b.timer != nil: // the await of the future is over
		b.timer.cancel(t)
		if thrown != nil {
			return object.Raise(thrown)
		}
		return object.Return(sent)
	case thrown != nil:
		return object.Raise(thrown)
	case b.yielded:
		return object.Return(b.result)
	}
	return b.start(t)
}

func (b *sleepBody) start(t *object.Thread) object.Outcome {
	notPositive, err := object.CompareBool(t, object.CompareLe, b.delay, object.Int(0))
	if err != nil {
		return object.Raise(err)
	}
	if notPositive {
		b.yielded = true
		return object.Yield(object.None)
	}
	delay, err := object.ToFloat(t, b.delay)
	if err != nil {
		return object.Raise(err)
	}
	if math.IsNaN(delay) {
		return object.Raise(object.ValueErrorf("Invalid delay: NaN (not a number)"))
	}
	s := stateOf(t)
	l, err := s.runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	if err := t.Charge(futureBytes + handleBytes); err != nil {
		return object.Raise(err)
	}
	f := l.newFuture()
	b.future = f
	var until float64
	b.timer, until, err = l.timerAfter(t, delay, b.delay, func(t *object.Thread) *object.Exception {
		if f.state == pending {
			f.setResult(t, b.result)
		}
		return nil
	})
	if err != nil {
		return object.Raise(err)
	}
	f.wait = waitInfo{kind: trace.WaitSleep, until: until}
	return object.Await(f)
}
