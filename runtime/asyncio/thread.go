package asyncio

import (
	"math"
	"slices"

	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Thread is a simulated thread. It runs at once when started, until it ends or blocks; only
// then does the one who started or woke it go on. So a run with threads is as deterministic
// as one without.
type Thread struct {
	// Tag is for the module that made the thread (threading keeps its object there).
	Tag any

	job     Job
	state   *state
	baton   *eventloop.Baton
	thread  *object.Thread
	lane    trace.TaskID
	context *Context
	running *Loop // loop that runs in this thread (asyncio.run in a thread)

	// A blocked thread waits for a time (wakeSeconds is finite), for a Parking, or for both.
	wakeSeconds float64
	timer       *Handle // of the wake-up, when the main thread's loop runs
	parking     *Parking
	notified    bool

	result object.Value
	err    *object.Exception
}

// Job is a call to be made in a simulated thread.
type Job struct {
	Name string // as the trace shows it
	Run  func(t *object.Thread) (object.Value, *object.Exception)
	// Done is called when the call is over, by the thread that has control then. May be nil.
	Done func(t *object.Thread, result object.Value, err *object.Exception)
	// Pool bounds how many threads run at once; the job waits for its turn. Nil: no bound.
	Pool *Pool
	// Context is what contextvars see; nil: an empty one.
	Context *Context
	// Daemon threads do not keep the run from ending.
	Daemon bool
	// Started, when set, is told the thread as soon as there is one.
	Started func(th *Thread)
	Tag     any
	// Held are the values that the call keeps alive until it is over.
	Held []object.Value
}

// Pool is a number of threads that jobs share.
type Pool struct {
	ThreadsMax int
	active     int
}

// defaultPoolThreads is the size of the default executor: min(32, cpu_count + 4) in
// CPython 3.13, taken at its maximum.
const defaultPoolThreads = 32

// threadsMax bounds the simulated threads of a run: each has a goroutine.
const threadsMax = 10_000

// StartThread starts a job in a new thread, or queues it when its pool is busy.
func StartThread(t *object.Thread, job Job) *object.Exception {
	s := stateOf(t)
	if job.Pool != nil && job.Pool.active >= job.Pool.ThreadsMax {
		s.jobs = append(s.jobs, job)
		return nil
	}
	return s.startThread(t, job)
}

func (s *state) startThread(t *object.Thread, job Job) *object.Exception {
	if len(s.threads) >= threadsMax {
		return object.RuntimeErrorf("can't start new thread")
	}
	if err := t.Charge(threadBytes); err != nil {
		return err
	}
	th := &Thread{job: job, state: s, context: job.Context, Tag: job.Tag, wakeSeconds: math.Inf(1)}
	if th.context == nil {
		th.context = newContext()
	}
	th.thread = vm.NewThread(s.run)
	name := s.intern(shorten(job.Name))
	th.lane = s.run.Recorder.NewTask(trace.TaskInfo{Name: name, CoroName: name, Parent: t.Lane, Line: t.Exec.Line(), Thread: true})
	th.thread.Lane = th.lane
	s.emit(t, trace.Event{Kind: trace.ThreadStarted, Target: th.lane, Text: name})
	th.baton = eventloop.StartBaton(func(*eventloop.Baton) {
		th.result, th.err = job.Run(th.thread)
	})
	if job.Pool != nil {
		job.Pool.active++
	}
	s.threads = append(s.threads, th)
	if job.Started != nil {
		job.Started(th)
	}
	return th.resume(t)
}

// threadBytes is the estimate for a thread with its stack.
const threadBytes = 16 << 10

// CurrentThread is the simulated thread that has control, nil for the main thread.
func CurrentThread(t *object.Thread) *Thread { return stateOf(t).activeThread }

// resume gives control to the thread until it ends or blocks. What it returns ends the run.
func (th *Thread) resume(t *object.Thread) *object.Exception {
	s := th.state
	context, running, active := s.context, s.running, s.activeThread
	s.context, s.running, s.activeThread = th.context, th.running, th
	th.baton.Resume()
	th.context, th.running = s.context, s.running
	s.context, s.running, s.activeThread = context, running, active
	if th.baton.Ended() {
		return th.finish(t)
	}
	return nil
}

// finish delivers the result and starts a job that waited for the thread.
func (th *Thread) finish(t *object.Thread) *object.Exception {
	s := th.state
	if i := slices.Index(s.threads, th); i >= 0 {
		s.threads = slices.Delete(s.threads, i, i+1)
	}
	vm.CloseThread(th.thread)
	e := trace.Event{Kind: trace.ThreadEnded, Target: th.lane, Task: th.lane}
	if th.err != nil {
		e.Kind, e.Text, e.Line = trace.ThreadRaised, s.intern(exceptionText(t, th.err)), exceptionLine(th.err)
	}
	s.emitLoop(e)
	if th.err != nil && th.err.Fatal != object.NotFatal {
		return th.err
	}
	if th.job.Pool != nil {
		th.job.Pool.active--
		if err := s.startQueuedJob(t); err != nil {
			return err
		}
	}
	if th.job.Done != nil {
		th.job.Done(t, th.result, th.err)
	}
	s.threadEnded.WakeAll(t)
	return nil
}

func (s *state) startQueuedJob(t *object.Thread) *object.Exception {
	for i, job := range s.jobs {
		if job.Pool.active < job.Pool.ThreadsMax {
			s.jobs = slices.Delete(s.jobs, i, i+1)
			return s.startThread(t, job)
		}
	}
	return nil
}

// Sleep is time.sleep(): in a simulated thread that thread waits; in the main thread the
// whole loop is blocked while the virtual clock goes on.
func Sleep(t *object.Thread, seconds float64) *object.Exception {
	s := stateOf(t)
	until := s.clock.NowSeconds + seconds
	if th := s.activeThread; th != nil {
		_, err := th.block(trace.WaitSleep, "", until)
		return err
	}
	if s.mainLoop == nil && len(s.threads) > 0 {
		_, err := s.driveThreads(t, func() bool { return false }, until)
		return err
	}
	s.emit(t, trace.Event{Kind: trace.ClockBlocked, Until: until, Text: s.intern("time.sleep")})
	s.clock.NowSeconds = until
	return nil
}

// block gives control back until the thread is woken; timedOut tells that its time came first.
func (th *Thread) block(wait trace.Wait, peer string, untilSeconds float64) (timedOut bool, err *object.Exception) {
	s := th.state
	line := th.thread.Exec.Line()
	e := trace.Event{Kind: trace.TaskSuspended, Task: th.lane, Line: line, Wait: wait, Text: s.intern(shorten(peer))}
	if !math.IsInf(untilSeconds, 1) {
		e.Until = untilSeconds
	}
	s.emitLoop(e)
	th.wakeSeconds, th.notified = untilSeconds, false
	th.setTimer()
	if !th.baton.HandBack() {
		return false, object.NewFatal(object.Stopped, "the run has ended")
	}
	th.wakeSeconds = math.Inf(1)
	s.emitLoop(trace.Event{Kind: trace.TaskStep, Task: th.lane, Line: line})
	return !th.notified, nil
}

// setTimer puts the wake-up among the timers of the main thread's loop, if one runs.
func (th *Thread) setTimer() {
	if l := th.state.mainLoop; l != nil && th.timer == nil && !math.IsInf(th.wakeSeconds, 1) {
		th.timer = l.callAtGo(th.wakeSeconds, th.wake)
	}
}

func (th *Thread) clearTimer(t *object.Thread) {
	if th.timer != nil {
		th.timer.cancel(t)
		th.timer = nil
	}
}

// wake lets a blocked thread go on.
func (th *Thread) wake(t *object.Thread) *object.Exception {
	th.clearTimer(t)
	if th.parking != nil {
		th.parking.leave(th)
	}
	return th.resume(t)
}

// moveTimers takes the wake-ups of blocked threads into the loop that starts to run in the main thread; l is nil
// when one stops. What is in that loop already keeps its place.
func (s *state) moveTimers(t *object.Thread, l *Loop) {
	s.mainLoop = l
	if l == nil {
		return
	}
	for _, th := range s.threads {
		if th.timer != nil && th.timer.loop != l {
			th.clearTimer(t)
		}
		th.setTimer()
	}
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
