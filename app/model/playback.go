package model

import "math"

// Speeds that the transport offers, as factors.
var Speeds = []float64{0.25, 0.5, 1, 2, 4, 8}

const (
	playSecondsMax = 20.0 // a run plays in at most this many real seconds at 1×
	eventsPerSec   = 12.0 // when events rather than time are played, at 1×
	calmPerSec     = 2.5  // reduced motion: events a second
)

// Playback is where the playhead stands and whether it moves.
type Playback struct {
	Event   int
	Seconds float64 // virtual; between events while playing
	Playing bool
	Speed   float64
	Axis    Axis
	// Real: one virtual second a second, however long the run; Speed does not count then.
	Real bool
	// Calm: reduced motion is asked for, so play goes event by event.
	Calm  bool
	carry float64 // fraction of an event not played yet
	// beyond is how many virtual seconds the hand had put the playhead past the end of this run, in a longer one before it.
	beyond float64
}

// wanted is the instant at which the hand has put the playhead.
func (p *Playback) wanted() float64 { return p.Seconds + p.beyond }

// AtEnd reports whether the playhead stands at the end of the run, and not only because the run is too short.
func (p *Playback) AtEnd(r *Run) bool { return p.Event >= r.Last() && p.beyond == 0 }

// TimeRate is how many virtual seconds 1× plays in a real one.
func TimeRate(r *Run) float64 { return math.Max(1, r.EndSeconds()/playSecondsMax) }

// EventRate is how many events 1× plays in a real second.
func EventRate(r *Run) float64 {
	return math.Max(eventsPerSec, float64(len(r.Trace.Events))/playSecondsMax)
}

// ByEvents reports whether play counts events: on the axis of steps, when reduced motion
// is asked for, and when the whole run takes no virtual time.
func (p *Playback) ByEvents(r *Run) bool {
	return p.Calm || p.Axis == AxisSteps || r.EndSeconds() <= 0
}

// Seek puts the playhead on an event.
func (p *Playback) Seek(r *Run, event int) {
	p.Event = max(0, min(event, r.Last()))
	p.Seconds = r.TimeOf(p.Event)
	p.carry, p.beyond = 0, 0
}

// SeekUnit puts the playhead on a position of the axis.
func (p *Playback) SeekUnit(r *Run, unit float64) {
	if p.Axis == AxisSteps {
		p.Seek(r, int(math.Round(unit)))
		return
	}
	end := r.EndSeconds()
	seconds := math.Max(0, math.Min(unit, end))
	p.Seek(r, r.EventAtTime(seconds))
	p.Seconds = seconds
}

// Toggle starts or stops play; at the end it starts over.
func (p *Playback) Toggle(r *Run) {
	p.Playing = !p.Playing
	if p.Playing && p.Event >= r.Last() {
		p.Seek(r, 0)
	}
}

// Advance plays for a real duration and reports whether the event changed.
func (p *Playback) Advance(r *Run, realSeconds float64) bool {
	if !p.Playing {
		return false
	}
	before := p.Event
	if p.ByEvents(r) {
		rate := EventRate(r)
		if p.Calm {
			rate = calmPerSec
		}
		p.carry += realSeconds * rate * p.Speed
		whole := math.Floor(p.carry)
		left := p.carry - whole
		p.Seek(r, p.Event+int(math.Min(whole, 1e9)))
		p.carry = left
	} else {
		rate := TimeRate(r) * p.Speed
		if p.Real {
			rate = 1
		}
		seconds := p.Seconds + realSeconds*rate
		p.Event = max(p.Event, r.EventAtTime(math.Min(seconds, r.EndSeconds())))
		p.Seconds = math.Min(seconds, r.EndSeconds())
	}
	if p.Event >= r.Last() {
		p.Seek(r, r.Last())
		p.Playing = false
	}
	return p.Event != before
}

// Unit is the playhead's position on the axis.
func (p *Playback) Unit() float64 {
	if p.Axis == AxisSteps {
		return float64(p.Event) + p.carry
	}
	return p.Seconds
}

// Faster moves the speed by a number of notches.
func (p *Playback) Faster(notches int) {
	p.Real = false
	at := 0
	for i, s := range Speeds {
		if s <= p.Speed {
			at = i
		}
	}
	p.Speed = Speeds[max(0, min(len(Speeds)-1, at+notches))]
}
