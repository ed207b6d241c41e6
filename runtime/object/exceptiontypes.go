package object

// The built-in exceptions.
var (
	BaseExceptionType      = declare("builtins", "BaseException", LayoutException)
	ExceptionType          = exceptionType("Exception", BaseExceptionType)
	GeneratorExitType      = exceptionType("GeneratorExit", BaseExceptionType)
	KeyboardInterruptType  = exceptionType("KeyboardInterrupt", BaseExceptionType)
	SystemExitType         = exceptionType("SystemExit", BaseExceptionType)
	BaseExceptionGroupType = exceptionType("BaseExceptionGroup", BaseExceptionType)
	ExceptionGroupType     = exceptionType("ExceptionGroup", BaseExceptionGroupType, ExceptionType)

	ArithmeticErrorType    = exceptionType("ArithmeticError", ExceptionType)
	AssertionErrorType     = exceptionType("AssertionError", ExceptionType)
	AttributeErrorType     = exceptionType("AttributeError", ExceptionType)
	BufferErrorType        = exceptionType("BufferError", ExceptionType)
	EOFErrorType           = exceptionType("EOFError", ExceptionType)
	ImportErrorType        = exceptionType("ImportError", ExceptionType)
	LookupErrorType        = exceptionType("LookupError", ExceptionType)
	MemoryErrorType        = exceptionType("MemoryError", ExceptionType)
	NameErrorType          = exceptionType("NameError", ExceptionType)
	OSErrorType            = exceptionType("OSError", ExceptionType)
	ReferenceErrorType     = exceptionType("ReferenceError", ExceptionType)
	RuntimeErrorType       = exceptionType("RuntimeError", ExceptionType)
	StopAsyncIterationType = exceptionType("StopAsyncIteration", ExceptionType)
	StopIterationType      = exceptionType("StopIteration", ExceptionType)
	SyntaxErrorType        = exceptionType("SyntaxError", ExceptionType)
	SystemErrorType        = exceptionType("SystemError", ExceptionType)
	TypeErrorType          = exceptionType("TypeError", ExceptionType)
	ValueErrorType         = exceptionType("ValueError", ExceptionType)
	WarningType            = exceptionType("Warning", ExceptionType)

	FloatingPointErrorType = exceptionType("FloatingPointError", ArithmeticErrorType)
	OverflowErrorType      = exceptionType("OverflowError", ArithmeticErrorType)
	ZeroDivisionErrorType  = exceptionType("ZeroDivisionError", ArithmeticErrorType)

	ModuleNotFoundErrorType = exceptionType("ModuleNotFoundError", ImportErrorType)
	IndexErrorType          = exceptionType("IndexError", LookupErrorType)
	KeyErrorType            = exceptionType("KeyError", LookupErrorType)
	UnboundLocalErrorType   = exceptionType("UnboundLocalError", NameErrorType)
	NotImplementedErrorType = exceptionType("NotImplementedError", RuntimeErrorType)
	RecursionErrorType      = exceptionType("RecursionError", RuntimeErrorType)
	PythonFinalizationType  = exceptionType("PythonFinalizationError", RuntimeErrorType)
	IndentationErrorType    = exceptionType("IndentationError", SyntaxErrorType)
	TabErrorType            = exceptionType("TabError", IndentationErrorType)

	UnicodeErrorType          = exceptionType("UnicodeError", ValueErrorType)
	UnicodeDecodeErrorType    = exceptionType("UnicodeDecodeError", UnicodeErrorType)
	UnicodeEncodeErrorType    = exceptionType("UnicodeEncodeError", UnicodeErrorType)
	UnicodeTranslateErrorType = exceptionType("UnicodeTranslateError", UnicodeErrorType)

	BlockingIOErrorType        = exceptionType("BlockingIOError", OSErrorType)
	ChildProcessErrorType      = exceptionType("ChildProcessError", OSErrorType)
	ConnectionErrorType        = exceptionType("ConnectionError", OSErrorType)
	BrokenPipeErrorType        = exceptionType("BrokenPipeError", ConnectionErrorType)
	ConnectionAbortedErrorType = exceptionType("ConnectionAbortedError", ConnectionErrorType)
	ConnectionRefusedErrorType = exceptionType("ConnectionRefusedError", ConnectionErrorType)
	ConnectionResetErrorType   = exceptionType("ConnectionResetError", ConnectionErrorType)
	FileExistsErrorType        = exceptionType("FileExistsError", OSErrorType)
	FileNotFoundErrorType      = exceptionType("FileNotFoundError", OSErrorType)
	InterruptedErrorType       = exceptionType("InterruptedError", OSErrorType)
	IsADirectoryErrorType      = exceptionType("IsADirectoryError", OSErrorType)
	NotADirectoryErrorType     = exceptionType("NotADirectoryError", OSErrorType)
	PermissionErrorType        = exceptionType("PermissionError", OSErrorType)
	ProcessLookupErrorType     = exceptionType("ProcessLookupError", OSErrorType)
	TimeoutErrorType           = exceptionType("TimeoutError", OSErrorType)

	UserWarningType        = exceptionType("UserWarning", WarningType)
	DeprecationWarningType = exceptionType("DeprecationWarning", WarningType)
	PendingDeprecationType = exceptionType("PendingDeprecationWarning", WarningType)
	SyntaxWarningType      = exceptionType("SyntaxWarning", WarningType)
	RuntimeWarningType     = exceptionType("RuntimeWarning", WarningType)
	FutureWarningType      = exceptionType("FutureWarning", WarningType)
	ImportWarningType      = exceptionType("ImportWarning", WarningType)
	UnicodeWarningType     = exceptionType("UnicodeWarning", WarningType)
	BytesWarningType       = exceptionType("BytesWarning", WarningType)
	ResourceWarningType    = exceptionType("ResourceWarning", WarningType)
	EncodingWarningType    = exceptionType("EncodingWarning", WarningType)
)

//go:noinline
func exceptionType(name string, bases ...*Type) *Type {
	return declare("builtins", name, LayoutException, bases...)
}

// errnoTypes are the classes that OSError(errno, message) turns into; numbers of Linux.
var errnoTypes = map[int64]*Type{
	1: PermissionErrorType, 2: FileNotFoundErrorType, 3: ProcessLookupErrorType, 4: InterruptedErrorType,
	10: ChildProcessErrorType, 11: BlockingIOErrorType, 13: PermissionErrorType, 17: FileExistsErrorType,
	20: NotADirectoryErrorType, 21: IsADirectoryErrorType, 32: BrokenPipeErrorType, 103: ConnectionAbortedErrorType,
	104: ConnectionResetErrorType, 108: BrokenPipeErrorType, 110: TimeoutErrorType, 111: ConnectionRefusedErrorType,
	114: BlockingIOErrorType, 115: BlockingIOErrorType,
}
