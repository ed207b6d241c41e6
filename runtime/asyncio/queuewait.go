package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// queueGet is the coroutine Queue.get(); Resume follows its while loop.
type queueGet struct {
	queue  *Queue
	getter *Future // being awaited, or nil before the first wait
}

// Resume implements object.Resumable.
func (b *queueGet) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	q := b.queue
	if thrown != nil {
		if b.getter != nil {
			b.giveUp(t)
		}
		return object.Raise(thrown)
	}
	empty, err := q.isEmpty(t)
	if err != nil {
		return object.Raise(err)
	}
	if !empty {
		v, err := q.getNowaitOf(t)
		if err != nil {
			return object.Raise(err)
		}
		return object.Return(v)
	}
	if q.isShutdown {
		return object.Raise(object.NewExceptionArgs(QueueShutDownType))
	}
	f, err := q.newWaiter(t, trace.WaitQueueGet)
	if err != nil {
		return object.Raise(err)
	}
	b.getter = f
	q.getters = append(q.getters, f)
	return object.Await(f)
}

// giveUp leaves the getters after an exception, and passes a wake-up on that cannot be used.
func (b *queueGet) giveUp(t *object.Thread) {
	q := b.queue
	b.getter.cancelSelf(t, object.Value{})
	q.getters.remove(b.getter)
	if empty, err := q.isEmpty(t); err == nil && !empty && b.getter.state != cancelled {
		q.getters.wakeNext(t)
	}
}

// queuePut is the coroutine Queue.put().
type queuePut struct {
	queue  *Queue
	item   object.Value
	putter *Future
}

// Resume implements object.Resumable.
func (b *queuePut) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	q := b.queue
	if thrown != nil {
		if b.putter != nil {
			b.giveUp(t)
		}
		return object.Raise(thrown)
	}
	full, err := q.isFull(t)
	if err != nil {
		return object.Raise(err)
	}
	if full {
		if q.isShutdown {
			return object.Raise(object.NewExceptionArgs(QueueShutDownType))
		}
		f, err := q.newWaiter(t, trace.WaitQueuePut)
		if err != nil {
			return object.Raise(err)
		}
		b.putter = f
		q.putters = append(q.putters, f)
		return object.Await(f)
	}
	if err := q.putNowaitOf(t, b.item); err != nil {
		return object.Raise(err)
	}
	return object.Return(object.None)
}

// VisitHeld implements object.Holder.
func (b *queuePut) VisitHeld(visit func(object.Value)) { visit(b.item) }

func (b *queuePut) giveUp(t *object.Thread) {
	q := b.queue
	b.putter.cancelSelf(t, object.Value{})
	q.putters.remove(b.putter)
	if full, err := q.isFull(t); err == nil && !full && b.putter.state != cancelled {
		q.putters.wakeNext(t)
	}
}

// queueJoin is the coroutine Queue.join().
type queueJoin struct {
	queue  *Queue
	waiter *Future
}

// Resume implements object.Resumable.
func (b *queueJoin) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	q := b.queue
	if b.waiter != nil {
		q.joiners.remove(b.waiter)
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	if b.waiter == nil && q.unfinished > 0 {
		f, err := q.newWaiter(t, trace.WaitQueueJoin)
		if err != nil {
			return object.Raise(err)
		}
		b.waiter = f
		q.joiners = append(q.joiners, f)
		q.emit(t, trace.Event{Kind: trace.QueueJoin})
		return object.Await(f)
	}
	q.emit(t, trace.Event{Kind: trace.QueueJoined})
	return object.Return(object.None)
}
