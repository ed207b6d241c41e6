package vm

import (
	"asyncplay/runtime/object"
)

func initGeneratorTypes() {
	GeneratorType = object.NewBuiltinType("builtins", "generator", object.LayoutNative, object.Slots{
		Iter:     identity,
		Next:     nextGenerator,
		Repr:     generatorRepr,
		Traverse: traverseGenerator,
	})
	GeneratorType.Flags |= object.FlagFinal
	addDriving(GeneratorType, "gi")
	initCoroutineType()
	initAsyncGeneratorTypes()
}

func identity(t *object.Thread, v object.Value) (object.Value, *object.Exception) { return v, nil }

func generatorRepr(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	kind := map[*object.Type]string{GeneratorType: "generator", AsyncGeneratorType: "async_generator", object.CoroutineType: "coroutine"}[v.Type()]
	return object.NewStr("<" + kind + " object " + QualnameOf(v) + " at " + addressText(t, v) + ">"), nil
}

// QualnameOf is __qualname__ of a coroutine or generator object.
func QualnameOf(v object.Value) string {
	if g, ok := object.AsNative[*Generator](v); ok {
		return g.frame.fn.Qualname
	}
	if c, ok := object.AsNative[*object.Coroutine](v); ok {
		return c.Qualname
	}
	return v.Type().Name
}

// nameOf is __name__ of a coroutine or generator object.
func nameOf(v object.Value) string {
	if g, ok := object.AsNative[*Generator](v); ok {
		return g.frame.fn.Name
	}
	if c, ok := object.AsNative[*object.Coroutine](v); ok {
		return c.Name
	}
	return v.Type().Name
}

func traverseGenerator(v object.Value, visit func(object.Value)) {
	g, ok := object.AsNative[*Generator](v)
	if !ok {
		if c, ok := object.AsNative[*object.Coroutine](v); ok {
			traverseGo(c, visit)
		}
		return
	}
	live := g.frame.regs
	switch {
	case g.currentState() == object.CoroutineRunning:
		live = nil // the machine visits it with the frames that run
	case len(live) > 0:
		live = live[:g.frame.liveRegisters(nil)]
	}
	for _, r := range live {
		if r.IsValid() {
			visit(r)
		}
	}
	if g.frame.awaited.IsValid() {
		visit(g.frame.awaited)
	}
}

// traverseGo visits what a coroutine written in Go holds, and those that it awaits.
func traverseGo(c *object.Coroutine, visit func(object.Value)) {
	hold := func(r object.Resumable) {
		switch b := r.(type) {
		case *goBody:
			r = b.Body
		case *Generator:
			visit(b.Value())
		case *asyncStep:
			visit(b.Value())
		}
		if h, ok := r.(object.Holder); ok {
			h.VisitHeld(visit)
		}
	}
	if c.State != object.CoroutineClosed {
		hold(c.Body)
	}
	root, ok := c.Awaited.(*goRoot)
	if !ok {
		return
	}
	for f := root.frame.chainLeaf; f != nil && f != &root.frame; f = f.back {
		if f.gen != nil {
			visit(f.gen.Value())
		}
		if f.body != nil {
			hold(f.body)
		}
	}
}

// nextGenerator is the Next slot: the zero Value or a StopIteration with a value at the end.
func nextGenerator(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	g, _ := object.AsNative[*Generator](v)
	out := machineOf(t).resume(g, object.None, nil)
	switch out.Kind {
	case object.Yielded:
		return out.Value, nil
	case object.Raised:
		return object.Value{}, out.Exc
	}
	if out.Value.IsNone() {
		return object.Value{}, nil
	}
	return object.Value{}, object.NewStopIteration(out.Value)
}

// stepResult turns the outcome of a step made by send() or throw() into a call's result.
func stepResult(out object.Outcome) (object.Value, *object.Exception) {
	switch out.Kind {
	case object.Yielded:
		return out.Value, nil
	case object.Raised:
		return object.Value{}, out.Exc
	}
	return object.Value{}, object.NewStopIteration(out.Value)
}

// addDriving defines send, throw, close and the state attributes of generators and coroutines,
// whose names begin with prefix.
func addDriving(typ *object.Type, prefix string) {
	typ.AddMethod("send", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if err := checkArgs(a, typ.Name+".send", 1, 1); err != nil {
			return object.Value{}, err
		}
		return stepResult(Resume(t, a.Pos[0], a.Pos[1], nil))
	})
	typ.AddMethod("throw", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		exc, err := thrownBy(t, a)
		if err != nil {
			return object.Value{}, err
		}
		return stepResult(Resume(t, a.Pos[0], object.None, exc))
	})
	typ.AddMethod("close", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return Close(t, a.Pos[0])
	})
	getter := func(name string, get func(v object.Value) object.Value) {
		typ.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) { return get(v), nil })
	}
	getter("__name__", func(v object.Value) object.Value { return object.NewStr(nameOf(v)) })
	getter("__qualname__", func(v object.Value) object.Value { return object.NewStr(QualnameOf(v)) })
	getter(prefix+"_running", func(v object.Value) object.Value { return object.Bool(StateOf(v) == object.CoroutineRunning) })
	getter(prefix+"_suspended", func(v object.Value) object.Value { return object.Bool(StateOf(v) == object.CoroutineSuspended) })
	getter(prefix+"_code", func(v object.Value) object.Value {
		if g, ok := object.AsNative[*Generator](v); ok {
			return g.frame.code.value()
		}
		return object.None
	})
	typ.AddGetter(prefix+"_frame", frameOf)
	if prefix == "cr" {
		typ.AddGetter("cr_origin", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return originValue(t, v), nil
		})
	}
	awaited := prefix + "_await"
	if prefix == "gi" {
		awaited = "gi_yieldfrom"
	}
	getter(awaited, func(v object.Value) object.Value {
		if g, ok := object.AsNative[*Generator](v); ok && g.frame.awaited.IsValid() {
			return g.frame.awaited
		}
		return object.None
	})
}

// thrownBy is the exception that throw(value) or the old throw(type, value) means.
func thrownBy(t *object.Thread, a object.Args) (*object.Exception, *object.Exception) {
	if err := checkArgs(a, "throw", 1, 3); err != nil {
		return nil, err
	}
	return object.ThrownBy(t, a)
}

func checkArgs(a object.Args, name string, least, most int) *object.Exception {
	if len(a.KwNames) > 0 {
		return object.TypeErrorf("%s() takes no keyword arguments", name)
	}
	n := len(a.Pos) - 1
	switch {
	case least == most && n != least:
		return object.TypeErrorf("%s() takes exactly one argument (%d given)", name, n)
	case n < least:
		return object.TypeErrorf("%s expected at least %d argument, got %d", name, least, n)
	case n > most:
		return object.TypeErrorf("%s expected at most %d arguments, got %d", name, most, n)
	}
	return nil
}

// StateOf is the life of a coroutine or generator object.
func StateOf(v object.Value) object.CoroutineState {
	if g, ok := object.AsNative[*Generator](v); ok {
		return g.currentState()
	}
	if c, ok := object.AsNative[*object.Coroutine](v); ok {
		return c.State
	}
	return object.CoroutineClosed
}

// Close is close() of a coroutine or generator object.
func Close(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	m := machineOf(t)
	if g, ok := object.AsNative[*Generator](v); ok {
		return m.closeGenerator(g)
	}
	c, ok := object.AsNative[*object.Coroutine](v)
	if !ok {
		return object.None, nil
	}
	switch c.State {
	case object.CoroutineClosed:
		return object.None, nil
	case object.CoroutineCreated:
		m.shared.pending.removeGo(c)
		c.State = object.CoroutineClosed
		return object.None, nil
	}
	return closed(Resume(t, v, object.None, object.NewExceptionArgs(object.GeneratorExitType)), "coroutine")
}

// closeGenerator is close() of Python code.
func (m *machine) closeGenerator(g *Generator) (object.Value, *object.Exception) {
	switch g.currentState() {
	case object.CoroutineCreated:
		m.started(g)
		g.finish()
		return object.None, nil
	case object.CoroutineClosed:
		return object.None, nil
	}
	return closed(m.resume(g, object.None, object.NewExceptionArgs(object.GeneratorExitType)), g.noun())
}

// closed judges the outcome of a GeneratorExit thrown in by close().
func closed(out object.Outcome, noun string) (object.Value, *object.Exception) {
	switch {
	case out.Kind == object.Yielded:
		return object.Value{}, object.RuntimeErrorf("%s ignored GeneratorExit", noun)
	case out.Kind == object.Returned:
		return out.Value, nil
	case out.Exc.Is(object.GeneratorExitType) || out.Exc.Is(object.StopIterationType):
		return object.None, nil
	}
	return object.Value{}, out.Exc
}

func initCoroutineType() {
	typ := object.CoroutineType
	addDriving(typ, "cr")
	typ.AddMethod("__await__", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return newCoroutineWrapper(a.Pos[0]), nil
	})
	typ.AddMethod("__repr__", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return generatorRepr(t, a.Pos[0])
	})
	typ.Slots.Repr = generatorRepr
	typ.Slots.Traverse = traverseGenerator
	typ.Slots.Await = func(t *object.Thread, v object.Value) (object.Resumable, *object.Exception) {
		return machineOf(t).awaitable(v, 0)
	}
}

func initAsyncGeneratorTypes() {
	AsyncGeneratorType = object.NewBuiltinType("builtins", "async_generator", object.LayoutNative, object.Slots{
		AIter:    identity,
		Repr:     generatorRepr,
		Traverse: traverseGenerator,
		ANext: func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			g, _ := object.AsNative[*Generator](v)
			return newAsyncStep(g, stepSend, object.None, nil), nil
		},
	})
	AsyncGeneratorType.Flags |= object.FlagFinal
	addAsyncGeneratorMethods()
	stepSlots := object.Slots{
		Iter: identity,
		Next: func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			s, _ := object.AsNative[*asyncStep](v)
			return stepResult(s.Resume(t, object.None, nil))
		},
		Await: func(t *object.Thread, v object.Value) (object.Resumable, *object.Exception) {
			s, _ := object.AsNative[*asyncStep](v)
			return s, nil
		},
		Traverse: func(v object.Value, visit func(object.Value)) {
			s, _ := object.AsNative[*asyncStep](v)
			visit(s.gen.Value())
			if s.sent.IsValid() {
				visit(s.sent)
			}
			if s.thrown != nil {
				visit(s.thrown.Value())
			}
		},
	}
	AsyncGeneratorAsendType = object.NewBuiltinType("builtins", "async_generator_asend", object.LayoutNative, stepSlots)
	AsyncGeneratorAthrowType = object.NewBuiltinType("builtins", "async_generator_athrow", object.LayoutNative, stepSlots)
	for _, typ := range []*object.Type{AsyncGeneratorAsendType, AsyncGeneratorAthrowType} {
		typ.Flags |= object.FlagFinal
		typ.AddMethod("send", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
			if err := checkArgs(a, "send", 1, 1); err != nil {
				return object.Value{}, err
			}
			s, _ := object.AsNative[*asyncStep](a.Pos[0])
			return stepResult(s.Resume(t, a.Pos[1], nil))
		})
		typ.AddMethod("throw", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
			exc, err := thrownBy(t, a)
			if err != nil {
				return object.Value{}, err
			}
			s, _ := object.AsNative[*asyncStep](a.Pos[0])
			return stepResult(s.Resume(t, object.None, exc))
		})
		typ.AddMethod("close", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
			s, _ := object.AsNative[*asyncStep](a.Pos[0])
			s.state = object.CoroutineClosed
			return object.None, nil
		})
	}
}

func addAsyncGeneratorMethods() {
	generator := func(a object.Args) *Generator {
		g, _ := object.AsNative[*Generator](a.Pos[0])
		return g
	}
	AsyncGeneratorType.AddMethod("asend", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if err := checkArgs(a, "async_generator.asend", 1, 1); err != nil {
			return object.Value{}, err
		}
		return newAsyncStep(generator(a), stepSend, a.Pos[1], nil), nil
	})
	AsyncGeneratorType.AddMethod("athrow", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		exc, err := thrownBy(t, a)
		if err != nil {
			return object.Value{}, err
		}
		return newAsyncStep(generator(a), stepThrow, object.None, exc), nil
	})
	AsyncGeneratorType.AddMethod("aclose", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		exit := object.NewExceptionArgs(object.GeneratorExitType)
		return newAsyncStep(generator(a), stepClose, object.None, exit), nil
	})
	getter := func(name string, get func(g *Generator) object.Value) {
		AsyncGeneratorType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			g, _ := object.AsNative[*Generator](v)
			return get(g), nil
		})
	}
	getter("__name__", func(g *Generator) object.Value { return object.NewStr(g.frame.fn.Name) })
	getter("__qualname__", func(g *Generator) object.Value { return object.NewStr(g.frame.fn.Qualname) })
	getter("ag_running", func(g *Generator) object.Value { return object.Bool(g.asyncRunning) })
	AsyncGeneratorType.AddGetter("ag_frame", frameOf)
	getter("ag_code", func(g *Generator) object.Value { return g.frame.code.value() })
}

// coroutineWrapper is what __await__() of a coroutine returns: an iterator that drives it.
type coroutineWrapper struct {
	object.Native
	coro object.Value
}

var coroutineWrapperType *object.Type

func init() {
	coroutineWrapperType = object.NewBuiltinType("builtins", "coroutine_wrapper", object.LayoutNative, object.Slots{
		Iter: identity,
		Traverse: func(v object.Value, visit func(object.Value)) {
			w, _ := object.AsNative[*coroutineWrapper](v)
			visit(w.coro)
		},
		Next: func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			w, _ := object.AsNative[*coroutineWrapper](v)
			return stepResult(w.Resume(t, object.None, nil))
		},
	})
	coroutineWrapperType.AddMethod("send", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if err := checkArgs(a, "coroutine_wrapper.send", 1, 1); err != nil {
			return object.Value{}, err
		}
		w, _ := object.AsNative[*coroutineWrapper](a.Pos[0])
		return stepResult(w.Resume(t, a.Pos[1], nil))
	})
	coroutineWrapperType.AddMethod("throw", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		exc, err := thrownBy(t, a)
		if err != nil {
			return object.Value{}, err
		}
		w, _ := object.AsNative[*coroutineWrapper](a.Pos[0])
		return stepResult(w.Resume(t, object.None, exc))
	})
	coroutineWrapperType.AddMethod("close", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		w, _ := object.AsNative[*coroutineWrapper](a.Pos[0])
		return Close(t, w.coro)
	})
}

func newCoroutineWrapper(coro object.Value) object.Value {
	w := &coroutineWrapper{coro: coro}
	w.InitNative(coroutineWrapperType, w)
	return w.Value()
}

// Resume implements object.Resumable.
func (w *coroutineWrapper) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	return Resume(t, w.coro, sent, thrown)
}

// SuspendedLine is the line of the main script at which a suspended chain of awaits
// stands: that of its innermost frame; 0 when no frame of the script is in it.
func SuspendedLine(coro object.Value) int32 {
	for f := innermostFrame(coro); f != nil; f = f.back {
		if f.code != nil && f.code.script {
			return f.line()
		}
	}
	return 0
}

// PassingFinally is the exception that waits for a finally clause of a suspended coroutine to be over, and the clause's line.
func PassingFinally(coro object.Value) (exc *object.Exception, line int32) {
	for f := innermostFrame(coro); f != nil; f = f.back {
		if f.code == nil || f.pc < 1 {
			continue
		}
		if c := f.code.finallyAt(uint32(f.pc - 1)); c != nil {
			if exc, ok := object.AsException(f.regs[c.Reg]); ok {
				return exc, c.Line
			}
		}
	}
	return nil, 0
}

// innermostFrame is the last frame of the chain that a coroutine object is the root of.
func innermostFrame(coro object.Value) *frame {
	var root *frame
	if g, ok := object.AsNative[*Generator](coro); ok {
		root = &g.frame
	} else if c, ok := object.AsNative[*object.Coroutine](coro); ok {
		if r, ok := c.Awaited.(*goRoot); ok {
			root = &r.frame
		}
	}
	if root == nil || root.regs == nil && root.body == nil {
		return nil
	}
	if root.chainLeaf != nil {
		return root.chainLeaf
	}
	return root
}

// IsBuiltin implements object.Builtin.
func (w *coroutineWrapper) IsBuiltin() {}
