package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// Queue is asyncio.Queue, and with another order LifoQueue and PriorityQueue (CPython 3.13
// asyncio/queues.py).
type Queue struct {
	object.Native
	maxSize    int
	order      queueOrder
	items      []queueItem // items[head:] are in the queue
	head       int
	getters    waiters
	putters    waiters
	unfinished int
	joiners    waiters // tasks in join(), woken when unfinished falls to zero
	finished   bool    // the event that join() waits for
	isShutdown bool
	loop       *Loop // bound at the first wait
	serial     int32 // of the last item put
	id         trace.ObjectID
	// shownAs replaces what the trace says of those who wait: set for a queue that asyncio
	// made for itself, which has no events.
	shownAs *waitInfo
	ready   bool // __init__ has run
	// custom is set when the program has to do with where the items are: see queuecustom.go.
	custom bool
	// container is the attribute _queue of a custom queue.
	container object.Value
	// ownGet and ownPut: a subclass has its own get_nowait and put_nowait.
	ownGet, ownPut bool
}

// queueItem is an item with its number in the order of put().
type queueItem struct {
	value  object.Value
	serial int32
}

// queueOrder says which item get() takes.
type queueOrder uint8

const (
	fifo queueOrder = iota
	lifo
	priority
)

// Types of the queues.
var (
	QueueType         = newQueueType("Queue", fifo)
	LifoQueueType     = newQueueType("LifoQueue", lifo, QueueType)
	PriorityQueueType = newQueueType("PriorityQueue", priority, QueueType)
)

func newQueueType(name string, order queueOrder, bases ...*object.Type) *object.Type {
	typ := declareClass("asyncio.queues", name, bases...)
	typ.Flags |= object.FlagHasDict
	typ.Alloc = func(cls *object.Type) *object.Object {
		q := &Queue{order: order, finished: true}
		q.InitNative(cls, q)
		return &q.Object
	}
	return typ
}

func queueOf(v object.Value) *Queue {
	q, _ := object.AsNative[*Queue](v)
	return q
}

var queueInitSignature = object.MustSignature("Queue.__init__(self, maxsize=)")

func queueInit(t *object.Thread, self object.Value, args object.Args) *object.Exception {
	var a [2]object.Value
	if err := queueInitSignature.Bind(args.Prepend(self), a[:]); err != nil {
		return err
	}
	q := queueOf(self)
	if a[1].IsValid() {
		if a[1].IsFloat() {
			f := a[1].AsFloat64()
			q.maxSize = int(f)
			if f > 0 && float64(q.maxSize) < f {
				q.maxSize++ // qsize() >= 1.5 holds from two items on
			}
		} else {
			n, err := object.AsIndex(t, a[1])
			if err != nil {
				return err
			}
			q.maxSize = n
		}
	}
	q.ready = true
	q.trace(t)
	return q.findOverrides(t)
}

// newInternalQueue makes a queue for asyncio itself.
func newInternalQueue(shownAs *waitInfo) *Queue {
	q := &Queue{finished: true, ready: true, shownAs: shownAs}
	q.InitNative(QueueType, q)
	return q
}

// trace gives the queue its number and event.
func (q *Queue) trace(t *object.Thread) {
	s := stateOf(t)
	line := t.Exec.Line()
	q.id = s.run.Recorder.NewObject(trace.ObjectInfo{Type: s.intern(q.Type().Name), Line: line, MaxSize: clamp32(q.maxSize)})
	e := trace.Event{Kind: trace.QueueCreated, Object: q.id, Item: clamp32(q.maxSize), Text: s.intern(q.Type().Name)}
	s.emit(t, e)
}

func clamp32(n int) int32 { return int32(max(min(n, 1<<31-1), -1<<31)) }

// emit records an event of the queue with its counters after the event.
func (q *Queue) emit(t *object.Thread, e trace.Event) {
	if q.id == 0 {
		return
	}
	e.Object = q.id
	e.Size, e.Unfinished = int32(q.size()), int32(q.unfinished)
	e.Getters, e.Putters = int32(q.getters.pendingCount()), int32(q.putters.pendingCount())
	stateOf(t).emit(t, e)
}

func (q *Queue) size() int { return len(q.items) - q.head }

// put adds an item in the queue's order.
func (q *Queue) put(t *object.Thread, v object.Value) *object.Exception {
	if err := t.Charge(24); err != nil {
		return err
	}
	if q.custom {
		if _, err := object.CallMethod(t, q.Value(), "_put", v); err != nil {
			return err
		}
	}
	q.serial++
	q.items = append(q.items, queueItem{v, q.serial})
	if q.order == priority && !q.custom {
		return q.siftDown(t, 0, len(q.items)-1)
	}
	return nil
}

// take removes the next item in the queue's order.
func (q *Queue) take(t *object.Thread) (queueItem, *object.Exception) {
	if q.custom {
		return q.takeCustom(t)
	}
	last := len(q.items) - 1
	switch q.order {
	case lifo:
		item := q.items[last]
		q.items[last] = queueItem{}
		q.items = q.items[:last]
		return item, nil
	case priority:
		return q.takeSmallest(t)
	}
	item := q.items[q.head]
	q.items[q.head] = queueItem{}
	q.head++
	if q.head > 32 && q.head*2 > len(q.items) {
		n := copy(q.items, q.items[q.head:])
		clear(q.items[n:])
		q.items, q.head = q.items[:n], 0
	}
	return item, nil
}

// takeSmallest is heapq.heappop.
func (q *Queue) takeSmallest(t *object.Thread) (queueItem, *object.Exception) {
	last := len(q.items) - 1
	item := q.items[last]
	q.items[last] = queueItem{}
	q.items = q.items[:last]
	if last == 0 {
		return item, nil
	}
	smallest := q.items[0]
	q.items[0] = item
	return smallest, q.siftUp(t)
}

// siftDown and siftUp follow CPython 3.13 heapq.py: which items are compared, and in what
// order, can be seen by the program's __lt__.
func (q *Queue) siftDown(t *object.Thread, start, pos int) *object.Exception {
	item := q.items[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		less, err := object.CompareBool(t, object.CompareLt, item.value, q.items[parent].value)
		if err != nil {
			q.items[pos] = item
			return err
		}
		if !less {
			break
		}
		q.items[pos] = q.items[parent]
		pos = parent
	}
	q.items[pos] = item
	return nil
}

func (q *Queue) siftUp(t *object.Thread) *object.Exception {
	pos, end := 0, len(q.items)
	item := q.items[0]
	for child := 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end {
			less, err := object.CompareBool(t, object.CompareLt, q.items[child].value, q.items[right].value)
			if err != nil {
				q.items[pos] = item
				return err
			}
			if !less {
				child = right
			}
		}
		q.items[pos] = q.items[child]
		pos = child
	}
	q.items[pos] = item
	return q.siftDown(t, 0, pos)
}

// putNowait is Queue.put_nowait().
func (q *Queue) putNowait(t *object.Thread, v object.Value) *object.Exception {
	if q.isShutdown {
		return object.NewExceptionArgs(QueueShutDownType)
	}
	full, err := q.isFull(t)
	if err != nil {
		return err
	}
	if full {
		return object.NewExceptionArgs(QueueFullType)
	}
	if err := q.put(t, v); err != nil {
		return err
	}
	q.unfinished++
	q.finished = false
	q.getters.wakeNext(t)
	q.emit(t, trace.Event{Kind: trace.QueuePut, Item: q.serial, Text: stateOf(t).reprText(t, v)})
	return nil
}

// getNowait is Queue.get_nowait().
func (q *Queue) getNowait(t *object.Thread) (object.Value, *object.Exception) {
	empty, err := q.isEmpty(t)
	if err != nil {
		return object.Value{}, err
	}
	if empty {
		if q.isShutdown {
			return object.Value{}, object.NewExceptionArgs(QueueShutDownType)
		}
		return object.Value{}, object.NewExceptionArgs(QueueEmptyType)
	}
	item, err := q.take(t)
	if err != nil {
		return object.Value{}, err
	}
	q.putters.wakeNext(t)
	q.emit(t, trace.Event{Kind: trace.QueueGet, Item: item.serial, Text: stateOf(t).reprText(t, item.value)})
	return item.value, nil
}

// taskDone is Queue.task_done().
func (q *Queue) taskDone(t *object.Thread) *object.Exception {
	if q.unfinished <= 0 {
		q.emit(t, trace.Event{Kind: trace.QueueTaskDoneError})
		return object.ValueErrorf("task_done() called too many times")
	}
	q.unfinished--
	if q.unfinished == 0 {
		q.setFinished(t)
	}
	q.emit(t, trace.Event{Kind: trace.QueueTaskDone})
	return nil
}

// setFinished sets the event that join() waits for.
func (q *Queue) setFinished(t *object.Thread) {
	if q.finished {
		return
	}
	q.finished = true
	for _, f := range q.joiners {
		if !f.done() {
			f.setResult(t, object.True)
		}
	}
}

// shutdown is Queue.shutdown().
func (q *Queue) shutdown(t *object.Thread, immediate bool) *object.Exception {
	q.isShutdown = true
	if immediate {
		for {
			empty, err := q.isEmpty(t)
			if err != nil {
				return err
			}
			if empty {
				break
			}
			if _, err := q.take(t); err != nil {
				return err
			}
			if q.unfinished > 0 {
				q.unfinished--
			}
		}
		if q.unfinished == 0 {
			q.setFinished(t)
		}
	}
	q.getters.wakeAll(t)
	q.putters.wakeAll(t)
	q.emit(t, trace.Event{Kind: trace.QueueShutdown})
	return nil
}

// newWaiter makes the future that a task in get(), put() or join() waits for.
func (q *Queue) newWaiter(t *object.Thread, kind trace.Wait) (*Future, *object.Exception) {
	l, err := boundLoop(t, &q.loop, q.Value())
	if err != nil {
		return nil, err
	}
	f := l.newFuture()
	f.wait = waitInfo{kind: kind, object: q.id}
	if q.shownAs != nil {
		f.wait = *q.shownAs
	}
	return f, nil
}

// boundLoop is _LoopBoundMixin._get_loop: an object belongs to the loop it first waits on.
func boundLoop(t *object.Thread, bound **Loop, self object.Value) (*Loop, *object.Exception) {
	l, err := stateOf(t).runningLoop()
	if err != nil {
		return nil, err
	}
	if *bound == nil {
		*bound = l
	}
	if *bound != l {
		return nil, object.RuntimeErrorf("%s is bound to a different event loop", reprOr(t, self))
	}
	return l, nil
}

// waiters is a deque of futures that tasks wait for.
type waiters []*Future

// wakeNext wakes the first waiter that is not done.
func (w *waiters) wakeNext(t *object.Thread) {
	for len(*w) > 0 {
		f := (*w)[0]
		(*w)[0] = nil
		*w = (*w)[1:]
		if !f.done() {
			f.setResult(t, object.None)
			return
		}
	}
}

func (w *waiters) wakeAll(t *object.Thread) {
	for len(*w) > 0 {
		w.wakeNext(t)
	}
}

func (w *waiters) remove(f *Future) {
	if i := slices.Index(*w, f); i >= 0 {
		*w = slices.Delete(*w, i, i+1)
	}
}

func (w waiters) pendingCount() int {
	n := 0
	for _, f := range w {
		if !f.done() {
			n++
		}
	}
	return n
}
