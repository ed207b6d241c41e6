package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// AsCompleted is the iterator that asyncio.as_completed returns, plain and asynchronous
// (CPython 3.13 asyncio/tasks.py, _AsCompletedIterator).
type AsCompleted struct {
	object.Native
	done     *Queue
	todo     []*Future
	left     int
	timer    *Handle
	callback *nativeCallback
}

// AsCompletedType is the type of that iterator.
var AsCompletedType = declareClass("asyncio.tasks", "_AsCompletedIterator")

// asCompleted is asyncio.as_completed.
func asCompleted(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	if isCoroutine(a[0]) || a[0].Type().Slots.Await != nil {
		return object.Value{}, object.TypeErrorf("expects an iterable of awaitables, not %s", a[0].Type().Name)
	}
	s := stateOf(t)
	l, err := s.eventLoop(t)
	if err != nil {
		return object.Value{}, err
	}
	c := &AsCompleted{}
	c.InitNative(AsCompletedType, c)
	c.callback = &nativeCallback{run: c.completed, name: "_AsCompletedIterator._handle_completion()"}
	items, err := distinct(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	for _, v := range items {
		f, err := s.ensureFuture(t, v, l)
		if err != nil {
			return object.Value{}, err
		}
		if !slices.Contains(c.todo, f) {
			c.todo = append(c.todo, f)
		}
	}
	c.done = newInternalQueue(&waitInfo{kind: trace.WaitAny, count: func(each func(*Future)) int32 { return countOf(c.todo, each) }})
	for _, f := range c.todo {
		f.addCallback(t, doneCallback{run: c.callback})
	}
	c.left = len(c.todo)
	return c.Value(), c.setTimeout(t, l, a[1])
}

func (c *AsCompleted) setTimeout(t *object.Thread, l *Loop, timeout object.Value) *object.Exception {
	if len(c.todo) == 0 || !timeout.IsValid() || timeout.IsNone() {
		return nil
	}
	seconds, err := object.ToFloat(t, timeout)
	if err != nil {
		return err
	}
	c.timer, c.done.shownAs.until, err = l.timerAfter(t, seconds, timeout, c.timedOut)
	return err
}

func (c *AsCompleted) timedOut(t *object.Thread) *object.Exception {
	for _, f := range c.todo {
		f.removeGoCallback(c.callback)
		if err := c.done.putNowait(t, object.None); err != nil {
			return err
		}
	}
	c.todo = nil
	return nil
}

func (c *AsCompleted) completed(t *object.Thread, f *Future) *object.Exception {
	i := slices.Index(c.todo, f)
	if i < 0 {
		return nil
	}
	c.todo = slices.Delete(c.todo, i, i+1)
	err := c.done.putNowait(t, f.Value())
	if len(c.todo) == 0 && c.timer != nil {
		c.timer.cancel(t)
	}
	return err
}

// waitForOne is the coroutine _wait_for_one(): the next future that is done, or its result.
type waitForOne struct {
	done    *Queue
	resolve bool
	started bool
}

// Resume implements object.Resumable.
func (b *waitForOne) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch {
	case thrown != nil:
		return object.Raise(thrown)
	case !b.started:
		b.started = true
		return object.Await(&queueGet{queue: b.done})
	}
	f := futureOf(sent)
	switch {
	case f == nil:
		return object.Raise(object.NewExceptionArgs(object.TimeoutErrorType))
	case b.resolve:
		return resultOutcome(t, f)
	}
	return object.Return(sent)
}

func init() {
	self := func(v object.Value) *AsCompleted {
		c, _ := object.AsNative[*AsCompleted](v)
		return c
	}
	s := &AsCompletedType.Slots
	same := func(t *object.Thread, v object.Value) (object.Value, *object.Exception) { return v, nil }
	s.Iter, s.AIter = same, same
	s.Next = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c := self(v)
		if c.left == 0 {
			return object.Value{}, nil
		}
		c.left--
		return newCoroutine(t, "_AsCompletedIterator._wait_for_one", &waitForOne{done: c.done, resolve: true}), nil
	}
	s.ANext = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c := self(v)
		return newCoroutine(t, "_AsCompletedIterator.__anext__", &nextCompleted{iterator: c}), nil
	}
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		for _, f := range self(v).todo {
			visit(f.Value())
		}
		visit(self(v).done.Value())
	}
}

// nextCompleted is the coroutine __anext__().
type nextCompleted struct {
	iterator *AsCompleted
	started  bool
}

// Resume implements object.Resumable.
func (b *nextCompleted) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch {
	case thrown != nil:
		return object.Raise(thrown)
	case b.started:
		return object.Return(sent)
	case b.iterator.left == 0:
		return object.Raise(object.NewExceptionArgs(object.StopAsyncIterationType))
	}
	b.started = true
	b.iterator.left--
	return object.Await(&waitForOne{done: b.iterator.done})
}
