package model

import (
	"math"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// LaneRow is a row of the timeline: a task's lane, or many tasks of one coroutine folded into one.
type LaneRow struct {
	Lane  int // index in Run.Lanes; of a folded group its first
	Depth int // when lanes are nested by who created whom
	// Group is the index in Run.groups of a group's own row, -1 for a lane.
	Group int
}

// group are the tasks of one coroutine function in a run with very many.
type group struct {
	name  string
	lanes []int32
}

const (
	// lanesFoldedFrom is the number of lanes from which groups are folded.
	lanesFoldedFrom = 200
	// groupMin is how many tasks of a coroutine make a group.
	groupMin = 10
	nestMax  = 6 // levels that move a label to the right
)

// arrangement says how a run's lanes are laid out.
type arrangement struct {
	nested   bool
	revision int // of the groups that are open
	made     bool
}

// arrange lays the lanes out in rows, when they are not laid out so already.
func (r *Run) arrange(a arrangement, open map[string]bool) {
	if r.arranged == a {
		return
	}
	r.arranged = a
	r.rows, r.groups = r.rows[:0], nil
	r.rowOf = make([]int32, len(r.Lanes))
	order, depth := r.order(a.nested)
	groupOf := map[string]int{}
	if len(r.Lanes) > lanesFoldedFrom && !a.nested {
		r.findGroups(groupOf)
	}
	shown := map[int]bool{}
	for _, lane := range order {
		at, grouped := groupOf[r.groupName(int(lane))]
		if !grouped {
			r.addRow(LaneRow{Lane: int(lane), Depth: min(nestMax, int(depth[lane])), Group: -1})
			continue
		}
		if shown[at] {
			continue
		}
		shown[at] = true
		g := &r.groups[at]
		head := int32(len(r.rows))
		r.rows = append(r.rows, LaneRow{Lane: int(g.lanes[0]), Group: at})
		for _, member := range g.lanes {
			r.rowOf[member] = head
			if open[g.name] {
				r.addRow(LaneRow{Lane: int(member), Depth: 1, Group: -1})
			}
		}
	}
}

func (r *Run) addRow(row LaneRow) {
	r.rowOf[row.Lane] = int32(len(r.rows))
	r.rows = append(r.rows, row)
}

// order is the lanes' order, by creation or children after their creator, with how deep each is nested.
func (r *Run) order(nested bool) (order, depth []int32) {
	order, depth = make([]int32, 0, len(r.Lanes)), make([]int32, len(r.Lanes))
	if !nested {
		for i := range r.Lanes {
			order = append(order, int32(i))
		}
		return order, depth
	}
	children := make([][]int32, len(r.Lanes)+1)
	for i := range r.Lanes {
		parent := r.Trace.Tasks[i].Parent
		if parent < 0 || int(parent) > i {
			parent = 0
		}
		children[parent] = append(children[parent], int32(i))
	}
	stack := append([]int32(nil), children[0]...)
	reverse(stack)
	for len(stack) > 0 {
		lane := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		order = append(order, lane)
		at := len(stack)
		for _, child := range children[lane+1] {
			depth[child] = depth[lane] + 1
			stack = append(stack, child)
		}
		reverse(stack[at:])
	}
	return order, depth
}

func reverse(list []int32) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

func (r *Run) groupName(lane int) string { return r.Trace.Text(r.Trace.Tasks[lane].CoroName) }

func (r *Run) findGroups(groupOf map[string]int) {
	counts := map[string]int{}
	for i := range r.Lanes {
		counts[r.groupName(i)]++
	}
	for i := range r.Lanes {
		name := r.groupName(i)
		if counts[name] < groupMin {
			continue
		}
		at, known := groupOf[name]
		if !known {
			at = len(r.groups)
			groupOf[name] = at
			r.groups = append(r.groups, group{name: name})
		}
		r.groups[at].lanes = append(r.groups[at].lanes, int32(i))
	}
}

// Rows are the timeline's rows.
func (r *Run) Rows() []LaneRow {
	if !r.arranged.made {
		r.arrange(arrangement{made: true}, nil)
	}
	return r.rows
}

// Folding reports whether the run has groups, so that there is something to fold.
func (r *Run) Folding() bool { r.Rows(); return len(r.groups) > 0 }

// ToggleNested nests lanes under the tasks that created them, or lays them out in order of creation.
func (p *Playground) ToggleNested() {
	p.input()
	p.Nested = !p.Nested
	p.touch(PartRun, PartInstant)
}

// ToggleGroup unfolds the lanes of a coroutine or folds them again.
func (p *Playground) ToggleGroup(name string) {
	p.input()
	if p.opened == nil {
		p.opened = map[string]bool{}
	}
	p.opened[name] = !p.opened[name]
	p.openedRev++
	p.touch(PartRun, PartInstant)
}

// groupLabel is the head of a group's row at an instant.
func (p *Playground) groupLabel(r *Run, at int, state *trace.State) LaneLabel {
	g := &r.groups[at]
	alive := 0
	for _, lane := range g.lanes {
		if phase := state.Tasks[lane].Phase; phase != trace.PhaseNone && !phase.Ended() {
			alive++
		}
	}
	return LaneLabel{
		Group: g.name, Open: p.opened[g.name], Badge: "×" + itoa(trace.TaskID(len(g.lanes))), Name: g.name + "()",
		State: p.Text(words.GroupAlive, itoa(trace.TaskID(alive))), Look: lookReady,
	}
}

// groupRow draws how many tasks of a group are alive over time, and where tasks of it raised.
func (t *timeline) groupRow(g *group, y float64) {
	d, h, width := t.d, t.layout.LaneHeight, int(math.Ceil(t.layout.Width))
	d.line(StyleRule2, 0, y+h-0.5, t.layout.Width, 0, 1, 0)
	change := make([]int32, width+2)
	at := func(x float64) int { return max(0, min(width, int(math.Round(x)))) }
	raised := make([]bool, width+2)
	for _, i := range g.lanes {
		lane := &t.run.Lanes[i]
		if lane.CreatedEvent < 0 {
			continue
		}
		change[at(t.scale.at(lane.Created, lane.CreatedEvent))]++
		end := t.end
		if lane.End.Kind != trace.KindInvalid {
			end = t.scale.at(lane.End.Time, lane.End.Event)
		}
		change[at(end)]--
		if lane.End.Kind == trace.TaskRaised && end >= 0 && end <= t.layout.Width {
			raised[at(end)] = true
		}
	}
	alive, since := int32(0), 0
	room := h - 8
	for x := 0; x <= width; x++ {
		if change[x] == 0 && x < width {
			continue
		}
		if tall := room * float64(alive) / float64(len(g.lanes)); alive > 0 && x > since {
			tall = math.Max(2, tall)
			d.tint(StyleWait, PatternNone, float64(since), y+h-4-tall, float64(x-since), tall)
			d.fill(StyleWait, float64(since), y+h-4-tall, float64(x-since), 1.5, 1)
		}
		alive += change[x]
		since = x
	}
	for x, yes := range raised {
		if yes {
			d.fill(StyleRaised, float64(x)-1, y+3, 2, h-6, 1)
		}
	}
}
