package vm

import (
	"asyncplay/runtime/object"
)

// pendingCoroutines lists the coroutine objects that have not been started, in order of
// creation: what CPython would warn about when it drops them. Places of those that started
// are empty until the list is compacted.
type pendingCoroutines struct {
	items []pendingCoroutine
	live  int
	// watched counts those of which the machine finds out when they are dropped (watch.go).
	watched int
	// visitsLeft is how many objects the search for dropped ones may still look at.
	visitsLeft int
	// heldBy has coroutines that only the traceback of an exception can hold, in CPython. holder is that
	// of the statement that has just raised.
	heldBy     map[object.Value]*object.Exception
	holder     *object.Exception
	generators suspendedGenerators
	// warnedAt has the places and names for which a warning was given.
	warnedAt map[string]bool
}

type pendingCoroutine struct {
	gen    *Generator
	native *object.Coroutine
	// holder is the list or tuple that the program put it into right away: those drop their items from the last to the first.
	holder object.Value
}

// noteHolder notes the watched coroutines among the items of a new list or tuple.
func (m *machine) noteHolder(holder object.Value, items []object.Value) {
	p := &m.shared.pending
	for _, v := range items {
		if v.Type() != object.CoroutineType || !isWatched(v) {
			continue
		}
		for i := len(p.items) - 1; i >= 0; i-- {
			if p.items[i].value() == v {
				p.items[i].holder = holder
				break
			}
		}
	}
}

func (p *pendingCoroutines) add(g *Generator, watch bool) {
	p.compact()
	if watch && p.visitsLeft > 0 {
		g.watched = true
		p.watched++
	}
	p.items = append(p.items, pendingCoroutine{gen: g})
	p.live++
	g.pendingIndex = int32(len(p.items))
}

// started takes a coroutine off the list, if it is there.
func (m *machine) started(g *Generator) {
	if g.pendingIndex != 0 {
		m.shared.pending.remove(g)
	}
}

func (p *pendingCoroutines) remove(g *Generator) {
	if g.watched {
		g.watched = false
		p.watched--
	}
	p.items[g.pendingIndex-1] = pendingCoroutine{}
	p.live--
	g.pendingIndex = 0
	p.trim()
}

// removeGo looks from the end, where what starts now was mostly put just before.
func (p *pendingCoroutines) removeGo(c *object.Coroutine) {
	for i := len(p.items) - 1; i >= 0; i-- {
		if p.items[i].native == c {
			if c.Watched {
				c.Watched = false
				p.watched--
			}
			p.items[i] = pendingCoroutine{}
			p.live--
			p.trim()
			return
		}
	}
}

func (p *pendingCoroutines) trim() {
	for n := len(p.items); n > 0 && p.items[n-1] == (pendingCoroutine{}); n-- {
		p.items = p.items[:n-1]
	}
}

func (p *pendingCoroutines) compact() {
	if len(p.items) < 64 || len(p.items) < 2*p.live {
		return
	}
	kept := p.items[:0]
	for _, item := range p.items {
		if item == (pendingCoroutine{}) {
			continue
		}
		kept = append(kept, item)
		if item.gen != nil {
			item.gen.pendingIndex = int32(len(kept))
		}
	}
	clear(p.items[len(kept):])
	p.items = kept
}

// TrackCoroutine adds a new coroutine object written in Go to those that the program must
// await.
func TrackCoroutine(t *object.Thread, c *object.Coroutine) {
	p := &stateOf(t.Run).pending
	p.compact()
	p.items = append(p.items, pendingCoroutine{native: c})
	p.live++
	if err := machineOf(t).noteOrigin(c); err != nil {
		return // the limit on memory is hit at the next step
	}
}

// discard drops the value of an expression statement. A coroutine that was never started can
// not be awaited any more: CPython warns as its last reference goes.
func (m *machine) discard(v object.Value) *object.Exception {
	if v.Type() != object.CoroutineType {
		return m.discardStep(v)
	}
	name := ""
	if g, ok := object.AsNative[*Generator](v); ok {
		if g.pendingIndex == 0 {
			return nil
		}
		m.started(g)
		g.finish()
		name = g.frame.fn.Qualname
	} else if c, ok := object.AsNative[*object.Coroutine](v); ok {
		if c.State != object.CoroutineCreated {
			return nil
		}
		m.shared.pending.removeGo(c)
		c.State = object.CoroutineClosed
		name = c.Qualname
	}
	return m.warnNeverAwaited(m.pythonFrame(), 0, "coroutine '"+name+"'", originText(m.t, v))
}

// NoteRefused says that err is about the arguments of a function of asyncio, which has not begun.
func NoteRefused(t *object.Thread, err *object.Exception) { machineOf(t).refused = err }

// DropResult drops what a callback has returned to the event loop.
func DropResult(t *object.Thread, v object.Value) *object.Exception {
	if v.Type() != object.CoroutineType {
		return nil
	}
	g, ok := object.AsNative[*Generator](v)
	if !ok || g.pendingIndex == 0 || !g.watched {
		return nil
	}
	m := machineOf(t)
	m.started(g)
	g.finish()
	return m.warnNeverAwaited(nil, 0, "coroutine '"+g.frame.fn.Qualname+"'", originText(t, v))
}

// discardStep is discard for what asend, athrow, aclose and anext return.
func (m *machine) discardStep(v object.Value) *object.Exception {
	s, ok := object.AsNative[*asyncStep](v)
	if !ok || s.state != object.CoroutineCreated {
		return nil
	}
	s.state = object.CoroutineClosed
	method := [...]string{stepSend: "asend", stepThrow: "athrow", stepClose: "aclose"}[s.kind]
	return m.warnNeverAwaited(m.pythonFrame(), 0, "coroutine method '"+method+"' of '"+s.gen.frame.fn.Qualname+"'", "")
}
