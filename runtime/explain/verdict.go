package explain

import (
	"strings"

	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// tooManyText is the exception of a task_done() too many, in CPython's words.
const tooManyText = "ValueError: task_done() called too many times"

// detailsMax bounds the details under one reason and the tasks that are listed.
const detailsMax = 24

// Verdict puts the end of a run into words. source is the program, of which a verdict
// quotes lines; it may be empty.
func Verdict(t *trace.Trace, source string) Report { return New(t).Verdict(source) }

// Verdict puts the end of the run into words; see the function of the same name.
func (x *Explainer) Verdict(source string) Report {
	v := x.view(source)
	switch x.trace.Outcome.Status {
	case trace.StatusRaised:
		v.raised()
	case trace.StatusSyntaxError:
		v.syntaxError()
	case trace.StatusHung:
		v.hung()
	case trace.StatusLimit:
		v.limit()
	case trace.StatusStopped:
		v.report.ID, v.report.Severity = Stopped, SeverityWarning
		v.report.Title = message(words.TitleStopped, words.Time(v.s.Time, v.last))
	default:
		v.finished()
	}
	v.facts()
	return v.report
}

// view is a run seen from its end.
type view struct {
	*Explainer
	s      *trace.State
	last   int32 // index of the last event; -1 when there is none
	source []string
	// waits holds each task's last wait and whether the step after it began with an
	// exception thrown in, by TaskID-1.
	waits  []lastWait
	report Report
}

type lastWait struct {
	kind   trace.Wait
	line   int32
	thrown bool
}

func (x *Explainer) view(source string) *view {
	v := &view{
		Explainer: x, s: trace.NewState(x.trace), last: int32(len(x.trace.Events) - 1),
		source: strings.Split(source, "\n"),
		waits:  make([]lastWait, len(x.trace.Tasks)),
		report: Report{Event: -1},
	}
	for i := range x.trace.Events {
		e := &x.trace.Events[i]
		x.trace.Breathe(i)
		v.s.Apply(e)
		if e.Task < 1 || int(e.Task) > len(v.waits) {
			continue
		}
		switch w := &v.waits[e.Task-1]; e.Kind {
		case trace.TaskSuspended:
			*w = lastWait{kind: e.Wait, line: e.Line}
		case trace.TaskStep:
			w.thrown = e.Flags&trace.FlagThrown != 0
		}
	}
	return v
}

func (v *view) add(r ...Reason) { v.report.Reasons = append(v.report.Reasons, r...) }

func (v *view) sourceLine(line int32) string {
	if line < 1 || int(line) > len(v.source) {
		return ""
	}
	return strings.TrimSpace(v.source[line-1])
}

// quote adds the program's own line to a verdict about it.
func (v *view) quote(line int32) {
	if text := v.sourceLine(line); text != "" {
		r := reason(-1, message(words.ReasonSourceLine, words.Code(oneLine(text))))
		r.Line = line
		v.add(r)
	}
}

func (v *view) raised() {
	o := v.trace.Outcome
	v.report.ID, v.report.Severity, v.report.Line = Raised, SeverityError, o.Line
	v.report.Title = message(words.TitleRaised, v.code(o.Text))
	v.report.Event = v.last
	v.report.Hint = moduleHint(v.trace.Text(o.Text))
	for i := len(v.trace.Events) - 1; i >= 0; i-- {
		if e := &v.trace.Events[i]; e.Kind == trace.TaskRaised && e.Text == o.Text {
			r := reason(int32(i), message(words.ReasonRaisedIn, v.task(e.Task),
				words.Line(e.Line, int32(i)), words.Time(e.Time, int32(i))))
			r.Task, r.Line = e.Task, e.Line
			v.report.Event, v.report.Line = int32(i), e.Line
			v.add(r)
			v.quote(e.Line)
			return
		}
	}
	if o.Line > 0 {
		r := reason(v.last, message(words.ReasonRaisedAt, words.Line(o.Line, v.last)))
		r.Line = o.Line
		v.add(r)
		v.quote(o.Line)
	}
}

func (v *view) syntaxError() {
	o := v.trace.Outcome
	v.report.ID, v.report.Severity, v.report.Line = SyntaxError, SeverityError, o.Line
	v.report.Title = message(words.TitleSyntaxError, words.Text(oneLine(v.trace.Text(o.Text))), words.Line(o.Line, -1))
	v.quote(o.Line)
}

// limits are the limits by a word that their messages hold.
var limits = []struct {
	word, name  string
	title, hint words.Key
}{
	{"step", "steps", words.TitleLimitSteps, words.HintRaiseSteps},
	{"memory", "memory", words.TitleLimitMemory, words.HintRaiseMemory},
	{"output", "output", words.TitleLimitOutput, ""},
	{"event", "events", words.TitleLimitEvents, words.HintShorterRun},
	{"integer", "integers", words.TitleLimitIntegers, ""},
}

// limit says which limit ended the run, where the program was and how to raise it.
func (v *view) limit() {
	text := v.trace.Text(v.trace.Outcome.Text)
	at := words.Time(v.s.Time, v.last)
	v.report.ID, v.report.Severity, v.report.Event = LimitHit, SeverityWarning, v.last
	v.report.Title = message(words.TitleLimit, v.text(v.trace.Outcome.Text), at)
	for _, l := range limits {
		if strings.Contains(text, l.word) {
			v.report.Title, v.report.Hint = message(l.title, at), message(l.hint)
			v.report.Facts.Limit = l.name
			break
		}
	}
	if id := v.s.Running; id != 0 {
		t := v.s.Task(id)
		r := reason(v.last, message(words.ReasonStoodAt, v.task(id), words.Line(t.Line, v.last), words.Count(int(t.Steps))))
		r.Task, r.Line = id, t.Line
		v.report.Line = t.Line
		v.add(r)
		v.quote(t.Line)
	}
}

// counts are the tasks of a run by how they ended.
type counts struct{ all, done, raised, cancelled, pending int }

func (v *view) counts() counts {
	var c counts
	for i := range v.s.Tasks {
		if v.trace.Tasks[i].Thread || v.s.Tasks[i].Phase == trace.PhaseNone {
			continue
		}
		c.all++
		switch v.s.Tasks[i].Phase {
		case trace.PhaseDone:
			c.done++
		case trace.PhaseRaised:
			c.raised++
		case trace.PhaseCancelled:
			c.cancelled++
		default:
			c.pending++
		}
	}
	return c
}

func (v *view) facts() {
	c := v.counts()
	f := &v.report.Facts
	f.Time, f.Events, f.Tasks = v.s.Time, len(v.trace.Events), c.all
	f.Done, f.Raised, f.Cancelled, f.Pending = c.done, c.raised, c.cancelled, c.pending
	if f.Queue == 0 {
		if q := v.mainQueue(); q != nil {
			f.Queue = q.Object
		}
	}
	if q := v.s.Queue(f.Queue); q != nil {
		f.Unfinished = int(q.Unfinished)
		if q.Accounted {
			f.Items = itemFacts(v.trace, q)
		}
	}
}

// mainQueue is the first queue of the program's own, one that somebody accounts for if
// there is any.
func (v *view) mainQueue() *trace.QueueState {
	var first *trace.QueueState
	for i := range v.s.Queues {
		q := &v.s.Queues[i]
		if v.trace.Objects[q.Object-1].Internal {
			continue
		}
		if q.Accounted {
			return q
		}
		if first == nil {
			first = q
		}
	}
	return first
}
