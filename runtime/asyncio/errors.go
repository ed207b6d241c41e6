package asyncio

import "asyncplay/runtime/object"

func newErrorType(module, name string, base *object.Type) *object.Type {
	typ := object.NewBuiltinType(module, name, object.LayoutException, object.Slots{}, base)
	typ.Flags |= object.FlagPythonClass
	return typ
}

// The exceptions of CPython 3.13 asyncio/exceptions.py and asyncio/queues.py.
var (
	CancelledErrorType      = newErrorType("asyncio.exceptions", "CancelledError", object.BaseExceptionType)
	InvalidStateErrorType   = newErrorType("asyncio.exceptions", "InvalidStateError", object.ExceptionType)
	IncompleteReadErrorType = newErrorType("asyncio.exceptions", "IncompleteReadError", object.EOFErrorType)
	LimitOverrunErrorType   = newErrorType("asyncio.exceptions", "LimitOverrunError", object.ExceptionType)
	BrokenBarrierErrorType  = newErrorType("asyncio.exceptions", "BrokenBarrierError", object.RuntimeErrorType)
	SendfileUnavailableType = newErrorType("asyncio.exceptions", "SendfileNotAvailableError", object.RuntimeErrorType)
	QueueEmptyType          = newErrorType("asyncio.queues", "QueueEmpty", object.ExceptionType)
	QueueFullType           = newErrorType("asyncio.queues", "QueueFull", object.ExceptionType)
	QueueShutDownType       = newErrorType("asyncio.queues", "QueueShutDown", object.ExceptionType)
)

func newCancelledError(message object.Value) *object.Exception {
	if !message.IsValid() || message.IsNone() {
		return object.NewExceptionArgs(CancelledErrorType)
	}
	return object.NewExceptionArgs(CancelledErrorType, message)
}

func invalidState(message string) *object.Exception {
	return object.NewException(InvalidStateErrorType, message)
}

// raiseFrom is `raise exc from cause`.
func raiseFrom(exc, cause *object.Exception) *object.Exception {
	exc.Cause = cause.Value()
	exc.Context = cause
	exc.SuppressContext = true
	return exc
}

// endsLoop reports whether an exception goes through the event loop instead of being kept
// in a task or reported: KeyboardInterrupt, SystemExit and the end of the run.
func endsLoop(e *object.Exception) bool {
	return e.Fatal != object.NotFatal || e.Is(object.SystemExitType) || e.Is(object.KeyboardInterruptType)
}
