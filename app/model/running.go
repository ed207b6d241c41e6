package model

import (
	"errors"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// ErrSuperseded is what Env.Run answers for a run whose place a newer one took.
var ErrSuperseded = errors.New("a newer run took its place")

// ErrStopped is what Env.Run answers for a run that was stopped by hand.
var ErrStopped = errors.New("the run was stopped")

// runCurrent runs the variant on the screen if its run is from before the last change;
// the others follow when the hand rests, so that every tab can show its outcome.
func (p *Playground) runCurrent() {
	p.remember()
	p.refreshImporters()
	if v := p.Current(); v.stale {
		p.start(v)
		return
	}
	if p.runningOf == nil {
		p.env.Settle(p.runOthers)
	}
}

func (p *Playground) runOthers() {
	p.undo.open = false // the hand rests
	if p.runningOf != nil {
		return
	}
	p.refreshImporters()
	for _, v := range p.Variants {
		if v.stale {
			p.start(v)
			return
		}
	}
}

func (p *Playground) start(v *Variant) {
	if p.runningOf != nil {
		p.runningOf.running = false
		if p.runningOf != v {
			p.runningOf.stale = true
		}
	}
	p.runSeq++
	seq, source := p.runSeq, v.Source
	v.stale, v.running, v.progress = false, true, Progress{}
	p.runningOf = v
	request := v.request(p.Seed, p.limitFactor)
	request.Modules = p.modules(v)
	v.ranWith = request.Modules
	p.stop = p.env.Run(request, func(progress Progress) {
		if seq == p.runSeq {
			v.progress = progress
			p.touch(PartShell)
		}
	}, func(t *trace.Trace, err error) {
		if seq == p.runSeq {
			p.finished(v, source, t, err)
		}
	})
}

func (p *Playground) finished(v *Variant, source string, t *trace.Trace, err error) {
	v.running, p.runningOf, p.stop = false, nil, nil
	switch {
	case errors.Is(err, ErrSuperseded):
	case errors.Is(err, ErrStopped):
		v.halted = true
	case err != nil:
		v.failure = err.Error()
	default:
		v.failure, v.halted = "", false
		p.accept(v, t, source)
	}
	if v == p.Current() {
		p.closeChange()
		p.touch(PartRun, PartInstant)
	} else {
		p.touch(PartOthers)
	}
	if v != p.Current() && !p.Current().stale {
		p.runOthers()
		return
	}
	p.runCurrent()
}

// accept shows a run. One that did not start leaves the last good one on the screen.
func (p *Playground) accept(v *Variant, t *trace.Trace, source string) {
	if t.Outcome.Status == trace.StatusSyntaxError {
		v.broken = p.derived(t, source)
		return
	}
	v.broken = nil
	if v != p.Current() {
		v.fresh, v.freshSource = t, source
		if r := p.prepared; r != nil && r.Trace == t {
			v.run, v.fresh = p.derived(t, source), nil
		}
		return
	}
	before, r := v.Run(), p.derived(t, source)
	v.run = r
	p.chooseAxis(r)
	if int(p.Selected) > len(t.Tasks) {
		p.Selected = 0 // it was in another run
	}
	switch {
	case p.arrival != nil:
		p.arrive(r)
	case p.Tour.Stage == TourWaiting:
		p.Tour.Stage = TourPlaying
		p.Play.Speed = tourSpeed
		p.Play.Seek(r, 0)
		p.Play.Playing = true
	case before == nil && p.cameFrom != cameFromNowhere:
		p.comeTo(r)
	case before == nil && p.Play.Event == 0, before != nil && p.Play.Event >= before.Last():
		p.Play.Seek(r, r.Last())
	case before == nil:
		p.Play.Seek(r, p.Play.Event)
	default:
		p.keepInstant(r)
	}
}

// origin is where the playhead stood in the run of the variant that another one is opened from.
type origin uint8

const (
	cameFromNowhere origin = iota // no other variant was on the screen
	cameFromMiddle
	cameFromEnd
)

// comeTo puts the playhead where it stood in the variant before: at the same instant, or at the end. A variant opened before
// its first run does so when that has come.
func (p *Playground) comeTo(r *Run) {
	if p.cameFrom == cameFromEnd {
		p.Play.Seek(r, r.Last())
	} else {
		p.keepInstant(r)
	}
	p.cameFrom = cameFromNowhere
}

// Prepared hands over the views of a trace that is about to arrive.
func (p *Playground) Prepared(r *Run) { p.prepared = r }

// derived is the run of a trace, from Prepared if it was there.
func (p *Playground) derived(t *trace.Trace, source string) *Run {
	r := p.prepared
	p.prepared = nil
	if r != nil && r.Trace == t && r.Source == source {
		return r
	}
	return NewRun(t, source)
}

// chooseAxis: on the axis of time, a run that takes none would be a single line.
func (p *Playground) chooseAxis(r *Run) {
	switch timeless := r.EndSeconds() <= 0; {
	case timeless && p.Play.Axis == AxisTime:
		p.Play.Axis, p.stepsForced, p.Window = AxisSteps, true, Window{}
	case !timeless && p.stepsForced:
		p.Play.Axis, p.stepsForced, p.Window = AxisTime, false, Window{}
	}
}

// keepInstant puts the playhead of a new run where it stood in the old one.
func (p *Playground) keepInstant(r *Run) {
	seconds, playing := p.Play.Seconds, p.Play.Playing
	p.Play.Seek(r, r.EventAtTime(seconds))
	p.Play.Seconds = min(seconds, r.EndSeconds())
	p.Play.Playing = playing && p.Play.Event < r.Last()
}

// Again runs the program on the screen once more, at once.
func (p *Playground) Again() {
	p.Tour.end()
	p.Current().stale = true
	p.start(p.Current())
}

// Halt stops the run under way; what it recorded so far is shown as its trace says.
func (p *Playground) Halt() {
	if p.stop != nil {
		p.stop()
		p.touch(PartShell)
	}
}

func (p *Playground) halt() {
	p.Halt()
	p.runSeq++ // whatever it still answers is for programs that are gone
	p.runningOf, p.stop = nil, nil
}

// Busy is the variant whose run is under way, nil when none is.
func (p *Playground) Busy() *Variant { return p.runningOf }

// Edited takes over what was typed in the editor and returns the edit's number. The page
// calls RunEdited with it after a pause.
func (p *Playground) Edited(source string) int {
	v := p.Shown()
	if source != v.Source {
		p.Tour.end()
		faults := len(v.Faults)
		v.setSource(source)
		if len(v.Faults) != faults && p.Overlay == OverlayFault {
			p.Overlay = OverlayNone // the one in the form may be gone
			p.touch(PartShell)
		}
		p.touch(PartProgram)
	}
	return v.editSeq
}

// RunEdited runs the program if no other edit came in between.
func (p *Playground) RunEdited(edit int) {
	if v := p.Shown(); v.editSeq == edit && (v.stale || v != p.Current()) {
		p.remember()
		p.refreshImporters()
		if p.Current().stale {
			p.start(p.Current()) // also when it only imports what was edited
		}
	}
}

// RaiseLimit gives runs four times the room and runs again.
func (p *Playground) RaiseLimit() {
	if p.limitFactor < 64 {
		p.limitFactor *= 4
	}
	p.Again()
}

// offer shows a sentence with a button.
func (p *Playground) offer(k, label words.Key, do string) {
	p.Say(k)
	p.NoticeLabel, p.NoticeDo = label, do
}

// Notices counts the sentences shown so far.
func (p *Playground) Notices() int { return p.notices }

// Say shows a sentence once.
func (p *Playground) Say(k words.Key) {
	p.Notice, p.HasNote, p.NoticeDo = k, true, ""
	p.notices++
	p.touch(PartShell)
}
