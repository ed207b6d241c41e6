package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// TaskGroup is asyncio.TaskGroup (CPython 3.13 asyncio/taskgroups.py).
type TaskGroup struct {
	object.Native
	entered, exiting, aborting bool
	loop                       *Loop
	parent                     *Task
	parentCancelRequested      bool
	tasks                      []*Future // not done, in order of creation
	errors                     []*object.Exception
	baseError                  *object.Exception
	completed                  *Future // what __aexit__ waits for
}

// TaskGroupType is asyncio.TaskGroup.
var TaskGroupType = declareClass("asyncio.taskgroups", "TaskGroup")

func (g *TaskGroup) repr() string {
	text := "<TaskGroup"
	if n := len(g.tasks); n > 0 {
		text += " tasks=" + itoa(n)
	}
	if n := len(g.errors); n > 0 {
		text += " errors=" + itoa(n)
	}
	switch {
	case g.aborting:
		text += " cancelling"
	case g.entered:
		text += " entered"
	}
	return text + ">"
}

func (g *TaskGroup) enter(t *object.Thread) *object.Exception {
	if g.entered {
		return object.RuntimeErrorf("TaskGroup %s has already been entered", g.repr())
	}
	l, err := stateOf(t).runningLoop()
	if err != nil {
		return err
	}
	g.loop, g.parent = l, l.currentTask
	if g.parent == nil {
		return object.RuntimeErrorf("TaskGroup %s cannot determine the parent task", g.repr())
	}
	g.entered = true
	return nil
}

// createTask is TaskGroup.create_task().
func (g *TaskGroup) createTask(t *object.Thread, coroutine, name object.Value, context *Context) (object.Value, *object.Exception) {
	refuse := ""
	switch {
	case !g.entered:
		refuse = "has not been entered"
	case g.exiting && len(g.tasks) == 0:
		refuse = "is finished"
	case g.aborting:
		refuse = "is shutting down"
	}
	if refuse != "" {
		if _, err := object.CallMethod(t, coroutine, "close"); err != nil {
			return object.Value{}, err
		}
		return object.Value{}, object.RuntimeErrorf("TaskGroup %s %s", g.repr(), refuse)
	}
	v, err := g.loop.createTaskBy(t, createdByTaskGroup, coroutine, name, context)
	if err != nil {
		return object.Value{}, err
	}
	f := futureOf(v)
	if f == nil {
		return v, nil // of a task factory of the program
	}
	if f.done() {
		return v, g.taskDone(t, f)
	}
	g.tasks = append(g.tasks, f)
	f.addGoCallback(t, "TaskGroup._on_task_done()", g.taskDone)
	return v, nil
}

func isBaseError(e *object.Exception) bool {
	return e.Is(object.SystemExitType) || e.Is(object.KeyboardInterruptType)
}

// abort cancels the tasks that are left.
func (g *TaskGroup) abort(t *object.Thread) *object.Exception {
	g.aborting = true
	for _, f := range slices.Clone(g.tasks) {
		if f.done() {
			continue
		}
		if _, err := f.cancel(t, object.Value{}); err != nil {
			return err
		}
	}
	return nil
}

// taskDone is the done callback of each task (TaskGroup._on_task_done).
func (g *TaskGroup) taskDone(t *object.Thread, f *Future) *object.Exception {
	if i := slices.Index(g.tasks, f); i >= 0 {
		g.tasks = slices.Delete(g.tasks, i, i+1)
	}
	if g.completed != nil && len(g.tasks) == 0 && !g.completed.done() {
		g.completed.setResult(t, object.True)
	}
	if f.state == cancelled {
		return nil
	}
	f.logTraceback = false
	e := f.exception
	if e == nil {
		return nil
	}
	g.errors = append(g.errors, e)
	if isBaseError(e) && g.baseError == nil {
		g.baseError = e
	}
	if g.parent.done() {
		return g.loop.callExceptionHandler(t, exceptionReport{
			message: "Task " + reprOr(t, f.Value()) + " has errored out but its parent task " +
				reprOr(t, g.parent.Value()) + " is already completed",
			exception: e, task: f.task,
		})
	}
	if g.aborting || g.parentCancelRequested {
		return nil
	}
	if err := g.abort(t); err != nil {
		return err
	}
	g.parentCancelRequested = true
	_, err := g.parent.cancel(t, object.Value{})
	return err
}

// taskGroupExit is the coroutine TaskGroup.__aexit__().
type taskGroupExit struct {
	group   *TaskGroup
	raised  *object.Exception // in the body of the group
	waiting bool
	// cancellation is the CancelledError to raise, unless something else went wrong.
	cancellation *object.Exception
}

// Resume implements object.Resumable.
func (x *taskGroupExit) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	g := x.group
	if !x.waiting {
		if thrown != nil {
			return object.Raise(thrown)
		}
		if !g.entered {
			return object.Raise(object.RuntimeErrorf("TaskGroup %s has not been entered", g.repr()))
		}
		if err := x.begin(t); err != nil {
			return object.Raise(err)
		}
	} else {
		if thrown != nil && !thrown.Is(CancelledErrorType) {
			return object.Raise(thrown)
		}
		if thrown != nil && !g.aborting {
			x.cancellation = thrown
			if err := g.abort(t); err != nil {
				return object.Raise(err)
			}
		}
		g.completed = nil
	}
	if len(g.tasks) > 0 {
		x.waiting = true
		g.completed = g.loop.newFuture()
		g.completed.wait = waitInfo{kind: trace.WaitTaskGroup, count: func(each func(*Future)) int32 { return countOf(g.tasks, each) }}
		return object.Await(g.completed)
	}
	return x.end(t)
}

func (x *taskGroupExit) begin(t *object.Thread) *object.Exception {
	g, e := x.group, x.raised
	g.exiting = true
	if e == nil {
		return nil
	}
	if isBaseError(e) && g.baseError == nil {
		g.baseError = e
	}
	if e.Is(CancelledErrorType) {
		x.cancellation = e
	}
	if !g.aborting {
		return g.abort(t)
	}
	return nil
}

// end decides what the `async with` raises when all tasks are done.
func (x *taskGroupExit) end(t *object.Thread) object.Outcome {
	g := x.group
	if g.baseError != nil {
		vm.SetContext(g.baseError, t.Handling)
		return object.Raise(g.baseError)
	}
	if g.parentCancelRequested && g.parent.uncancel() == 0 {
		x.cancellation = nil
	}
	if x.cancellation != nil && len(g.errors) == 0 {
		vm.SetContext(x.cancellation, t.Handling)
		return object.Raise(x.cancellation)
	}
	if x.raised != nil && !x.raised.Is(CancelledErrorType) {
		g.errors = append(g.errors, x.raised)
	}
	if len(g.errors) == 0 {
		return object.Return(object.None)
	}
	if g.parent.cancelRequests > 0 {
		// The parent is being cancelled from outside: the count stays as it is.
		g.parent.uncancel()
		if _, err := g.parent.cancel(t, object.Value{}); err != nil {
			return object.Raise(err)
		}
	}
	group, err := x.makeGroup(t)
	if err != nil {
		return object.Raise(err)
	}
	return object.Raise(group)
}

func (x *taskGroupExit) makeGroup(t *object.Thread) (group, err *object.Exception) {
	errors := make([]object.Value, len(x.group.errors))
	for i, e := range x.group.errors {
		errors[i] = e.Value()
	}
	x.group.errors = nil
	v, err := object.Call(t, object.BaseExceptionGroupType.Value(),
		object.Arguments(object.NewStr("unhandled errors in a TaskGroup"), object.NewList(errors)))
	if err != nil {
		return nil, err
	}
	e, _ := object.AsException(v)
	e.Cause, e.SuppressContext = object.None, true
	return e, nil
}

func init() {
	TaskGroupType.Alloc = func(cls *object.Type) *object.Object {
		g := &TaskGroup{}
		g.InitNative(cls, g)
		return &g.Object
	}
	addInit(TaskGroupType, "TaskGroup.__init__(self)", func(t *object.Thread, g *TaskGroup, a []object.Value) *object.Exception {
		return nil
	})
	addMethod(TaskGroupType, "TaskGroup.create_task(self, coro, *, name=, context=)", func(t *object.Thread, g *TaskGroup, a []object.Value) (object.Value, *object.Exception) {
		context, err := contextArgument(a[3])
		if err != nil {
			return object.Value{}, err
		}
		return g.createTask(t, a[1], a[2], context)
	})
	self := func(v object.Value) *TaskGroup {
		g, _ := object.AsNative[*TaskGroup](v)
		return g
	}
	addAsyncContext(TaskGroupType, "TaskGroup", func(t *object.Thread, v object.Value) object.Resumable {
		return immediate(func(t *object.Thread) (object.Value, *object.Exception) { return v, self(v).enter(t) })
	}, func(t *object.Thread, v object.Value, exc *object.Exception) object.Resumable {
		return &taskGroupExit{group: self(v), raised: exc}
	})
	TaskGroupType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return object.NewStr(self(v).repr()), nil
	}
	TaskGroupType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		g := self(v)
		for _, f := range g.tasks {
			visit(f.Value())
		}
		for _, e := range g.errors {
			visit(e.Value())
		}
	}
}
