package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

func addLoopMethod(decl string, fn func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception)) {
	sig := object.MustSignature(decl)
	BaseEventLoopType.AddMethod(lastName(sig.Name), func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var buf [6]object.Value
		a := buf[:sig.Slots()]
		if err := sig.Bind(args, a); err != nil {
			return object.Value{}, err
		}
		l, ok := loopOf(a[0])
		if !ok || l.state == nil {
			return object.Value{}, object.TypeErrorf("an event loop is required, not %s", object.TypeName(a[0]))
		}
		return fn(t, l, a)
	})
}

func init() {
	BaseEventLoopType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		l, _ := loopOf(v)
		flag := func(name string, b bool) string {
			if b {
				return " " + name + "=True"
			}
			return " " + name + "=False"
		}
		return object.NewStr("<" + l.Type().Name + flag("running", l.isRunning) + flag("closed", l.closed) + flag("debug", l.debug) + ">"), nil
	}
	addLoopScheduling()
	addLoopRunning()
	addLoopSettings()
	addLoopShutdown()
	addLoopSockets()
	addLibraryMethods()
}

// addLoopShutdown adds the coroutines that asyncio.run() runs last, and what belongs to them.
func addLoopShutdown() {
	addCoroutine(BaseEventLoopType, "BaseEventLoop.shutdown_asyncgens(self)", func(l *Loop, a []object.Value) object.Resumable {
		return &shutdownAsyncgens{loop: l}
	})
	addCoroutine(BaseEventLoopType, "BaseEventLoop.shutdown_default_executor(self, timeout=)", func(l *Loop, a []object.Value) object.Resumable {
		return &shutdownExecutor{loop: l}
	})
	addLoopMethod("BaseEventLoop.set_default_executor(self, executor)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if _, ok, err := object.OptAttr(t, a[1], "submit"); err != nil || !ok {
			return object.Value{}, object.TypeErrorf("executor must be ThreadPoolExecutor instance")
		}
		l.defaultExecutor = a[1]
		return object.None, nil
	})
	addLoopMethod("BaseEventLoop.add_signal_handler(self, sig, callback, *args)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		args, _ := object.AsTuple(a[3])
		return object.None, l.addSignalHandler(t, a[1], a[2], args.Items)
	})
	addLoopMethod("BaseEventLoop.remove_signal_handler(self, sig)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return l.removeSignalHandler(t, a[1])
	})
	BaseEventLoopType.AddGetSet("slow_callback_duration", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		l, _ := loopOf(v)
		return object.Float(l.slowSeconds), nil
	}, func(t *object.Thread, v, x object.Value) *object.Exception {
		l, _ := loopOf(v)
		seconds, err := object.ToFloat(t, x)
		if err == nil {
			l.slowSeconds = seconds
		}
		return err
	})
}

func addLoopScheduling() {
	add := addLoopMethod
	add("BaseEventLoop.time(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.Float(l.state.clock.NowSeconds), nil
	})
	add("BaseEventLoop._run_once(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.None, l.runOnce(t)
	})
	soon := func(method string) func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
			if err := l.checkClosed(); err != nil {
				return object.Value{}, err
			}
			if err := l.checkCallback(t, a[1], method); err != nil {
				return object.Value{}, err
			}
			if err := t.Charge(handleBytes); err != nil {
				return object.Value{}, err
			}
			context, err := contextArgument(a[2])
			if err != nil {
				return object.Value{}, err
			}
			return l.callSoon(t, a[1], tupleItems(a[3]), context).Value(), nil
		}
	}
	add("BaseEventLoop.call_soon(self, callback, *args, context=)", soon("call_soon"))
	add("BaseEventLoop.call_soon_threadsafe(self, callback, *args, context=)", soon("call_soon_threadsafe"))
	add("BaseEventLoop.call_later(self, delay, callback, *args, context=)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if a[1].IsNone() {
			return object.Value{}, object.TypeErrorf("delay must not be None")
		}
		delay, err := object.ToFloat(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		return l.callLater(t, delay, a)
	})
	add("BaseEventLoop.call_at(self, when, callback, *args, context=)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if a[1].IsNone() {
			return object.Value{}, object.TypeErrorf("when cannot be None")
		}
		when, err := object.ToFloat(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		return l.callAtArgs(t, when, a)
	})
	add("BaseEventLoop.create_future(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if err := t.Charge(futureBytes); err != nil {
			return object.Value{}, err
		}
		f := l.newFuture()
		l.state.traceFuture(t, f)
		return f.Value(), f.noteCreation(t, createdByCreateFuture)
	})
	add("BaseEventLoop.create_task(self, coro, *, name=, context=)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		context, err := contextArgument(a[3])
		if err != nil {
			return object.Value{}, err
		}
		return l.createTaskBy(t, nil, a[1], a[2], context)
	})
}

// callLater is loop.call_later(), which goes through call_at() of the loop's class.
func (l *Loop) callLater(t *object.Thread, delay float64, a []object.Value) (object.Value, *object.Exception) {
	now, err := l.now(t)
	if err != nil {
		return object.Value{}, err
	}
	if l.custom == nil || !l.custom.callAt {
		return l.callAtArgs(t, now+delay, a)
	}
	method, err := object.GetAttr(t, l.Value(), "call_at")
	if err != nil {
		return object.Value{}, err
	}
	args := object.Args{Pos: append([]object.Value{object.Float(now + delay), a[2]}, tupleItems(a[4])...)}
	if a[3].IsValid() {
		args.KwNames, args.KwValues = []string{"context"}, []object.Value{a[3]}
	}
	return object.Call(t, method, args)
}

func (l *Loop) callAtArgs(t *object.Thread, when float64, a []object.Value) (object.Value, *object.Exception) {
	if err := l.checkClosed(); err != nil {
		return object.Value{}, err
	}
	context, err := contextArgument(a[3])
	if err != nil {
		return object.Value{}, err
	}
	if err := l.checkCallback(t, a[2], "call_at"); err != nil {
		return object.Value{}, err
	}
	if err := t.Charge(handleBytes); err != nil {
		return object.Value{}, err
	}
	return l.callAt(t, when, a[2], tupleItems(a[4]), context).Value(), nil
}

// checkCallback refuses coroutines and what cannot be called, in debug mode.
func (l *Loop) checkCallback(t *object.Thread, v object.Value, method string) *object.Exception {
	switch {
	case !l.debug:
	case isCoroutine(v) || vm.IsCoroutineFunction(v):
		return object.TypeErrorf("coroutines cannot be used with %s()", method)
	case !object.IsCallable(v):
		return object.TypeErrorf("a callable object was expected by %s(), got %s", method, reprOr(t, v))
	}
	return nil
}

func tupleItems(v object.Value) []object.Value {
	if tuple, ok := object.AsTuple(v); ok {
		return tuple.Items
	}
	return nil
}

func addLoopRunning() {
	add := addLoopMethod
	add("BaseEventLoop.run_forever(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.None, l.runForever(t)
	})
	add("BaseEventLoop.run_until_complete(self, future)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if err := l.checkClosed(); err != nil {
			return object.Value{}, err
		}
		if l.isRunning {
			return object.Value{}, object.RuntimeErrorf("This event loop is already running")
		}
		if l.state.running != nil {
			return object.Value{}, object.RuntimeErrorf("Cannot run the event loop while another loop is running")
		}
		f, err := l.state.ensureFuture(t, a[1], l)
		if err != nil {
			return object.Value{}, err
		}
		return l.runUntilComplete(t, f)
	})
	add("BaseEventLoop.stop(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		l.stopping = true
		return object.None, nil
	})
	add("BaseEventLoop.close(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if err := l.close(t); err != nil {
			return object.Value{}, err
		}
		return object.None, l.state.reportLost(t)
	})
	add("BaseEventLoop.is_running(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(l.isRunning), nil
	})
	add("BaseEventLoop.is_closed(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(l.closed), nil
	})
	add("BaseEventLoop.run_in_executor(self, executor, func, *args)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if err := l.checkClosed(); err != nil {
			return object.Value{}, err
		}
		pool := a[1]
		if pool.IsNone() {
			pool = l.defaultExecutor
		}
		f, err := l.runInExecutor(t, threadCall{pool: pool, fn: a[2], args: object.Args{Pos: tupleItems(a[3])}})
		if err != nil {
			return object.Value{}, err
		}
		return f.Value(), nil
	})
}

func addLoopSettings() {
	add := addLoopMethod
	add("BaseEventLoop.get_debug(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(l.debug), nil
	})
	add("BaseEventLoop.set_debug(self, enabled)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		b, err := object.Truth(t, a[1])
		l.debug = b
		if l.isRunning {
			if b {
				l.trackOrigins()
			} else {
				vm.SetOriginDepth(l.state.run, 0)
			}
		}
		return object.None, err
	})
	add("BaseEventLoop.get_task_factory(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return l.taskFactory, nil
	})
	add("BaseEventLoop.set_task_factory(self, factory)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if !a[1].IsNone() && !object.IsCallable(a[1]) {
			return object.Value{}, object.TypeErrorf("task factory must be a callable or None")
		}
		l.taskFactory = a[1]
		return object.None, nil
	})
	add("BaseEventLoop.get_exception_handler(self)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return l.exceptionHandler, nil
	})
	add("BaseEventLoop.set_exception_handler(self, handler)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		if !a[1].IsNone() && !object.IsCallable(a[1]) {
			return object.Value{}, object.TypeErrorf("A callable object or None is expected, got %s", reprOr(t, a[1]))
		}
		l.exceptionHandler = a[1]
		return object.None, nil
	})
	add("BaseEventLoop.call_exception_handler(self, context)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.None, l.handleException(t, a[1])
	})
	add("BaseEventLoop.default_exception_handler(self, context)", func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return object.None, l.defaultExceptionHandler(t, a[1])
	})
}
