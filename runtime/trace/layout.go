package trace

// layout gives each queue and primitive its index in State.Queues or State.Primitives:
// the order in which events first name them. It is made once and shared by all states
// of a trace.
type layout struct {
	queue     []int32 // by ObjectID; -1: not a queue
	primitive []int32
	// accounted, by ObjectID: somebody calls task_done() or join() on the queue.
	accounted []bool
}

func newLayout(t *Trace) *layout {
	l := &layout{
		queue:     make([]int32, len(t.Objects)+1),
		primitive: make([]int32, len(t.Objects)+1),
		accounted: make([]bool, len(t.Objects)+1),
	}
	for i := range l.queue {
		l.queue[i], l.primitive[i] = -1, -1
	}
	var queues, primitives int32
	for i := range t.Events {
		e := &t.Events[i]
		t.Breathe(i)
		if e.Object < 1 || int(e.Object) >= len(l.queue) {
			continue
		}
		switch {
		case e.Kind >= QueueCreated && e.Kind <= QueueShutdown:
			if l.queue[e.Object] < 0 {
				l.queue[e.Object] = queues
				queues++
			}
			if e.Kind >= QueueTaskDone && e.Kind <= QueueJoined {
				l.accounted[e.Object] = true
			}
		case e.Kind >= PrimitiveCreated && e.Kind <= PrimitiveNotified:
			if l.primitive[e.Object] < 0 {
				l.primitive[e.Object] = primitives
				primitives++
			}
		}
	}
	return l
}

// slot returns the index of an object in a table of the layout, -1 when it has none.
func slot(table []int32, id ObjectID) int {
	if id < 1 || int(id) >= len(table) {
		return -1
	}
	return int(table[id])
}
