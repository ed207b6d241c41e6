package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// Runner is asyncio.Runner (CPython 3.13 asyncio/runners.py).
type Runner struct {
	object.Native
	debug       object.Value
	loopFactory object.Value
	loop        *Loop
	context     *Context
	closed      bool
	main        *Future // of the run under way
	interrupts  int     // SIGINTs during it
}

// RunnerType is asyncio.Runner.
var RunnerType = declareClass("asyncio.runners", "Runner")

func newRunner(debug, loopFactory object.Value) *Runner {
	r := &Runner{debug: debug, loopFactory: loopFactory}
	r.InitNative(RunnerType, r)
	return r
}

func (r *Runner) lazyInit(t *object.Thread) *object.Exception {
	if r.closed {
		return object.RuntimeErrorf("Runner is closed")
	}
	if r.loop != nil {
		return nil
	}
	s := stateOf(t)
	if r.loopFactory.IsValid() && !r.loopFactory.IsNone() {
		v, err := object.Call(t, r.loopFactory, object.Args{})
		if err != nil {
			return err
		}
		l, ok := loopOf(v)
		if !ok {
			return object.TypeErrorf("loop_factory must return an event loop, not %s", object.TypeName(v))
		}
		r.loop = l
	} else {
		v, err := newEventLoop(t)
		if err != nil {
			return err
		}
		l, ok := loopOf(v)
		if !ok {
			return object.TypeErrorf("an event loop is required, not %s", object.TypeName(v))
		}
		r.loop = l
		s.current, s.currentSet = l, true
	}
	if r.debug.IsValid() && !r.debug.IsNone() {
		debug, err := object.Truth(t, r.debug)
		if err != nil {
			return err
		}
		r.loop.debug = debug
	}
	r.context = s.copyContext()
	return nil
}

// run is Runner.run().
func (r *Runner) run(t *object.Thread, coroutine object.Value, context *Context) (object.Value, *object.Exception) {
	if !isCoroutine(coroutine) {
		return object.Value{}, object.ValueErrorf("a coroutine was expected, got %s", reprOr(t, coroutine))
	}
	if stateOf(t).running != nil {
		return object.Value{}, object.RuntimeErrorf("Runner.run() cannot be called from a running event loop")
	}
	if err := r.lazyInit(t); err != nil {
		return object.Value{}, err
	}
	if context == nil {
		context = r.context
	}
	task, err := r.loop.createTaskBy(t, createdByRunner, coroutine, object.Value{}, context)
	if err != nil {
		return object.Value{}, err
	}
	s := stateOf(t)
	outer := s.runner
	s.runner, r.main, r.interrupts = r, futureOf(task), 0
	v, err := r.loop.runUntilComplete(t, r.main)
	s.runner = outer
	if err != nil {
		err = r.interrupted(t, err)
	}
	return v, err
}

// close is Runner.close(): all tasks are cancelled first, then awaited together.
func (r *Runner) close(t *object.Thread) *object.Exception {
	if r.closed || r.loop == nil {
		r.closed = true
		return nil
	}
	l, s := r.loop, r.loop.state
	err := cancelAllTasks(t, l)
	if err == nil {
		err = l.runQuiet(t, &shutdownAsyncgens{loop: l})
	}
	if err == nil {
		err = l.runQuiet(t, &shutdownExecutor{loop: l})
	}
	if err != nil && err.Fatal != object.NotFatal {
		return err
	}
	if !r.loopFactory.IsValid() || r.loopFactory.IsNone() {
		s.current = nil
	}
	if closeErr := l.close(t); err == nil {
		err = closeErr
	}
	r.loop, r.closed = nil, true
	if err != nil {
		return err
	}
	return s.reportLost(t)
}

func cancelAllTasks(t *object.Thread, l *Loop) *object.Exception {
	s := l.state
	tasks := s.allTasks(l)
	if len(tasks) == 0 {
		return nil
	}
	awaitables := make([]object.Value, len(tasks))
	for i, k := range tasks {
		if _, err := k.cancel(t, object.Value{}); err != nil {
			return err
		}
		awaitables[i] = k.Value()
	}
	all, err := s.gather(t, awaitables, true)
	if err != nil {
		return err
	}
	if _, err := l.runUntilComplete(t, all); err != nil {
		return err
	}
	for _, k := range tasks {
		if k.state == cancelled || k.exception == nil {
			continue
		}
		report := exceptionReport{message: "unhandled exception during asyncio.run() shutdown", exception: k.exception, task: k}
		if err := l.callExceptionHandler(t, report); err != nil {
			return err
		}
	}
	return nil
}

// runQuiet runs a coroutine of the engine's own in a task that the trace does not show.
func (l *Loop) runQuiet(t *object.Thread, body object.Resumable) *object.Exception {
	k := &Task{quiet: true}
	k.InitNative(TaskType, k)
	l.initTask(t, k, object.NewCoroutine("shutdown", body).Value(), "", nil)
	l.scheduleStep(k, nil)
	_, err := l.runUntilComplete(t, &k.Future)
	return err
}

var runSignature = object.MustSignature("run(main, *, debug=, loop_factory=)")

// run is asyncio.run().
func run(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
	var a [3]object.Value
	if err := runSignature.Bind(args, a[:]); err != nil {
		return object.Value{}, err
	}
	if stateOf(t).running != nil {
		return object.Value{}, object.RuntimeErrorf("asyncio.run() cannot be called from a running event loop")
	}
	r := newRunner(a[1], a[2])
	if err := r.lazyInit(t); err != nil {
		return object.Value{}, err
	}
	v, err := r.run(t, a[0], nil)
	if err != nil && err.Fatal != object.NotFatal {
		return object.Value{}, err
	}
	// The runner is closed by a with statement, which handles what left it.
	outside := t.Handling
	if err != nil {
		if err.Traceback == nil {
			err.Traceback = &object.Traceback{}
		}
		t.Handling = err
	}
	closeErr := r.close(t)
	t.Handling = outside
	if closeErr != nil {
		if closeErr.Traceback == nil && closeErr.Context == nil && closeErr.Fatal == object.NotFatal {
			vm.SetContext(closeErr, err)
		}
		return object.Value{}, closeErr
	}
	return v, err
}

func init() {
	self := func(v object.Value) *Runner {
		r, _ := object.AsNative[*Runner](v)
		return r
	}
	RunnerType.Alloc = func(cls *object.Type) *object.Object {
		r := newRunner(object.Value{}, object.Value{})
		r.SetType(cls)
		return &r.Object
	}
	initSignature := object.MustSignature("Runner.__init__(self, *, debug=, loop_factory=)")
	RunnerType.Slots.Init = func(t *object.Thread, v object.Value, args object.Args) *object.Exception {
		var a [3]object.Value
		if err := initSignature.Bind(args.Prepend(v), a[:]); err != nil {
			return err
		}
		self(v).debug, self(v).loopFactory = a[1], a[2]
		return nil
	}
	runMethod := object.MustSignature("Runner.run(self, coro, *, context=)")
	RunnerType.AddMethod("run", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var a [3]object.Value
		if err := runMethod.Bind(args, a[:]); err != nil {
			return object.Value{}, err
		}
		context, err := contextArgument(a[2])
		if err != nil {
			return object.Value{}, err
		}
		return self(a[0]).run(t, a[1], context)
	})
	RunnerType.AddMethod("get_loop", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		r := self(a.Pos[0])
		if err := r.lazyInit(t); err != nil {
			return object.Value{}, err
		}
		return r.loop.Value(), nil
	})
	RunnerType.AddMethod("close", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return object.None, self(a.Pos[0]).close(t)
	})
	RunnerType.AddMethod("__enter__", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return a.Pos[0], self(a.Pos[0]).lazyInit(t)
	})
	RunnerType.AddMethod("__exit__", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return object.None, self(a.Pos[0]).close(t)
	})
}
