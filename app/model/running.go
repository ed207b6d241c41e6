package model

import (
	"errors"
	"reflect"

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
		p.sweepOn()
	}
}

func (p *Playground) runOthers() {
	p.undo.open = false // the hand rests
	if p.runningOf != nil || p.Trying() {
		return
	}
	p.refreshImporters()
	for _, v := range p.Variants {
		if v.stale {
			p.start(v)
			return
		}
	}
	p.sweepOn()
}

func (p *Playground) start(v *Variant) {
	if p.runningOf != nil {
		p.runningOf.running = false
		if p.runningOf != v {
			p.runningOf.stale = true
		}
	}
	p.runSeq++
	p.trial = trial{}
	seq, source := p.runSeq, v.Source
	v.stale, v.running, v.progress = false, true, Progress{}
	p.runningOf = v
	request := p.request(v)
	v.ranWith, v.ranFaults = request.Modules, p.moduleFaults(v)
	p.stop = p.env.Run(request, func(progress Progress) {
		if seq == p.runSeq {
			v.progress = progress
			if p.trial.of == nil {
				p.touch(PartShell)
			}
		}
	}, func(t *trace.Trace, err error) {
		if seq == p.runSeq {
			p.finished(v, source, t, err)
		}
	})
}

func (p *Playground) finished(v *Variant, source string, t *trace.Trace, err error) {
	v.running, p.runningOf, p.stop = false, nil, nil
	typed := p.trial
	p.trial = trial{}
	switch {
	case errors.Is(err, ErrSuperseded):
	case errors.Is(err, ErrStopped):
		v.halted = true
	case err != nil:
		v.failure = err.Error()
	case v == p.Current() && p.shownAlready(v, t, source):
		p.runCurrent()
		return
	case typed.of == v && v == p.Current():
		r := p.derived(t, source)
		if typed.waits(v, r) {
			typed.held = r
			p.trial = typed
			return
		}
		p.show(v, r)
	default:
		p.accept(v, t, source)
	}
	p.ended(v)
}

// ended draws what a run has changed, and goes on with the next one.
func (p *Playground) ended(v *Variant) {
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

// accept shows a run, or keeps it for when its variant is looked at.
func (p *Playground) accept(v *Variant, t *trace.Trace, source string) {
	prepared := p.prepared != nil && p.prepared.Trace == t
	if v == p.Current() || prepared || t.Outcome.Status == trace.StatusSyntaxError {
		p.show(v, p.derived(t, source))
		return
	}
	v.failure, v.halted, v.broken = "", false, nil
	v.fresh, v.freshSource = t, source
}

// shownAlready takes over a run that is the same as the one on the screen, event by event, as after a comment or a name of no
// consequence: nothing is drawn anew then, and nothing derived.
func (p *Playground) shownAlready(v *Variant, t *trace.Trace, source string) bool {
	before := v.Run()
	if before == nil || v.Stale() || v.failure != "" || p.arrival != nil || p.Tour.Stage == TourWaiting || !sameTrace(before.Trace, t) {
		return false
	}
	r := before.of(source)
	if !reflect.DeepEqual(r.Report, before.Report) || !sameFindings(r.Findings(), before.Findings()) {
		return false // the verdict reads the program, too
	}
	v.run, p.prepared = r, nil
	if p.WantLocals() > 0 {
		p.touch(PartInstant) // variables are not in the trace
	}
	return true
}

// show puts a run in the place of the variant's last one. One that did not start leaves the last good one on the screen.
func (p *Playground) show(v *Variant, r *Run) {
	v.failure, v.halted, v.broken = "", false, nil
	if r.Trace.Outcome.Status == trace.StatusSyntaxError {
		v.broken = r
		return
	}
	if v != p.Current() {
		v.run, v.fresh = r, nil
		return
	}
	before := v.Run()
	v.run, v.fresh = r, nil
	p.chooseAxis(r)
	if int(p.Selected) > len(r.Trace.Tasks) {
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
	case before == nil && p.Play.Event == 0, before != nil && p.Play.AtEnd(before):
		p.Play.Seek(r, r.Last())
	case before == nil:
		p.Play.Seek(r, p.Play.Event)
	default:
		p.keepEvent(before, r)
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

// keepInstant puts the playhead of a new run where it stood in the old one. In a run that is shorter it stands at the end, until
// a longer one comes again: a program under the hand may pass through shorter ones.
func (p *Playground) keepInstant(r *Run) {
	seconds, playing := p.Play.wanted(), p.Play.Playing
	p.Play.Seek(r, r.EventAtTime(seconds))
	p.Play.Seconds = min(seconds, r.EndSeconds())
	p.Play.beyond = seconds - p.Play.Seconds
	p.Play.Playing = playing && p.Play.Event < r.Last()
}

// keepEvent keeps the instant, and among what happens at that instant the event, where both runs have it.
func (p *Playground) keepEvent(before, r *Run) {
	at, stood, playing := p.Play.Event, p.Play.Seconds, p.Play.Playing
	p.keepInstant(r)
	if a, b := before.event(at), r.event(at); a != nil && b != nil && stood == p.Play.Seconds &&
		a.Time == b.Time && a.Iteration == b.Iteration && a.Kind == b.Kind && a.Task == b.Task {
		p.Play.Event = at
		p.Play.Playing = playing && at < r.Last()
	}
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
		p.trial = trial{}
		p.stop()
		p.touch(PartShell)
	}
}

func (p *Playground) halt() {
	p.Halt()
	p.runSeq++ // whatever it still answers is for programs that are gone
	p.trial = trial{}
	p.runningOf, p.stop = nil, nil
}

// Busy is the variant whose run is under way, nil when none is.
func (p *Playground) Busy() *Variant { return p.runningOf }

// Edited takes over what was typed in the editor and returns the edit's number, for RunEdited.
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
