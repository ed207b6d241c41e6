package model

import "asyncplay/runtime/trace"

// arrow leads from one task to another: a cancel request, or an exception to the task that awaits.
type arrow struct {
	seconds  float64
	event    int32
	from, to trace.TaskID
	raised   bool // an exception; else a cancel request
}

const (
	arrowsMax      = 20000 // of a run
	arrowsDrawnMax = 600   // of a picture
	arrowGapPx     = 3     // arrows of one task are at least so far apart
)

// arrowFinder sees a run's events in order. What a task ends with is thrown into the task that awaits it within the same
// instant, with the same text: that is how the two belong together.
type arrowFinder struct {
	ended []trace.Event // tasks that ended with an exception at this instant
	index []int32
}

func (f *arrowFinder) see(r *Run, i int32, e *trace.Event) {
	switch e.Kind {
	case trace.TaskCancelRequested:
		if e.Task > 0 && e.Target > 0 && e.Task != e.Target && e.Size == 1 {
			r.addArrow(arrow{e.Time, i, e.Task, e.Target, false})
		}
	case trace.TaskRaised, trace.ThreadRaised:
		f.ended, f.index = append(f.ended, *e), append(f.index, i)
	case trace.ClockAdvanced:
		f.ended, f.index = f.ended[:0], f.index[:0]
	case trace.TaskStep:
		if e.Flags&trace.FlagThrown == 0 {
			return
		}
		for n := len(f.ended) - 1; n >= 0; n-- {
			from := f.ended[n].Task
			if f.ended[n].Kind == trace.ThreadRaised {
				from = f.ended[n].Target
			}
			if f.ended[n].Text == e.Text && from != e.Task && from > 0 {
				r.addArrow(arrow{e.Time, i, from, e.Task, true})
				return
			}
		}
	}
}

func (r *Run) addArrow(a arrow) {
	if len(r.arrows) < arrowsMax {
		r.arrows = append(r.arrows, a)
	}
}

// drawArrows draws the arrows between rows that are in sight.
func (t *timeline) drawArrows() {
	drawn := 0
	last := map[trace.TaskID]float64{}
	rows := t.run.Rows()
	for i := range t.run.arrows {
		a := &t.run.arrows[i]
		x := t.scale.at(a.seconds, a.event)
		if x < -2 || x > t.layout.Width+2 || drawn >= arrowsDrawnMax {
			continue
		}
		if at, ok := last[a.to]; ok && x-at < arrowGapPx {
			continue
		}
		from, to := t.run.rowOf[a.from-1], t.run.rowOf[a.to-1]
		if from == to || int(from) >= len(rows) || int(to) >= len(rows) {
			continue
		}
		last[a.to] = x
		drawn++
		h := t.layout.LaneHeight
		y0, y1 := t.layout.LaneY(int(from))+h/2, t.layout.LaneY(int(to))+h/2
		style := StyleCancelled
		if a.raised { // beside a cancel request of the same instant
			style, x = StyleRaised, x-3
		} else {
			x += 3
		}
		end := y1 - 0.3*h
		if y1 < y0 {
			end = y1 + 0.3*h
		}
		t.d.add(OpArrow, style, x, y0, 0, end-y0, 1.6, 0)
	}
}
