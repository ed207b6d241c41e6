package model

import "math"

// Seek puts the playhead on an event.
func (p *Playground) Seek(event int) {
	p.moved(func(r *Run) { p.Play.Seek(r, event) })
}

// SeekUnit puts the playhead on a position of the axis: virtual seconds or events.
func (p *Playground) SeekUnit(unit float64) {
	p.moved(func(r *Run) { p.Play.SeekUnit(r, unit) })
}

const snapPx = 4

// SeekNear puts the playhead at a pixel of the plot; what happened within a few pixels of
// it draws it on, and a problem more than anything else.
func (p *Playground) SeekNear(s Scale, x float64) {
	r := p.Run()
	if r == nil || s.Axis == AxisSteps {
		p.SeekUnit(s.Unit(x))
		return
	}
	for _, problem := range r.problems {
		if math.Abs(s.X(r.TimeOf(int(problem)))-x) <= snapPx {
			p.Seek(int(problem))
			return
		}
	}
	if event := r.EventAtTime(s.Unit(x + snapPx)); math.Abs(s.X(r.TimeOf(event))-x) <= snapPx {
		p.Seek(event)
		return
	}
	p.SeekUnit(s.Unit(x))
}

// Step goes some events forward or back.
func (p *Playground) Step(by int) {
	if by == 1 && p.asks(func() { p.Seek(p.Play.Event + 1) }) {
		return
	}
	p.Seek(p.Play.Event + by)
}

// StepTask goes to the selected task's next or previous event; without a selection it
// follows the task of the current event.
func (p *Playground) StepTask(direction int) {
	p.moved(func(r *Run) {
		task := p.Selected
		if task == 0 && p.Play.Event < len(r.Trace.Events) {
			task = r.Trace.Events[p.Play.Event].Task
		}
		if event, ok := r.NextOfTask(task, p.Play.Event, direction); ok {
			p.Play.Seek(r, event)
		}
	})
}

// Page goes a tenth of the run forward or back.
func (p *Playground) Page(direction int) {
	p.moved(func(r *Run) {
		end := axisEnd(r.Trace, p.Play.Axis)
		unit := p.Play.Unit() + float64(direction)*end/10
		p.Play.SeekUnit(r, math.Max(0, math.Min(unit, end)))
	})
}

// ToEnd goes to the last event.
func (p *Playground) ToEnd() {
	p.moved(func(r *Run) { p.Play.Seek(r, r.Last()) })
}

// NextProblem goes to the next raise, lost item or hang.
func (p *Playground) NextProblem() {
	p.moved(func(r *Run) {
		if event, ok := r.NextProblem(p.Play.Event); ok {
			p.Play.Seek(r, event)
		}
	})
}

// moved does what a hand on the playhead does: the demonstration and play end.
func (p *Playground) moved(move func(r *Run)) {
	p.input()
	r := p.Run()
	if r == nil {
		return
	}
	if p.Tour.Pulse == PulsePlayhead {
		p.Tour.Pulse = PulseNone
		p.touch(PartRun)
	}
	p.Play.Playing, p.Question, p.Answered = false, nil, false
	move(r)
	p.reveal(r)
	p.touch(PartInstant)
}

// TogglePlay starts or stops play.
func (p *Playground) TogglePlay() {
	wasTour := p.Tour.On()
	p.input()
	p.Question = nil
	if r := p.Run(); r != nil && !wasTour {
		p.Play.Toggle(r)
	}
	p.touch(PartInstant)
}

// Frame plays on for a real duration and reports whether the playhead moved.
func (p *Playground) Frame(realSeconds float64) bool {
	r := p.Run()
	if r == nil || !p.Play.Playing {
		return false
	}
	if p.Play.Advance(r, realSeconds) || !p.Play.Playing {
		p.touch(PartInstant)
	}
	p.reveal(r)
	p.tourProgress(r)
	return true
}

// reveal keeps the playhead inside the zoom window.
func (p *Playground) reveal(r *Run) {
	if p.Window.Whole() {
		return
	}
	at := p.Play.Unit() / axisTotal(r.Trace, p.Play.Axis)
	if next := p.Window.Reveal(at); next != p.Window {
		p.Window = next
		p.touch(PartWindow)
	}
}

// Faster changes the speed by some notches.
func (p *Playground) Faster(notches int) {
	p.input()
	p.Play.Faster(notches)
	p.touch(PartInstant)
}

// SetSpeed chooses one of Speeds.
func (p *Playground) SetSpeed(speed float64) {
	p.input()
	for _, s := range Speeds {
		if s == speed {
			p.Play.Speed, p.Play.Real = s, false
		}
	}
	p.touch(PartInstant)
}

// SetRealTime plays one virtual second a second.
func (p *Playground) SetRealTime() {
	p.input()
	p.Play.Real = true
	p.touch(PartInstant)
}

// ToggleSound turns the cues on or off; they are off at first.
func (p *Playground) ToggleSound() {
	p.input()
	p.Sound = !p.Sound
	p.touch(PartInstant)
}

// SetAxis chooses what the horizontal axis counts.
func (p *Playground) SetAxis(a Axis) {
	p.input()
	p.Play.Axis, p.stepsForced = a, false
	p.Window = Window{}
	p.touch(PartRun, PartInstant)
}

// Zoom narrows (factor below 1) or widens the window around a fraction of the axis;
// a negative one means the playhead.
func (p *Playground) Zoom(factor, around float64) {
	p.input()
	r := p.Run()
	if r == nil {
		return
	}
	if around < 0 {
		around = p.Play.Unit() / axisTotal(r.Trace, p.Play.Axis)
	}
	p.Window = p.Window.Zoom(factor, around)
	p.touch(PartWindow)
}

// Pan moves the window by a fraction of the axis.
func (p *Playground) Pan(by float64) {
	if p.Window.Whole() {
		return
	}
	p.Window = p.Window.Pan(by)
	p.touch(PartWindow)
}

// panPart is how much of the window a key moves it.
const panPart = 0.25

// PanBy moves the window by a part of its own width.
func (p *Playground) PanBy(part float64) {
	p.input()
	from, to := p.Window.Range()
	p.Pan(part * (to - from))
}

// FramePart is a part of the minimap's frame, which is the zoom window.
type FramePart uint8

const (
	FrameNone FramePart = iota
	FrameBar            // moves the window
	FrameLeft           // moves one of its edges
	FrameRight
)

// Sizes of what a hand can take hold of, in CSS pixels.
const (
	FrameBarPx  = 8
	frameEdgePx = 6
)

// FrameAt is the part of the minimap's frame at a point; none while the whole run is shown.
func (p *Playground) FrameAt(x, y, width float64) FramePart {
	from, to := p.Window.Range()
	left, right := from*width, to*width
	switch {
	case p.Window.Whole() || x < left-frameEdgePx || x > right+frameEdgePx:
		return FrameNone
	case y <= FrameBarPx && x > left+frameEdgePx && x < right-frameEdgePx:
		return FrameBar
	case math.Abs(x-right) <= frameEdgePx && x > (left+right)/2:
		return FrameRight
	case math.Abs(x-left) <= frameEdgePx:
		return FrameLeft
	case y <= FrameBarPx:
		return FrameBar
	}
	return FrameNone
}

// MoveFrame moves a part of the frame by a fraction of the minimap.
func (p *Playground) MoveFrame(part FramePart, by float64) {
	p.input()
	from, to := p.Window.Range()
	switch part {
	case FrameBar:
		p.Pan(by)
		return
	case FrameLeft:
		from = math.Max(0, math.Min(from+by, to-frameMin))
	case FrameRight:
		to = math.Min(1, math.Max(to+by, from+frameMin))
	}
	p.Window = Window{from, to}
	p.touch(PartWindow)
}

const frameMin = 0.005 // of the run: what edges that are pulled together leave

// Fit shows the whole run.
func (p *Playground) Fit() {
	p.input()
	p.Window = Window{}
	p.touch(PartWindow)
}

// Scale is the timeline's scale for a plot of a width in pixels.
func (p *Playground) Scale(width float64) Scale {
	w := p.Window.normal()
	total := 1.0
	if r := p.Run(); r != nil {
		total = axisTotal(r.Trace, p.Play.Axis)
	}
	return Scale{Axis: p.Play.Axis, From: w.From * total, To: w.To * total, Width: width}
}

// MiniFraction is the playhead's place in the whole run, 0 to 1.
func (p *Playground) MiniFraction() float64 {
	if r := p.Run(); r != nil {
		return p.Play.Unit() / axisTotal(r.Trace, p.Play.Axis)
	}
	return 0
}

// MiniSeek puts the playhead at a fraction of the minimap.
func (p *Playground) MiniSeek(fraction float64) {
	if r := p.Run(); r != nil {
		p.SeekUnit(fraction * axisTotal(r.Trace, p.Play.Axis))
	}
}
