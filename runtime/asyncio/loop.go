package asyncio

import (
	"math"
	"slices"
	"strconv"

	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Loop is an event loop on the virtual clock (CPython 3.13 asyncio/base_events.py).
type Loop struct {
	object.Native
	state       *state
	scheduler   *eventloop.Scheduler
	currentTask *Task
	isRunning   bool
	stopping    bool
	closed      bool
	debug       bool
	// slowSeconds is from when on debug mode reports a callback as slow.
	slowSeconds float64

	exceptionHandler object.Value
	taskFactory      object.Value
	defaultExecutor  object.Value
	executorShutDown bool
	defaultPool      Pool // of run_in_executor(None, …) and to_thread
	// executorIdle is where shutdown_default_executor() waits for the threads to end.
	executorIdle []*Future
	// idle is where the thread that runs the loop waits for something to do.
	idle Parking
	// streams are the stream writers whose connections may be open; it does not keep them alive.
	streams []stream
	// maybeDropped are streams of tasks that ended in this pass; dropWalks counts the tasks that were looked at one by one.
	maybeDropped []stream
	heldResults  []object.Value // of those tasks
	dropWalks    int
	// atClose are objects of the library whose method _at_close close() calls.
	atClose []object.Value
	// sockets are those that the loop watches, nil when there never was one.
	sockets *selector
	// custom is set for a loop of a class of the program.
	custom *customLoop
	// failed is what the program's call_soon() raised while a callback ran.
	failed         *object.Exception
	signalHandlers map[int64]signalHandler // of add_signal_handler(), by number
}

// LoopType is the type of event loops.
var LoopType = declareClass("asyncio.unix_events", "_UnixSelectorEventLoop", BaseEventLoopType)

// slowCallbackSeconds is the default of loop.slow_callback_duration.
const slowCallbackSeconds = 0.1

func (s *state) newLoop() *Loop {
	l := &Loop{}
	l.InitNative(LoopType, l)
	l.prepare(s)
	return l
}

// makeLoop makes a loop for the program.
func (s *state) makeLoop(t *object.Thread) (*Loop, *object.Exception) {
	l := s.newLoop()
	return l, l.announce(t)
}

// announce is what a new loop logs, to the delight of those who log all.
func (l *Loop) announce(t *object.Thread) *object.Exception {
	if !l.state.run.Modules.GetStr("logging").IsValid() {
		return nil
	}
	return l.state.log(t, "debug", "Using selector: EpollSelector", nil)
}

// prepare is the loop's __init__.
func (l *Loop) prepare(s *state) {
	l.state, l.scheduler = s, eventloop.NewScheduler(s.clock)
	l.exceptionHandler, l.taskFactory, l.defaultExecutor = object.None, object.None, object.None
	l.slowSeconds = slowCallbackSeconds
	l.defaultPool.ThreadsMax = defaultPoolThreads
	s.loops = append(s.loops, l)
	l.findOverrides()
}

// loopOf returns the loop behind a value.
func loopOf(v object.Value) (*Loop, bool) { return object.AsNative[*Loop](v) }

// runningLoop is asyncio.get_running_loop().
func (s *state) runningLoop() (*Loop, *object.Exception) {
	if s.running == nil {
		return nil, object.RuntimeErrorf("no running event loop")
	}
	return s.running, nil
}

// eventLoop is asyncio.get_event_loop(): the running loop, else the one that was set, else
// (in the main thread, as long as none was set) a new one with CPython's DeprecationWarning
// left out, as it is off by default outside __main__.
func (s *state) eventLoop(t *object.Thread) (*Loop, *object.Exception) {
	if s.running != nil {
		return s.running, nil
	}
	if s.current == nil {
		if s.currentSet {
			return nil, object.RuntimeErrorf("There is no current event loop in thread 'MainThread'.")
		}
		l, err := s.makeLoop(t)
		if err != nil {
			return nil, err
		}
		s.current, s.currentSet = l, true
	}
	return s.current, nil
}

// loopArgument is the loop of a `loop=` argument, or the current one.
func loopArgument(t *object.Thread, v object.Value) (*Loop, *object.Exception) {
	if !v.IsValid() || v.IsNone() {
		return stateOf(t).eventLoop(t)
	}
	if l, ok := loopOf(v); ok {
		return l, nil
	}
	return nil, object.TypeErrorf("an event loop is required, not %s", object.TypeName(v))
}

func (l *Loop) checkClosed() *object.Exception {
	if l.closed {
		return object.RuntimeErrorf("Event loop is closed")
	}
	return nil
}

// callSoon schedules a callable of the program; the handle is returned to it.
func (l *Loop) callSoon(t *object.Thread, callable object.Value, args []object.Value, context *Context) *Handle {
	if context == nil {
		context = l.state.copyContext()
	}
	h := newHandle(l, false)
	h.callback, h.args, h.context = callable, args, context
	l.traceHandle(t, h, trace.CallbackScheduled)
	l.scheduler.PushReady(&h.Handle)
	l.idle.WakeAll(t)
	return h
}

func (l *Loop) traceHandle(t *object.Thread, h *Handle, kind trace.Kind) {
	s := l.state
	if l.debug {
		h.created = t.Exec.Frames()
	}
	h.traced = true
	h.id = s.run.Recorder.NewObject(trace.ObjectInfo{Type: s.intern(h.Type().Name), Line: t.Exec.Line()})
	s.emit(t, trace.Event{Kind: kind, Object: h.id, Until: h.WhenSeconds, Text: s.intern(h.callbackName(t))})
}

// callSoonGo schedules a function of the engine.
func (l *Loop) callSoonGo(run func(t *object.Thread) *object.Exception, context *Context) *Handle {
	h := newHandle(l, false)
	h.run = run
	if context != nil {
		h.context = context
	}
	l.scheduler.PushReady(&h.Handle)
	l.idle.WakeAll(nil)
	return h
}

// callAtGo schedules a function of the engine for a time of the virtual clock.
func (l *Loop) callAtGo(whenSeconds float64, run func(t *object.Thread) *object.Exception) *Handle {
	h := newHandle(l, true)
	h.run, h.WhenSeconds, h.timers = run, whenSeconds, l.scheduler
	h.timers.PushTimer(&h.Handle)
	return h
}

// callAt schedules a callable of the program for a time of the virtual clock.
func (l *Loop) callAt(t *object.Thread, whenSeconds float64, callable object.Value, args []object.Value, context *Context) *Handle {
	if context == nil {
		context = l.state.copyContext()
	}
	h := newHandle(l, true)
	h.callback, h.args, h.context, h.WhenSeconds = callable, args, context, whenSeconds
	h.timers = l.timers()
	l.traceHandle(t, h, trace.TimerSet)
	h.timers.PushTimer(&h.Handle)
	return h
}

// runOnce is one pass of the loop (_run_once). When nothing can ever happen it ends the run.
func (l *Loop) runOnce(t *object.Thread) *object.Exception {
	s := l.state
	if s.activeThread != nil {
		if err := l.waitInThread(t); err != nil {
			return err
		}
	}
	before := s.clock.NowSeconds
	ownTimers := false
	if l.custom != nil && l.custom.timers != nil {
		if err := l.beginOwnTime(t); err != nil {
			return err
		}
		ownTimers = l.custom.timers.TimerCount() > 0 && math.IsInf(l.scheduler.NextDeadline(), 1)
	}
	todo, ok := l.scheduler.BeginIteration(l.stopping || ownTimers)
	if !ok {
		if closed, err := l.closeDroppedStreams(t); closed || err != nil {
			return err
		}
		return object.NewFatal(object.Hung, "nothing is ready, no timer is set and no thread runs")
	}
	if s.clock.NowSeconds > before {
		s.run.Recorder.Emit(trace.Event{Kind: trace.ClockAdvanced, Time: before, Until: s.clock.NowSeconds, Iteration: l.scheduler.Iteration})
	}
	if err := t.Tick(1); err != nil {
		return err
	}
	for range todo {
		h := l.scheduler.Pop()
		if h.Cancelled {
			continue
		}
		if err := l.runHandle(t, h); err != nil {
			return err
		}
		if err := l.failed; err != nil {
			l.failed = nil
			return err
		}
	}
	if len(l.maybeDropped) > 0 {
		return l.closeMaybeDropped(t)
	}
	return nil
}

func (l *Loop) runHandle(t *object.Thread, h *eventloop.Handle) *object.Exception {
	started := l.state.clock.NowSeconds
	var err *object.Exception
	switch c := h.Callback.(type) {
	case *stepHandle:
		err = c.run(t)
	case *Handle:
		err = c.call(t)
	}
	if took := l.state.clock.NowSeconds - started; err == nil && l.debug && took >= l.slowSeconds {
		return l.reportSlow(t, h, took)
	}
	return err
}

// reportSlow is what debug mode logs about a callback that blocked the loop.
func (l *Loop) reportSlow(t *object.Thread, h *eventloop.Handle, seconds float64) *object.Exception {
	var who object.Value
	switch c := h.Callback.(type) {
	case *stepHandle:
		who = c.task.Value()
	case *Handle:
		who = c.Value()
	}
	text := "Executing " + reprOr(t, who) + " took " + strconv.FormatFloat(seconds, 'f', 3, 64) + " seconds"
	return l.state.log(t, "warning", text, nil)
}

// waitInThread blocks the simulated thread that a loop runs in until it has something to do:
// the clock is not its own.
func (l *Loop) waitInThread(t *object.Thread) *object.Exception {
	for !l.stopping && l.scheduler.ReadyCount() == 0 && !l.sockets.anyReady() {
		wait := l.scheduler.NextDeadline() - l.state.clock.NowSeconds
		if wait <= 0 {
			return nil
		}
		if _, err := l.idle.Wait(t, wait); err != nil {
			return err
		}
	}
	return nil
}

// runForever is loop.run_forever().
func (l *Loop) runForever(t *object.Thread) *object.Exception {
	s := l.state
	if err := l.checkClosed(); err != nil {
		return err
	}
	switch {
	case l.isRunning:
		return object.RuntimeErrorf("This event loop is already running")
	case s.running != nil:
		return object.RuntimeErrorf("Cannot run the event loop while another loop is running")
	}
	lane, inMain := t.Lane, s.activeThread == nil
	s.running, l.isRunning, t.Lane = l, true, laneMain
	if inMain {
		s.moveTimers(t, l)
	}
	originDepth := vm.OriginDepth(s.run)
	l.trackOrigins()
	var err *object.Exception
	for err == nil {
		if l.custom != nil && l.custom.runOnce {
			_, err = object.CallMethod(t, l.Value(), "_run_once")
		} else {
			err = l.runOnce(t)
		}
		if l.stopping {
			break
		}
	}
	l.stopping = false
	vm.SetOriginDepth(s.run, originDepth)
	if inMain {
		s.moveTimers(t, nil)
	}
	s.running, l.isRunning, t.Lane = nil, false, lane
	return err
}

// originsOfDebugMode is how many frames debug mode keeps of where a coroutine was created.
const originsOfDebugMode = 10

// trackOrigins lets a loop in debug mode remember where coroutines are created.
func (l *Loop) trackOrigins() {
	if l.debug {
		vm.SetOriginDepth(l.state.run, originsOfDebugMode)
	}
}

// runUntilComplete is loop.run_until_complete(future).
func (l *Loop) runUntilComplete(t *object.Thread, f *Future) (object.Value, *object.Exception) {
	stop := &nativeCallback{name: "_run_until_complete_cb()", run: func(t *object.Thread, f *Future) *object.Exception {
		if f.state == finished && f.exception != nil && endsLoop(f.exception) {
			return nil // the loop ends with that exception already
		}
		l.stopping = true
		return nil
	}}
	if f.hasOwnAddDoneCallback() {
		if err := f.callAddDoneCallback(t, stop.function(), nil); err != nil {
			return object.Value{}, err
		}
	} else {
		f.addCallback(t, doneCallback{run: stop})
	}
	err := l.runForever(t)
	f.removeGoCallback(stop)
	if err != nil {
		if f.done() && f.state != cancelled {
			f.logTraceback = false
		}
		return object.Value{}, err
	}
	if !f.done() {
		return object.Value{}, object.RuntimeErrorf("Event loop stopped before Future completed.")
	}
	return f.raiseResult(t)
}

// close is loop.close().
func (l *Loop) close(t *object.Thread) *object.Exception {
	if l.isRunning {
		return object.RuntimeErrorf("Cannot close a running event loop")
	}
	if l.closed {
		return nil
	}
	if l.debug && l.state.run.Modules.GetStr("logging").IsValid() {
		if err := l.state.log(t, "debug", "Close "+reprOr(t, l.Value()), nil); err != nil {
			return err
		}
	}
	for _, callback := range l.atClose {
		if _, err := object.CallMethod(t, callback, "_at_close"); err != nil {
			return err
		}
	}
	l.closed, l.atClose = true, nil
	if i := slices.Index(l.state.loops, l); i >= 0 {
		l.state.loops = slices.Delete(l.state.loops, i, i+1)
	}
	l.executorShutDown = true
	if l.sockets != nil {
		for _, s := range slices.Clone(l.sockets.sockets) {
			l.sockets.forget(s)
		}
		l.sockets = nil
	}
	l.scheduler = eventloop.NewScheduler(l.state.clock)
	return nil
}

// createTaskBy is loop.create_task() called by a function of asyncio, nil for the program.
func (l *Loop) createTaskBy(t *object.Thread, by *createdPlace, coroutine, name object.Value, context *Context) (object.Value, *object.Exception) {
	v, err := l.createTask(t, coroutine, name, context)
	if f := futureOf(v); err == nil && f != nil && l.debug && l.taskFactory.IsNone() {
		err = f.noteCreation(t, by)
	}
	return v, err
}

// createTask is loop.create_task().
func (l *Loop) createTask(t *object.Thread, coroutine, nameArg object.Value, context *Context) (object.Value, *object.Exception) {
	if err := l.checkClosed(); err != nil {
		return object.Value{}, err
	}
	if !l.taskFactory.IsNone() {
		return l.factoryTask(t, coroutine, nameArg, context)
	}
	if err := t.Charge(taskBytes); err != nil {
		return object.Value{}, err
	}
	if !isCoroutine(coroutine) {
		return object.Value{}, object.TypeErrorf("a coroutine was expected, got %s", reprOr(t, coroutine))
	}
	name, err := taskNameArgument(t, nameArg)
	if err != nil {
		return object.Value{}, err
	}
	k := &Task{}
	k.InitNative(TaskType, k)
	l.initTask(t, k, coroutine, name, context)
	return k.Value(), k.scheduleFirst(t)
}

// factoryTask asks the program's task factory.
func (l *Loop) factoryTask(t *object.Thread, coroutine, name object.Value, context *Context) (object.Value, *object.Exception) {
	args := object.Arguments(l.Value(), coroutine)
	if context != nil {
		args.KwNames = append(args.KwNames, "context")
		args.KwValues = append(args.KwValues, context.Value())
	}
	v, err := object.Call(t, l.taskFactory, args)
	if err == nil {
		_, err = object.CallMethod(t, v, "set_name", valueOr(name, object.None))
	}
	return v, err
}

// ensureFuture is asyncio.ensure_future().
func (s *state) ensureFuture(t *object.Thread, v object.Value, loop *Loop) (*Future, *object.Exception) {
	if f := futureOf(v); f != nil {
		if loop != nil && f.loop != loop {
			return nil, object.ValueErrorf("The future belongs to a different loop than the one specified as the loop argument")
		}
		return f, nil
	}
	if !isCoroutine(v) {
		r, ok, err := object.Awaitable(t, v)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, object.TypeErrorf("An asyncio.Future, a coroutine or an awaitable is required")
		}
		v = object.NewCoroutine("ensure_future.<locals>._wrap_awaitable", r).Value()
	}
	if loop == nil {
		l, err := s.eventLoop(t)
		if err != nil {
			return nil, err
		}
		loop = l
	}
	task, err := loop.createTaskBy(t, createdByEnsureFuture, v, object.Value{}, nil)
	if err != nil {
		return nil, err
	}
	return futureOf(task), nil
}
