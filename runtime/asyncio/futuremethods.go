package asyncio

import (
	"asyncplay/runtime/object"
)

// addFutureMethod adapts a method of Future whose arguments are bound by a signature; slot 0
// is self.
func addFutureMethod(typ *object.Type, decl string, fn func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception)) {
	sig := object.MustSignature(decl)
	typ.AddMethod(lastName(sig.Name), func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var buf [4]object.Value
		a := buf[:sig.Slots()]
		if err := sig.Bind(args, a); err != nil {
			return object.Value{}, err
		}
		f := futureOf(a[0])
		if f == nil {
			return object.Value{}, object.TypeErrorf("descriptor '%s' for '_asyncio.Future' objects doesn't apply to a '%s' object", lastName(sig.Name), object.TypeName(a[0]))
		}
		if f.loop == nil {
			return uninitialized(lastName(sig.Name))
		}
		return fn(t, f, a)
	})
}

// uninitialized is what methods of a future do whose __init__ has not run.
func uninitialized(method string) (object.Value, *object.Exception) {
	switch method {
	case "result":
		return object.Value{}, invalidState("Result is not set.")
	case "exception":
		return object.Value{}, invalidState("Exception is not set.")
	case "done", "cancelled":
		return object.False, nil
	}
	return object.Value{}, object.RuntimeErrorf("Future object is not initialized.")
}

func addFutureMethods() {
	add := func(decl string, fn func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception)) {
		addFutureMethod(FutureType, decl, fn)
	}
	add("result(self, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		return f.raiseResult(t)
	})
	add("exception(self, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		e, err := f.getException()
		if err != nil || e == nil {
			return object.None, err
		}
		return e.Value(), nil
	})
	add("set_result(self, result, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		if f.done() {
			return object.Value{}, invalidState("invalid state")
		}
		f.setResult(t, a[1])
		return object.None, nil
	})
	add("set_exception(self, exception, /)", futureSetException)
	add("done(self, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(f.done()), nil
	})
	add("cancelled(self, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		return object.Bool(f.state == cancelled), nil
	})
	add("cancel(self, /, msg=)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		ok, err := f.cancelBase(t, a[1])
		return object.Bool(ok), err
	})
	add("add_done_callback(self, fn, /, *, context=)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		c, err := contextArgument(a[2])
		if err != nil {
			return object.Value{}, err
		}
		f.addCallback(t, doneCallback{callable: a[1], context: c})
		return object.None, t.Charge(callbackBytes)
	})
	add("remove_done_callback(self, fn, /)", futureRemoveCallback)
	add("get_loop(self, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		return f.loop.Value(), nil
	})
	add("_make_cancelled_error(self, /)", func(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
		return f.makeCancelledError().Value(), nil
	})
	addFutureGetters()
}

func addFutureGetters() {
	get := func(name string, fn func(f *Future) object.Value) {
		FutureType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return fn(futureOf(v)), nil
		})
	}
	get("_state", func(f *Future) object.Value {
		return object.NewStr([...]string{pending: "PENDING", cancelled: "CANCELLED", finished: "FINISHED"}[f.state])
	})
	set := func(name string, read func(f *Future) object.Value, write func(t *object.Thread, f *Future, x object.Value) *object.Exception) {
		FutureType.AddGetSet(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return read(futureOf(v)), nil
		}, func(t *object.Thread, v, x object.Value) *object.Exception {
			if !x.IsValid() {
				return object.AttributeErrorf("cannot delete attribute")
			}
			return write(t, futureOf(v), x)
		})
	}
	set("_log_traceback", func(f *Future) object.Value { return object.Bool(f.logTraceback) },
		func(t *object.Thread, f *Future, x object.Value) *object.Exception {
			on, err := object.Truth(t, x)
			if err == nil && on {
				err = object.ValueErrorf("_log_traceback can only be set to False")
			}
			if err == nil {
				f.logTraceback = false
			}
			return err
		})
	set("_cancel_message", func(f *Future) object.Value { return valueOr(f.cancelMessage, object.None) },
		func(t *object.Thread, f *Future, x object.Value) *object.Exception {
			f.cancelMessage = x
			return nil
		})
	get("_loop", func(f *Future) object.Value {
		if f.loop == nil {
			return object.None
		}
		return f.loop.Value()
	})
	set("_asyncio_future_blocking", func(f *Future) object.Value { return object.Bool(f.blocking) },
		func(t *object.Thread, f *Future, x object.Value) *object.Exception {
			b, err := object.Truth(t, x)
			f.blocking = b
			return err
		})
}

func contextArgument(v object.Value) (*Context, *object.Exception) {
	if !v.IsValid() || v.IsNone() {
		return nil, nil
	}
	c, ok := object.AsNative[*Context](v)
	if !ok {
		return nil, object.TypeErrorf("a Context is required, got %s", object.TypeName(v))
	}
	return c, nil
}

// futureSetException accepts an exception or its class; StopIteration would end the
// coroutine that awaits the future, so it is refused.
func futureSetException(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
	if f.done() {
		return object.Value{}, invalidState("invalid state")
	}
	v := a[1]
	if _, ok := object.AsType(v); ok {
		made, err := object.Call(t, v, object.Args{})
		if err != nil {
			return object.Value{}, err
		}
		v = made
	}
	e, ok := object.AsException(v)
	if !ok {
		return object.Value{}, object.TypeErrorf("invalid exception object")
	}
	if e.Is(object.StopIterationType) {
		wrapped := object.RuntimeErrorf("StopIteration interacts badly with generators and cannot be raised into a Future")
		e = raiseFrom(wrapped, e)
	}
	f.setException(t, e)
	return object.None, nil
}

func futureRemoveCallback(t *object.Thread, f *Future, a []object.Value) (object.Value, *object.Exception) {
	removed := 0
	var kept []doneCallback
	for _, c := range f.callbacks {
		if c.callable.IsValid() {
			same, err := object.Equal(t, c.callable, a[1])
			if err != nil {
				return object.Value{}, err
			}
			if same {
				removed++
				continue
			}
		}
		kept = append(kept, c)
	}
	f.callbacks = kept
	return object.Int(int64(removed)), nil
}

// futureRepr follows CPython 3.13 asyncio/base_futures.py, _future_repr_info.
func futureRepr(t *object.Thread, f *Future) (string, *object.Exception) {
	if f.loop == nil {
		return "<" + f.Type().Name + " pending>", nil
	}
	text := "<" + f.Type().Name + " " + [...]string{pending: "pending", cancelled: "cancelled", finished: "finished"}[f.state]
	info, err := resultInfo(t, f)
	if err != nil {
		return "", err
	}
	return text + info + callbacksInfo(t, f) + createdSuffix(f.created) + ">", nil
}

func resultInfo(t *object.Thread, f *Future) (string, *object.Exception) {
	if f.state != finished {
		return "", nil
	}
	if f.exception != nil {
		r, err := object.Repr(t, f.exception.Value())
		return " exception=" + r, err
	}
	r, err := object.Repr(t, f.result)
	return " result=" + r, err
}

func callbacksInfo(t *object.Thread, f *Future) string {
	if len(f.callbacks) == 0 {
		return ""
	}
	names := make([]string, len(f.callbacks))
	for i, c := range f.callbacks {
		switch {
		case c.waiter != nil:
			names[i] = "Task.task_wakeup()"
		case c.run != nil:
			names[i] = nativeCallbackText(c.run.name)
		default:
			names[i] = calledText(t, c.callable, "")
		}
	}
	switch len(names) {
	case 1:
		return " cb=[" + names[0] + "]"
	case 2:
		return " cb=[" + names[0] + ", " + names[1] + "]"
	}
	return " cb=[" + names[0] + ", <" + itoa(len(names)-2) + " more>, " + names[len(names)-1] + "]"
}
