package asyncio

import (
	"math"

	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Task is asyncio.Task (CPython 3.13 asyncio/tasks.py): a future that drives a coroutine.
type Task struct {
	Future
	coroutine object.Value
	name      string
	context   *Context
	// waiter is the future the task waits for, nil while it is ready or running.
	waiter         *Future
	mustCancel     bool
	cancelRequests int
	started        bool
	// timeouts are the Timeouts the task is inside of, the innermost last.
	timeouts []*Timeout
	// step is the handle of the task's next step; a task has at most one in the queue.
	step stepHandle
	lane trace.TaskID
	// streams are those that the task opened or serves.
	streams []stream
	// createdLine is the line that made the task: where it waits for the network when its coroutine is all the library's, as
	// that of session.get(url) is.
	createdLine int32
	quiet       bool // a task of the engine's own: not in the trace
	// direct: the program made it by calling the class.
	direct bool
	// driver runs what only looks like a coroutine, nil for a real one.
	driver object.Resumable
}

// stepHandle is the handle of a step of a task.
type stepHandle struct {
	eventloop.Handle
	task *Task
	// woken is the future whose end wakes the task, nil for a first step or a bare yield.
	woken *Future
}

// TaskType is asyncio.Task.
var TaskType = declare("_asyncio", "Task", FutureType)

// initTask is Task.__init__ but for the first step.
func (l *Loop) initTask(t *object.Thread, k *Task, coroutine object.Value, name string, context *Context) {
	vm.Own(t, coroutine)
	s := l.state
	if name == "" {
		name = s.defaultTaskName()
	}
	if context == nil {
		context = s.copyContext()
	}
	k.loop, k.coroutine, k.name, k.context = l, coroutine, name, context
	k.task = k
	k.cancelHook = k.cancelTask
	k.step.task = k
	k.step.Handle.Callback = &k.step
	s.addTask(k)
	s.traceTask(t, k)
}

func (s *state) defaultTaskName() string {
	s.nextTask++
	return "Task-" + itoa(s.nextTask)
}

func (s *state) traceTask(t *object.Thread, k *Task) {
	if k.quiet {
		return
	}
	line := t.Exec.Line()
	k.createdLine = line
	k.lane = s.run.Recorder.NewTask(trace.TaskInfo{
		Name:     s.intern(shorten(k.name)),
		CoroName: s.intern(vm.QualnameOf(k.coroutine)),
		Parent:   t.Lane,
		Line:     line,
		CoroLine: vm.FirstLine(k.coroutine),
	})
	k.wait = waitInfo{kind: trace.WaitTask, target: k.lane}
	s.emit(t, trace.Event{Kind: trace.TaskCreated, Target: k.lane, Line: line, Text: s.intern(shorten(k.name))})
}

// scheduleStep puts the next step of a task into the ready queue; woken is the future that
// wakes it, if any.
func (l *Loop) scheduleStep(k *Task, woken *Future) {
	k.step.woken = woken
	l.scheduler.PushReady(&k.step.Handle)
}

// run executes one step (Task.__step and Task.__wakeup).
func (h *stepHandle) run(t *object.Thread) *object.Exception {
	k := h.task
	var thrown *object.Exception
	if woken := h.woken; woken != nil {
		h.woken = nil
		if _, err := woken.getResult(); err != nil {
			// Exceptions of plain futures and tasks are passed on without being raised.
			thrown = err
			if typ := woken.Type(); woken.state == cancelled || typ != FutureType && typ != TaskType {
				vm.SetContext(err, t.Handling)
			}
		}
	}
	return k.runStep(t, thrown)
}

func (k *Task) runStep(t *object.Thread, thrown *object.Exception) *object.Exception {
	if k.done() {
		return k.reportStepAfterEnd(t, thrown)
	}
	if k.mustCancel {
		if thrown == nil || !thrown.Is(CancelledErrorType) {
			thrown = k.makeCancelledError()
		}
		k.mustCancel = false
	}
	k.waiter = nil
	s, l := k.loop.state, k.loop
	previousTask, previousContext, previousLane := l.currentTask, s.context, t.Lane
	l.currentTask, s.context, t.Lane = k, k.context, k.lane
	s.traceStep(t, k, thrown)
	k.started = true
	out := k.resume(t, thrown)
	err := k.finishStep(t, out)
	l.currentTask, s.context, t.Lane = previousTask, previousContext, previousLane
	return err
}

func (k *Task) resume(t *object.Thread, thrown *object.Exception) object.Outcome {
	if !vm.IsCoroutine(k.coroutine) && isCoroutineLike(k.coroutine) {
		if k.driver == nil {
			k.driver = &coroutineLike{k.coroutine}
		}
		return k.driver.Resume(t, object.None, thrown)
	}
	return vm.Resume(t, k.coroutine, object.None, thrown)
}

// reportStepAfterEnd is what happens when somebody else has set the result of a task.
func (k *Task) reportStepAfterEnd(t *object.Thread, thrown *object.Exception) *object.Exception {
	with := "None"
	if thrown != nil {
		with = reprOr(t, thrown.Value())
	}
	err := invalidState("__step(): already done: " + reprOr(t, k.Value()) + ", " + with)
	err.Traceback = &object.Traceback{}
	handle := newHandle(k.loop, false)
	handle.context = k.context
	return k.loop.callExceptionHandler(t, exceptionReport{message: "Exception in callback TaskStepMethWrapper()", exception: err, handle: handle})
}

func (s *state) traceStep(t *object.Thread, k *Task, thrown *object.Exception) {
	if k.quiet {
		return
	}
	e := trace.Event{Kind: trace.TaskStep, Task: k.lane, Line: vm.SuspendedLine(k.coroutine)}
	if thrown != nil {
		e.Flags |= trace.FlagThrown
		e.Text = s.intern(exceptionText(t, thrown))
	}
	s.emitAt(e)
}

// finishStep does what the outcome of a step asks for.
func (k *Task) finishStep(t *object.Thread, out object.Outcome) *object.Exception {
	s := k.loop.state
	switch out.Kind {
	case object.Returned:
		if k.mustCancel {
			// The task was cancelled by itself right before it returned.
			k.mustCancel = false
			k.traceEnd(t, trace.TaskCancelled, "", 0, 0)
			k.cancelSelf(t, k.cancelMessage)
			return nil
		}
		text := ""
		if !out.Value.IsNone() {
			text = shorten(safeRepr(t, out.Value, 0))
		}
		k.traceEnd(t, trace.TaskDone, text, 0, 0)
		k.setResult(t, out.Value)
	case object.Raised:
		return k.finishRaised(t, out.Exc)
	case object.Yielded:
		if err := k.suspend(t, out.Value); err != nil {
			return err
		}
		if k.lane != 0 && !k.done() {
			s.traceSuspension(t, k)
		}
	}
	return nil
}

func (k *Task) finishRaised(t *object.Thread, e *object.Exception) *object.Exception {
	switch {
	case e.Fatal != object.NotFatal:
		return e
	case e.Is(CancelledErrorType):
		k.traceRaise(t, trace.TaskCancelled, e)
		k.cancelledError = e
		k.cancelSelf(t, object.Value{})
		return nil
	}
	k.traceRaise(t, trace.TaskRaised, e)
	k.setException(t, e)
	if endsLoop(e) {
		return e
	}
	return nil
}

// traceRaise records an end with an exception. Its way through the next task begins anew.
func (k *Task) traceRaise(t *object.Thread, kind trace.Kind, e *object.Exception) {
	through := e.ThroughFinally
	e.ThroughFinally = 0
	k.traceEnd(t, kind, exceptionText(t, e), exceptionLine(e), through)
}

func (k *Task) traceEnd(t *object.Thread, kind trace.Kind, text string, line, throughFinally int32) {
	if k.quiet {
		return
	}
	if line == 0 {
		line = vm.LastLine(k.coroutine)
	}
	s := k.loop.state
	s.emitAt(trace.Event{Kind: kind, Task: k.lane, Line: line, Item: throughFinally, Text: s.intern(text)})
}

// suspend waits for what the coroutine yielded.
func (k *Task) suspend(t *object.Thread, v object.Value) *object.Exception {
	if v.IsNone() {
		return k.loop.stepSoon(t, k, nil)
	}
	f := futureOf(v)
	if f == nil {
		k.throwLater("Task got bad yield: " + reprOr(t, v))
		return nil
	}
	switch {
	case f.loop != k.loop:
		k.throwLater("Task " + reprOr(t, k.Value()) + " got Future " + reprOr(t, v) + " attached to a different loop")
	case !f.blocking:
		k.throwLater("yield was used instead of yield from in task " + reprOr(t, k.Value()) + " with " + reprOr(t, v))
	case f == &k.Future:
		k.throwLater("Task cannot await on itself: " + reprOr(t, k.Value()))
	default:
		f.blocking = false
		if err := f.notifyTask(t, k); err != nil {
			return err
		}
		k.waiter = f
		if k.mustCancel {
			if ok, _ := f.cancel(t, k.cancelMessage); ok {
				k.mustCancel = false
			}
		}
	}
	return nil
}

// throwLater raises a RuntimeError in the coroutine at its next step.
func (k *Task) throwLater(message string) {
	e := object.NewException(object.RuntimeErrorType, message)
	k.loop.callSoonGo(func(t *object.Thread) *object.Exception { return k.runStep(t, e) }, k.context)
}

func reprOr(t *object.Thread, v object.Value) string {
	r, err := object.Repr(t, v)
	if err != nil {
		return "<" + object.TypeName(v) + ">"
	}
	return r
}

// traceSuspension records on which line the task stands and what it waits for.
func (s *state) traceSuspension(t *object.Thread, k *Task) {
	e := trace.Event{Kind: trace.TaskSuspended, Task: k.lane, Wait: trace.WaitReady, Line: vm.SuspendedLine(k.coroutine)}
	if k.waiter != nil {
		w := &k.waiter.wait
		e.Wait, e.Object, e.Target, e.Until = w.kind, w.object, w.target, w.until
		e.Text = w.text
		if e.Line == 0 && w.kind == trace.WaitNetwork {
			e.Line = k.createdLine
		}
		if w.count != nil {
			e.Size = w.count(nil)
		}
		if w.internal {
			e.Flags |= trace.FlagInternal
		}
		if deadline := k.deadline(); e.Until == 0 && !math.IsInf(deadline, 1) {
			e.Until, e.Flags = deadline, e.Flags|trace.FlagTimeout
		}
	}
	if exc, line := vm.PassingFinally(k.coroutine); exc != nil {
		if e.Item = line; e.Text == 0 {
			e.Text = s.intern(exc.Type().Name)
		}
	}
	s.emitAt(e)
	if k.waiter != nil {
		s.traceAwaited(k, k.waiter, 0)
	}
}

const awaitedDepthMax = 8 // of gather() within gather()

// traceAwaited tells the record which tasks a suspension on several at once is for. CPython 3.14 keeps the same in its
// set awaited_by (asyncio/tasks.py, gather and _wait; taskgroups.py, create_task).
func (s *state) traceAwaited(k *Task, f *Future, depth int) {
	if f.wait.count == nil || depth == awaitedDepthMax {
		return
	}
	f.wait.count(func(member *Future) {
		if member.task != nil {
			s.run.Recorder.Awaits(k.lane, member.task.lane)
		} else {
			s.traceAwaited(k, member, depth+1)
		}
	})
}

// deadline is the earliest of the timeouts the task is inside of, +Inf when there is none.
func (k *Task) deadline() float64 {
	deadline := math.Inf(1)
	for _, o := range k.timeouts {
		if o.hasWhen {
			deadline = min(deadline, o.when)
		}
	}
	return deadline
}

// cancelTask is Task.cancel().
func (k *Task) cancelTask(t *object.Thread, message object.Value) (bool, *object.Exception) {
	k.logTraceback = false
	accepted := !k.done()
	if !k.quiet {
		k.traceCancelRequest(t, message, accepted)
	}
	if !accepted {
		return false, nil
	}
	k.cancelRequests++
	if k.waiter != nil {
		ok, err := k.waiter.cancel(t, message)
		if ok || err != nil {
			return ok, err
		}
	}
	k.mustCancel = true
	k.cancelMessage = message
	return true, nil
}

func (k *Task) traceCancelRequest(t *object.Thread, message object.Value, accepted bool) {
	s := k.loop.state
	e := trace.Event{Kind: trace.TaskCancelRequested, Target: k.lane}
	if accepted {
		e.Size = 1
	}
	if message.IsValid() && !message.IsNone() {
		e.Text = s.reprText(t, message)
	}
	s.emit(t, e)
}
