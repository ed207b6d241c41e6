package model

import (
	"math"
	"sort"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// timeline draws one run into a draw list.
type timeline struct {
	run    *Run
	layout Layout
	scale  Scale
	lang   words.Lang
	d      *DrawList
	end    float64 // pixel of the run's end
}

// Widths of the lanes' monospaced labels.
const (
	charWidthPx = 6.7
	wideCharPx  = 11.5
)

// DrawTimeline draws the whole still picture: axis, loop, lanes, queues.
func DrawTimeline(d *DrawList, r *Run, l Layout, s Scale, lang words.Lang) {
	t := timeline{run: r, layout: l, scale: s, lang: lang, d: d}
	t.end = s.at(r.EndSeconds(), int32(r.Last()))
	d.Reset()
	t.axis()
	if l.LanesTop > axisHeight {
		t.loop()
	}
	d.clip(0, l.LanesTop, l.Width, l.LanesHeight)
	rows := r.Rows()
	from, to := l.VisibleLanes(len(rows))
	for i := from; i < to; i++ {
		if g := rows[i].Group; g >= 0 {
			t.groupRow(&r.groups[g], l.LaneY(i))
		} else {
			t.lane(&r.Lanes[rows[i].Lane], l.LaneY(i))
		}
	}
	t.blocked()
	t.drawArrows()
	d.clip(0, 0, 0, 0)
	for i := range r.QueueLanes[:min(len(r.QueueLanes), QueueLanesMax)] {
		t.queue(&r.QueueLanes[i], l.QueueTop+float64(i)*l.QueueHeight)
	}
	for i := range r.LockLanes {
		t.lockLane(&r.LockLanes[i], l.LockTop+float64(i)*l.LockHeight)
	}
	if r.Hung() && t.end > 0 && t.end <= l.Width {
		d.line(StyleRaised, math.Round(t.end)+0.5, axisHeight-4, 0, l.Height-axisHeight+4, 1, 3)
	}
}

func (t *timeline) axis() {
	d := t.d
	d.line(StyleRule, 0, axisHeight-0.5, t.layout.Width, 0, 1, 0)
	hung := t.run.Hung()
	for _, tick := range t.scale.Ticks(axisEnd(t.run.Trace, t.scale.Axis)) {
		t.tick(tick, hung && math.Abs(tick.X-t.end) < 14)
	}
	if room := t.layout.Width - t.end; hung && room > 12 {
		d.text(OpText, StyleRaised, t.end+room/2, 10, 0, FontInfinity|AlignCentre, "∞")
	}
}

// tick draws a position of the axis, without its label where something else stands.
func (t *timeline) tick(tick Tick, bare bool) {
	t.d.line(StyleRule, math.Round(tick.X)+0.5, axisHeight-5, 0, 5, 1, 0)
	if bare {
		return
	}
	font := FontAxis | AlignCentre
	if tick.X < 12 {
		font = FontAxis
	}
	if tick.Label == "0" && t.scale.Axis == AxisTime {
		tick.Label += " " + words.Text(t.lang, words.Seconds)
	}
	t.d.text(OpText, StyleInk3, tick.X, 10, 0, font, tick.Label)
}

// first is the first index from one on whose position, which never falls, is at least x: what lies before it need not be
// looked at, however much it is.
func (t *timeline) first(n, from int, x float64, at func(i int) float64) int {
	if from < n && at(from) >= x {
		return from
	}
	return from + sort.Search(n-from, func(i int) bool { return at(from+i) >= x })
}

func (t *timeline) lane(lane *trace.Lane, y float64) {
	h := t.layout.LaneHeight
	t.d.line(StyleRule2, 0, y+h-0.5, t.layout.Width, 0, 1, 0)
	t.segments(lane, y)
	t.debts(lane, y)
	t.steps(lane, y)
	t.blockedLabels(lane, y)
	t.cap(lane, y)
}

func (t *timeline) cap(lane *trace.Lane, y float64) {
	look, kind, ok := endLook(lane.End.Kind)
	x := t.scale.at(lane.End.Time, lane.End.Event)
	if !ok || x < -10 || x > t.layout.Width+10 {
		return
	}
	size := 17.0
	if t.layout.LaneHeight < 32 {
		size = 15
	}
	t.d.add(OpCap, look.Style, x, y+t.layout.LaneHeight/2, size, 0, float64(kind), 0)
}

func (t *timeline) segments(lane *trace.Lane, y float64) {
	segments := lane.Segments
	end := func(i int) float64 { return t.scale.at(segments[i].End, segments[i].EndEvent) }
	drawn := math.Inf(-1)
	for i := t.first(len(segments), 0, 0, end); i < len(segments); i++ {
		s := &segments[i]
		x0, x1 := t.scale.at(s.Start, s.StartEvent), end(i)
		if x0 > t.layout.Width {
			return
		}
		// What is narrower than half a pixel and lies in a pixel that has paint is not seen: on to what leaves the pixel.
		if x1-math.Max(x0, drawn) < 0.5 && !s.Endless {
			from := math.Max(x0, drawn)
			if i = t.first(len(segments), i+1, from+0.5, end); i == len(segments) {
				return
			}
			s = &segments[i]
			x0, x1 = t.scale.at(s.Start, s.StartEvent), end(i)
		}
		drawn = x1
		t.segment(s, x0, x1, y)
	}
}

func (t *timeline) segment(s *trace.Segment, x0, x1, y float64) {
	look, h := segmentLook(s), t.layout.LaneHeight
	inset := math.Round(h * 0.19)
	if s.Kind == trace.SpanWait && s.Wait == trace.WaitSleep {
		inset = math.Round(h * 0.25)
	}
	left := math.Max(-2, x0)
	right := math.Min(t.layout.Width+2, x1)
	top, height := y+inset, h-2*inset
	if s.Kind == trace.SpanReady {
		t.d.fill(StyleReady, left, y+h/2, math.Max(1, right-left), 1, 0.5)
		return
	}
	t.d.tint(look.Style, look.Pattern, left, top, math.Max(1, right-left), height)
	t.d.fill(look.Style, left, top+height-1.5, math.Max(1, right-left), 1.5, 1)
	if s.Finally > 0 { // the way of an exception, from where it arose to the end of the task
		way := StyleRaised
		if t.run.Trace.Text(s.Passing) == "CancelledError" {
			way = StyleCancelled
		}
		t.d.line(way, left, top, math.Max(1, right-left), 0, 2, 3)
	}
	if s.Endless && x1 < t.layout.Width {
		t.d.add(OpFade, look.Style, x1, top, t.layout.Width-x1, height, float64(look.Pattern), 0)
	}
	if s.Kind != trace.SpanBlocked {
		t.segmentLabel(s, look, left, right, y)
	}
}

func (t *timeline) segmentLabel(s *trace.Segment, look Look, left, right, y float64) {
	room := right - left - 10
	labels := t.labels(s)
	if s.Finally > 0 {
		labels = append([]string{"finally: " + labels[0]}, labels...)
	}
	for _, label := range labels {
		if textWidthPx(label) > room {
			continue
		}
		op := OpText
		if look.Pattern != PatternNone {
			op = OpLabel
		}
		x := left + 7
		if op == OpLabel {
			t.d.tint(look.Style, PatternNone, x-3, y+t.layout.LaneHeight/2-7, textWidthPx(label)+6, 14)
		}
		t.d.text(OpText, look.Style, x, y+t.layout.LaneHeight/2, 0, FontMonoBold, label)
		return
	}
}

// blockedLabels name the calls that held the whole loop, on the solid bar of their step.
func (t *timeline) blockedLabels(lane *trace.Lane, y float64) {
	for i := range lane.Segments {
		s := &lane.Segments[i]
		if s.Kind != trace.SpanBlocked {
			continue
		}
		x0, x1 := t.scale.at(s.Start, s.StartEvent), t.scale.at(s.End, s.EndEvent)
		left, right := math.Max(0, x0), math.Min(t.layout.Width, x1)
		name := t.run.Trace.Text(s.Text)
		for _, label := range []string{name + " " + FormatSeconds(s.End-s.Start), name} {
			if textWidthPx(label) < right-left-10 {
				t.d.text(OpText, StylePage, left+7, y+t.layout.LaneHeight/2, 0, FontMonoBold, label)
				break
			}
		}
	}
}

// labels are a segment's texts from the longest to the shortest.
func (t *timeline) labels(s *trace.Segment) []string {
	w := func(k words.Key, args ...string) string { return words.Text(t.lang, k, args...) }
	text := ShortRepr(t.run.Trace.Text(s.Text))
	item := "#" + strconv.Itoa(int(s.Item))
	switch {
	case s.Kind == trace.SpanThread:
		return []string{text}
	case s.Wait == trace.WaitSleep && s.Item > 0:
		return []string{item + " " + text, item}
	case s.Wait == trace.WaitSleep:
		return []string{w(words.LaneSleep) + " " + FormatSeconds(s.End-s.Start), w(words.LaneSleep)}
	case s.Wait == trace.WaitQueueGet:
		return []string{"get()"}
	case s.Wait == trace.WaitQueuePut:
		return []string{"put()"}
	case s.Wait == trace.WaitQueueJoin:
		if t.layout.Compact {
			return []string{"join()"}
		}
		return []string{"join() " + w(words.LaneJoinUntil), "join()"}
	case s.Wait == trace.WaitTask:
		return []string{w(words.LaneAwaits, t.run.TaskName(s.Target)), t.run.Badge(s.Target)}
	case s.Wait == trace.WaitGather:
		return []string{"gather()"}
	case s.Wait == trace.WaitTaskGroup:
		return []string{"TaskGroup"}
	case s.Wait == trace.WaitThread:
		return []string{"to_thread()", w(words.LaneThread)}
	}
	wait := WaitName(t.lang, s.Wait)
	if name := t.run.Trace.ObjectName(s.Object); name != "" {
		return []string{wait + ": " + name, name}
	}
	return []string{wait}
}

func (t *timeline) steps(lane *trace.Lane, y float64) {
	h := t.layout.LaneHeight
	inset := math.Round(h * 0.12)
	start := func(i int) float64 { return t.scale.at(lane.Steps[i].Start, lane.Steps[i].StartEvent) }
	end := func(i int) float64 { return t.scale.at(lane.Steps[i].End, lane.Steps[i].EndEvent) }
	last := math.Inf(-1)
	for i := t.first(len(lane.Steps), 0, -2, end); i < len(lane.Steps); i++ {
		x0, x1 := start(i), end(i)
		if x1-x0 < 3 && x0-last < 1 {
			if i = t.first(len(lane.Steps), i+1, last+1, end); i == len(lane.Steps) {
				return
			}
			x0, x1 = start(i), end(i)
		}
		if x0 > t.layout.Width+2 {
			return
		}
		s := &lane.Steps[i]
		last = x0
		style := StyleRun
		if s.Thrown {
			style = StyleCancelled
		}
		t.d.fill(style, math.Max(0, x0-1.5), y+inset, math.Max(3, x1-x0), h-2*inset, 1)
	}
}

func (t *timeline) debts(lane *trace.Lane, y float64) {
	h := t.layout.LaneHeight
	inset := math.Round(h * 0.22)
	for i := range lane.Debts {
		debt := &lane.Debts[i]
		x0, x1 := t.scale.at(debt.Start, debt.StartEvent), t.layout.Width
		if debt.Settled {
			x1 = t.scale.at(debt.End, debt.EndEvent)
		}
		if x1 < 0 || x0 > t.layout.Width {
			continue
		}
		x0 = math.Max(-2, x0)
		t.d.hatch(StyleRaised, PatternHatch, x0, y+inset, x1-x0, h-2*inset)
		t.d.fill(StyleRaised, x0, y+h-inset-1, x1-x0, 1.5, 1)
		item := "#" + strconv.Itoa(int(debt.Item))
		for _, label := range []string{
			words.Text(t.lang, words.LaneNeverDone, item), words.Text(t.lang, words.LaneOwes, item), item,
		} {
			if textWidthPx(label) < x1-x0-36 {
				t.d.text(OpLabel, StyleRaised, x0+16, y+h/2, 0, FontSansBold, label)
				break
			}
		}
	}
}

// blocked marks over all lanes where a blocking call held the whole loop.
func (t *timeline) blocked() {
	blocked, events := t.run.blocked, t.run.Trace.Events
	if t.scale.Axis == AxisSteps {
		return
	}
	until := func(i int) float64 { return t.scale.X(events[blocked[i]].Until) }
	for i := t.first(len(blocked), 0, 0, until); i < len(blocked); {
		x0, x1 := t.scale.X(events[blocked[i]].Time), until(i)
		if x0 > t.layout.Width {
			return
		}
		i = t.first(len(blocked), i+1, x1+0.5, until)
		t.d.fill(StyleRun, x0, t.layout.LanesTop, x1-x0, t.layout.LanesHeight, 0.07)
	}
}

// queueScale maps a counter to a pixel of a queue lane.
func (t *timeline) queueScale(lane *trace.QueueLane, top float64) func(int32) float64 {
	peak := t.run.QueuePeak(lane)
	h := t.layout.QueueHeight
	return func(n int32) float64 { return top + h - 4 - float64(n)/float64(peak)*(h-16) }
}

// QueuePeak is the largest value of a queue's counters, at least 1.
func (r *Run) QueuePeak(lane *trace.QueueLane) int32 { return max(1, r.peaks[lane.Object]) }

func queuePeak(lane *trace.QueueLane) int32 {
	peak := int32(1)
	for i := range lane.Points {
		peak = max(peak, lane.Points[i].Size)
		if lane.Accounted {
			peak = max(peak, lane.Points[i].Unfinished)
		}
	}
	return peak
}

func (t *timeline) queue(lane *trace.QueueLane, top float64) {
	y := t.queueScale(lane, top)
	base := y(0)
	d := t.d
	d.line(StyleRule, 0, base+0.5, t.layout.Width, 0, 1, 0)
	points := lane.Points
	last := trace.QueuePoint{}
	drawn := math.Inf(-1)
	until := func(i int) float64 {
		if i+1 < len(points) {
			return t.scale.at(points[i+1].Time, points[i+1].Event)
		}
		return t.end
	}
	for i := t.first(len(points), 0, 0, until); i < len(points); i++ {
		if i > 0 && drawn < 0 {
			last = points[i-1]
		}
		x0, x1 := t.scale.at(points[i].Time, points[i].Event), until(i)
		if x0 > t.layout.Width {
			break
		}
		if from := math.Max(x0, drawn); x1-from < 0.4 {
			if i = t.first(len(points), i+1, from+0.4, until); i == len(points) {
				break
			}
			x0, x1 = t.scale.at(points[i].Time, points[i].Event), until(i)
		}
		drawn = x1
		if x1 >= 0 {
			t.queueStep(lane.Accounted, last, points[i], math.Max(-1, x0), math.Min(t.layout.Width+1, x1), base, y)
		}
		last = points[i]
	}
	if n := len(points); n > 0 && t.layout.Width-t.end > 26 && t.end > 0 {
		last := points[n-1]
		yu, ys := y(last.Unfinished), y(last.Size)
		if ys-yu < 15 {
			mid := (ys + yu) / 2
			yu, ys = mid-7.5, mid+7.5
		}
		ys = math.Min(ys, base-6)
		if lane.Accounted {
			d.text(OpText, StyleJoin, t.end+10, math.Min(yu, ys-15), 0, FontFigure, strconv.Itoa(int(last.Unfinished)))
		}
		d.text(OpText, StyleGet, t.end+10, ys, 0, FontFigure, strconv.Itoa(int(last.Size)))
	}
}

// queueStep draws the counters from one change to the next, with the step that led there. What is unfinished counts only in a queue
// that is accounted for.
func (t *timeline) queueStep(accounted bool, before, p trace.QueuePoint, x0, x1, base float64, y func(int32) float64) {
	d := t.d
	yu, ys := y(p.Unfinished), y(p.Size)
	left, right := math.Round(x0), math.Round(x1)
	if accounted {
		d.tint(StyleJoin, PatternNone, left, yu, right-left, math.Max(0, ys-yu))
	}
	d.tint(StyleGet, PatternNone, left, ys, right-left, base-ys)
	d.line(StyleGet, x0, y(before.Size), 0, ys-y(before.Size), 2, 4)
	d.line(StyleGet, x0, ys, x1-x0, 0, 2, 4)
	if !accounted {
		return
	}
	d.line(StyleJoin, x0, y(before.Unfinished), 0, yu-y(before.Unfinished), 2, 0)
	d.line(StyleJoin, x0-1, yu, x1-x0+2, 0, 2, 0)
}
