package trace_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/trace"
	"asyncplay/runtime/trace/tracetest"
)

func itemNumbers(items []trace.QueueItem) []int32 {
	var numbers []int32
	for _, item := range items {
		numbers = append(numbers, item.Item)
	}
	return numbers
}

func TestStateFollowsTheWorkersIntoTheHang(t *testing.T) {
	tr := tracetest.BothDie()
	c := trace.NewCursor(tr)

	s := c.Seek(tr.IndexAtTime(0))
	require.Len(t, s.Queues, 1)
	q := &s.Queues[0]
	assert.Equal(t, []int32{3, 4, 5}, itemNumbers(q.Items))
	assert.Equal(t, int32(5), q.Unfinished)
	assert.Equal(t, []trace.TaskID{1}, q.Joiners)
	w0 := s.Task(2)
	assert.Equal(t, trace.PhaseSuspended, w0.Phase)
	assert.Equal(t, trace.WaitSleep, w0.Wait)
	assert.Equal(t, int32(tracetest.LineSleep), w0.Line)
	assert.Equal(t, 1.0, w0.Until)
	held := s.Held(2)
	require.Len(t, held, 1)
	assert.Equal(t, int32(1), held[0].Item)
	assert.Equal(t, "1.0", tr.Text(held[0].Repr))
	assert.False(t, held[0].Lost)

	s = c.Seek(len(tr.Events) - 1)
	assert.Equal(t, trace.RunHung, s.End)
	assert.Equal(t, trace.PhaseRaised, s.Task(2).Phase)
	assert.Equal(t, "RuntimeError: boom", tr.Text(s.Task(2).Exception))
	assert.Equal(t, int32(tracetest.LinePrint), s.Task(2).Line)
	require.Len(t, s.Queues[0].Taken, 2)
	for _, item := range s.Queues[0].Taken {
		assert.True(t, item.Lost)
		assert.Equal(t, trace.TaskRaised, tr.Events[item.LostEvent].Kind)
	}
	assert.Empty(t, s.Queues[0].Done)
	assert.Equal(t, []trace.TaskID{1}, s.Queues[0].Joiners)
}

func TestStateWhenEverythingIsMarkedDone(t *testing.T) {
	tr := tracetest.AllCancelled()
	c := trace.NewCursor(tr)
	for i, e := range tr.Events {
		if e.Kind == trace.QueueTaskDone && e.Unfinished == 0 {
			s := c.Seek(i)
			assert.Equal(t, trace.PhaseReady, s.Task(1).Phase, "join() has been woken")
			assert.Equal(t, []trace.TaskID{2}, s.Queues[0].Getters)
		}
		if e.Kind == trace.TaskCancelRequested {
			s := c.Seek(i)
			assert.True(t, s.Task(e.Target).CancelRequested)
			assert.Equal(t, trace.PhaseReady, s.Task(e.Target).Phase)
		}
	}
	s := c.Seek(len(tr.Events))
	q := &s.Queues[0]
	assert.Empty(t, q.Items)
	assert.Empty(t, q.Taken)
	assert.Empty(t, q.Getters)
	assert.Empty(t, q.Joiners)
	var done []int32
	for _, item := range q.Done {
		done = append(done, item.Item)
	}
	assert.Equal(t, []int32{1, 3, 4, 5, 2}, done)
	assert.Equal(t, trace.PhaseCancelled, s.Task(3).Phase)
	assert.Equal(t, trace.PhaseDone, s.Task(1).Phase)
	assert.Equal(t, 1, s.Console)
}

func TestTaskDoneIsAccountedToWhoOwesIt(t *testing.T) {
	tests := []struct {
		name      string
		tell      func(w *tracetest.Workers)
		left      []int32 // still taken
		unclaimed int32
	}{
		{"the caller's own item first", func(w *tracetest.Workers) {
			w.Step(w.W1, 0)
			w.TaskDone(w.Queue, 0)
		}, []int32{1}, 0},
		{"then the oldest of anybody alive", func(w *tracetest.Workers) {
			w.Step(w.Main, 0)
			w.TaskDone(w.Queue, 0)
		}, []int32{2}, 0},
		{"a lost one last", func(w *tracetest.Workers) {
			w.Step(w.W0, 0)
			w.Raise(1, "E")
			w.Step(w.Main, 0)
			w.TaskDone(w.Queue, 0)
		}, []int32{1}, 0},
		{"lost ones when nothing else is left", func(w *tracetest.Workers) {
			w.Step(w.W0, 0)
			w.Raise(1, "E")
			w.Step(w.Main, 0)
			w.TaskDone(w.Queue, 0)
			w.TaskDone(w.Queue, 0)
		}, nil, 0},
		{"calls without any taken item are counted", func(w *tracetest.Workers) {
			w.Step(w.Main, 0)
			w.TaskDone(w.Queue, 0)
			w.TaskDone(w.Queue, 0)
			w.TaskDone(w.Queue, 0)
		}, nil, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := tracetest.NewWorkers()
			test.tell(w)
			tr := w.Finish(trace.RunStopped, "")
			q := trace.NewCursor(tr).Seek(len(tr.Events)).Queues[0]
			var left []int32
			for _, item := range q.Taken {
				left = append(left, item.Item)
			}
			assert.Equal(t, test.left, left)
			assert.Equal(t, test.unclaimed, q.Unclaimed)
			assert.Equal(t, int(q.Unfinished), len(q.Items)+len(q.Taken)-int(q.Unclaimed))
		})
	}
}

func TestItemsLeaveAPriorityQueueInItsOwnOrder(t *testing.T) {
	s := tracetest.New()
	main := s.Task("Task-1", "main", 1)
	s.Step(main, 1)
	q := s.Queue("PriorityQueue", 1, 0)
	for _, repr := range []string{"3", "1", "2"} {
		s.Put(q, 2, repr)
	}
	s.Get(q, 3, 2)
	tr := s.Finish(trace.RunStopped, "")
	state := trace.NewCursor(tr).Seek(len(tr.Events))
	assert.Equal(t, []int32{1, 3}, itemNumbers(state.Queues[0].Items))
	assert.Equal(t, "1", tr.Text(state.Held(main)[0].Repr))
}

func TestPutWakesTheFirstGetterThatIsNotCancelled(t *testing.T) {
	s := tracetest.New()
	main := s.Task("main", "main", 1)
	s.Step(main, 1)
	q := s.Queue("Queue", 1, 0)
	var getters []trace.TaskID
	for range 3 {
		getters = append(getters, s.Task("getter", "getter", 2))
	}
	s.Wait(2, trace.Event{Wait: trace.WaitReady})
	for _, id := range getters {
		s.Step(id, 3)
		s.Wait(3, trace.Event{Wait: trace.WaitQueueGet, Object: q})
	}
	s.Step(main, 2)
	s.Cancel(getters[2], 4)
	s.Emit(trace.Event{Kind: trace.QueuePut, Object: q, Item: 1, Size: 1, Unfinished: 1, Getters: 1})
	tr := s.Finish(trace.RunStopped, "")
	state := trace.NewCursor(tr).Seek(len(tr.Events))
	assert.Equal(t, trace.PhaseReady, state.Task(getters[0]).Phase)
	assert.Equal(t, trace.PhaseSuspended, state.Task(getters[1]).Phase)
	assert.Equal(t, getters[1:2], state.Queues[0].Getters)
}

func TestPrimitivesNameTheirHolder(t *testing.T) {
	s := tracetest.New()
	a, b := s.Task("a", "f", 1), s.Task("b", "f", 1)
	lock := s.Lock("Lock", 1, 0)
	s.Step(a, 2)
	s.Emit(trace.Event{Kind: trace.PrimitiveAcquired, Object: lock, Size: 1})
	s.Sleep(3, 1)
	s.Step(b, 2)
	s.Wait(2, trace.Event{Wait: trace.WaitLock, Object: lock})
	half := len(s.Finish(trace.RunStopped, "").Events) - 1
	s.At(1).Step(a, 3)
	s.Emit(trace.Event{Kind: trace.PrimitiveReleased, Object: lock})
	s.Return()
	tr := s.Finish(trace.RunHung, "")

	c := trace.NewCursor(tr)
	p := c.Seek(half - 1).Primitive(lock)
	assert.Equal(t, []trace.TaskID{a}, p.Holders)
	assert.Equal(t, []trace.TaskID{b}, p.Waiters)
	s2 := c.Seek(len(tr.Events))
	assert.Empty(t, s2.Primitive(lock).Holders)
	assert.Equal(t, trace.PhaseReady, s2.Task(b).Phase)
}

// TestCursorGoesAnywhereAndBack compares a moving cursor with a state taken from the
// start, over a trace long enough for many keyframes.
func TestCursorGoesAnywhereAndBack(t *testing.T) {
	s := tracetest.New()
	main := s.Task("Task-1", "main", 1)
	s.Step(main, 1)
	q := s.Queue("Queue", 1, 0)
	for i := range 2000 {
		s.At(float64(i))
		item := s.Put(q, 2, "x")
		if i%3 != 0 {
			s.Get(q, 3, item)
		}
		if i%6 == 1 {
			s.TaskDone(q, 4)
		}
	}
	tr := s.Finish(trace.RunFinished, "")
	fresh := func(index int) *trace.State {
		st := trace.NewState(tr)
		for i := 0; i <= index; i++ {
			st.Apply(&tr.Events[i])
		}
		return st
	}
	same := func(want, got *trace.State) {
		t.Helper()
		require.Equal(t, want.Event, got.Event)
		require.Equal(t, want.Tasks, got.Tasks)
		require.Len(t, got.Queues, len(want.Queues))
		for i := range want.Queues {
			w, g := want.Queues[i], got.Queues[i]
			require.Equal(t, itemNumbers(w.Items), itemNumbers(g.Items))
			require.Equal(t, append([]trace.TakenItem{}, w.Taken...), append([]trace.TakenItem{}, g.Taken...))
			require.Equal(t, append([]trace.DoneItem{}, w.Done...), append([]trace.DoneItem{}, g.Done...))
			require.Equal(t, w.Unfinished, g.Unfinished)
		}
	}
	c := trace.NewCursor(tr)
	for _, index := range []int{3000, 10, -1, 4100, 4099, 4098, 2047, 511, 512, 513, 1 << 30, len(tr.Events) - 2, len(tr.Events) - 1} {
		got := c.Seek(index)
		same(fresh(min(index, len(tr.Events)-1)), got)
	}
}

func TestIndexAtTimeIsTheLastEventNotLater(t *testing.T) {
	s := tracetest.New()
	main := s.Task("Task-1", "main", 1)
	s.Step(main, 1)
	s.Sleep(2, 1.5)
	s.At(1.5).Step(main, 2)
	s.Return()
	tr := s.Finish(trace.RunFinished, "")
	assert.Equal(t, -1, tr.IndexAtTime(-1))
	assert.Equal(t, 2, tr.IndexAtTime(0))
	assert.Equal(t, 2, tr.IndexAtTime(1.499))
	assert.Equal(t, 5, tr.IndexAtTime(1.5))
	assert.Equal(t, 5, tr.IndexAtTime(99))
	assert.Equal(t, 1.5, tr.EndTime())
}
