package asyncio

import (
	"sort"
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// exceptionReport is what the loop's exception handler is told.
type exceptionReport struct {
	message   string
	exception *object.Exception
	handle    *Handle
	task      *Task
	future    *Future
	asyncgen  object.Value
}

// callExceptionHandler reports an exception that nobody else will see.
func (l *Loop) callExceptionHandler(t *object.Thread, r exceptionReport) *object.Exception {
	context := object.NewDict()
	context.SetStr("message", object.NewStr(r.message))
	if r.exception != nil {
		context.SetStr("exception", r.exception.Value())
	}
	var created []object.TracebackEntry
	if r.handle != nil {
		context.SetStr("handle", r.handle.Value())
		created = r.handle.created
	}
	if r.task != nil {
		context.SetStr("task", r.task.Value())
		created = r.task.created
	}
	if r.future != nil {
		context.SetStr("future", r.future.Value())
		created = r.future.created
	}
	if r.asyncgen.IsValid() {
		context.SetStr("asyncgen", r.asyncgen)
	}
	if len(created) > 0 {
		summary, err := stackSummary(t, created)
		if err != nil {
			return err
		}
		context.SetStr("source_traceback", summary)
	}
	if method, ok := l.overriding("call_exception_handler"); ok {
		if !method.IsValid() {
			_, err := object.CallMethod(t, l.Value(), "call_exception_handler", context.Value())
			return err
		}
		_, err := object.Call(t, method, object.Arguments(context.Value()))
		return err
	}
	return l.handleException(t, context.Value())
}

// handleException is loop.call_exception_handler(context).
func (l *Loop) handleException(t *object.Thread, context object.Value) *object.Exception {
	if l.exceptionHandler.IsNone() {
		return l.defaultExceptionHandler(t, context)
	}
	err := l.state.runIn(l.contextOfReport(context), func() *object.Exception {
		_, err := object.Call(t, l.exceptionHandler, object.Arguments(l.Value(), context))
		return err
	})
	if err == nil || endsLoop(err) {
		return err
	}
	report := object.NewDict()
	report.SetStr("message", object.NewStr("Unhandled error in exception handler"))
	report.SetStr("exception", err.Value())
	report.SetStr("context", context)
	return l.defaultExceptionHandler(t, report.Value())
}

// contextOfReport is the context that an exception handler runs in: that of the task or handle
// that the report is about, else the one that is current.
func (l *Loop) contextOfReport(report object.Value) *Context {
	if d, ok := object.AsDict(report); ok {
		for _, name := range []string{"task", "future", "handle"} {
			v := d.GetStr(name)
			if !v.IsValid() {
				continue
			}
			if k, ok := object.AsNative[*Task](v); ok {
				return k.context
			}
			if h, ok := object.AsNative[*Handle](v); ok {
				return h.context
			}
			break
		}
	}
	return l.state.context
}

// defaultExceptionHandler writes what CPython 3.13's logger "asyncio" writes to stderr when
// logging is not configured: the message, the other entries by name, the traceback.
func (l *Loop) defaultExceptionHandler(t *object.Thread, context object.Value) *object.Exception {
	d, ok := object.AsDict(context)
	if !ok {
		return object.TypeErrorf("a dict is required, not %s", object.TypeName(context))
	}
	message := "Unhandled exception in event loop"
	if s, ok := object.StrOf(valueOr(d.GetStr("message"), object.None)); ok && s != "" {
		message = s
	}
	text := message
	var keys []string
	for pos := 0; ; {
		k, _, more := d.NextEntry(&pos)
		if !more {
			break
		}
		if name, isStr := object.StrOf(k); isStr && name != "message" && name != "exception" {
			keys = append(keys, name)
		}
	}
	sort.Strings(keys)
	for _, name := range keys {
		r, err := reportEntry(t, name, d.GetStr(name))
		if err != nil {
			return err
		}
		text += "\n" + name + ": " + r
	}
	e, _ := object.AsException(valueOr(d.GetStr("exception"), object.None))
	return l.state.log(t, "error", text, e)
}

// reportEntry is the text of an entry of a report: its repr, or where something was created.
func reportEntry(t *object.Thread, name string, v object.Value) (string, *object.Exception) {
	what, ok := map[string]string{"source_traceback": "Object", "handle_traceback": "Handle"}[name]
	if !ok {
		return object.Repr(t, v)
	}
	m, err := t.Run.Import(t, "traceback")
	if err != nil {
		return "", err
	}
	lines, err := object.Call(t, m.Dict.GetStr("format_list"), object.Arguments(v))
	if err != nil {
		return "", err
	}
	text := ""
	err = object.Iterate(t, lines, func(line object.Value) *object.Exception {
		if s, _ := object.StrOf(line); !strings.HasPrefix(s, `  File "`+compile.LibraryPrefix) {
			text += s
		}
		return nil
	})
	return what + " created at (most recent call last):\n" + strings.TrimRight(text, "\n"), err
}

// logPlain writes a record as logging does when it is not configured.
func (s *state) logPlain(t *object.Thread, text string, exc *object.Exception) *object.Exception {
	text += "\n"
	if exc != nil {
		text += vm.FormatException(t, exc, true)
	}
	return s.run.Write(t, 2, text)
}

func valueOr(v, fallback object.Value) object.Value {
	if v.IsValid() {
		return v
	}
	return fallback
}
