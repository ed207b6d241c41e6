package vm

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// CPython warns "coroutine 'x' was never awaited" as the last reference to the coroutine goes. There are
// no reference counts here. Instead, as long as there are coroutines that have not been started and that no
// task has taken, code runs with opWatch at the starts of statements and at returns, and there the machine looks
// whether they can still be reached: from its own frame first, where they nearly always are. What cannot be
// reached was dropped by the statement before.

// opWatch stands in watched code in the place of the first instruction of a statement and of returns.
const opWatch compile.Op = 0xFFFE

// watchVisitsMax bounds the work of a run for this: after so many objects dropped coroutines are not noticed any more.
const watchVisitsMax = 400_000

// watchedInstrs returns the code with opWatch in it.
func (m *machine) watchedInstrs(c *code) []compile.Instr {
	if c.library {
		return c.instrs
	}
	if c.watched != nil {
		return c.watched
	}
	c.watched = append([]compile.Instr(nil), c.instrs...)
	plant := func(pc int) {
		if c.watched[pc].Op != opFault { // the operands stay: a jump reads its target from the instruction
			c.watched[pc].Op = opWatch
		}
	}
	for _, s := range c.source.Statements {
		plant(int(s.PC))
	}
	for pc, in := range c.instrs {
		if in.Op == compile.OpReturn || in.Op == compile.OpReturnConst {
			plant(pc)
		}
	}
	return c.watched
}

// statementBefore returns the last statement that starts at or before pc, nil when there is none.
func (c *code) statementBefore(pc int) *compile.Statement {
	statements := c.source.Statements
	i := sort.Search(len(statements), func(i int) bool { return int(statements[i].PC) > pc })
	if i == 0 {
		return nil
	}
	return &statements[i-1]
}

// watchStatement looks, where a statement starts, for what the one before has dropped.
func (m *machine) watchStatement(f *frame) *object.Exception {
	s := f.code.statementBefore(f.pc - 1)
	if s == nil || int(s.PC) != f.pc-1 {
		return nil
	}
	line := f.watchLine
	f.watchLine = s.Line
	clear(f.regs[s.Live:])
	if m.shared.pending.generators.count > 0 {
		if err := m.closeDropped(max(line, -line), object.Value{}); err != nil {
			return err
		}
	}
	if line == 0 || m.t.NativeDepth() != m.baseDepth {
		return nil
	}
	if line < 0 { // the statement raised
		m.shared.pending.holder = m.t.Handling
	}
	err := m.warnDropped(f, max(line, -line), object.Value{})
	m.shared.pending.holder = nil
	return err
}

// watchedReturn executes a return and looks for what went with the frame.
func (m *machine) watchedReturn(f *frame, value object.Value) (*frame, *object.Exception) {
	if err := m.watchStatement(f); err != nil {
		return f, err
	}
	if f.code.source.Flags&compile.FlagModule != 0 && f.watchLine != 0 && m.t.NativeDepth() == m.baseDepth {
		clear(f.regs[f.code.freeEnd():]) // what its last statement had worked out
		if err := m.warnDropped(f, max(f.watchLine, -f.watchLine), value); err != nil {
			return f, err
		}
	}
	depth := m.t.NativeDepth()
	next, exc := m.settle(f, object.Return(value))
	if p := &m.shared.pending; exc != nil || p.watched+p.generators.count == 0 || depth != m.baseDepth {
		return next, exc
	}
	top := next
	if top == nil {
		if f.gen == nil { // the main script has ended
			return next, nil
		}
		value = m.out.Value
	}
	if top != nil && (top.code == nil || top.code.library) {
		top = nil
	}
	out := m.out // the program may have a say in warnings
	exc = m.warnDropped(top, 0, value)
	if exc == nil && m.shared.pending.generators.count > 0 {
		exc = m.closeDropped(0, value)
	}
	m.out = out
	return next, exc
}

// awaitsResult reports whether the next thing that happens to the result of the call in the frame is an await.
func (f *frame) awaitsResult() bool {
	return f.code.instrs[f.pc].Op == compile.OpAwait
}

// noteCoroutine watches a coroutine written in Go that a call in frame f has just made.
func (m *machine) noteCoroutine(f *frame, v object.Value) {
	if v.Type() != object.CoroutineType || f.awaitsResult() {
		return
	}
	c, ok := object.AsNative[*object.Coroutine](v)
	p := &m.shared.pending
	if !ok || c.Watched || c.State != object.CoroutineCreated || p.visitsLeft <= 0 || len(p.items) == 0 || p.items[len(p.items)-1].native != c {
		return
	}
	c.Watched = true
	p.watched++
	f.watchLine = f.line()
}

// own takes a coroutine that a task, or code in Go, has taken from those that the program may drop.
func (p *pendingCoroutines) own(v object.Value) {
	if g, ok := object.AsNative[*Generator](v); ok {
		if g.watched {
			g.watched = false
			p.watched--
		}
	} else if c, ok := object.AsNative[*object.Coroutine](v); ok && c.Watched {
		c.Watched = false
		p.watched--
	}
}

// Own says that code in Go holds the value from now on: if it is a coroutine it is not dropped when the
// program's last reference to it goes.
func Own(t *object.Thread, v object.Value) {
	if v.IsValid() && v.Type() == object.CoroutineType {
		stateOf(t.Run).pending.own(v)
	}
}

// Disown takes back what Own has said.
func Disown(t *object.Thread, v object.Value) {
	p := &stateOf(t.Run).pending
	if !v.IsValid() || v.Type() != object.CoroutineType || p.visitsLeft <= 0 || isWatched(v) {
		return
	}
	if g, ok := object.AsNative[*Generator](v); ok && g.pendingIndex != 0 {
		g.watched = true
		p.watched++
	} else if c, ok := object.AsNative[*object.Coroutine](v); ok && c.State == object.CoroutineCreated {
		c.Watched = true
		p.watched++
	}
}

func isWatched(v object.Value) bool {
	if g, ok := object.AsNative[*Generator](v); ok {
		return g.watched
	}
	c, ok := object.AsNative[*object.Coroutine](v)
	return ok && c.Watched
}

// warnDropped warns about the watched coroutines that the program cannot reach any more, at a line of frame
// f (0: where it stands). extra is a value on its way to Go.
func (m *machine) warnDropped(f *frame, line int32, extra object.Value) *object.Exception {
	p := &m.shared.pending
	if p.watched == 0 {
		return nil
	}
	reached := map[object.Value]bool{}
	coroutines := 0
	visits := m.t.Reach(p.visitsLeft, func(v object.Value) bool {
		if v.Type() == object.CoroutineType && isWatched(v) {
			reached[v] = true
			coroutines++
		} else if _, ok := object.AsException(v); ok && len(p.heldBy) > 0 {
			reached[v] = true
		}
		return coroutines == p.watched
	}, func(visit func(object.Value)) {
		if extra.IsValid() {
			visit(extra)
		}
		m.visitLive(visit)
	}, m.t.Run.VisitRoots)
	if p.visitsLeft -= visits; p.visitsLeft <= 0 {
		p.stopWatching()
		return nil
	}
	if err := m.t.Tick(1 + visits/watchVisitsPerStep); err != nil {
		return err
	}
	if coroutines == p.watched {
		return nil
	}
	var dropped, holders []object.Value
	for _, item := range p.items {
		v := item.value()
		if !v.IsValid() || !isWatched(v) || reached[v] {
			continue
		}
		if p.holder != nil && p.heldBy[v] == nil {
			if p.heldBy == nil {
				p.heldBy = map[object.Value]*object.Exception{}
			}
			p.heldBy[v] = p.holder
		}
		if e := p.heldBy[v]; e == nil || e != m.t.Handling && !reached[e.Value()] {
			delete(p.heldBy, v)
			dropped, holders = append(dropped, v), append(holders, item.holder)
		}
	}
	for i := 0; i < len(dropped); {
		end := i + 1
		for end < len(dropped) && holders[i].IsValid() && holders[end] == holders[i] {
			end++
		}
		slices.Reverse(dropped[i:end])
		i = end
	}
	for _, v := range dropped {
		p.own(v)
		if err := m.warnNeverAwaited(f, line, "coroutine '"+QualnameOf(v)+"'", originText(m.t, v)); err != nil {
			return err
		}
	}
	return nil
}

// watchVisitsPerStep is how many objects are looked at for a step.
const watchVisitsPerStep = 8

func (p *pendingCoroutines) stopWatching() {
	for _, item := range p.items {
		if v := item.value(); v.IsValid() {
			p.own(v)
		}
	}
	p.visitsLeft = 0
}

func (c pendingCoroutine) value() object.Value {
	switch {
	case c.gen != nil:
		return c.gen.Value()
	case c.native != nil:
		return c.native.Value()
	}
	return object.Value{}
}

// visitLive visits what the frames hold that run: of the innermost, variables and what its blocks keep; of those
// below, besides, what their statement has worked out so far.
func (m *machine) visitLive(visit func(object.Value)) {
	var above *frame
	for f := m.top; f != nil; f = f.back {
		if f.code != nil {
			for _, v := range f.regs[:f.liveRegisters(above)] {
				if v.IsValid() {
					visit(v)
				}
			}
			visit(f.fn.Value())
		}
		if f.self.IsValid() {
			visit(f.self)
		}
		if f.gen != nil {
			visit(f.gen.Value())
			if f.awaited.IsValid() {
				visit(f.awaited)
			}
		}
		above = f
	}
}

// liveRegisters is the number of registers whose content is still needed. above is the frame that this
// one has called, nil when it has called nothing or something in Go.
func (f *frame) liveRegisters(above *frame) int {
	if f.pc == 0 {
		return len(f.regs)
	}
	in := f.code.instrs[f.pc-1]
	base := f.code.freeEnd()
	if s := f.code.statementBefore(f.pc - 1); s != nil {
		base = int(s.Live)
	}
	called := above != nil && !above.fromGo
	switch in.Op {
	case compile.OpCall, compile.OpCallMethod, compile.OpCallKw, compile.OpCallMethodKw, compile.OpCallEx:
		if called { // its arguments belong to the callee
			return max(base, int(in.A)+1)
		}
		return min(len(f.regs), max(base, int(in.A)+3+int(in.B)))
	case compile.OpAwait, compile.OpYield, compile.OpYieldFrom:
		return max(base, min(int(in.A)+1, len(f.regs)))
	}
	if above == nil && f.atStatement() {
		return base
	}
	return len(f.regs)
}

// freeEnd is the number of registers that are variables.
func (c *code) freeEnd() int { return len(c.source.VarNames) }

// atStatement reports whether the frame is about to execute the first instruction of a statement.
func (f *frame) atStatement() bool {
	s := f.code.statementBefore(f.pc - 1)
	return s != nil && int(s.PC) == f.pc-1
}

// warnNeverAwaited gives the warning that CPython gives where a coroutine that was never started is dropped: at a
// line of frame f, by default the one at which it stands. Without a frame asyncio's own code drops it.
// subject names it; origin is what originText says.
func (m *machine) warnNeverAwaited(f *frame, line int32, subject, origin string) *object.Exception {
	if m.t.Run.Write == nil {
		return nil
	}
	file, module := "<library>", "asyncio.events"
	if f != nil {
		file = f.code.source.Filename
		if name, ok := object.StrOf(valueOrNone(f.globals().GetStr("__name__"))); ok {
			module = name
		}
		if line == 0 {
			line = f.line()
		}
	}
	message := subject + " was never awaited" + origin
	if warnings, ok := object.AsModule(valueOrNone(m.t.Run.Modules.GetStr("warnings"))); ok {
		if hook := warnings.Dict.GetStr("_warn_unawaited_coroutine"); hook.IsValid() {
			_, err := object.Call(m.t, hook, object.Arguments(object.NewStr(message), object.NewStr(file), object.Int(int64(line)), object.NewStr(module)))
			return err
		}
	}
	p := &m.shared.pending
	key := file + ":" + strconv.Itoa(int(line)) + ":" + message
	if p.warnedAt[key] {
		return nil
	}
	if p.warnedAt == nil {
		p.warnedAt = map[string]bool{}
	}
	p.warnedAt[key] = true
	return m.t.Run.Write(m.t, 2, m.neverAwaitedText(file, line, message))
}

func valueOrNone(v object.Value) object.Value {
	if v.IsValid() {
		return v
	}
	return object.None
}

func (m *machine) neverAwaitedText(file string, line int32, message string) string {
	var b strings.Builder
	b.WriteString(file)
	if line > 0 {
		b.WriteString(":" + strconv.Itoa(int(line)))
	}
	b.WriteString(": RuntimeWarning: " + message + "\n")
	if lines := m.shared.sources[file]; int(line) <= len(lines) && line > 0 {
		if text := strings.TrimSpace(lines[line-1]); text != "" {
			b.WriteString("  " + text + "\n")
		}
	}
	b.WriteString("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n")
	return b.String()
}
