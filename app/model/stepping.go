package model

import (
	"slices"
	"sort"

	"asyncplay/runtime/trace"
)

// seekEvent puts the playhead on the nearest event in a direction (+1 or -1) that fits.
func (p *Playground) seekEvent(direction int, fits func(r *Run, i int) bool) {
	p.moved(func(r *Run) {
		for i := p.Play.Event + direction; i >= 0 && i < len(r.Trace.Events); i += direction {
			if fits(r, i) {
				p.Play.Seek(r, i)
				return
			}
		}
	})
}

// StepIteration goes to where the next pass of the event loop begins, or to where this one or the one before it began.
func (p *Playground) StepIteration(direction int) {
	p.seekEvent(direction, func(r *Run, i int) bool {
		return i == 0 || r.Trace.Events[i].Iteration != r.Trace.Events[i-1].Iteration
	})
}

// StepLine goes to the next event of the selected task, or of the current event's, on another line; where the event is the
// loop's own, of any task.
func (p *Playground) StepLine(direction int) {
	r := p.Run()
	if r == nil {
		return
	}
	task, line := p.Selected, int32(0)
	if e := r.event(p.Play.Event); e != nil {
		if task == 0 {
			task = e.Task
		}
		line = e.Line
	}
	p.seekEvent(direction, func(r *Run, i int) bool {
		e := &r.Trace.Events[i]
		return e.Task > 0 && (e.Task == task || task == 0) && e.Line > 0 && e.Line != line
	})
}

// PreviousProblem goes back to the last raise, lost item or hang before the playhead.
func (p *Playground) PreviousProblem() {
	p.moved(func(r *Run) {
		i := sort.Search(len(r.problems), func(i int) bool { return int(r.problems[i]) >= p.Play.Event })
		if n := len(r.problems); n > 0 {
			p.Play.Seek(r, int(r.problems[(i+n-1)%n]))
		}
	})
}

// StepPrint goes to the next line of output.
func (p *Playground) StepPrint(direction int) { p.stepKinds(direction, trace.Stdout, trace.Stderr) }

// StepFault goes to where a fault struck next.
func (p *Playground) StepFault(direction int) {
	p.stepKinds(direction, trace.FaultApplied, trace.FaultApplied)
}

func (p *Playground) stepKinds(direction int, a, b trace.Kind) {
	p.seekEvent(direction, func(r *Run, i int) bool { k := r.Trace.Events[i].Kind; return k == a || k == b })
}

const bookmarksMax = 64 // of a variant

// ToggleBookmark marks the playhead's event, or takes the mark away.
func (p *Playground) ToggleBookmark() {
	p.input()
	v := p.Current()
	if at, found := slices.BinarySearch(v.Bookmarks, p.Play.Event); found {
		v.Bookmarks = slices.Delete(v.Bookmarks, at, at+1)
	} else if len(v.Bookmarks) < bookmarksMax {
		v.Bookmarks = slices.Insert(v.Bookmarks, at, p.Play.Event)
	}
	p.touch(PartInstant)
}

// Bookmarked reports whether the playhead's event is marked.
func (p *Playground) Bookmarked() bool {
	_, found := slices.BinarySearch(p.Current().Bookmarks, p.Play.Event)
	return found
}

// NextBookmark goes to the next marked event, from the last one to the first.
func (p *Playground) NextBookmark() {
	marks := p.Current().Bookmarks
	if len(marks) == 0 {
		return
	}
	at, found := slices.BinarySearch(marks, p.Play.Event)
	if found {
		at++
	}
	p.Seek(marks[at%len(marks)])
}
