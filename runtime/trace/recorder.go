package trace

import "slices"

// Recorder builds a Trace while a run goes on. It belongs to one run and one goroutine.
type Recorder struct {
	trace     Trace
	interned  map[string]StringID
	eventsMax int
	// blocks hold the events before those of trace.Events: a single slice would be copied whole each time that it grows.
	blocks [][]Event
	length int // events so far
	// watched is the index of the event after which onWatched is called, -1 for none.
	watched   int
	onWatched func()
}

// blockEvents is how many events a block holds.
const blockEvents = 1 << 13

// NewRecorder returns a recorder that holds at most eventsMax events.
func NewRecorder(eventsMax int) *Recorder {
	return &Recorder{
		trace:     Trace{Strings: []string{""}},
		interned:  map[string]StringID{"": 0},
		eventsMax: eventsMax,
		watched:   -1,
	}
}

// Intern returns the index of s in the string table, adding it when new.
func (r *Recorder) Intern(s string) StringID {
	if id, ok := r.interned[s]; ok {
		return id
	}
	id := StringID(len(r.trace.Strings))
	r.trace.Strings = append(r.trace.Strings, s)
	r.interned[s] = id
	return id
}

// NewTask adds a task or thread lane and returns its ID.
func (r *Recorder) NewTask(info TaskInfo) TaskID {
	r.trace.Tasks = append(r.trace.Tasks, info)
	return TaskID(len(r.trace.Tasks))
}

// NewObject adds an object and returns its ID.
func (r *Recorder) NewObject(info ObjectInfo) ObjectID {
	r.trace.Objects = append(r.trace.Objects, info)
	return ObjectID(len(r.trace.Objects))
}

// EachObject calls a function for each object so far, in order, which may change it.
func (r *Recorder) EachObject(do func(info *ObjectInfo, typeName string)) {
	for i := range r.trace.Objects {
		o := &r.trace.Objects[i]
		do(o, r.trace.Text(o.Type))
	}
}

// Emit appends an event. When the recorder is full it drops the event; the engine asks
// Full at its checkpoints and ends the run there. The end of the run is always taken.
func (r *Recorder) Emit(e Event) {
	if r.length >= r.eventsMax && e.Kind < RunFinished {
		return
	}
	if len(r.trace.Events) == blockEvents {
		r.blocks = append(r.blocks, r.trace.Events)
		r.trace.Events = make([]Event, 0, blockEvents)
	}
	r.trace.Events = append(r.trace.Events, e)
	r.length++
	if r.length-1 == r.watched {
		r.watched = -1
		r.onWatched()
	}
}

// awaitedMax bounds Trace.Awaited. A task that is left out stands under its creator, where it is drawn by default.
const awaitedMax = 1 << 16

// Awaits notes a task that a suspension, the event recorded last, is for, unless the waiting task has created it.
func (r *Recorder) Awaits(waiting, task TaskID) {
	n := len(r.trace.Events)
	if n == 0 || task < 1 || len(r.trace.Awaited) == awaitedMax {
		return
	}
	if e := &r.trace.Events[n-1]; e.Kind == TaskSuspended && e.Task == waiting && r.trace.Tasks[task-1].Parent != waiting && task != waiting {
		r.trace.Awaited = append(r.trace.Awaited, Awaited{Event: int32(r.length - 1), Task: task})
	}
}

// Watch calls a function once, right after the event with an index has been recorded.
func (r *Recorder) Watch(index int, do func()) { r.watched, r.onWatched = index, do }

// Full reports whether the limit on events is reached.
func (r *Recorder) Full() bool { return r.length >= r.eventsMax }

// Len is the number of events so far.
func (r *Recorder) Len() int { return r.length }

// Finish ends the recording and hands the trace over.
func (r *Recorder) Finish(o Outcome) *Trace {
	r.trace.Outcome = o
	if len(r.blocks) > 0 {
		r.trace.Events = slices.Concat(append(r.blocks, r.trace.Events)...)
		r.blocks = nil
	}
	return &r.trace
}
