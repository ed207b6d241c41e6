package trace

import "slices"

// Apply takes the state over the next event. Events must come in the trace's order.
func (s *State) Apply(e *Event) {
	s.Event++
	s.Time = e.Time
	s.Iteration = e.Iteration
	switch {
	case e.Kind <= TaskExceptionLost:
		s.applyTask(e)
	case e.Kind <= FutureCancelled:
		if e.Kind != FutureCreated {
			s.wakeAwaiting(WaitFuture, e.Object, 0)
		}
	case e.Kind <= ClockBlocked:
		s.applyLoop(e)
	case e.Kind <= QueueShutdown:
		if q := s.queueOf(e.Object); q != nil {
			s.applyQueue(q, e)
		}
	case e.Kind <= PrimitiveNotified:
		s.applyPrimitive(e)
	case e.Kind <= ThreadRaised:
		s.applyThread(e)
	case e.Kind == Stdout || e.Kind == Stderr:
		s.Console++
	case e.Kind == FaultApplied:
		s.Faults++
	case e.Kind >= RunFinished:
		s.End = e.Kind
	}
	if t := s.Task(e.Task); t != nil && t.Phase == PhaseRunning && e.Line > 0 {
		t.Line = e.Line
	}
}

func (s *State) applyTask(e *Event) {
	switch e.Kind {
	case TaskCreated:
		if t := s.Task(e.Target); t != nil {
			t.Name = s.trace.Tasks[e.Target-1].Name
			s.enter(t, PhaseCreated)
		}
	case TaskNamed:
		if t := s.Task(e.Target); t != nil {
			t.Name = e.Text
		}
	case TaskCancelRequested:
		if t := s.Task(e.Target); t != nil && e.Size == 1 && !t.Phase.Ended() {
			t.CancelRequested = true
			if t.Phase == PhaseSuspended && t.Wait != WaitTask && t.Wait != WaitGather {
				s.enter(t, PhaseReady)
			}
		}
	case TaskStep:
		s.step(e)
	case TaskSuspended:
		s.suspend(e)
	case TaskDone, TaskRaised, TaskCancelled:
		s.end(e)
	}
}

// enter moves a task to a phase as of the current event.
func (s *State) enter(t *TaskState, p Phase) {
	t.Phase = p
	t.Since = s.Time
	t.SinceEvent = int32(s.Event)
}

func (s *State) step(e *Event) {
	t := s.Task(e.Task)
	if t == nil {
		return
	}
	s.leaveWait(e.Task, t)
	s.enter(t, PhaseRunning)
	t.Name = s.nameOf(e.Task, t)
	t.Steps++
	t.Thrown = e.Flags&FlagThrown != 0
	if t.Thrown {
		t.CancelRequested = false
	}
	s.Running = e.Task
}

// nameOf gives a task that stepped without a TaskCreated its name (threads have none).
func (s *State) nameOf(id TaskID, t *TaskState) StringID {
	if t.Name != 0 {
		return t.Name
	}
	return s.trace.Tasks[id-1].Name
}

func (s *State) suspend(e *Event) {
	t := s.Task(e.Task)
	if t == nil {
		return
	}
	s.leaveWait(e.Task, t)
	if s.Running == e.Task {
		s.Running = 0
	}
	phase := PhaseSuspended
	if e.Wait == WaitNone || e.Wait == WaitReady {
		phase = PhaseReady
	}
	s.enter(t, phase)
	t.Wait, t.Object, t.Target, t.Size = e.Wait, e.Object, e.Target, e.Size
	t.Timeout, t.Until, t.Peer = e.Flags&FlagTimeout != 0, e.Until, 0
	if e.Wait == WaitNetwork {
		t.Peer = e.Text
	}
	if e.Line > 0 {
		t.Line = e.Line
	}
	if list := s.waitList(t); list != nil {
		*list = append(*list, e.Task)
	}
}

// end ends a task and turns what it still holds into losses.
func (s *State) end(e *Event) {
	t := s.Task(e.Task)
	if t == nil {
		return
	}
	s.leaveWait(e.Task, t)
	if s.Running == e.Task {
		s.Running = 0
	}
	switch e.Kind {
	case TaskDone:
		s.enter(t, PhaseDone)
		t.Result = e.Text
	case TaskRaised:
		s.enter(t, PhaseRaised)
		t.Exception = e.Text
	case TaskCancelled:
		s.enter(t, PhaseCancelled)
	}
	t.CancelRequested = false
	if e.Line > 0 {
		t.Line = e.Line
	}
	s.loseHeld(e.Task, t)
	s.wakeAwaiting(WaitTask, 0, e.Task)
}

func (s *State) loseHeld(id TaskID, t *TaskState) {
	if t.held == 0 {
		return
	}
	for i := range s.Queues {
		taken := s.Queues[i].Taken
		if !s.Queues[i].Accounted {
			continue
		}
		for j := range taken {
			if taken[j].By == id {
				taken[j].Lost, taken[j].LostEvent = true, int32(s.Event)
			}
		}
	}
}

// waitList returns the list in which a task stands while it waits, nil when it stands
// in none.
func (s *State) waitList(t *TaskState) *[]TaskID {
	switch t.Wait {
	case WaitFuture, WaitTask:
		return &s.awaiting
	case WaitQueueGet, WaitQueuePut, WaitQueueJoin:
		q := s.queueOf(t.Object)
		if q == nil {
			return nil
		}
		switch t.Wait {
		case WaitQueueGet:
			return &q.Getters
		case WaitQueuePut:
			return &q.Putters
		}
		return &q.Joiners
	case WaitLock, WaitSemaphore, WaitEvent, WaitCondition, WaitBarrier:
		if p := s.primitiveOf(t.Object); p != nil {
			return &p.Waiters
		}
	}
	return nil
}

func (s *State) leaveWait(id TaskID, t *TaskState) {
	if list := s.waitList(t); list != nil {
		*list = without(*list, id)
	}
	t.Wait, t.Object, t.Target, t.Until, t.Size, t.Timeout = WaitNone, 0, 0, 0, 0, false
}

// wakeAwaiting makes ready the tasks that wait for a future or for a task.
func (s *State) wakeAwaiting(w Wait, object ObjectID, target TaskID) {
	for _, id := range s.awaiting {
		t := s.Task(id)
		if t.Phase == PhaseSuspended && t.Wait == w && t.Object == object && (w != WaitTask || t.Target == target) {
			s.enter(t, PhaseReady)
		}
	}
}

// wake makes a task ready if it is suspended.
func (s *State) wake(id TaskID) {
	if t := s.Task(id); t != nil && t.Phase == PhaseSuspended {
		s.enter(t, PhaseReady)
	}
}

func (s *State) applyLoop(e *Event) {
	switch e.Kind {
	case TimerSet:
		s.Timers++
	case TimerFired, TimerCancelled:
		s.Timers = max(0, s.Timers-1)
	case ClockBlocked:
		s.BlockedUntil, s.BlockedBy, s.BlockedLine = e.Until, e.Task, e.Line
	}
}

func (s *State) primitiveOf(id ObjectID) *PrimitiveState {
	i := slot(s.layout.primitive, id)
	if i < 0 || i > len(s.Primitives) {
		return nil
	}
	if i == len(s.Primitives) {
		s.Primitives = append(s.Primitives, PrimitiveState{Object: id, Type: s.trace.Objects[id-1].Type})
	}
	return &s.Primitives[i]
}

func (s *State) applyPrimitive(e *Event) {
	p := s.primitiveOf(e.Object)
	if p == nil {
		return
	}
	p.Value = e.Size
	switch e.Kind {
	case PrimitiveAcquired:
		p.Holders = append(p.Holders, e.Task)
		p.Waiters = without(p.Waiters, e.Task)
	case PrimitiveReleased:
		if n := len(p.Holders); n > 0 {
			p.Holders = without(p.Holders, e.Task)
			if len(p.Holders) == n { // released by somebody else
				p.Holders = p.Holders[1:]
			}
		}
		s.wakeFirst(&p.Waiters, e.Getters)
	case PrimitiveSet:
		for _, id := range p.Waiters {
			s.wake(id)
		}
		p.Waiters = nil
	case PrimitiveNotified:
		s.wakeFirst(&p.Waiters, e.Getters)
	}
}

// wakeFirst wakes the head of a waiting list until as many are left as the event says.
// The event does not count those that have been cancelled and not left the list yet.
func (s *State) wakeFirst(list *[]TaskID, left int32) {
	if len(*list) > int(left)+1 {
		*list = slices.DeleteFunc(*list, func(id TaskID) bool {
			t := s.Task(id)
			return t == nil || t.Phase != PhaseSuspended
		})
	}
	for len(*list) > max(0, int(left)) {
		s.wake((*list)[0])
		*list = (*list)[1:]
	}
}

func (s *State) applyThread(e *Event) {
	t := s.Task(e.Target)
	if t == nil {
		return
	}
	t.Name = s.nameOf(e.Target, t)
	switch e.Kind {
	case ThreadStarted:
		s.enter(t, PhaseRunning)
	case ThreadEnded:
		s.enter(t, PhaseDone)
		t.Result = e.Text
	case ThreadRaised:
		s.enter(t, PhaseRaised)
		t.Exception = e.Text
	}
	if e.Line > 0 {
		t.Line = e.Line
	}
}

// without removes the first id from a list, which it may reuse.
func without(list []TaskID, id TaskID) []TaskID {
	for i, v := range list {
		if v != id {
			continue
		}
		if i == 0 {
			return list[1:]
		}
		return append(list[:i], list[i+1:]...)
	}
	return list
}
