package trace

// TaskID names a task of the run, counted from 1 in order of creation. Zero stands for
// the event loop itself and for code outside any task. Every simulated thread has a
// TaskID too (TaskInfo.Thread), so that it gets a lane of its own.
type TaskID int32

// ObjectID names a queue, lock, future or other object of the run, counted from 1 in
// order of first sight. Zero means none.
type ObjectID int32

// StringID is an index into the trace's string table. Zero is the empty string.
type StringID int32

// Event is one thing that happened. Time, Iteration, Task, Kind and Line are always
// set; what the other fields hold is said at each Kind.
type Event struct {
	Time       float64 // virtual seconds
	Until      float64 // virtual seconds: deadline of a sleep, timer or blocking call
	Iteration  uint32  // of the event loop; 0 before the loop runs
	Task       TaskID
	Line       int32 // source line, from 1; 0 when no line of the script is involved
	Kind       Kind
	Wait       Wait
	Flags      Flags
	Object     ObjectID
	Target     TaskID // the other task: created, cancelled, awaited
	Item       int32  // serial number of a queue item, from 1 in each queue
	Size       int32
	Unfinished int32
	Getters    int32 // tasks waiting in get(), or waiting for a lock
	Putters    int32 // tasks waiting in put()
	Text       StringID
}

// Kind says what happened.
type Kind uint8

const (
	// KindInvalid is never recorded.
	KindInvalid Kind = iota

	// Tasks. TaskCreated: Target is the new task, Task its creator.
	TaskCreated
	// TaskStep: the task begins a step; Line is where it goes on.
	TaskStep
	// TaskSuspended: the step ended in an await; Line is the innermost line of the
	// script, Wait and Object (or Target, Until) say what it waits for. In a finally
	// clause that an exception passes through, Item is the clause's line and Text the
	// exception's type, when it is not the peer's name.
	TaskSuspended
	// TaskDone: returned; Text is the repr of the result ("" for None).
	TaskDone
	// TaskRaised: ended with an exception; Text is "Type: message", Line the
	// innermost line of the script in its traceback, Item the line of the first
	// finally clause that it passed through (0: none).
	TaskRaised
	// TaskCancelRequested: Task (0: the loop) called cancel() on Target. Size is 1
	// when the request was accepted; Text is the message, if any.
	TaskCancelRequested
	// TaskCancelled: ended as cancelled; Line is where the CancelledError arose,
	// Item as for TaskRaised.
	TaskCancelled
	// TaskNamed: set_name(); Text is the new name of Target.
	TaskNamed
	// TaskExceptionLost: an exception that nobody retrieved was logged; Target is
	// the task, Text the exception.
	TaskExceptionLost

	// Futures. Object is the future; Text the repr of the result or exception.
	FutureCreated
	FutureResult
	FutureException
	FutureCancelled

	// The loop. Object numbers the handle; Text names the callback.
	CallbackScheduled // call_soon
	CallbackRun
	TimerSet // Until is the deadline
	TimerFired
	TimerCancelled
	// ClockAdvanced: nothing was ready, the clock went on to Until.
	ClockAdvanced
	// ClockBlocked: a blocking call held the whole loop until Until; Text names it.
	ClockBlocked

	// Queues. Size, Unfinished, Getters and Putters hold the state after the event.
	QueueCreated // Text is the type's name; Item is maxsize
	QueuePut     // Item was put; Text is its repr
	QueueGet     // Item was taken by Task
	QueueTaskDone
	// QueueTaskDoneError: task_done() called too many times.
	QueueTaskDoneError
	QueueJoin   // Task entered join() and must wait
	QueueJoined // Task came out of join(), or did not need to wait
	QueueShutdown

	// Locks, semaphores, events, conditions, barriers. Size is the value (locked: 1;
	// a semaphore's counter; an event's flag), Getters the number of waiters.
	PrimitiveCreated // Text is the type's name
	PrimitiveAcquired
	PrimitiveReleased
	PrimitiveSet
	PrimitiveCleared
	PrimitiveNotified

	// Threads. Target is the thread's lane; Text names the function.
	ThreadStarted
	ThreadEnded
	ThreadRaised

	// Output. Text is what was written.
	Stdout
	Stderr

	// FaultApplied: a fault of the user's took effect; Item is its index in the
	// request, Text says what it did.
	FaultApplied
	// ExceptionRaised: an exception arose in Task at Line and is on its way, caught
	// or not; Text is "Type: message".
	ExceptionRaised

	// The end of the run, always the last event.
	RunFinished
	RunRaised // Text is "Type: message"
	// RunHung: nothing is ready, no timer is set, no thread runs.
	RunHung
	// RunLimit: a limit was hit; Text names it.
	RunLimit
	// RunStopped: stopped from outside.
	RunStopped

	kindCount
)

// Wait says what a suspended task waits for.
type Wait uint8

const (
	WaitNone      Wait = iota
	WaitReady          // nothing: it is in the ready queue (sleep(0), a bare yield)
	WaitSleep          // Until is the deadline
	WaitQueueGet       // Object is the queue
	WaitQueuePut       // Object is the queue
	WaitQueueJoin      // Object is the queue
	WaitFuture         // Object is the future
	WaitTask           // Target is the task
	WaitGather         // Size is the number of awaitables not yet done
	WaitTaskGroup      // Size is the number of tasks not yet done
	WaitAny            // asyncio.wait, as_completed; Size as for gather
	WaitLock           // Object
	WaitSemaphore      // Object
	WaitEvent          // Object
	WaitCondition      // Object
	WaitBarrier        // Object
	WaitThread         // Target is the thread's lane
	WaitNetwork        // Text names the peer

	waitCount
)

// Flags qualify an event.
type Flags uint8

const (
	// FlagInternal marks what asyncio did for itself (a helper future, the queue
	// inside as_completed): counted, but not shown unless asked for.
	FlagInternal Flags = 1 << iota
	// FlagThrown marks a TaskStep that resumes with an exception thrown in.
	FlagThrown
	// FlagFaulty marks an end that a fault of the user's brought about.
	FlagFaulty
	// FlagTimeout marks a wait under a deadline of wait_for or timeout; Until is it.
	FlagTimeout
)

// TaskInfo is what is known of a task for the whole run.
type TaskInfo struct {
	Name     StringID // at creation; TaskNamed events change it
	CoroName StringID // __qualname__ of its coroutine
	Parent   TaskID   // who created it; 0: not a task
	Line     int32    // where it was created
	CoroLine int32    // line of the coroutine function's def
	Thread   bool     // a simulated thread, not a task
}

// ObjectInfo is what is known of an object for the whole run.
type ObjectInfo struct {
	Type     StringID // type name: Queue, Lock, Future …
	Name     StringID // what the program calls it: orders, forks[2]; "" when it has no name
	Line     int32    // where it was created
	MaxSize  int32    // queues: maxsize; semaphores: initial value
	Internal bool     // made by asyncio for itself
}

// Status is how a run ended.
type Status uint8

const (
	StatusFinished    Status = iota
	StatusRaised             // uncaught exception, or sys.exit with a status
	StatusSyntaxError        // did not start
	StatusHung
	StatusLimit
	StatusStopped
)

// Outcome is the end of the run in facts; explain puts it into words.
type Outcome struct {
	Status   Status
	ExitCode int32    // as the command line reports it
	Text     StringID // exception or limit: "Type: message", or the limit's name
	// Traceback is what CPython would have written to stderr for an uncaught
	// exception or syntax error (also part of the Stderr events).
	Traceback StringID
	// Position of a syntax error or uncaught exception, 1-based; 0: unknown.
	Line, Col, EndLine, EndCol int32
}

// Awaited is a task that the suspension of another is for.
type Awaited struct {
	Event int32 // the TaskSuspended
	Task  TaskID
}

// Trace is a whole recorded run.
type Trace struct {
	Tasks   []TaskInfo   // of TaskID 1, 2, …
	Objects []ObjectInfo // of ObjectID 1, 2, …
	Strings []string     // Strings[0] == ""
	Events  []Event
	// Awaited are, in order of events, the tasks that suspensions on several at once are for, as far as another task than
	// the one that waits has created them.
	Awaited []Awaited
	Outcome Outcome
	// Pause, when set, is called every few thousand events by whatever reads the whole trace: a page gives its browser the
	// turn there. It is no part of the record.
	Pause func()
}

// Breathe calls Pause now and then; i counts the events that a loop goes over.
func (t *Trace) Breathe(i int) {
	if i&0x7ff == 0 && t.Pause != nil {
		t.Pause()
	}
}

// ObjectName is what the program calls an object, "" when it has no name.
func (t *Trace) ObjectName(id ObjectID) string {
	if id < 1 || int(id) > len(t.Objects) {
		return ""
	}
	return t.Text(t.Objects[id-1].Name)
}

// Text returns a string of the table, "" for an index outside it.
func (t *Trace) Text(id StringID) string {
	if id < 0 || int(id) >= len(t.Strings) {
		return ""
	}
	return t.Strings[id]
}
