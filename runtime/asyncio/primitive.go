package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// primitive is what locks, events, semaphores, conditions and barriers have in common: the
// loop they belong to, the tasks that wait, their number in the trace.
type primitive struct {
	object.Native
	loop    *Loop // bound at the first wait
	waiters waiters
	id      trace.ObjectID
	// internal marks what asyncio made for itself: the lock of a condition.
	internal bool
	// shownAs replaces what the trace says of those who wait, for parts of something bigger.
	shownAs *waitInfo
}

// trace gives the primitive its number and event. value is its state, as in
// trace.PrimitiveCreated.
func (p *primitive) trace(t *object.Thread, value int) {
	if p.id != 0 {
		return // __init__ was called again
	}
	s := stateOf(t)
	typeName := s.intern(p.Type().Name)
	p.id = s.run.Recorder.NewObject(trace.ObjectInfo{Type: typeName, Line: t.Exec.Line(), MaxSize: clamp32(value), Internal: p.internal})
	p.emitText(t, trace.PrimitiveCreated, value, typeName)
}

// emit records an event with the state after it.
func (p *primitive) emit(t *object.Thread, kind trace.Kind, value int) { p.emitText(t, kind, value, 0) }

func (p *primitive) emitText(t *object.Thread, kind trace.Kind, value int, text trace.StringID) {
	if p.id == 0 {
		return
	}
	e := trace.Event{Kind: kind, Object: p.id, Size: clamp32(value), Getters: int32(p.waiters.pendingCount()), Text: text}
	if p.internal {
		e.Flags |= trace.FlagInternal
	}
	stateOf(t).emit(t, e)
}

// wait makes the future that a task waits for and puts it at the end of the waiters.
func (p *primitive) wait(t *object.Thread, kind trace.Wait) (*Future, *object.Exception) {
	l, err := boundLoop(t, &p.loop, p.Value())
	if err != nil {
		return nil, err
	}
	f := l.newFuture()
	f.wait = waitInfo{kind: kind, object: p.id, internal: p.internal}
	if p.shownAs != nil {
		f.wait = *p.shownAs
	}
	p.waiters = append(p.waiters, f)
	return f, nil
}

// repr is `<asyncio.locks.Lock object at 0x… [state, waiters:n]>`.
func (p *primitive) repr(t *object.Thread, state string) object.Value {
	text := object.DefaultRepr(t, p.Value())
	text = text[:len(text)-1] + " [" + state
	if n := len(p.waiters); n > 0 {
		text += ", waiters:" + itoa(n)
	}
	return object.NewStr(text + "]>")
}

// wakeFirstPending wakes the first waiter that is not done, which stays in the list until it
// runs.
func (w waiters) wakeFirstPending(t *object.Thread) bool {
	for _, f := range w {
		if !f.done() {
			f.setResult(t, object.True)
			return true
		}
	}
	return false
}

// acquirer is a lock or semaphore of this package.
type acquirer interface {
	acquireBody() object.Resumable
	release(t *object.Thread) *object.Exception
	locked() bool
}

// acquiring returns what awaits lock.acquire(), of a subclass too.
func acquiring(t *object.Thread, lock object.Value) (object.Resumable, *object.Exception) {
	if a, ok := object.AsNative[acquirer](lock); ok && lock.Type().Flags&object.FlagHeap == 0 {
		return a.acquireBody(), nil
	}
	v, err := object.CallMethod(t, lock, "acquire")
	if err != nil {
		return nil, err
	}
	return awaitable(t, v)
}

// releasing is lock.release(), of a subclass too.
func releasing(t *object.Thread, lock object.Value) *object.Exception {
	if a, ok := object.AsNative[acquirer](lock); ok && lock.Type().Flags&object.FlagHeap == 0 {
		return a.release(t)
	}
	_, err := object.CallMethod(t, lock, "release")
	return err
}

// isLocked is lock.locked(), of a subclass too.
func isLocked(t *object.Thread, lock object.Value) (bool, *object.Exception) {
	if a, ok := object.AsNative[acquirer](lock); ok && lock.Type().Flags&object.FlagHeap == 0 {
		return a.locked(), nil
	}
	v, err := object.CallMethod(t, lock, "locked")
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// awaitable is what drives `await v`.
func awaitable(t *object.Thread, v object.Value) (object.Resumable, *object.Exception) {
	return vm.Awaitable(t, v)
}

// acquireContext is __aenter__ of locks: it awaits acquire() and gives None.
type acquireContext struct {
	lock    object.Value
	started bool
}

// Resume implements object.Resumable.
func (b *acquireContext) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch {
	case thrown != nil:
		return object.Raise(thrown)
	case b.started:
		return object.Return(object.None)
	}
	b.started = true
	r, err := acquiring(t, b.lock)
	if err != nil {
		return object.Raise(err)
	}
	return object.Await(r)
}

// addLockContext gives a type with acquire and release its `async with`.
func addLockContext(typ *object.Type) {
	addAsyncContext(typ, "_ContextManagerMixin", func(t *object.Thread, self object.Value) object.Resumable {
		return &acquireContext{lock: self}
	}, func(t *object.Thread, self object.Value, exc *object.Exception) object.Resumable {
		return immediate(func(t *object.Thread) (object.Value, *object.Exception) {
			return object.None, releasing(t, self)
		})
	})
}
