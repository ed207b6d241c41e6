package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// threadCall is a call for an executor.
type threadCall struct {
	pool    object.Value // the executor; None is the loop's default one
	fn      object.Value
	args    object.Args
	context *Context
}

// held lists the values that the call keeps alive.
func (c *threadCall) held() []object.Value {
	held := append([]object.Value{c.fn}, c.args.Pos...)
	return append(held, c.args.KwValues...)
}

// runInExecutor is loop.run_in_executor(): it returns the future of the call. Executors of
// the program are asked to submit it.
func (l *Loop) runInExecutor(t *object.Thread, call threadCall) (*Future, *object.Exception) {
	if !call.pool.IsNone() {
		source, err := object.CallMethod(t, call.pool, "submit", append([]object.Value{call.fn}, call.args.Pos...)...)
		if err != nil {
			return nil, err
		}
		return l.wrapFuture(t, source)
	}
	if l.executorShutDown {
		return nil, object.RuntimeErrorf("Executor shutdown has been called")
	}
	f := l.newFuture()
	// As repr shows it; a call in the default executor starts at once, so that it can not be cancelled.
	f.addGoCallback(t, "_chain_future.<locals>._call_check_cancel()", func(*object.Thread, *Future) *object.Exception { return nil })
	err := StartThread(t, Job{
		Name: callableName(t, call.fn),
		Pool: &l.defaultPool, Context: call.context, Held: call.held(),
		Run: func(t *object.Thread) (object.Value, *object.Exception) { return object.Call(t, call.fn, call.args) },
		Started: func(th *Thread) {
			f.wait = waitInfo{kind: trace.WaitThread, target: th.lane}
		},
		Done: func(t *object.Thread, result object.Value, err *object.Exception) {
			l.deliver(f, result, err)
			l.wakeShutdown(t)
		},
	})
	return f, err
}

// deliver gives a future the end of a thread, at the loop's next pass: what concurrent.futures
// chained to asyncio does.
func (l *Loop) deliver(f *Future, result object.Value, err *object.Exception) {
	if l.closed {
		return
	}
	h := l.callSoonGo(func(t *object.Thread) *object.Exception {
		switch {
		case f.done():
		case err != nil:
			f.setException(t, fromConcurrent(t, err))
		default:
			f.setResult(t, result)
		}
		return nil
	}, nil)
	h.hold(result)
}

// wakeShutdown tells who waits for the default executor's threads that one has ended.
func (l *Loop) wakeShutdown(t *object.Thread) {
	for _, f := range l.executorIdle {
		if !f.done() {
			f.setResult(t, object.None)
		}
	}
	l.executorIdle = nil
}

// shutdownExecutor is loop.shutdown_default_executor(): it waits for the threads.
type shutdownExecutor struct{ loop *Loop }

// Resume implements object.Resumable.
func (b *shutdownExecutor) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	l := b.loop
	l.executorShutDown = true
	if l.defaultPool.active == 0 {
		return object.Return(object.None)
	}
	f := l.newFuture()
	f.wait = waitInfo{kind: trace.WaitThread}
	l.executorIdle = append(l.executorIdle, f)
	return object.Await(f)
}
