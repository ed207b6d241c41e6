package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// The values of wait()'s return_when (concurrent.futures has the same).
const (
	firstCompleted = "FIRST_COMPLETED"
	firstException = "FIRST_EXCEPTION"
	allCompleted   = "ALL_COMPLETED"
)

// waitBody is asyncio.wait (CPython 3.13 asyncio/tasks.py, wait and _wait).
type waitBody struct {
	awaitables, timeout, returnWhen object.Value

	futures  []*Future
	when     string
	pending  int
	waiter   *Future
	timer    *Handle
	callback *nativeCallback
}

// VisitHeld implements object.Holder.
func (b *waitBody) VisitHeld(visit func(object.Value)) {
	visit(b.awaitables)
	for _, f := range b.futures {
		visit(f.Value())
	}
}

// Resume implements object.Resumable.
func (b *waitBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if b.waiter != nil {
		b.stop(t)
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	if b.waiter != nil {
		return b.result(t)
	}
	if err := b.check(t); err != nil {
		return object.Raise(err)
	}
	return b.start(t)
}

// check does what wait() does before it waits.
func (b *waitBody) check(t *object.Thread) *object.Exception {
	if futureOf(b.awaitables) != nil || isCoroutine(b.awaitables) {
		return object.TypeErrorf("expect a list of futures, not %s", b.awaitables.Type().Name)
	}
	some, err := object.Truth(t, b.awaitables)
	if err != nil {
		return err
	}
	if !some {
		return object.ValueErrorf("Set of Tasks/Futures is empty.")
	}
	b.when = allCompleted
	if b.returnWhen.IsValid() {
		b.when, _ = object.StrOf(b.returnWhen)
		if b.when != firstCompleted && b.when != firstException && b.when != allCompleted {
			text, err := object.ToStr(t, b.returnWhen)
			if err != nil {
				return err
			}
			return object.ValueErrorf("Invalid return_when value: %s", text)
		}
	}
	set, err := distinct(t, b.awaitables)
	if err != nil {
		return err
	}
	for _, v := range set {
		if isCoroutine(v) {
			return object.TypeErrorf("Passing coroutines is forbidden, use tasks explicitly.")
		}
	}
	for _, v := range set {
		f := futureOf(v)
		if f == nil {
			return object.AttributeErrorf("'%s' object has no attribute 'add_done_callback'", object.TypeName(v))
		}
		b.futures = append(b.futures, f)
	}
	return nil
}

// distinct lists the items of an iterable without repetitions, in order: where CPython has a
// set's order, the order of creation is what this engine promises.
func distinct(t *object.Thread, iterable object.Value) ([]object.Value, *object.Exception) {
	seen := object.NewDict()
	var items []object.Value
	err := object.Iterate(t, iterable, func(v object.Value) *object.Exception {
		_, found, err := seen.Get(t, v)
		if err != nil || found {
			return err
		}
		items = append(items, v)
		return seen.Set(t, v, object.None)
	})
	return items, err
}

func (b *waitBody) start(t *object.Thread) object.Outcome {
	l, err := stateOf(t).runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	b.waiter = l.newFuture()
	b.waiter.wait = waitInfo{kind: trace.WaitAny, count: b.pendingCount}
	if b.timeout.IsValid() && !b.timeout.IsNone() {
		seconds, err := object.ToFloat(t, b.timeout)
		if err != nil {
			return object.Raise(err)
		}
		release := releaseWaiter(b.waiter)
		b.timer, b.waiter.wait.until, err = l.timerAfter(t, seconds, b.timeout, func(t *object.Thread) *object.Exception { return release(t, nil) })
		if err != nil {
			return object.Raise(err)
		}
	}
	b.pending = len(b.futures)
	b.callback = &nativeCallback{run: b.futureDone, name: "_wait.<locals>._on_completion()"}
	for _, f := range b.futures {
		f.addCallback(t, doneCallback{run: b.callback})
	}
	return object.Await(b.waiter)
}

func (b *waitBody) pendingCount(each func(*Future)) int32 {
	n := int32(0)
	eachPending(b.futures, func(f *Future) {
		if n++; each != nil {
			each(f)
		}
	})
	return n
}

func (b *waitBody) futureDone(t *object.Thread, f *Future) *object.Exception {
	b.pending--
	failed := false
	if b.when == firstException && f.state == finished {
		f.logTraceback = false
		failed = f.exception != nil
	}
	if b.pending <= 0 || b.when == firstCompleted || failed {
		if b.timer != nil {
			b.timer.cancel(t)
		}
		if !b.waiter.done() {
			b.waiter.setResult(t, object.None)
		}
	}
	return nil
}

// stop takes back what start has set up.
func (b *waitBody) stop(t *object.Thread) {
	if b.timer != nil {
		b.timer.cancel(t)
	}
	for _, f := range b.futures {
		f.removeGoCallback(b.callback)
	}
}

// result is the tuple of the done and the pending.
func (b *waitBody) result(t *object.Thread) object.Outcome {
	done, pending := object.NewOrderedSet(), object.NewOrderedSet()
	for _, f := range b.futures {
		set := pending
		if f.done() {
			set = done
		}
		if err := set.Add(t, f.Value()); err != nil {
			return object.Raise(err)
		}
	}
	return object.Return(object.NewTuple(done.Value(), pending.Value()))
}

// shield is asyncio.shield.
func shield(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	inner, err := stateOf(t).ensureFuture(t, a[0], nil)
	if err != nil {
		return object.Value{}, err
	}
	if inner.done() {
		return inner.Value(), nil
	}
	outer := inner.loop.newFuture()
	outer.wait = inner.wait
	onInner := inner.addGoCallback(t, "shield.<locals>._inner_done_callback()", func(t *object.Thread, inner *Future) *object.Exception {
		shieldedDone(t, inner, outer)
		return nil
	})
	outer.addGoCallback(t, "shield.<locals>._outer_done_callback()", func(t *object.Thread, outer *Future) *object.Exception {
		if !inner.done() {
			inner.removeGoCallback(onInner)
		}
		return nil
	})
	return outer.Value(), nil
}

// shieldedDone hands the end of the inner future to the outer one.
func shieldedDone(t *object.Thread, inner, outer *Future) {
	switch {
	case outer.done():
		inner.logTraceback = false
	case inner.state == cancelled:
		outer.cancelSelf(t, object.Value{})
	case inner.exception != nil:
		inner.logTraceback = false
		outer.setException(t, inner.exception)
	default:
		outer.setResult(t, inner.result)
	}
}
