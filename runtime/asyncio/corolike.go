package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// isCoroutineLike tells what collections.abc.Coroutine takes for a coroutine besides those that
// are: an object whose class has all four methods, such as the steps of asynchronous generators.
func isCoroutineLike(v object.Value) bool {
	typ := v.Type()
	if typ == vm.AsyncGeneratorAsendType || typ == vm.AsyncGeneratorAthrowType {
		return true
	}
	if typ.Flags&object.FlagHeap == 0 {
		return false
	}
	for _, name := range []string{"send", "throw", "close", "__await__"} {
		if method, ok := typ.Lookup(name); !ok || method.IsNone() {
			return false
		}
	}
	return true
}

// coroutineLike drives such an object by its methods.
type coroutineLike struct{ coroutine object.Value }

// VisitHeld implements object.Holder.
func (c *coroutineLike) VisitHeld(visit func(object.Value)) { visit(c.coroutine) }

// Resume implements object.Resumable.
func (c *coroutineLike) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	var v object.Value
	var err *object.Exception
	if thrown != nil {
		v, err = object.CallMethod(t, c.coroutine, "throw", thrown.Value())
	} else {
		v, err = object.CallMethod(t, c.coroutine, "send", sent)
	}
	switch {
	case err == nil:
		return object.Yield(v)
	case err.Is(object.StopIterationType):
		return object.Return(err.StopValue())
	}
	return object.Raise(err)
}

// IsBuiltin implements object.Builtin.
func (c *coroutineLike) IsBuiltin() {}
