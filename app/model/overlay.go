package model

import (
	"math"
	"sort"

	"asyncplay/runtime/trace"
)

// DrawOverlay draws what moves over the still picture and its veil: the dots on the
// queues' lines at the playhead, the ends that have come, which half lie beyond it, and a
// ring around everything that the hand points at.
func DrawOverlay(d *DrawList, r *Run, l Layout, s Scale, playheadX float64, event int, lit Lit, bookmarks []int) {
	t := timeline{run: r, layout: l, scale: s, d: d}
	t.end = s.at(r.EndSeconds(), int32(r.Last()))
	d.Reset()
	if playheadX >= 0 && playheadX <= l.Width {
		for i := range r.QueueLanes[:min(len(r.QueueLanes), QueueLanesMax)] {
			t.queueDots(&r.QueueLanes[i], l.QueueTop+float64(i)*l.QueueHeight, playheadX, event)
		}
	}
	for _, event := range bookmarks {
		if x := math.Round(s.at(r.TimeOf(event), int32(event))); x >= 0 && x <= l.Width {
			d.fill(StyleAccent, x-0.5, axisHeight-10, 1.5, 10, 1)
			d.fill(StyleAccent, x, axisHeight-10, 7, 5, 1)
		}
	}
	d.clip(0, l.LanesTop, l.Width, l.LanesHeight)
	rows := r.Rows()
	from, to := l.VisibleLanes(len(rows))
	for i := from; i < to; i++ {
		if rows[i].Group >= 0 {
			continue
		}
		lane := &r.Lanes[rows[i].Lane]
		if int(lane.End.Event) <= event && lane.End.Kind != trace.KindInvalid {
			t.cap(lane, l.LaneY(i))
		}
		if !lit.None() {
			t.litLane(lane, l.LaneY(i), lit)
		}
	}
	d.clip(0, 0, 0, 0)
}

func (t *timeline) queueDots(lane *trace.QueueLane, top, x float64, event int) {
	n := sort.Search(len(lane.Points), func(i int) bool { return int(lane.Points[i].Event) > event })
	if n == 0 {
		return
	}
	p, y := lane.Points[n-1], t.queueScale(lane, top)
	if lane.Accounted {
		t.d.add(OpDot, StyleJoin, x, y(p.Unfinished), 3.5, 0, 0, 0)
	}
	t.d.add(OpDot, StyleGet, x, y(p.Size), 3.5, 0, 0, 0)
}

func (t *timeline) litLane(lane *trace.Lane, y float64, lit Lit) {
	h := t.layout.LaneHeight
	if lit.Task == lane.Task {
		t.d.fill(StyleAccent, 0, y, t.layout.Width, h-1, 0.10)
	}
	ringed := math.Inf(-1)
	ring := func(x0, x1 float64) {
		if x1-ringed < 1 { // rings in one pixel are one
			return
		}
		ringed = x1
		x0, x1 = math.Max(1, x0), math.Min(t.layout.Width-1, x1)
		if x1 > 0 && x0 < t.layout.Width && x1-x0 > 0 {
			t.d.add(OpRing, StyleAccent, x0, y+h*0.17, math.Max(3, x1-x0), h*0.66, 0, 0)
		}
	}
	for i := range lane.Segments {
		s := &lane.Segments[i]
		if s.Kind == trace.SpanReady || !lit.matches(s.Line, s.Queue, s.Item) {
			continue
		}
		ring(t.scale.at(s.Start, s.StartEvent), t.scale.at(s.End, s.EndEvent))
	}
	for i := range lane.Debts {
		if debt := &lane.Debts[i]; lit.matches(0, debt.Queue, debt.Item) {
			ring(t.scale.at(debt.Start, debt.StartEvent), t.layout.Width)
		}
	}
}

// Lit is what the hand points at; the zero Lit is nothing.
type Lit struct {
	Task  trace.TaskID
	Queue trace.ObjectID
	Item  int32
	Line  int32
}

// None reports whether nothing is pointed at.
func (l Lit) None() bool { return l == Lit{} }

func (l Lit) matches(line int32, queue trace.ObjectID, item int32) bool {
	if l.Item > 0 {
		return item == l.Item && queue == l.Queue
	}
	return l.Line > 0 && line == l.Line
}

// DrawMinimap draws the whole run small; it is the scrub bar.
func DrawMinimap(d *DrawList, r *Run, axis Axis, width, height float64) {
	d.Reset()
	s := Scale{Axis: axis, To: axisTotal(r.Trace, axis), Width: width}
	lanes := min(len(r.Lanes), int(height/3))
	if lanes == 0 {
		return
	}
	h := height / float64(lanes)
	t := timeline{run: r, scale: s, d: d, layout: Layout{Width: width}}
	for i := 0; i < lanes; i++ {
		t.miniLane(&r.Lanes[i], float64(i)*h, h-1)
	}
}

func (t *timeline) miniLane(lane *trace.Lane, y, h float64) {
	drawn := math.Inf(-1)
	end := func(i int) float64 { return t.scale.at(lane.Segments[i].End, lane.Segments[i].EndEvent) }
	for i := 0; i < len(lane.Segments); i++ {
		if i = t.first(len(lane.Segments), i, drawn+0.5, end); i == len(lane.Segments) {
			break
		}
		seg := &lane.Segments[i]
		x0, x1 := t.scale.at(seg.Start, seg.StartEvent), end(i)
		if seg.Kind == trace.SpanReady {
			continue
		}
		drawn = x1
		t.d.fill(segmentLook(seg).Style, x0, y, math.Max(0.5, x1-x0-0.7), h, 0.42)
	}
	for i := range lane.Debts {
		x0 := t.scale.at(lane.Debts[i].Start, lane.Debts[i].StartEvent)
		t.d.hatch(StyleRaised, PatternHatch, x0, y, t.layout.Width-x0, h)
	}
	if look, _, ok := endLook(lane.End.Kind); ok {
		t.d.fill(look.Style, t.scale.at(lane.End.Time, lane.End.Event)-1.5, y, 3, h, 1)
	}
}
