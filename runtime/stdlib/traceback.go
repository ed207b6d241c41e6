package stdlib

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
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
		return strList(vm.ExceptionParts(t, e, a[1].Is(object.True))), nil
	})
	define1(m, "format_exception_only", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		e, ok := object.AsException(x)
		if !ok {
			return object.Value{}, object.TypeErrorf("Exception expected for value, %s found", object.TypeName(x))
		}
		return strList(vm.ExceptionOnlyParts(t, e)), nil
	})
	// Entries are (filename, line, name, end line, column, end column), outermost first.
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
	// format_frames renders entries that entries() gave.
	define1(m, "format_frames", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		frames, err := entriesFrom(t, x)
		return strList(vm.FrameParts(t, frames)), err
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
		parts := []object.Value{object.NewStr(f.Filename), object.Int(int64(f.Span.Line)), object.NewStr(f.Function)}
		for _, n := range []int32{f.Span.EndLine, f.Span.Col, f.Span.EndCol} {
			parts = append(parts, object.Int(int64(n)))
		}
		list[i] = object.NewTuple(parts...)
	}
	return object.NewList(list)
}

func entriesFrom(t *object.Thread, list object.Value) ([]object.TracebackEntry, *object.Exception) {
	items, err := object.ToSlice(t, list)
	if err != nil {
		return nil, err
	}
	var frames []object.TracebackEntry
	for _, item := range items {
		parts, err := object.ToSlice(t, item)
		if err != nil {
			return nil, err
		}
		if len(parts) != 6 {
			return nil, object.TypeErrorf("an entry has six parts")
		}
		var numbers [6]int32
		for _, i := range []int{1, 3, 4, 5} {
			n, err := object.AsIndex(t, parts[i])
			if err != nil {
				return nil, err
			}
			numbers[i] = int32(n)
		}
		frames = append(frames, object.TracebackEntry{Filename: str(parts[0]), Function: str(parts[2]),
			Span: syntax.Span{Line: numbers[1], EndLine: numbers[3], Col: numbers[4], EndCol: numbers[5]}})
	}
	return frames, nil
}

func strList(texts []string) object.Value {
	items := make([]object.Value, len(texts))
	for i, text := range texts {
		items[i] = object.NewStr(text)
	}
	return object.NewList(items)
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
