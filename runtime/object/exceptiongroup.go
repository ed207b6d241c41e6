package object

import "fmt"

func init() {
	g := BaseExceptionGroupType
	g.Slots.New = groupNew
	g.Slots.Init = func(t *Thread, self Value, args Args) *Exception { return nil }
	g.Slots.Str = func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		message, err := ToStr(t, e.groupArg(0))
		return NewStr(fmt.Sprintf("%s (%d sub-exception%s)", message, len(e.Group), pluralOf(len(e.Group)))), err
	}
	g.Slots.Repr = func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		message, err := Repr(t, e.groupArg(0))
		if err != nil {
			return Value{}, err
		}
		list, err := Repr(t, e.groupArg(1))
		return NewStr(v.Type().Name + "(" + message + ", " + list + ")"), err
	}
	g.AddGetter("message", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		return e.groupArg(0), nil
	})
	g.AddGetter("exceptions", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		return NewTuple(exceptionValues(e.Group)...), nil
	})
	g.method1("derive", func(t *Thread, self, list Value) (Value, *Exception) {
		e, _ := AsException(self)
		return Call(t, BaseExceptionGroupType.Value(), Arguments(e.groupArg(0), list))
	})
	g.method1("split", func(t *Thread, self, condition Value) (Value, *Exception) {
		match, rest, err := splitMethod(t, self, condition)
		return NewTuple(exceptionOrNone(match), exceptionOrNone(rest)), err
	})
	g.method1("subgroup", func(t *Thread, self, condition Value) (Value, *Exception) {
		match, _, err := splitMethod(t, self, condition)
		return exceptionOrNone(match), err
	})
	g.AllowSubscript()
}

// groupArg is the message (0) or the list of members (1) that the group was made with; the
// program can have changed args since.
func (e *Exception) groupArg(i int) Value {
	if i < len(e.Args) {
		return e.Args[i]
	}
	return None
}

func exceptionValues(list []*Exception) []Value {
	values := make([]Value, len(list))
	for i, e := range list {
		values[i] = e.Value()
	}
	return values
}

func exceptionOrNone(e *Exception) Value {
	if e == nil {
		return None
	}
	return e.Value()
}

// groupNew is BaseExceptionGroup.__new__(message, exceptions); it becomes an
// ExceptionGroup when every member is an Exception.
func groupNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if len(args.Pos) != 2 {
		return Value{}, TypeErrorf("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args.Pos))
	}
	if _, ok := AsStr(args.Pos[0]); !ok {
		return Value{}, TypeErrorf("BaseExceptionGroup.__new__() argument 1 must be str, not %s", TypeName(args.Pos[0]))
	}
	if args.Pos[1].Type().Slots.GetItem == nil || args.Pos[1].Type().Layout == LayoutDict {
		return Value{}, TypeErrorf("second argument (exceptions) must be a sequence")
	}
	items, err := ToSlice(t, args.Pos[1])
	if err != nil {
		return Value{}, err
	}
	if len(items) == 0 {
		return Value{}, ValueErrorf("second argument (exceptions) must be a non-empty sequence")
	}
	members := make([]*Exception, len(items))
	onlyExceptions := true
	for i, v := range items {
		m, ok := AsException(v)
		if !ok {
			return Value{}, ValueErrorf("Item %d of second argument (exceptions) is not an exception", i)
		}
		members[i] = m
		onlyExceptions = onlyExceptions && m.typ.IsSubtype(ExceptionType)
	}
	switch {
	case cls == BaseExceptionGroupType && onlyExceptions:
		cls = ExceptionGroupType
	case cls == ExceptionGroupType && !onlyExceptions:
		return Value{}, TypeErrorf("Cannot nest BaseExceptions in an ExceptionGroup")
	case cls != BaseExceptionGroupType && !onlyExceptions && cls.IsSubtype(ExceptionType):
		return Value{}, TypeErrorf("Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	if err := t.Charge(exceptionBytes + int64(len(items))*valueBytes); err != nil {
		return Value{}, err
	}
	e := &Exception{Object: Object{typ: cls}, Args: append([]Value(nil), args.Pos...), Group: members}
	return e.Value(), nil
}

// splitMethod is split(condition): a type, a tuple of types, or a function.
func splitMethod(t *Thread, self, condition Value) (match, rest *Exception, err *Exception) {
	e, _ := AsException(self)
	test, err := groupCondition(t, condition)
	if err != nil {
		return nil, nil, err
	}
	return SplitGroup(t, e, test)
}

func groupCondition(t *Thread, condition Value) (func(e *Exception) (bool, *Exception), *Exception) {
	_, isType := AsType(condition)
	types := []Value{condition}
	tuple, isTuple := AsTuple(condition)
	if isTuple {
		types = tuple.Items
	}
	if isType || isTuple {
		for _, v := range types {
			c, ok := AsType(v)
			if !ok || !c.IsSubtype(BaseExceptionType) {
				return nil, TypeErrorf("expected an exception type, a tuple of exception types, or a callable (other than a class)")
			}
		}
		return func(e *Exception) (bool, *Exception) { return IsInstance(t, e.Value(), condition) }, nil
	}
	if !IsCallable(condition) {
		return nil, TypeErrorf("expected an exception type, a tuple of exception types, or a callable (other than a class)")
	}
	return func(e *Exception) (bool, *Exception) {
		r, err := Call(t, condition, Arguments(e.Value()))
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}, nil
}

// SplitGroup divides an exception (a group, or a single one) into what matches and what
// does not; either can be nil. It is what `except*` and split() do.
func SplitGroup(t *Thread, e *Exception, test func(e *Exception) (bool, *Exception)) (match, rest *Exception, err *Exception) {
	if err := t.EnterNative(" in exceptiongroup_split_recursive"); err != nil {
		return nil, nil, err
	}
	defer t.LeaveNative()
	ok, err := test(e)
	if err != nil {
		return nil, nil, err
	}
	if ok {
		return e, nil, nil
	}
	if e.Group == nil {
		return nil, e, nil
	}
	var matches, rests []*Exception
	for _, member := range e.Group {
		m, r, err := SplitGroup(t, member, test)
		if err != nil {
			return nil, nil, err
		}
		if m != nil {
			matches = append(matches, m)
		}
		if r != nil {
			rests = append(rests, r)
		}
	}
	if match, err = deriveGroup(t, e, matches); err != nil {
		return nil, nil, err
	}
	rest, err = deriveGroup(t, e, rests)
	return match, rest, err
}

// deriveGroup makes a group of some members by the group's own derive(), with the
// original's traceback, cause, context and notes; nil for no members. As in CPython setting the cause, be it
// none, hides the context.
func deriveGroup(t *Thread, e *Exception, members []*Exception) (*Exception, *Exception) {
	if len(members) == 0 {
		return nil, nil
	}
	made, err := CallMethod(t, e.Value(), "derive", NewList(exceptionValues(members)))
	if err != nil {
		return nil, err
	}
	g, ok := AsException(made)
	if !ok || g.Group == nil {
		return nil, TypeErrorf("derive must return an instance of BaseExceptionGroup")
	}
	g.Traceback, g.Context, g.Cause, g.SuppressContext = e.Traceback.clone(), e.Context, e.Cause, true
	if notes := e.Notes(); notes.IsValid() {
		items, err := ToSlice(t, notes)
		if err != nil {
			return nil, err
		}
		if err := SetAttr(t, made, "__notes__", NewList(items)); err != nil {
			return nil, err
		}
	}
	return g, nil
}

func (tb *Traceback) clone() *Traceback {
	if tb == nil {
		return nil
	}
	return &Traceback{Entries: append([]TracebackEntry(nil), tb.Entries...)}
}
