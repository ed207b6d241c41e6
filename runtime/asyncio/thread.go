package asyncio

import (
	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Thread is a simulated thread: a job of an executor. It runs at once when submitted, until
// it ends or blocks in time.sleep(); only then does its caller go on. So a run with threads
// is as deterministic as one without.
type Thread struct {
	loop    *Loop
	pool    object.Value // the executor it counts for
	baton   *eventloop.Baton
	thread  *object.Thread
	lane    trace.TaskID
	context *Context
	running *Loop // loop that runs in this thread (asyncio.run in a thread)

	result object.Value
	err    *object.Exception
	future *Future
	// arm is set before control is handed back: it says what resumes the thread.
	arm    func(t *object.Thread)
	onDone []func(t *object.Thread)
}

// threadJob is a call waiting for a free thread of its pool.
type threadJob struct {
	pool    object.Value
	fn      object.Value
	args    object.Args
	future  *Future
	context *Context
}

// defaultPoolThreads is the size of the default executor: min(32, cpu_count + 4) in
// CPython 3.13, taken at its maximum.
const defaultPoolThreads = 32

// runInExecutor is loop.run_in_executor(): it returns the future of the call.
func (l *Loop) runInExecutor(t *object.Thread, pool, fn object.Value, args object.Args) *Future {
	f := l.newFuture()
	job := threadJob{pool: pool, fn: fn, args: args, future: f, context: l.state.context}
	s := l.state
	if s.poolHasRoom(pool) {
		s.startThread(t, l, job)
	} else {
		s.jobs = append(s.jobs, job)
	}
	return f
}

func (s *state) poolHasRoom(pool object.Value) bool {
	active := 0
	for _, th := range s.threads {
		if th.pool == pool {
			active++
		}
	}
	return active < poolSize(pool)
}

func (s *state) startThread(t *object.Thread, l *Loop, job threadJob) {
	th := &Thread{loop: l, pool: job.pool, future: job.future, context: job.context}
	th.thread = vm.NewThread(s.run)
	name := callableName(t, job.fn)
	th.lane = s.run.Recorder.NewTask(trace.TaskInfo{
		Name: s.intern(shorten(name)), CoroName: s.intern(shorten(name)),
		Parent: t.Lane, Line: t.Exec.Line(), Thread: true,
	})
	th.thread.Lane = th.lane
	job.future.wait = waitInfo{kind: trace.WaitThread, target: th.lane}
	s.emit(t, trace.Event{Kind: trace.ThreadStarted, Target: th.lane, Text: s.intern(shorten(name))})
	th.baton = eventloop.StartBaton(func(*eventloop.Baton) {
		th.result, th.err = object.Call(th.thread, job.fn, job.args)
	})
	s.threads = append(s.threads, th)
	th.resume(t)
}

// resume gives control to the thread until it ends or blocks.
func (th *Thread) resume(t *object.Thread) {
	s := th.loop.state
	context, running, active := s.context, s.running, s.activeThread
	s.context, s.running, s.activeThread = th.context, th.running, th
	th.baton.Resume()
	th.context, th.running = s.context, s.running
	s.context, s.running, s.activeThread = context, running, active
	if !th.baton.Ended() {
		th.arm(t)
		return
	}
	th.finish(t)
}

// finish delivers the result to the loop, as concurrent.futures chained to asyncio does, and
// starts a job that waited for the thread.
func (th *Thread) finish(t *object.Thread) {
	s := th.loop.state
	for i, other := range s.threads {
		if other == th {
			s.threads = append(s.threads[:i], s.threads[i+1:]...)
			break
		}
	}
	e := trace.Event{Kind: trace.ThreadEnded, Target: th.lane, Task: th.lane}
	if th.err != nil {
		e.Kind, e.Text, e.Line = trace.ThreadRaised, s.intern(exceptionText(t, th.err)), exceptionLine(th.err)
	}
	s.emitAt(e)
	s.startQueuedJob(t)
	if th.err != nil && th.err.Fatal != object.NotFatal {
		s.fatal = th.err
	}
	if !th.loop.closed {
		th.loop.callSoonGo(th.deliver, nil)
	}
	for _, f := range th.onDone {
		f(t)
	}
}

func (s *state) startQueuedJob(t *object.Thread) {
	for i, job := range s.jobs {
		if s.poolHasRoom(job.pool) {
			s.jobs = append(s.jobs[:i], s.jobs[i+1:]...)
			s.startThread(t, job.future.loop, job)
			return
		}
	}
}

func (th *Thread) deliver(t *object.Thread) *object.Exception {
	switch {
	case th.future.done():
	case th.err != nil:
		if th.err.Fatal != object.NotFatal {
			return th.err
		}
		th.future.setException(t, th.err)
	default:
		th.future.setResult(t, th.result)
	}
	return nil
}

// Sleep is time.sleep(): in a simulated thread that thread waits; anywhere else the whole
// loop is blocked while the virtual clock goes on.
func Sleep(t *object.Thread, seconds float64) *object.Exception {
	s := stateOf(t)
	until := s.clock.NowSeconds + seconds
	th := s.activeThread
	if th == nil {
		s.emit(t, trace.Event{Kind: trace.ClockBlocked, Until: until, Text: s.intern("time.sleep")})
		s.clock.NowSeconds = until
		return nil
	}
	s.emitAt(trace.Event{Kind: trace.TaskSuspended, Task: th.lane, Line: th.thread.Exec.Line(), Wait: trace.WaitSleep, Until: until})
	th.arm = func(t *object.Thread) {
		th.loop.callAtGo(until, func(t *object.Thread) *object.Exception {
			s.emitAt(trace.Event{Kind: trace.TaskStep, Task: th.lane, Line: th.thread.Exec.Line()})
			th.resume(t)
			return s.takeFatal()
		})
	}
	if !th.baton.HandBack() {
		return object.NewFatal(object.Stopped, "the run has ended")
	}
	return nil
}

// takeFatal returns what ended the run in a thread.
func (s *state) takeFatal() *object.Exception {
	e := s.fatal
	s.fatal = nil
	return e
}

// Close ends the simulated threads that still exist; the front door calls it when a run is
// over, however it ended.
func Close(t *object.Thread) {
	s := stateOf(t)
	for _, th := range s.threads {
		th.baton.Abandon()
	}
	s.threads = nil
}
