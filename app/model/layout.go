package model

import "math"

// Layout is where the parts of the timeline's plot stand, in CSS pixels.
type Layout struct {
	Width       float64
	LaneHeight  float64
	LanesTop    float64
	LanesHeight float64 // of the viewport; the lanes scroll in it
	ScrollTop   float64
	QueueTop    float64
	QueueHeight float64 // of each queue lane
	LockTop     float64
	LockHeight  float64 // of each lock's lane
	Height      float64
	Compact     bool // labels are badges, texts in the lanes are short
}

// QueueLanesMax is how many queues have a lane; all have a panel.
const QueueLanesMax = 3

const (
	axisHeight      = 24
	loopHeight      = 22
	lanesSeenMin    = 3
	laneHeightMin   = 24
	compactWidthMax = 520
)

// Viewport is what the page has room for, in CSS pixels.
type Viewport struct {
	Width, Height float64 // of the window
	Plot          float64 // width of the timeline's plot
	ScrollTop     float64 // of the lanes
}

// NewLayout lays out a run's timeline.
func NewLayout(r *Run, v Viewport) Layout {
	l := Layout{Width: v.Plot, LaneHeight: 36, QueueHeight: 104, LockHeight: lockLaneHeight, Compact: v.Plot < compactWidthMax}
	switch {
	case v.Width <= 600:
		l.LaneHeight, l.QueueHeight = 30, 66
	case v.Height <= 800:
		l.LaneHeight, l.QueueHeight = 28, 76
	case v.Width >= 1700:
		l.LaneHeight, l.QueueHeight = 40, 120
	}
	queues := min(len(r.QueueLanes), QueueLanesMax)
	if queues > 1 {
		l.QueueHeight = math.Max(48, l.QueueHeight*1.3/float64(queues))
	}
	locks := float64(len(r.LockLanes))
	lanes := float64(len(r.Rows()))
	roomMax := math.Max(lanesSeenMin*l.LaneHeight, v.Height*0.46-axisHeight-loopHeight-float64(queues)*l.QueueHeight-locks*l.LockHeight)
	if lanes*l.LaneHeight > roomMax { // rather a little thinner than out of sight
		l.LaneHeight = math.Max(laneHeightMin, math.Min(l.LaneHeight, math.Floor(roomMax/lanes)))
	}
	l.LanesTop = axisHeight + loopHeight
	l.LanesHeight = math.Min(lanes*l.LaneHeight, math.Floor(roomMax))
	l.ScrollTop = math.Max(0, math.Min(v.ScrollTop, lanes*l.LaneHeight-l.LanesHeight))
	l.QueueTop = l.LanesTop + l.LanesHeight
	l.LockTop = l.QueueTop + float64(queues)*l.QueueHeight
	l.Height = l.LockTop + locks*l.LockHeight + 6
	return l
}

// VisibleLanes is the range of lanes in the viewport.
func (l Layout) VisibleLanes(lanes int) (from, to int) {
	if l.LaneHeight <= 0 {
		return 0, 0
	}
	from = max(0, int(l.ScrollTop/l.LaneHeight))
	to = min(lanes, int(math.Ceil((l.ScrollTop+l.LanesHeight)/l.LaneHeight)))
	return from, max(from, to)
}

// LaneY is the top of a lane.
func (l Layout) LaneY(lane int) float64 {
	return l.LanesTop + float64(lane)*l.LaneHeight - l.ScrollTop
}

// Sizes of a timeline inside a page of somebody else's, in CSS pixels: as wanted, at least, and at most where there is room.
const (
	insetLaneHeight  = 26
	insetLaneMin     = 20
	insetLaneMax     = 32
	insetQueueHeight = 54
	insetQueueMin    = 40
	insetQueueMax    = 84
)

// NewInsetLayout lays a run's timeline out in a box of a given size: without the loop's lane, with thin lanes, and thinner ones
// rather than some out of sight.
func NewInsetLayout(r *Run, width, height, scrollTop float64) Layout {
	lanes, queues, locks := float64(len(r.Rows())), float64(min(len(r.QueueLanes), QueueLanesMax)), float64(len(r.LockLanes))
	l := Layout{Width: width, LaneHeight: insetLaneHeight, LanesTop: axisHeight, LockHeight: lockLaneHeight, Compact: true}
	if queues > 0 {
		l.QueueHeight = insetQueueHeight
	}
	const bottom = 6
	lanesRoom := func() float64 { return height - axisHeight - bottom - queues*l.QueueHeight - locks*l.LockHeight }
	if lanes*l.LaneHeight > lanesRoom() && queues > 0 {
		l.QueueHeight = insetQueueMin
	}
	if lanes > 0 {
		l.LaneHeight = math.Min(insetLaneMax, math.Max(insetLaneMin, math.Floor(lanesRoom()/lanes)))
	}
	if left := lanesRoom() - lanes*l.LaneHeight; left > 0 && queues > 0 {
		l.QueueHeight = math.Min(insetQueueMax, l.QueueHeight+math.Floor(left/queues))
	}
	l.LanesHeight = math.Min(lanes*l.LaneHeight, math.Max(lanesSeenMin*l.LaneHeight, math.Floor(lanesRoom())))
	l.ScrollTop = math.Max(0, math.Min(scrollTop, lanes*l.LaneHeight-l.LanesHeight))
	l.QueueTop = l.LanesTop + l.LanesHeight
	l.LockTop = l.QueueTop + queues*l.QueueHeight
	l.Height = l.LockTop + locks*l.LockHeight + bottom
	return l
}
