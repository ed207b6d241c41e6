package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// unwind carries an exception from frame f outward to the first handler, and returns the frame
// that goes on, with no exception; or no frame when Go gets control (m.out).
func (m *machine) unwind(f *frame, exc *object.Exception) (*frame, *object.Exception) {
	if exc.Traceback == nil && exc.Fatal == object.NotFatal && exc.Context == nil && exc != m.thrown {
		SetContext(exc, m.t.Handling)
	}
	for {
		pc := max(f.pc-1, 0)
		if !raisesAgain(f.code.instrs[pc]) {
			m.addTraceback(f, exc)
		}
		if exc.Fatal == object.NotFatal && f.pc > 0 { // a frame that has not begun handles nothing
			if h := f.code.handlerOf(pc); h != nil {
				if err := m.warnLeft(f, exc); err != nil {
					exc = err
					continue
				}
				f.regs[h.Reg] = exc.Value()
				f.own, m.t.Handling = exc, exc
				f.pc, f.atFault = int(h.Target), false
				if c := f.code.finallyAt(h.Target); c != nil && c.Start == h.Target && exc.ThroughFinally == 0 {
					exc.ThroughFinally = c.Line
				}
				if m.calledSomething(f, pc, exc) { // what was called may live on in the traceback
					f.watchLine = min(f.watchLine, -f.watchLine)
				}
				if m.shared.pending.generators.count > 0 {
					clear(f.regs[h.Reg+1:]) // temporaries of what was left
					if err := m.closeDropped(0, object.Value{}); err != nil {
						exc = err
						continue
					}
				}
				return f, nil
			}
		}
		if err := m.warnLeft(f, exc); err != nil {
			exc = err
		}
		if m.shared.pending.generators.count > 0 {
			m.noteLeft(f, exc)
		}
		f, exc = m.settle(f, object.Raise(exc))
		if f == nil && m.shared.pending.generators.count > 0 {
			m.dropAfterRaise()
			return nil, nil
		}
		if f == nil || exc == nil {
			return f, nil
		}
	}
}

// warnLeft warns about the coroutines that only the instruction that has just raised in the frame had: nothing of them is in
// the traceback. What it called, if anything, may live on there.
func (m *machine) warnLeft(f *frame, exc *object.Exception) *object.Exception {
	if m.shared.pending.watched == 0 || f.watchLine == 0 || m.calledSomething(f, max(f.pc-1, 0), exc) || m.t.NativeDepth() != m.baseDepth {
		return nil
	}
	live := f.code.freeEnd() // a lambda has no statements
	if s := f.code.statementBefore(f.pc - 1); s != nil {
		live = int(s.Live)
	}
	clear(f.regs[live:])
	err := m.warnDropped(f, f.line(), exc.Value())
	if err != nil && err.Fatal == object.NotFatal {
		return nil // CPython can raise nothing where a reference goes
	}
	return err
}

// calledSomething reports whether the instruction at pc, which has raised exc, may have left the frame of something that it called.
func (m *machine) calledSomething(f *frame, pc int, exc *object.Exception) bool {
	return exc != m.refused && callsSomething(f.code.instrs[pc].Op)
}

func callsSomething(op compile.Op) bool {
	switch op {
	case compile.OpCall, compile.OpCallKw, compile.OpCallMethod, compile.OpCallMethodKw, compile.OpCallEx, compile.OpAwait, compile.OpReraise:
		return true
	}
	return false
}

// raisesAgain reports whether an instruction lets an exception go on as it is, which adds
// nothing to the traceback.
func raisesAgain(in compile.Instr) bool {
	switch in.Op {
	case compile.OpReraise, compile.OpEndAsyncFor:
		return true
	case compile.OpRaise:
		return in.A == compile.NoReg
	}
	return false
}

// handlerOf returns the innermost handler of an instruction.
func (c *code) handlerOf(pc int) *compile.Handler {
	for i := range c.source.Handlers {
		h := &c.source.Handlers[i]
		if uint32(pc) >= h.Start && uint32(pc) < h.End {
			return h
		}
	}
	return nil
}

// finallyAt is the innermost finally clause of the program that an exception passes through at an instruction, nil for none.
func (c *code) finallyAt(pc uint32) *compile.Finally {
	if !c.script {
		return nil
	}
	for i := range c.source.Finallies {
		if f := &c.source.Finallies[i]; pc >= f.Start && pc < f.End {
			return f
		}
	}
	return nil
}

func (m *machine) addTraceback(f *frame, exc *object.Exception) {
	if exc.Traceback == nil {
		exc.Traceback = &object.Traceback{}
		m.noteNames(f, exc)
	}
	if !f.code.library {
		entries := append(exc.Traceback.Entries, f.entry())
		if m.shared.keepsFrames {
			if object, err := m.objectOf(f); err == nil { // else the limit on memory is hit at the next step
				entries[len(entries)-1].Owner = object
			}
		}
		exc.Traceback.Entries = entries
	}
}

// SetContext makes handled the context of exc, unless that would close a loop, which is
// cut where it would close (CPython 3.13 errors.c, _PyErr_SetObject).
func SetContext(exc, handled *object.Exception) {
	if handled == nil || handled == exc {
		return
	}
	slow, advance := handled, false
	for e := handled; e.Context != nil; e = e.Context {
		if e.Context == exc {
			e.Context = nil
			break
		}
		if slow == e.Context {
			break // a loop that the program made itself
		}
		if advance {
			slow = slow.Context
		}
		advance = !advance
	}
	exc.Context = handled
}

// raise executes OpRaise.
func (m *machine) raise(f *frame, in compile.Instr) *object.Exception {
	if in.A == compile.NoReg {
		if m.t.Handling == nil {
			return object.RuntimeErrorf("No active exception to reraise")
		}
		return m.t.Handling
	}
	exc, err := object.MakeException(m.t, f.regs[in.A])
	if err != nil {
		return err
	}
	if in.B != compile.NoReg {
		if err := m.setCause(exc, f.regs[in.B]); err != nil {
			return err
		}
	}
	SetContext(exc, m.t.Handling)
	return exc
}

func (m *machine) setCause(exc *object.Exception, cause object.Value) *object.Exception {
	exc.SuppressContext = true
	if cause.IsNone() {
		exc.Cause = object.None
		return nil
	}
	if !isExceptionOrClass(cause) {
		return object.TypeErrorf("exception causes must derive from BaseException")
	}
	e, err := object.MakeException(m.t, cause)
	if err != nil {
		return err
	}
	exc.Cause = e.Value()
	return nil
}

func isExceptionOrClass(v object.Value) bool {
	if _, ok := object.AsException(v); ok {
		return true
	}
	cls, ok := object.AsType(v)
	return ok && cls.IsSubtype(object.BaseExceptionType)
}

// leaveHandler makes the frame handle again what it handled outside of an except or
// finally clause: the exception in a register, or none itself.
func (m *machine) leaveHandler(f *frame, previous uint16) {
	f.own = nil
	if previous != compile.NoReg {
		f.own, _ = object.AsException(f.regs[previous])
	}
	m.t.Handling = f.handling()
}

const badExceptType = "catching classes that do not inherit from BaseException is not allowed"

// exceptMatch reports whether an `except` clause with these classes takes the exception.
func (m *machine) exceptMatch(exc, classes object.Value) (bool, *object.Exception) {
	e, _ := object.AsException(exc)
	if cls, ok := object.AsType(classes); ok {
		if !cls.IsSubtype(object.BaseExceptionType) {
			return false, object.TypeErrorf(badExceptType)
		}
		return e.Is(cls), nil
	}
	tuple, ok := object.AsTuple(classes)
	if !ok {
		return false, object.TypeErrorf(badExceptType)
	}
	for _, c := range tuple.Items {
		if cls, ok := object.AsType(c); !ok || !cls.IsSubtype(object.BaseExceptionType) {
			return false, object.TypeErrorf(badExceptType)
		}
	}
	for _, c := range tuple.Items {
		if cls, _ := object.AsType(c); e.Is(cls) {
			return true, nil
		}
	}
	return false, nil
}
