package object

const throwDeprecation = "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead."

// ThrownBy is the exception that throw(value), or the old throw(type, value, traceback), of a
// generator or an iterator of a future means; a is checked to have one to three arguments
// besides self (CPython 3.13 Objects/genobject.c, _gen_throw).
func ThrownBy(t *Thread, a Args) (*Exception, *Exception) {
	v, value, traceback := a.Pos[1], None, None
	if len(a.Pos) > 2 {
		if err := warnDeprecated(t, throwDeprecation); err != nil {
			return nil, err
		}
		value = a.Pos[2]
	}
	if len(a.Pos) > 3 {
		traceback = a.Pos[3]
	}
	if _, ok := TracebackOf(traceback); !ok && !traceback.IsNone() {
		return nil, TypeErrorf("throw() third argument must be a traceback object")
	}
	e, err := thrownOf(t, a.Pos[0], v, value)
	if err == nil && !traceback.IsNone() {
		err = SetAttr(t, e.Value(), "__traceback__", traceback)
	}
	return e, err
}

func thrownOf(t *Thread, self, v, value Value) (*Exception, *Exception) {
	if e, ok := AsException(v); ok {
		if !value.IsNone() {
			return nil, TypeErrorf("instance exception may not have a separate value")
		}
		return e, nil
	}
	cls, ok := AsType(v)
	if !ok || !cls.IsSubtype(BaseExceptionType) {
		if _, ofFuture := AsNative[*awaitIterator](self); ofFuture {
			return nil, TypeErrorf("exceptions must be classes deriving BaseException or instances of such a class")
		}
		return nil, TypeErrorf("exceptions must be classes or instances deriving from BaseException, not %s", TypeName(v))
	}
	if e, ok := AsException(value); ok && e.Type().IsSubtype(cls) {
		return e, nil
	}
	args := Args{}
	if items, ok := AsTuple(value); ok {
		args.Pos = items.Items
	} else if !value.IsNone() {
		args.Pos = []Value{value}
	}
	made, err := Call(t, v, args)
	if err != nil {
		return nil, err
	}
	return MakeException(t, made)
}

// warnDeprecated issues a DeprecationWarning at the line of the program that runs.
func warnDeprecated(t *Thread, message string) *Exception {
	if t.Run.Import == nil {
		return nil
	}
	m, err := t.Run.Import(t, "warnings")
	if err != nil {
		return err
	}
	_, err = Call(t, m.Dict.GetStr("warn"), Arguments(NewStr(message), DeprecationWarningType.Value()))
	return err
}
