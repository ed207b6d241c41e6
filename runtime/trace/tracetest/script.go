// Package tracetest writes traces by hand, for tests of what reads them: a Script says
// what happened in a program's own terms and keeps the counters that events carry. Only
// tests import it.
package tracetest

import "asyncplay/runtime/trace"

// Script records a run as a test tells it. Its methods record one event each, at the
// time given to At last.
type Script struct {
	rec       *trace.Recorder
	now       float64
	iteration uint32
	current   trace.TaskID
	queues    map[trace.ObjectID]*queue
	waits     map[trace.TaskID]trace.Event
}

type queue struct {
	size, unfinished, next int32
	getters, putters       []trace.TaskID
}

// New returns a script at virtual time 0.
func New() *Script {
	return &Script{
		rec:    trace.NewRecorder(1 << 20),
		queues: map[trace.ObjectID]*queue{},
		waits:  map[trace.TaskID]trace.Event{},
	}
}

// At sets the virtual time of the events that follow, a new iteration of the loop.
func (s *Script) At(seconds float64) *Script {
	s.now = seconds
	s.iteration++
	return s
}

// Emit records any event; time and iteration are filled in, and the task when it is 0
// and a step is under way.
func (s *Script) Emit(e trace.Event) {
	e.Time, e.Iteration = s.now, s.iteration
	if e.Task == 0 {
		e.Task = s.current
	}
	s.rec.Emit(e)
}

// Text interns a string.
func (s *Script) Text(text string) trace.StringID { return s.rec.Intern(text) }

// Task creates a task.
func (s *Script) Task(name, coro string, line int32) trace.TaskID {
	id := s.rec.NewTask(trace.TaskInfo{
		Name: s.Text(name), CoroName: s.Text(coro), Parent: s.current, Line: line, CoroLine: line,
	})
	s.Emit(trace.Event{Kind: trace.TaskCreated, Target: id, Line: line})
	return id
}

// Thread starts a simulated thread.
func (s *Script) Thread(name, function string, line int32) trace.TaskID {
	id := s.rec.NewTask(trace.TaskInfo{Name: s.Text(name), CoroName: s.Text(function), Parent: s.current, Line: line, Thread: true})
	s.Emit(trace.Event{Kind: trace.ThreadStarted, Target: id, Line: line, Text: s.Text(function)})
	return id
}

// Step begins a step of a task; the events that follow are its.
func (s *Script) Step(task trace.TaskID, line int32) { s.step(task, line, 0) }

// Throw begins a step with an exception thrown in.
func (s *Script) Throw(task trace.TaskID, line int32) { s.step(task, line, trace.FlagThrown) }

func (s *Script) step(task trace.TaskID, line int32, flags trace.Flags) {
	if w, ok := s.waits[task]; ok {
		if q := s.queues[w.Object]; q != nil {
			q.getters = without(q.getters, task)
			q.putters = without(q.putters, task)
		}
		delete(s.waits, task)
	}
	s.current = task
	s.Emit(trace.Event{Kind: trace.TaskStep, Line: line, Flags: flags})
}

// Wait ends the current step; e says what the task waits for.
func (s *Script) Wait(line int32, e trace.Event) {
	e.Kind, e.Line = trace.TaskSuspended, line
	s.Emit(e)
	s.waits[s.current] = e
	if q := s.queues[e.Object]; q != nil {
		switch e.Wait {
		case trace.WaitQueueGet:
			q.getters = append(q.getters, s.current)
		case trace.WaitQueuePut:
			q.putters = append(q.putters, s.current)
		}
	}
	s.current = 0
}

// Sleep ends the current step in a sleep until a virtual time.
func (s *Script) Sleep(line int32, until float64) {
	s.Wait(line, trace.Event{Wait: trace.WaitSleep, Until: until})
}

// Return ends the current task.
func (s *Script) Return() { s.end(trace.TaskDone, 0, "") }

// Raise ends the current task with an exception.
func (s *Script) Raise(line int32, exception string) { s.end(trace.TaskRaised, line, exception) }

// Cancelled ends the current task as cancelled.
func (s *Script) Cancelled(line int32) { s.end(trace.TaskCancelled, line, "") }

func (s *Script) end(kind trace.Kind, line int32, text string) {
	s.Emit(trace.Event{Kind: kind, Line: line, Text: s.Text(text)})
	s.current = 0
}

// Cancel requests that a task be cancelled.
func (s *Script) Cancel(target trace.TaskID, line int32) {
	s.Emit(trace.Event{Kind: trace.TaskCancelRequested, Target: target, Line: line, Size: 1})
}

// Object makes an object of a type; primitives get their PrimitiveCreated event.
func (s *Script) Object(typeName string, line int32) trace.ObjectID {
	return s.rec.NewObject(trace.ObjectInfo{Type: s.Text(typeName), Line: line})
}

// Lock makes a lock or another primitive.
func (s *Script) Lock(typeName string, line, value int32) trace.ObjectID {
	id := s.rec.NewObject(trace.ObjectInfo{Type: s.Text(typeName), Line: line, MaxSize: value})
	s.Emit(trace.Event{Kind: trace.PrimitiveCreated, Object: id, Line: line, Size: value, Text: s.Text(typeName)})
	return id
}

// Queue makes a queue.
func (s *Script) Queue(typeName string, line, maxSize int32) trace.ObjectID {
	id := s.rec.NewObject(trace.ObjectInfo{Type: s.Text(typeName), Line: line, MaxSize: maxSize})
	s.queues[id] = &queue{}
	s.Emit(trace.Event{Kind: trace.QueueCreated, Object: id, Line: line, Item: maxSize, Text: s.Text(typeName)})
	return id
}

// Put puts an item with a repr and returns its number.
func (s *Script) Put(id trace.ObjectID, line int32, repr string) int32 {
	q := s.queues[id]
	q.next++
	q.size++
	q.unfinished++
	q.getters = q.getters[min(1, len(q.getters)):]
	s.queue(trace.QueuePut, id, line, q.next, repr)
	return q.next
}

// Get takes an item.
func (s *Script) Get(id trace.ObjectID, line, item int32) {
	q := s.queues[id]
	q.size--
	q.putters = q.putters[min(1, len(q.putters)):]
	s.queue(trace.QueueGet, id, line, item, "")
}

// TaskDone marks an item done.
func (s *Script) TaskDone(id trace.ObjectID, line int32) {
	s.queues[id].unfinished--
	s.queue(trace.QueueTaskDone, id, line, 0, "")
}

// TaskDoneError is a task_done() too many.
func (s *Script) TaskDoneError(id trace.ObjectID, line int32) {
	s.queue(trace.QueueTaskDoneError, id, line, 0, "")
}

// Join enters join() and waits there.
func (s *Script) Join(id trace.ObjectID, line int32) {
	s.queue(trace.QueueJoin, id, line, 0, "")
	s.Wait(line, trace.Event{Wait: trace.WaitQueueJoin, Object: id})
}

// Joined comes out of join().
func (s *Script) Joined(id trace.ObjectID, line int32) { s.queue(trace.QueueJoined, id, line, 0, "") }

func (s *Script) queue(kind trace.Kind, id trace.ObjectID, line, item int32, repr string) {
	q := s.queues[id]
	s.Emit(trace.Event{
		Kind: kind, Object: id, Line: line, Item: item, Text: s.Text(repr),
		Size: q.size, Unfinished: q.unfinished,
		Getters: int32(len(q.getters)), Putters: int32(len(q.putters)),
	})
}

// Print writes a line to stdout.
func (s *Script) Print(line int32, text string) {
	s.Emit(trace.Event{Kind: trace.Stdout, Line: line, Text: s.Text(text + "\n")})
}

// Finish ends the run in a way; text is the exception or the limit.
func (s *Script) Finish(kind trace.Kind, text string) *trace.Trace {
	s.current = 0
	s.Emit(trace.Event{Kind: kind, Text: s.Text(text)})
	status := map[trace.Kind]trace.Status{
		trace.RunFinished: trace.StatusFinished, trace.RunRaised: trace.StatusRaised,
		trace.RunHung: trace.StatusHung, trace.RunLimit: trace.StatusLimit,
		trace.RunStopped: trace.StatusStopped,
	}[kind]
	return s.rec.Finish(trace.Outcome{Status: status, Text: s.Text(text)})
}

func without(list []trace.TaskID, id trace.TaskID) []trace.TaskID {
	for i, v := range list {
		if v == id {
			return append(list[:i:i], list[i+1:]...)
		}
	}
	return list
}
