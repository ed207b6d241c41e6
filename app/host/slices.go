package host

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

const (
	// sliceMilliseconds is how long the engine computes before the browser's event loop gets its turn. Half a frame: the
	// page still draws when the engine runs on its thread.
	sliceMilliseconds = 8
	// progressMilliseconds is the least time between two progress reports.
	progressMilliseconds = 100
)

// slices is a runner in this very process: the engine runs in a goroutine that steps aside every few milliseconds. The
// worker uses it for its only run; the page where it may have no worker.
type slices struct {
	run     RunFunc
	yield   func() // lets the browser's event loop run once
	answers events
	current atomic.Pointer[slicedRun]
}

type slicedRun struct {
	id        int
	stopped   atomic.Bool
	discarded atomic.Bool // nobody wants what it recorded
}

func newSlices(run RunFunc, yield func(), answers events) *slices {
	return &slices{run: run, yield: yield, answers: answers}
}

func (s *slices) start(id int, request []byte) {
	r := &slicedRun{id: id}
	s.current.Store(r)
	go func() {
		s.yield()
		trace, err := s.runOne(r, request)
		s.answers.done(id, trace, err)
	}()
}

func (s *slices) stop(id int, discard bool) {
	if r := s.current.Load(); r != nil && r.id == id {
		r.discarded.Store(discard)
		r.stopped.Store(true)
	}
}

func (s *slices) restart() {
	if r := s.current.Load(); r != nil {
		r.discarded.Store(true)
		r.stopped.Store(true)
	}
}

func (s *slices) runOne(r *slicedRun, request []byte) (trace []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			trace, err = nil, fmt.Errorf("the engine failed: %v", cause)
		}
	}()
	if r.stopped.Load() {
		return nil, ErrStopped
	}
	sliceStart := time.Now()
	cut := false // the engine was told to stop, so its trace is not whole
	checkpoint := func() error {
		if !r.stopped.Load() && time.Since(sliceStart) >= sliceMilliseconds*time.Millisecond {
			s.yield()
			sliceStart = time.Now()
		}
		cut = r.stopped.Load()
		switch {
		case cut && r.discarded.Load():
			return ErrSuperseded
		case cut:
			return ErrStopped
		}
		return nil
	}
	lastProgress := sliceStart
	progress := func(p Progress) {
		if time.Since(lastProgress) >= progressMilliseconds*time.Millisecond {
			lastProgress = time.Now()
			s.answers.progress(r.id, p)
		}
	}
	trace, err = s.run(request, checkpoint, progress)
	switch {
	case cut:
		err = ErrStopped
	case err == nil && trace == nil:
		err = errors.New("the engine returned no trace")
	}
	return trace, err
}
