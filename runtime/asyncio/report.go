package asyncio

import (
	"sort"

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
}

// callExceptionHandler reports an exception that nobody else will see.
func (l *Loop) callExceptionHandler(t *object.Thread, r exceptionReport) *object.Exception {
	context := object.NewDict()
	context.SetStr("message", object.NewStr(r.message))
	if r.exception != nil {
		context.SetStr("exception", r.exception.Value())
	}
	if r.handle != nil {
		context.SetStr("handle", r.handle.Value())
	}
	if r.task != nil {
		context.SetStr("task", r.task.Value())
	}
	if r.future != nil {
		context.SetStr("future", r.future.Value())
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
		r, err := object.Repr(t, d.GetStr(name))
		if err != nil {
			return err
		}
		text += "\n" + name + ": " + r
	}
	e, _ := object.AsException(valueOr(d.GetStr("exception"), object.None))
	return l.state.log(t, "error", text, e)
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
