package object

// The functions of this file stand in the slots of classes of the program: they call the
// special method found in the class.

// callSpecial calls special method `name` of v's class with pos.
//
//go:noinline
func callSpecial(t *Thread, v Value, name string, pos ...Value) (Value, *Exception) {
	return callSpecialArgs(t, v, name, Args{Pos: pos})
}

func callSpecialArgs(t *Thread, v Value, name string, args Args) (Value, *Exception) {
	fn, ok := v.Type().Lookup(name)
	if !ok {
		return Value{}, newAttributeError(t, v, name)
	}
	return callClassAttribute(t, fn, v, args)
}

// callClassAttribute calls fn, found in the class of self, as a method.
func callClassAttribute(t *Thread, fn, self Value, args Args) (Value, *Exception) {
	ft := fn.Type()
	if ft.Flags&FlagMethod != 0 {
		return Call(t, fn, args.Prepend(self))
	}
	if ft.Slots.DescrGet != nil {
		bound, err := ft.Slots.DescrGet(t, fn, self, self.Type())
		if err != nil {
			return Value{}, err
		}
		fn = bound
	}
	return Call(t, fn, args)
}

func genericHash(t *Thread, v Value) (int64, *Exception) {
	r, err := callSpecial(t, v, "__hash__")
	if err != nil {
		return 0, err
	}
	if !IsIntLike(r) {
		return 0, TypeErrorf("__hash__ method should return an integer")
	}
	if i, ok := SmallInt(r); ok {
		if i == -1 {
			i = -2
		}
		return i, nil
	}
	return hashInt(r), nil
}

func genericBool(t *Thread, v Value) (bool, *Exception) {
	r, err := callSpecial(t, v, "__bool__")
	if err != nil {
		return false, err
	}
	if !r.IsBool() {
		return false, TypeErrorf("__bool__ should return bool, returned %s", TypeName(r))
	}
	return r == True, nil
}

func genericNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	fn, _ := cls.Lookup("__new__")
	if s, ok := AsNative[*staticMethod](fn); ok {
		fn = s.fn
	} else if get := fn.Type().Slots.DescrGet; get != nil {
		bound, err := get(t, fn, Value{}, cls)
		if err != nil {
			return Value{}, err
		}
		fn = bound
	}
	return Call(t, fn, args.Prepend(cls.Value()))
}

func genericInit(t *Thread, self Value, args Args) *Exception {
	r, err := callSpecialArgs(t, self, "__init__", args)
	if err != nil {
		return err
	}
	if !r.IsNone() {
		return TypeErrorf("__init__() should return None, not '%s'", TypeName(r))
	}
	return nil
}

// genericGetAttrHook serves classes with their own __getattribute__ or __getattr__.
func genericGetAttrHook(t *Thread, v Value, name string) (Value, *Exception) {
	typ := v.Type()
	fn, where, _ := typ.lookupWhere("__getattribute__")
	var r Value
	var err *Exception
	if where.Flags&FlagHeap == 0 && where.Slots.GetAttr != nil {
		r, err = where.Slots.GetAttr(t, v, name)
	} else {
		r, err = callClassAttribute(t, fn, v, Arguments(NewStr(name)))
	}
	if err == nil || !err.Is(AttributeErrorType) {
		return r, err
	}
	hook, ok := typ.Lookup("__getattr__")
	if !ok {
		return Value{}, err
	}
	return callClassAttribute(t, hook, v, Arguments(NewStr(name)))
}

func genericSetAttrHook(t *Thread, v Value, name string, x Value) *Exception {
	var err *Exception
	if x.IsValid() {
		_, err = callSpecial(t, v, "__setattr__", NewStr(name), x)
	} else {
		_, err = callSpecial(t, v, "__delattr__", NewStr(name))
	}
	return err
}

func genericCompareSlot(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	fn, ok := a.Type().Lookup(compareNames[op])
	if !ok || fn.IsNone() {
		return NotImplemented, nil
	}
	return callClassAttribute(t, fn, a, Arguments(b))
}

// genericNext leaves a StopIteration with a value to the caller: an await needs the value.
func genericNext(t *Thread, v Value) (Value, *Exception) {
	r, err := callSpecial(t, v, "__next__")
	if err != nil && err.Is(StopIterationType) && err.StopValue().IsNone() {
		return Value{}, nil
	}
	return r, err
}

func genericLen(t *Thread, v Value) (int, *Exception) {
	r, err := callSpecial(t, v, "__len__")
	if err != nil {
		return 0, err
	}
	n, err := AsIndex(t, r)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, ValueErrorf("__len__() should return >= 0")
	}
	return n, nil
}

func genericSetItem(t *Thread, v, key, x Value) *Exception {
	if x.IsValid() {
		if _, ok := v.Type().Lookup("__setitem__"); !ok {
			return TypeErrorf("'%s' object does not support item assignment", TypeName(v))
		}
		_, err := callSpecial(t, v, "__setitem__", key, x)
		return err
	}
	if _, ok := v.Type().Lookup("__delitem__"); !ok {
		return TypeErrorf("'%s' object does not support item deletion", TypeName(v))
	}
	_, err := callSpecial(t, v, "__delitem__", key)
	return err
}

func genericContains(t *Thread, v, x Value) (bool, *Exception) {
	if fn, _ := v.Type().Lookup("__contains__"); fn.IsNone() {
		return false, TypeErrorf("'%s' object is not a container", TypeName(v))
	}
	r, err := callSpecial(t, v, "__contains__", x)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

// genericBinaryOp makes the slot of an operator: the method of a, else the reflected one
// of b, the other way round when b's class derives from a's and has its own.
func genericBinaryOp(op BinaryOp, name, reflected string) func(t *Thread, a, b Value) (Value, *Exception) {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		ta, tb := a.Type(), b.Type()
		reflect := ta != tb && tb.genericBinary&(1<<op) != 0
		if ta.genericBinary&(1<<op) != 0 {
			if reflect && tb.IsSubtype(ta) && overrides(tb, ta, reflected) {
				r, err := callOperator(t, b, a, reflected)
				if err != nil || r != NotImplemented {
					return r, err
				}
				reflect = false
			}
			r, err := callOperator(t, a, b, name)
			if err != nil || r != NotImplemented {
				return r, err
			}
		}
		if reflect {
			return callOperator(t, b, a, reflected)
		}
		return NotImplemented, nil
	}
}

// overrides reports whether sub has another method of this name than base.
func overrides(sub, base *Type, name string) bool {
	v, ok := sub.Lookup(name)
	if !ok {
		return false
	}
	w, ok := base.Lookup(name)
	return !ok || v != w
}

func callOperator(t *Thread, self, other Value, name string) (Value, *Exception) {
	fn, ok := self.Type().Lookup(name)
	if !ok || fn.IsNone() {
		return NotImplemented, nil
	}
	return callClassAttribute(t, fn, self, Arguments(other))
}

func genericDescrGet(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
	if !obj.IsValid() {
		obj = None
	}
	return callSpecial(t, descr, "__get__", obj, owner.Value())
}

func genericDescrSet(t *Thread, descr, obj, x Value) *Exception {
	var err *Exception
	if x.IsValid() {
		if _, ok := descr.Type().Lookup("__set__"); !ok {
			return NewException(AttributeErrorType, "__set__")
		}
		_, err = callSpecial(t, descr, "__set__", obj, x)
	} else {
		if _, ok := descr.Type().Lookup("__delete__"); !ok {
			return NewException(AttributeErrorType, "__delete__")
		}
		_, err = callSpecial(t, descr, "__delete__", obj)
	}
	return err
}

// genericAwait calls __await__ and drives the iterator that it returns.
func genericAwait(t *Thread, v Value) (Resumable, *Exception) {
	it, err := callSpecial(t, v, "__await__")
	if err != nil {
		return nil, err
	}
	if it.Type() == CoroutineType {
		return nil, TypeErrorf("__await__() returned a coroutine")
	}
	if r, ok := resumableOf(it); ok {
		return r, nil
	}
	if it.Type().Slots.Next == nil {
		return nil, TypeErrorf("__await__() returned non-iterator of type '%s'", TypeName(it))
	}
	return &iteratorResumable{iterator: it}, nil
}
