package asyncio

import (
	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
)

// Estimates of what the objects of this package take, for the limit on memory.
const (
	taskBytes   = 900 // with its context, its place in the queues and in the trace
	handleBytes = 300
	futureBytes = 250
	queueBytes  = 300
	// callbackBytes is the size of a doneCallback.
	callbackBytes = 40
	// queueItemBytes is the size of a queueItem.
	queueItemBytes = 24
)

// visitRoots visits what the loops and threads of the run hold: it is how the measure of
// memory gets from the ready queue to the coroutines of the tasks.
func (s *state) visitRoots(visit func(object.Value)) {
	s.context.traverse(visit)
	if s.policy.IsValid() {
		visit(s.policy)
	}
	for _, k := range s.tasks {
		if !k.done() && !(s.collecting && k.mayBeForgotten()) {
			visit(k.Value())
		}
	}
	for _, l := range s.loops {
		l.visitRoots(visit)
	}
	for _, th := range s.threads {
		th.context.traverse(visit)
		th.job.visitHeld(visit)
	}
	for i := range s.jobs {
		s.jobs[i].visitHeld(visit)
	}
}

func (j *Job) visitHeld(visit func(object.Value)) {
	for _, v := range j.Held {
		visit(v)
	}
}

func (l *Loop) visitRoots(visit func(object.Value)) {
	visit(l.exceptionHandler)
	visit(l.taskFactory)
	visit(l.defaultExecutor)
	visitHandles(l.scheduler.Ready(), visit)
	visitHandles(l.scheduler.Timers(), visit)
	for _, callback := range l.atClose {
		visit(callback)
	}
	if l.sockets != nil {
		l.sockets.visitRoots(visit)
	}
}

func visitHandles(handles []*eventloop.Handle, visit func(object.Value)) {
	for _, h := range handles {
		switch c := h.Callback.(type) {
		case *stepHandle:
			visit(c.task.Value())
		case *Handle:
			visit(c.Value())
		}
	}
}

func init() {
	HandleType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		h, _ := object.AsNative[*Handle](v)
		if h.callback.IsValid() {
			visit(h.callback)
		}
		for _, a := range h.args {
			visit(a)
		}
		h.context.traverse(visit)
	}
}

// SizeBytes implements object.Sizer.
func (k *Task) SizeBytes() int64 { return taskBytes }

// SizeBytes implements object.Sizer.
func (f *Future) SizeBytes() int64 {
	return futureBytes + callbackBytes*int64(cap(f.callbacks))
}

// SizeBytes implements object.Sizer.
func (h *Handle) SizeBytes() int64 { return handleBytes }

// SizeBytes implements object.Sizer.
func (q *Queue) SizeBytes() int64 { return queueBytes + queueItemBytes*int64(cap(q.items)) }
