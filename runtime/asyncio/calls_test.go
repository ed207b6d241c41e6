package asyncio

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
)

func none(object.Value) object.Outcome { return object.Return(object.None) }

func TestWaitForGivesTheResultOrATimeoutError(t *testing.T) {
	f := newFixture(t)
	waits := func(name string, timeout object.Value, seconds float64) {
		inner := coroutine("inner", sleep(seconds), result(name))
		f.task(name, await(func() object.Resumable { return &waitForBody{awaitable: inner, timeout: timeout} }), f.caught(name))
	}
	waits("fast", object.Float(2), 1)
	waits("slow", object.Float(2), 3)
	waits("endless", object.None, 4)
	waits("late", object.Int(0), 1)
	f.run()
	assert.Equal(t, []string{
		"0 late: TimeoutError", "1 fast: 'fast'", "2 slow: TimeoutError", "4 endless: 'endless'",
	}, f.log)
	assert.Contains(t, f.waits(), "fast sleep")
}

func TestACancelledWaitForCancelsWhatItWaitsFor(t *testing.T) {
	f := newFixture(t)
	inner := coroutine("inner", sleep(9), f.caught("inner"))
	outer := f.task("outer", await(func() object.Resumable { return &waitForBody{awaitable: inner, timeout: object.Float(5)} }), f.caught("outer"))
	f.loop.callAtGo(1, func(t *object.Thread) *object.Exception {
		_, err := outer.cancel(t, object.NewStr("enough"))
		return err
	})
	f.run()
	assert.Equal(t, []string{"1 inner: CancelledError: enough", "1 outer: None"}, f.log)
	assert.Zero(t, f.loop.scheduler.TimerCount(), "the timeout is off")
}

func TestASleepThatIsCancelledTakesItsTimerBack(t *testing.T) {
	f := newFixture(t)
	a := f.task("a", await(func() object.Resumable { return &sleepBody{delay: object.Int(100), result: object.None} }), f.caught("a"))
	f.task("b", await(func() object.Resumable { return &sleepBody{delay: object.Float(1.5), result: object.NewStr("r")} }), f.caught("b"),
		do(func() {
			_, err := a.cancel(f.thread, object.Value{})
			require.Nil(t, err)
		}),
		await(func() object.Resumable { return &sleepBody{delay: object.Int(0), result: object.NewStr("zero")} }), f.caught("b"))
	f.run()
	assert.Equal(t, []string{"1.5 b: 'r'", "1.5 a: CancelledError", "1.5 b: 'zero'"}, f.log)
	assert.Equal(t, 1.5, f.state.clock.NowSeconds)
}

func TestConditionWaitForLooksAgainAfterEachNotification(t *testing.T) {
	f := newFixture(t)
	c, _ := object.AsNative[*Condition](f.new(ConditionType))
	lock := await(func() object.Resumable { return &acquireContext{lock: c.lock} })
	unlock := do(func() { assert.Nil(f, releasing(f.thread, c.lock)) })
	n, looks := int64(0), 0
	predicate := func(*object.Thread) (object.Value, *object.Exception) {
		looks++
		return object.Bool(n >= 2), nil
	}
	f.task("waiter", lock, await(func() object.Resumable { return &conditionWaitFor{condition: c, predicate: predicate} }), f.caught("waiter"), unlock)
	for range 3 {
		f.task("notifier", sleep(1), lock, do(func() { n++; c.notify(f.thread, 1) }), unlock, sleep(1))
	}
	f.run()
	assert.Equal(t, []string{"1 waiter: True"}, f.log)
	assert.Positive(t, looks)
}

func TestTheDefaultExecutorRunsACallInAThread(t *testing.T) {
	f := newFixture(t)
	works := object.NewFunction("x", "works", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		f.sleepIn(t, 2)
		return a.Pos[0], nil
	})
	breaks := object.NewFunction("x", "breaks", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return object.Value{}, object.ValueErrorf("in the thread")
	})
	f.task("executor", await(func() object.Resumable {
		future, err := f.loop.runInExecutor(f.thread, threadCall{pool: object.None, fn: works, args: object.Arguments(object.Int(7))})
		require.Nil(t, err)
		return future
	}), f.caught("executor"))
	f.task("to_thread", await(func() object.Resumable {
		return &toThreadBody{fn: breaks, args: object.NewTuple(), kwargs: object.NewDict().Value()}
	}), f.caught("to_thread"))
	f.task("other", sleep(1), do(func() { f.say("the loop goes on") }))
	f.run()
	assert.Equal(t, []string{"0 to_thread: ValueError: in the thread", "1 the loop goes on", "2 executor: 7"}, f.log)
	assert.Contains(t, f.waits(), "executor thread")
}

func TestTheExecutorsShutdownWaitsForItsThreads(t *testing.T) {
	f := newFixture(t)
	sleeps := object.NewFunction("x", "sleeps", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		f.sleepIn(t, 3)
		return object.None, nil
	})
	call := threadCall{pool: object.None, fn: sleeps}
	f.task("main", do(func() {
		_, err := f.loop.runInExecutor(f.thread, call)
		require.Nil(t, err)
	}), await(func() object.Resumable { return &shutdownExecutor{loop: f.loop} }), do(func() {
		f.say("shut down")
		_, err := f.loop.runInExecutor(f.thread, call)
		assert.Equal(t, "RuntimeError: Executor shutdown has been called", exceptionText(f.thread, err))
	}))
	f.run()
	assert.Equal(t, []string{"3 shut down"}, f.log)
}

// concurrentFuture is a class in Go with the methods of concurrent.futures.Future that asyncio calls.
func (f *fixture) concurrentFuture() (class object.Value, calls *[]string) {
	var log []string
	typ := object.NewBuiltinType("concurrent.futures", "Future", object.LayoutNative, object.Slots{
		New: func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
			o := &struct{ object.Native }{}
			o.InitNative(cls, o)
			return o.Value(), nil
		},
	})
	answers := map[string]object.Value{
		"cancelled": object.False, "cancel": object.True, "set_running_or_notify_cancel": object.True,
		"set_result": object.None, "set_exception": object.None, "add_done_callback": object.None,
	}
	for _, name := range []string{"cancelled", "cancel", "set_running_or_notify_cancel", "set_result", "set_exception", "add_done_callback"} {
		typ.AddMethod(name, func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
			text := name
			if name == "set_result" || name == "set_exception" {
				text += " " + reprOr(t, a.Pos[1])
			}
			log = append(log, text)
			return answers[name], nil
		})
	}
	typ.Complete()
	module := object.NewModule("concurrent.futures")
	module.Dict.SetStr("Future", typ.Value())
	f.thread.Run.Modules.SetStr("concurrent.futures", module.Value())
	f.thread.Run.Import = func(*object.Thread, string) (*object.Module, *object.Exception) { return module, nil }
	return typ.Value(), &log
}

func TestACoroutineFromAnotherThreadSettlesAConcurrentFuture(t *testing.T) {
	f := newFixture(t)
	_, calls := f.concurrentFuture()
	submit := func(c object.Value) {
		_, err := runCoroutineThreadsafe(f.thread, []object.Value{c, f.loop.Value()})
		require.Nil(t, err)
	}
	submit(coroutine("works", sleep(1), result("done")))
	submit(coroutine("fails", sleep(2), fails("no")))
	f.run()
	assert.Equal(t, []string{
		"add_done_callback", "add_done_callback",
		"cancelled", "set_running_or_notify_cancel", "set_result 'done'",
		"cancelled", "set_running_or_notify_cancel", "set_exception ValueError('no')",
	}, *calls)
	_, err := runCoroutineThreadsafe(f.thread, []object.Value{object.Int(1), f.loop.Value()})
	assert.Equal(t, "TypeError: A coroutine object is required", exceptionText(f.thread, err))
}

func TestEagerTasksOfAFactoryStartAtOnce(t *testing.T) {
	f := newFixture(t)
	f.loop.taskFactory = eagerTaskFactory(TaskType.Value(), "factory")
	f.loop.callSoonGo(func(t *object.Thread) *object.Exception {
		for _, name := range []string{"a", "b"} {
			if _, err := f.loop.createTask(t, coroutine(name, do(func() { f.say("%s 1", name) }), sleep(1), do(func() { f.say("%s 2", name) })), object.NewStr(name), nil); err != nil {
				return err
			}
		}
		f.say("made")
		return nil
	}, nil)
	f.run()
	assert.Equal(t, []string{"0 a 1", "0 b 1", "0 made", "1 a 2", "1 b 2"}, f.log)
}

func TestClosedLoopsTakeNothing(t *testing.T) {
	f := newFixture(t)
	v, err := f.loop.runUntilComplete(f.thread, &f.task("a", sleep(1), result("r")).Future)
	require.Nil(t, err)
	assert.Equal(t, "'r'", reprOr(f.thread, v))
	never := f.loop.newFuture()
	f.loop.callAtGo(2, func(*object.Thread) *object.Exception {
		f.loop.stopping = true
		return nil
	})
	_, err = f.loop.runUntilComplete(f.thread, never)
	assert.Equal(t, "RuntimeError: Event loop stopped before Future completed.", exceptionText(f.thread, err))
	require.Nil(t, f.loop.close(f.thread))
	_, err = f.loop.runUntilComplete(f.thread, never)
	assert.Equal(t, "RuntimeError: Event loop is closed", exceptionText(f.thread, err))
	_, err = f.loop.createTask(f.thread, coroutine("late", then(none)), object.Value{}, nil)
	assert.Equal(t, "RuntimeError: Event loop is closed", exceptionText(f.thread, err))
}

func TestAllTasksAreThoseThatAreNotDone(t *testing.T) {
	f := newFixture(t)
	var current *Task
	a := f.task("a", do(func() { current = f.state.currentTask() }), sleep(1))
	b := f.task("b", sleep(3))
	f.loop.callAtGo(2, func(*object.Thread) *object.Exception {
		assert.Equal(t, []*Task{b}, f.state.allTasks(f.loop))
		return nil
	})
	assert.Equal(t, []*Task{a, b}, f.state.allTasks(f.loop))
	f.run()
	assert.Same(t, a, current)
	assert.Nil(t, f.state.currentTask())
	assert.Empty(t, f.state.allTasks(f.loop))
}

func TestACoroutineIsToldFromWhatIsNone(t *testing.T) {
	f := newFixture(t)
	assert.True(t, isCoroutine(coroutine("c", then(none))))
	assert.False(t, isCoroutine(f.loop.newFuture().Value()))
	assert.True(t, isFuture(f.thread, f.loop.newFuture().Value()))
	assert.False(t, isFuture(f.thread, object.Int(1)))
	for _, fn := range taskFunctions() {
		native, _ := object.AsNativeFunction(fn)
		want := native.Name == "sleep" || native.Name == "wait" || native.Name == "wait_for"
		assert.Equal(t, want, isCoroutineFunction(f.thread, fn), native.Name)
	}
}

func TestALoopsSignalHandlerRunsInThePassAfterTheSignal(t *testing.T) {
	f := newFixture(t)
	handler := object.NewFunction("x", "handler", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		f.say("signal %s", reprOr(t, a.Pos[0]))
		return object.None, nil
	})
	require.Nil(t, f.loop.addSignalHandler(f.thread, object.Int(15), handler, []object.Value{object.NewStr("x")}))
	f.task("a", sleep(1), do(func() {
		assert.True(t, LoopTakesSignal(f.thread, 15))
		assert.False(t, LoopTakesSignal(f.thread, 2))
		f.say("raised")
	}))
	f.run()
	assert.Equal(t, []string{"1 raised", "1 signal 'x'"}, f.log)
	had, err := f.loop.removeSignalHandler(f.thread, object.Int(15))
	require.Nil(t, err)
	assert.Equal(t, object.True, had)
	assert.False(t, LoopTakesSignal(f.thread, 15))
	_, err = f.loop.removeSignalHandler(f.thread, object.Int(99))
	assert.Equal(t, "ValueError: invalid signal number 99", exceptionText(f.thread, err))
}

func TestSocketsOfTheLoopbackMeet(t *testing.T) {
	f := newFixture(t)
	open := func() *Socket {
		s, err := newSocket(f.thread, SocketType)
		require.Nil(t, err)
		return s
	}
	server, client := open(), open()
	require.Nil(t, server.bind(Address{Host: "127.0.0.1", Port: 8888}))
	require.Nil(t, server.listen())
	assert.Equal(t, "OSError: (98, 'Address already in use')", exceptionText(f.thread, open().bind(Address{Host: "0.0.0.0", Port: 8888})))
	assert.Equal(t, "BlockingIOError: (115, 'Operation now in progress')", exceptionText(f.thread, client.connect(f.thread, Address{Host: "127.0.0.1", Port: 8888})))
	client.connecting = false // as the selector finds
	accepted, err := server.accept()
	require.Nil(t, err)
	n, err := client.send(f.thread, "hello")
	require.Nil(t, err)
	assert.Equal(t, 5, n)
	data, err := accepted.receive(f.thread, 3)
	require.Nil(t, err)
	assert.Equal(t, "hel", data)
	accepted.close(f.thread) // with two bytes unread
	_, err = client.receive(f.thread, 10)
	assert.Equal(t, "ConnectionResetError: (104, 'Connection reset by peer')", exceptionText(f.thread, err))
	refused := open()
	_ = refused.connect(f.thread, Address{Host: "127.0.0.1", Port: 1})
	assert.Equal(t, errnoRefused, refused.errno)
}

func TestContextsShareTheirMapUntilOneChangesIt(t *testing.T) {
	f := newFixture(t)
	variable := &ContextVar{Name: "v"}
	first := f.state.context
	first.set(variable, object.Int(1))
	second := first.copy()
	third := second.copy()
	second.set(variable, object.Int(2))
	assert.Equal(t, int64(1), first.values[variable].AsInt64())
	assert.Equal(t, int64(2), second.values[variable].AsInt64())
	assert.Equal(t, int64(1), third.values[variable].AsInt64())
	require.Nil(t, f.state.runIn(third, func() *object.Exception {
		f.state.context.set(variable, object.Value{})
		return nil
	}))
	assert.Empty(t, third.values)
	assert.Same(t, first, f.state.context)
}

func TestAnExceptionHandlerGetsTheReport(t *testing.T) {
	f := newFixture(t)
	f.loop.exceptionHandler = object.NewFunction("x", "handler", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		report, _ := object.AsDict(a.Pos[1])
		f.say("%s %s", reprOr(t, report.GetStr("message")), reprOr(t, report.GetStr("exception")))
		return object.None, nil
	})
	f.loop.callAtGo(1, func(*object.Thread) *object.Exception { return object.ValueErrorf("in a callback") })
	f.run()
	assert.Equal(t, []string{"1 'Exception in callback None' ValueError('in a callback')"}, f.log)
	assert.Empty(t, f.stderr)
}
