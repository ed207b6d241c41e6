package model

import (
	"math"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// CompareLanesMax is how many lanes of each side are drawn.
const CompareLanesMax = 24

// CompareUnfinishedHeight is the height of the picture of both counters, in CSS pixels.
const CompareUnfinishedHeight = 104

const (
	compareLaneHeight     = 30
	compareLaneHeightThin = 24
	compareLanesThick     = 6 // up to so many on a side are drawn with room
)

// CompareLayout lays out the lanes of one side; the first has the axis above them.
func CompareLayout(c *Comparison, s *Side, width float64) Layout {
	l := Layout{Width: width, LaneHeight: compareLaneHeight, Compact: width < compactWidthMax}
	lanes := min(CompareLanesMax, len(s.Run.Lanes))
	if max(len(c.A.Run.Lanes), len(c.B.Run.Lanes)) > compareLanesThick {
		l.LaneHeight = compareLaneHeightThin
	}
	if s == &c.A {
		l.LanesTop = axisHeight
	}
	l.LanesHeight = float64(lanes) * l.LaneHeight
	l.Height = l.LanesTop + l.LanesHeight
	return l
}

// CompareScale is the axis that both runs share.
func (c *Comparison) CompareScale(width float64) Scale {
	axis := AxisTime
	if c.A.Run.EndSeconds() <= 0 && c.B.Run.EndSeconds() <= 0 {
		axis = AxisSteps
	}
	return Scale{
		Axis: axis, To: math.Max(axisTotal(c.A.Run.Trace, axis), axisTotal(c.B.Run.Trace, axis)), Width: width,
	}
}

// FirstFraction is the place of the first difference on the shared axis, 0 to 1.
func (c *Comparison) FirstFraction() float64 {
	s := c.CompareScale(1)
	if s.Axis == AxisSteps {
		return s.X(float64(c.Same))
	}
	return s.X(c.FirstSeconds())
}

// DrawCompared draws the lanes of one side.
func DrawCompared(d *DrawList, c *Comparison, s *Side, width float64, lang words.Lang) {
	drawLanes(d, s.Run, CompareLayout(c, s, width), c.CompareScale(width), CompareLanesMax, lang)
}

// drawLanes draws a run's first lanes, with the axis over them where the layout has room for it.
func drawLanes(d *DrawList, r *Run, l Layout, scale Scale, lanesMax int, lang words.Lang) {
	t := timeline{run: r, layout: l, scale: scale, lang: lang, d: d}
	t.end = scale.at(r.EndSeconds(), int32(r.Last()))
	d.Reset()
	if l.LanesTop > 0 {
		d.line(StyleRule, 0, axisHeight-0.5, l.Width, 0, 1, 0)
		for _, tick := range scale.Ticks(scale.To) {
			t.tick(tick, false)
		}
	}
	for i := range r.Lanes[:min(lanesMax, len(r.Lanes))] {
		t.lane(&r.Lanes[i], l.LaneY(i))
	}
	t.blocked()
	if r.Hung() && t.end > 0 {
		d.line(StyleRaised, math.Round(t.end)+0.5, l.LanesTop, 0, l.LanesHeight, 1, 3)
		if label := words.Text(lang, words.CompareForever); l.Width-t.end > textWidthPx(label)+12 {
			d.text(OpLabel, StyleJoin, t.end+4, l.LanesTop+l.LaneHeight/2, 0, FontSansBold, label)
		}
	}
}

// Counter is the first queue of a side whose unfinished items somebody counts, nil without one.
func (s *Side) Counter() *trace.QueueLane {
	for i := range s.Run.QueueLanes {
		lane := &s.Run.QueueLanes[i]
		if q := s.Run.StateAt(s.Run.Last()).Queue(lane.Object); q != nil && q.Accounted {
			return lane
		}
	}
	return nil
}

// Counters reports whether both runs have a counter of unfinished items, and the largest value.
func (c *Comparison) Counters() (peak int32, ok bool) {
	a, b := c.A.Counter(), c.B.Counter()
	if a == nil || b == nil {
		return 0, false
	}
	return max(unfinishedPeak(a), unfinishedPeak(b)), true
}

func unfinishedPeak(lane *trace.QueueLane) int32 {
	peak := int32(1)
	for i := range lane.Points {
		peak = max(peak, lane.Points[i].Unfinished)
	}
	return peak
}

// Look is how a side's outcome is coloured.
func (s *Side) Look() Look {
	switch s.Variant.Outcome() {
	case OutcomeHung, OutcomeFailed:
		return lookRaised
	case OutcomeFine:
		return lookDone
	}
	return lookGet
}

// Unfinished is a side's counter at the end.
func (s *Side) Unfinished() int32 {
	if lane := s.Counter(); lane != nil && len(lane.Points) > 0 {
		return lane.Points[len(lane.Points)-1].Unfinished
	}
	return 0
}

// DrawUnfinished draws both counters on one axis and shades what lies between them.
func DrawUnfinished(d *DrawList, c *Comparison, width float64, lang words.Lang) {
	d.Reset()
	peak, ok := c.Counters()
	if !ok {
		return
	}
	const top, base = 8.0, CompareUnfinishedHeight - 6.0
	s := c.CompareScale(width)
	y := func(n int32) float64 { return base - float64(n)/float64(peak)*(base-top) }
	d.line(StyleRule, 0, base+0.5, width, 0, 1, 0)
	a, b := c.A.Counter(), c.B.Counter()
	end := s.at(math.Max(c.A.Run.EndSeconds(), c.B.Run.EndSeconds()), int32(max(c.A.Run.Last(), c.B.Run.Last())))
	between(s, a, b, end, func(x0, x1 float64, na, nb int32) {
		if na != nb {
			hi, lo := y(max(na, nb)), y(min(na, nb))
			d.tint(StyleRaised, PatternNone, x0, hi, x1-x0, lo-hi)
		}
	})
	curve := func(side *Side, lane *trace.QueueLane, dash float64) {
		style, last, lastX := side.Look().Style, base, 0.0
		for i := range lane.Points {
			x0, x1 := s.at(lane.Points[i].Time, lane.Points[i].Event), end
			if i+1 < len(lane.Points) {
				x1 = s.at(lane.Points[i+1].Time, lane.Points[i+1].Event)
			}
			if x1-lastX < 0.4 && i+1 < len(lane.Points) {
				continue
			}
			at := y(lane.Points[i].Unfinished)
			d.line(style, x0, last, 0, at-last, 2.2, dash)
			d.line(style, x0-1, at, x1-x0+2, 0, 2.2, dash)
			last, lastX = at, x1
		}
	}
	curve(&c.B, b, 5)
	curve(&c.A, a, 0)
	endLabels(d, c, s, end, y, lang)
}

// endLabels says where each counter ends: over its line, or left of where it comes down to the axis.
func endLabels(d *DrawList, c *Comparison, s Scale, end float64, y func(int32) float64, lang words.Lang) {
	for i, side := range c.Sides() {
		key, x, at := words.CompareStays, end-6, y(side.Unfinished())-9
		if side.Unfinished() == 0 {
			key, at = words.CompareReaches, y(0)-10
			for _, p := range side.Counter().Points {
				if x = s.at(p.Time, p.Event) - 8; x > 0 && y(p.Unfinished) > y(0)-22 {
					break
				}
			}
		}
		if c.Sides()[1-i].Unfinished() == side.Unfinished() && i == 1 {
			at -= 15
		}
		text := words.Text(lang, key, string(rune('A'+i)), itoa(trace.TaskID(side.Unfinished())))
		d.text(OpText, side.Look().Style, math.Max(x, charWidthPx*float64(len([]rune(text)))), math.Max(7, at), 0, FontSansBold|AlignRight, text)
	}
}

// between walks both counters at once and tells the spans in which neither changes.
func between(s Scale, a, b *trace.QueueLane, end float64, span func(x0, x1 float64, na, nb int32)) {
	i, j := 0, 0
	na, nb, x := int32(0), int32(0), 0.0
	for i < len(a.Points) || j < len(b.Points) {
		ai, bj := math.Inf(1), math.Inf(1)
		if i < len(a.Points) {
			ai = s.at(a.Points[i].Time, a.Points[i].Event)
		}
		if j < len(b.Points) {
			bj = s.at(b.Points[j].Time, b.Points[j].Event)
		}
		next := math.Min(ai, bj)
		if next > x {
			span(x, next, na, nb)
			x = next
		}
		if ai <= bj {
			na = a.Points[i].Unfinished
			i++
		} else {
			nb = b.Points[j].Unfinished
			j++
		}
	}
	if end > x {
		span(x, end, na, nb)
	}
}
