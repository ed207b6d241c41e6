package trace

import "sort"

func (s *State) queueOf(id ObjectID) *QueueState {
	i := slot(s.layout.queue, id)
	if i < 0 || i > len(s.Queues) {
		return nil
	}
	if i == len(s.Queues) {
		info := &s.trace.Objects[id-1]
		s.Queues = append(s.Queues, QueueState{
			Object: id, Type: info.Type, MaxSize: info.MaxSize,
			Accounted: s.layout.accounted[id],
		})
	}
	return &s.Queues[i]
}

func (s *State) applyQueue(q *QueueState, e *Event) {
	if e.Kind == QueueCreated {
		q.Type, q.MaxSize = e.Text, e.Item
		return
	}
	q.Size, q.Unfinished = e.Size, e.Unfinished
	switch e.Kind {
	case QueuePut:
		s.put(q, e)
		s.wakeFirst(&q.Getters, e.Getters)
	case QueueGet:
		s.get(q, e)
		s.wakeFirst(&q.Putters, e.Putters)
	case QueueTaskDone:
		s.taskDone(q, e)
	case QueueJoined:
		q.Joiners = without(q.Joiners, e.Task)
	case QueueShutdown:
		s.shutdown(q, e)
	}
	if q.Unfinished == 0 {
		for _, id := range q.Joiners {
			s.wake(id)
		}
	}
}

func (s *State) put(q *QueueState, e *Event) {
	if e.Item > 0 {
		q.Items = append(q.Items, QueueItem{Item: e.Item, Repr: e.Text, By: e.Task, Time: e.Time, Event: int32(s.Event)})
	}
}

// get moves an item from the queue to the taken ones. A PriorityQueue or LifoQueue
// hands out another item than the oldest; the event says which.
func (s *State) get(q *QueueState, e *Event) {
	if e.Item <= 0 {
		return
	}
	taken := TakenItem{Item: e.Item, Repr: e.Text, By: e.Task, Since: e.Time, Event: int32(s.Event), Line: e.Line}
	i := sort.Search(len(q.Items), func(i int) bool { return q.Items[i].Item >= e.Item })
	if i < len(q.Items) && q.Items[i].Item == e.Item {
		taken.Repr = q.Items[i].Repr
		if i == 0 {
			q.Items = q.Items[1:]
		} else {
			q.Items = append(q.Items[:i], q.Items[i+1:]...)
		}
	}
	if t := s.Task(e.Task); t != nil {
		t.held++
	}
	q.Taken = append(q.Taken, taken)
}

// taskDone settles the oldest item that the caller took; if it took none, the oldest
// that anybody alive took; else a lost one. Python itself counts only: this is the
// account that a reader of the program would keep.
func (s *State) taskDone(q *QueueState, e *Event) {
	settled := -1
	for i := range q.Taken {
		rank, best := settleRank(&q.Taken[i], e.Task), 3
		if settled >= 0 {
			best = settleRank(&q.Taken[settled], e.Task)
		}
		if rank < best {
			settled = i
		}
	}
	if settled < 0 {
		q.Unclaimed++
		return
	}
	item := q.Taken[settled]
	q.Taken = append(q.Taken[:settled], q.Taken[settled+1:]...)
	if t := s.Task(item.By); t != nil && t.held > 0 {
		t.held--
	}
	q.Done = append(q.Done, DoneItem{
		Item: item.Item, Repr: item.Repr, By: e.Task, TakenBy: item.By,
		Time: e.Time, Event: int32(s.Event),
	})
}

// settleRank orders the claims of taken items to a task_done() by a task.
func settleRank(item *TakenItem, by TaskID) int {
	switch {
	case item.By == by:
		return 0
	case !item.Lost:
		return 1
	}
	return 2
}

// shutdown wakes everybody; an immediate one also drops the items, each counting as
// done.
func (s *State) shutdown(q *QueueState, e *Event) {
	q.Shutdown = true
	if e.Size == 0 {
		for _, item := range q.Items {
			q.Done = append(q.Done, DoneItem{
				Item: item.Item, Repr: item.Repr, By: e.Task,
				Time: e.Time, Event: int32(s.Event),
			})
		}
		q.Items = nil
	}
	s.wakeFirst(&q.Getters, 0)
	s.wakeFirst(&q.Putters, 0)
}
