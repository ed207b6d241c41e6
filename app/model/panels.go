package model

import (
	"sort"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

func itoa(task trace.TaskID) string { return strconv.Itoa(int(task)) }

func (r *Run) event(i int) *trace.Event {
	if i < 0 || i >= len(r.Trace.Events) {
		return nil
	}
	return &r.Trace.Events[i]
}

// Caption says what the current event did.
func (p *Playground) Caption() explain.Message {
	return p.CaptionAt(p.Play.Event)
}

// LaneLabel is the head of a lane at an instant.
type LaneLabel struct {
	Task     trace.TaskID
	Badge    string
	Name     string
	Function string // what a task runs that has no name but the one asyncio gave it, as Task-2; else ""
	State    string // in words
	Look     Look
	Gone     bool // died or was cancelled
	Selected bool
	Depth    int
	Group    string // the coroutine whose tasks are folded into this row, "" for a task
	Open     bool   // the group is unfolded
}

// LaneLabels are the heads of the rows in a range.
func (p *Playground) LaneLabels(from, to int) []LaneLabel {
	r := p.Run()
	state := r.StateAt(p.Play.Event)
	labels := make([]LaneLabel, 0, to-from)
	for _, row := range r.Rows()[from:to] {
		if row.Group >= 0 {
			labels = append(labels, p.groupLabel(r, row.Group, state))
			continue
		}
		label := p.laneLabel(r, state, r.Lanes[row.Lane].Task)
		label.Depth = row.Depth
		labels = append(labels, label)
	}
	return labels
}

func (p *Playground) laneLabel(r *Run, state *trace.State, task trace.TaskID) LaneLabel {
	t := state.Task(task)
	return LaneLabel{
		Task: task, Badge: r.Badge(task), Name: r.TaskName(task), Function: r.functionOfUnnamed(task), State: StateName(p.Lang, t), Look: TaskLook(t),
		Gone:     t.Phase == trace.PhaseRaised || t.Phase == trace.PhaseCancelled,
		Selected: p.Selected == task,
	}
}

// LegendEntry explains a look that the run uses.
type LegendEntry struct {
	Look  Look
	Label words.Key
	Kind  LegendKind
}

// LegendKind is the shape of a legend's sample.
type LegendKind uint8

const (
	LegendBar LegendKind = iota
	LegendTick
	LegendCap
	LegendDebt
)

// Legend lists what the run's picture holds, nothing else.
func (r *Run) Legend() []LegendEntry { return r.legend }

func (r *Run) findLegend() []LegendEntry {
	seen := map[string]bool{}
	debts := false
	for i := range r.Lanes {
		for j := range r.Lanes[i].Segments {
			seen[segmentLook(&r.Lanes[i].Segments[j]).Name] = true
		}
		if look, _, ok := endLook(r.Lanes[i].End.Kind); ok {
			seen["end "+look.Name] = true
		}
		debts = debts || len(r.Lanes[i].Debts) > 0
	}
	entries := []LegendEntry{{lookRun, words.LegendRuns, LegendTick}}
	for _, bar := range []LegendEntry{
		{lookSleep, words.LegendSleep, LegendBar}, {lookNetwork, words.LegendNetwork, LegendBar}, {lookGet, words.LegendGet, LegendBar},
		{lookPut, words.LegendPut, LegendBar}, {lookJoin, words.LegendJoin, LegendBar}, {lookWait, words.LegendWait, LegendBar}, {lookFuture, words.LegendFuture, LegendBar},
		{lookLock, words.LegendLock, LegendBar}, {lookThread, words.LegendThread, LegendBar},
	} {
		if seen[bar.Look.Name] {
			entries = append(entries, bar)
		}
	}
	for _, end := range []LegendEntry{
		{lookDone, words.LegendDone, LegendCap}, {lookRaised, words.LegendRaised, LegendCap},
		{lookCancelled, words.LegendCancelled, LegendCap},
	} {
		if seen["end "+end.Look.Name] {
			entries = append(entries, end)
		}
	}
	if debts {
		entries = append(entries, LegendEntry{lookRaised, words.LegendOwes, LegendDebt})
	}
	return entries
}

// ConsoleLine is a line of the console.
type ConsoleLine struct {
	Event  int
	Clock  string
	Badge  string
	Task   trace.TaskID
	Text   string
	Error  bool
	Stderr bool
	System bool // said by asyncplay, not by the program
	Future bool // after the playhead
	Now    bool // at the playhead
}

// Console are the lines around the playhead.
func (p *Playground) Console() []ConsoleLine {
	r := p.Run()
	if r == nil {
		return nil
	}
	from, to := around(len(r.console), countUpTo(r.console, p.Play.Event))
	lines := make([]ConsoleLine, 0, to-from)
	for _, i := range r.console[from:to] {
		lines = append(lines, p.consoleLine(r, int(i)))
	}
	return lines
}

func (p *Playground) consoleLine(r *Run, i int) ConsoleLine {
	e := &r.Trace.Events[i]
	line := ConsoleLine{
		Event: i, Clock: FormatClock(e.Time), Badge: r.Badge(e.Task), Task: e.Task, Text: trimNewline(r.Trace.Text(e.Text)),
		Future: i > p.Play.Event, Now: i == p.Play.Event,
	}
	switch e.Kind {
	case trace.Stdout:
	case trace.Stderr:
		line.Stderr = true
	case trace.RunHung:
		line.System, line.Error = true, true
		line.Text = p.Text(words.ConsoleHung)
	case trace.RunLimit:
		line.System, line.Error = true, true
		line.Text = p.Text(words.ConsoleLimit, line.Text)
	default:
		line.Error = true
	}
	return line
}

func trimNewline(s string) string {
	if n := len(s); n > 0 && s[n-1] == '\n' {
		return s[:n-1]
	}
	return s
}

func countUpTo(indexes []int32, event int) int {
	return sort.Search(len(indexes), func(i int) bool { return int(indexes[i]) > event })
}

// listBlock is by how much the range of a list's rows moves at a time: between two moves most rows stay the same.
const listBlock = 20

// around is the range of rows of n that has at in its middle, by blocks.
func around(n, at int) (from, to int) {
	from = max(0, at/listBlock*listBlock-2*listBlock)
	return from, min(n, from+5*listBlock)
}

// TaskRow is a row of the task table.
type TaskRow struct {
	LaneLabel
	Line  int
	Clock string
	Holds []ItemRef
	Note  string // exception or result
}

// ItemRef names an item of a queue.
type ItemRef struct {
	Queue trace.ObjectID
	Item  int32
}

// Tasks are the rows of the task table at the playhead.
func (p *Playground) Tasks() []TaskRow {
	r := p.Run()
	if r == nil {
		return nil
	}
	state := r.StateAt(p.Play.Event)
	from, to := around(len(r.Lanes), p.focusLane(r))
	lanes := r.Lanes[from:to]
	rows := make([]TaskRow, 0, len(lanes))
	for i := range lanes {
		label := p.laneLabel(r, state, lanes[i].Task)
		t := state.Task(label.Task)
		row := TaskRow{LaneLabel: label, Line: int(t.Line), Clock: FormatClock(t.Since)}
		if t.Phase == trace.PhaseRaised {
			row.Note = r.Trace.Text(t.Exception)
			row.State = ExceptionType(row.Note)
		}
		if t.Phase == trace.PhaseDone {
			row.Note = r.Trace.Text(t.Result)
		}
		for _, held := range state.Held(label.Task) {
			row.Holds = append(row.Holds, ItemRef{held.Queue, held.Item})
		}
		rows = append(rows, row)
	}
	return rows
}

// EventRow is a row of the event log.
type EventRow struct {
	Event       int
	Clock       string
	Future, Now bool
}

// The log's rows come in blocks, so that most of them stay the same as the playhead goes from one event to the next.
const (
	eventRowsEachSide = 40
	eventRowsBlock    = 20
)

// Events are the rows of the log around the playhead.
func (p *Playground) Events() []EventRow {
	r := p.Run()
	if r == nil || len(r.Trace.Events) == 0 {
		return nil
	}
	if m := p.matches(r); m != nil {
		return p.filteredEvents(r, m)
	}
	middle := p.Play.Event / eventRowsBlock * eventRowsBlock
	from := max(0, middle-eventRowsEachSide)
	to := min(len(r.Trace.Events), middle+eventRowsBlock+eventRowsEachSide)
	rows := make([]EventRow, 0, to-from)
	for i := from; i < to; i++ {
		rows = append(rows, p.eventRow(r, i))
	}
	return rows
}

// CaptionAt says what an event did, from the state at its own instant.
func (p *Playground) CaptionAt(event int) explain.Message {
	if r := p.Run(); r != nil {
		return r.CaptionAt(event)
	}
	return explain.Message{}
}

// focusLane is the lane that a list of tasks is about: of the selected task, else of the current event's.
func (p *Playground) focusLane(r *Run) int {
	task := p.Selected
	if e := r.event(p.Play.Event); task == 0 && e != nil {
		task = e.Task
	}
	return max(0, int(task)-1)
}
