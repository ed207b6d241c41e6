package vm

import (
	"strconv"
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// origins remember where coroutines were created, as long as the program or the debug mode of
// a loop asks for it (CPython 3.13 sys.set_coroutine_origin_tracking_depth).
type origins struct {
	depth int
	// of has the frames for each coroutine object, innermost first.
	of map[any][]object.TracebackEntry
}

const (
	originEntryBytes = 96
	// framesOfLoop is how many frames of asyncio's own stand in CPython between the call of
	// asyncio.run() and what the loop runs.
	framesOfLoop = 6
)

// OriginDepth and SetOriginDepth are sys.get_ and sys.set_coroutine_origin_tracking_depth.
func OriginDepth(run *object.Run) int           { return stateOf(run).origins.depth }
func SetOriginDepth(run *object.Run, depth int) { stateOf(run).origins.depth = depth }

// noteOrigin remembers the frames that create a coroutine.
func (m *machine) noteOrigin(coroutine any) *object.Exception {
	o := &m.shared.origins
	if o.depth == 0 {
		return nil
	}
	var frames []object.TracebackEntry
	left := o.depth
	for f := m.top; f != nil && left > 0; f = f.back {
		if f.code != nil {
			frames = append(frames, f.entry())
			left--
		}
		if f.fromGo {
			left -= framesOfLoop
		}
	}
	if o.of == nil {
		o.of = map[any][]object.TracebackEntry{}
	}
	o.of[coroutine] = frames
	return m.t.Charge(int64(len(frames)) * originEntryBytes)
}

// originValue is cr_origin: None, or (filename, line, function) of each frame.
func originValue(t *object.Thread, v object.Value) object.Value {
	frames, ok := stateOf(t.Run).originOf(v)
	if !ok {
		return object.None
	}
	items := make([]object.Value, len(frames))
	for i, f := range frames {
		items[i] = object.NewTuple(object.NewStr(f.Filename), object.Int(int64(f.Span.Line)), object.NewStr(f.Function))
	}
	return object.NewTuple(items...)
}

func (s *runState) originOf(v object.Value) ([]object.TracebackEntry, bool) {
	if len(s.origins.of) == 0 {
		return nil, false
	}
	var frames []object.TracebackEntry
	var ok bool
	if g, isGenerator := object.AsNative[*Generator](v); isGenerator {
		frames, ok = s.origins.of[g]
	} else if c, isNative := object.AsNative[*object.Coroutine](v); isNative {
		frames, ok = s.origins.of[c]
	}
	return frames, ok
}

// originText tells in a warning where a coroutine was created, "" when that is not known.
func originText(t *object.Thread, v object.Value) string {
	frames, ok := stateOf(t.Run).originOf(v)
	if !ok {
		return ""
	}
	var b strings.Builder
	b.WriteString("\nCoroutine created at (most recent call last)")
	for i := len(frames) - 1; i >= 0; i-- {
		f := frames[i]
		if strings.HasPrefix(f.Filename, compile.LibraryPrefix) {
			continue
		}
		b.WriteString("\n  File \"" + f.Filename + "\", line " + strconv.Itoa(int(f.Span.Line)) + ", in " + f.Function)
		if line := strings.TrimSpace(SourceLine(t, f.Filename, int(f.Span.Line))); line != "" {
			b.WriteString("\n    " + line)
		}
	}
	return b.String()
}
