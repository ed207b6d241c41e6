package object

// GetAttr is `v.name`.
func GetAttr(t *Thread, v Value, name string) (Value, *Exception) {
	typ := v.Type()
	if typ.GenericGetAttr {
		r, ok, err := lookupGeneric(t, v, typ, name)
		if !ok && err == nil {
			err = newAttributeError(t, v, name)
		}
		return r, err
	}
	return typ.Slots.GetAttr(t, v, name)
}

// OptAttr is GetAttr for which a missing attribute is no error.
func OptAttr(t *Thread, v Value, name string) (Value, bool, *Exception) {
	typ := v.Type()
	if typ.GenericGetAttr {
		r, ok, err := lookupGeneric(t, v, typ, name)
		return r, ok, absentAttribute(err)
	}
	r, err := typ.Slots.GetAttr(t, v, name)
	return r, err == nil, absentAttribute(err)
}

func absentAttribute(err *Exception) *Exception {
	if err != nil && err.Is(AttributeErrorType) {
		return nil
	}
	return err
}

// lookupGeneric is object.__getattribute__: data descriptors of the class, then the
// instance, then the class. ok is false when there is no such attribute, or on an error.
func lookupGeneric(t *Thread, v Value, typ *Type, name string) (r Value, ok bool, err *Exception) {
	descr, found := typ.Lookup(name)
	var get func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception)
	if found {
		slots := &descr.Type().Slots
		get = slots.DescrGet
		if slots.DescrSet != nil && get != nil {
			r, err = get(t, descr, v, typ)
			return r, err == nil, err
		}
	}
	if a := v.ref.attrs; a != nil {
		if r := a.Get(name); r.IsValid() {
			return r, true, nil
		}
	}
	if found {
		if get == nil {
			return descr, true, nil
		}
		r, err = get(t, descr, v, typ)
		return r, err == nil, err
	}
	if name == "__dict__" && typ.HasDict() {
		return v.ref.EnsureAttrs().AsDict().Value(), true, nil
	}
	return Value{}, false, nil
}

func genericGetAttr(t *Thread, v Value, name string) (Value, *Exception) {
	r, ok, err := lookupGeneric(t, v, v.Type(), name)
	if !ok && err == nil {
		err = newAttributeError(t, v, name)
	}
	return r, err
}

// newAttributeError is the error of a missing attribute.
func newAttributeError(_ *Thread, v Value, name string) *Exception {
	e := AttributeErrorf("'%s' object has no attribute '%s'", TypeName(v), name)
	e.setFields(NewStr(name), v)
	return e
}

// SetAttr is `v.name = x`.
func SetAttr(t *Thread, v Value, name string, x Value) *Exception {
	return v.Type().Slots.SetAttr(t, v, name, x)
}

// DelAttr is `del v.name`.
func DelAttr(t *Thread, v Value, name string) *Exception {
	return v.Type().Slots.SetAttr(t, v, name, Value{})
}

// genericSetAttr is object.__setattr__ and, with an invalid x, object.__delattr__.
func genericSetAttr(t *Thread, v Value, name string, x Value) *Exception {
	typ := v.Type()
	descr, found := typ.Lookup(name)
	if found {
		if set := descr.Type().Slots.DescrSet; set != nil {
			return set(t, descr, v, x)
		}
	}
	if !typ.HasDict() {
		if found {
			return AttributeErrorf("'%s' object attribute '%s' is read-only", TypeName(v), name)
		}
		e := AttributeErrorf("'%s' object has no attribute '%s' and no __dict__ for setting new attributes", TypeName(v), name)
		e.setFields(NewStr(name), v)
		return e
	}
	if name == "__dict__" {
		return setInstanceDict(v, x)
	}
	if !x.IsValid() {
		if !v.ref.attrs.Delete(name) {
			return newAttributeError(t, v, name)
		}
		return nil
	}
	if err := t.Charge(attributeBytes); err != nil {
		return err
	}
	v.ref.EnsureAttrs().Set(t.Run.RootShape, name, x)
	return nil
}

// attributeBytes is the estimate for one attribute of an instance.
const attributeBytes = 16

func setInstanceDict(v, x Value) *Exception {
	if !x.IsValid() {
		return TypeErrorf("cannot delete __dict__")
	}
	d, ok := AsDict(x)
	if !ok {
		return TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", TypeName(x))
	}
	a := v.ref.EnsureAttrs()
	a.Dict, a.Shape, a.Slots = d, nil, nil
	return nil
}

// LookupMethod finds what `v.name(...)` calls. When self is valid, fn is a function found
// in the class, to be called with self as its first argument: no bound method is made.
func LookupMethod(t *Thread, v Value, name string) (fn, self Value, err *Exception) {
	typ := v.Type()
	if typ.GenericGetAttr {
		descr, ok := typ.Lookup(name)
		if ok && descr.Type().Flags&FlagMethod != 0 {
			if r := v.ref.attrs.Get(name); r.IsValid() {
				return r, Value{}, nil
			}
			return descr, v, nil
		}
	}
	fn, err = GetAttr(t, v, name)
	return fn, Value{}, err
}

// SpecialMethod looks up a special method on v's type and binds it.
func SpecialMethod(t *Thread, v Value, name string) (Value, bool) {
	typ := v.Type()
	fn, ok := typ.Lookup(name)
	if !ok {
		return Value{}, false
	}
	if fn.Type().Flags&FlagMethod != 0 {
		return NewBoundMethod(v, fn), true
	}
	if get := fn.Type().Slots.DescrGet; get != nil {
		bound, err := get(t, fn, v, typ)
		return bound, err == nil
	}
	return fn, true
}
