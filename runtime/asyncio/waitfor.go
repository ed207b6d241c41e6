package asyncio

import "asyncplay/runtime/object"

// waitForBody is asyncio.wait_for (CPython 3.13 asyncio/tasks.py, wait_for): the awaitable
// runs in the caller's own task, under a Timeout.
type waitForBody struct {
	awaitable, timeout object.Value
	scope              *Timeout
	cancelledFuture    *Future // of a timeout that is not positive
	waiter             *Future
	callback           *nativeCallback
}

// VisitHeld implements object.Holder.
func (b *waitForBody) VisitHeld(visit func(object.Value)) { visit(b.awaitable) }

// Resume implements object.Resumable.
func (b *waitForBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch {
	case b.scope != nil:
		return b.leaveScope(t, sent, thrown)
	case b.waiter != nil:
		return b.afterCancel(t, thrown)
	case thrown != nil:
		return object.Raise(thrown)
	}
	if !b.timeout.IsNone() {
		notPositive, err := object.CompareBool(t, object.CompareLe, b.timeout, object.Int(0))
		if err != nil {
			return object.Raise(err)
		}
		if notPositive {
			return b.cancelNow(t)
		}
	}
	return b.enterScope(t)
}

func (b *waitForBody) enterScope(t *object.Thread) object.Outcome {
	scope, err := newTimeoutAfter(t, b.timeout)
	if err != nil {
		return object.Raise(err)
	}
	if err := scope.enter(t); err != nil {
		return object.Raise(err)
	}
	b.scope = scope
	r, err := awaitable(t, b.awaitable)
	if err != nil {
		return b.leaveScope(t, object.Value{}, err)
	}
	return object.Await(r)
}

func (b *waitForBody) leaveScope(t *object.Thread, result object.Value, thrown *object.Exception) object.Outcome {
	if err := b.scope.exit(t, thrown); err != nil {
		return object.Raise(err)
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	return object.Return(result)
}

// cancelNow serves a timeout of zero or less: a task is made of the awaitable and cancelled
// before it starts.
func (b *waitForBody) cancelNow(t *object.Thread) object.Outcome {
	s := stateOf(t)
	f, err := s.ensureFuture(t, b.awaitable, nil)
	if err != nil {
		return object.Raise(err)
	}
	if f.done() {
		return resultOutcome(t, f)
	}
	l, err := s.runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	b.cancelledFuture, b.waiter = f, l.newFuture()
	b.waiter.wait = f.wait
	b.callback = f.addGoCallback(t, "_release_waiter()()", releaseWaiter(b.waiter))
	if _, err := f.cancel(t, object.Value{}); err != nil {
		return object.Raise(err)
	}
	return object.Await(b.waiter)
}

// releaseWaiter makes a done callback that wakes a waiter.
func releaseWaiter(waiter *Future) func(t *object.Thread, f *Future) *object.Exception {
	return func(t *object.Thread, f *Future) *object.Exception {
		if !waiter.done() {
			waiter.setResult(t, object.None)
		}
		return nil
	}
}

func resultOutcome(t *object.Thread, f *Future) object.Outcome {
	v, err := f.raiseResult(t)
	if err != nil {
		return object.Raise(err)
	}
	return object.Return(v)
}

func (b *waitForBody) afterCancel(t *object.Thread, thrown *object.Exception) object.Outcome {
	b.cancelledFuture.removeGoCallback(b.callback)
	if thrown != nil {
		return object.Raise(thrown)
	}
	v, err := b.cancelledFuture.raiseResult(t)
	switch {
	case err == nil:
		return object.Return(v)
	case err.Is(CancelledErrorType):
		return object.Raise(raiseFrom(object.NewExceptionArgs(object.TimeoutErrorType), err))
	}
	return object.Raise(err)
}
