package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// Module makes the module asyncio of a run.
func Module(t *object.Thread) *object.Module {
	m := object.NewModule("asyncio")
	for _, typ := range []*object.Type{
		FutureType, TaskType, HandleType, TimerHandleType, RunnerType, TimeoutType,
		QueueType, LifoQueueType, PriorityQueueType,
		CancelledErrorType, InvalidStateErrorType, IncompleteReadErrorType, LimitOverrunErrorType,
		BrokenBarrierErrorType, SendfileUnavailableType, QueueEmptyType, QueueFullType, QueueShutDownType,
	} {
		m.Dict.SetStr(typ.Name, typ.Value())
	}
	m.Dict.SetStr("TimeoutError", object.TimeoutErrorType.Value())
	m.Dict.SetStr("AbstractEventLoop", LoopType.Value())
	for _, group := range [][]object.Value{taskFunctions(), loopFunctions(), inspectFunctions()} {
		for _, v := range group {
			f, _ := object.AsNativeFunction(v)
			m.Dict.SetStr(f.Name, v)
		}
	}
	return m
}

func taskFunctions() []object.Value {
	gatherFunction := object.NewFunction("asyncio", "gather", gather)
	runFunction := object.NewFunction("asyncio", "run", run)
	for _, v := range []object.Value{gatherFunction, runFunction} {
		f, _ := object.AsNativeFunction(v)
		f.PythonRepr = true
	}
	return []object.Value{
		runFunction,
		gatherFunction,
		asyncFunction("sleep(delay, result=)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &sleepBody{delay: a[0], result: valueOr(a[1], object.None)}
		}),
		asyncFunction("wait_for(fut, timeout)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &waitForBody{awaitable: a[0], timeout: a[1]}
		}),
		asyncFunction("to_thread(func, /, *args, **kwargs)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &toThreadBody{fn: a[0], args: a[1], kwargs: a[2]}
		}),
		function("create_task(coro, *, name=, context=)", createTask),
		function("ensure_future(coro_or_future, *, loop=)", ensureFuture),
		function("timeout(delay)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			o, err := newTimeoutAfter(t, a[0])
			if err != nil {
				return object.Value{}, err
			}
			return o.Value(), nil
		}),
		function("timeout_at(when)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			if a[0].IsNone() {
				return newTimeout(0, false).Value(), nil
			}
			when, err := object.ToFloat(t, a[0])
			return newTimeout(when, true).Value(), err
		}),
		function("current_task(loop=)", currentTaskFunction),
		function("all_tasks(loop=)", allTasksFunction),
	}
}

func createTask(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	l, err := stateOf(t).runningLoop()
	if err != nil {
		return object.Value{}, err
	}
	context, err := contextArgument(a[2])
	if err != nil {
		return object.Value{}, err
	}
	return l.createTask(t, a[0], a[1], context)
}

func ensureFuture(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	var loop *Loop
	if a[1].IsValid() && !a[1].IsNone() {
		l, err := loopArgument(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		loop = l
	}
	f, err := stateOf(t).ensureFuture(t, a[0], loop)
	if err != nil {
		return object.Value{}, err
	}
	return f.Value(), nil
}

// givenOrRunning is the loop of an optional argument, or the running one.
func givenOrRunning(t *object.Thread, v object.Value) (*Loop, *object.Exception) {
	if v.IsValid() && !v.IsNone() {
		return loopArgument(t, v)
	}
	return stateOf(t).runningLoop()
}

func currentTaskFunction(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	l, err := givenOrRunning(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	if l.currentTask == nil {
		return object.None, nil
	}
	return l.currentTask.Value(), nil
}

func allTasksFunction(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	l, err := givenOrRunning(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	set := object.NewOrderedSet()
	for _, k := range stateOf(t).allTasks(l) {
		if err := set.Add(t, k.Value()); err != nil {
			return object.Value{}, err
		}
	}
	return set.Value(), nil
}

func loopFunctions() []object.Value {
	return []object.Value{
		function("get_running_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			l, err := stateOf(t).runningLoop()
			if err != nil {
				return object.Value{}, err
			}
			return l.Value(), nil
		}),
		function("_get_running_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			if l := stateOf(t).running; l != nil {
				return l.Value(), nil
			}
			return object.None, nil
		}),
		function("get_event_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			l, err := stateOf(t).eventLoop()
			if err != nil {
				return object.Value{}, err
			}
			return l.Value(), nil
		}),
		function("new_event_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return stateOf(t).newLoop().Value(), nil
		}),
		function("set_event_loop(loop)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			s := stateOf(t)
			s.current, s.currentSet = nil, true
			if a[0].IsNone() {
				return object.None, nil
			}
			l, ok := loopOf(a[0])
			if !ok {
				return object.Value{}, object.TypeErrorf("loop must be an instance of AbstractEventLoop or None, not '%s'", object.TypeName(a[0]))
			}
			s.current = l
			return object.None, nil
		}),
	}
}

func inspectFunctions() []object.Value {
	return []object.Value{
		function("iscoroutine(obj)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Bool(isCoroutine(a[0])), nil
		}),
		function("isfuture(obj)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Bool(futureOf(a[0]) != nil), nil
		}),
		function("iscoroutinefunction(func)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Bool(vm.IsCoroutineFunction(a[0])), nil
		}),
	}
}

// toThreadBody is asyncio.to_thread (CPython 3.13 asyncio/threads.py).
type toThreadBody struct {
	fn, args, kwargs object.Value
	started          bool
}

// Resume implements object.Resumable.
func (b *toThreadBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	if b.started {
		return object.Return(sent)
	}
	b.started = true
	s := stateOf(t)
	l, err := s.runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	args := object.Args{Pos: tupleItems(b.args)}
	if d, ok := object.AsDict(b.kwargs); ok {
		for pos := 0; ; {
			k, v, more := d.NextEntry(&pos)
			if !more {
				break
			}
			name, _ := object.StrOf(k)
			args.KwNames = append(args.KwNames, name)
			args.KwValues = append(args.KwValues, v)
		}
	}
	return object.Await(l.runInThreadContext(t, b.fn, args))
}

// runInThreadContext runs the call in a copy of the current context.
func (l *Loop) runInThreadContext(t *object.Thread, fn object.Value, args object.Args) *Future {
	s := l.state
	current := s.context
	s.context = s.copyContext()
	f := l.runInExecutor(t, object.None, fn, args)
	s.context = current
	return f
}
