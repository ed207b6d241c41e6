package asyncio

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// fixture is a run without any Python source: its tasks are steps in Go.
type fixture struct {
	testing.TB
	thread   *object.Thread
	state    *state
	loop     *Loop
	recorder *trace.Recorder
	log      []string
	stderr   string
}

func newFixture(t testing.TB) *fixture {
	f := &fixture{TB: t, recorder: trace.NewRecorder(100_000)}
	run := &object.Run{
		Recorder: f.recorder, RootShape: object.NewShape(), Modules: object.NewDict(), Builtins: object.NewBuiltins(),
		StepsLeft: 1_000_000, MemoryMaxBytes: 64 << 20, IntBitsMax: 1 << 20, RecursionMax: 1000,
		Write: func(_ *object.Thread, fd int, text string) *object.Exception {
			f.stderr += text
			return nil
		},
	}
	f.thread = vm.NewThread(run)
	f.state = stateOf(f.thread)
	f.loop = f.state.newLoop()
	t.Cleanup(func() { Close(f.thread) })
	return f
}

// say logs a line with the virtual time.
func (f *fixture) say(format string, args ...any) {
	f.log = append(f.log, fmt.Sprintf("%g ", f.state.clock.NowSeconds)+fmt.Sprintf(format, args...))
}

// step is a piece of a coroutine between two awaits. It gets the result of the await before
// it, or the exception that came out of it.
type step func(sent object.Value, thrown *object.Exception) object.Outcome

// steps is a coroutine: its steps one after the other. A step that returns does not end it,
// unless it is the last; one that raises does.
type steps struct {
	todo []step
}

// Resume implements object.Resumable.
func (s *steps) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	for {
		if len(s.todo) == 0 {
			if thrown != nil {
				return object.Raise(thrown)
			}
			return object.Return(sent)
		}
		next := s.todo[0]
		s.todo = s.todo[1:]
		out := next(sent, thrown)
		if out.Kind != object.Returned {
			return out
		}
		sent, thrown = out.Value, nil
	}
}

// then makes a step that runs only when the await before it went well.
func then(do func(sent object.Value) object.Outcome) step {
	return func(sent object.Value, thrown *object.Exception) object.Outcome {
		if thrown != nil {
			return object.Raise(thrown)
		}
		return do(sent)
	}
}

// do makes a step that awaits nothing.
func do(f func()) step {
	return then(func(sent object.Value) object.Outcome {
		f()
		return object.Return(sent)
	})
}

// await makes a step that awaits something made when it is reached.
func await(make func() object.Resumable) step {
	return then(func(object.Value) object.Outcome { return object.Await(make()) })
}

func sleep(seconds float64) step {
	return await(func() object.Resumable { return Delay(seconds) })
}

// coroutine makes a coroutine object of steps.
func coroutine(name string, todo ...step) object.Value {
	return object.NewCoroutine(name, &steps{todo: todo}).Value()
}

// task starts a task of the loop.
func (f *fixture) task(name string, todo ...step) *Task {
	return f.loop.newTask(f.thread, coroutine(name, todo...), name)
}

// newTask creates a task and schedules its first step, as asyncio.Task does.
func (l *Loop) newTask(t *object.Thread, coroutine object.Value, name string) *Task {
	k := &Task{}
	k.InitNative(TaskType, k)
	l.initTask(t, k, coroutine, name, nil)
	l.scheduleStep(k, nil)
	return k
}

// run runs the loop until nothing can happen any more.
func (f *fixture) run() {
	f.Helper()
	err := f.loop.runForever(f.thread)
	require.NotNil(f, err)
	require.Equal(f, object.Hung, err.Fatal, "%v", exceptionText(f.thread, err))
}

// new calls a class.
func (f *fixture) new(typ *object.Type, args ...object.Value) object.Value {
	f.Helper()
	v, err := object.Call(f.thread, typ.Value(), object.Arguments(args...))
	require.Nil(f, err)
	return v
}

// kinds lists the events of some kinds as "kind task".
func (f *fixture) kinds(want ...trace.Kind) []string {
	tr := f.recorder.Finish(trace.Outcome{})
	var lines []string
	for _, e := range tr.Events {
		for _, k := range want {
			if e.Kind == k {
				name := "-"
				if e.Task > 0 {
					name = tr.Text(tr.Tasks[e.Task-1].Name)
				}
				lines = append(lines, fmt.Sprintf("%s %s %d/%d", e.Kind, name, e.Size, e.Getters))
			}
		}
	}
	return lines
}

// waits lists what the tasks were suspended on, in order.
func (f *fixture) waits() []string {
	tr := f.recorder.Finish(trace.Outcome{})
	var lines []string
	for _, e := range tr.Events {
		if e.Kind == trace.TaskSuspended {
			lines = append(lines, tr.Text(tr.Tasks[e.Task-1].Name)+" "+e.Wait.String())
		}
	}
	return lines
}
