package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// textMaxBytes bounds the reprs that go into a trace.
const textMaxBytes = 200

// emit completes an event with time, iteration, lane and line and records it. An event that
// has a Line, or belongs to the loop itself (atLoop), keeps what it has.
func (s *state) emit(t *object.Thread, e trace.Event) {
	e.Time = s.clock.NowSeconds
	if s.running != nil {
		e.Iteration = s.running.scheduler.Iteration
	}
	if e.Task == 0 {
		e.Task = t.Lane
	}
	if e.Line == 0 {
		e.Line = t.Exec.Line()
	}
	s.run.Recorder.Emit(e)
}

// emitAt records an event whose lane and line are known.
func (s *state) emitAt(e trace.Event) { s.emitLoop(e) }

// emitLoop records an event that happens in the loop, outside any task and line.
func (s *state) emitLoop(e trace.Event) {
	e.Time = s.clock.NowSeconds
	if s.running != nil {
		e.Iteration = s.running.scheduler.Iteration
	}
	s.run.Recorder.Emit(e)
}

func (s *state) intern(text string) trace.StringID { return s.run.Recorder.Intern(text) }

// reprText returns a short repr for the trace. Only values of built-in types are asked: a
// __repr__ of the program could print or raise, and watching must change nothing.
func (s *state) reprText(t *object.Thread, v object.Value) trace.StringID {
	return s.intern(shorten(safeRepr(t, v, 0)))
}

// safeReprDepthMax bounds how deep containers are shown.
const safeReprDepthMax = 3

func safeRepr(t *object.Thread, v object.Value, depth int) string {
	switch {
	case v.IsNone(), v.IsBool(), v.IsInt(), v.IsFloat():
		s, _ := object.Repr(t, v)
		return s
	}
	if s, ok := object.StrOf(v); ok {
		return object.StrRepr(shorten(s))
	}
	if future := futureOf(v); future != nil && future.task != nil {
		return future.task.name
	}
	if depth < safeReprDepthMax {
		if tuple, ok := object.AsTuple(v); ok {
			return safeReprItems(t, "(", tuple.Items, ")", depth)
		}
		if list, ok := object.AsList(v); ok {
			return safeReprItems(t, "[", list.Items, "]", depth)
		}
	}
	if e, ok := object.AsException(v); ok {
		return exceptionText(t, e)
	}
	return "<" + object.TypeName(v) + ">"
}

// safeReprItemsMax bounds how many items of a container are shown.
const safeReprItemsMax = 8

func safeReprItems(t *object.Thread, open string, items []object.Value, end string, depth int) string {
	text := open
	for i, v := range items {
		if i > 0 {
			text += ", "
		}
		if i == safeReprItemsMax {
			text += "…"
			break
		}
		text += safeRepr(t, v, depth+1)
	}
	if open == "(" && len(items) == 1 {
		text += ","
	}
	return text + end
}

func shorten(s string) string {
	if len(s) <= textMaxBytes {
		return s
	}
	end := textMaxBytes
	for end > 0 && s[end]&0xc0 == 0x80 {
		end--
	}
	return s[:end] + "…"
}

// exceptionText is "Type: message", or "Type" alone.
func exceptionText(t *object.Thread, e *object.Exception) string {
	name := e.Type().Name
	message := ""
	switch len(e.Args) {
	case 0:
	case 1:
		if s, ok := object.StrOf(e.Args[0]); ok {
			message = s
			if e.Type() == object.KeyErrorType {
				message = object.StrRepr(s)
			}
		} else {
			message = safeRepr(t, e.Args[0], 0)
		}
	default:
		message = safeReprItems(t, "(", e.Args, ")", 0)
	}
	if message == "" {
		return shorten(name)
	}
	return shorten(name + ": " + message)
}

// exceptionLine is the innermost line of the script in the exception's traceback.
func exceptionLine(e *object.Exception) int32 {
	if e.Traceback == nil {
		return 0
	}
	for _, entry := range e.Traceback.Entries { // innermost first
		if entry.Script {
			return entry.Span.Line
		}
	}
	return 0
}
