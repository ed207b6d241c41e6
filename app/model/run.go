package model

import (
	"slices"
	"sort"
	"strings"

	"asyncplay/runtime/explain"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/trace"
)

// Run is a recorded run with what the panels derive from it once.
type Run struct {
	Trace      *trace.Trace
	Source     string // the program that ran
	Lanes      []trace.Lane
	QueueLanes []trace.QueueLane
	Report     explain.Report
	explainer  *explain.Explainer
	cursor     *trace.Cursor
	console    []int32 // indexes of the events that the console shows
	problems   []int32 // raises, lost items, the hang: where J goes
	blocked    []int32 // ClockBlocked events
	faultHits  map[int32]int
	outcome    Outcome
	lost       map[trace.TaskID]bool // tasks whose exception nobody retrieved

	LockLanes []LockLane
	lockAt    map[trace.ObjectID]int
	arrows    []arrow
	legend    []LegendEntry
	steps     []int32 // TaskStep events
	passes    []int32 // the first event of each iteration of the loop
	peaks     map[trace.ObjectID]int32

	rows     []LaneRow
	rowOf    []int32 // by lane
	groups   []group
	arranged arrangement

	handles     []handle
	handlesMade bool
	bad         map[string]bool // see troubles
	searched    bool
	findings    []remedy.Finding
}

// NewRun derives the views of a trace.
func NewRun(t *trace.Trace, source string) *Run {
	r := &Run{
		Trace:     t,
		Source:    source,
		Lanes:     trace.Lanes(t),
		explainer: explain.New(t),
		Report:    explain.Verdict(t, source),
		cursor:    trace.NewCursor(t),
		faultHits: map[int32]int{},
		outcome:   outcomeOf(t),
		lost:      map[trace.TaskID]bool{},
		lockAt:    map[trace.ObjectID]int{},
		peaks:     map[trace.ObjectID]int32{},
	}
	for _, lane := range trace.QueueLanes(t) {
		if !lane.Internal {
			r.QueueLanes = append(r.QueueLanes, lane)
			r.peaks[lane.Object] = queuePeak(&lane)
		}
	}
	var arrows arrowFinder
	for i := range t.Events {
		e := &t.Events[i]
		t.Breathe(i)
		r.index(int32(i), e)
		r.seePass(int32(i), e)
		arrows.see(r, int32(i), e)
	}
	r.legend = r.findLegend()
	return r
}

// of is the same run of another program: one that does the same on the same lines.
func (r *Run) of(source string) *Run {
	other := *r
	other.Source, other.Report, other.searched, other.findings = source, explain.Verdict(r.Trace, source), false, nil
	return &other
}

// sameTrace reports whether two runs are the same, event by event.
func sameTrace(a, b *trace.Trace) bool {
	return a.Outcome == b.Outcome && slices.Equal(a.Events, b.Events) && slices.Equal(a.Strings, b.Strings) &&
		slices.Equal(a.Tasks, b.Tasks) && slices.Equal(a.Objects, b.Objects)
}

// Prepare derives the views of a trace as NewRun does, and goes through it once, so that every instant is near afterwards.
// With a Pause in the trace it takes its time and the page stays awake.
func Prepare(t *trace.Trace, source string) *Run {
	r := NewRun(t, source)
	r.StateAt(r.Last())
	r.Findings()
	t.Pause = nil
	return r
}

func (r *Run) index(i int32, e *trace.Event) {
	switch e.Kind {
	case trace.TaskStep:
		r.steps = append(r.steps, i)
	case trace.TaskSuspended:
		if e.Wait >= trace.WaitLock && e.Wait <= trace.WaitBarrier {
			r.seeLock(i, e)
		}
	case trace.PrimitiveCreated, trace.PrimitiveAcquired, trace.PrimitiveReleased, trace.PrimitiveSet, trace.PrimitiveCleared, trace.PrimitiveNotified:
		r.seeLock(i, e)
	case trace.Stdout, trace.Stderr:
		r.console = append(r.console, i)
	case trace.RunHung:
		if int(i) == r.Last() { // the loop and the run may both have noted it
			r.problems = append(r.problems, i)
			r.console = append(r.console, i)
		}
	case trace.TaskRaised, trace.RunRaised, trace.RunLimit, trace.QueueTaskDoneError:
		r.problems = append(r.problems, i)
		if e.Kind != trace.QueueTaskDoneError && e.Kind != trace.RunRaised { // its traceback is on stderr
			r.console = append(r.console, i)
		}
	case trace.TaskExceptionLost:
		r.lost[e.Target] = true
	case trace.ClockBlocked:
		r.blocked = append(r.blocked, i)
	case trace.FaultApplied:
		r.faultHits[e.Item]++
	}
}

// Last is the index of the last event, 0 for an empty run.
func (r *Run) Last() int { return max(0, len(r.Trace.Events)-1) }

// EndSeconds is the virtual time at which the run ended.
func (r *Run) EndSeconds() float64 { return axisEnd(r.Trace, AxisTime) }

// Hung reports whether the run ended because nothing could ever happen again.
func (r *Run) Hung() bool { return r.Trace.Outcome.Status == trace.StatusHung }

// StateAt is the state after an event. It is valid until the next call.
func (r *Run) StateAt(event int) *trace.State { return r.cursor.Seek(event) }

// TimeOf is the virtual time of an event.
func (r *Run) TimeOf(event int) float64 {
	if event < 0 || event >= len(r.Trace.Events) {
		return 0
	}
	return r.Trace.Events[event].Time
}

// EventAtTime is the last event at or before a virtual time.
func (r *Run) EventAtTime(seconds float64) int {
	return max(0, r.Trace.IndexAtTime(seconds))
}

// eventAtClock is the event that an instant as the clock shows it speaks of: a problem that it shows the same time for, else
// the last one by then.
func (r *Run) eventAtClock(seconds float64) int {
	const half = 0.0005 // of what the clock's last digit stands for
	for _, problem := range r.problems {
		if t := r.TimeOf(int(problem)); t >= seconds-half && t <= seconds+half {
			return int(problem)
		}
	}
	return r.EventAtTime(seconds + half)
}

// SeekClock puts the playhead on what happened at an instant as the clock shows it.
func (p *Playground) SeekClock(seconds float64) {
	p.moved(func(r *Run) { p.Play.Seek(r, r.eventAtClock(seconds)) })
}

// ConsoleCount is how many lines the console has.
func (r *Run) ConsoleCount() int { return len(r.console) }

// NextProblem is the first problem after an event; it starts over after the last.
func (r *Run) NextProblem(event int) (int, bool) {
	if len(r.problems) == 0 {
		return 0, false
	}
	i := sort.Search(len(r.problems), func(i int) bool { return int(r.problems[i]) > event })
	if i == len(r.problems) {
		i = 0
	}
	return int(r.problems[i]), true
}

// NextOfTask is the nearest event of a task in a direction (+1 or -1).
func (r *Run) NextOfTask(task trace.TaskID, event, direction int) (int, bool) {
	for i := event + direction; i >= 0 && i < len(r.Trace.Events); i += direction {
		if e := &r.Trace.Events[i]; e.Task == task || e.Target == task {
			return i, true
		}
	}
	return 0, false
}

// FaultHits counts how often a fault of the request took effect.
func (r *Run) FaultHits(index int) int { return r.faultHits[int32(index)] }

// Badge is the short name of a task; the loop has none.
func (r *Run) Badge(task trace.TaskID) string { return r.explainer.Badge(task) }

// functionOfUnnamed is the coroutine function of a task that the program gave no name, "" for one that has a name.
func (r *Run) functionOfUnnamed(task trace.TaskID) string {
	number, unnamed := strings.CutPrefix(r.TaskName(task), "Task-")
	if !unnamed || strings.Trim(number, "0123456789") != "" {
		return ""
	}
	qualname := r.Trace.Text(r.Trace.Tasks[task-1].CoroName)
	return qualname[strings.LastIndexByte(qualname, '.')+1:]
}

// TaskName is what sentences call a task.
func (r *Run) TaskName(task trace.TaskID) string { return r.explainer.Name(task) }

// NeverAwaits reports whether the program had nothing that could run beside anything.
func (r *Run) NeverAwaits() bool { return r.Report.ID == explain.NeverAwaits }
