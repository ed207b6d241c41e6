package model

// TourStage is how far the first visit's demonstration is.
type TourStage uint8

const (
	TourOff     TourStage = iota
	TourWaiting           // for the first run
	TourPlaying           // by itself, until the first input
)

// Pulse is the control that beckons; one at a time, gone after its first use.
type Pulse uint8

const (
	PulseNone Pulse = iota
	PulsePlayhead
	PulseFix
)

const tourSpeed = 0.5

// Tour is the first visit: the example plays by itself and the promise stands where the
// verdict will stand.
type Tour struct {
	Stage TourStage
	Pulse Pulse
}

// begin starts the demonstration; without motion there is nothing to demonstrate.
func (t *Tour) begin(reducedMotion bool) {
	if !reducedMotion {
		t.Stage = TourWaiting
	}
}

// On reports whether the promise stands and outcomes are still hidden.
func (t *Tour) On() bool { return t.Stage != TourOff }

func (t *Tour) end() { *t = Tour{} }

// input is any act of the person's: the demonstration is over for good.
func (p *Playground) input() {
	if p.Tour.On() {
		p.Tour.end()
		p.Play.Playing = false
		p.Play.Speed = 1
		p.touch(PartShell, PartProgram, PartRun, PartInstant)
	}
}

// Input ends the first visit's demonstration, as any act of the person's does.
func (p *Playground) Input() { p.input() }

// tourProgress moves the beckoning on as the demonstration plays.
func (p *Playground) tourProgress(r *Run) {
	if p.Tour.Stage != TourPlaying {
		return
	}
	if len(r.problems) > 0 && p.Play.Event >= int(r.problems[0]) && p.Tour.Pulse == PulseNone {
		p.Tour.Pulse = PulsePlayhead
		p.touch(PartRun)
	}
	if !p.Play.Playing {
		p.Tour = Tour{Pulse: PulseNone}
		if _, ok := p.FixVariant(); ok {
			p.Tour.Pulse = PulseFix
		}
		p.Play.Speed = 1
		p.touch(PartProgram, PartRun)
	}
}
