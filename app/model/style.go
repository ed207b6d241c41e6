package model

import "asyncplay/runtime/trace"

// Look is how a state is told apart: colour and pattern. Name is the state's name in
// the style sheet.
type Look struct {
	Name    string
	Style   Style
	Pattern Pattern
}

var (
	lookRun       = Look{"run", StyleRun, PatternNone}
	lookReady     = Look{"ready", StyleReady, PatternNone}
	lookSleep     = Look{"sleep", StyleSleep, PatternNone}
	lookNetwork   = Look{"net", StyleSleep, PatternDots}
	lookGet       = Look{"get", StyleGet, PatternDots}
	lookPut       = Look{"put", StyleGet, PatternRings}
	lookJoin      = Look{"join", StyleJoin, PatternUpright}
	lookWait      = Look{"wait", StyleWait, PatternLevel}
	lookFuture    = Look{"future", StyleWait, PatternDashes}
	lookLock      = Look{"lock", StyleLock, PatternCross}
	lookThread    = Look{"thread", StyleThread, PatternNone}
	lookDone      = Look{"done", StyleDone, PatternNone}
	lookRaised    = Look{"raised", StyleRaised, PatternNone}
	lookCancelled = Look{"cancelled", StyleCancelled, PatternNone}
)

// waitLook is the look of a wait.
func waitLook(w trace.Wait) Look {
	switch w {
	case trace.WaitSleep:
		return lookSleep
	case trace.WaitNetwork:
		return lookNetwork
	case trace.WaitQueueGet:
		return lookGet
	case trace.WaitQueuePut:
		return lookPut
	case trace.WaitQueueJoin:
		return lookJoin
	case trace.WaitLock, trace.WaitSemaphore, trace.WaitCondition, trace.WaitEvent, trace.WaitBarrier:
		return lookLock
	case trace.WaitFuture:
		return lookFuture
	case trace.WaitThread:
		return lookThread
	case trace.WaitNone, trace.WaitReady:
		return lookReady
	}
	return lookWait
}

func segmentLook(s *trace.Segment) Look {
	switch s.Kind {
	case trace.SpanReady:
		return lookReady
	case trace.SpanBlocked:
		return lookRun
	case trace.SpanThread:
		return lookThread
	}
	return waitLook(s.Wait)
}

// TaskLook is the look of a task at an instant.
func TaskLook(t *trace.TaskState) Look {
	if t == nil {
		return lookReady
	}
	switch t.Phase {
	case trace.PhaseRunning:
		return lookRun
	case trace.PhaseSuspended:
		return waitLook(t.Wait)
	case trace.PhaseDone:
		return lookDone
	case trace.PhaseRaised:
		return lookRaised
	case trace.PhaseCancelled:
		return lookCancelled
	}
	return lookReady
}

func endLook(k trace.Kind) (Look, CapKind, bool) {
	switch k {
	case trace.TaskDone, trace.ThreadEnded:
		return lookDone, CapDone, true
	case trace.TaskRaised, trace.ThreadRaised:
		return lookRaised, CapRaised, true
	case trace.TaskCancelled:
		return lookCancelled, CapCancelled, true
	}
	return Look{}, 0, false
}
