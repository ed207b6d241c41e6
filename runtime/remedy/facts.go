package remedy

import (
	"slices"
	"strings"

	"asyncplay/runtime/trace"
)

// facts are what one reading of a recording gathers for all mistakes.
type facts struct {
	trace *trace.Trace
	tasks []taskFacts // by TaskID-1
	// warnings are the coroutines that were never awaited, by name and line.
	warnings []warning
	// blocked are the blocking calls in tasks while others lived.
	blocked []blockedCall
	// acquired is where each lock was last taken, by whom.
	acquired map[trace.ObjectID]holder
	// takers are the tasks that took from each queue, in the order of their first get().
	takers map[trace.ObjectID][]trace.TaskID
	// swallowed are the cancellations after which a task went on.
	swallowed []swallowedCancel
	printed   []int32 // Stdout events that show a coroutine object
}

type taskFacts struct {
	end      trace.Kind // KindInvalid while it lives
	endEvent int32
	endLine  int32
	endText  string
	wait     trace.Wait // its last wait
	waitLine int32
	object   trace.ObjectID
	target   trace.TaskID
	thrown   bool // the step after the wait began with an exception
	getLine  int32
	// cancelPending: a request was accepted and has not been thrown in yet; atEnd: it came when main had returned.
	cancelPending bool
	atEnd         bool
	caughtLine    int32 // line at which a CancelledError was thrown in, 0 when it has been dealt with
	caughtEvent   int32
}

type warning struct {
	name  string
	line  int32
	event int32
}

type blockedCall struct {
	task  trace.TaskID
	line  int32
	event int32
	until float64
	from  float64
}

type holder struct {
	task trace.TaskID
	line int32
}

type swallowedCancel struct {
	task  trace.TaskID
	line  int32 // where the CancelledError was thrown in
	next  int32 // where the task waits next
	event int32
}

const neverAwaitedText = "' was never awaited"

func gather(t *trace.Trace) *facts {
	f := &facts{
		trace: t, tasks: make([]taskFacts, len(t.Tasks)),
		acquired: map[trace.ObjectID]holder{}, takers: map[trace.ObjectID][]trace.TaskID{},
	}
	alive := 0
	for i := range t.Events {
		t.Breathe(i)
		e := &t.Events[i]
		switch e.Kind {
		case trace.TaskCreated:
			alive++
		case trace.TaskDone, trace.TaskRaised, trace.TaskCancelled:
			alive--
		case trace.Stderr:
			f.warningIn(t.Text(e.Text), int32(i))
		case trace.Stdout:
			if strings.Contains(t.Text(e.Text), "<coroutine object ") {
				f.printed = append(f.printed, int32(i))
			}
		case trace.ClockBlocked:
			if e.Task >= 1 && int(e.Task) <= len(t.Tasks) && !t.Tasks[e.Task-1].Thread && alive > 1 {
				f.blocked = append(f.blocked, blockedCall{e.Task, e.Line, int32(i), e.Until, e.Time})
			}
		case trace.TaskCancelRequested:
			if target := f.of(e.Target); target != nil && e.Size == 1 {
				target.cancelPending = true
				target.atEnd = e.Task == 0 && len(f.tasks) > 0 && f.tasks[0].end == trace.TaskDone
			}
		}
		if task := f.of(e.Task); task != nil {
			f.ofTask(task, e, int32(i))
		}
	}
	return f
}

func (f *facts) of(id trace.TaskID) *taskFacts {
	if id < 1 || int(id) > len(f.tasks) {
		return nil
	}
	return &f.tasks[id-1]
}

func (f *facts) ofTask(task *taskFacts, e *trace.Event, i int32) {
	switch e.Kind {
	case trace.TaskStep:
		task.thrown = e.Flags&trace.FlagThrown != 0
		if task.thrown && task.cancelPending && strings.HasPrefix(f.trace.Text(e.Text), "CancelledError") {
			task.caughtLine, task.caughtEvent, task.cancelPending = e.Line, i, false
		}
	case trace.TaskSuspended:
		if task.caughtLine > 0 && e.Line > 0 {
			f.swallowed = append(f.swallowed, swallowedCancel{task: e.Task, line: task.caughtLine, next: e.Line, event: task.caughtEvent})
			task.caughtLine = 0
		}
		task.wait, task.waitLine, task.object, task.target, task.thrown = e.Wait, e.Line, e.Object, e.Target, false
	case trace.TaskDone, trace.TaskRaised, trace.TaskCancelled:
		task.end, task.endEvent, task.endLine, task.endText = e.Kind, i, e.Line, f.trace.Text(e.Text)
		task.caughtLine = 0
	case trace.QueueGet:
		if !slices.Contains(f.takers[e.Object], e.Task) {
			f.takers[e.Object] = append(f.takers[e.Object], e.Task)
		}
		task.getLine = e.Line
	case trace.PrimitiveAcquired:
		f.acquired[e.Object] = holder{e.Task, e.Line}
	}
}

// warningIn reads CPython's warning of a coroutine that was dropped: file:LINE: RuntimeWarning: coroutine 'NAME' was never awaited.
func (f *facts) warningIn(text string, event int32) {
	before, _, found := strings.Cut(text, neverAwaitedText)
	if !found {
		return
	}
	_, name, found := cutLast(before, "RuntimeWarning: coroutine '")
	if !found {
		return
	}
	_, name, _ = cutLast("."+name, ".")
	f.warnings = append(f.warnings, warning{name: name, line: f.trace.Events[event].Line, event: event})
}

// cutLast is strings.Cut at the last place of sep.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
