package model

import (
	"math"
	"sort"

	"asyncplay/runtime/trace"
)

// Hit is what stands at a point of the timeline.
type Hit struct {
	Part    HitPart
	Lane    int // -1: none
	Task    trace.TaskID
	Segment *trace.Segment // nil: none
	Lit     Lit
	Event   int // where a click leads; -1: to the time under the hand

	at       int // the event under the hand
	seconds  float64
	index    int // of the group, queue or lock
	from, to int // passes of the loop
	arrow    *arrow
	debt     *trace.Debt
}

// HitPart is a part of the picture.
type HitPart uint8

const (
	HitNothing HitPart = iota
	HitLoop            // the event loop's own lane
	HitGroup           // many lanes folded into one
	HitLane
	HitEnd // of a lane
	HitArrow
	HitQueue
	HitLock
)

// HitTest finds what stands at a point, in pixels of the plot.
func HitTest(r *Run, l Layout, s Scale, x, y float64) Hit {
	hit := Hit{Lane: -1, Event: -1, at: r.eventAt(s, x)}
	hit.seconds = r.TimeOf(hit.at)
	if s.Axis == AxisTime {
		hit.seconds = s.Unit(x)
	}
	t := timeline{run: r, layout: l, scale: s}
	t.end = s.at(r.EndSeconds(), int32(r.Last()))
	switch {
	case y < axisHeight || x < 0 || x > l.Width:
	case y < l.LanesTop:
		t.hitLoop(&hit, x)
	case y < l.LanesTop+l.LanesHeight:
		t.hitLanes(&hit, x, y)
	case y < l.LockTop:
		hit.in(HitQueue, (y-l.QueueTop)/l.QueueHeight, min(len(r.QueueLanes), QueueLanesMax))
	default:
		hit.in(HitLock, (y-l.LockTop)/l.LockHeight, len(r.LockLanes))
	}
	return hit
}

func (h *Hit) in(part HitPart, at float64, of int) {
	if i := int(at); i >= 0 && i < of {
		h.Part, h.index = part, i
	}
}

// eventAt is the event that the state at a pixel is from.
func (r *Run) eventAt(s Scale, x float64) int {
	if s.Axis == AxisSteps {
		return max(0, min(r.Last(), int(math.Floor(s.Unit(x)))))
	}
	return r.EventAtTime(s.Unit(x))
}

func (t *timeline) hitLoop(hit *Hit, x float64) {
	if x > t.end+arrowReachPx {
		return
	}
	hit.Part = HitLoop
	if hit.from, hit.to = t.passesAt(x); hit.from < hit.to {
		hit.Event = int(t.run.passes[hit.from])
	}
}

func (t *timeline) hitLanes(hit *Hit, x, y float64) {
	i := int((y - t.layout.LanesTop + t.layout.ScrollTop) / t.layout.LaneHeight)
	rows := t.run.Rows()
	if hit.arrow = t.arrowAt(x, y); hit.arrow != nil {
		hit.Part, hit.Event, hit.Lit.Task = HitArrow, int(hit.arrow.event), hit.arrow.to
		return
	}
	switch {
	case i < 0 || i >= len(rows):
	case rows[i].Group >= 0:
		hit.Part, hit.index = HitGroup, rows[i].Group
	default:
		hit.Part, hit.Lane = HitLane, rows[i].Lane
		t.hitLane(hit, &t.run.Lanes[rows[i].Lane], x)
	}
}

func (t *timeline) hitLane(hit *Hit, lane *trace.Lane, x float64) {
	s := t.scale
	hit.Task, hit.Lit.Task = lane.Task, lane.Task
	if _, _, ended := endLook(lane.End.Kind); ended && math.Abs(s.at(lane.End.Time, lane.End.Event)-x) < 9 {
		hit.Part, hit.Event = HitEnd, int(lane.End.Event)
		return
	}
	for j := range lane.Debts {
		d := &lane.Debts[j]
		if x >= s.at(d.Start, d.StartEvent) && (!d.Settled || x <= s.at(d.End, d.EndEvent)) {
			hit.debt, hit.Lit = d, Lit{Queue: d.Queue, Item: d.Item}
			return
		}
	}
	near := sort.Search(len(lane.Segments), func(j int) bool { return s.at(lane.Segments[j].End, lane.Segments[j].EndEvent) >= x })
	for j := near; j < len(lane.Segments) && s.at(lane.Segments[j].Start, lane.Segments[j].StartEvent) <= x; j++ {
		seg := &lane.Segments[j]
		if seg.Kind == trace.SpanReady {
			if hit.Segment == nil && x > s.at(seg.Start, seg.StartEvent) {
				hit.Segment = seg
			}
			continue
		}
		hit.Segment = seg
		hit.Lit = Lit{Line: seg.Line}
		if seg.Item > 0 {
			hit.Lit = Lit{Queue: seg.Queue, Item: seg.Item}
		}
	}
}
