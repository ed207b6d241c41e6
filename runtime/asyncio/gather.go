package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// gathering is the state of one gather() (CPython 3.13 asyncio/tasks.py, gather).
type gathering struct {
	outer            *Future
	children         []*Future // in the order of the arguments, repeated ones included
	unique           int
	finished         int
	returnExceptions bool
	cancelRequested  bool
}

var gatherSignature = object.MustSignature("gather(*coros_or_futures, return_exceptions=)")

func gather(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
	var a [2]object.Value
	if err := gatherSignature.Bind(args, a[:]); err != nil {
		return object.Value{}, err
	}
	returnExceptions := false
	if a[0].IsValid() {
		var err *object.Exception
		if returnExceptions, err = object.Truth(t, a[0]); err != nil {
			return object.Value{}, err
		}
	}
	f, err := stateOf(t).gather(t, tupleItems(a[1]), returnExceptions)
	if err != nil {
		return object.Value{}, err
	}
	return f.Value(), nil
}

func (s *state) gather(t *object.Thread, awaitables []object.Value, returnExceptions bool) (*Future, *object.Exception) {
	if len(awaitables) == 0 {
		l, err := s.eventLoop(t)
		if err != nil {
			return nil, err
		}
		outer := l.newFuture()
		outer.setResult(t, object.NewList(nil))
		return outer, nil
	}
	g := &gathering{returnExceptions: returnExceptions}
	var done []*Future
	seen := object.NewDict()
	var loop *Loop
	for _, v := range awaitables {
		known, found, err := seen.Get(t, v)
		if err != nil {
			return nil, err
		}
		if found {
			g.children = append(g.children, futureOf(known))
			continue
		}
		f, err := s.ensureFuture(t, v, loop)
		if err != nil {
			return nil, err
		}
		loop = f.loop
		g.unique++
		if err := seen.Set(t, v, f.Value()); err != nil {
			return nil, err
		}
		if f.done() {
			done = append(done, f)
		} else {
			f.addGoCallback(t, "gather.<locals>._done_callback()", g.childDone)
		}
		g.children = append(g.children, f)
	}
	g.outer = loop.newFuture()
	g.outer.InitNative(GatheringFutureType, g.outer)
	g.outer.cancelHook = g.cancel
	g.outer.wait = waitInfo{kind: trace.WaitGather, count: g.pendingCount}
	for _, f := range done {
		if err := g.childDone(t, f); err != nil {
			return nil, err
		}
	}
	return g.outer, nil
}

// GatheringFutureType is the type of the future that gather returns.
var GatheringFutureType = declareClass("asyncio.tasks", "_GatheringFuture", FutureType)

func (g *gathering) pendingCount(each func(*Future)) int32 {
	if each != nil {
		eachPending(g.children, each)
	}
	return int32(g.unique - g.finished)
}

// countOf is the count of a wait for futures that are all not done.
func countOf(futures []*Future, each func(*Future)) int32 {
	if each != nil {
		eachPending(futures, each)
	}
	return int32(len(futures))
}

func eachPending(futures []*Future, each func(*Future)) {
	for _, f := range futures {
		if !f.done() {
			each(f)
		}
	}
}

// cancel is _GatheringFuture.cancel: the children are asked; the outer future is done when they are.
func (g *gathering) cancel(t *object.Thread, message object.Value) (bool, *object.Exception) {
	if g.outer.done() {
		return false, nil
	}
	any := false
	for _, c := range g.children {
		ok, err := c.cancel(t, message)
		if err != nil {
			return false, err
		}
		any = any || ok
	}
	if any {
		g.cancelRequested = true
	}
	return any, nil
}

func (g *gathering) childDone(t *object.Thread, f *Future) *object.Exception {
	g.finished++
	if g.outer == nil || g.outer.done() {
		f.logTraceback = false // mark the exception as retrieved
		return nil
	}
	if !g.returnExceptions {
		if f.state == cancelled {
			g.outer.setException(t, f.makeCancelledError())
			return nil
		}
		f.logTraceback = false
		if f.exception != nil {
			g.outer.setException(t, f.exception)
			return nil
		}
	}
	if g.finished == g.unique {
		g.settle(t)
	}
	return nil
}

// settle ends the outer future when all children are done.
func (g *gathering) settle(t *object.Thread) {
	results := make([]object.Value, len(g.children))
	for i, c := range g.children {
		switch {
		case c.state == cancelled:
			message := c.cancelMessage
			if !message.IsValid() || message.IsNone() {
				message = object.NewStr("")
			}
			results[i] = object.NewExceptionArgs(CancelledErrorType, message).Value()
		case c.exception != nil:
			c.logTraceback = false
			results[i] = c.exception.Value()
		default:
			results[i] = c.result
		}
	}
	if g.cancelRequested {
		// Of the last argument, whichever child was the last to be done.
		g.outer.setException(t, g.children[len(g.children)-1].makeCancelledError())
		return
	}
	g.outer.setResult(t, object.NewList(results))
}
