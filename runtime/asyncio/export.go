package asyncio

import (
	"math"

	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Record completes an event with time, iteration, lane and line and records it.
func Record(t *object.Thread, e trace.Event) { stateOf(t).emit(t, e) }

// TaskName is the name of the current task, "" outside tasks.
func TaskName(t *object.Thread) string {
	if k := stateOf(t).currentTask(); k != nil {
		return k.name
	}
	return ""
}

// ExceptionText is "Type: message" for a trace.
func ExceptionText(t *object.Thread, e *object.Exception) string { return exceptionText(t, e) }

// ExceptionSpan is the innermost place of the script in an exception's traceback.
func ExceptionSpan(e *object.Exception) (syntax.Span, bool) {
	if e.Traceback != nil {
		for _, entry := range e.Traceback.Entries {
			if entry.Script {
				return entry.Span, true
			}
		}
	}
	return syntax.Span{}, false
}

// NewCancelledError makes a CancelledError without a message.
func NewCancelledError() *object.Exception { return newCancelledError(object.Value{}) }

// Delay is an awaitable that takes a time of the virtual clock.
func Delay(seconds float64) object.Resumable {
	return &sleepBody{delay: object.Float(seconds), result: object.None}
}

// Never is an awaitable that never ends.
func Never() object.Resumable { return &neverBody{} }

type neverBody struct{ future *Future }

// Resume implements object.Resumable.
func (b *neverBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	l, err := stateOf(t).runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	if b.future == nil {
		b.future = l.newFuture()
		b.future.wait = waitInfo{kind: trace.WaitFuture, until: math.Inf(1)}
	}
	return object.Await(b.future)
}

// LogWarning writes a warning through logger "asyncio".
func LogWarning(t *object.Thread, text string) *object.Exception {
	return stateOf(t).log(t, "warning", text, nil)
}

// FramesOf are the script's frames of a task or simulated thread of the trace, innermost first; lane 0 is the code outside
// any task. An ended task has none.
func FramesOf(t *object.Thread, lane trace.TaskID) []vm.ScriptFrame {
	s := stateOf(t)
	for _, k := range s.tasks {
		if k.lane == lane && lane != laneMain {
			return vm.ScriptFrames(t, k.coroutine)
		}
	}
	for _, th := range s.threads {
		if th.lane == lane && lane != laneMain {
			return vm.StackFrames(th.thread)
		}
	}
	if lane == laneMain {
		return vm.StackFrames(t)
	}
	return nil
}
