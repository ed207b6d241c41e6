package asyncio

import "asyncplay/runtime/object"

// Futures of package concurrent.futures are objects of another layer: they are reached by
// their methods only.

// wrapFutureFunction is asyncio.wrap_future.
func wrapFutureFunction(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	if isFuture(t, a[0]) {
		return a[0], nil
	}
	l, err := loopArgument(t, a[1])
	if err != nil {
		return object.Value{}, err
	}
	f, err := l.wrapFuture(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	return f.Value(), nil
}

// wrapFuture makes a future of the loop that follows a concurrent one, and cancels it when it
// is cancelled itself (futures._chain_future).
func (l *Loop) wrapFuture(t *object.Thread, source object.Value) (*Future, *object.Exception) {
	f := l.newFuture()
	f.addGoCallback(t, "_chain_future.<locals>._call_check_cancel()", func(t *object.Thread, f *Future) *object.Exception {
		if f.state != cancelled {
			return nil
		}
		_, err := object.CallMethod(t, source, "cancel")
		return err
	})
	// The callback may come from another thread: the loop is told, and copies at its next pass.
	onDone := object.NewFunction("asyncio.futures", "_call_set_state", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		if !l.closed {
			l.callSoonGo(func(t *object.Thread) *object.Exception { return copyConcurrent(t, source, f) }, nil)
		}
		return object.None, nil
	})
	_, err := object.CallMethod(t, source, "add_done_callback", onDone)
	return f, err
}

// copyConcurrent copies the end of a concurrent future (futures._copy_future_state).
func copyConcurrent(t *object.Thread, source object.Value, f *Future) *object.Exception {
	if f.done() {
		return nil
	}
	ask := func(method string) (object.Value, *object.Exception) { return object.CallMethod(t, source, method) }
	v, err := ask("cancelled")
	if err != nil {
		return err
	}
	if v.Is(object.True) {
		f.cancelSelf(t, object.Value{})
		return nil
	}
	if v, err = ask("exception"); err != nil {
		return err
	}
	if e, ok := object.AsException(v); ok {
		f.setException(t, fromConcurrent(t, e))
		return nil
	}
	if v, err = ask("result"); err != nil {
		return err
	}
	f.setResult(t, v)
	return nil
}

// runCoroutineThreadsafe is asyncio.run_coroutine_threadsafe: the result is a future of
// package concurrent.futures.
func runCoroutineThreadsafe(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	if !isCoroutine(a[0]) {
		return object.Value{}, object.TypeErrorf("A coroutine object is required")
	}
	l, err := loopArgument(t, a[1])
	if err != nil {
		return object.Value{}, err
	}
	module, err := t.Run.Import(t, "concurrent.futures")
	if err != nil {
		return object.Value{}, err
	}
	concurrent, err := object.Call(t, module.Dict.GetStr("Future"), object.Args{})
	if err != nil {
		return object.Value{}, err
	}
	if err := l.checkClosed(); err != nil {
		return object.Value{}, err
	}
	coroutine := a[0]
	h := l.callSoonGo(func(t *object.Thread) *object.Exception {
		f, err := l.state.ensureFuture(t, coroutine, l)
		if err != nil {
			if _, settleErr := object.CallMethod(t, concurrent, "set_exception", err.Value()); settleErr != nil {
				return settleErr
			}
			return err
		}
		return followInConcurrent(t, f, concurrent)
	}, nil)
	h.hold(coroutine)
	return concurrent, nil
}

// followInConcurrent lets a concurrent future follow one of the loop.
func followInConcurrent(t *object.Thread, f *Future, concurrent object.Value) *object.Exception {
	l := f.loop
	onDone := object.NewFunction("asyncio.futures", "_call_check_cancel", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		v, err := object.CallMethod(t, concurrent, "cancelled")
		if err == nil && v.Is(object.True) {
			err = l.checkClosed()
		}
		if err == nil && v.Is(object.True) {
			l.callSoonGo(func(t *object.Thread) *object.Exception {
				_, err := f.cancel(t, object.Value{})
				return err
			}, nil)
		}
		return object.None, err
	})
	if _, err := object.CallMethod(t, concurrent, "add_done_callback", onDone); err != nil {
		return err
	}
	f.addGoCallback(t, "_chain_future.<locals>._call_set_state()", func(t *object.Thread, f *Future) *object.Exception {
		return settleConcurrent(t, f, concurrent)
	})
	return nil
}

// settleConcurrent is futures._set_concurrent_future_state.
func settleConcurrent(t *object.Thread, f *Future, concurrent object.Value) *object.Exception {
	ask := func(method string, args ...object.Value) (object.Value, *object.Exception) {
		return object.CallMethod(t, concurrent, method, args...)
	}
	v, err := ask("cancelled")
	if err != nil || v.Is(object.True) {
		return err
	}
	if f.state == cancelled {
		if _, err = ask("cancel"); err != nil {
			return err
		}
	}
	if v, err = ask("set_running_or_notify_cancel"); err != nil || v.Is(object.False) {
		return err
	}
	if f.exception != nil {
		f.logTraceback = false
		_, err = ask("set_exception", fromConcurrent(t, f.exception).Value())
		return err
	}
	_, err = ask("set_result", f.result)
	return err
}

// fromConcurrent turns the exceptions of package concurrent.futures into those of asyncio
// (futures._convert_future_exc): else a task would not end as cancelled that waits for what was cancelled.
func fromConcurrent(t *object.Thread, e *object.Exception) *object.Exception {
	module, ok := object.AsModule(valueOr(t.Run.Modules.GetStr("concurrent.futures"), object.None))
	if !ok {
		return e
	}
	conversions := [...]struct {
		name string
		typ  *object.Type
	}{{"CancelledError", CancelledErrorType}, {"InvalidStateError", InvalidStateErrorType}}
	for _, c := range conversions {
		if class := module.Dict.GetStr(c.name); class.IsValid() && class.Is(e.Type().Value()) {
			converted := object.NewExceptionArgs(c.typ, e.Args...)
			converted.Traceback = e.Traceback
			return converted
		}
	}
	return e
}
