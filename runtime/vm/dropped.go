package vm

import (
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// CPython closes a generator when its last reference goes, so that its finally clauses run there and then; an
// asynchronous one it gives to the event loop. There are no reference counts here. As long as a generator is suspended
// whose end the program would notice, code runs with opWatch (watch.go) at the starts of statements and at
// returns, and there the machine looks whether it can still be reached: nearly always, and at once, in the variables
// of the frames that run. What cannot be reached was dropped by the statement before.

// generatorVisitsMax bounds the work of a run for this: after so many objects dropped generators are not noticed any more.
const generatorVisitsMax = 1_000_000

// suspendedGenerators are the generators that do something at their end, while they are suspended.
type suspendedGenerators struct {
	items      []*Generator // in the order in which they were first suspended; others may be among them
	count      int
	visitsLeft int
	round      uint32 // of the last search
	// left has the variables of the frames that exceptions have left since: their tracebacks hold them.
	left map[*object.Exception][]object.Value
	// lost gets the asynchronous generators that were dropped.
	lost func(t *object.Thread, g object.Value) *object.Exception
}

// OnAsyncGeneratorDropped sets what is done with asynchronous generators that the program drops before their end.
func OnAsyncGeneratorDropped(run *object.Run, lost func(t *object.Thread, g object.Value) *object.Exception) {
	stateOf(run).pending.generators.lost = lost
}

// noteMaker keeps generators out that code of the library makes and closes itself, such as those of context managers.
func (m *machine) noteMaker(g *Generator) {
	g.cleansUp = len(g.frame.code.source.Handlers) > 0
	if g.kind == kindGenerator && !g.cleansUp {
		return
	}
	if f := m.pythonFrame(); f != nil && f.code.library {
		g.sheltered = true
	}
}

// noteSuspended watches a generator that has just yielded, from the chain of frames that ends in leaf.
func (m *machine) noteSuspended(g *Generator, leaf *frame) {
	s := &m.shared.pending.generators
	if g.sheltered || g.frame.code.library || s.visitsLeft <= 0 {
		return
	}
	if g.kind == kindGenerator && !cleansUp(leaf, &g.frame) {
		return
	}
	g.droppable = true
	s.count++
	if !g.listed {
		s.compact()
		g.listed = true
		s.items = append(s.items, g)
	}
}

// cleansUp reports whether an exception thrown in at leaf would run code of the chain that begins at root.
func cleansUp(leaf, root *frame) bool {
	for f := leaf; f != nil; f = f.back {
		if f.code != nil && len(f.code.source.Handlers) > 0 && f.code.handlerOf(max(f.pc-1, 0)) != nil {
			return true
		}
		if f == root {
			break
		}
	}
	return false
}

// noteResumed is the counterpart of noteSuspended.
func (m *machine) noteResumed(g *Generator) {
	if g.droppable {
		g.droppable = false
		m.shared.pending.generators.count--
	}
}

func (s *suspendedGenerators) compact() {
	if len(s.items) < 64 || len(s.items) < 2*s.count {
		return
	}
	s.items = slices.DeleteFunc(s.items, func(g *Generator) bool {
		g.listed = g.droppable
		return !g.droppable
	})
}

// stop gives up.
func (s *suspendedGenerators) stop() {
	for _, g := range s.items {
		g.droppable, g.listed = false, false
	}
	s.items, s.count, s.visitsLeft, s.left = nil, 0, 0, nil
}

// noteLeft notes, as an exception leaves a frame, the variables that its traceback holds.
func (m *machine) noteLeft(f *frame, exc *object.Exception) {
	s := &m.shared.pending.generators
	if f.code == nil || exc.Fatal != object.NotFatal || m.shared.keepsFrames {
		return
	}
	if len(s.left) >= leftMax && s.left[exc] == nil {
		m.forgetLeft()
	}
	for _, v := range f.regs[:min(f.code.freeEnd(), len(f.regs))] {
		if v.IsValid() && v.IsHeap() {
			if s.left == nil {
				s.left = map[*object.Exception][]object.Value{}
			}
			s.left[exc] = append(s.left[exc], v)
		}
	}
}

// leftMax is from how many exceptions on those are looked for that nobody has any more.
const leftMax = 256

func (m *machine) forgetLeft() {
	s := &m.shared.pending.generators
	alive := map[*object.Exception][]object.Value{}
	s.visitsLeft -= m.reachWithLeft(object.Value{}, func(v object.Value) bool {
		if e, ok := object.AsException(v); ok && s.left[e] != nil {
			alive[e] = s.left[e]
		}
		return false
	})
	s.left = alive
	if len(alive) >= leftMax/2 {
		s.stop()
	}
}

// reachWithLeft visits what the program can reach, with what the tracebacks of exceptions hold, until found returns true.
func (m *machine) reachWithLeft(extra object.Value, found func(object.Value) bool) (visits int) {
	s := &m.shared.pending.generators
	done := false
	var next []*object.Exception
	known := map[*object.Exception]bool{}
	look := func(v object.Value) bool {
		if e, ok := object.AsException(v); ok && s.left[e] != nil && !known[e] {
			known[e] = true
			next = append(next, e)
		}
		done = found(v)
		return done
	}
	visits = m.t.Reach(s.visitsLeft, look, func(visit func(object.Value)) {
		if extra.IsValid() {
			visit(extra)
		}
		if m.t.Handling != nil {
			visit(m.t.Handling.Value())
		}
		m.visitLive(visit)
	}, m.t.Run.VisitRoots)
	for !done && len(next) > 0 && visits < s.visitsLeft {
		exceptions := next
		next = nil
		visits += m.t.Reach(s.visitsLeft-visits, look, func(visit func(object.Value)) {
			for _, e := range exceptions {
				for _, v := range s.left[e] {
					visit(v)
				}
			}
		})
	}
	return visits
}

// closeDropped closes the generators that the program cannot reach any more since a line of the innermost frame, 0 for
// where it stands. extra is a value on its way to Go.
func (m *machine) closeDropped(line int32, extra object.Value) *object.Exception {
	s := &m.shared.pending.generators
	if f := m.pythonFrame(); line == 0 && f != nil {
		line = f.line()
	}
	for range closeRoundsMax { // one may have held others
		if s.count == 0 || m.t.NativeDepth() != m.baseDepth || !m.othersRest() {
			return nil
		}
		dropped, err := m.findDropped(extra)
		if err != nil || len(dropped) == 0 {
			return err
		}
		for _, g := range dropped {
			if err := m.closeLost(g, line); err != nil {
				return err
			}
		}
	}
	return nil
}

const closeRoundsMax = 10

// dropAfterRaise closes what was dropped as an exception left for Go, where m.out has it.
func (m *machine) dropAfterRaise() {
	out := m.out
	extra := object.Value{}
	if out.Exc != nil {
		extra = out.Exc.Value()
	}
	if err := m.closeDropped(0, extra); err != nil {
		out = object.Raise(err)
	}
	m.out = out
}

// othersRest reports whether no other thread is inside of something in Go that may hold a generator.
func (m *machine) othersRest() bool {
	for _, other := range m.shared.machines {
		if other != m && other.t.NativeDepth() > max(other.baseDepth, threadDepth) {
			return false
		}
	}
	return true
}

// threadDepth is the native depth of a thread's own function.
const threadDepth = 2

func (m *machine) findDropped(extra object.Value) ([]*Generator, *object.Exception) {
	s := &m.shared.pending.generators
	s.round++
	found := 0
	see := func(g *Generator) {
		if g.droppable && g.seen != s.round {
			g.seen = s.round
			found++
		}
	}
	looked := 0
	var above *frame
	for f := m.top; f != nil && found < s.count && looked < nearRegistersMax; above, f = f, f.back {
		if f.code == nil {
			continue
		}
		live := f.regs[:f.liveRegisters(above)]
		looked += len(live)
		for _, v := range live {
			if v.IsValid() && (v.Type() == GeneratorType || v.Type() == AsyncGeneratorType) {
				g, _ := object.AsNative[*Generator](v)
				see(g)
			}
		}
	}
	s.visitsLeft -= 1 + looked/nearRegistersPerVisit
	if found < s.count {
		visits := m.reachWithLeft(extra, func(v object.Value) bool {
			if g, ok := object.AsNative[*Generator](v); ok {
				see(g)
			}
			return found == s.count
		})
		s.visitsLeft -= visits
		if err := m.t.Tick(1 + visits/watchVisitsPerStep); err != nil {
			return nil, err
		}
	}
	if s.visitsLeft <= 0 {
		s.stop()
	}
	if found == s.count {
		return nil, nil
	}
	var dropped []*Generator
	for _, g := range s.items {
		if g.droppable && g.seen != s.round {
			dropped = append(dropped, g)
		}
	}
	return dropped, nil
}

const (
	// nearRegistersMax is how many registers of the innermost frames are looked at before anything else.
	nearRegistersMax = 200
	// nearRegistersPerVisit is how many of them count as one object.
	nearRegistersPerVisit = 16
)

// closeLost ends a generator that was dropped at a line: what its end raises is printed, and goes nowhere.
func (m *machine) closeLost(g *Generator, line int32) *object.Exception {
	m.noteResumed(g)
	g.sheltered = true // this happens once
	if g.kind == kindAsyncGenerator {
		g.lost = true
		if lost := m.shared.pending.generators.lost; lost != nil {
			return lost(m.t, g.Value())
		}
		return nil
	}
	_, err := m.closeGenerator(g)
	if err == nil || err.Fatal != object.NotFatal || m.t.Run.Write == nil {
		return err
	}
	if f := m.pythonFrame(); err.Traceback == nil && f != nil {
		entry := f.entry()
		entry.Span = syntax.Span{Line: line}
		err.Traceback = &object.Traceback{Entries: []object.TracebackEntry{entry}}
	}
	return m.t.Run.Write(m.t, 2, "Exception ignored in: "+safeRepr(m.t, g.Value(), "generator")+"\n"+FormatException(m.t, err, false))
}
