package asyncio

import (
	"strings"

	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// exportedTypes are the classes of package asyncio; Type.Module says in which of its modules
// each stands.
var exportedTypes = []*object.Type{
	FutureType, TaskType, HandleType, TimerHandleType, RunnerType, TimeoutType, TaskGroupType,
	QueueType, LifoQueueType, PriorityQueueType,
	LockType, EventType, ConditionType, SemaphoreType, BoundedSemaphoreType, BarrierType,
	LoopType, AbstractEventLoopType, BaseEventLoopType, PolicyType,
	CancelledErrorType, InvalidStateErrorType, IncompleteReadErrorType, LimitOverrunErrorType,
	BrokenBarrierErrorType, SendfileUnavailableType, QueueEmptyType, QueueFullType, QueueShutDownType,
}

// submodules are the modules inside package asyncio, with their functions.
var submodules = []struct {
	name      string
	functions func() []object.Value
}{
	{"base_events", loggerFunctions},
	{"coroutines", inspectFunctions},
	{"events", loopFunctions},
	{"exceptions", nil},
	{"futures", futureFunctions},
	{"locks", nil},
	{"log", loggerFunctions},
	{"queues", nil},
	{"runners", runnerFunctions},
	{"staggered", staggeredFunctions},
	{"taskgroups", nil},
	{"tasks", taskFunctions},
	{"threads", threadFunctions},
	{"timeouts", timeoutFunctions},
	{"unix_events", nil},
}

// exportedPrivate are the names with an underscore that asyncio itself has too.
var exportedPrivate = map[string]bool{
	"_get_running_loop": true, "_set_running_loop": true,
	"_register_task": true, "_unregister_task": true, "_enter_task": true, "_leave_task": true,
}

// Module makes the module asyncio of a run, with its submodules.
func Module(t *object.Thread) *object.Module {
	m := object.NewModule("asyncio")
	homes := map[string]*object.Module{}
	for _, sub := range submodules {
		name := "asyncio." + sub.name
		home := object.NewModule(name)
		homes[name] = home
		t.Run.Modules.SetStr(name, home.Value())
		m.Dict.SetStr(sub.name, home.Value())
		if sub.functions == nil {
			continue
		}
		for _, v := range sub.functions() {
			f, _ := object.AsNativeFunction(v)
			if f.Name == "__getattr__" {
				home.Dict.SetStr(f.Name, v)
				continue
			}
			f.Module = name
			if sub.name != "staggered" && !strings.HasPrefix(f.Name, "_") || exportedPrivate[f.Name] {
				m.Dict.SetStr(f.Name, v)
			}
			home.Dict.SetStr(f.Name, v)
		}
	}
	for _, typ := range exportedTypes {
		if !strings.HasPrefix(typ.Name, "_") {
			m.Dict.SetStr(typ.Name, typ.Value())
		}
		if home := homes[homeOf(typ)]; home != nil {
			home.Dict.SetStr(typ.Name, typ.Value())
		}
	}
	addConstants(m, homes)
	renameEagerFactory(m.Dict.GetStr("eager_task_factory"))
	return m
}

// homeOf is the module whose documentation has a type: the C types stand in _asyncio.
func homeOf(typ *object.Type) string {
	if typ.Module == "_asyncio" {
		return "asyncio." + strings.ToLower(typ.Name) + "s"
	}
	return typ.Module
}

func addConstants(m *object.Module, homes map[string]*object.Module) {
	tasks := homes["asyncio.tasks"]
	for _, name := range []string{firstCompleted, firstException, allCompleted} {
		v := object.NewStr(name)
		m.Dict.SetStr(name, v)
		tasks.Dict.SetStr(name, v)
	}
	timeout := object.TimeoutErrorType.Value()
	m.Dict.SetStr("TimeoutError", timeout)
	homes["asyncio.exceptions"].Dict.SetStr("TimeoutError", timeout)
	m.Dict.SetStr("SelectorEventLoop", LoopType.Value())
	m.Dict.SetStr("EventLoop", LoopType.Value())
	m.Dict.SetStr("DefaultEventLoopPolicy", PolicyType.Value())
	m.Dict.SetStr("AbstractEventLoopPolicy", PolicyType.Value())
	names := publicNames(m)
	for _, group := range libraryAttributes {
		for _, name := range group.names {
			names = append(names, object.NewStr(name))
		}
	}
	m.Dict.SetStr("__all__", object.NewList(names))
	m.Missing = libraryAttribute
}

// publicNames is what `from asyncio import *` takes.
func publicNames(m *object.Module) []object.Value {
	var names []object.Value
	for pos := 0; ; {
		k, v, more := m.Dict.NextEntry(&pos)
		if !more {
			return names
		}
		name, _ := object.StrOf(k)
		_, isModule := object.AsModule(v)
		if !isModule && !strings.HasPrefix(name, "_") {
			names = append(names, k)
		}
	}
}

// pythonFunction is a function of package asyncio that binds its arguments itself.
func pythonFunction(name string, fn object.NativeFn) object.Value {
	v := object.NewFunction("asyncio", name, fn)
	f, _ := object.AsNativeFunction(v)
	f.LookLikePython()
	return v
}

func runnerFunctions() []object.Value { return []object.Value{pythonFunction("run", run)} }

func taskFunctions() []object.Value {
	return append(introspectionFunctions(), []object.Value{
		pythonFunction("gather", gather),
		asyncFunction("sleep(delay, result=)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &sleepBody{delay: a[0], result: valueOr(a[1], object.None)}
		}),
		asyncFunction("wait_for(fut, timeout)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &waitForBody{awaitable: a[0], timeout: a[1]}
		}),
		asyncFunction("wait(fs, *, timeout=, return_when=)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &waitBody{awaitables: a[0], timeout: a[1], returnWhen: a[2]}
		}),
		function("shield(arg)", shield),
		function("as_completed(fs, *, timeout=)", asCompleted),
		function("create_task(coro, *, name=, context=)", createTask),
		function("ensure_future(coro_or_future, *, loop=)", ensureFuture),
		function("current_task(loop=)", currentTaskFunction),
		function("all_tasks(loop=)", allTasksFunction),
		function("run_coroutine_threadsafe(coro, loop)", runCoroutineThreadsafe),
		function("create_eager_task_factory(custom_task_constructor)", createEagerTaskFactory),
		eagerTaskFactory(TaskType.Value(), "eager_task_factory"),
	}...)
}

func timeoutFunctions() []object.Value {
	return []object.Value{
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
			if err != nil {
				return object.Value{}, err
			}
			o := newTimeout(when, true)
			o.given = a[0]
			return o.Value(), nil
		}),
	}
}

func threadFunctions() []object.Value {
	return []object.Value{
		asyncFunction("to_thread(func, /, *args, **kwargs)", func(t *object.Thread, a []object.Value) object.Resumable {
			return &toThreadBody{fn: a[0], args: a[1], kwargs: a[2]}
		}),
	}
}

func futureFunctions() []object.Value {
	return []object.Value{
		function("isfuture(obj)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Bool(isFuture(t, a[0])), nil
		}),
		function("wrap_future(future, *, loop=)", wrapFutureFunction),
		function("_set_result_unless_cancelled(fut, result)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			if f := futureOf(a[0]); f != nil && f.state == pending {
				f.setResult(t, a[1])
			}
			return object.None, nil
		}),
		function("_copy_future_state(source, dest)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			f := futureOf(a[1])
			if f == nil {
				return object.Value{}, object.TypeErrorf("a future is required, not %s", object.TypeName(a[1]))
			}
			return object.None, copyConcurrent(t, a[0], f)
		}),
	}
}

// isFuture is asyncio.isfuture: any object whose class has _asyncio_future_blocking.
func isFuture(t *object.Thread, v object.Value) bool {
	if futureOf(v) != nil {
		return true
	}
	class, err := object.GetAttr(t, v, "__class__") // a mock may have that of a future
	if err != nil {
		return false
	}
	cls, ok := object.AsType(class)
	if !ok {
		return false
	}
	if _, ok = cls.Lookup("_asyncio_future_blocking"); !ok {
		return false
	}
	blocking, ok, err := object.OptAttr(t, v, "_asyncio_future_blocking")
	return err == nil && ok && !blocking.IsNone()
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
	return l.createTaskBy(t, createdByCreateTask, a[0], a[1], context)
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
	if futureOf(a[0]) == nil && isFuture(t, a[0]) {
		return a[0], nil // a future of another make
	}
	f, err := stateOf(t).ensureFuture(t, a[0], loop)
	if err != nil {
		return object.Value{}, err
	}
	return f.Value(), nil
}

func currentTaskFunction(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	loop := a[0]
	if !loop.IsValid() || loop.IsNone() {
		l, err := stateOf(t).runningLoop()
		if err != nil {
			return object.Value{}, err
		}
		loop = l.Value()
	}
	return currentTaskOf(t, loop), nil
}

func allTasksFunction(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	s, loop := stateOf(t), a[0]
	if !loop.IsValid() || loop.IsNone() {
		l, err := s.runningLoop()
		if err != nil {
			return object.Value{}, err
		}
		loop = l.Value()
	}
	tasks, err := s.foreign.ofLoop(t, loop)
	if err != nil {
		return object.Value{}, err
	}
	if l, ok := loopOf(loop); ok {
		for _, k := range s.allTasks(l) {
			tasks = append(tasks, k.Value())
		}
	}
	set := object.NewOrderedSet()
	for _, task := range tasks {
		if err := set.Add(t, task); err != nil {
			return object.Value{}, err
		}
	}
	return set.Value(), nil
}

func inspectFunctions() []object.Value {
	return []object.Value{
		function("iscoroutine(obj)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Bool(isCoroutine(a[0])), nil
		}),
		function("iscoroutinefunction(func)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Bool(isCoroutineFunction(t, a[0])), nil
		}),
	}
}

// isCoroutineFunction is asyncio.iscoroutinefunction: functions by their code, others by the
// mark that inspect.markcoroutinefunction sets, both also inside of functools.partial.
func isCoroutineFunction(t *object.Thread, v object.Value) bool {
	for depth := 0; v.Type().FullName() == "functools.partial" && depth < partialDepthMax; depth++ {
		inner, err := object.GetAttr(t, v, "func")
		if err != nil {
			return false
		}
		v = inner
	}
	if vm.IsCoroutineFunction(v) {
		return true
	}
	inspect, ok := object.AsModule(t.Run.Modules.GetStr("inspect"))
	if !ok {
		return false
	}
	mark, ok, err := object.OptAttr(t, v, markName)
	return ok && err == nil && mark.Is(inspect.Dict.GetStr(markName))
}

// markName is the attribute in which module inspect has its mark, and marked functions too.
const markName = "_is_coroutine_mark"
