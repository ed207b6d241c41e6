package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// futureState is the life of a future.
type futureState uint8

const (
	pending futureState = iota
	cancelled
	finished
)

// Future is asyncio.Future (CPython 3.13 asyncio/futures.py). Task and the future that
// gather returns embed it.
type Future struct {
	object.Native
	loop      *Loop
	state     futureState
	blocking  bool // _asyncio_future_blocking: yielded by an await of it
	result    object.Value
	exception *object.Exception
	traceback *object.Traceback // of the exception, until it is first retrieved
	callbacks []doneCallback
	// logTraceback: the exception has not been retrieved by anyone.
	logTraceback   bool
	cancelMessage  object.Value
	cancelledError *object.Exception // kept by a task for its awaiters
	// cancelHook replaces cancel() for what embeds Future: tasks, gather.
	cancelHook func(t *object.Thread, message object.Value) (bool, *object.Exception)
	// onDone is called once when the future is done, before its callbacks are scheduled.
	onDone func(t *object.Thread)
	task   *Task // the task that this is the future of, or nil
	// created is the stack at the creation, outermost first: in debug mode only.
	created []object.TracebackEntry
	// wait says what a task that waits for this future waits for.
	wait waitInfo
	id   trace.ObjectID // 0 until it is shown in a trace
}

// waitInfo tells the trace what waiting for a future means.
type waitInfo struct {
	kind     trace.Wait
	object   trace.ObjectID
	target   trace.TaskID
	until    float64
	internal bool
	text     trace.StringID // of a wait for the network: the peer
	// count, when set, returns the number of awaitables not yet done, and calls each, when that is set, with them.
	count func(each func(*Future)) int32
}

// doneCallback is one callback of a future: a callable of the program, or one of the
// engine: the wake-up of a task, or a Go function.
type doneCallback struct {
	callable object.Value
	waiter   *Task
	run      *nativeCallback
	context  *Context
}

// nativeCallback is a done callback in Go; its address identifies it for removal.
type nativeCallback struct {
	run  func(t *object.Thread, f *Future) *object.Exception
	name string // as repr(future) shows it
}

// FutureType is asyncio.Future.
var FutureType = declare("_asyncio", "Future")

func init() {
	FutureType.Flags |= object.FlagHasDict
	FutureType.Alloc = func(cls *object.Type) *object.Object {
		f := &Future{}
		f.InitNative(cls, f)
		return &f.Object
	}
	FutureType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		return cls.Alloc(cls).Value(), nil
	}
	FutureType.Slots.Init = futureInit
	FutureType.Slots.Iter = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		r, err := FutureType.Slots.Await(t, v)
		if err != nil {
			return object.Value{}, err
		}
		return object.NewAwaitIterator(r), nil
	}
	FutureType.Slots.Await = func(t *object.Thread, v object.Value) (object.Resumable, *object.Exception) {
		f := futureOf(v)
		if f.loop == nil {
			return nil, object.RuntimeErrorf("Future object is not initialized.")
		}
		return f, nil
	}
	FutureType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		text, err := futureRepr(t, futureOf(v))
		return object.NewStr(text), err
	}
	FutureType.AllowSubscript()
	addFutureMethods()
}

// futureOf returns the future behind a value, a task's included; nil for other values.
func futureOf(v object.Value) *Future {
	if f, ok := object.AsNative[*Future](v); ok {
		return f
	}
	if k, ok := object.AsNative[*Task](v); ok {
		return &k.Future
	}
	return nil
}

// newFuture is loop.create_future() for the engine's own use.
func (l *Loop) newFuture() *Future {
	f := &Future{loop: l}
	f.InitNative(FutureType, f)
	f.wait.kind = trace.WaitFuture
	return f
}

var futureInitSignature = object.MustSignature("Future(self, *, loop=)")

func futureInit(t *object.Thread, self object.Value, args object.Args) *object.Exception {
	var a [2]object.Value
	if err := futureInitSignature.Bind(args.Prepend(self), a[:]); err != nil {
		return err
	}
	f := futureOf(self)
	loop, err := loopArgument(t, a[1])
	if err != nil {
		return err
	}
	f.loop = loop
	f.wait.kind = trace.WaitFuture
	loop.state.traceFuture(t, f)
	return f.noteCreation(t, nil)
}

// traceFuture gives a future that the program made a number and an event.
func (s *state) traceFuture(t *object.Thread, f *Future) {
	f.id = s.run.Recorder.NewObject(trace.ObjectInfo{Type: s.intern(f.Type().Name), Line: t.Exec.Line()})
	f.wait.object = f.id
	s.emit(t, trace.Event{Kind: trace.FutureCreated, Object: f.id})
}

// Resume implements object.Resumable: it is what `await future` does. A future that is done
// gives its result at once; one that is not yields itself to the task.
func (f *Future) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	if f.state == pending {
		if f.blocking {
			return object.Raise(object.RuntimeErrorf("await wasn't used with future"))
		}
		f.blocking = true
		return object.Yield(f.Value())
	}
	v, err := f.raiseResult(t)
	if err != nil {
		return object.Raise(err)
	}
	return object.Return(v)
}

// IsBuiltin implements object.Builtin.
func (f *Future) IsBuiltin() {}

func (f *Future) done() bool { return f.state != pending }

// raiseResult is Future.result(): its exception is raised here and now, which makes what is handled here its context.
func (f *Future) raiseResult(t *object.Thread) (object.Value, *object.Exception) {
	v, err := f.getResult()
	if err != nil {
		vm.SetContext(err, t.Handling)
	}
	return v, err
}

// getResult is the result of a future that is done, or its exception as it is.
func (f *Future) getResult() (object.Value, *object.Exception) {
	switch f.state {
	case cancelled:
		return object.Value{}, f.makeCancelledError()
	case pending:
		return object.Value{}, invalidState("Result is not set.")
	}
	f.logTraceback = false
	if f.exception != nil {
		f.exception.Traceback, f.traceback = f.traceback, nil // CPython's C code forgets it at the first retrieval
		return object.Value{}, f.exception
	}
	return f.result, nil
}

// savedTraceback copies the traceback that an exception has when a future gets it: when it is
// raised anew it starts from there, as with_traceback() does in CPython.
func savedTraceback(e *object.Exception) *object.Traceback {
	if e.Traceback == nil {
		return nil
	}
	saved := *e.Traceback
	saved.Entries = slices.Clip(saved.Entries)
	return &saved
}

// getException is Future.exception(): nil when there is none.
func (f *Future) getException() (exc, err *object.Exception) {
	switch f.state {
	case cancelled:
		return nil, f.makeCancelledError()
	case pending:
		return nil, invalidState("Exception is not set.")
	}
	f.logTraceback = false
	return f.exception, nil
}

// makeCancelledError creates the CancelledError to raise for a cancelled future; the one that
// a task caught is used once.
func (f *Future) makeCancelledError() *object.Exception {
	if f.cancelledError != nil {
		e := f.cancelledError
		f.cancelledError = nil
		return e
	}
	return newCancelledError(f.cancelMessage)
}

// setResult is Future.set_result() of a future known to be pending.
func (f *Future) setResult(t *object.Thread, v object.Value) {
	f.result = v
	f.finish(t, finished)
}

// setException is Future.set_exception() of a future known to be pending.
func (f *Future) setException(t *object.Thread, e *object.Exception) {
	f.exception = e
	f.traceback = savedTraceback(e)
	f.logTraceback = true
	f.loop.state.mayBeLost(f)
	f.finish(t, finished)
}

// cancel is future.cancel(), of a class of the program too.
func (f *Future) cancel(t *object.Thread, message object.Value) (bool, *object.Exception) {
	if f.Type().Flags&object.FlagHeap == 0 {
		return f.cancelBase(t, message)
	}
	method, err := object.GetAttr(t, f.Value(), "cancel")
	if err != nil {
		return false, err
	}
	v, err := object.Call(t, method, object.Args{KwNames: []string{"msg"}, KwValues: []object.Value{valueOr(message, object.None)}})
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// cancelBase is Future.cancel(), Task.cancel() or that of gather's future.
func (f *Future) cancelBase(t *object.Thread, message object.Value) (bool, *object.Exception) {
	if f.cancelHook != nil {
		return f.cancelHook(t, message)
	}
	return f.cancelSelf(t, message), nil
}

// cancelSelf is what Future itself does on cancel().
func (f *Future) cancelSelf(t *object.Thread, message object.Value) bool {
	f.logTraceback = false
	if f.state != pending {
		return false
	}
	f.cancelMessage = message
	f.finish(t, cancelled)
	return true
}

func (f *Future) finish(t *object.Thread, s futureState) {
	f.state = s
	if f.id != 0 && f.task == nil {
		f.traceEnd(t)
	}
	if f.onDone != nil {
		f.onDone(t)
	}
	callbacks := f.callbacks
	f.callbacks = nil
	for i := range callbacks {
		f.schedule(t, &callbacks[i])
	}
}

func (f *Future) traceEnd(t *object.Thread) {
	s := f.loop.state
	e := trace.Event{Object: f.id}
	switch {
	case f.state == cancelled:
		e.Kind = trace.FutureCancelled
	case f.exception != nil:
		e.Kind, e.Text = trace.FutureException, s.intern(exceptionText(t, f.exception))
	default:
		e.Kind, e.Text = trace.FutureResult, s.reprText(t, f.result)
	}
	s.emit(t, e)
}

// schedule puts a done callback into the ready queue.
func (f *Future) schedule(t *object.Thread, c *doneCallback) {
	if f.loop.callbackSoon(t, f, c) {
		return
	}
	switch {
	case c.waiter != nil:
		f.loop.scheduleStep(c.waiter, f)
	case c.run != nil:
		run := c.run.run
		f.loop.callSoonGo(func(t *object.Thread) *object.Exception { return run(t, f) }, c.context)
	default:
		f.loop.callSoon(t, c.callable, []object.Value{f.Value()}, c.context)
	}
}

// addCallback is Future.add_done_callback().
func (f *Future) addCallback(t *object.Thread, c doneCallback) {
	if c.context == nil {
		c.context = f.loop.state.context
		if c.callable.IsValid() {
			c.context = c.context.copy()
		}
	}
	if f.done() {
		f.schedule(t, &c)
		return
	}
	f.callbacks = append(f.callbacks, c)
}

// notifyTask wakes the task when the future is done, through add_done_callback() of the
// future's class if that is the program's.
func (f *Future) notifyTask(t *object.Thread, k *Task) *object.Exception {
	if f.hasOwnAddDoneCallback() {
		return f.callAddDoneCallback(t, wakeUpFunction(k), k.context)
	}
	f.addCallback(t, doneCallback{waiter: k, context: k.context})
	return nil
}

func (f *Future) hasOwnAddDoneCallback() bool {
	typ := f.Type()
	if typ.Flags&object.FlagHeap == 0 {
		return false
	}
	method, _ := typ.Lookup("add_done_callback")
	base, _ := FutureType.Lookup("add_done_callback")
	return method != base
}

func (f *Future) callAddDoneCallback(t *object.Thread, callable object.Value, context *Context) *object.Exception {
	method, err := object.GetAttr(t, f.Value(), "add_done_callback")
	if err != nil {
		return err
	}
	args := object.Arguments(callable)
	if context != nil {
		args.KwNames, args.KwValues = []string{"context"}, []object.Value{context.Value()}
	}
	_, err = object.Call(t, method, args)
	return err
}

// addGoCallback adds a callback of the engine and returns what removes it.
func (f *Future) addGoCallback(t *object.Thread, name string, run func(t *object.Thread, f *Future) *object.Exception) *nativeCallback {
	c := &nativeCallback{run: run, name: name}
	f.addCallback(t, doneCallback{run: c})
	return c
}

func (f *Future) removeGoCallback(c *nativeCallback) {
	kept := f.callbacks[:0]
	for _, other := range f.callbacks {
		if other.run != c {
			kept = append(kept, other)
		}
	}
	clear(f.callbacks[len(kept):])
	f.callbacks = kept
}
