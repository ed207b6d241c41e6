package trace

import (
	"io"
	"strconv"
)

// WriteChrome writes the run in Chrome's trace-event format (JSON object form), which
// Perfetto and chrome://tracing open. Lanes are threads of one process, waits are
// complete events, queue counters are counters, output and faults are instants. Virtual
// seconds become microseconds.
func WriteChrome(out io.Writer, t *Trace) error {
	c := &chromeWriter{out: out, trace: t}
	c.w.buf = append(c.w.buf, `{"displayTimeUnit":"ms","traceEvents":[`...)
	c.names()
	for i, lane := range Lanes(t) {
		c.lane(i+1, &lane)
	}
	for i, lane := range QueueLanes(t) {
		if !lane.Internal {
			c.counters("queue "+strconv.Itoa(i+1), &lane)
		}
	}
	for i := range t.Events {
		c.instant(&t.Events[i])
	}
	c.w.buf = append(c.w.buf, "\n]}\n"...)
	c.flush(0)
	return c.err
}

type chromeWriter struct {
	out   io.Writer
	trace *Trace
	w     jsonWriter
	some  bool
	err   error
}

func (c *chromeWriter) flush(atLeast int) {
	if c.err == nil && len(c.w.buf) >= atLeast {
		_, c.err = c.out.Write(c.w.buf)
		c.w.buf = c.w.buf[:0]
	}
}

// begin opens an event with what all events have. Thread 0 is code outside any task.
func (c *chromeWriter) begin(phase, name string, thread int, seconds float64) {
	c.flush(flushBytes)
	if c.some {
		c.w.buf = append(c.w.buf, ',')
	}
	c.some = true
	c.w.buf = append(c.w.buf, '\n')
	c.w.open()
	c.w.text("ph", phase)
	c.w.text("name", name)
	c.w.int("pid", 1)
	c.w.int("tid", int64(thread))
	c.w.float("ts", seconds*1e6)
}

func (c *chromeWriter) args() {
	c.w.key("args")
	c.w.open()
}

func (c *chromeWriter) end() {
	c.w.close()
	c.w.close()
}

func (c *chromeWriter) metadata(name string, thread int, value string) {
	c.begin("M", name, thread, 0)
	c.args()
	c.w.text("name", value)
	c.end()
}

func (c *chromeWriter) names() {
	c.metadata("process_name", 0, "asyncio, virtual time")
	c.metadata("thread_name", 0, "event loop")
	for i, name := range DisplayNames(c.trace) {
		c.metadata("thread_name", i+1, name)
		c.begin("M", "thread_sort_index", i+1, 0)
		c.args()
		c.w.int("sort_index", int64(i+1))
		c.end()
	}
}

func (c *chromeWriter) lane(thread int, lane *Lane) {
	for i := range lane.Segments {
		s := &lane.Segments[i]
		if s.End <= s.Start {
			continue
		}
		c.begin("X", s.StateName(), thread, s.Start)
		c.w.float("dur", (s.End-s.Start)*1e6)
		c.args()
		c.w.int("line", int64(s.Line))
		if s.Item != 0 {
			c.w.int("item", int64(s.Item))
		}
		if s.Text != 0 {
			c.w.text("text", c.trace.Text(s.Text))
		}
		c.end()
	}
	for i := range lane.Steps {
		s := &lane.Steps[i]
		c.begin("X", "step", thread, s.Start)
		c.w.float("dur", (s.End-s.Start)*1e6)
		c.args()
		c.w.int("line", int64(s.Line))
		c.end()
	}
}

func (c *chromeWriter) counters(name string, lane *QueueLane) {
	for _, p := range lane.Points {
		c.begin("C", name, 0, p.Time)
		c.args()
		c.w.int("size", int64(p.Size))
		c.w.int("unfinished", int64(p.Unfinished))
		c.end()
	}
}

// instant writes the events that are moments rather than spans.
func (c *chromeWriter) instant(e *Event) {
	switch {
	case e.Kind == TaskDone, e.Kind == TaskRaised, e.Kind == TaskCancelled, e.Kind == TaskCancelRequested,
		e.Kind == TaskExceptionLost, e.Kind == QueueTaskDoneError, e.Kind == Stdout, e.Kind == Stderr,
		e.Kind == FaultApplied, e.Kind >= RunFinished:
	default:
		return
	}
	c.begin("i", e.Kind.String(), int(e.Task), e.Time)
	c.w.text("s", "t")
	c.args()
	c.w.int("line", int64(e.Line))
	if e.Text != 0 {
		c.w.text("text", c.trace.Text(e.Text))
	}
	c.end()
}
