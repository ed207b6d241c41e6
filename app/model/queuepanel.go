package model

import (
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// QueuePanel is a queue at the playhead: what is in it, what was taken and not marked
// done, what was marked done, and who waits for what.
type QueuePanel struct {
	Object  trace.ObjectID
	Type    string
	Name    string // "" when the program gives it none
	MaxSize int
	// Accounted: somebody calls task_done() or join() on it in this run. Else only what is in it and what was taken means something.
	Accounted  bool
	In         []Chip
	Taken      []TakenChip
	Done       []Chip
	InCount    int // all of them, where the lists are cut
	TakenCount int
	DoneCount  int
	Lost       int // taken by tasks that have ended
	Unclaimed  int
	Unfinished int
	Getters    []BadgeView
	Putters    []BadgeView
	Joiners    []BadgeView
	NoWorker   bool // items wait, and every task that ever took one has ended
	Hung       bool // at this instant the run is over and hung
}

// Chip is an item.
type Chip struct {
	ItemRef
	Repr  string // short
	Title string // the whole repr
	Event int
}

// TakenChip is an item that somebody owes a task_done() for.
type TakenChip struct {
	Chip
	By      BadgeView
	Ended   bool // the taker has ended
	Lost    bool
	LostAt  string // clock
	LostBy  trace.Phase
	ByKnown bool
}

// BadgeView is a task's tile.
type BadgeView struct {
	Task  trace.TaskID
	Badge string
	Name  string
	Look  Look
	State string
}

const chipsMax = 60

// Badge is a task's tile at the playhead.
func (p *Playground) Badge(task trace.TaskID) BadgeView { return p.BadgeAt(task, p.Play.Event) }

// BadgeAt is a task's tile at the instant of an event.
func (p *Playground) BadgeAt(task trace.TaskID, event int) BadgeView {
	return p.BadgeIn(p.Run(), task, event)
}

// BadgeIn is a task's tile in a run at the instant of an event.
func (p *Playground) BadgeIn(r *Run, task trace.TaskID, event int) BadgeView {
	b := BadgeView{Task: task, Look: lookReady}
	if r == nil {
		return b
	}
	b.Badge, b.Name = r.Badge(task), r.TaskName(task)
	if t := r.StateAt(event).Task(task); t != nil {
		b.Look, b.State = TaskLook(t), StateName(p.Lang, t)
	}
	return b
}

func (p *Playground) badges(tasks []trace.TaskID) []BadgeView {
	views := make([]BadgeView, 0, len(tasks))
	for _, task := range tasks[:min(len(tasks), chipsMax)] {
		views = append(views, p.Badge(task))
	}
	return views
}

// Queues are the panels of the run's queues at the playhead, those of asyncio's own
// making left out.
func (p *Playground) Queues() []QueuePanel {
	r := p.Run()
	if r == nil {
		return nil
	}
	state := r.StateAt(p.Play.Event)
	var panels []QueuePanel
	for i := range state.Queues {
		if q := &state.Queues[i]; q.Object > 0 && !r.internal(q.Object) {
			panels = append(panels, p.queuePanel(r, state, q))
		}
	}
	return panels
}

func (r *Run) internal(id trace.ObjectID) bool {
	return int(id) <= len(r.Trace.Objects) && r.Trace.Objects[id-1].Internal
}

func (p *Playground) queuePanel(r *Run, state *trace.State, q *trace.QueueState) QueuePanel {
	panel := QueuePanel{
		Object: q.Object, Type: r.Trace.Text(q.Type), Name: r.Trace.ObjectName(q.Object), Accounted: q.Accounted, MaxSize: int(q.MaxSize),
		InCount: len(q.Items), TakenCount: len(q.Taken), DoneCount: len(q.Done),
		Unclaimed: int(q.Unclaimed), Unfinished: int(q.Unfinished),
		Getters: p.badges(q.Getters), Putters: p.badges(q.Putters), Joiners: p.badges(q.Joiners),
		Hung: state.End == trace.RunHung,
	}
	chip := func(item int32, repr trace.StringID, event int32) Chip {
		full := r.Trace.Text(repr)
		return Chip{ItemRef{q.Object, item}, ShortRepr(full), full, int(event)}
	}
	for _, item := range q.Items[:min(len(q.Items), chipsMax)] {
		panel.In = append(panel.In, chip(item.Item, item.Repr, item.Event))
	}
	for _, item := range q.Taken {
		if item.Lost {
			panel.Lost++
		}
	}
	for _, item := range q.Taken[:min(len(q.Taken), chipsMax)] {
		taken := TakenChip{Chip: chip(item.Item, item.Repr, item.Event), By: p.Badge(item.By), Lost: item.Lost}
		taken.ByKnown = item.By > 0
		if t := state.Task(item.By); t != nil {
			taken.Ended, taken.LostBy = t.Phase.Ended(), t.Phase
		}
		if item.Lost {
			taken.Event = int(item.LostEvent)
			taken.LostAt = FormatClock(r.TimeOf(int(item.LostEvent)))
		}
		panel.Taken = append(panel.Taken, taken)
	}
	done := q.Done[max(0, len(q.Done)-chipsMax):]
	for _, item := range done {
		panel.Done = append(panel.Done, chip(item.Item, item.Repr, item.Event))
	}
	panel.NoWorker = len(q.Items) > 0 && len(q.Getters) == 0 && panel.takersEnded(state, q)
	return panel
}

// takersEnded reports whether items were taken and all who took any have ended.
func (panel *QueuePanel) takersEnded(state *trace.State, q *trace.QueueState) bool {
	any := false
	ended := func(task trace.TaskID) bool {
		t := state.Task(task)
		any = true
		return t != nil && t.Phase.Ended()
	}
	for _, item := range q.Taken {
		if !ended(item.By) {
			return false
		}
	}
	for _, item := range q.Done {
		if !ended(item.TakenBy) {
			return false
		}
	}
	return any
}

// PrimitivePanel is a lock or its like at the playhead.
type PrimitivePanel struct {
	Object  trace.ObjectID
	Type    string
	Name    string // "" when the program gives it none
	Value   string
	Line    int // where it was made
	Holders []BadgeView
	Waiters []BadgeView
}

const primitivesMax = 8

// Primitives are the locks, semaphores, events, conditions and barriers at the playhead,
// those of asyncio's own making left out.
func (p *Playground) Primitives() []PrimitivePanel {
	r := p.Run()
	if r == nil {
		return nil
	}
	state := r.StateAt(p.Play.Event)
	var panels []PrimitivePanel
	for i := range state.Primitives {
		s := &state.Primitives[i]
		if s.Object < 1 || r.internal(s.Object) || len(panels) >= primitivesMax {
			continue
		}
		panels = append(panels, PrimitivePanel{
			Object: s.Object, Type: r.Trace.Text(s.Type), Name: r.Trace.ObjectName(s.Object), Line: int(r.Trace.Objects[s.Object-1].Line), Value: p.primitiveValue(r.Trace.Text(s.Type), s.Value),
			Holders: p.badges(s.Holders), Waiters: p.badges(s.Waiters),
		})
	}
	return panels
}

// primitiveValue says in words what the value of a primitive means.
func (p *Playground) primitiveValue(kind string, value int32) string {
	switch kind {
	case "Lock":
		if value == 0 {
			return p.Text(words.PrimitiveFree)
		}
		return ""
	case "Event":
		if value == 0 {
			return p.Text(words.PrimitiveNotSet)
		}
		return p.Text(words.PrimitiveSet)
	case "Condition":
		return ""
	}
	return strconv.Itoa(int(value))
}
