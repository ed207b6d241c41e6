package trace

import "sort"

// keyframeEventsMin is the least distance between two keyframes. A large state is kept
// more rarely, so that all keyframes together stay in proportion to the trace.
const keyframeEventsMin = 512

// Cursor is a place in a trace with the State there. It moves in both directions.
type Cursor struct {
	trace     *Trace
	state     *State
	keyframes []*State // by rising Event; built as the cursor first passes
}

// NewCursor returns a cursor before the first event.
func NewCursor(t *Trace) *Cursor {
	return &Cursor{trace: t, state: NewState(t)}
}

// Seek moves to the event with the given index; -1 is before the first event, and an
// index outside the trace means its nearest end.
func (c *Cursor) Seek(index int) *State {
	index = min(max(index, -1), len(c.trace.Events)-1)
	if k := c.keyframeBefore(index); k != nil && (index < c.state.Event || k.Event > c.state.Event) {
		c.state = k.clone()
	} else if index < c.state.Event {
		c.state = c.start()
	}
	for c.state.Event < index {
		c.trace.Breathe(c.state.Event + 1)
		c.state.Apply(&c.trace.Events[c.state.Event+1])
		c.keep()
	}
	return c.state
}

func (c *Cursor) start() *State {
	return &State{Event: -1, Tasks: make([]TaskState, len(c.trace.Tasks)), trace: c.trace, layout: c.state.layout}
}

// keyframeBefore returns the last keyframe not after an event, nil when there is none.
func (c *Cursor) keyframeBefore(index int) *State {
	i := sort.Search(len(c.keyframes), func(i int) bool { return c.keyframes[i].Event > index })
	if i == 0 {
		return nil
	}
	return c.keyframes[i-1]
}

// keep makes a keyframe of the current state when the last one is far enough behind.
func (c *Cursor) keep() {
	last := -1
	if n := len(c.keyframes); n > 0 {
		last = c.keyframes[n-1].Event
	}
	if c.state.Event-last >= max(keyframeEventsMin, 4*c.state.weight()) {
		c.keyframes = append(c.keyframes, c.state.clone())
	}
}

// weight is about the number of records that a clone copies.
func (s *State) weight() int {
	n := len(s.Tasks) + len(s.Queues) + len(s.Primitives)
	for i := range s.Queues {
		n += len(s.Queues[i].Items) + len(s.Queues[i].Taken)
	}
	return n
}

// clone copies the state. Done items are shared: the list only grows, and it always
// grows by the same items, so that clones may write to the same places.
func (s *State) clone() *State {
	c := *s
	c.awaiting = append([]TaskID(nil), s.awaiting...)
	c.Tasks = append([]TaskState(nil), s.Tasks...)
	c.Queues = append([]QueueState(nil), s.Queues...)
	for i := range c.Queues {
		q := &c.Queues[i]
		q.Items = append([]QueueItem(nil), q.Items...)
		q.Taken = append([]TakenItem(nil), q.Taken...)
		q.Getters = append([]TaskID(nil), q.Getters...)
		q.Putters = append([]TaskID(nil), q.Putters...)
		q.Joiners = append([]TaskID(nil), q.Joiners...)
	}
	c.Primitives = append([]PrimitiveState(nil), s.Primitives...)
	for i := range c.Primitives {
		p := &c.Primitives[i]
		p.Holders = append([]TaskID(nil), p.Holders...)
		p.Waiters = append([]TaskID(nil), p.Waiters...)
	}
	return &c
}

// IndexAtTime returns the index of the last event whose time is not later than t
// (virtual seconds), -1 when all are later.
func (t *Trace) IndexAtTime(seconds float64) int {
	return sort.Search(len(t.Events), func(i int) bool { return t.Events[i].Time > seconds }) - 1
}

// EndTime is the virtual time of the last event, 0 for an empty trace.
func (t *Trace) EndTime() float64 {
	if len(t.Events) == 0 {
		return 0
	}
	return t.Events[len(t.Events)-1].Time
}

// shareOfRun says how far into the run an instant is, 0 to 1. In a run that takes no virtual time its events are counted instead.
func (t *Trace) shareOfRun(seconds float64, event int32) float64 {
	end := t.EndTime()
	switch {
	case end > 0:
		return seconds / end
	case len(t.Events) > 1:
		return float64(event) / float64(len(t.Events)-1)
	}
	return 0
}
