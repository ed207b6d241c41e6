package trace

// Phase says where a task is in its life.
type Phase uint8

const (
	PhaseNone      Phase = iota // not created yet
	PhaseCreated                // in the ready queue for its first step
	PhaseReady                  // woken, in the ready queue
	PhaseRunning                // in a step
	PhaseSuspended              // Wait says for what
	PhaseDone
	PhaseRaised
	PhaseCancelled
)

// Ended reports whether the task will never run again.
func (p Phase) Ended() bool { return p >= PhaseDone }

// TaskState is a task at one instant.
type TaskState struct {
	Name            StringID
	Phase           Phase
	Wait            Wait  // what it waits for, or waited for until it was woken
	Timeout         bool  // the wait stands under a deadline, Until
	CancelRequested bool  // cancel() was accepted and has not been thrown in yet
	Thrown          bool  // the current step began with an exception thrown in
	Line            int32 // where it stands, or where it ended; 0: nowhere yet
	Object          ObjectID
	Target          TaskID
	Size            int32   // gather and its like: awaitables not yet done
	Until           float64 // virtual seconds: deadline of the wait; 0: none
	Since           float64 // virtual seconds: when this phase began
	SinceEvent      int32
	Result          StringID // repr of what it returned
	Exception       StringID // "Type: message" when it raised
	Peer            StringID // WaitNetwork: the peer's name
	Steps           int32    // steps begun so far

	held int32 // items taken and not marked done
}

// QueueItem is an item that waits in a queue.
type QueueItem struct {
	Item  int32
	Repr  StringID
	By    TaskID // who put it
	Time  float64
	Event int32
}

// TakenItem is an item that left its queue and is not marked done yet.
type TakenItem struct {
	Item  int32
	Repr  StringID
	By    TaskID  // who took it; 0: code outside any task
	Since float64 // virtual seconds: when it was taken
	Event int32   // the QueueGet
	Line  int32
	// Lost: the taker has ended, so that nobody is left who would call task_done()
	// for it; LostEvent is the taker's end.
	Lost      bool
	LostEvent int32
}

// DoneItem is an item that was marked done.
type DoneItem struct {
	Item    int32
	Repr    StringID
	By      TaskID // who called task_done()
	TakenBy TaskID
	Time    float64
	Event   int32
}

// QueueState is a queue at one instant.
type QueueState struct {
	Object     ObjectID
	Type       StringID
	MaxSize    int32
	Size       int32
	Unfinished int32
	// Unclaimed counts task_done() calls that no taken item accounts for: then
	// Unfinished = len(Items) + len(Taken) - Unclaimed.
	Unclaimed int32
	Shutdown  bool
	// Accounted: somebody calls task_done() or join() on the queue in this run. Only
	// then is a taken item a debt.
	Accounted bool
	Items     []QueueItem // by item number, that is in the order they were put
	Taken     []TakenItem // in the order they were taken
	Done      []DoneItem  // in the order they were marked
	Getters   []TaskID    // in the order they began to wait
	Putters   []TaskID
	Joiners   []TaskID
}

// PrimitiveState is a lock, semaphore, event, condition or barrier at one instant.
type PrimitiveState struct {
	Object  ObjectID
	Type    StringID
	Value   int32    // as Event.Size says
	Holders []TaskID // in the order they acquired it
	Waiters []TaskID
}

// State is everything at one instant: after the event with index Event. Slices belong
// to the State and change with the next Apply.
type State struct {
	Event     int // index of the last event applied; -1 before the first
	Time      float64
	Iteration uint32
	Running   TaskID // the task in a step; 0: none
	// A blocking call holds the loop until BlockedUntil while BlockedUntil > Time.
	BlockedUntil float64
	BlockedBy    TaskID
	BlockedLine  int32
	Console      int  // Stdout and Stderr events so far
	Faults       int  // faults applied so far
	Timers       int  // timers set that neither fired nor were cancelled
	End          Kind // RunFinished … RunStopped once the run is over, else KindInvalid
	Tasks        []TaskState
	Queues       []QueueState // in order of creation
	Primitives   []PrimitiveState

	trace    *Trace
	layout   *layout
	awaiting []TaskID // tasks that wait for a future or a task
}

// HeldItem is a TakenItem with its queue.
type HeldItem struct {
	Queue ObjectID
	TakenItem
}

// NewState returns the state before the first event.
func NewState(t *Trace) *State {
	return &State{Event: -1, Tasks: make([]TaskState, len(t.Tasks)), trace: t, layout: newLayout(t)}
}

// Task returns the state of a task, nil for an ID that is not in the trace.
func (s *State) Task(id TaskID) *TaskState {
	if id < 1 || int(id) > len(s.Tasks) {
		return nil
	}
	return &s.Tasks[id-1]
}

// Queue returns the state of a queue, nil when it does not exist (yet).
func (s *State) Queue(id ObjectID) *QueueState {
	if i := slot(s.layout.queue, id); i >= 0 && i < len(s.Queues) {
		return &s.Queues[i]
	}
	return nil
}

// Primitive returns the state of a lock or its like, nil when it does not exist (yet).
func (s *State) Primitive(id ObjectID) *PrimitiveState {
	if i := slot(s.layout.primitive, id); i >= 0 && i < len(s.Primitives) {
		return &s.Primitives[i]
	}
	return nil
}

// Held returns what a task has taken and not marked done, oldest first in each queue.
func (s *State) Held(id TaskID) []HeldItem {
	var held []HeldItem
	if t := s.Task(id); t != nil && t.held == 0 {
		return nil
	}
	for i := range s.Queues {
		for _, item := range s.Queues[i].Taken {
			if item.By == id {
				held = append(held, HeldItem{Queue: s.Queues[i].Object, TakenItem: item})
			}
		}
	}
	return held
}
