package object

// CoroutineType is the type of coroutine objects, of Python code and of Go bodies alike;
// package vm adds its methods.
var CoroutineType = declare("builtins", "coroutine", LayoutNative)

// awaitIteratorType is what `__await__()` of an awaitable written in Go returns.
var awaitIteratorType = declare("builtins", "coroutine_wrapper", LayoutNative)

func init() {
	CoroutineType.Flags |= FlagFinal
	awaitIteratorType.Flags |= FlagFinal
	s := &awaitIteratorType.Slots
	s.Iter = func(t *Thread, v Value) (Value, *Exception) { return v, nil }
	s.Next = func(t *Thread, v Value) (Value, *Exception) {
		return advance(t, v, None, nil)
	}
	awaitIteratorType.AddMethod("send", func(t *Thread, a Args) (Value, *Exception) {
		if err := a.check("send", 1, 1); err != nil {
			return Value{}, err
		}
		r, err := advance(t, a.Pos[0], a.Pos[1], nil)
		if err == nil && !r.IsValid() {
			err = NewStopIteration(None)
		}
		return r, err
	})
	awaitIteratorType.AddMethod("throw", func(t *Thread, a Args) (Value, *Exception) {
		if err := a.check("throw", 1, 3); err != nil {
			return Value{}, err
		}
		exc, err := ThrownBy(t, a)
		if err != nil {
			return Value{}, err
		}
		r, err := advance(t, a.Pos[0], None, exc)
		if err == nil && !r.IsValid() {
			err = NewStopIteration(None)
		}
		return r, err
	})
	awaitIteratorType.AddMethod("close", func(t *Thread, a Args) (Value, *Exception) {
		if err := a.check("close", 0, 0); err != nil {
			return Value{}, err
		}
		_, err := advance(t, a.Pos[0], None, NewExceptionArgs(GeneratorExitType))
		if err != nil && (err.Is(GeneratorExitType) || err.Is(StopIterationType)) {
			err = nil
		}
		return None, err
	})
}

// awaitIterator lets Python code step an awaitable of Go by hand.
type awaitIterator struct {
	Native
	// stack holds the computations entered, innermost last.
	stack []Resumable
}

// NewAwaitIterator returns what `__await__()` of an awaitable written in Go gives.
func NewAwaitIterator(r Resumable) Value {
	w := &awaitIterator{stack: []Resumable{r}}
	w.InitNative(awaitIteratorType, w)
	return w.Value()
}

// Resume makes an iterator got from __await__() usable as an awaitable's end again.
func (w *awaitIterator) Resume(t *Thread, sent Value, thrown *Exception) Outcome {
	for len(w.stack) > 0 {
		top := len(w.stack) - 1
		out := w.stack[top].Resume(t, sent, thrown)
		switch out.Kind {
		case Yielded:
			return out
		case Awaiting:
			w.stack = append(w.stack, out.Next)
			sent, thrown = None, nil
		case Returned:
			w.stack = w.stack[:top]
			sent, thrown = out.Value, nil
		case Raised:
			w.stack = w.stack[:top]
			sent, thrown = None, out.Exc
		}
	}
	if thrown != nil {
		return Raise(thrown)
	}
	return Return(sent)
}

// IsBuiltin implements Builtin.
func (w *awaitIterator) IsBuiltin() {}

// advance steps w once; the zero Value with nil means that it returned None.
func advance(t *Thread, v, sent Value, thrown *Exception) (Value, *Exception) {
	w, ok := AsNative[*awaitIterator](v)
	if !ok {
		return Value{}, TypeErrorf("descriptor requires a 'coroutine_wrapper' object")
	}
	out := w.Resume(t, sent, thrown)
	switch out.Kind {
	case Yielded:
		return out.Value, nil
	case Raised:
		return Value{}, out.Exc
	}
	if out.Value.IsNone() {
		return Value{}, nil
	}
	return Value{}, NewStopIteration(out.Value)
}

// iteratorResumable drives an iterator of the program that an __await__ returned.
type iteratorResumable struct {
	iterator Value
}

// VisitHeld implements Holder.
func (r *iteratorResumable) VisitHeld(visit func(Value)) { visit(r.iterator) }

func (r *iteratorResumable) Resume(t *Thread, sent Value, thrown *Exception) Outcome {
	var v Value
	var err *Exception
	switch {
	case thrown != nil:
		throw, ok, oerr := OptAttr(t, r.iterator, "throw")
		if oerr != nil {
			return Raise(oerr)
		}
		if !ok {
			return Raise(thrown)
		}
		v, err = Call(t, throw, Arguments(thrown.Value()))
	case sent.IsNone() || !sent.IsValid():
		v, err = r.next(t)
		if err == nil && !v.IsValid() {
			return Return(None)
		}
	default:
		v, err = CallMethod(t, r.iterator, "send", sent)
	}
	if err == nil {
		return Yield(v)
	}
	if err.Is(StopIterationType) {
		return Return(err.StopValue())
	}
	return Raise(err)
}

// IsBuiltin implements Builtin.
func (r *iteratorResumable) IsBuiltin() {}

// next lets a StopIteration with a value through, which Next would hide.
func (r *iteratorResumable) next(t *Thread) (Value, *Exception) {
	next := r.iterator.Type().Slots.Next
	if next == nil {
		return Value{}, TypeErrorf("'%s' object is not an iterator", TypeName(r.iterator))
	}
	return next(t, r.iterator)
}

// resumableOf returns the computation of an object whose Go struct is one: a generator
// or coroutine object.
func resumableOf(v Value) (Resumable, bool) { return AsNative[Resumable](v) }

// Awaitable returns what drives `await v`; ok is false when v cannot be awaited.
func Awaitable(t *Thread, v Value) (r Resumable, ok bool, err *Exception) {
	typ := v.Type()
	if typ == CoroutineType {
		if c, ok := AsNative[*Coroutine](v); ok {
			return c.Body, true, nil
		}
		r, ok := resumableOf(v)
		return r, ok, nil
	}
	if typ.Slots.Await == nil {
		return nil, false, nil
	}
	r, err = typ.Slots.Await(t, v)
	return r, err == nil, err
}
