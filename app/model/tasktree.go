package model

import (
	"slices"
	"sort"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// TreeRow is a task in the tree of who waits for whom.
type TreeRow struct {
	TaskRow
	Depth int
	Code  string // the line of the program where it stands
	On    []BadgeView
	Waits string // what it waits for, in words
	Ended string // result or exception
	Fate  Fate   // of the exception
	Cycle bool   // it waits for itself, through others
}

// Fate is what became of a task's exception.
type Fate uint8

const (
	FateNone Fate = iota
	FateRetrieved
	FateLost // nobody has retrieved it
)

const treeDepthMax = 12

// TaskTree are the tasks that exist at the playhead: each under the one that awaits it, alone or with others (gather, wait), as CPython 3.14's `python -m asyncio
// pstree` has them, or else under its creator.
func (p *Playground) TaskTree() []TreeRow {
	r := p.Run()
	if r == nil {
		return nil
	}
	state := r.StateAt(p.Play.Event)
	above, inCycle := r.treeParents(state)
	children := map[trace.TaskID][]trace.TaskID{}
	for i := range state.Tasks {
		if state.Tasks[i].Phase != trace.PhaseNone {
			children[above[i]] = append(children[above[i]], trace.TaskID(i+1))
		}
	}
	lines := strings.Split(r.Source, "\n")
	var rows []TreeRow
	var walk func(id trace.TaskID, depth int)
	walk = func(id trace.TaskID, depth int) {
		for _, child := range children[id] {
			rows = append(rows, TreeRow{
				TaskRow: TaskRow{LaneLabel: LaneLabel{Task: child}}, Depth: min(depth, treeDepthMax), Cycle: inCycle[child]})
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

// treeParents are, by task, those that stand above it in the tree, 0 for none, and the tasks that wait for themselves through
// others. A ring that nobody else awaits is cut above its first task.
func (r *Run) treeParents(state *trace.State) (above []trace.TaskID, inCycle map[trace.TaskID]bool) {
	above, inCycle = make([]trace.TaskID, len(state.Tasks)), map[trace.TaskID]bool{}
	awaits := make([]trace.TaskID, len(state.Tasks))
	for i := range state.Tasks {
		t := &state.Tasks[i]
		if on := int(t.Target); t.Phase == trace.PhaseSuspended && t.Wait == trace.WaitTask && on > 0 && on <= len(above) {
			awaits[i] = t.Target
			if above[on-1] == 0 {
				above[on-1] = trace.TaskID(i + 1)
			}
		}
		if t.Phase == trace.PhaseSuspended {
			for _, a := range r.awaitedAt(t.SinceEvent) {
				if above[a.Task-1] == 0 && !state.Tasks[a.Task-1].Phase.Ended() {
					above[a.Task-1] = trace.TaskID(i + 1)
				}
			}
		}
	}
	leadsTo := func(links []trace.TaskID, from, to trace.TaskID) bool {
		for steps := 0; from > 0 && from != to; steps++ {
			if steps > len(links) {
				return false
			}
			from = links[from-1]
		}
		return from > 0
	}
	for i := range above {
		id := trace.TaskID(i + 1)
		inCycle[id] = leadsTo(awaits, awaits[i], id)
		if leadsTo(above, above[i], id) {
			above[i] = 0
		}
	}
	for i := range above {
		id, creator := trace.TaskID(i+1), r.Trace.Tasks[i].Parent
		if above[i] == 0 && !inCycle[id] && creator > 0 && creator < id && !leadsTo(above, creator, id) {
			above[i] = creator
		}
	}
	return above, inCycle
}

// awaitedAt are the tasks that a suspension on several at once is for and that others have created.
func (r *Run) awaitedAt(suspension int32) []trace.Awaited {
	all := r.Trace.Awaited
	from := sort.Search(len(all), func(i int) bool { return all[i].Event >= suspension })
	to := from
	for to < len(all) && all[to].Event == suspension {
		to++
	}
	return all[from:to]
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
