package eventloop

import "math"

// ClockResolutionSeconds: a timer is due when its deadline lies before now plus this.
const ClockResolutionSeconds = 1e-9

// advanceMaxSeconds is CPython's MAXIMUM_SELECT_TIMEOUT: the loop wakes up once a day.
const advanceMaxSeconds = 24 * 3600

// cancelledTimersMin and cancelledFraction say when cancelled timers are swept, as in
// CPython 3.13 asyncio/base_events.py.
const (
	cancelledTimersMin    = 100
	cancelledFractionHalf = 2
)

// Clock is the virtual clock of a run, shared by its event loops and threads.
type Clock struct {
	NowSeconds float64
}

// Scheduler holds what an event loop has to do: handles that are ready, in order, and
// timers by deadline.
type Scheduler struct {
	clock          *Clock
	ready          readyQueue
	timers         timerHeap
	nextSequence   uint64
	cancelledCount int
	// Iteration counts passes of the loop, from 1.
	Iteration uint32
	// Watched, when set, is the selector of the loop.
	Watched Selector
}

// Selector watches what becomes ready without a timer: sockets.
type Selector interface {
	// Poll pushes the handles of what is ready now.
	Poll()
	// NextArrivalSeconds is when something will become ready by itself, +Inf when nothing will.
	NextArrivalSeconds() float64
}

// NewScheduler returns an empty scheduler on the clock.
func NewScheduler(clock *Clock) *Scheduler { return &Scheduler{clock: clock} }

// PushReady appends a handle to the ready queue.
func (s *Scheduler) PushReady(h *Handle) { s.ready.push(h) }

// PushTimer adds a timer for h.WhenSeconds.
func (s *Scheduler) PushTimer(h *Handle) {
	h.sequence = s.nextSequence
	s.nextSequence++
	h.Scheduled = true
	s.timers.push(h)
}

// TimerCancelled must be called when a scheduled timer was cancelled.
func (s *Scheduler) TimerCancelled(h *Handle) {
	if h.Scheduled {
		s.cancelledCount++
	}
}

// ReadyCount is the length of the ready queue, TimerCount the number of timers that are set.
func (s *Scheduler) ReadyCount() int { return s.ready.length }
func (s *Scheduler) TimerCount() int { return len(s.timers) - s.cancelledCount }

// Ready lists the ready queue in order; Timers the timers in no particular order.
func (s *Scheduler) Ready() []*Handle {
	out := make([]*Handle, s.ready.length)
	for i := range out {
		out[i] = s.ready.buffer[(s.ready.head+i)&(len(s.ready.buffer)-1)]
	}
	return out
}

// Timers lists the timers that are set, in heap order.
func (s *Scheduler) Timers() []*Handle { return s.timers }

// NextDeadline is the time of the earliest timer or arrival, +Inf when there is none.
func (s *Scheduler) NextDeadline() float64 {
	s.dropCancelled()
	next := math.Inf(1)
	if s.Watched != nil {
		next = s.Watched.NextArrivalSeconds()
	}
	if len(s.timers) > 0 {
		next = min(next, s.timers[0].WhenSeconds)
	}
	return next
}

// BeginIteration starts a pass of the loop as CPython's _run_once does: cancelled timers
// are dropped, the clock goes on to the next deadline when nothing is ready (and stopping
// is false), and what the selector reports and then the due timers join the ready queue behind the handles that are there. It
// returns how many handles this pass runs. ok is false when nothing can ever happen:
// nothing is ready and no timer is set.
func (s *Scheduler) BeginIteration(stopping bool) (todo int, ok bool) {
	s.dropCancelled()
	if s.Watched != nil {
		s.Watched.Poll()
	}
	if s.ready.length == 0 && !stopping {
		deadline := s.NextDeadline()
		if math.IsInf(deadline, 1) && len(s.timers) == 0 {
			return 0, false
		}
		s.advance(deadline)
		if s.Watched != nil {
			s.Watched.Poll()
		}
	}
	s.Iteration++
	now := s.clock.NowSeconds
	// Far from zero now and now + 1e-9 are the same float: then only the first test holds.
	due := func(whenSeconds float64) bool { return whenSeconds <= now || whenSeconds < now+ClockResolutionSeconds }
	for len(s.timers) > 0 && due(s.timers[0].WhenSeconds) {
		h := s.timers.pop()
		h.Scheduled = false
		if h.Cancelled {
			s.cancelledCount--
		}
		s.ready.push(h)
	}
	return s.ready.length, true
}

// advance sets the clock to the deadline: set, not added to, so that it is exact to the bit.
func (s *Scheduler) advance(deadlineSeconds float64) {
	now := s.clock.NowSeconds
	if deadlineSeconds <= now {
		return
	}
	if deadlineSeconds-now >= advanceMaxSeconds {
		deadlineSeconds = math.Min(deadlineSeconds, now+advanceMaxSeconds)
	}
	s.clock.NowSeconds = deadlineSeconds
}

// Pop takes the next ready handle.
func (s *Scheduler) Pop() *Handle { return s.ready.pop() }

func (s *Scheduler) dropCancelled() {
	if len(s.timers) > cancelledTimersMin && s.cancelledCount*cancelledFractionHalf > len(s.timers) {
		kept := s.timers[:0]
		for _, h := range s.timers {
			if h.Cancelled {
				h.Scheduled = false
			} else {
				kept = append(kept, h)
			}
		}
		clear(s.timers[len(kept):])
		s.timers = kept
		for i := len(kept)/2 - 1; i >= 0; i-- {
			s.timers.down(i)
		}
		s.cancelledCount = 0
		return
	}
	for len(s.timers) > 0 && s.timers[0].Cancelled {
		s.timers.pop().Scheduled = false
		s.cancelledCount--
	}
}
