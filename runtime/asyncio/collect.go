package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// collectVisitsMax bounds the objects that one gc.collect() looks at.
const collectVisitsMax = 1_000_000

// Collect is gc.collect(). Nothing is finalised here, but what CPython says about the futures
// that it finalises is said: that an exception was never retrieved, and that a task was
// destroyed which waited for a future nobody else has. It returns how many such futures it found.
func Collect(t *object.Thread) (int, *object.Exception) {
	s := stateOf(t)
	var futures []*Future
	for _, f := range s.unretrieved {
		if f.logTraceback && f.task == nil {
			futures = append(futures, f)
		}
	}
	for _, k := range s.tasks {
		if k.mayBeForgotten() {
			futures = append(futures, &k.Future)
		}
	}
	if len(futures) == 0 {
		return 0, nil
	}
	values := make([]object.Value, len(futures))
	for i, f := range futures {
		values[i] = f.Value()
	}
	s.collecting = true // tasks that may be forgotten are no roots
	reached, err := vm.Reached(t, values, collectVisitsMax)
	s.collecting = false
	if err != nil {
		return 0, err
	}
	lost := 0
	for i, f := range futures {
		if reached[values[i]] {
			continue
		}
		lost++
		if err := f.reportForgotten(t); err != nil {
			return lost, err
		}
	}
	return lost, nil
}

// mayBeForgotten: a task that the program made of the class itself and that waits for a future
// of the program. All others are kept by something that is to come: a timer, a thread, the loop.
func (k *Task) mayBeForgotten() bool {
	w := k.waiter
	return k.direct && !k.done() && w != nil && w.task == nil && w.id != 0 && w.wait.kind == trace.WaitFuture
}

// reportForgotten is what __del__ of a future or task reports.
func (f *Future) reportForgotten(t *object.Thread) *object.Exception {
	if k := f.task; k != nil {
		s := f.loop.state
		s.tasks = slices.DeleteFunc(s.tasks, func(other *Task) bool { return other == k })
		return f.loop.callExceptionHandler(t, exceptionReport{message: "Task was destroyed but it is pending!", task: k})
	}
	f.logTraceback = false
	return f.loop.callExceptionHandler(t, exceptionReport{
		message: f.Type().Name + " exception was never retrieved", exception: f.exception, future: f,
	})
}
