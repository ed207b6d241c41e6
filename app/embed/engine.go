package embed

import (
	"errors"

	"asyncplay/app/host"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// Library brings the modules of Python's library that are not in this binary; see runtime.Hooks.LibraryPack.
type Library func(checkpoint func() error) (string, error)

// handover takes traces from the goroutine of a run to the session within one process, where packing and unpacking them would
// be a waste: the engine answers with a number, and the session takes the trace of that number. Only the newest is kept.
type handover struct {
	library Library
	number  byte
	trace   *trace.Trace
}

// run is the engine of a session.
func (h *handover) run(request []byte, checkpoint func() error, progress func(host.Progress)) ([]byte, error) {
	r, err := runtime.DecodeRequest(request)
	if err != nil {
		return nil, err
	}
	var stopped error
	checked := func() error {
		stopped = checkpoint()
		return stopped
	}
	hooks := runtime.Hooks{
		Checkpoint: checked,
		Progress: func(events int, virtualSeconds float64) {
			progress(host.Progress{Events: events, VirtualSeconds: virtualSeconds})
		},
	}
	if h.library != nil {
		hooks.LibraryPack = func() (string, error) { return h.library(checked) }
	}
	recorded := runtime.Run(r, hooks)
	if errors.Is(stopped, host.ErrSuperseded) {
		return nil, stopped
	}
	h.number++
	h.trace = recorded
	return []byte{h.number}, nil
}

// take returns the trace that an answer stands for, nil when a newer one has taken its place.
func (h *handover) take(answer []byte) *trace.Trace {
	if len(answer) != 1 || answer[0] != h.number {
		return nil
	}
	t := h.trace
	h.trace = nil
	return t
}
