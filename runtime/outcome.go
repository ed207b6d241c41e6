package runtime

import (
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// end records the last event and hands the trace over.
func (r *run) end(kind trace.Kind, o trace.Outcome) *trace.Trace {
	e := trace.Event{Kind: kind, Text: o.Text, Line: o.Line}
	if r.thread != nil {
		r.thread.Lane = 0
		e.Time = asyncio.Clock(r.thread).NowSeconds
	}
	r.recorder.Emit(e)
	r.nameObjects()
	return r.recorder.Finish(o)
}

// toStderr writes what the interpreter itself says about the end.
func (r *run) toStderr(text string) {
	if r.hooks.Stderr != nil {
		r.hooks.Stderr(text)
	}
	if r.thread != nil {
		asyncio.Record(r.thread, trace.Event{Kind: trace.Stderr, Text: r.recorder.Intern(text)})
		return
	}
	r.recorder.Emit(trace.Event{Kind: trace.Stderr, Text: r.recorder.Intern(text)})
}

// endSyntaxError ends a run whose program was not started.
func (r *run) endSyntaxError(e *syntax.SyntaxError, exitCode int32) *trace.Trace {
	text := e.FileTraceback(r.request.Source)
	r.toStderr(text)
	return r.end(trace.RunRaised, trace.Outcome{
		Status: trace.StatusSyntaxError, ExitCode: exitCode,
		Text: r.recorder.Intern(e.Kind + ": " + e.Msg), Traceback: r.recorder.Intern(text),
		Line: int32(e.Line), Col: int32(e.Col), EndLine: int32(e.EndLine), EndCol: int32(e.EndCol),
	})
}

// endWithText ends a run that could not start.
func (r *run) endWithText(message string) *trace.Trace {
	r.toStderr(message + "\n")
	return r.end(trace.RunRaised, trace.Outcome{Status: trace.StatusRaised, ExitCode: ExitUsage, Text: r.recorder.Intern(message)})
}

// ExitUsage is the exit code of a request that makes no sense: a bad fault, say.
const ExitUsage = 2

func (r *run) endRaised(e *object.Exception) *trace.Trace {
	switch {
	case e.Fatal == object.Hung:
		return r.end(trace.RunHung, trace.Outcome{Status: trace.StatusHung, ExitCode: ExitHung})
	case e.Fatal == object.Stopped:
		return r.end(trace.RunStopped, trace.Outcome{Status: trace.StatusStopped, ExitCode: ExitRaised})
	case e.Fatal != object.NotFatal:
		text := r.recorder.Intern(fatalText(e))
		return r.end(trace.RunLimit, trace.Outcome{Status: trace.StatusLimit, ExitCode: ExitLimit, Text: text})
	case e.Is(object.SystemExitType):
		return r.endExit(e)
	}
	text := vm.FormatException(r.thread, e, true)
	hooked, fatal := r.callExceptHook(e)
	if fatal != nil {
		return r.endRaised(fatal)
	}
	// The last line as printed: with "Did you mean", unlike the exception's own text.
	message, _, _ := strings.Cut(vm.FormatExceptionOnly(r.thread, e), "\n")
	if !hooked {
		r.toStderr(text)
	}
	o := trace.Outcome{
		Status: trace.StatusRaised, ExitCode: ExitRaised,
		Text: r.recorder.Intern(message), Traceback: r.recorder.Intern(text),
	}
	if span, ok := asyncio.ExceptionSpan(e); ok {
		o.Line, o.Col, o.EndLine, o.EndCol = span.Line, span.Col+1, span.EndLine, span.EndCol+1
	}
	return r.endAfterThreads(trace.RunRaised, o)
}

// callExceptHook hands an uncaught exception to the function that the program has put into sys.excepthook (CPython 3.13
// Python/pythonrun.c, _PyErr_PrintEx). It returns what ends the run in the midst of that.
func (r *run) callExceptHook(e *object.Exception) (called bool, fatal *object.Exception) {
	sys, ok := object.AsModule(r.state.Modules.GetStr("sys"))
	if !ok {
		return false, nil
	}
	hook := sys.Dict.GetStr("excepthook")
	if !hook.IsValid() || hook == sys.Dict.GetStr("__excepthook__") {
		return false, nil
	}
	traceback, _, err := object.OptAttr(r.thread, e.Value(), "__traceback__")
	if err != nil {
		return false, nil
	}
	_, err = object.Call(r.thread, hook, object.Arguments(e.Type().Value(), e.Value(), traceback))
	switch {
	case err == nil:
		return true, nil
	case err.Fatal != object.NotFatal:
		return false, err
	}
	r.toStderr("Error in sys.excepthook:\n" + vm.FormatException(r.thread, err, true) + "\nOriginal exception was:\n")
	return false, nil
}

// runExitFunctions waits for the program's threads and calls what it has registered with atexit.
func (r *run) runExitFunctions() *object.Exception {
	if e := asyncio.JoinThreads(r.thread); e != nil {
		return e
	}
	atexit := r.state.Modules.GetStr("atexit")
	if !atexit.IsValid() {
		return nil
	}
	_, e := object.CallMethod(r.thread, atexit, "_run_exitfuncs")
	return e
}

// endAfterThreads ends a run that the main module's exception ended: like Python it waits for its threads.
func (r *run) endAfterThreads(kind trace.Kind, o trace.Outcome) *trace.Trace {
	if e := r.runExitFunctions(); e != nil && e.Fatal != object.NotFatal {
		return r.endRaised(e)
	}
	return r.end(kind, o)
}

func fatalText(e *object.Exception) string {
	if len(e.Args) == 1 {
		if s, ok := object.StrOf(e.Args[0]); ok {
			return s
		}
	}
	return "a limit was reached"
}

// endExit follows CPython's handling of SystemExit: its code is the exit status, a text
// is printed.
func (r *run) endExit(e *object.Exception) *trace.Trace {
	o := trace.Outcome{Status: trace.StatusFinished, Text: r.recorder.Intern("SystemExit")}
	code := object.None
	switch len(e.Args) {
	case 0:
	case 1:
		code = e.Args[0]
	default:
		code = object.NewTuple(e.Args...)
	}
	if n, ok := object.SmallInt(code); ok {
		o.ExitCode = int32(uint8(n))
	} else if !code.IsNone() {
		o.ExitCode = ExitRaised
		if text, err := object.ToStr(r.thread, code); err == nil {
			r.toStderr(text + "\n")
		}
	}
	return r.endAfterThreads(trace.RunFinished, o)
}
