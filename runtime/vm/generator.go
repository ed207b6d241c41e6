package vm

import (
	"asyncplay/runtime/object"
)

// generatorKind tells the three objects apart that a deferred function makes.
type generatorKind uint8

const (
	kindGenerator generatorKind = iota
	kindCoroutine
	kindAsyncGenerator
)

// Generator is a generator, coroutine or asynchronous generator object: a frame that
// waits. It is an object.Resumable.
type Generator struct {
	object.Native
	frame frame
	kind  generatorKind
	state object.CoroutineState
	// asyncRunning: an asend, athrow or aclose of the asynchronous generator is under way.
	asyncRunning, asyncClosed bool
	// pendingIndex is the place in the run's list of coroutines never started, from 1.
	pendingIndex int32
	// watched: a coroutine not started yet, of which no task and no Go code has taken hold.
	watched bool
	// droppable: suspended, and the program would notice its end (dropped.go). listed: in the list of those; sheltered:
	// never to be there; seen: the search in which it was found last.
	droppable, listed, sheltered bool
	// cleansUp: its code has handlers.
	cleansUp bool
	// lost: an asynchronous generator that was dropped, and is closed for that reason.
	lost bool
	seen uint32
}

// Small generators are allocated in one piece with their registers.
type (
	generator8 struct {
		Generator
		r [8]object.Value
	}
	generator16 struct {
		Generator
		r [16]object.Value
	}
)

func allocGenerator(registers int) *Generator {
	switch {
	case registers <= 8:
		g := &generator8{}
		g.frame.regs = g.r[:registers:registers]
		return &g.Generator
	case registers <= 16:
		g := &generator16{}
		g.frame.regs = g.r[:registers:registers]
		return &g.Generator
	}
	g := &Generator{}
	g.frame.regs = make([]object.Value, registers)
	return g
}

// SizeBytes implements object.Sizer.
func (g *Generator) SizeBytes() int64 { return generatorBytes + int64(cap(g.frame.regs))*valueBytes }

// newGenerator executes the call of a deferred function.
func (m *machine) newGenerator(fn *Function, args object.Args, watch bool) (object.Value, *object.Exception) {
	c := fn.code
	if err := m.t.Charge(int64(generatorBytes + c.registers*valueBytes)); err != nil {
		return object.Value{}, err
	}
	g := allocGenerator(c.registers)
	if err := fn.bind(args, g.frame.regs); err != nil {
		m.refused = err
		return object.Value{}, err
	}
	copy(g.frame.regs[c.freeStart:], fn.closure)
	g.kind = c.kind
	g.frame.code, g.frame.fn, g.frame.gen = c, fn, g
	switch c.kind {
	case kindGenerator:
		g.InitNative(GeneratorType, g)
		m.noteMaker(g)
	case kindCoroutine:
		g.InitNative(object.CoroutineType, g)
		m.shared.pending.add(g, watch)
		if err := m.noteOrigin(g); err != nil {
			return object.Value{}, err
		}
	case kindAsyncGenerator:
		g.InitNative(AsyncGeneratorType, g)
		m.shared.asyncGens.add(g)
		m.noteMaker(g)
	}
	return g.Value(), nil
}

// Estimates for the limit on memory.
const (
	generatorBytes = 300
	valueBytes     = 16
)

// currentState is the life of the generator; one that is linked below another lives as
// the root of the chain does.
func (g *Generator) currentState() object.CoroutineState {
	if g.frame.linked() && g.state == object.CoroutineSuspended {
		if root := g.frame.root; root.gen != nil {
			return root.gen.state
		}
	}
	return g.state
}

// noun is how messages call the object.
func (g *Generator) noun() string {
	return [...]string{"generator", "coroutine", "async generator"}[g.kind]
}

// finish ends the generator's life and drops what its frame holds.
func (g *Generator) finish() {
	f := &g.frame
	if f.object != nil {
		f.object.endGenerator()
	}
	g.state = object.CoroutineClosed
	clear(f.regs)
	f.regs, f.back, f.root, f.chainLeaf, f.leaf = nil, nil, nil, nil, nil
	f.own, f.outer, f.awaited = nil, nil, object.Value{}
}

// checkResume reports why the generator cannot go on; ok with a nil error means that it is
// finished already.
func (g *Generator) checkResume(sent object.Value) (finished bool, err *object.Exception) {
	switch g.currentState() {
	case object.CoroutineRunning:
		return false, object.ValueErrorf("%s already executing", g.noun())
	case object.CoroutineClosed:
		if g.kind == kindCoroutine {
			return false, object.RuntimeErrorf("cannot reuse already awaited coroutine")
		}
		return true, nil
	case object.CoroutineCreated:
		if sent.IsValid() && !sent.IsNone() {
			return false, object.TypeErrorf("can't send non-None value to a just-started %s", g.noun())
		}
	}
	return false, nil
}

// Resume implements object.Resumable for callers outside the dispatch loop.
func (g *Generator) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	return machineOf(t).resume(g, sent, thrown)
}

// Resume drives a coroutine object one step: of Python code or of Go.
func Resume(t *object.Thread, coro object.Value, sent object.Value, thrown *object.Exception) object.Outcome {
	m := machineOf(t)
	if g, ok := object.AsNative[*Generator](coro); ok {
		return m.resume(g, sent, thrown)
	}
	if c, ok := object.AsNative[*object.Coroutine](coro); ok {
		return m.resumeGo(c, sent, thrown)
	}
	r, ok, err := object.Awaitable(t, coro)
	switch {
	case err != nil:
		return object.Raise(err)
	case !ok:
		return object.Raise(object.TypeErrorf("a coroutine was expected, got %s", safeRepr(t, coro, "object")))
	}
	return m.resumeRoot(&frame{body: r}, sent, thrown)
}

// resume goes on with a generator that nothing awaits, from Go.
func (m *machine) resume(g *Generator, sent object.Value, thrown *object.Exception) object.Outcome {
	finished, err := g.checkResume(sent)
	if thrown != nil && err != nil && g.state == object.CoroutineCreated {
		err = nil
	}
	switch {
	case err != nil:
		return object.Raise(err)
	case finished && thrown != nil:
		return object.Raise(thrown)
	case finished:
		return object.Return(object.None)
	}
	f := &g.frame
	if f.linked() {
		f.detach()
	}
	f.fromGo, f.mode = true, modeAwait
	return m.resumeRoot(f, sent, thrown)
}

// resumeRoot goes on with the chain of awaits that begins at f.
func (m *machine) resumeRoot(f *frame, sent object.Value, thrown *object.Exception) object.Outcome {
	if err := m.t.EnterNative(""); err != nil {
		return object.Raise(err)
	}
	f.fromGo = true
	outer := m.baseDepth
	if f.gen == nil || f.gen.kind == kindCoroutine {
		m.baseDepth = m.t.NativeDepth()
	}
	out := m.resumeChain(f, sent, thrown)
	m.baseDepth = outer
	m.t.LeaveNative()
	return out
}

func (m *machine) resumeChain(root *frame, sent object.Value, thrown *object.Exception) object.Outcome {
	next, exc := m.reenter(root, sent, thrown)
	if next == nil {
		return m.takeOut()
	}
	return m.run(next, exc)
}

// takeOut returns the outcome that settle left for Go.
func (m *machine) takeOut() object.Outcome {
	out := m.out
	m.out = object.Outcome{}
	return out
}

// reenter puts a suspended (or new) chain on top of the stack and gives its innermost
// frame what it waited for. It returns the frame to run, and the exception to raise there; no
// frame means that m.out holds the outcome.
func (m *machine) reenter(root *frame, sent object.Value, thrown *object.Exception) (*frame, *object.Exception) {
	leaf := root.chainLeaf
	if leaf == nil {
		leaf = root
	}
	if err := m.deeper(int(leaf.level) + 1); err != nil {
		if !root.fromGo {
			return m.top, err
		}
		m.out = object.Raise(err)
		return nil, nil
	}
	root.back, root.outer, root.chainLeaf = m.top, m.t.Handling, nil
	m.prepareThrow(root, leaf, thrown)
	m.top, m.t.Handling = leaf, leaf.handling()
	if g := root.gen; g != nil {
		m.started(g)
		if g.droppable {
			m.noteResumed(g)
		}
		g.state = object.CoroutineRunning
	}
	if g, ok := detached(leaf); ok {
		return m.rejoin(leaf, g, sent, thrown)
	}
	switch {
	case leaf.leaf != nil:
		return m.settleLeaf(leaf, m.stepGo(leaf.leaf, sent, thrown))
	case leaf.code == nil:
		return m.settle(leaf, m.stepGo(leaf.body, sent, thrown))
	case thrown != nil:
		leaf.takeThrown(thrown)
	case leaf.pc > 0:
		leaf.setResult(sent)
	}
	return leaf, thrown
}

// detach takes a suspended frame out of the chain in which it was awaited, because the program
// resumes it directly. The part above f becomes a chain of its own.
func (f *frame) detach() {
	f.root.chainLeaf = f.back
	last := f
	f.root, f.level = nil, 0
	for level := int32(1); ; level++ {
		g, ok := detached(last)
		if !ok || !g.frame.linked() {
			break
		}
		last = &g.frame
		last.root, last.level = f, level
	}
	f.chainLeaf = last
}

// detached returns what a frame at the end of a suspended chain awaits, when that is a generator or
// coroutine: then it was taken out of the chain, since else the chain would end there.
func detached(f *frame) (*Generator, bool) {
	if f.leaf != nil || !f.awaited.IsValid() {
		return nil, false
	}
	return object.AsNative[*Generator](f.awaited)
}

// rejoin goes on with a chain whose next frame was resumed directly in the meantime.
func (m *machine) rejoin(f *frame, g *Generator, sent object.Value, thrown *object.Exception) (*frame, *object.Exception) {
	if thrown == nil {
		finished, err := g.checkResume(sent)
		if !finished && err == nil {
			err = object.RuntimeErrorf("coroutine is being awaited already")
		}
		thrown = err
	}
	return f.receive(object.None, thrown)
}

// resumeGo drives a coroutine written in Go as the root of a chain.
func (m *machine) resumeGo(c *object.Coroutine, sent object.Value, thrown *object.Exception) object.Outcome {
	switch c.State {
	case object.CoroutineClosed:
		return object.Raise(object.RuntimeErrorf("cannot reuse already awaited coroutine"))
	case object.CoroutineRunning:
		return object.Raise(object.ValueErrorf("coroutine already executing"))
	case object.CoroutineCreated:
		m.shared.pending.removeGo(c)
		if thrown != nil {
			c.State = object.CoroutineClosed
			return object.Raise(thrown)
		}
	}
	root, ok := c.Awaited.(*goRoot)
	if !ok {
		root = &goRoot{frame: frame{body: (*goBody)(c)}}
		c.Awaited = root
	}
	return m.resumeRoot(&root.frame, sent, thrown)
}

// goRoot is the frame without code of a Go coroutine that is the root of a chain.
type goRoot struct{ frame frame }

// Resume implements object.Resumable; what drives the coroutine drives its chain.
func (r *goRoot) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	return machineOf(t).resumeRoot(&r.frame, sent, thrown)
}

// goBody is a Go coroutine whose life is kept up to date as its body runs.
type goBody object.Coroutine

// Resume implements object.Resumable.
func (b *goBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	c := (*object.Coroutine)(b)
	if c.State == object.CoroutineCreated {
		machineOf(t).shared.pending.removeGo(c)
	}
	c.State = object.CoroutineRunning
	out := c.Body.Resume(t, sent, thrown)
	switch out.Kind {
	case object.Returned, object.Raised:
		c.State = object.CoroutineClosed
	default:
		c.State = object.CoroutineSuspended
	}
	return out
}

// IsBuiltin implements object.Builtin.
func (g *Generator) IsBuiltin() {}

// IsBuiltin implements object.Builtin.
func (r *goRoot) IsBuiltin() {}
