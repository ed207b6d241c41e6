package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

func init() {
	TaskType.Alloc = func(cls *object.Type) *object.Object {
		k := &Task{}
		k.InitNative(cls, k)
		k.task = k
		return &k.Object
	}
	TaskType.Slots.Init = taskInit
	TaskType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		k, _ := object.AsNative[*Task](v)
		text, err := taskRepr(t, k)
		return object.NewStr(text), err
	}
	TaskType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		k, _ := object.AsNative[*Task](v)
		if k.coroutine.IsValid() {
			visit(k.coroutine)
		}
		if k.waiter != nil {
			visit(k.waiter.Value())
		}
		traverseFuture(&k.Future, visit)
	}
	FutureType.Slots.Traverse = func(v object.Value, visit func(object.Value)) { traverseFuture(futureOf(v), visit) }
	TaskType.AllowSubscript()
	addTaskMethods()
}

func traverseFuture(f *Future, visit func(object.Value)) {
	if f.result.IsValid() {
		visit(f.result)
	}
	if f.exception != nil {
		visit(f.exception.Value())
	}
	for _, c := range f.callbacks {
		if c.callable.IsValid() {
			visit(c.callable)
		}
		if c.waiter != nil {
			visit(c.waiter.Value())
		}
	}
}

var taskInitSignature = object.MustSignature("Task(self, coro, *, loop=, name=, context=, eager_start=)")

func taskInit(t *object.Thread, self object.Value, args object.Args) *object.Exception {
	var a [6]object.Value
	if err := taskInitSignature.Bind(args.Prepend(self), a[:]); err != nil {
		return err
	}
	if err := t.Charge(taskBytes); err != nil {
		return err
	}
	if !isCoroutine(a[1]) {
		return object.TypeErrorf("a coroutine was expected, got %s", reprOr(t, a[1]))
	}
	loop, err := loopArgument(t, a[2])
	if err != nil {
		return err
	}
	name, err := taskNameArgument(t, a[3])
	if err != nil {
		return err
	}
	context, err := contextArgument(a[4])
	if err != nil {
		return err
	}
	k, _ := object.AsNative[*Task](self)
	eager := false
	if a[5].IsValid() {
		if eager, err = object.Truth(t, a[5]); err != nil {
			return err
		}
	}
	loop.initTask(t, k, a[1], name, context)
	k.direct = true
	if err := k.noteCreation(t, nil); err != nil {
		return err
	}
	if eager && loop.isRunning {
		return k.startEagerly(t)
	}
	return k.scheduleFirst(t)
}

// scheduleFirst schedules the first step. Where call_soon() refuses that, nothing has the task any more.
func (k *Task) scheduleFirst(t *object.Thread) *object.Exception {
	err := k.loop.stepSoon(t, k, nil)
	if err != nil && err.Fatal == object.NotFatal {
		if reportErr := k.reportForgotten(t); reportErr != nil {
			return reportErr
		}
	}
	return err
}

// taskNameArgument is str(name), "" when not given.
func taskNameArgument(t *object.Thread, v object.Value) (string, *object.Exception) {
	if !v.IsValid() || v.IsNone() {
		return "", nil
	}
	return object.ToStr(t, v)
}

// isCoroutine is asyncio.iscoroutine.
func isCoroutine(v object.Value) bool { return vm.IsCoroutine(v) || isCoroutineLike(v) }

// inBaseTasks calls a function of module asyncio.base_tasks with the task.
func (k *Task) inBaseTasks(t *object.Thread, name string, args ...object.Value) (object.Value, *object.Exception) {
	m, err := t.Run.Import(t, "asyncio.base_tasks")
	if err != nil {
		return object.Value{}, err
	}
	return object.Call(t, m.Dict.GetStr(name), object.Arguments(append([]object.Value{k.Value()}, args...)...))
}

func addTaskMethods() {
	add := func(decl string, fn func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception)) {
		addFutureMethod(TaskType, decl, func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
			return fn(t, f.task, a)
		})
	}
	add("get_name(self, /)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return object.NewStr(k.name), nil
	})
	add("set_name(self, value, /)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		name, err := object.ToStr(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		k.name = name
		if !k.quiet {
			s := k.loop.state
			s.emit(t, trace.Event{Kind: trace.TaskNamed, Target: k.lane, Text: s.intern(shorten(name))})
		}
		return object.None, nil
	})
	add("get_coro(self, /)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return valueOr(k.coroutine, object.None), nil
	})
	add("get_stack(self, /, *, limit=)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return k.inBaseTasks(t, "_task_get_stack", valueOr(a[1], object.None))
	})
	add("print_stack(self, /, *, limit=, file=)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return k.inBaseTasks(t, "_task_print_stack", valueOr(a[1], object.None), valueOr(a[2], object.None))
	})
	add("get_context(self, /)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return k.context.Value(), nil
	})
	add("cancelling(self, /)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return object.Int(int64(k.cancelRequests)), nil
	})
	add("uncancel(self, /)", func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
		return object.Int(int64(k.uncancel())), nil
	})
	refuse := func(decl, what string) {
		add(decl, func(t *object.Thread, k *Task, a []object.Value) (object.Value, *object.Exception) {
			return object.Value{}, object.RuntimeErrorf("Task does not support %s operation", what)
		})
	}
	refuse("set_result(self, result, /)", "set_result")
	refuse("set_exception(self, exception, /)", "set_exception")
	TaskType.AddGetter("_must_cancel", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return object.Bool(futureOf(v).task.mustCancel), nil
	})
	TaskType.AddGetter("_fut_waiter", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		if w := futureOf(v).task.waiter; w != nil {
			return w.Value(), nil
		}
		return object.None, nil
	})
	TaskType.AddGetter("_coro", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return valueOr(futureOf(v).task.coroutine, object.None), nil
	})
}

// uncancel is Task.uncancel(): one request for cancellation less.
func (k *Task) uncancel() int {
	if k.cancelRequests > 0 {
		k.cancelRequests--
		if k.cancelRequests == 0 {
			k.mustCancel = false
		}
	}
	return k.cancelRequests
}

// taskRepr follows CPython 3.13 asyncio/base_tasks.py, _task_repr.
func taskRepr(t *object.Thread, k *Task) (string, *object.Exception) {
	if k.loop == nil {
		return "<" + k.Type().Name + " pending>", nil
	}
	text := "<" + k.Type().Name + " "
	switch {
	case k.cancelRequests > 0 && !k.done():
		text += "cancelling"
	case k.state == pending:
		text += "pending"
	case k.state == cancelled:
		text += "cancelled"
	default:
		text += "finished"
	}
	text += " name=" + object.StrRepr(k.name)
	if k.coroutine.IsValid() {
		text += " coro=<" + coroutineText(k.coroutine) + ">"
	}
	if k.waiter != nil {
		r, err := object.Repr(t, k.waiter.Value())
		if err != nil {
			return "", err
		}
		text += " wait_for=" + r
	}
	info, err := resultInfo(t, &k.Future)
	if err != nil {
		return "", err
	}
	if k.state == finished {
		text += info
	}
	return text + callbacksInfo(t, &k.Future) + createdSuffix(k.created) + ">", nil
}
