package object

import (
	"fmt"

	"asyncplay/runtime/syntax"
)

// Exception is an instance of BaseException, and the second result of every Go function
// that can raise one.
type Exception struct {
	Object
	Args            []Value
	Cause           Value // invalid: none; may be None
	Context         *Exception
	SuppressContext bool
	Traceback       *Traceback
	// Group holds the exceptions of an exception group; nil for other exceptions.
	Group []*Exception
	// Suggestion is the name that a NameError probably meant, found while the frame was there.
	Suggestion string
	// OnSelf: an AttributeError of the innermost frame's own self, so that names with a
	// leading underscore are suggested too.
	OnSelf bool
	// ThroughFinally is the line of the first finally clause of the program that it has passed through in its task; 0 for none.
	ThroughFinally int32
	// Fatal is set for what ends the run from outside; Python code cannot catch it.
	Fatal Fatal
	// fields are the attributes that some exception types have besides args; see
	// exceptionfields.go.
	fields []Value
}

// Traceback is the path of an exception, innermost entry first appended: each frame that
// it leaves adds its own. Entries are in the order of unwinding (innermost first).
type Traceback struct {
	Entries []TracebackEntry
	// shown is the object that the program was given for all entries, as long as they are no more.
	shown *tracebackValue
}

// TracebackEntry is one frame of a traceback.
type TracebackEntry struct {
	Filename string
	Function string // qualified name as CPython shows it: co_qualname's last part rule is the VM's
	Span     syntax.Span
	// Script tells frames of the program from frames of modules that come with the engine.
	Script bool
	// Owner is the function whose frame it was, for frame objects; or that frame object itself, where those are kept.
	Owner Value
}

// NewException makes an exception of a built-in type with one str argument.
//
//go:noinline
func NewException(typ *Type, message string) *Exception {
	return newExceptionArgs(typ, NewStr(message))
}

// Errorf makes an exception with a formatted message.
//
//go:noinline
func Errorf(typ *Type, format string, args ...any) *Exception {
	return NewException(typ, fmt.Sprintf(format, args...))
}

// TypeErrorf, ValueErrorf and friends are Errorf for the commonest types.
//
//go:noinline
func TypeErrorf(format string, args ...any) *Exception { return Errorf(TypeErrorType, format, args...) }

//go:noinline
func ValueErrorf(format string, args ...any) *Exception {
	return Errorf(ValueErrorType, format, args...)
}

//go:noinline
func RuntimeErrorf(format string, args ...any) *Exception {
	return Errorf(RuntimeErrorType, format, args...)
}

//go:noinline
func AttributeErrorf(format string, args ...any) *Exception {
	return Errorf(AttributeErrorType, format, args...)
}

// NewExceptionArgs makes an exception of a built-in type with the args given.
func NewExceptionArgs(typ *Type, args ...Value) *Exception { return newExceptionArgs(typ, args...) }

func newExceptionArgs(typ *Type, args ...Value) *Exception {
	return &Exception{Object: Object{typ: typ}, Args: args}
}

// NewSyntaxError makes a SyntaxError, or one of its subclasses, of a message and its six details, from the file name to the end's offset.
func NewSyntaxError(typ *Type, message string, details ...Value) *Exception {
	e := newExceptionArgs(typ, NewStr(message), NewTuple(details...))
	e.fields = append([]Value{NewStr(message)}, details...)
	return e
}

// Is reports whether the exception is an instance of typ. Fatal ones are of no type.
func (e *Exception) Is(typ *Type) bool { return e.Fatal == NotFatal && e.typ.IsSubtype(typ) }

// NewStopIteration makes StopIteration(value).
func NewStopIteration(v Value) *Exception {
	if v.IsNone() {
		return newExceptionArgs(StopIterationType)
	}
	return newExceptionArgs(StopIterationType, v)
}

// Common sentinels: a new exception each time, as each has its own traceback.
func KeyError(key Value) *Exception { return newExceptionArgs(KeyErrorType, key) }
