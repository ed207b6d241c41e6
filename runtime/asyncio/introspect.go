package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
)

// foreign are the tasks that are no Task: implementations of other makes register what they
// run with the functions below (CPython 3.13 asyncio/tasks.py, "Introspection APIs").
type foreign struct {
	tasks []object.Value
	// current are the tasks entered, with their loops.
	current []enteredTask
}

type enteredTask struct{ loop, task object.Value }

func (f *foreign) currentOf(loop object.Value) (object.Value, bool) {
	for _, e := range f.current {
		if e.loop.Is(loop) {
			return e.task, true
		}
	}
	return object.Value{}, false
}

// ofLoop lists registered tasks of a loop that are not done.
func (f *foreign) ofLoop(t *object.Thread, loop object.Value) ([]object.Value, *object.Exception) {
	var tasks []object.Value
	for _, task := range slices.Clone(f.tasks) {
		its, ok, err := object.OptAttr(t, task, "get_loop")
		if err == nil && ok {
			its, err = object.Call(t, its, object.Args{})
		} else if err == nil {
			its, err = object.GetAttr(t, task, "_loop")
		}
		if err != nil {
			return nil, err
		}
		if !its.Is(loop) {
			continue
		}
		done, err := object.CallMethod(t, task, "done")
		if err != nil {
			return nil, err
		}
		if over, err := object.Truth(t, done); err != nil || over {
			if err != nil {
				return nil, err
			}
			continue
		}
		tasks = append(tasks, task)
	}
	return tasks, nil
}

// currentTaskOf is current_task(loop) of any loop: None, or the task that it runs.
func currentTaskOf(t *object.Thread, loop object.Value) object.Value {
	if task, ok := stateOf(t).foreign.currentOf(loop); ok {
		return task
	}
	if l, ok := loopOf(loop); ok && l.currentTask != nil {
		return l.currentTask.Value()
	}
	return object.None
}

func registerTask(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	s := stateOf(t)
	if _, native := object.AsNative[*Task](a[0]); native || slices.ContainsFunc(s.foreign.tasks, a[0].Is) {
		return object.None, nil // those of this package are known
	}
	s.foreign.tasks = append(s.foreign.tasks, a[0])
	return object.None, t.Charge(taskBytes)
}

func unregisterTask(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	s := stateOf(t)
	s.foreign.tasks = slices.DeleteFunc(s.foreign.tasks, a[0].Is)
	return object.None, nil
}

func enterTask(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	s := stateOf(t)
	if current := currentTaskOf(t, a[0]); !current.IsNone() {
		return object.Value{}, object.RuntimeErrorf("Cannot enter into task %s while another task %s is being executed.", reprOr(t, a[1]), reprOr(t, current))
	}
	s.foreign.current = append(s.foreign.current, enteredTask{a[0], a[1]})
	return object.None, t.Charge(callbackBytes)
}

func leaveTask(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	s := stateOf(t)
	current, entered := s.foreign.currentOf(a[0])
	if !entered || !current.Is(a[1]) {
		return object.Value{}, object.RuntimeErrorf("Leaving task %s does not match the current task %s.", reprOr(t, a[1]), reprOr(t, currentTaskOf(t, a[0])))
	}
	s.foreign.current = slices.DeleteFunc(s.foreign.current, func(e enteredTask) bool { return e.loop.Is(a[0]) })
	return object.None, nil
}

// swapCurrentTask sets the task of a loop and returns the one before.
func swapCurrentTask(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	s := stateOf(t)
	before, entered := s.foreign.currentOf(a[0])
	if !entered {
		before = object.None
	}
	s.foreign.current = slices.DeleteFunc(s.foreign.current, func(e enteredTask) bool { return e.loop.Is(a[0]) })
	if !a[1].IsNone() {
		s.foreign.current = append(s.foreign.current, enteredTask{a[0], a[1]})
	}
	return before, t.Charge(callbackBytes)
}

func introspectionFunctions() []object.Value {
	return []object.Value{
		function("_register_task(task)", registerTask),
		function("_unregister_task(task)", unregisterTask),
		function("_register_eager_task(task)", registerTask),
		function("_unregister_eager_task(task)", unregisterTask),
		function("_enter_task(loop, task)", enterTask),
		function("_leave_task(loop, task)", leaveTask),
		function("_swap_current_task(loop, task)", swapCurrentTask),
	}
}
