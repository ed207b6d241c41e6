package vm

import (
	"asyncplay/runtime/object"
)

// stepKind says which method of an asynchronous generator made an asyncStep.
type stepKind uint8

const (
	stepSend  stepKind = iota // __anext__ and asend
	stepThrow                 // athrow
	stepClose                 // aclose
)

// asyncStep is what __anext__, asend, athrow and aclose of an asynchronous generator
// return: an awaitable that runs the generator to its next yield (CPython 3.13 genobject.c).
type asyncStep struct {
	object.Native
	gen    *Generator
	kind   stepKind
	state  object.CoroutineState
	sent   object.Value
	thrown *object.Exception
}

func newAsyncStep(gen *Generator, kind stepKind, sent object.Value, thrown *object.Exception) object.Value {
	s := &asyncStep{gen: gen, kind: kind, sent: sent, thrown: thrown}
	typ := AsyncGeneratorAsendType
	if kind != stepSend {
		typ = AsyncGeneratorAthrowType
	}
	s.InitNative(typ, s)
	return s.Value()
}

// start checks that the step can begin and returns the generator's frame for it; no frame and
// no error: the step is over at once (aclose of what is closed already).
func (s *asyncStep) start(m *machine) (f *frame, mode mode, thrown, err *object.Exception) {
	if err := s.checkStart(); err != nil {
		return nil, 0, nil, err
	}
	g := s.gen
	s.state = object.CoroutineClosed
	if g.state == object.CoroutineClosed || s.kind == stepClose && g.state == object.CoroutineCreated {
		return nil, 0, nil, s.startClosed()
	}
	m.noteResumed(g)
	g.asyncRunning = true
	f = &g.frame
	if s.kind == stepSend && g.state == object.CoroutineSuspended {
		f.setResult(s.sent)
	}
	if s.kind == stepClose {
		return f, modeAclose, s.thrown, nil
	}
	return f, modeAsend, s.thrown, nil
}

func (s *asyncStep) checkStart() *object.Exception {
	names := [...]struct{ reuse, running string }{
		stepSend:  {"__anext__()/asend()", "anext()"},
		stepThrow: {"aclose()/athrow()", "athrow()"},
		stepClose: {"aclose()/athrow()", "aclose()"},
	}[s.kind]
	switch {
	case s.state == object.CoroutineClosed:
		return object.RuntimeErrorf("cannot reuse already awaited %s", names.reuse)
	case s.gen.asyncRunning:
		s.state = object.CoroutineClosed
		return object.RuntimeErrorf("%s: asynchronous generator is already running", names.running)
	case s.kind == stepSend && s.gen.state == object.CoroutineCreated && !s.sent.IsNone():
		return object.TypeErrorf("can't send non-None value to a just-started async generator")
	}
	return nil
}

// startClosed is a step of a generator that has no frame any more, or is closed before its start.
func (s *asyncStep) startClosed() *object.Exception {
	switch s.kind {
	case stepClose:
		if s.gen.state == object.CoroutineCreated {
			s.gen.finish()
		}
		return nil
	case stepThrow:
		return nil // CPython drops the exception
	}
	return object.NewExceptionArgs(object.StopAsyncIterationType)
}

// Resume implements object.Resumable for steps that nothing in the dispatch loop awaits, and
// for those that are over at once.
func (s *asyncStep) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	m := machineOf(t)
	if s.state == object.CoroutineSuspended {
		return s.record(m.resumeRoot(&s.gen.frame, sent, thrown))
	}
	if s.state == object.CoroutineClosed && s.kind != stepSend && s.gen.state == object.CoroutineClosed {
		return object.Return(object.None)
	}
	f, mode, first, err := s.start(m)
	switch {
	case err != nil:
		return object.Raise(err)
	case f == nil:
		return object.Return(object.None)
	case thrown != nil:
		first = thrown
	}
	f.mode, f.root, f.level = mode, nil, 0
	return s.record(m.resumeRoot(f, s.sent, first))
}

func (s *asyncStep) record(out object.Outcome) object.Outcome {
	s.state = object.CoroutineClosed
	if out.Kind == object.Yielded {
		s.state = object.CoroutineSuspended
	}
	return out
}

// asyncYield executes OpYield of an asynchronous generator: the step ends with value and the
// generator waits for the next one.
func (m *machine) asyncYield(f *frame, value object.Value) (*frame, *object.Exception) {
	back, fromGo := f.back, f.fromGo
	m.depth--
	m.top = back
	var err *object.Exception
	if f.mode == modeAclose {
		err = object.RuntimeErrorf("async generator ignored GeneratorExit")
		value = object.Value{}
	}
	if f.root != nil && back != nil {
		m.t.Handling = back.handling()
	} else {
		m.t.Handling = f.outer
	}
	f.back, f.root, f.level = nil, nil, 0
	f.gen.state, f.gen.asyncRunning = object.CoroutineSuspended, false
	m.noteSuspended(f.gen, f)
	switch {
	case fromGo:
		m.out = object.Return(value)
		if err != nil {
			m.out = object.Raise(err)
		}
		return nil, nil
	case back.code != nil:
		return back.receive(value, err)
	}
	return m.settle(back, m.stepGo(back.body, value, err))
}

// IsBuiltin implements object.Builtin.
func (s *asyncStep) IsBuiltin() {}
