// Package eventtext writes a run's events as testdata/record_events.py writes those of CPython, for tests that
// compare the order of events.
package eventtext

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime/trace"
)

// OrderCancels puts runs of cancel requests in one order: where one cancel() makes others, CPython's tracer reports the
// innermost first and ours the outermost.
func OrderCancels(lines []string) {
	isCancel := func(line string) bool { return strings.Contains(line, " cancel ") }
	for i := 0; i < len(lines); i++ {
		end := i
		for end < len(lines) && isCancel(lines[end]) {
			end++
		}
		slices.Sort(lines[i:end])
		i = max(i, end-1)
	}
}

// Lines gives the events that are compared in the words of the recording.
func Lines(tr *trace.Trace) []string {
	d := describer{trace: tr, names: make([]string, len(tr.Tasks)+1)}
	d.names[0] = "-"
	for i, task := range tr.Tasks {
		d.names[i+1] = tr.Text(task.Name)
		if task.Thread {
			d.names[i+1] = "-" // the oracle knows tasks only
		}
	}
	for _, e := range tr.Events {
		d.add(e)
	}
	return d.lines
}

type describer struct {
	trace *trace.Trace
	names []string
	lines []string
	// printed is the text of the last line, if it is one of stdout, and its head.
	printed, printedHead string
}

func (d *describer) add(e trace.Event) {
	head := strconv.FormatFloat(e.Time, 'g', 9, 64) + " " + d.names[e.Task] + " "
	if e.Kind == trace.Stdout {
		if d.printedHead == head {
			d.lines = d.lines[:len(d.lines)-1]
		} else {
			d.printed = ""
		}
		d.printed, d.printedHead = d.printed+d.trace.Text(e.Text), head
		d.lines = append(d.lines, head+"stdout "+quoted(d.printed))
		return
	}
	words := d.describe(e)
	if words == "" || d.inThread(e) && e.Kind != trace.TaskCreated || e.Flags&trace.FlagInternal != 0 && e.Kind != trace.TaskSuspended {
		return
	}
	d.printedHead = ""
	d.lines = append(d.lines, head+words)
}

// inThread reports whether an event is a simulated thread's own.
func (d *describer) inThread(e trace.Event) bool {
	return e.Task > 0 && d.trace.Tasks[e.Task-1].Thread
}

func (d *describer) describe(e trace.Event) string {
	number := func(n int32) string { return strconv.Itoa(int(n)) }
	counts := func(kind string) string { return kind + " " + number(e.Size) + " " + number(e.Unfinished) }
	text := d.trace.Text(e.Text)
	switch e.Kind {
	case trace.TaskCreated:
		return "created " + text
	case trace.TaskNamed:
		d.names[e.Target] = text
	case trace.TaskStep:
		if e.Flags&trace.FlagThrown != 0 {
			name, _, _ := strings.Cut(text, ":")
			return "step throw " + name
		}
		return "step"
	case trace.TaskSuspended:
		return "suspend " + number(e.Line)
	case trace.TaskDone:
		return "done result"
	case trace.TaskRaised:
		return "done exception"
	case trace.TaskCancelled:
		return "done cancelled"
	case trace.TaskCancelRequested:
		return "cancel " + d.names[e.Target] + " " + number(e.Size)
	case trace.QueuePut:
		return counts("queue_put")
	case trace.QueueGet:
		return counts("queue_get")
	case trace.QueueTaskDone:
		return counts("queue_task_done")
	case trace.QueueJoined:
		return counts("queue_join")
	case trace.ClockBlocked:
		return "blocked " + strconv.FormatFloat(e.Until-e.Time, 'g', 9, 64)
	case trace.PrimitiveAcquired, trace.PrimitiveReleased, trace.PrimitiveSet:
		return d.describePrimitive(e)
	}
	return ""
}

func (d *describer) describePrimitive(e trace.Event) string {
	verb := map[trace.Kind]string{trace.PrimitiveAcquired: "_acquire", trace.PrimitiveReleased: "_release", trace.PrimitiveSet: "_set"}[e.Kind]
	switch d.trace.Text(d.trace.Objects[e.Object-1].Type) {
	case "Lock":
		return "lock" + verb
	case "Event":
		return "event" + verb
	case "Semaphore", "BoundedSemaphore":
		return "sem" + verb + " " + strconv.Itoa(int(e.Size))
	}
	return ""
}

// quoted is the text as Python's json.dumps writes it.
func quoted(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	// A string can always be encoded.
	_ = encoder.Encode(text)
	return strings.TrimSuffix(b.String(), "\n")
}
