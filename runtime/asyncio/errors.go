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

func init() {
	incomplete := object.MustSignature("IncompleteReadError.__init__(self, partial, expected)")
	IncompleteReadErrorType.Slots.Init = func(t *object.Thread, self object.Value, args object.Args) *object.Exception {
		var a [3]object.Value
		if err := incomplete.Bind(args.Prepend(self), a[:]); err != nil {
			return err
		}
		length, err := object.Len(t, a[1])
		if err != nil {
			return err
		}
		expected := "undefined"
		if !a[2].IsNone() {
			if expected, err = object.Repr(t, a[2]); err != nil {
				return err
			}
		}
		message := itoa(length) + " bytes read on a total of " + expected + " expected bytes"
		return initError(t, self, message, "partial", a[1], "expected", a[2])
	}
	overrun := object.MustSignature("LimitOverrunError.__init__(self, message, consumed)")
	LimitOverrunErrorType.Slots.Init = func(t *object.Thread, self object.Value, args object.Args) *object.Exception {
		var a [3]object.Value
		if err := overrun.Bind(args.Prepend(self), a[:]); err != nil {
			return err
		}
		e, _ := object.AsException(self)
		e.Args = a[1:2:2]
		return object.SetAttr(t, self, "consumed", a[2])
	}
}

// initError gives an exception its message and two attributes.
func initError(t *object.Thread, self object.Value, message, name1 string, value1 object.Value, name2 string, value2 object.Value) *object.Exception {
	e, _ := object.AsException(self)
	e.Args = []object.Value{object.NewStr(message)}
	if err := object.SetAttr(t, self, name1, value1); err != nil {
		return err
	}
	return object.SetAttr(t, self, name2, value2)
}

func newCancelledError(message object.Value) *object.Exception {
	if !message.IsValid() || message.IsNone() {
		return object.NewExceptionArgs(CancelledErrorType)
	}
	return object.NewExceptionArgs(CancelledErrorType, message)
}

func invalidState(message string) *object.Exception {
	return object.NewException(InvalidStateErrorType, message)
}

// raiseFrom is `raise exc from cause` in a library function that caught cause.
func raiseFrom(exc, cause *object.Exception) *object.Exception {
	if cause.Traceback == nil {
		cause.Traceback = &object.Traceback{}
	}
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
