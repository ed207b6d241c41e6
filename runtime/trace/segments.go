package trace

// SpanKind says what a task does during a Segment.
type SpanKind uint8

const (
	SpanWait    SpanKind = iota // suspended; Wait says for what
	SpanReady                   // in the ready queue
	SpanBlocked                 // in a step that holds the whole loop (time.sleep)
	SpanThread                  // a simulated thread at work
)

// Segment is a span of a lane. Both ends are given as virtual time and as event index,
// for the two axes of the page; on either axis a segment may have no length.
type Segment struct {
	Start, End           float64 // virtual seconds
	StartEvent, EndEvent int32
	Kind                 SpanKind
	Wait                 Wait
	Timeout              bool // the wait stands under a deadline
	Endless              bool // still open when the run hung
	Line                 int32
	Object               ObjectID
	Target               TaskID
	Queue                ObjectID // of Item
	Item                 int32    // the item taken last and not marked done; 0: none
	Finally              int32    // line of the finally clause that an exception passes through meanwhile; 0: none
	Passing              StringID // that exception's type, when it is known
	Text                 StringID // repr of Item; without an item the peer or the blocking call
}

// Step is one step of a task. It takes no virtual time unless it blocks the loop, so it
// is drawn as a tick on the time axis and as a span on the axis of events.
type Step struct {
	Start, End           float64
	StartEvent, EndEvent int32
	Line                 int32 // where the step goes on
	Thrown               bool
}

// LaneEnd is how a task ended; Kind is TaskDone, TaskRaised, TaskCancelled, ThreadEnded
// or ThreadRaised, or KindInvalid when it has not ended.
type LaneEnd struct {
	Kind  Kind
	Time  float64
	Event int32
	Line  int32
	Text  StringID
}

// Debt is an item whose taker ended before its task_done(). It runs from that end until
// somebody else marked the item, or to the end of the run.
type Debt struct {
	Queue                ObjectID
	Item                 int32
	Repr                 StringID
	Start, End           float64
	StartEvent, EndEvent int32
	Settled              bool
}

// Lane is all that one task (or simulated thread) did.
type Lane struct {
	Task         TaskID
	Name         StringID
	Thread       bool
	Created      float64
	CreatedEvent int32
	Segments     []Segment
	Steps        []Step
	Debts        []Debt
	End          LaneEnd
}

// QueuePoint is a queue's counters from an event on.
type QueuePoint struct {
	Time             float64
	Event            int32
	Size, Unfinished int32
}

// QueueLane is the history of one queue's counters.
type QueueLane struct {
	Object   ObjectID
	Internal bool
	// Accounted: somebody calls task_done() or join() on the queue in this run; else what is unfinished says nothing.
	Accounted bool
	Points    []QueuePoint
}
