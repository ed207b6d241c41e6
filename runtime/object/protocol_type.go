package object

// IsInstance is isinstance(v, cls), where cls may be a tuple of classes or a union.
func IsInstance(t *Thread, v, cls Value) (bool, *Exception) {
	return typeCheck(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union", "__instancecheck__", v, func(c *Type) (bool, *Exception) {
		if v.Type().IsSubtype(c) {
			return true, nil
		}
		return claimsClass(t, v, c)
	})
}

// claimsClass asks an object whose class defines __class__ anew, as mocks do, which class it
// wants to be taken for (CPython 3.13 Objects/abstract.c, object_isinstance).
func claimsClass(t *Thread, v Value, cls *Type) (bool, *Exception) {
	if v.Type().Flags&FlagHeap == 0 {
		return false, nil
	}
	own, ok := v.Type().Lookup("__class__")
	if original, _ := ObjectType.Lookup("__class__"); !ok || own.Is(original) {
		return false, nil
	}
	claimed, err := GetAttr(t, v, "__class__")
	if err != nil {
		if err.Is(AttributeErrorType) {
			err = nil
		}
		return false, err
	}
	c, ok := AsType(claimed)
	return ok && c.IsSubtype(cls), nil
}

// IsSubclass is issubclass(sub, cls).
func IsSubclass(t *Thread, sub, cls Value) (bool, *Exception) {
	c, ok := AsType(sub)
	if !ok {
		return false, TypeErrorf("issubclass() arg 1 must be a class")
	}
	return typeCheck(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union", "__subclasscheck__", sub, func(of *Type) (bool, *Exception) {
		return c.IsSubtype(of), nil
	})
}

func typeCheck(t *Thread, cls Value, message, hook string, subject Value, check func(*Type) (bool, *Exception)) (bool, *Exception) {
	if c, ok := AsType(cls); ok && c.typ == TypeType {
		return check(c)
	}
	if tuple, ok := AsTuple(cls); ok {
		return anyOf(t, tuple.Items, message, hook, subject, check)
	}
	if u, ok := AsNative[*unionType](cls); ok {
		return anyOf(t, u.args, message, hook, subject, check)
	}
	if _, ok := AsNative[*genericAlias](cls); ok {
		return false, TypeErrorf("%s argument 2 cannot be a parameterized generic", hookFunction(hook))
	}
	if fn, ok := cls.Type().Lookup(hook); ok {
		r, err := callClassAttribute(t, fn, cls, Arguments(subject))
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	return false, TypeErrorf("%s", message)
}

func hookFunction(hook string) string {
	if hook == "__instancecheck__" {
		return "isinstance()"
	}
	return "issubclass()"
}

func anyOf(t *Thread, classes []Value, message, hook string, subject Value, check func(*Type) (bool, *Exception)) (bool, *Exception) {
	if err := t.EnterNative(" in __instancecheck__"); err != nil {
		return false, err
	}
	defer t.LeaveNative()
	for _, c := range classes {
		if c.IsNone() {
			c = NoneType.Value()
		}
		ok, err := typeCheck(t, c, message, hook, subject, check)
		if err != nil || ok {
			return ok, err
		}
	}
	return false, nil
}
