package asyncio

import "asyncplay/runtime/object"

// addMethod defines a method of a type whose Go struct is a T; slot 0 of the bound
// arguments is self.
func addMethod[T any](typ *object.Type, decl string, fn func(t *object.Thread, self T, a []object.Value) (object.Value, *object.Exception)) {
	sig := object.MustSignature(decl)
	name := lastName(sig.Name)
	typ.AddMethod(name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var buf [6]object.Value
		a := buf[:sig.Slots()]
		if err := sig.Bind(args, a); err != nil {
			return object.Value{}, err
		}
		self, ok := object.AsNative[T](a[0])
		if !ok {
			return object.Value{}, object.TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", name, typ.Name, object.TypeName(a[0]))
		}
		return fn(t, self, a)
	})
}

// addCoroutine defines a method that would be an `async def`: the call binds its arguments
// and returns a coroutine object of the body.
func addCoroutine[T any](typ *object.Type, decl string, body func(self T, a []object.Value) object.Resumable) {
	qualname := object.MustSignature(decl).Name
	addMethod(typ, decl, func(t *object.Thread, self T, a []object.Value) (object.Value, *object.Exception) {
		return newCoroutine(t, qualname, body(self, a)), nil
	})
}

// addInit defines __init__.
func addInit[T any](typ *object.Type, decl string, fn func(t *object.Thread, self T, a []object.Value) *object.Exception) {
	sig := object.MustSignature(decl)
	typ.Slots.Init = func(t *object.Thread, v object.Value, args object.Args) *object.Exception {
		var buf [4]object.Value
		a := buf[:sig.Slots()]
		if err := sig.Bind(args.Prepend(v), a); err != nil {
			return err
		}
		self, _ := object.AsNative[T](v)
		return fn(t, self, a)
	}
}

// addGetter defines a read-only property.
func addGetter[T any](typ *object.Type, name string, fn func(self T) object.Value) {
	typ.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		self, ok := object.AsNative[T](v)
		if !ok {
			return object.Value{}, object.AttributeErrorf("'%s' object has no attribute '%s'", object.TypeName(v), name)
		}
		return fn(self), nil
	})
}
