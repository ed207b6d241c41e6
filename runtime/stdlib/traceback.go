package stdlib

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// newTracebackModule makes _traceback: rendering, for modules traceback and logging.
func newTracebackModule(t *object.Thread) *object.Module {
	m := object.NewModule("_traceback")
	defineN(m, "format_exception", 2, 3, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		e, ok := object.AsException(a[0])
		if !ok {
			return object.Value{}, object.TypeErrorf("Exception expected for value, %s found", object.TypeName(a[0]))
		}
		if len(a) == 3 && !a[2].IsNone() {
			limited, err := limitTraceback(t, e, a[2])
			if err != nil {
				return object.Value{}, err
			}
			e = limited
		}
		return object.NewStr(vm.FormatException(t, e, a[1].Is(object.True))), nil
	})
	define1(m, "format_exception_only", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		e, ok := object.AsException(x)
		if !ok {
			return object.Value{}, object.TypeErrorf("Exception expected for value, %s found", object.TypeName(x))
		}
		return object.NewStr(vm.FormatExceptionOnly(t, e)), nil
	})
	// Entries are (filename, line, name), outermost first.
	define1(m, "entries", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		tb, ok := object.TracebackOf(x)
		if !ok {
			return object.NewList(nil), nil
		}
		frames := slices.Clone(tb.Entries)
		slices.Reverse(frames)
		return entryList(frames), nil
	})
	defineN(m, "stack", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		var frames []object.TracebackEntry
		for _, f := range t.Exec.Frames() {
			if !isLibraryFile(f.Filename) {
				frames = append(frames, f)
			}
		}
		return entryList(frames), nil
	})
	// format_frames renders the first n entries of a traceback, or with None the stack.
	defineN(m, "format_traceback", 1, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		tb, ok := object.TracebackOf(a[0])
		if !ok {
			return object.NewStr(""), nil
		}
		frames := slices.Clone(tb.Entries)
		slices.Reverse(frames)
		return object.NewStr(vm.FormatFrames(t, frames)), nil
	})
	defineN(m, "format_stack", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		var frames []object.TracebackEntry
		for _, f := range t.Exec.Frames() {
			if !isLibraryFile(f.Filename) {
				f.Span.EndLine = 0
				frames = append(frames, f)
			}
		}
		return object.NewStr(vm.FormatFrames(t, frames)), nil
	})
	return m
}

func entryList(frames []object.TracebackEntry) object.Value {
	list := make([]object.Value, len(frames))
	for i, f := range frames {
		list[i] = object.NewTuple(object.NewStr(f.Filename), object.Int(int64(f.Span.Line)), object.NewStr(f.Function))
	}
	return object.NewList(list)
}

// limitTraceback returns a copy of the exception with only the first n frames, or the last
// ones for a negative n.
func limitTraceback(t *object.Thread, e *object.Exception, limit object.Value) (*object.Exception, *object.Exception) {
	n, err := object.AsIndex(t, limit)
	if err != nil || e.Traceback == nil {
		return e, err
	}
	limited := *e
	tb := *e.Traceback
	count := len(tb.Entries) // innermost first
	switch {
	case n >= 0 && n < count:
		tb.Entries = tb.Entries[count-n:]
	case n < 0 && -n < count:
		tb.Entries = tb.Entries[:-n]
	}
	limited.Traceback = &tb
	return &limited, nil
}
