package model

import (
	"math"
	"sort"
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// seePass notes the first event of each iteration of the loop.
func (r *Run) seePass(i int32, e *trace.Event) {
	if n := len(r.passes); e.Iteration > 0 && (n == 0 || r.Trace.Events[r.passes[n-1]].Iteration != e.Iteration) {
		r.passes = append(r.passes, i)
	}
}

const passLabelGapPx = 30 // from tick to tick, where the number of the iteration has room

// loop draws the event loop's own lane: a tall tick for each iteration, a short one for each step in it, dots where the clock
// jumped.
func (t *timeline) loop() {
	d, y := t.d, float64(axisHeight)
	middle := y + loopHeight/2
	d.line(StyleInk3, math.Max(0, t.scale.at(0, 0)), middle+0.5, math.Min(t.end, t.layout.Width), 0, 1, 1.5)
	t.ticks(t.run.steps, func(x, _ float64, _ int) { d.fill(StyleRun, x-1, middle-2, 2, 5, 1) })
	t.ticks(t.run.passes, func(x, next float64, i int) {
		d.fill(StyleRun, x-1, middle-6, 2, 13, 1)
		if t.scale.Axis == AxisSteps && next-x >= passLabelGapPx {
			d.text(OpText, StyleInk3, x+4, middle-4, 0, FontAxis, strconv.Itoa(int(t.run.iteration(i))))
		}
	})
	d.line(StyleRule2, 0, y+loopHeight-0.5, t.layout.Width, 0, 1, 0)
}

// ticks calls draw with the places of events in sight, one a pixel, and of those that come next.
func (t *timeline) ticks(events []int32, draw func(x, next float64, i int)) {
	at := func(i int) float64 { return t.scale.at(t.run.TimeOf(int(events[i])), events[i]) }
	for i := t.first(len(events), 0, 0, at); i < len(events); {
		x := at(i)
		if x > t.layout.Width {
			return
		}
		next := t.end
		if i+1 < len(events) {
			next = at(i + 1)
		}
		draw(x, next, i)
		i = t.first(len(events), i+1, math.Floor(x)+1, at)
	}
}

// iteration is the loop's own number of a pass.
func (r *Run) iteration(pass int) uint32 { return r.Trace.Events[r.passes[pass]].Iteration }

// passesAt are the passes of the loop at a pixel: all of one instant on the axis of time, none where the loop waits.
func (t *timeline) passesAt(x float64) (from, to int) {
	passes := t.run.passes
	at := func(i int) float64 { return t.scale.at(t.run.TimeOf(int(passes[i])), passes[i]) }
	if t.scale.Axis == AxisSteps {
		to = t.first(len(passes), 0, x+1e-6, at)
		return max(0, to-1), to
	}
	from = t.first(len(passes), 0, x-arrowReachPx, at)
	if from == len(passes) || at(from) > x+arrowReachPx {
		return from, from
	}
	instant := t.run.TimeOf(int(passes[from]))
	to = from + sort.Search(len(passes)-from, func(i int) bool { return t.run.TimeOf(int(passes[from+i])) > instant })
	return from, to
}

const namesOfPassMax = 5

// loopText says which iterations of the loop there are at a point, and what runs in them.
func (p *Playground) loopText(r *Run, h *Hit) string {
	from, to := h.from, h.to
	if from >= to {
		return p.Text(words.HoverLoopWaits)
	}
	text := p.Text(words.HoverIteration, strconv.Itoa(int(r.iteration(from))))
	if to > from+1 {
		text = p.Text(words.HoverIterations, strconv.Itoa(int(r.iteration(from))), strconv.Itoa(int(r.iteration(to-1))))
	}
	last := int32(len(r.Trace.Events))
	if to < len(r.passes) {
		last = r.passes[to]
	}
	var names []string
	first := sort.Search(len(r.steps), func(i int) bool { return r.steps[i] >= r.passes[from] })
	for _, step := range r.steps[first:] {
		if step >= last {
			break
		}
		if len(names) == namesOfPassMax {
			names = append(names, "…")
			break
		}
		if name := r.TaskName(r.Trace.Events[step].Task); len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
	}
	parts := []string{text}
	if len(names) > 0 {
		parts = append(parts, p.Text(words.HoverRun, strings.Join(names, ", ")))
	}
	return strings.Join(append(parts, p.ClockText(r.TimeOf(int(r.passes[from])))), " · ")
}
