package explain_test

import (
	"math/rand"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/trace/tracetest"
)

const nothingReady = "  nothing is ready and no timer is set"

func lines(s ...string) string { return strings.Join(s, "\n") }

func TestVerdictOfJoinThatNeverReturns(t *testing.T) {
	r := explain.Verdict(tracetest.BothDie(), "")
	assert.Equal(t, explain.JoinNeverReturns, r.ID)
	assert.Equal(t, explain.SeverityError, r.Severity)
	assert.Equal(t, int32(tracetest.LineJoin), r.Line)
	assert.Equal(t, lines(
		"`join()` will never return: 5 items never marked done",
		"  2 taken by workers that died before `task_done()`",
		"    worker-0 took #1 (1.00), died at 1.000 s at line 13: `RuntimeError: boom`",
		"    worker-1 took #2 (2.00), died at 2.000 s at line 13: `RuntimeError: boom`",
		"  3 still in the queue, with no worker left to take them",
		"  main waits in `join()` at line 27 since 0.000 s",
		nothingReady,
		"  → call `task_done()` in a `finally` block that begins after `get()`",
	), explain.Text(r))

	var fates []explain.ItemFate
	for i, item := range r.Facts.Items {
		assert.Equal(t, int32(i+1), item.Item)
		fates = append(fates, item.Fate)
	}
	assert.Equal(t, []explain.ItemFate{
		explain.FateLost, explain.FateLost, explain.FateInQueue, explain.FateInQueue, explain.FateInQueue,
	}, fates)
	assert.Equal(t, 5, r.Facts.Unfinished)
	assert.Equal(t, 3, r.Facts.Tasks)
	assert.Equal(t, 2, r.Facts.Raised)
	assert.Equal(t, 2.0, r.Facts.Time)
}

func TestVerdictOfJoinTellsEachWayAnItemIsMissed(t *testing.T) {
	w := tracetest.NewWorkers()
	helper := w.Task("helper", "helper", 40)
	idler := w.Task("idler", "idler", 50)
	never := w.Object("Future", 52)
	w.At(0.5)
	w.Step(helper, 41)
	w.Get(w.Queue, 41, 3)
	w.Return()
	w.Step(idler, 51)
	w.Get(w.Queue, 51, 4)
	w.Wait(52, trace.Event{Wait: trace.WaitFuture, Object: never})
	w.At(1)
	w.Step(w.W0, tracetest.LinePrint)
	w.Raise(tracetest.LinePrint, "KeyError: 'x'")
	w.Cancel(w.W1, 0)
	w.Throw(w.W1, tracetest.LineSleep)
	w.Cancelled(tracetest.LineSleep)
	r := explain.Verdict(w.Finish(trace.RunHung, ""), "")
	assert.Equal(t, lines(
		"`join()` will never return: 5 items never marked done",
		"  1 taken by a worker that died before `task_done()`",
		"    worker-0 took #1 (1.00), died at 1.000 s at line 13: `KeyError: 'x'`",
		"  1 taken by a worker that was cancelled before `task_done()`",
		"    worker-1 took #2 (2.00), was cancelled at 1.000 s at line 12",
		"  1 taken by a worker that returned without calling `task_done()`",
		"    helper took #3 (0.50), returned at 0.500 s",
		"  1 taken by a task still alive but waiting for ever before `task_done()`",
		"    idler took #4 (0.25) at 0.500 s and waits at line 52",
		"  1 still in the queue, and the tasks that took from it wait for something else",
		"    idler waits for a future at line 52 since 0.500 s",
		"  main waits in `join()` at line 27 since 0.000 s",
		nothingReady,
		"  → call `task_done()` in a `finally` block that begins after `get()`",
	), explain.Text(r))
}

func TestVerdictOfJoinWithoutAnyWorker(t *testing.T) {
	s := tracetest.New()
	main := s.Task("Task-1", "main", 9)
	s.Step(main, 1)
	q := s.Queue("Queue", 2, 0)
	s.Put(q, 3, "'a'")
	s.Join(q, 4)
	r := explain.Verdict(s.Finish(trace.RunHung, ""), "")
	assert.Equal(t, lines(
		"`join()` will never return: 1 item never marked done",
		"  1 still in the queue, and no task ever took one",
		"  main waits in `join()` at line 4 since 0.000 s",
		nothingReady,
		"  → create the tasks that take from the queue before waiting in `join()`",
	), explain.Text(r))
}

// hang tells a run of two tasks a and b that ends hung in what tell records.
func hang(tell func(s *tracetest.Script, a, b trace.TaskID)) *trace.Trace {
	s := tracetest.New()
	a, b := s.Task("a", "fa", 1), s.Task("b", "fb", 2)
	s.At(1)
	tell(s, a, b)
	return s.Finish(trace.RunHung, "")
}

func TestVerdictOfOtherHangs(t *testing.T) {
	tests := []struct {
		name  string
		trace *trace.Trace
		id    explain.ID
		want  []string
	}{
		{"a future nobody completes, after a task died", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			f := s.Object("Future", 5)
			s.Step(b, 7)
			s.Raise(7, "ValueError: no")
			s.Step(a, 6)
			s.Wait(6, trace.Event{Wait: trace.WaitFuture, Object: f})
		}), explain.HangFuture, []string{
			"a waits for a future that nobody will complete",
			"  the future was made at line 5",
			"  a waits for a future at line 6 since 1.000 s",
			"  b had died at 1.000 s at line 7: `ValueError: no`",
		}},
		{"a lock whose holder has ended", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			lock := s.Lock("Lock", 3, 0)
			s.Step(b, 7)
			s.Emit(trace.Event{Kind: trace.PrimitiveAcquired, Object: lock, Size: 1})
			s.Return()
			s.Step(a, 6)
			s.Wait(6, trace.Event{Wait: trace.WaitLock, Object: lock})
		}), explain.HangLock, []string{
			"a waits for a lock that b will never release",
			"  b took it and ended at 1.000 s without releasing it",
			"  a waits for a lock at line 6 since 1.000 s",
			"  → take the lock with `async with`: then it is released however the block ends",
		}},
		{"a lock taken twice by one task", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			lock := s.Lock("Lock", 3, 0)
			s.Step(b, 7)
			s.Return()
			s.Step(a, 6)
			s.Emit(trace.Event{Kind: trace.PrimitiveAcquired, Object: lock, Size: 1})
			s.Wait(8, trace.Event{Wait: trace.WaitLock, Object: lock})
		}), explain.HangLock, []string{
			"a waits for a lock that it holds itself",
			"  a waits for a lock at line 8 since 1.000 s",
		}},
		{"two locks in opposite order", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			l1, l2 := s.Lock("Lock", 3, 0), s.Lock("Lock", 4, 0)
			s.Step(a, 6)
			s.Emit(trace.Event{Kind: trace.PrimitiveAcquired, Object: l1, Size: 1})
			s.Wait(6, trace.Event{Wait: trace.WaitReady})
			s.Step(b, 7)
			s.Emit(trace.Event{Kind: trace.PrimitiveAcquired, Object: l2, Size: 1})
			s.Wait(7, trace.Event{Wait: trace.WaitLock, Object: l1})
			s.Step(a, 8)
			s.Wait(8, trace.Event{Wait: trace.WaitLock, Object: l2})
		}), explain.HangCycle, []string{
			"a and b wait for each other",
			"  a waits for a lock at line 8 since 1.000 s",
			"  b waits for a lock at line 7 since 1.000 s",
		}},
		{"tasks that await each other", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			s.Step(a, 6)
			s.Wait(6, trace.Event{Wait: trace.WaitTask, Target: b})
			s.Step(b, 7)
			s.Wait(7, trace.Event{Wait: trace.WaitTask, Target: a})
		}), explain.HangCycle, []string{
			"a and b wait for each other",
			"  a waits for b at line 6 since 1.000 s",
			"  b waits for a at line 7 since 1.000 s",
		}},
		{"get() from an empty queue, awaited by gather", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			q := s.Queue("Queue", 3, 0)
			s.Step(a, 6)
			s.Wait(6, trace.Event{Wait: trace.WaitGather, Size: 1})
			s.Step(b, 7)
			s.Wait(7, trace.Event{Wait: trace.WaitQueueGet, Object: q})
		}), explain.HangGet, []string{
			"`get()` will never return: 1 task waits for an item that nobody will put",
			"  a waits at line 6 since 1.000 s for 1 awaitable gathered",
			"  b waits in `get()` at line 7 since 1.000 s",
		}},
		{"an idle consumer beside a producer that waits for a future", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			q, f := s.Queue("Queue", 3, 0), s.Object("Future", 4)
			s.Step(a, 6)
			s.Wait(6, trace.Event{Wait: trace.WaitQueueGet, Object: q})
			s.Step(b, 7)
			s.Wait(7, trace.Event{Wait: trace.WaitFuture, Object: f})
		}), explain.HangFuture, []string{
			"b waits for a future that nobody will complete",
			"  the future was made at line 4",
			"  a waits in `get()` at line 6 since 1.000 s",
			"  b waits for a future at line 7 since 1.000 s",
		}},
		{"put() into a full queue", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			q := s.Queue("Queue", 3, 2)
			s.Step(a, 6)
			s.Put(q, 6, "1")
			s.Put(q, 6, "2")
			s.Wait(6, trace.Event{Wait: trace.WaitQueuePut, Object: q})
			s.Step(b, 7)
			s.Return()
		}), explain.HangPut, []string{
			"`put()` will never return: the queue is full (2 items) and nobody will take from it",
			"  a waits in `put()` at line 6 since 1.000 s",
		}},
		{"an event nobody sets", hang(func(s *tracetest.Script, a, b trace.TaskID) {
			e := s.Lock("Event", 3, 0)
			s.Step(b, 7)
			s.Return()
			s.Step(a, 6)
			s.Wait(6, trace.Event{Wait: trace.WaitEvent, Object: e})
		}), explain.HangEvent, []string{
			"a waits for an event that nobody will set",
			"  a waits for an event at line 6 since 1.000 s",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := explain.Verdict(test.trace, "")
			assert.Equal(t, test.id, r.ID)
			got := strings.Split(explain.Text(r), "\n")
			require.Contains(t, got, nothingReady)
			var rest []string
			for _, line := range got {
				if line != nothingReady {
					rest = append(rest, line)
				}
			}
			assert.Equal(t, test.want, rest)
		})
	}
}

func TestVerdictOfARunThatFinishes(t *testing.T) {
	t.Run("all workers cancelled", func(t *testing.T) {
		r := explain.Verdict(tracetest.AllCancelled(), "")
		assert.Equal(t, explain.FinishedCancelled, r.ID)
		assert.Equal(t, explain.SeverityQuiet, r.Severity)
		assert.Equal(t, lines(
			"Finished at 2.000 s: 5 of 5 items marked done",
			"  3 tasks: 1 returned, 2 cancelled, 0 raised, 0 still waiting",
		), explain.Text(r))
	})
	t.Run("a finally around get()", func(t *testing.T) {
		r := explain.Verdict(tracetest.FinallyAroundGet(), "")
		assert.Equal(t, explain.TaskDoneTooMany, r.ID)
		assert.Equal(t, explain.SeverityWarning, r.Severity)
		const how = " was cancelled while it waited in `get()` at line 11, inside the `try`; its `finally` then called `task_done()` at line 14 for an item that was never taken"
		assert.Equal(t, lines(
			"Finished, but 2 workers ended with `ValueError: task_done() called too many times`",
			"  worker-0"+how,
			"  worker-1"+how,
			"  3 tasks: 1 returned, 0 cancelled, 2 raised, 0 still waiting",
			"  → begin the `try` after `get()`: then `finally` runs only for an item that was taken",
		), explain.Text(r))
	})
	t.Run("task_done() twice for an item", func(t *testing.T) {
		s := tracetest.New()
		a := s.Task("a", "f", 1)
		s.Step(a, 2)
		q := s.Queue("Queue", 1, 0)
		s.Put(q, 3, "1")
		s.Get(q, 4, 1)
		s.TaskDone(q, 5)
		s.TaskDoneError(q, 6)
		s.Raise(6, "ValueError: task_done() called too many times")
		r := explain.Verdict(s.Finish(trace.RunFinished, ""), "")
		assert.Equal(t, explain.TaskDoneTooMany, r.ID)
		assert.Contains(t, explain.Text(r), "a called `task_done()` at line 6 more often than items were put")
	})
	t.Run("an exception nobody looked at", func(t *testing.T) {
		s := tracetest.New()
		main := s.Task("Task-1", "main", 1)
		s.Step(main, 2)
		a := s.Task("a", "f", 3)
		s.Sleep(4, 2)
		s.At(1).Step(a, 8)
		s.Raise(9, "OSError: gone")
		s.At(2).Step(main, 4)
		s.Return()
		s.Emit(trace.Event{Kind: trace.TaskExceptionLost, Target: a, Text: s.Text("OSError: gone")})
		r := explain.Verdict(s.Finish(trace.RunFinished, ""), "")
		assert.Equal(t, explain.NeverRetrieved, r.ID)
		assert.Equal(t, lines(
			"Finished, but nobody looked at the exception that ended 1 task",
			"  a ended at 1.000 s at line 9 with `OSError: gone`; no `await` and no callback ever asked for it",
			"  2 tasks: 1 returned, 0 cancelled, 1 raised, 0 still waiting",
			"  → await the task, or ask it for `exception()`",
		), explain.Text(r))
	})
	t.Run("a task cancelled by asyncio.run", func(t *testing.T) {
		s := tracetest.New()
		main := s.Task("Task-1", "main", 1)
		s.Step(main, 2)
		a := s.Task("a", "f", 3)
		s.Return()
		s.Cancel(a, 0)
		s.Throw(a, 8)
		s.Cancelled(8)
		r := explain.Verdict(s.Finish(trace.RunFinished, ""), "")
		assert.Equal(t, lines(
			"Finished at 0.000 s",
			"  2 tasks: 1 returned, 1 cancelled, 0 raised, 0 still waiting",
			"  `asyncio.run()` cancelled 1 task that was still waiting when `main` ended",
		), explain.Text(r))
	})
	t.Run("no task at all", func(t *testing.T) {
		r := explain.Verdict(tracetest.New().Finish(trace.RunFinished, ""), "")
		assert.Equal(t, explain.NeverAwaits, r.ID)
		assert.Equal(t, "This program never awaits: nothing runs concurrently", explain.Text(r))
	})
}

func TestVerdictOfARunThatEndsEarly(t *testing.T) {
	source := "import asyncio\nasync def main():\n    1 / 0\nasyncio.run(main())\n"
	t.Run("an exception in a task", func(t *testing.T) {
		s := tracetest.New()
		main := s.Task("Task-1", "main", 4)
		s.Step(main, 2)
		s.Raise(3, "ZeroDivisionError: division by zero")
		tr := s.Finish(trace.RunRaised, "ZeroDivisionError: division by zero")
		r := explain.Verdict(tr, source)
		assert.Equal(t, explain.Raised, r.ID)
		assert.Equal(t, int32(3), r.Line)
		assert.Equal(t, trace.TaskRaised, tr.Events[r.Event].Kind)
		assert.Equal(t, lines(
			"The program ended with `ZeroDivisionError: division by zero`",
			"  raised in main at line 3 at 0.000 s",
			"  `1 / 0`",
		), explain.Text(r))
	})
	t.Run("a syntax error", func(t *testing.T) {
		tr := &trace.Trace{
			Strings: []string{"", "SyntaxError: expected ':'"},
			Outcome: trace.Outcome{Status: trace.StatusSyntaxError, Text: 1, Line: 1},
		}
		r := explain.Verdict(tr, "async def main(xs)\n    pass\n")
		assert.Equal(t, explain.SyntaxError, r.ID)
		assert.Equal(t, lines("SyntaxError: expected ':' at line 1", "  `async def main(xs)`"), explain.Text(r))
	})
	t.Run("a limit", func(t *testing.T) {
		s := tracetest.New()
		main := s.Task("Task-1", "main", 4)
		s.Step(main, 2)
		s.Wait(3, trace.Event{Wait: trace.WaitReady})
		s.Step(main, 3)
		s.Emit(trace.Event{Kind: trace.RunLimit, Line: 3})
		tr := s.Finish(trace.RunLimit, "the limit on steps was reached")
		r := explain.Verdict(tr, source)
		assert.Equal(t, explain.LimitHit, r.ID)
		assert.Equal(t, "steps", r.Facts.Limit)
		assert.Equal(t, lines(
			"The limit on steps was reached at 0.000 s: does the program loop for ever?",
			"  main was running at line 3, in its step number 2",
			"  `1 / 0`",
			"  → `--max-steps N` raises the limit",
		), explain.Text(r))
	})
	t.Run("Stop", func(t *testing.T) {
		r := explain.Verdict(tracetest.New().At(1.5).Finish(trace.RunStopped, ""), "")
		assert.Equal(t, "Stopped at 1.500 s", explain.Text(r))
	})
}

func TestBadgesAreShortAndDiffer(t *testing.T) {
	tests := []struct {
		name  string
		tasks [][2]string // name, coroutine
		want  []string
	}{
		{"main and its workers", [][2]string{{"Task-1", "main"}, {"worker-0", "worker"}, {"worker-1", "worker"}}, []string{"m", "w0", "w1"}},
		{"names that asyncio gave", [][2]string{{"Task-1", "main"}, {"Task-2", "fetch"}, {"Task-3", "Shop.sell"}}, []string{"m", "f2", "s3"}},
		{"the same first letter", [][2]string{{"consumer", "c"}, {"collector", "c"}, {"c", "c"}}, []string{"c", "co", "c1"}},
		{"long numbers", [][2]string{{"w99", "f"}, {"w100", "f"}, {"w101", "f"}}, []string{"w99", "1", "2"}},
		{"no letters", [][2]string{{"", ""}, {"!", ""}, {"作業員-1", "f"}}, []string{"1", "2", "作1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := tracetest.New()
			for _, task := range test.tasks {
				s.Task(task[0], task[1], 1)
			}
			assert.Equal(t, test.want, explain.Badges(s.Finish(trace.RunFinished, "")))
		})
	}
	t.Run("many", func(t *testing.T) {
		s := tracetest.New()
		for range 3000 {
			s.Task("worker", "worker", 1)
		}
		seen := map[string]bool{}
		for _, badge := range explain.Badges(s.Finish(trace.RunFinished, "")) {
			assert.False(t, seen[badge], badge)
			assert.LessOrEqual(t, len(badge), 3)
			seen[badge] = true
		}
	})
}

func TestCaptionsSayWhatEachEventDid(t *testing.T) {
	tr := tracetest.FinallyAroundGet()
	x := explain.New(tr)
	c := trace.NewCursor(tr)
	got := map[trace.Kind]string{}
	for i := range tr.Events {
		text := words.Render(words.English, x.Caption(c.Seek(i), i))
		assert.NotContains(t, text, "?")
		got[tr.Events[i].Kind] = text
	}
	for kind, want := range map[trace.Kind]string{
		trace.TaskCreated:         "main creates the task worker-1 at line 23; it is ready to run `worker()`.",
		trace.QueueCreated:        "A `Queue` is created, with no limit on its size.",
		trace.QueuePut:            "main puts #5 (0.12); 5 in the queue, 5 unfinished.",
		trace.QueueGet:            "worker-0 takes #5 (0.12) and owes a `task_done()`; 0 left in the queue.",
		trace.QueueTaskDone:       "worker-1 marks #2 (2.00) done: nothing is unfinished, `join()` may return.",
		trace.QueueTaskDoneError:  "worker-1 calls `task_done()` at line 14 once too often.",
		trace.TaskRaised:          "worker-1 raises `ValueError: task_done() called too many times` at line 14: every item put was marked done already.",
		trace.TaskCancelRequested: "main asks worker-1 to cancel at line 29.",
		trace.QueueJoin:           "main enters `join()` at line 27; 5 items are unfinished.",
		trace.Stdout:              "worker-0 prints: worker-0 slept 1.00 s",
		trace.RunFinished:         "The program has finished at 2.000 s.",
	} {
		assert.Equal(t, want, got[kind])
	}
	assert.Equal(t, "The program has not begun.", words.Render(words.English, explain.New(tr).Caption(c.Seek(-1), -1)))
}

func TestCaptionOfADeathNamesTheItemOwed(t *testing.T) {
	tr := tracetest.BothDie()
	c := trace.NewCursor(tr)
	i := len(tr.Events) - 2
	assert.Equal(t, "worker-1 raises `RuntimeError: boom` at line 13. It took #2 (2.00) and will never call `task_done()`.",
		words.Render(words.English, explain.New(tr).Caption(c.Seek(i), i)))
}

// TestEveryKindHasACaption gives each kind with each wait arbitrary contents: a caption
// must come, with all its places filled.
func TestEveryKindHasACaption(t *testing.T) {
	for seed := range int64(50) {
		r := rand.New(rand.NewSource(seed))
		s := tracetest.New()
		a, b := s.Task("a", "f", 1), s.Task("b", "g", 2)
		q := s.Queue("Queue", 3, 0)
		lock := s.Lock("Lock", 4, 0)
		s.Step(a, 5)
		for k := trace.TaskCreated; k <= trace.ExceptionRaised; k++ {
			for w := trace.WaitNone; w <= trace.WaitNetwork; w++ {
				s.Emit(trace.Event{
					Kind: k, Wait: w, Line: 6, Target: []trace.TaskID{0, a, b}[r.Intn(3)],
					Object: []trace.ObjectID{0, q, lock}[r.Intn(3)], Item: int32(r.Intn(4)),
					Size: int32(r.Intn(3)), Unfinished: int32(r.Intn(3)), Getters: int32(r.Intn(3)),
					Text: s.Text([]string{"", "x", "E: m"}[r.Intn(3)]), Flags: trace.Flags(r.Intn(16)),
				})
				if k != trace.TaskSuspended {
					break
				}
			}
		}
		for _, end := range []trace.Kind{trace.RunFinished, trace.RunRaised, trace.RunHung, trace.RunLimit, trace.RunStopped} {
			tr := s.Finish(end, "E: m")
			x, c := explain.New(tr), trace.NewCursor(tr)
			for i := range tr.Events {
				text := words.Render(words.English, x.Caption(c.Seek(i), i))
				require.NotEmpty(t, text)
				require.NotContains(t, text, "?", tr.Events[i].Kind)
			}
			require.NotEmpty(t, explain.Text(x.Verdict("")))
		}
	}
}

func FuzzVerdict(f *testing.F) {
	for _, tr := range []*trace.Trace{tracetest.BothDie(), tracetest.AllCancelled(), tracetest.FinallyAroundGet()} {
		f.Add(tr.Encode())
	}
	recorded, err := os.ReadFile("../trace/testdata/v1.trace")
	require.NoError(f, err)
	f.Add(recorded)
	f.Fuzz(func(t *testing.T, data []byte) {
		tr, err := trace.Decode(data, nil)
		if err != nil {
			return
		}
		x, c := explain.New(tr), trace.NewCursor(tr)
		explain.Text(x.Verdict("a\nb\n"))
		for i := range min(len(tr.Events), 1000) {
			words.Render(words.English, x.Caption(c.Seek(i), i))
		}
	})
}
