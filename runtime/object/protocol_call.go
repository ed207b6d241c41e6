package object

// Call calls callee. Every call from Go into a callable goes through it, so that it also
// bounds the depth of the Go stack.
func Call(t *Thread, callee Value, args Args) (Value, *Exception) {
	call := callee.Type().Slots.Call
	if call == nil {
		return Value{}, TypeErrorf("'%s' object is not callable", TypeName(callee))
	}
	if err := t.EnterNative(""); err != nil {
		return Value{}, err
	}
	r, err := call(t, callee, args)
	t.LeaveNative()
	return r, err
}

// CallMethod is `v.name(*pos)`.
func CallMethod(t *Thread, v Value, name string, pos ...Value) (Value, *Exception) {
	fn, self, err := LookupMethod(t, v, name)
	if err != nil {
		return Value{}, err
	}
	args := Args{Pos: pos}
	if self.IsValid() {
		args = args.Prepend(self)
	}
	return Call(t, fn, args)
}

// IsCallable is callable(v).
func IsCallable(v Value) bool { return v.Type().Slots.Call != nil }

// check tests the number of positional arguments of a method written in Go, self not
// counted, and refuses keywords.
func (a Args) check(name string, minCount, maxCount int) *Exception {
	return checkCount(name, len(a.Pos)-1, minCount, maxCount, a.KwNames)
}

// CheckCount is the same for a function without self. Counts are of positional arguments;
// maxCount < 0 means any number.
func (a Args) CheckCount(name string, minCount, maxCount int) *Exception {
	return checkCount(name, len(a.Pos), minCount, maxCount, a.KwNames)
}

// NoKeywords refuses keyword arguments; name is shown as that of the function.
func (a Args) NoKeywords(name string) *Exception { return noKeywords(name, a.KwNames) }

func noKeywords(name string, kwNames []string) *Exception {
	if len(kwNames) > 0 {
		return TypeErrorf("%s() takes no keyword arguments", name)
	}
	return nil
}

func checkCount(name string, given, minCount, maxCount int, kwNames []string) *Exception {
	if err := noKeywords(name, kwNames); err != nil {
		return err
	}
	if given >= minCount && (maxCount < 0 || given <= maxCount) {
		return nil
	}
	bound, limit := "", minCount
	if minCount != maxCount {
		bound = "at least "
		if given > minCount {
			bound, limit = "at most ", maxCount
		}
	}
	plural := "s"
	if limit == 1 {
		plural = ""
	}
	return TypeErrorf("%s expected %s%d argument%s, got %d", name, bound, limit, plural, given)
}

// exactly tests the arguments of a method (self not counted) that CPython declares to take
// none or exactly one; name is shown with its type.
func (a Args) exactly(name string, count int) *Exception {
	if err := a.NoKeywords(name); err != nil {
		return err
	}
	given := len(a.Pos) - 1
	if given == count {
		return nil
	}
	if count == 0 {
		return TypeErrorf("%s() takes no arguments (%d given)", name, given)
	}
	return TypeErrorf("%s() takes exactly one argument (%d given)", name, given)
}

// exactlyOne is the test of a class method with one argument, which name shows with its type.
func (a Args) exactlyOne(name string) *Exception { return a.exactly(name, 1) }

// method0 and method1 define methods without, and with exactly one, argument.
func (t *Type) method0(name string, fn func(t *Thread, self Value) (Value, *Exception)) {
	full := t.messageName() + "." + name
	t.AddMethod(name, func(t *Thread, a Args) (Value, *Exception) {
		if len(a.Pos) != 1 || len(a.KwNames) > 0 {
			return Value{}, a.exactly(full, 0)
		}
		return fn(t, a.Pos[0])
	})
}

func (t *Type) method1(name string, fn func(t *Thread, self, x Value) (Value, *Exception)) {
	full := t.messageName() + "." + name
	t.AddMethod(name, func(t *Thread, a Args) (Value, *Exception) {
		if len(a.Pos) != 2 || len(a.KwNames) > 0 {
			return Value{}, a.exactly(full, 1)
		}
		return fn(t, a.Pos[0], a.Pos[1])
	})
}

// methodN defines a method with between minCount and maxCount positional arguments;
// maxCount < 0: any number.
func (t *Type) methodN(name string, minCount, maxCount int, fn NativeFn) {
	full := t.messageName() + "." + name
	t.AddMethod(name, func(t *Thread, a Args) (Value, *Exception) {
		if err := a.NoKeywords(full); err != nil {
			return Value{}, err
		}
		if err := a.check(name, minCount, maxCount); err != nil {
			return Value{}, err
		}
		return fn(t, a)
	})
}

// classMethod defines a class method; args.Pos[0] is the class.
func (t *Type) classMethod(name string, fn NativeFn) {
	t.Add(name, newClassMethod(NewMethodDescriptor(TypeType, name, fn)))
}
