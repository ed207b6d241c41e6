package trace

import "io"

// flushBytes is how much an export gathers before it writes.
const flushBytes = 1 << 16

// WriteJSONLines writes an object per event: "t" (virtual seconds), "iteration",
// "task" (name; null for code outside any task), "ev", "line", and what else the event
// holds. Tasks go by their names, with "task_id" for the identity.
func WriteJSONLines(out io.Writer, t *Trace) error {
	var w jsonWriter
	for i := range t.Events {
		t.jsonEvent(&w, &t.Events[i])
		w.buf = append(w.buf, '\n')
		if len(w.buf) >= flushBytes {
			if _, err := out.Write(w.buf); err != nil {
				return err
			}
			w.buf = w.buf[:0]
		}
	}
	_, err := out.Write(w.buf)
	return err
}

func (t *Trace) jsonEvent(w *jsonWriter, e *Event) {
	w.open()
	w.float("t", e.Time)
	w.int("iteration", int64(e.Iteration))
	if e.Task == 0 {
		w.key("task")
		w.buf = append(w.buf, "null"...)
	} else {
		w.text("task", t.taskName(e.Task))
		w.int("task_id", int64(e.Task))
	}
	w.text("ev", e.Kind.String())
	w.int("line", int64(e.Line))
	if e.Kind == TaskSuspended {
		w.text("wait", e.Wait.String())
	}
	if e.Target != 0 {
		w.text("target", t.taskName(e.Target))
		w.int("target_id", int64(e.Target))
	}
	if e.Until != 0 {
		w.float("until", e.Until)
	}
	if e.Object != 0 {
		w.int("object", int64(e.Object))
	}
	if e.Item != 0 {
		name := "item"
		if e.Kind < FutureCreated {
			name = "finally_line"
		}
		w.int(name, int64(e.Item))
	}
	switch {
	case e.Kind >= QueueCreated && e.Kind <= QueueShutdown:
		w.int("size", int64(e.Size))
		w.int("unfinished", int64(e.Unfinished))
		w.int("getters", int64(e.Getters))
		w.int("putters", int64(e.Putters))
	case e.Kind >= PrimitiveCreated && e.Kind <= PrimitiveNotified:
		w.int("value", int64(e.Size))
		w.int("waiters", int64(e.Getters))
	case e.Size != 0:
		w.int("size", int64(e.Size))
	}
	if e.Text != 0 {
		w.text("text", t.Text(e.Text))
	}
	for _, f := range flagNames {
		if e.Flags&f.flag != 0 {
			w.key(f.name)
			w.buf = append(w.buf, "true"...)
		}
	}
	w.close()
}

var flagNames = [...]struct {
	flag Flags
	name string
}{
	{FlagInternal, "internal"},
	{FlagThrown, "thrown"},
	{FlagFaulty, "faulty"},
	{FlagTimeout, "timeout"},
}
