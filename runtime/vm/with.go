package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// beforeWith executes OpBeforeWith and OpBeforeAsyncWith.
func (m *machine) beforeWith(f *frame, in compile.Instr) *object.Exception {
	enter, exit, protocol := "__enter__", "__exit__", "context manager"
	if in.Op == compile.OpBeforeAsyncWith {
		enter, exit, protocol = "__aenter__", "__aexit__", "asynchronous context manager"
	}
	v := f.regs[in.B]
	enterFn, ok := object.SpecialMethod(m.t, v, enter)
	if !ok {
		return object.TypeErrorf("'%s' object does not support the %s protocol", object.TypeName(v), protocol)
	}
	exitFn, ok := object.SpecialMethod(m.t, v, exit)
	if !ok {
		return object.TypeErrorf("'%s' object does not support the %s protocol (missed %s method)", object.TypeName(v), protocol, exit)
	}
	f.regs[in.A], f.regs[in.A+1] = exitFn, enterFn
	return nil
}

// withExit executes OpWithExit.
func (m *machine) withExit(f *frame, in compile.Instr) (err *object.Exception) {
	args := []object.Value{object.None, object.None, object.None}
	if in.C != compile.NoReg {
		e, _ := object.AsException(f.regs[in.C])
		args[0], args[1] = e.Type().Value(), e.Value()
		if args[2], err = object.GetAttr(m.t, e.Value(), "__traceback__"); err != nil {
			return err
		}
	}
	f.regs[in.A], err = object.Call(m.t, f.regs[in.B], object.Args{Pos: args})
	return err
}

// asyncIter is `__aiter__()` of the operand of `async for`.
func asyncIter(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	if v.Type().Slots.AIter == nil {
		return object.Value{}, object.TypeErrorf("'async for' requires an object with __aiter__ method, got %s", object.TypeName(v))
	}
	it, err := v.Type().Slots.AIter(t, v)
	if err != nil {
		return object.Value{}, err
	}
	if it.Type().Slots.ANext == nil {
		return object.Value{}, object.TypeErrorf("'async for' received an object from __aiter__ that does not implement __anext__: %s", object.TypeName(it))
	}
	return it, nil
}

func asyncNext(t *object.Thread, it object.Value) (object.Value, *object.Exception) {
	if it.Type().Slots.ANext == nil {
		return object.Value{}, object.TypeErrorf("'async for' requires an iterator with __anext__ method, got %s", object.TypeName(it))
	}
	return it.Type().Slots.ANext(t, it)
}

// awaitValue executes OpAwait.
func (m *machine) awaitValue(f *frame, in compile.Instr) (*frame, *object.Exception) {
	v := f.regs[in.B]
	r, err := m.awaitable(v, in.C)
	if err != nil {
		return f, err
	}
	f.awaited = v
	return m.settle(f, object.Await(r))
}

// Awaitable returns what drives `await v` of a coroutine in Go.
func Awaitable(t *object.Thread, v object.Value) (object.Resumable, *object.Exception) {
	return machineOf(t).awaitable(v, compile.AwaitExpr)
}

// awaitable returns what drives an await of v; kind says where v comes from, for the message.
func (m *machine) awaitable(v object.Value, kind uint16) (object.Resumable, *object.Exception) {
	switch v.Type() {
	case object.CoroutineType:
		if g, ok := object.AsNative[*Generator](v); ok {
			return g, nil
		}
		if c, ok := object.AsNative[*object.Coroutine](v); ok {
			return awaitGo(c)
		}
	case GeneratorType:
		if g, ok := object.AsNative[*Generator](v); ok && g.frame.fn.generatorBase {
			return g, nil
		}
	case AsyncGeneratorAsendType, AsyncGeneratorAthrowType:
		if s, ok := object.AsNative[*asyncStep](v); ok {
			return s, nil
		}
	}
	r, ok, err := object.Awaitable(m.t, v)
	if err == nil && !ok {
		err = notAwaitable(v, kind)
		m.refused = err
	}
	return r, err
}

func notAwaitable(v object.Value, kind uint16) *object.Exception {
	name := object.TypeName(v)
	switch kind {
	case compile.AwaitAEnter:
		return object.TypeErrorf("'async with' received an object from __aenter__ that does not implement __await__: %s", name)
	case compile.AwaitAExit:
		return object.TypeErrorf("'async with' received an object from __aexit__ that does not implement __await__: %s", name)
	case compile.AwaitANext:
		return object.TypeErrorf("'async for' received an invalid object from __anext__: %s", name)
	}
	return object.TypeErrorf("object %s can't be used in 'await' expression", name)
}

// awaitGo checks that a coroutine written in Go can be awaited.
func awaitGo(c *object.Coroutine) (object.Resumable, *object.Exception) {
	switch c.State {
	case object.CoroutineCreated:
		return (*goBody)(c), nil
	case object.CoroutineSuspended:
		return nil, object.RuntimeErrorf("coroutine is being awaited already")
	case object.CoroutineRunning:
		return nil, object.ValueErrorf("coroutine already executing")
	}
	return nil, object.RuntimeErrorf("cannot reuse already awaited coroutine")
}

// yieldFrom executes OpYieldFrom.
func (m *machine) yieldFrom(f *frame, in compile.Instr) (*frame, *object.Exception) {
	v := f.regs[in.B]
	if g, ok := object.AsNative[*Generator](v); ok && g.kind != kindAsyncGenerator {
		if g.kind == kindCoroutine && !f.fn.generatorBase && f.code.kind != kindCoroutine {
			return f, object.TypeErrorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
		}
		if finished, err := g.checkResume(object.None); err == nil && finished {
			f.setResult(object.None)
			return f, nil
		}
		f.awaited = v
		return m.settle(f, object.Await(g))
	}
	if c, ok := object.AsNative[*object.Coroutine](v); ok {
		r, err := awaitGo(c)
		if err != nil {
			return f, err
		}
		return m.settle(f, object.Await(r))
	}
	it, err := object.Iter(m.t, v)
	if err != nil {
		return f, err
	}
	f.awaited = it
	if g, ok := object.AsNative[*Generator](it); ok && g.kind == kindGenerator {
		return m.settle(f, object.Await(g))
	}
	if r, ok := object.AsNative[object.Resumable](it); ok {
		return m.settle(f, object.Await(r))
	}
	return m.settle(f, object.Await(&iteratorDriver{it: it}))
}

// iteratorDriver drives any iterator for `yield from`.
type iteratorDriver struct{ it object.Value }

// Resume implements object.Resumable.
func (d *iteratorDriver) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	v, err := d.step(t, sent, thrown)
	switch {
	case err != nil && err.Is(object.StopIterationType):
		return object.Return(err.StopValue())
	case err != nil:
		return object.Raise(err)
	case !v.IsValid():
		return object.Return(object.None)
	}
	return object.Yield(v)
}

func (d *iteratorDriver) step(t *object.Thread, sent object.Value, thrown *object.Exception) (object.Value, *object.Exception) {
	if thrown != nil {
		name := "throw"
		if thrown.Is(object.GeneratorExitType) {
			name = "close"
		}
		fn, ok, err := object.OptAttr(t, d.it, name)
		switch {
		case err != nil:
			return object.Value{}, err
		case !ok:
			return object.Value{}, thrown
		case name == "close":
			if _, err := object.Call(t, fn, object.Args{}); err != nil {
				return object.Value{}, err
			}
			return object.Value{}, thrown
		}
		return object.Call(t, fn, object.Arguments(thrown.Value()))
	}
	if sent.IsValid() && !sent.IsNone() {
		return object.CallMethod(t, d.it, "send", sent)
	}
	// The slot lets a StopIteration with a value through, which object.Next would hide.
	next := d.it.Type().Slots.Next
	if next == nil {
		return object.Value{}, object.TypeErrorf("'%s' object is not an iterator", object.TypeName(d.it))
	}
	return next(t, d.it)
}

// IsBuiltin implements object.Builtin.
func (d *iteratorDriver) IsBuiltin() {}
