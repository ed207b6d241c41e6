package eventloop

// Callback is what a handle runs; package asyncio implements it.
type Callback interface{}

// Handle is a callback in the ready queue or among the timers.
type Handle struct {
	Callback  Callback
	Cancelled bool
	// WhenSeconds is the deadline of a timer on the virtual clock.
	WhenSeconds float64
	// sequence orders timers with equal deadlines: first in, first out.
	sequence uint64
	// Scheduled is true while the handle is among the timers.
	Scheduled bool
}

// before is the order of the timers: by deadline, then by time of creation.
func (h *Handle) before(o *Handle) bool {
	if h.WhenSeconds != o.WhenSeconds {
		return h.WhenSeconds < o.WhenSeconds
	}
	return h.sequence < o.sequence
}
