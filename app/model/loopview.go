package model

import (
	"math"
	"sort"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

// LoopView is the event loop at the playhead: what runs, what is ready in the order in which it will run, which timers are set.
type LoopView struct {
	Iteration int
	Clock     string
	Running   *LoopRow // nil: no task is in a step
	Ready     []LoopRow
	Timers    []TimerRow
	// ReadyCount and TimerCount count all; the rows may be cut.
	ReadyCount, TimerCount int
}

// LoopRow is an entry of the ready queue, or what was taken from it last.
type LoopRow struct {
	Task     BadgeView // Task 0: a callback
	Callback string
	Since    int // the event that put it into the queue
	Clock    string
	Deadline bool            // it is the deadline of its sleep that put it there
	Cause    explain.Message // what that event did
}

// TimerRow is an entry of the heap of timers.
type TimerRow struct {
	Task     BadgeView
	Callback string
	Clock    string // deadline
	Timeout  bool   // of wait_for or timeout: it cancels the wait
	Due      bool   // its deadline has come
}

const loopRowsMax = 40

// handle is a callback or timer of the program from the event that set it to the one that ran or cancelled it.
type handle struct {
	set, end int32 // end: after the last event when it never ran
	until    float64
	timer    bool
	text     trace.StringID
}

// handles lists the run's callbacks and timers; it is made when it is asked for first.
func (r *Run) handleList() []handle {
	if r.handlesMade {
		return r.handles
	}
	r.handlesMade = true
	open := map[trace.ObjectID]int{}
	for i := range r.Trace.Events {
		e := &r.Trace.Events[i]
		switch e.Kind {
		case trace.CallbackScheduled, trace.TimerSet:
			open[e.Object] = len(r.handles)
			r.handles = append(r.handles, handle{
				set: int32(i), end: math.MaxInt32, until: e.Until, timer: e.Kind == trace.TimerSet, text: e.Text,
			})
		case trace.CallbackRun, trace.TimerFired, trace.TimerCancelled:
			if at, ok := open[e.Object]; ok {
				r.handles[at].end = int32(i)
				delete(open, e.Object)
			}
		}
	}
	return r.handles
}

// nextStep is the event at which a task steps next, after the last event when it never does.
func (r *Run) nextStep(task trace.TaskID, event int) int32 {
	if task < 1 || int(task) > len(r.Lanes) {
		return math.MaxInt32
	}
	steps := r.Lanes[task-1].Steps
	i := sort.Search(len(steps), func(i int) bool { return int(steps[i].StartEvent) > event })
	if i == len(steps) {
		return math.MaxInt32
	}
	return steps[i].StartEvent
}

// LoopView derives the loop's state. The order of the ready queue is not recorded, and need not be: the loop takes first
// what came first, so the steps to come tell it.
func (p *Playground) LoopView() *LoopView {
	r := p.Run()
	if r == nil || len(r.Trace.Events) == 0 {
		return nil
	}
	event := p.Play.Event
	state := r.StateAt(event)
	v := &LoopView{Iteration: int(state.Iteration), Clock: FormatClock(state.Time)}
	type entry struct {
		next int32
		row  LoopRow
	}
	type timer struct {
		until float64
		set   int32
		row   TimerRow
	}
	var ready []entry
	var timers []timer
	for i := range state.Tasks {
		t, id := &state.Tasks[i], trace.TaskID(i+1)
		due := t.Until > 0 && t.Until <= state.Time+1e-9
		switch {
		case t.Phase == trace.PhaseReady, t.Phase == trace.PhaseCreated:
			ready = append(ready, entry{r.nextStep(id, event), LoopRow{Task: BadgeView{Task: id}, Since: int(t.SinceEvent), Clock: FormatClock(t.Since)}})
		case t.Phase == trace.PhaseSuspended && t.Wait == trace.WaitSleep && due:
			ready = append(ready, entry{r.nextStep(id, event), LoopRow{Task: BadgeView{Task: id}, Since: int(t.SinceEvent), Clock: FormatClock(t.Until), Deadline: true}})
		case t.Phase == trace.PhaseSuspended && t.Until > 0 && !math.IsInf(t.Until, 0) && (t.Wait == trace.WaitSleep || t.Timeout):
			timers = append(timers, timer{t.Until, t.SinceEvent, TimerRow{Task: BadgeView{Task: id}, Clock: FormatClock(t.Until), Timeout: t.Wait != trace.WaitSleep, Due: due}})
		}
	}
	for _, h := range r.handleList() {
		if int(h.set) > event {
			break
		}
		if int(h.end) <= event {
			continue
		}
		if h.timer {
			timers = append(timers, timer{h.until, h.set, TimerRow{Callback: r.Trace.Text(h.text), Clock: FormatClock(h.until), Due: h.until <= state.Time}})
		} else {
			ready = append(ready, entry{h.end, LoopRow{Callback: r.Trace.Text(h.text), Since: int(h.set), Clock: FormatClock(r.TimeOf(int(h.set)))}})
		}
	}
	sort.SliceStable(ready, func(i, j int) bool { return ready[i].next < ready[j].next })
	sort.SliceStable(timers, func(i, j int) bool {
		a, b := &timers[i], &timers[j]
		return a.until < b.until || a.until == b.until && a.set < b.set
	})
	v.ReadyCount, v.TimerCount = len(ready), len(timers)
	for i := range ready[:min(len(ready), loopRowsMax)] {
		v.Ready = append(v.Ready, ready[i].row)
	}
	for i := range timers[:min(len(timers), loopRowsMax)] {
		row := timers[i].row
		row.Task = p.badgeOrNone(row.Task.Task)
		v.Timers = append(v.Timers, row)
	}
	if id := state.Running; id > 0 {
		v.Running = p.runningRow(r, id, event)
	}
	for i := range v.Ready {
		p.explainRow(r, &v.Ready[i])
	}
	return v
}

func (p *Playground) badgeOrNone(task trace.TaskID) BadgeView {
	if task == 0 {
		return BadgeView{}
	}
	return p.Badge(task)
}

// runningRow tells how the running task came into the queue, from the state right before its step.
func (p *Playground) runningRow(r *Run, task trace.TaskID, event int) *LoopRow {
	row := &LoopRow{Task: BadgeView{Task: task}, Since: -1}
	steps := r.Lanes[task-1].Steps
	i := sort.Search(len(steps), func(i int) bool { return int(steps[i].StartEvent) > event }) - 1
	if i < 0 {
		return row
	}
	if t := r.StateAt(int(steps[i].StartEvent) - 1).Task(task); t != nil {
		row.Since, row.Clock = int(t.SinceEvent), FormatClock(t.Since)
		if t.Phase == trace.PhaseSuspended && t.Wait == trace.WaitSleep {
			row.Deadline, row.Clock = true, FormatClock(t.Until)
		}
	}
	p.explainRow(r, row)
	return row
}

func (p *Playground) explainRow(r *Run, row *LoopRow) {
	if !row.Deadline && row.Since >= 0 {
		row.Cause = r.CaptionAt(row.Since)
	}
	row.Task = p.badgeOrNone(row.Task.Task)
}

// Why says why the first in line comes before the second, when there are two: a sentence with the two names and the two
// events or times that decide.
func (v *LoopView) Why() (word words.Key, args []string, ok bool) {
	queue := make([]*LoopRow, 0, 3)
	if v.Running != nil {
		queue = append(queue, v.Running)
	}
	for i := range v.Ready[:min(2, len(v.Ready))] {
		queue = append(queue, &v.Ready[i])
	}
	if len(queue) < 2 || queue[0].Since < 0 {
		return 0, nil, false
	}
	a, b := queue[0], queue[1]
	args = []string{a.label(), b.label(), strconv.Itoa(a.Since + 1), strconv.Itoa(b.Since + 1)}
	switch {
	case a.Deadline && b.Deadline && a.Clock == b.Clock:
		return words.LoopBeforeSet, args, true
	case a.Deadline && b.Deadline:
		return words.LoopBeforeDue, []string{args[0], args[1], a.Clock, b.Clock}, true
	case a.Deadline || b.Deadline:
		return 0, nil, false
	case a.Since == b.Since:
		return words.LoopBeforeSame, args, true
	}
	return words.LoopBefore, args, a.Since < b.Since
}

func (row *LoopRow) label() string {
	if row.Task.Task == 0 {
		return row.Callback
	}
	return row.Task.Name
}
