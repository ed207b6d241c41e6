package model

import (
	"math"
	"strconv"

	"asyncplay/runtime/trace"
)

// Axis is what the horizontal axis of the timeline counts.
type Axis uint8

const (
	AxisTime  Axis = iota // virtual seconds
	AxisSteps             // events, so that what takes no time has width too
)

// Scale maps the units of an axis (virtual seconds or event indexes) to CSS pixels.
// From and To are the zoom window.
type Scale struct {
	Axis     Axis
	From, To float64
	Width    float64
}

// X returns the pixel of a position on the axis.
func (s Scale) X(unit float64) float64 {
	return (unit - s.From) / (s.To - s.From) * s.Width
}

// Unit returns the position on the axis at a pixel.
func (s Scale) Unit(x float64) float64 {
	return s.From + x/s.Width*(s.To-s.From)
}

// at picks the coordinate of an instant for the scale's axis.
func (s Scale) at(seconds float64, event int32) float64 {
	if s.Axis == AxisSteps {
		return s.X(float64(event))
	}
	return s.X(seconds)
}

// Tick is a labelled position of the axis.
type Tick struct {
	X     float64
	Label string
}

const tickGapMinPx = 78

// Ticks returns round positions of the window, at least tickGapMinPx apart, none beyond end.
func (s Scale) Ticks(end float64) []Tick {
	span := s.To - s.From
	if span <= 0 || s.Width <= 0 {
		return nil
	}
	step := roundStep(span * tickGapMinPx / s.Width)
	if s.Axis == AxisSteps && step < 1 {
		step = 1
	}
	decimals := max(0, int(-math.Floor(math.Log10(step)+1e-9)))
	if step < 0.5 && step > 0.2 {
		decimals = 2
	}
	var ticks []Tick
	for i := math.Ceil(s.From/step - 1e-9); i*step <= math.Min(s.To, end)+1e-9; i++ {
		unit := i * step
		label := strconv.FormatFloat(unit, 'f', decimals, 64)
		if i == 0 {
			label = "0"
		}
		x := s.X(unit)
		if s.Axis == AxisSteps {
			if x = s.X(unit - 1); i == 0 { // events are counted from 1
				continue
			}
		}
		ticks = append(ticks, Tick{X: x, Label: label})
	}
	return ticks
}

// roundStep is the smallest of 1, 2, 5 times a power of ten that is at least raw.
func roundStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= raw-1e-12 {
			return m * power
		}
	}
	return 10 * power
}

// Window is the zoom window as fractions of the whole axis; the zero Window is all of it.
type Window struct{ From, To float64 }

const windowMin = 1e-6

func (w Window) normal() Window {
	if w.To <= w.From {
		return Window{0, 1}
	}
	return w
}

// Whole reports whether the window shows everything.
func (w Window) Whole() bool { n := w.normal(); return n.From <= 0 && n.To >= 1 }

// Range is the window as two fractions.
func (w Window) Range() (from, to float64) {
	n := w.normal()
	return n.From, n.To
}

// Zoom narrows (factor < 1) or widens the window around a fraction of the axis.
func (w Window) Zoom(factor, around float64) Window {
	n := w.normal()
	span := math.Min(1, math.Max(windowMin, (n.To-n.From)*factor))
	from := around - (around-n.From)/(n.To-n.From)*span
	return Window{}.place(from, span)
}

// Pan moves the window by a fraction of the axis.
func (w Window) Pan(by float64) Window {
	n := w.normal()
	return n.place(n.From+by, n.To-n.From)
}

// Reveal moves the window just enough that it holds a fraction of the axis.
func (w Window) Reveal(at float64) Window {
	n := w.normal()
	span := n.To - n.From
	switch {
	case at < n.From:
		return n.place(at-0.1*span, span)
	case at > n.To:
		return n.place(at-0.9*span, span)
	}
	return n
}

func (Window) place(from, span float64) Window {
	from = math.Max(0, math.Min(1-span, from))
	return Window{from, from + span}
}

// axisEnd is where the run ends on an axis, and axisTotal how far the axis goes: a run
// that hung gets room for its ∞ and for the debts that stay.
func axisEnd(t *trace.Trace, axis Axis) float64 {
	if axis == AxisSteps {
		return float64(max(1, len(t.Events)-1))
	}
	if len(t.Events) == 0 {
		return 0
	}
	return t.Events[len(t.Events)-1].Time
}

func axisTotal(t *trace.Trace, axis Axis) float64 {
	end := axisEnd(t, axis)
	switch {
	case end <= 0:
		return 1
	case t.Outcome.Status == trace.StatusHung:
		return end * 1.10
	}
	return end * 1.03
}
