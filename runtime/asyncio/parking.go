package asyncio

import (
	"math"
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// Parking is where threads wait for something that another thread does: the locks and
// queues of modules threading, queue and concurrent.futures are made of it. The zero value is
// ready for use.
type Parking struct {
	threads []*Thread
	// wakeups counts the wake-ups that the main thread has to notice.
	wakeups int
	main    int // waits of the main thread under way
}

// Wait blocks the calling thread until it is woken or the time has passed; +Inf waits for ever.
// Blocking the main thread blocks its event loop: only threads go on meanwhile. When no thread
// can ever wake it, the run has hung.
func (p *Parking) Wait(t *object.Thread, timeoutSeconds float64) (woken bool, err *object.Exception) {
	return p.wait(t, timeoutSeconds, trace.WaitLock, "")
}

// wait is Wait for a reason that the trace shows; peer names whom a wait for the network is for.
func (p *Parking) wait(t *object.Thread, timeoutSeconds float64, why trace.Wait, peer string) (woken bool, err *object.Exception) {
	s := stateOf(t)
	until := s.clock.NowSeconds + timeoutSeconds
	if th := s.activeThread; th != nil {
		p.threads = append(p.threads, th)
		th.parking = p
		timedOut, err := th.block(why, peer, until)
		return !timedOut, err
	}
	p.main++
	p.wakeups = 0
	woken, err = s.driveThreads(t, func() bool { return p.wakeups > 0 }, until)
	p.main--
	return woken, err
}

// WakeAll wakes every thread that waits, Wake the first one.
func (p *Parking) WakeAll(t *object.Thread) {
	for len(p.threads) > 0 {
		p.wakeFirst(t)
	}
	p.wakeups++
}

// Wake wakes the thread that has waited longest.
func (p *Parking) Wake(t *object.Thread) {
	if len(p.threads) > 0 {
		p.wakeFirst(t)
		return
	}
	p.wakeups++
}

// wakeFirst lets the first thread go on as soon as the one that has control blocks or the
// loop makes its next pass.
func (p *Parking) wakeFirst(t *object.Thread) {
	th := p.threads[0]
	p.leave(th)
	th.notified = true
	s := th.state
	th.clearTimer(t)
	th.wakeSeconds = s.clock.NowSeconds
	if s.mainLoop != nil {
		th.timer = s.mainLoop.callSoonGo(th.wake, nil)
	}
}

func (p *Parking) leave(th *Thread) {
	if i := slices.Index(p.threads, th); i >= 0 {
		p.threads = slices.Delete(p.threads, i, i+1)
	}
	th.parking = nil
}

// driveThreads blocks the main thread: it lets the other threads go on, in order of their
// wake-ups, until ready reports true or the time has come.
func (s *state) driveThreads(t *object.Thread, ready func() bool, untilSeconds float64) (bool, *object.Exception) {
	for !ready() {
		next := s.nextThread()
		if next == nil || next.wakeSeconds > untilSeconds {
			if math.IsInf(untilSeconds, 1) {
				return false, object.NewFatal(object.Hung, "the main thread waits for something that no thread will do")
			}
			s.blockClock(t, untilSeconds)
			break
		}
		s.blockClock(t, next.wakeSeconds)
		if err := t.Tick(1); err != nil {
			return false, err
		}
		if err := next.wake(t); err != nil {
			return false, err
		}
	}
	return ready(), nil
}

// blockClock lets the time go on while the main thread is blocked.
func (s *state) blockClock(t *object.Thread, untilSeconds float64) {
	if untilSeconds > s.clock.NowSeconds {
		s.emit(t, trace.Event{Kind: trace.ClockBlocked, Until: untilSeconds, Text: s.intern("thread")})
		s.clock.NowSeconds = untilSeconds
	}
}

// nextThread is the blocked thread with the earliest wake-up, nil when none has one.
func (s *state) nextThread() *Thread {
	var next *Thread
	for _, th := range s.threads {
		if !math.IsInf(th.wakeSeconds, 1) && (next == nil || th.wakeSeconds < next.wakeSeconds) {
			next = th
		}
	}
	return next
}

// Finish ends what asyncio does in a run whose main module is through: the threads that are
// left run to their end, daemonic ones excepted, and lost exceptions are reported.
func Finish(t *object.Thread) *object.Exception {
	if err := JoinThreads(t); err != nil {
		return err
	}
	return stateOf(t).reportLost(t)
}

// JoinThreads lets the threads that are left run to their end, daemonic ones excepted.
func JoinThreads(t *object.Thread) *object.Exception {
	s := stateOf(t)
	idle := func() bool {
		return !slices.ContainsFunc(s.threads, func(th *Thread) bool { return !th.job.Daemon })
	}
	if idle() {
		return nil
	}
	_, err := s.driveThreads(t, idle, math.Inf(1))
	return err
}
