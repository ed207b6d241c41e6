package model

import (
	"math"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// LockLanesMax is how many locks and their like have a lane; all have a panel.
const LockLanesMax = 3

const lockLaneHeight = 30

// lockPoint is a lock, semaphore, event, condition or barrier from an event on.
type lockPoint struct {
	seconds float64
	event   int32
	value   int32
	holders int32
	holder  trace.TaskID // the last that acquired it; 0: nobody holds it
	waiters int32
}

// LockLane is the history of one of them.
type LockLane struct {
	Object trace.ObjectID
	Type   string
	Name   string // "" when the program gives it none
	points []lockPoint
	held   []trace.TaskID
	waits  map[trace.TaskID]bool
}

// lockLane is the lane of an object, made when an event first names it.
func (r *Run) lockLane(id trace.ObjectID) *LockLane {
	if id < 1 || int(id) > len(r.Trace.Objects) || r.Trace.Objects[id-1].Internal {
		return nil
	}
	if i, ok := r.lockAt[id]; ok {
		return &r.LockLanes[i]
	}
	if len(r.LockLanes) >= LockLanesMax {
		return nil
	}
	r.lockAt[id] = len(r.LockLanes)
	r.LockLanes = append(r.LockLanes, LockLane{Object: id, Type: r.Trace.Text(r.Trace.Objects[id-1].Type), Name: r.Trace.ObjectName(id), waits: map[trace.TaskID]bool{}})
	return &r.LockLanes[len(r.LockLanes)-1]
}

// seeLock follows who holds what, and who waits.
func (r *Run) seeLock(i int32, e *trace.Event) {
	lock := r.lockLane(e.Object)
	if lock == nil {
		return
	}
	p := lockPoint{seconds: e.Time, event: i, value: e.Size}
	if n := len(lock.points); n > 0 && e.Kind == trace.TaskSuspended {
		p.value = lock.points[n-1].value
	}
	switch e.Kind {
	case trace.TaskSuspended:
		lock.waits[e.Task] = true
	case trace.PrimitiveAcquired:
		delete(lock.waits, e.Task)
		lock.held = append(lock.held, e.Task)
	case trace.PrimitiveReleased:
		for n, task := range lock.held {
			if task == e.Task || n == len(lock.held)-1 {
				lock.held = append(lock.held[:n], lock.held[n+1:]...)
				break
			}
		}
	case trace.PrimitiveSet:
		clear(lock.waits)
	}
	if e.Kind != trace.TaskSuspended && e.Kind != trace.PrimitiveAcquired {
		p.waiters = e.Getters
	} else {
		p.waiters = int32(len(lock.waits))
	}
	if n := len(lock.held); n > 0 {
		p.holders, p.holder = int32(n), lock.held[n-1]
	}
	lock.points = append(lock.points, p)
}

// lockLane draws who holds a lock and, as a band that grows, how many wait for it.
func (t *timeline) lockLane(lock *LockLane, top float64) {
	d, base := t.d, top+lockLaneHeight-4
	d.line(StyleRule2, 0, top+lockLaneHeight-0.5, t.layout.Width, 0, 1, 0)
	drawn := math.Inf(-1)
	for i := range lock.points {
		p := &lock.points[i]
		x0, x1 := t.scale.at(p.seconds, p.event), t.end
		if i+1 < len(lock.points) {
			x1 = t.scale.at(lock.points[i+1].seconds, lock.points[i+1].event)
		}
		if x0 > t.layout.Width || x1 < 0 || x1-math.Max(x0, drawn) < 0.5 {
			continue
		}
		drawn = x1
		x0, x1 = math.Max(-1, x0), math.Min(t.layout.Width+1, x1)
		if p.holders > 0 {
			d.tint(StyleLock, PatternCross, x0, top+5, x1-x0, base-top-5)
			d.fill(StyleLock, x0, base-1.5, x1-x0, 1.5, 1)
		} else if lock.Type == "Event" && p.value > 0 {
			d.tint(StyleDone, PatternNone, x0, top+9, x1-x0, base-top-9)
		}
		if p.waiters > 0 {
			d.fill(StyleGet, x0, top+2, x1-x0, math.Min(8, 1.5+float64(p.waiters)), 1)
		}
		t.lockLabel(lock, p, x0, x1, top)
	}
}

func (t *timeline) lockLabel(lock *LockLane, p *lockPoint, x0, x1, top float64) {
	label := ""
	switch {
	case p.holders > 1:
		label = strconv.Itoa(int(p.holders)) + "×"
	case p.holders == 1 && p.holder > 0:
		label = t.run.Badge(p.holder)
	case lock.Type == "Event" && p.value > 0:
		label = words.Text(t.lang, words.PrimitiveSet)
	}
	if p.waiters > 0 {
		label += " +" + strconv.Itoa(int(p.waiters))
	}
	if label == "" || float64(len([]rune(label)))*charWidthPx > x1-x0-8 {
		return
	}
	d, w := t.d, float64(len([]rune(label)))*charWidthPx
	d.tint(StyleLock, PatternNone, x0+3, top+lockLaneHeight/2-5, w+4, 13)
	d.text(OpText, StyleLock, x0+5, top+lockLaneHeight/2+2, 0, FontMonoBold, label)
}
