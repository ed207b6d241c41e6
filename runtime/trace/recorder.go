package trace

// Recorder builds a Trace while a run goes on. It belongs to one run and one goroutine.
type Recorder struct {
	trace     Trace
	interned  map[string]StringID
	eventsMax int
}

// NewRecorder returns a recorder that holds at most eventsMax events.
func NewRecorder(eventsMax int) *Recorder {
	return &Recorder{
		trace:     Trace{Strings: []string{""}},
		interned:  map[string]StringID{"": 0},
		eventsMax: eventsMax,
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

// Emit appends an event. When the recorder is full it drops the event; the engine asks
// Full at its checkpoints and ends the run there. The end of the run is always taken.
func (r *Recorder) Emit(e Event) {
	if len(r.trace.Events) >= r.eventsMax && e.Kind < RunFinished {
		return
	}
	r.trace.Events = append(r.trace.Events, e)
}

// Full reports whether the limit on events is reached.
func (r *Recorder) Full() bool { return len(r.trace.Events) >= r.eventsMax }

// Len is the number of events so far.
func (r *Recorder) Len() int { return len(r.trace.Events) }

// Finish ends the recording and hands the trace over.
func (r *Recorder) Finish(o Outcome) *Trace {
	r.trace.Outcome = o
	return &r.trace
}
