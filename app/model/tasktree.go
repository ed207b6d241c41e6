package model

import (
	"slices"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// TreeRow is a task in the tree of who created whom.
type TreeRow struct {
	TaskRow
	Depth int
	Code  string // the line of the program where it stands
	On    []BadgeView
	Waits string // what it waits for, in words
	Ended string // result or exception
	Fate  Fate   // of the exception
}

// Fate is what became of a task's exception.
type Fate uint8

const (
	FateNone Fate = iota
	FateRetrieved
	FateLost // nobody has retrieved it
)

const treeDepthMax = 12

// TaskTree are the tasks that exist at the playhead, children under their creators.
func (p *Playground) TaskTree() []TreeRow {
	r := p.Run()
	if r == nil {
		return nil
	}
	state := r.StateAt(p.Play.Event)
	children := map[trace.TaskID][]trace.TaskID{}
	for i := range state.Tasks {
		if state.Tasks[i].Phase == trace.PhaseNone {
			continue
		}
		parent := r.Trace.Tasks[i].Parent
		if parent < 0 || int(parent) > i { // a creator comes before what it creates
			parent = 0
		}
		children[parent] = append(children[parent], trace.TaskID(i+1))
	}
	lines := strings.Split(r.Source, "\n")
	var rows []TreeRow
	var walk func(id trace.TaskID, depth int)
	walk = func(id trace.TaskID, depth int) {
		for _, child := range children[id] {
			rows = append(rows, TreeRow{TaskRow: TaskRow{LaneLabel: LaneLabel{Task: child}}, Depth: min(depth, treeDepthMax)})
			walk(child, depth+1)
		}
	}
	walk(0, 0)
	if at := slices.IndexFunc(rows, func(row TreeRow) bool { return int(row.Task) == p.focusLane(r)+1 }); len(rows) > 5*listBlock {
		from, to := around(len(rows), max(0, at))
		rows = rows[from:to]
	}
	for i := range rows {
		p.fillRow(r, state, &rows[i], lines)
	}
	return rows
}

// fillRow says what a task of the tree does.
func (p *Playground) fillRow(r *Run, state *trace.State, row *TreeRow, lines []string) {
	id := row.Task
	t := state.Task(id)
	b := p.Badge(id)
	row.TaskRow = TaskRow{
		LaneLabel: LaneLabel{Task: id, Badge: b.Badge, Name: b.Name, State: b.State, Look: b.Look, Selected: p.Selected == id,
			Gone: t.Phase == trace.PhaseRaised || t.Phase == trace.PhaseCancelled},
		Line: int(t.Line), Clock: FormatClock(t.Since),
	}
	if n := row.Line; n > 0 && n <= len(lines) && !t.Phase.Ended() {
		row.Code = strings.TrimSpace(lines[n-1])
	}
	for _, held := range state.Held(id) {
		row.Holds = append(row.Holds, ItemRef{held.Queue, held.Item})
	}
	switch t.Phase {
	case trace.PhaseDone:
		row.Ended = r.Trace.Text(t.Result)
	case trace.PhaseRaised:
		row.Ended = r.Trace.Text(t.Exception)
		row.Fate = r.fate(id)
	case trace.PhaseSuspended:
		p.waitsOn(row, state, t)
	}
}

// waitsOn says on whom a suspended task waits: the task it awaits, who holds the lock, who could put or mark items.
func (p *Playground) waitsOn(row *TreeRow, state *trace.State, t *trace.TaskState) {
	switch t.Wait {
	case trace.WaitTask, trace.WaitThread:
		row.On = p.badges([]trace.TaskID{t.Target})
	case trace.WaitLock, trace.WaitSemaphore:
		if s := state.Primitive(t.Object); s != nil {
			row.On = p.badges(s.Holders)
		}
	case trace.WaitQueueJoin:
		if q := state.Queue(t.Object); q != nil {
			for _, item := range q.Taken {
				if item.By > 0 && len(row.On) < chipsMax {
					row.On = append(row.On, p.Badge(item.By))
				}
			}
		}
	case trace.WaitGather, trace.WaitTaskGroup, trace.WaitAny:
		row.Waits = p.Text(words.TreeLeft, itoa(trace.TaskID(t.Size)))
	case trace.WaitSleep:
		row.Waits = p.Text(words.TreeUntil, FormatClock(t.Until))
	}
}

// fate says whether somebody retrieved a task's exception, as far as the record shows: loss is logged, so a run that came to
// its end without a loss has retrieved it.
func (r *Run) fate(task trace.TaskID) Fate {
	switch status := r.Trace.Outcome.Status; {
	case r.lost[task]:
		return FateLost
	case status == trace.StatusFinished, status == trace.StatusRaised:
		return FateRetrieved
	}
	return FateNone
}
