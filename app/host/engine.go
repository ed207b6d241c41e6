package host

import "errors"

// RunFunc runs one request to its end and returns the encoded trace. It calls checkpoint often, at least every few
// milliseconds, and gives up when checkpoint returns an error: ErrStopped, and what it has recorded by then is still wanted,
// or ErrSuperseded, and it is not. It calls progress when it likes: the host thins it out.
type RunFunc func(request []byte, checkpoint func() error, progress func(Progress)) ([]byte, error)

// Progress says how far a run has come.
type Progress struct {
	Events         int     // events recorded so far
	VirtualSeconds float64 // the virtual clock
}

// Engine runs requests for one slot of the page, one at a time, and the latest wins: a request that comes while another
// runs takes its place when the older has ended, and ends it when it takes long. Requests in between are dropped.
//
// onProgress may be nil. onDone is called exactly once: with the trace, with ErrSuperseded, with the engine's error, or with
// ErrStopped and the trace of what was recorded up to the stop (nil when the engine had to be given up). Neither is called
// before Run returns; both may come on any goroutine.
type Engine interface {
	Run(request []byte, onProgress func(Progress), onDone func(trace []byte, err error)) (stop func())
}

var (
	// ErrStopped ends a run that was stopped by its stop function.
	ErrStopped = errors.New("the run was stopped")
	// ErrSuperseded ends a run that a newer one for the same slot replaced.
	ErrSuperseded = errors.New("a newer run took its place")
)
