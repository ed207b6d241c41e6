package vm

import "asyncplay/runtime/object"

// CallerGlobals is the namespace of the innermost frame that is not of a module that comes
// with the engine, nil when there is none.
func CallerGlobals(t *object.Thread) *object.Dict {
	for f := machineOf(t).top; f != nil; f = f.back {
		if f.code != nil && !f.code.library {
			return f.globals()
		}
	}
	return nil
}

// CallerEntry describes that frame.
func CallerEntry(t *object.Thread) (object.TracebackEntry, bool) {
	for f := machineOf(t).top; f != nil; f = f.back {
		if f.code != nil && !f.code.library {
			return f.entry(), true
		}
	}
	return object.TracebackEntry{}, false
}

// SourceLine is a line of a file of the program, "" when there is none.
func SourceLine(t *object.Thread, filename string, line int) string {
	lines := sourceLines(t.Run, filename)
	if line < 1 || line > len(lines) {
		return ""
	}
	return lines[line-1]
}

// SourceLines are the lines of a file of the program, with their line ends.
func SourceLines(t *object.Thread, filename string) []string {
	var lines []string
	for _, line := range sourceLines(t.Run, filename) {
		lines = append(lines, line+"\n")
	}
	if n := len(lines); n > 0 && lines[n-1] == "\n" {
		lines = lines[:n-1]
	}
	return lines
}

// MarkGeneratorBased makes the generators of a function awaitable: types.coroutine.
func MarkGeneratorBased(fn object.Value) bool {
	f, ok := FunctionOf(fn)
	if !ok || !f.code.deferred || f.code.kind == kindAsyncGenerator {
		return false
	}
	if f.code.kind != kindCoroutine {
		f.generatorBase = true
	}
	return true
}
