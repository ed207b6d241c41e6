package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// immediate is the body of a coroutine that never waits.
type immediate func(t *object.Thread) (object.Value, *object.Exception)

// Resume implements object.Resumable.
func (f immediate) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	v, err := f(t)
	if err != nil {
		return object.Raise(err)
	}
	return object.Return(v)
}

// asyncFunction makes a function whose call binds its arguments at once and returns a
// coroutine object of the body, like `async def`.
func asyncFunction(decl string, body func(t *object.Thread, a []object.Value) object.Resumable) object.Value {
	sig := object.MustSignature(decl)
	fn := object.NewFunction("asyncio", sig.Name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		a := make([]object.Value, sig.Slots())
		if err := sig.Bind(args, a); err != nil {
			vm.NoteRefused(t, err)
			return object.Value{}, err
		}
		ownAll(t, a)
		return newCoroutine(t, sig.Name, body(t, a)), nil
	})
	native, _ := object.AsNativeFunction(fn)
	native.LookLikePython()
	native.Async = true
	return fn
}

// function makes a plain function of module asyncio.
func function(decl string, fn func(t *object.Thread, a []object.Value) (object.Value, *object.Exception)) object.Value {
	sig := object.MustSignature(decl)
	v := object.NewFunction("asyncio", sig.Name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		a := make([]object.Value, sig.Slots())
		if err := sig.Bind(args, a); err != nil {
			vm.NoteRefused(t, err)
			return object.Value{}, err
		}
		ownAll(t, a)
		v, err := fn(t, a)
		if err != nil {
			disownAll(t, a)
		}
		return v, err
	})
	native, _ := object.AsNativeFunction(v)
	native.LookLikePython()
	return v
}

// disownAll gives back what a function that has failed took hold of.
func disownAll(t *object.Thread, args []object.Value) {
	for _, v := range args {
		vm.Disown(t, v)
	}
}

// ownAll takes hold of the coroutines among the arguments of a function.
func ownAll(t *object.Thread, args []object.Value) {
	for _, v := range args {
		vm.Own(t, v)
	}
}

// addAsyncContext gives a type __aenter__ and __aexit__ in Go.
func addAsyncContext(typ *object.Type, name string,
	enter func(t *object.Thread, self object.Value) object.Resumable,
	exit func(t *object.Thread, self object.Value, exc *object.Exception) object.Resumable) {
	typ.AddMethod("__aenter__", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return newCoroutine(t, name+".__aenter__", enter(t, a.Pos[0])), nil
	})
	typ.AddMethod("__aexit__", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if len(a.Pos) != 4 {
			return object.Value{}, object.TypeErrorf("%s.__aexit__() takes 4 positional arguments but %d were given", name, len(a.Pos))
		}
		exc, _ := object.AsException(a.Pos[2])
		return newCoroutine(t, name+".__aexit__", exit(t, a.Pos[0], exc)), nil
	})
}
