package trace

// timeEpsilon is the resolution of the virtual clock in seconds: a timer is due when
// its deadline is less than this ahead.
const timeEpsilon = 1e-9

// Lanes returns a lane per task and thread, in order of TaskID. It reads the trace once.
func Lanes(t *Trace) []Lane {
	b := &laneBuilder{
		trace: t,
		state: NewState(t),
		lanes: make([]Lane, len(t.Tasks)),
		work:  make([]openLane, len(t.Tasks)),
	}
	for i := range b.lanes {
		b.lanes[i] = Lane{
			Task: TaskID(i + 1), Name: t.Tasks[i].Name, Thread: t.Tasks[i].Thread,
			CreatedEvent: -1,
			End:          LaneEnd{Event: -1},
		}
	}
	for i := range t.Events {
		e := &t.Events[i]
		t.Breathe(i)
		b.before(int32(i), e)
		b.state.Apply(e)
		b.after(int32(i), e)
	}
	b.finish()
	return b.lanes
}

// openLane is what has begun in a lane and not ended yet.
type openLane struct {
	segment   Segment
	inSegment bool
	step      Step
	inStep    bool
	blocked   Segment
	inBlocked bool
	openDebts int
	held      []HeldItem // taken and not marked done; of other queues the last one only
}

type laneBuilder struct {
	trace *Trace
	state *State
	lanes []Lane
	work  []openLane
}

// lane returns a lane and its open parts, nil for an ID that is not in the trace.
func (b *laneBuilder) lane(id TaskID) (*Lane, *openLane) {
	if id < 1 || int(id) > len(b.lanes) {
		return nil, nil
	}
	return &b.lanes[id-1], &b.work[id-1]
}

// before handles what needs the state as it was before the event: a wait that ends is
// split where the task was woken, so that a blocked loop shows as time in the ready
// queue.
func (b *laneBuilder) before(index int32, e *Event) {
	switch e.Kind {
	case TaskStep, TaskSuspended, TaskDone, TaskRaised, TaskCancelled:
		b.closeSegment(e.Task, index, e.Time)
	case ThreadEnded, ThreadRaised:
		b.closeSegment(e.Target, index, e.Time)
	}
}

func (b *laneBuilder) closeSegment(id TaskID, index int32, now float64) {
	lane, work := b.lane(id)
	if lane == nil || !work.inSegment {
		return
	}
	work.inSegment = false
	s := work.segment
	woken, wokenEvent := now, index
	if t := b.state.Task(id); s.Kind == SpanWait && t != nil {
		switch {
		case t.Phase == PhaseReady && t.SinceEvent > s.StartEvent:
			woken, wokenEvent = t.Since, t.SinceEvent
		case s.Wait == WaitSleep && t.Until > s.Start && t.Until < now-timeEpsilon:
			woken, wokenEvent = t.Until, max(s.StartEvent, int32(b.trace.IndexAtTime(t.Until)))
		}
	}
	if woken < now-timeEpsilon {
		s.End, s.EndEvent = woken, wokenEvent
		lane.Segments = append(lane.Segments, s)
		s.Kind, s.Start, s.StartEvent = SpanReady, woken, wokenEvent
	}
	s.End, s.EndEvent = now, index
	lane.Segments = append(lane.Segments, s)
}

func (b *laneBuilder) open(id TaskID, s Segment) {
	if _, work := b.lane(id); work != nil {
		work.segment, work.inSegment = s, true
	}
}

func (b *laneBuilder) after(index int32, e *Event) {
	switch e.Kind {
	case TaskCreated:
		if lane, _ := b.lane(e.Target); lane != nil {
			b.create(e.Target, index, e.Time)
			line := b.trace.Tasks[e.Target-1].CoroLine
			b.open(e.Target, Segment{Start: e.Time, StartEvent: index, Kind: SpanReady, Line: line})
		}
	case TaskNamed:
		if lane, _ := b.lane(e.Target); lane != nil {
			lane.Name = e.Text
		}
	case TaskStep:
		if lane, work := b.lane(e.Task); lane != nil {
			if lane.CreatedEvent < 0 {
				b.create(e.Task, index, e.Time)
			}
			work.step = Step{Start: e.Time, StartEvent: index, Line: e.Line, Thrown: e.Flags&FlagThrown != 0}
			work.inStep = true
		}
	case TaskSuspended:
		b.closeStep(e.Task, index, e.Time)
		b.open(e.Task, b.waitSegment(index, e))
	case TaskDone, TaskRaised, TaskCancelled:
		b.closeStep(e.Task, index, e.Time)
		b.endLane(e.Task, index, e)
	case ClockBlocked:
		b.block(index, e)
	case QueueGet:
		b.take(index, e)
	case QueueTaskDone:
		b.settle(index, e)
	case ThreadStarted:
		b.create(e.Target, index, e.Time)
		b.open(e.Target, Segment{Start: e.Time, StartEvent: index, Kind: SpanThread, Line: e.Line, Text: e.Text})
	case ThreadEnded, ThreadRaised:
		b.closeStep(e.Target, index, e.Time)
		b.endLane(e.Target, index, e)
	}
}

func (b *laneBuilder) create(id TaskID, index int32, now float64) {
	if lane, _ := b.lane(id); lane != nil {
		lane.Created, lane.CreatedEvent = now, index
	}
}

// waitSegment begins the segment of a task that has just been suspended.
func (b *laneBuilder) waitSegment(index int32, e *Event) Segment {
	s := Segment{
		Start: e.Time, StartEvent: index, Kind: SpanWait, Wait: e.Wait, Line: e.Line,
		Timeout: e.Flags&FlagTimeout != 0, Object: e.Object, Target: e.Target,
	}
	if e.Wait == WaitNone || e.Wait == WaitReady {
		s.Kind = SpanReady
	}
	s.Finally = e.Item
	if e.Wait == WaitNetwork {
		s.Text = e.Text
	} else if e.Item > 0 {
		s.Passing = e.Text
	}
	b.label(&s, e.Task)
	return s
}

// label writes the item that the task took last, and has not marked done, on a segment.
func (b *laneBuilder) label(s *Segment, id TaskID) {
	_, work := b.lane(id)
	if work == nil || len(work.held) == 0 {
		return
	}
	last := &work.held[len(work.held)-1]
	s.Queue, s.Item, s.Text = last.Queue, last.Item, last.Repr
}

// take notes an item that a task has just taken.
func (b *laneBuilder) take(index int32, e *Event) {
	_, work := b.lane(e.Task)
	q := b.state.Queue(e.Object)
	if work == nil || q == nil || len(q.Taken) == 0 {
		return
	}
	item := q.Taken[len(q.Taken)-1]
	if item.Event != index {
		return
	}
	if n := len(work.held); n > 0 && !q.Accounted {
		work.held = work.held[:n-1]
	}
	work.held = append(work.held, HeldItem{Queue: q.Object, TakenItem: item})
}

func (b *laneBuilder) block(index int32, e *Event) {
	_, work := b.lane(e.Task)
	if work == nil || !work.inStep {
		return
	}
	b.closeBlocked(e.Task, index)
	s := Segment{
		Start: e.Time, End: max(e.Time, e.Until), StartEvent: index,
		Kind: SpanBlocked, Line: e.Line, Text: e.Text,
	}
	b.label(&s, e.Task)
	work.blocked, work.inBlocked = s, true
}

func (b *laneBuilder) closeBlocked(id TaskID, index int32) {
	lane, work := b.lane(id)
	if lane == nil || !work.inBlocked {
		return
	}
	work.inBlocked = false
	work.blocked.EndEvent = index
	lane.Segments = append(lane.Segments, work.blocked)
}

func (b *laneBuilder) closeStep(id TaskID, index int32, now float64) {
	lane, work := b.lane(id)
	if lane == nil {
		return
	}
	b.closeBlocked(id, index)
	if !work.inStep {
		return
	}
	work.inStep = false
	work.step.End, work.step.EndEvent = now, index
	lane.Steps = append(lane.Steps, work.step)
}

// endLane marks the end of a task and opens a debt for each item it still holds.
func (b *laneBuilder) endLane(id TaskID, index int32, e *Event) {
	lane, work := b.lane(id)
	if lane == nil {
		return
	}
	lane.End = LaneEnd{Kind: e.Kind, Time: e.Time, Event: index, Line: e.Line, Text: e.Text}
	for _, item := range work.held {
		if q := b.state.Queue(item.Queue); q == nil || !q.Accounted {
			continue
		}
		lane.Debts = append(lane.Debts, Debt{
			Queue: item.Queue, Item: item.Item, Repr: item.Repr,
			Start: e.Time, StartEvent: index,
		})
		work.openDebts++
	}
}

// settle drops the item that has just been marked done, and closes the debt for it when
// its taker had ended.
func (b *laneBuilder) settle(index int32, e *Event) {
	q := b.state.Queue(e.Object)
	if q == nil || len(q.Done) == 0 || q.Done[len(q.Done)-1].Event != index {
		return
	}
	done := &q.Done[len(q.Done)-1]
	lane, work := b.lane(done.TakenBy)
	if lane == nil {
		return
	}
	for i := range work.held {
		if work.held[i].Queue == q.Object && work.held[i].Item == done.Item {
			work.held = append(work.held[:i], work.held[i+1:]...)
			break
		}
	}
	if work.openDebts == 0 {
		return
	}
	for i := range lane.Debts {
		d := &lane.Debts[i]
		if !d.Settled && d.Queue == q.Object && d.Item == done.Item {
			d.Settled, d.End, d.EndEvent = true, e.Time, index
			work.openDebts--
			return
		}
	}
}

// finish closes what is still open at the end of the run.
func (b *laneBuilder) finish() {
	last := int32(len(b.trace.Events) - 1)
	if last < 0 {
		return
	}
	end := b.trace.Events[last]
	for i := range b.lanes {
		lane, work := &b.lanes[i], &b.work[i]
		open := work.inSegment
		b.closeSegment(lane.Task, last, end.Time)
		if n := len(lane.Segments); open && n > 0 && end.Kind == RunHung {
			lane.Segments[n-1].Endless = true
		}
		b.closeStep(lane.Task, last, end.Time)
		for j := range lane.Debts {
			if d := &lane.Debts[j]; !d.Settled {
				d.End, d.EndEvent = end.Time, last
			}
		}
	}
}

// QueueLanes returns the history of each queue's counters, in order of creation.
func QueueLanes(t *Trace) []QueueLane {
	table := newLayout(t)
	var lanes []QueueLane
	for i := range t.Events {
		e := &t.Events[i]
		t.Breathe(i)
		if e.Kind < QueueCreated || e.Kind > QueueShutdown {
			continue
		}
		at := slot(table.queue, e.Object)
		if at < 0 {
			continue
		}
		if at == len(lanes) {
			lanes = append(lanes, QueueLane{Object: e.Object, Internal: t.Objects[e.Object-1].Internal, Accounted: table.accounted[e.Object]})
		}
		lane := &lanes[at]
		point := QueuePoint{Time: e.Time, Event: int32(i), Size: e.Size, Unfinished: e.Unfinished}
		if n := len(lane.Points); n > 0 && lane.Points[n-1].Size == point.Size && lane.Points[n-1].Unfinished == point.Unfinished {
			continue
		}
		lane.Points = append(lane.Points, point)
	}
	return lanes
}
