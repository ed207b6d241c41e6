package vm

import (
	"asyncplay/runtime/object"
)

// settle carries on after a step of frame f ended with out: f returned, raised, yielded
// or wants to await something. It passes results down and exceptions through the frames without
// code until a Python frame can go on, which it returns together with the exception to
// raise there, or until Go gets control: then it returns no frame and m.out is set.
//
// It is a loop, so that a chain that alternates between Python and Go coroutines needs no Go stack.
func (m *machine) settle(f *frame, out object.Outcome) (*frame, *object.Exception) {
	for {
		switch out.Kind {
		case object.Yielded:
			return m.suspend(f, out.Value)
		case object.Returned, object.Raised:
			mode, ret := f.mode, f.ret
			back, value, exc := m.leave(f, out.Value, out.Exc)
			if back == nil {
				return nil, nil
			}
			f = back
			if mode <= modeFor {
				return f, m.resultOf(f, mode, ret, value, exc)
			}
			if f.code != nil {
				return f.receive(value, exc)
			}
			out = m.stepGo(f.body, value, exc)
		case object.Awaiting:
			next, done := m.await(f, out.Next)
			if done != nil {
				if f.code != nil {
					return f.receive(done.Value, done.Exc)
				}
				out = m.stepGo(f.body, done.Value, done.Exc)
				continue
			}
			f, out = next, m.out
			if out.Kind == startFrame {
				return f, out.Exc
			}
		}
	}
}

// resultOf gives frame f the end of a plain call, or of the generator that its loop drives.
func (m *machine) resultOf(f *frame, mode mode, ret uint16, value object.Value, exc *object.Exception) *object.Exception {
	switch {
	case exc != nil:
		return exc
	case mode == modeFor:
		f.pc++ // behind the jump word: the loop is over
		return nil
	}
	return m.store(f, ret, value)
}

// startFrame is the kind of m.out by which await says that the frame it returns is to run.
const startFrame = object.Awaiting + 1

// receive gives a Python frame the end of what it awaited.
func (f *frame) receive(value object.Value, exc *object.Exception) (*frame, *object.Exception) {
	f.awaited = object.Value{}
	if f.passing {
		f.takeThrown(exc)
	}
	if exc == nil {
		f.setResult(value)
	}
	return f, exc
}

// await makes f wait for r. Either r ended at once: done is its outcome. Or the frame
// returned goes on as m.out says: a linked frame that starts, or f suspended by r.
func (m *machine) await(f *frame, r object.Resumable) (next *frame, done *object.Outcome) {
	child, mode, thrown, err := m.frameOf(r)
	if err != nil {
		out := object.Raise(err)
		return nil, &out
	}
	if child != nil {
		if err := m.linkFrame(f, child, mode); err != nil {
			out := object.Raise(err)
			return nil, &out
		}
		if thrown != nil {
			m.thrown = thrown
			child.takeThrown(thrown)
		}
		m.out = object.Outcome{Kind: startFrame, Exc: thrown}
		return child, nil
	}
	out := m.stepGo(r, object.None, nil)
	switch out.Kind {
	case object.Returned, object.Raised:
		return nil, &out
	case object.Yielded:
		f.leaf = r
		m.out = out
		return f, nil
	}
	pseudo := &frame{body: r}
	if err := m.linkFrame(f, pseudo, modeAwait); err != nil {
		raised := object.Raise(err)
		return nil, &raised
	}
	m.out = out
	return pseudo, nil
}

// settleLeaf is settle for what drives f, which is suspended, and has made a step.
func (m *machine) settleLeaf(f *frame, out object.Outcome) (*frame, *object.Exception) {
	r := f.leaf
	if out.Kind == object.Yielded {
		return m.suspend(f, out.Value)
	}
	f.leaf = nil
	if out.Kind == object.Awaiting {
		pseudo := &frame{body: r}
		if err := m.linkFrame(f, pseudo, modeAwait); err != nil {
			out = object.Raise(err)
		} else {
			return m.settle(pseudo, out)
		}
	}
	if f.code != nil {
		return f.receive(out.Value, out.Exc)
	}
	return m.settle(f, m.stepGo(f.body, out.Value, out.Exc))
}

// frameOf returns the frame that an awaitable runs in, if it has one, checked that it can
// be linked, and the exception to raise in it at once, if any.
func (m *machine) frameOf(r object.Resumable) (f *frame, mode mode, thrown, err *object.Exception) {
	switch r := r.(type) {
	case *Generator:
		finished, err := r.checkAwait()
		if err != nil || finished {
			if err == nil {
				err = object.RuntimeErrorf("cannot reuse already awaited coroutine")
			}
			return nil, modeAwait, nil, err
		}
		if r.frame.pc > 0 {
			r.frame.setResult(object.None)
		}
		return &r.frame, modeAwait, nil, nil
	case *asyncStep:
		return r.start(m)
	}
	return nil, modeAwait, nil, nil
}

// checkAwait is checkResume for an await of the generator.
func (g *Generator) checkAwait() (finished bool, err *object.Exception) {
	if g.kind == kindCoroutine && (g.state == object.CoroutineSuspended || g.frame.linked()) && g.currentState() == object.CoroutineSuspended {
		return false, object.RuntimeErrorf("coroutine is being awaited already")
	}
	return g.checkResume(object.None)
}

// linkFrame puts child on top of f in the same chain.
func (m *machine) linkFrame(f, child *frame, mode mode) *object.Exception {
	if err := m.deeper(1); err != nil {
		if g := child.gen; g != nil {
			m.started(g)
			g.finish()
		}
		return err
	}
	child.back, child.root, child.level = f, f.chainRoot(), f.level+1
	child.mode, child.fromGo, child.passing = mode, false, false
	child.inheritHandled(f)
	if g := child.gen; g != nil {
		m.started(g)
		if g.droppable {
			m.noteResumed(g)
		}
		g.state = object.CoroutineSuspended // as its root is; see currentState
		f.awaited = g.Value()
	}
	m.top = child
	return nil
}

// suspend takes the whole chain that ends in leaf off the stack and gives value to who
// drives it.
func (m *machine) suspend(leaf *frame, value object.Value) (*frame, *object.Exception) {
	root := leaf.chainRoot()
	m.depth -= int(leaf.level) + 1
	back := root.back
	root.chainLeaf, root.back = leaf, nil
	m.top, m.t.Handling = back, root.outer
	if g := root.gen; g != nil {
		g.state = object.CoroutineSuspended
		if g.kind == kindGenerator && (g.cleansUp || leaf != root) {
			m.noteSuspended(g, leaf)
		}
	}
	if root.fromGo {
		m.out = object.Yield(value)
		return nil, nil
	}
	back.regs[root.ret] = value
	back.pc = back.jumpWord()
	return back, m.t.Tick(1)
}

// leave ends frame f with a value or an exception and returns the frame below with what it
// gets. No frame: m.out tells Go.
func (m *machine) leave(f *frame, value object.Value, exc *object.Exception) (*frame, object.Value, *object.Exception) {
	back := f.back
	if f.gen == nil && f.code != nil {
		if f.mode == modeInit && exc == nil {
			value, exc = initResult(f, value)
		}
		m.t.Handling = f.outer
		m.pop(f)
	} else {
		value, exc = m.leaveChained(f, back, value, exc)
	}
	if f.fromGo {
		m.out = object.Outcome{Kind: object.Returned, Value: value}
		if exc != nil {
			m.out = object.Raise(exc)
		}
		return nil, object.Value{}, nil
	}
	return back, value, exc
}

func initResult(f *frame, result object.Value) (object.Value, *object.Exception) {
	if !result.IsNone() {
		return object.Value{}, object.TypeErrorf("__init__() should return None, not '%s'", object.TypeName(result))
	}
	return f.self, nil
}

// leaveChained ends the frame of a generator or a frame without code.
func (m *machine) leaveChained(f, back *frame, value object.Value, exc *object.Exception) (object.Value, *object.Exception) {
	m.depth--
	m.top = back
	if f.root != nil && back != nil {
		m.t.Handling = back.handling()
	} else {
		m.t.Handling = f.outer
	}
	if f.gen != nil {
		if exc != nil && f.pc > 0 { // one thrown in before the first step goes through as it is
			exc = f.gen.convertStop(exc)
		} else if exc != nil && f.mode == modeAsend && exc.Is(object.StopIterationType) {
			// CPython takes the one of athrow() for the end of the step.
			f.gen.finish()
			f.gen.asyncRunning, f.gen.asyncClosed = false, true
			return exc.StopValue(), nil
		}
		f.gen.finish()
	}
	switch f.mode {
	case modeAsend:
		f.gen.asyncRunning, f.gen.asyncClosed = false, true
		if exc == nil {
			exc = object.NewExceptionArgs(object.StopAsyncIterationType)
		}
	case modeAclose:
		f.gen.asyncRunning, f.gen.asyncClosed = false, true
		if exc == nil || exc.Is(object.StopAsyncIterationType) || exc.Is(object.GeneratorExitType) {
			return object.None, nil
		}
	}
	return value, exc
}

// convertStop turns a StopIteration that leaves a generator into a RuntimeError (PEP 479).
func (g *Generator) convertStop(exc *object.Exception) *object.Exception {
	name := ""
	switch {
	case exc.Is(object.StopIterationType):
		name = "StopIteration"
	case g.kind == kindAsyncGenerator && exc.Is(object.StopAsyncIterationType):
		name = "StopAsyncIteration"
	default:
		return exc
	}
	e := object.RuntimeErrorf("%s raised %s", g.noun(), name)
	e.Cause, e.Context, e.SuppressContext = exc.Value(), exc, true
	return e
}
