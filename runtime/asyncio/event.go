package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// Event is asyncio.Event (CPython 3.13 asyncio/locks.py).
type Event struct {
	primitive
	flag bool
}

// EventType is asyncio.Event.
var EventType = declareClass("asyncio.locks", "Event")

// newInternalEvent makes an event for asyncio itself.
func newInternalEvent(t *object.Thread) *Event {
	e := &Event{}
	e.InitNative(EventType, e)
	e.internal = true
	e.trace(t, 0)
	return e
}

// set is Event.set(): it wakes all who wait.
func (e *Event) set(t *object.Thread) {
	if !e.flag {
		e.flag = true
		for _, f := range e.waiters {
			if !f.done() {
				f.setResult(t, object.True)
			}
		}
	}
	e.emit(t, trace.PrimitiveSet, 1)
}

func (e *Event) clear(t *object.Thread) {
	e.flag = false
	e.emit(t, trace.PrimitiveCleared, 0)
}

// eventWait is the coroutine Event.wait().
type eventWait struct {
	event  *Event
	waiter *Future
}

// Resume implements object.Resumable.
func (b *eventWait) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	e := b.event
	if b.waiter != nil {
		e.waiters.remove(b.waiter)
	}
	switch {
	case thrown != nil:
		return object.Raise(thrown)
	case b.waiter != nil || e.flag:
		return object.Return(object.True)
	}
	f, err := e.wait(t, trace.WaitEvent)
	if err != nil {
		return object.Raise(err)
	}
	b.waiter = f
	return object.Await(f)
}

func init() {
	EventType.Alloc = func(cls *object.Type) *object.Object {
		e := &Event{}
		e.InitNative(cls, e)
		return &e.Object
	}
	addInit(EventType, "Event.__init__(self)", func(t *object.Thread, e *Event, a []object.Value) *object.Exception {
		e.trace(t, 0)
		return nil
	})
	addMethod(EventType, "Event.set(self)", func(t *object.Thread, e *Event, a []object.Value) (object.Value, *object.Exception) {
		e.set(t)
		return object.None, nil
	})
	addMethod(EventType, "Event.clear(self)", func(t *object.Thread, e *Event, a []object.Value) (object.Value, *object.Exception) {
		e.clear(t)
		return object.None, nil
	})
	addMethod(EventType, "Event.is_set(self)", func(t *object.Thread, e *Event, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(e.flag), nil
	})
	addCoroutine(EventType, "Event.wait(self)", func(e *Event, a []object.Value) object.Resumable { return &eventWait{event: e} })
	EventType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		e, _ := object.AsNative[*Event](v)
		if e.flag {
			return e.repr(t, "set"), nil
		}
		return e.repr(t, "unset"), nil
	}
}
