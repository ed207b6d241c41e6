package object

import (
	"fmt"

	"asyncplay/runtime/trace"
)

// Run is the state of one run of a program that its values and types need. Package
// runtime makes one; nothing in it is shared with another run.
type Run struct {
	Recorder  *trace.Recorder
	RootShape *Shape
	Modules   *Dict   // sys.modules
	Builtins  *Module // the builtins module
	// Import finds and loads a module by its dotted name; the runtime sets it.
	Import func(t *Thread, name string) (*Module, *Exception)
	// Checkpoint is called every StepsPerCheckpoint steps: the host looks for a request
	// to stop and lets its own event loop run. An error ends the run.
	Checkpoint func() error
	// Write is where stdout (1) and stderr (2) go.
	Write func(t *Thread, fd int, text string) *Exception

	// ReadLine gives the next line of standard input with its newline, false at its end.
	ReadLine func() (string, bool)
	// Roots are called when memory is measured: each visits the values that its package
	// holds for the run (frames, ready queue, timers).
	Roots []func(visit func(Value))
	// Stdout is what sys.stdout was at the start of the run: print needs no look at the
	// sys module while that has not changed.
	Stdout Value

	StepsLeft      int64 // until the limit on steps
	MemoryMaxBytes int64
	IntBitsMax     int
	RecursionMax   int

	memory memoryAccount
	nextID uint64
	ids    map[*Object]uint64 // of objects that all runs share
	ext    map[any]any
}

// StepsPerCheckpoint is how many steps a thread makes between two checkpoints.
const StepsPerCheckpoint = 10_000

// Ext returns the state that another package keeps in the run under its own key,
// making it when absent.
func (r *Run) Ext(key any, make_ func() any) any {
	if v, ok := r.ext[key]; ok {
		return v
	}
	if r.ext == nil {
		r.ext = map[any]any{}
	}
	v := make_()
	r.ext[key] = v
	return v
}

// NextID numbers objects: stable stand-ins for addresses in id() and default reprs.
func (r *Run) NextID() uint64 {
	r.nextID++
	return 0x7f0000000000 + r.nextID*0x10
}

// Executor is what package vm is to the packages below it.
type Executor interface {
	// Line is the line of the innermost Python frame of the main script, 0 if none.
	Line() int32
	// Frames is the current stack, outermost first.
	Frames() []TracebackEntry
	// Depth is the number of active Python calls.
	Depth() int
	// Globals and Locals are those of the innermost Python frame, for globals(), locals(),
	// vars() and dir(). Locals is a new dict in a function, the namespace itself elsewhere.
	Globals() *Dict
	Locals() (*Dict, *Exception)
	// SuperArgs finds the class and the first argument of the innermost Python frame, for
	// super() without arguments; the errors are CPython's RuntimeErrors.
	SuperArgs() (class, self Value, err *Exception)
	// TracebackFrame makes the frame object of an entry of a traceback; below is that of its caller.
	TracebackFrame(entry *TracebackEntry, below Value) Value
}

// Thread is one thread of control of a run: the main one, or a simulated thread. Only
// one runs at a time.
type Thread struct {
	Run  *Run
	Exec Executor
	// Lane is the task or thread to which events are attributed right now.
	Lane trace.TaskID
	// Handling is the exception being handled (sys.exception()), the context of the
	// next one raised.
	Handling *Exception
	// steps counts down to the next checkpoint.
	steps int
	// nativeDepth counts Go calls into Python and back, which use the Go stack.
	nativeDepth int
	// reprs are the containers whose repr is being made.
	reprs []Value
}

// nativeDepthMax bounds Go recursion (repr of nested lists, __eq__ calling __eq__);
// WebAssembly's stack would end near 16,000 levels of small frames.
const nativeDepthMax = 400

// EnterNative counts one level of Go recursion; the caller must call LeaveNative when
// it returned nil. `where` ends CPython's message, e.g. " while getting the repr of an object".
func (t *Thread) EnterNative(where string) *Exception {
	if t.nativeDepth >= nativeDepthMax {
		return NewException(RecursionErrorType, "maximum recursion depth exceeded"+where)
	}
	t.nativeDepth++
	return nil
}

// NativeDepth is the number of levels entered.
func (t *Thread) NativeDepth() int { return t.nativeDepth }

// LeaveNative ends what EnterNative began.
func (t *Thread) LeaveNative() { t.nativeDepth-- }

// Tick counts n steps of work. Loops in Go over a program's data call it for each round,
// so that no program keeps the page from answering.
func (t *Thread) Tick(n int) *Exception {
	t.steps -= n
	if t.steps > 0 {
		return nil
	}
	return t.checkpoint()
}

func (t *Thread) checkpoint() *Exception {
	used := int64(StepsPerCheckpoint - t.steps)
	t.steps = StepsPerCheckpoint
	t.Run.StepsLeft -= used
	t.Run.memory.chargedBytes += used * unchargedBytesPerStep
	if t.Run.StepsLeft < 0 {
		return NewFatal(LimitSteps, "the limit on steps was reached")
	}
	if r := t.Run.Recorder; r != nil && r.Full() {
		return NewFatal(LimitEvents, "the limit on recorded events was reached")
	}
	if t.Run.Checkpoint != nil {
		if err := t.Run.Checkpoint(); err != nil {
			return NewFatal(Stopped, err.Error())
		}
	}
	return nil
}

// Fatal says why a run was ended from outside the program.
type Fatal uint8

// Reasons of a Fatal. NotFatal marks an ordinary Python exception.
const (
	NotFatal Fatal = iota
	LimitSteps
	LimitMemory
	LimitOutput
	LimitEvents
	LimitIntBits
	Stopped
	// Hung unwinds a run in which nothing can happen any more.
	Hung
)

// NewFatal makes an exception that no Python code can catch: it unwinds the run without
// running handlers or finally blocks.
func NewFatal(why Fatal, message string) *Exception {
	e := NewException(SystemExitType, message)
	e.Fatal = why
	return e
}

// memoryAccount estimates what a program holds; see Charge.
type memoryAccount struct {
	// pinned are values under construction that so far only Go code holds.
	pinned           []Value
	chargedBytes     int64 // allocated since the start, never reduced
	nextMeasureBytes int64 // measure what is live when chargedBytes gets here
}

// unchargedBytesPerStep stands for small allocations that nothing charges for: whatever a program does, what is live is
// measured now and then.
const unchargedBytesPerStep = 4

// Allocations of chargeFreeBytes and more count a step for each chargeStepBytes.
const (
	chargeFreeBytes = 4096
	chargeStepBytes = 64
)

// pin makes v count as in use while Go code fills it; unpin ends that for the last one.
func (t *Thread) pin(v Value) { t.Run.memory.pinned = append(t.Run.memory.pinned, v) }

func (t *Thread) unpin() {
	pinned := t.Run.memory.pinned
	pinned[len(pinned)-1] = Value{}
	t.Run.memory.pinned = pinned[:len(pinned)-1]
}

// Charge accounts for n bytes about to be allocated. A single request beyond the limit
// ends the run at once; otherwise what is live is measured each time that enough was
// allocated since the last time.
func (t *Thread) Charge(n int64) *Exception {
	r := t.Run
	if n > r.MemoryMaxBytes {
		return NewFatal(LimitMemory, fmt.Sprintf("the limit on memory was reached: %d bytes asked for at once", n))
	}
	r.memory.chargedBytes += n
	if n >= chargeFreeBytes {
		// Filling that much memory is work too.
		t.steps -= int(n / chargeStepBytes)
	}
	if r.memory.chargedBytes >= r.memory.nextMeasureBytes {
		return t.measureMemory()
	}
	return nil
}
