package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// mayBeLost remembers a future whose exception nobody has retrieved yet.
func (s *state) mayBeLost(f *Future) {
	if len(s.unretrieved) >= s.lostSweepAt {
		s.unretrieved = slices.DeleteFunc(s.unretrieved, func(f *Future) bool { return !f.logTraceback })
		s.lostSweepAt = max(tasksSweepMin, 2*len(s.unretrieved))
	}
	s.unretrieved = append(s.unretrieved, f)
}

// reportLost reports exceptions that nobody retrieved. CPython does so when the future is
// collected; here nothing is collected during a run, so it is done when the loop is closed.
// Those of tasks, which CPython may keep for long, go into the trace only.
func (s *state) reportLost(t *object.Thread) *object.Exception {
	lost := s.unretrieved
	s.unretrieved = nil
	for _, f := range lost {
		if !f.logTraceback {
			continue
		}
		f.logTraceback = false
		if f.task != nil {
			if !f.task.quiet {
				s.emit(t, trace.Event{Kind: trace.TaskExceptionLost, Target: f.task.lane, Text: s.intern(exceptionText(t, f.exception))})
			}
			continue
		}
		err := f.loop.callExceptionHandler(t, exceptionReport{
			message:   f.Type().Name + " exception was never retrieved",
			exception: f.exception, future: f,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
