package object

// Resumable is a suspended computation that an await or a task drives: the one
// interface behind Python coroutines and the coroutines of asyncio that are written in Go.
//
// Resume goes on with sent (None the first time), or, when thrown is not nil, with that
// exception raised at the point of suspension.
type Resumable interface {
	Resume(t *Thread, sent Value, thrown *Exception) Outcome
}

// Builtin is a Resumable that CPython has in C, like a future: it leaves no entry in tracebacks.
type Builtin interface {
	Resumable
	IsBuiltin()
}

// Holder is a coroutine in Go that tells which values of the program it holds, for the measure of memory and for the
// search for what can still be reached.
type Holder interface {
	Resumable
	VisitHeld(visit func(Value))
}

// OutcomeKind says how a Resume ended.
type OutcomeKind uint8

const (
	// Returned: finished with Value.
	Returned OutcomeKind = iota
	// Raised: finished with Exc.
	Raised
	// Yielded: suspended; Value (a Future, or None for a bare yield) goes to the task.
	Yielded
	// Awaiting: suspended until Next has finished; the driver resumes Next, and then
	// this one with Next's result or exception. Only Go coroutines return it; it is how
	// they await without recursion.
	Awaiting
)

// Outcome is the result of a Resume.
type Outcome struct {
	Kind  OutcomeKind
	Value Value
	Exc   *Exception
	Next  Resumable
}

// Return, Raise, Yield and Await make outcomes.
func Return(v Value) Outcome       { return Outcome{Kind: Returned, Value: v} }
func Raise(e *Exception) Outcome   { return Outcome{Kind: Raised, Exc: e} }
func Yield(v Value) Outcome        { return Outcome{Kind: Yielded, Value: v} }
func Await(next Resumable) Outcome { return Outcome{Kind: Awaiting, Next: next} }

// Coroutine is a coroutine object whose body is written in Go: what `queue.get()`
// returns. Body is called for the first step and after each suspension; it keeps its
// state itself (a struct with a method is the usual form).
type Coroutine struct {
	Native
	Name     string // __name__
	Qualname string // __qualname__, e.g. "Queue.get"
	Body     Resumable
	State    CoroutineState
	// Watched: not started yet, and the VM finds out when the program drops it.
	Watched bool
	// Awaited is what Body is suspended on, nil when it is the innermost.
	Awaited Resumable
}

// CoroutineState is the life of a coroutine or generator object.
type CoroutineState uint8

const (
	CoroutineCreated CoroutineState = iota
	CoroutineRunning
	CoroutineSuspended
	CoroutineClosed
)

// NewCoroutine makes a coroutine object of a Go body.
func NewCoroutine(qualname string, body Resumable) *Coroutine {
	c := &Coroutine{Name: lastPart(qualname), Qualname: qualname, Body: body}
	c.InitNative(CoroutineType, c)
	return c
}

func lastPart(qualname string) string {
	for i := len(qualname) - 1; i >= 0; i-- {
		if qualname[i] == '.' {
			return qualname[i+1:]
		}
	}
	return qualname
}
