package model

import (
	"math"

	"asyncplay/runtime/trace"
)

// arrow leads from one task to another at an instant.
type arrow struct {
	seconds  float64
	event    int32 // what a click leads to
	from, to trace.TaskID
	kind     arrowKind
	ended    int32 // event with which the raiser ended; -1 for a cancel request
}

type arrowKind uint8

const (
	arrowCancels      arrowKind = iota // a task calls another's cancel()
	arrowGroupCancels                  // a task group cancels a task because another of its tasks raised
	arrowReaches                       // an exception reaches the task that awaits
)

const (
	arrowsMax      = 20000 // of a run
	arrowsDrawnMax = 600   // of a picture
	arrowGapPx     = 3     // arrows of one task are at least so far apart
	arrowReachPx   = 4     // how near the hand must come
	endedLookedAt  = 256   // of the tasks that ended at one instant, the last
)

// arrowFinder sees a run's events in order. What a task ends with is thrown into the task that awaits it within the same
// instant, with the same text: that is how the two belong together. A task group hears of it one pass of the loop later, and
// cancels its other tasks and then the one that has opened it.
type arrowFinder struct {
	ended []trace.Event // tasks that ended with an exception at this instant
	index []int32
}

func (f *arrowFinder) see(r *Run, i int32, e *trace.Event) {
	switch e.Kind {
	case trace.TaskCancelRequested:
		f.cancels(r, i, e)
	case trace.TaskRaised, trace.ThreadRaised:
		f.ended, f.index = append(f.ended, *e), append(f.index, i)
	case trace.ClockAdvanced:
		f.ended, f.index = f.ended[:0], f.index[:0]
	case trace.TaskStep:
		if e.Flags&trace.FlagThrown == 0 {
			return
		}
		for n := len(f.ended) - 1; n >= max(0, len(f.ended)-endedLookedAt); n-- {
			if from := raiser(&f.ended[n]); f.ended[n].Text == e.Text && from != e.Task && from > 0 {
				r.addArrow(arrow{e.Time, i, from, e.Task, arrowReaches, f.index[n]})
				return
			}
		}
	}
}

func (f *arrowFinder) cancels(r *Run, i int32, e *trace.Event) {
	if e.Size != 1 || e.Target < 1 || e.Task == e.Target || int(e.Target) > len(r.Trace.Tasks) {
		return
	}
	if e.Task > 0 {
		r.addArrow(arrow{e.Time, i, e.Task, e.Target, arrowCancels, -1})
		return
	}
	for n := max(0, len(f.ended)-endedLookedAt); n < len(f.ended); n++ {
		from := raiser(&f.ended[n])
		if from < 1 || f.ended[n].Iteration+1 != e.Iteration {
			continue
		}
		switch opener := r.Trace.Tasks[from-1].Parent; opener {
		case 0:
		case e.Target:
			r.addArrow(arrow{e.Time, i, from, e.Target, arrowReaches, f.index[n]})
			return
		case r.Trace.Tasks[e.Target-1].Parent:
			r.addArrow(arrow{e.Time, i, from, e.Target, arrowGroupCancels, f.index[n]})
			return
		}
	}
}

// raiser is the lane that an exception came from.
func raiser(e *trace.Event) trace.TaskID {
	if e.Kind == trace.ThreadRaised {
		return e.Target
	}
	return e.Task
}

func (r *Run) addArrow(a arrow) {
	if len(r.arrows) < arrowsMax {
		r.arrows = append(r.arrows, a)
	}
}

// eachArrow calls visit with the arrows that are drawn between rows, and where: x, and y from the shaft's end to the head.
func (t *timeline) eachArrow(visit func(a *arrow, x, y0, y1 float64) bool) {
	drawn := 0
	last := map[trace.TaskID]float64{}
	rows := t.run.Rows()
	rowOf := t.run.rowOf
	arrows, h := t.run.arrows, t.layout.LaneHeight
	at := func(i int) float64 { return t.scale.at(arrows[i].seconds, arrows[i].event) }
	for i := t.first(len(arrows), 0, -2, at); i < len(arrows) && drawn < arrowsDrawnMax; i++ {
		a, x := &arrows[i], at(i)
		if x > t.layout.Width+2 {
			return
		}
		if before, ok := last[a.to]; ok && x-before < arrowGapPx {
			continue
		}
		from, to := rowOf[a.from-1], rowOf[a.to-1]
		if from == to || int(from) >= len(rows) || int(to) >= len(rows) {
			continue
		}
		last[a.to] = x
		drawn++
		y0, y1 := t.layout.LaneY(int(from))+h/2, t.layout.LaneY(int(to))+h/2
		x -= 3 // beside a cancel request of the same instant
		if a.kind != arrowReaches {
			x += 6
		}
		end := y1 - 0.3*h
		if y1 < y0 {
			end = y1 + 0.3*h
		}
		if !visit(a, x, y0, end) {
			return
		}
	}
}

func (t *timeline) drawArrows() {
	t.eachArrow(func(a *arrow, x, y0, y1 float64) bool {
		style := StyleCancelled
		if a.kind == arrowReaches {
			style = StyleRaised
		}
		t.d.add(OpArrow, style, x, y0, 0, y1-y0, 1.6, 0)
		return true
	})
}

// arrowAt is the arrow at a point, nil for none. Near its start the end of the task that raised comes first.
func (t *timeline) arrowAt(x, y float64) (found *arrow) {
	nearest := arrowReachPx + 0.0
	t.eachArrow(func(a *arrow, ax, y0, y1 float64) bool {
		off := math.Abs(ax - x)
		if along := (y - y0) / (y1 - y0); along < 0 || along > 1.05 || math.Abs(y-y0) < 9 || off > nearest {
			return true
		}
		found, nearest = a, off
		return true
	})
	return found
}
