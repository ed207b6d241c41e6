package explain

import (
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// finished tells a run that came to its end: quietly, or what went wrong on the way
// without anybody noticing.
func (v *view) finished() {
	c := v.counts()
	v.report.Severity = SeverityWarning
	switch {
	case v.tooManyTaskDone():
	case v.neverRetrieved():
	case c.all == 0:
		v.report.ID, v.report.Severity = NeverAwaits, SeverityQuiet
		v.report.Title = message(words.TitleNeverAwaits)
	default:
		v.report.Severity = SeverityQuiet
		v.quiet(c)
	}
	if c.all > 0 {
		v.summary(c)
	}
}

func (v *view) quiet(c counts) {
	end := words.Time(v.s.Time, v.last)
	q := v.mainQueue()
	switch {
	case c.raised > 0:
		v.report.ID = EndedWithErrors
		v.report.Title = message(words.TitleFinishedErrors, end, words.Count(c.raised))
		v.ended()
		return
	case c.cancelled > 0:
		v.report.ID = FinishedCancelled
	default:
		v.report.ID = Finished
	}
	if q != nil && q.Accounted {
		all := len(q.Items) + len(q.Taken) + len(q.Done)
		v.report.Title = message(words.TitleFinishedItems, end, words.Count(len(q.Done)), words.Count(all))
		return
	}
	v.report.Title = message(words.TitleFinished, end)
}

// summary counts the tasks by their ends.
func (v *view) summary(c counts) {
	if c.done == c.all {
		v.add(reason(-1, message(words.ReasonTasksReturned, words.Count(c.all))))
	} else {
		v.add(reason(-1, message(words.ReasonTasks, words.Count(c.all), words.Count(c.done),
			words.Count(c.cancelled), words.Count(c.raised), words.Count(c.pending))))
	}
	byLoop, mainEnded := 0, false
	first := int32(-1)
	for i := range v.trace.Events {
		v.trace.Breathe(i)
		e := &v.trace.Events[i]
		if e.Kind >= trace.TaskDone && e.Kind <= trace.TaskCancelled && e.Task >= 1 && int(e.Task) <= len(v.trace.Tasks) {
			mainEnded = mainEnded || e.Kind != trace.TaskCancelRequested && v.trace.Tasks[e.Task-1].Parent == 0
		}
		// Before that, what cancels from the loop is a timeout or a task group.
		if e.Kind == trace.TaskCancelRequested && e.Task == 0 && e.Size == 1 && mainEnded {
			byLoop++
			if first < 0 {
				first = int32(i)
			}
		}
	}
	if byLoop > 0 {
		v.add(reason(first, message(words.ReasonRunCancelled, words.Count(byLoop))))
	}
}

// tooManyTaskDone explains tasks that ended because they called task_done() too often.
// The usual case is a finally around get(): the cancellation arrives in get(), no item
// was taken, and the finally calls task_done() all the same.
func (v *view) tooManyTaskDone() bool {
	var reasons []Reason
	interrupted := false
	for i := range v.s.Tasks {
		t, id := &v.s.Tasks[i], trace.TaskID(i+1)
		if t.Phase != trace.PhaseRaised || v.trace.Text(t.Exception) != tooManyText {
			continue
		}
		w := v.waits[i]
		m := message(words.ReasonTooMany, v.task(id), words.Line(t.Line, t.SinceEvent))
		if w.kind == trace.WaitQueueGet && w.thrown {
			interrupted = true
			m = message(words.ReasonInterruptedGet, v.task(id),
				words.Line(w.line, t.SinceEvent), words.Line(t.Line, t.SinceEvent))
		}
		reasons = append(reasons, Reason{Message: m, Event: t.SinceEvent, Task: id, Line: t.Line})
	}
	if len(reasons) == 0 {
		return false
	}
	v.report.ID = TaskDoneTooMany
	v.report.Title = message(words.TitleTooMany, words.Count(len(reasons)), words.Code(tooManyText))
	v.report.Event, v.report.Line = reasons[0].Event, reasons[0].Line
	if len(reasons) > detailsMax {
		more := reason(-1, message(words.ReasonMore, words.Count(len(reasons)-detailsMax)))
		reasons = append(reasons[:detailsMax], more)
	}
	v.add(reasons...)
	v.report.Hint = message(words.HintMarkEach)
	if interrupted {
		v.report.Hint = message(words.HintFinallyAfterGet)
	}
	return true
}

func (v *view) neverRetrieved() bool {
	n := 0
	for i := range v.trace.Events {
		v.trace.Breathe(i)
		e := &v.trace.Events[i]
		if e.Kind != trace.TaskExceptionLost {
			continue
		}
		n++
		t := v.s.Task(e.Target)
		if n > detailsMax || t == nil {
			continue
		}
		r := reason(t.SinceEvent, message(words.ReasonLostException, v.task(e.Target),
			words.Time(t.Since, t.SinceEvent), words.Line(t.Line, t.SinceEvent), v.code(e.Text)))
		r.Task, r.Line = e.Target, t.Line
		if n == 1 {
			v.report.Event, v.report.Line = r.Event, r.Line
		}
		v.add(r)
	}
	if n == 0 {
		return false
	}
	v.report.ID = NeverRetrieved
	v.report.Title = message(words.TitleNeverRetrieved, words.Count(n))
	v.report.Hint = message(words.HintRetrieve)
	return true
}
