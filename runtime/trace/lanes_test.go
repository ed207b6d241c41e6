package trace_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/trace"
	"asyncplay/runtime/trace/tracetest"
)

func TestLanesShowWaitsItemsEndsAndDebts(t *testing.T) {
	tr := tracetest.BothDie()
	lanes := trace.Lanes(tr)
	require.Len(t, lanes, 3)

	main := lanes[0]
	last := main.Segments[len(main.Segments)-1]
	assert.Equal(t, trace.WaitQueueJoin, last.Wait)
	assert.Equal(t, 0.0, last.Start)
	assert.Equal(t, 2.0, last.End)
	assert.True(t, last.Endless)
	assert.Equal(t, trace.KindInvalid, main.End.Kind)

	w0 := lanes[1]
	require.Len(t, w0.Steps, 2)
	require.Len(t, w0.Segments, 2)
	assert.Equal(t, trace.SpanReady, w0.Segments[0].Kind)
	sleep := w0.Segments[1]
	assert.Equal(t, trace.WaitSleep, sleep.Wait)
	assert.Equal(t, [2]float64{0, 1}, [2]float64{sleep.Start, sleep.End})
	assert.Less(t, sleep.StartEvent, sleep.EndEvent)
	assert.Equal(t, int32(1), sleep.Item)
	assert.Equal(t, "1.0", tr.Text(sleep.Text))
	assert.Equal(t, int32(tracetest.LineSleep), sleep.Line)
	assert.Equal(t, trace.TaskRaised, w0.End.Kind)
	assert.Equal(t, 1.0, w0.End.Time)
	require.Len(t, w0.Debts, 1)
	debt := w0.Debts[0]
	assert.Equal(t, int32(1), debt.Item)
	assert.Equal(t, [2]float64{1, 2}, [2]float64{debt.Start, debt.End})
	assert.False(t, debt.Settled)
}

func TestADebtEndsWhenSomebodyElseMarksTheItem(t *testing.T) {
	w := tracetest.NewWorkers()
	w.At(1)
	w.Step(w.W0, tracetest.LinePrint)
	w.Raise(tracetest.LinePrint, "E")
	w.At(2)
	w.Step(w.W1, tracetest.LinePrint)
	w.TaskDone(w.Queue, 1) // its own
	w.TaskDone(w.Queue, 1) // the lost one
	tr := w.Finish(trace.RunStopped, "")
	debts := trace.Lanes(tr)[1].Debts
	require.Len(t, debts, 1)
	assert.True(t, debts[0].Settled)
	assert.Equal(t, 2.0, debts[0].End)
}

func TestABlockingCallShowsAsBlockedAndTheOthersAsReady(t *testing.T) {
	s := tracetest.New()
	a, b := s.Task("a", "f", 1), s.Task("b", "g", 1)
	s.Step(b, 5)
	s.Sleep(6, 1)
	s.Step(a, 2)
	s.Emit(trace.Event{Kind: trace.ClockBlocked, Line: 3, Until: 3, Text: s.Text("time.sleep")})
	s.At(3).Sleep(4, 4)
	s.At(3).Step(b, 6)
	s.Return()
	s.At(4).Step(a, 4)
	s.Return()
	tr := s.Finish(trace.RunFinished, "")
	lanes := trace.Lanes(tr)

	blocked := lanes[0].Segments[1]
	assert.Equal(t, trace.SpanBlocked, blocked.Kind)
	assert.Equal(t, [2]float64{0, 3}, [2]float64{blocked.Start, blocked.End})
	assert.Equal(t, "time.sleep", tr.Text(blocked.Text))
	assert.Equal(t, [2]float64{0, 3}, [2]float64{lanes[0].Steps[0].Start, lanes[0].Steps[0].End})

	require.Len(t, lanes[1].Segments, 3)
	sleep, ready := lanes[1].Segments[1], lanes[1].Segments[2]
	assert.Equal(t, [2]float64{0, 1}, [2]float64{sleep.Start, sleep.End})
	assert.Equal(t, trace.SpanReady, ready.Kind)
	assert.Equal(t, [2]float64{1, 3}, [2]float64{ready.Start, ready.End})
}

func TestThreadsHaveLanesOfTheirOwn(t *testing.T) {
	s := tracetest.New()
	main := s.Task("Task-1", "main", 1)
	s.Step(main, 1)
	thread := s.Thread("asyncio_0", "fetch", 2)
	s.Wait(2, trace.Event{Wait: trace.WaitThread, Target: thread})
	s.At(2)
	s.Emit(trace.Event{Kind: trace.ThreadEnded, Target: thread})
	s.Step(main, 2)
	s.Return()
	tr := s.Finish(trace.RunFinished, "")
	lane := trace.Lanes(tr)[1]
	assert.True(t, lane.Thread)
	require.Len(t, lane.Segments, 1)
	assert.Equal(t, trace.SpanThread, lane.Segments[0].Kind)
	assert.Equal(t, [2]float64{0, 2}, [2]float64{lane.Segments[0].Start, lane.Segments[0].End})
	assert.Equal(t, trace.ThreadEnded, lane.End.Kind)
}

func TestTheLastStepOfAThreadEndsWithIt(t *testing.T) {
	s := tracetest.New()
	s.Task("Task-1", "main", 1)
	thread := s.Thread("asyncio_0", "work", 2)
	s.Emit(trace.Event{Kind: trace.TaskSuspended, Task: thread, Wait: trace.WaitSleep, Until: 1, Line: 2})
	s.At(1)
	s.Emit(trace.Event{Kind: trace.TaskStep, Task: thread, Line: 2})
	s.Emit(trace.Event{Kind: trace.ThreadEnded, Target: thread})
	s.At(5)
	tr := s.Finish(trace.RunFinished, "")
	steps := trace.Lanes(tr)[thread-1].Steps
	require.Len(t, steps, 1)
	assert.Equal(t, 1.0, steps[0].End, "and not with the run")
}

func TestQueueLanesFollowSizeAndUnfinished(t *testing.T) {
	tr := tracetest.AllCancelled()
	lanes := trace.QueueLanes(tr)
	require.Len(t, lanes, 1)
	var counters [][2]int32
	for _, p := range lanes[0].Points {
		counters = append(counters, [2]int32{p.Size, p.Unfinished})
	}
	assert.Equal(t, [][2]int32{
		{0, 0},
		{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5},
		{4, 5}, {3, 5},
		{3, 4}, {2, 4}, {2, 3}, {1, 3}, {1, 2}, {0, 2}, {0, 1}, {0, 0},
	}, counters)
}
