package vm

import (
	"strconv"
	"strings"

	"asyncplay/runtime/object"
)

// pendingCoroutines lists the coroutine objects that have not been started, in order of
// creation: what CPython would warn about when it drops them. Places of those that started
// are empty until the list is compacted.
type pendingCoroutines struct {
	items []pendingCoroutine
	live  int
}

type pendingCoroutine struct {
	gen    *Generator
	native *object.Coroutine
}

func (p *pendingCoroutines) add(g *Generator) {
	p.compact()
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
	p.items[g.pendingIndex-1] = pendingCoroutine{}
	p.live--
	g.pendingIndex = 0
	p.trim()
}

// removeGo looks from the end, where what starts now was mostly put just before.
func (p *pendingCoroutines) removeGo(c *object.Coroutine) {
	for i := len(p.items) - 1; i >= 0; i-- {
		if p.items[i].native == c {
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
}

// PendingCoroutines returns the coroutine objects never started, in order of creation,
// and forgets them.
func PendingCoroutines(run *object.Run) []object.Value {
	p := &stateOf(run).pending
	var values []object.Value
	for _, item := range p.items {
		switch {
		case item.gen != nil:
			item.gen.pendingIndex = 0
			values = append(values, item.gen.Value())
		case item.native != nil:
			values = append(values, item.native.Value())
		}
	}
	*p = pendingCoroutines{}
	return values
}

// discard drops the value of an expression statement. A coroutine that was never started can
// not be awaited any more: CPython warns as its last reference goes.
func (m *machine) discard(v object.Value) *object.Exception {
	if v.Type() != object.CoroutineType {
		return nil
	}
	name := ""
	if g, ok := object.AsNative[*Generator](v); ok {
		if g.pendingIndex == 0 {
			return nil
		}
		m.shared.pending.remove(g)
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
	return m.warnNeverAwaited(name)
}

func (m *machine) warnNeverAwaited(name string) *object.Exception {
	if m.t.Run.Write == nil {
		return nil
	}
	return m.t.Run.Write(m.t, 2, NeverAwaitedWarning(m.t, name))
}

// NeverAwaitedWarning is the warning that CPython prints where a coroutine that was never
// started is dropped, at the line where the program stands.
func NeverAwaitedWarning(t *object.Thread, qualname string) string {
	m := machineOf(t)
	message := "RuntimeWarning: coroutine '" + qualname + "' was never awaited\n"
	var b strings.Builder
	f := m.top
	for f != nil && f.code == nil {
		f = f.back
	}
	if f == nil {
		b.WriteString("sys:1: " + message)
	} else {
		file := f.code.source.Filename
		b.WriteString(file + ":" + strconv.Itoa(int(f.line())) + ": " + message)
		if lines := m.shared.sources[file]; int(f.line()) <= len(lines) && f.line() > 0 {
			if text := strings.TrimSpace(lines[f.line()-1]); text != "" {
				b.WriteString("  " + text + "\n")
			}
		}
	}
	b.WriteString("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n")
	return b.String()
}
