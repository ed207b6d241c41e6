package explain

import (
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// Message and Arg are the catalogue's.
type (
	Message = words.Message
	Arg     = words.Arg
)

// Severity decides the colour of a verdict.
type Severity uint8

const (
	SeverityQuiet   Severity = iota // finished, nothing to see
	SeverityWarning                 // finished, but; or a limit was hit
	SeverityError                   // hung, raised, syntax error
)

// ID names the kind of a verdict; stable, for tests, links and styles.
type ID string

const (
	Finished          ID = "finished"
	FinishedCancelled ID = "finished-cancelled" // finished, tasks ended as cancelled
	TaskDoneTooMany   ID = "task-done-too-many" // finished, task_done() called too many times
	NeverRetrieved    ID = "never-retrieved"    // finished, an exception nobody looked at
	EndedWithErrors   ID = "ended-with-errors"  // finished, tasks ended with exceptions that were collected
	NeverAwaits       ID = "never-awaits"       // finished without any task
	Raised            ID = "raised"
	SyntaxError       ID = "syntax-error"
	LimitHit          ID = "limit"
	Stopped           ID = "stopped"
	JoinNeverReturns  ID = "join-never-returns"
	HangGet           ID = "hang-get"
	HangPut           ID = "hang-put"
	HangFuture        ID = "hang-future"
	HangLock          ID = "hang-lock"
	HangEvent         ID = "hang-event" // event, condition, barrier
	HangCycle         ID = "hang-cycle" // tasks that wait for each other
	Hang              ID = "hang"
)

// Reason is one fact behind a verdict.
type Reason struct {
	Message Message
	Details []Reason // one level, e.g. each lost item with its task
	Event   int32    // the moment to jump to; -1: none
	Task    trace.TaskID
	Queue   trace.ObjectID
	Item    int32
	Line    int32
}

// ItemFate is what became of a queue item by the end of the run.
type ItemFate uint8

const (
	FateInQueue ItemFate = iota
	FateTaken            // by a task that still lives
	FateLost             // by a task that ended before task_done()
	FateDone
)

// ItemFact is one cell of the row of items under a verdict.
type ItemFact struct {
	Queue trace.ObjectID
	Item  int32
	Fate  ItemFate
	Task  trace.TaskID // who took it, else who put it
	Event int32        // the moment to jump to
	Repr  string
}

// Facts are the numbers behind a verdict.
type Facts struct {
	Time      float64 // virtual seconds at the end
	Events    int
	Tasks     int // without threads
	Done      int // tasks that returned
	Raised    int
	Cancelled int
	Pending   int
	// Queue is the queue the verdict is about (or the first one); Items are its
	// items by number.
	Queue      trace.ObjectID
	Items      []ItemFact
	Unfinished int
	// Limit names the limit that was hit: steps, memory, output, events, integers; ""
	// when none was, or another.
	Limit string
}

// Report is a verdict. Title is the consequence, Reasons the facts behind it, Hint what
// one would do about it (may be zero).
type Report struct {
	ID       ID
	Severity Severity
	Title    Message
	Reasons  []Reason
	Hint     Message
	Event    int32 // the moment the verdict is about; -1: none
	Line     int32 // the source line it is about; 0: none
	Facts    Facts
}
