package object

// TracebackType is the type of an exception's __traceback__.
var TracebackType = declare("builtins", "traceback", LayoutNative)

// tracebackValue is a Traceback as the program sees it.
type tracebackValue struct {
	Native
	traceback *Traceback
	// outer is the position of the entry shown: entries run from the innermost.
	outer int
}

func init() {
	b := BaseExceptionType
	b.Flags |= FlagHasDict
	b.Alloc = func(cls *Type) *Object { return &(&Exception{Object: Object{typ: cls}}).Object }
	s := &b.Slots
	s.New = exceptionNew
	s.Init = exceptionInit
	s.Repr = exceptionRepr
	s.Str = exceptionStr
	s.Traverse = traverseException
	addExceptionAttributes(b)
	b.method1("with_traceback", func(t *Thread, self, tb Value) (Value, *Exception) {
		return self, setTraceback(t, self, tb)
	})
	b.method1("add_note", func(t *Thread, self, note Value) (Value, *Exception) {
		text, ok := StrOf(note)
		if !ok {
			return Value{}, TypeErrorf("note must be a str, not '%s'", TypeName(note))
		}
		e, _ := AsException(self)
		e.addNote(text)
		return None, nil
	})
	b.method0("__reduce__", func(t *Thread, self Value) (Value, *Exception) {
		e, _ := AsException(self)
		return NewTuple(self.Type().Value(), NewTuple(e.Args...)), nil
	})
	initTraceback()
}

func exceptionNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := t.Charge(exceptionBytes + int64(len(args.Pos))*valueBytes); err != nil {
		return Value{}, err
	}
	e := &Exception{Object: Object{typ: cls}, Args: append([]Value(nil), args.Pos...)}
	return e.Value(), nil
}

const exceptionBytes = 160

func exceptionInit(t *Thread, self Value, args Args) *Exception {
	if err := args.NoKeywords(TypeName(self)); err != nil {
		return err
	}
	e, _ := AsException(self)
	e.Args = append([]Value(nil), args.Pos...)
	return nil
}

func exceptionRepr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	name := v.Type().Name
	if len(e.Args) == 1 {
		r, err := Repr(t, e.Args[0])
		return NewStr(name + "(" + r + ")"), err
	}
	r, err := Repr(t, NewTuple(e.Args...))
	return NewStr(name + r), err
}

func exceptionStr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	switch len(e.Args) {
	case 0:
		return NewStr(""), nil
	case 1:
		return StrValue(t, e.Args[0])
	}
	return reprValue(t, NewTuple(e.Args...))
}

func traverseException(v Value, visit func(Value)) {
	e, _ := AsException(v)
	for _, a := range e.Args {
		visit(a)
	}
	for _, f := range e.fields {
		if f.IsValid() {
			visit(f)
		}
	}
	for _, g := range e.Group {
		visit(g.Value())
	}
	if e.Cause.IsValid() {
		visit(e.Cause)
	}
	if e.Context != nil {
		visit(e.Context.Value())
	}
}

func addExceptionAttributes(b *Type) {
	b.AddGetSet("args", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		return NewTuple(e.Args...), nil
	}, func(t *Thread, v, x Value) *Exception {
		e, _ := AsException(v)
		if !x.IsValid() {
			return TypeErrorf("args may not be deleted")
		}
		items, err := ToSlice(t, x)
		e.Args = items
		return err
	})
	b.AddGetSet("__cause__", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		if !e.Cause.IsValid() {
			return None, nil
		}
		return e.Cause, nil
	}, func(t *Thread, v, x Value) *Exception {
		e, _ := AsException(v)
		if !x.IsValid() {
			return TypeErrorf("__cause__ may not be deleted")
		}
		if _, ok := AsException(x); !ok && !x.IsNone() {
			return TypeErrorf("exception cause must be None or derive from BaseException")
		}
		e.Cause, e.SuppressContext = x, true
		return nil
	})
	b.AddGetSet("__context__", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		if e.Context == nil {
			return None, nil
		}
		return e.Context.Value(), nil
	}, func(t *Thread, v, x Value) *Exception {
		e, _ := AsException(v)
		if !x.IsValid() {
			return TypeErrorf("__context__ may not be deleted")
		}
		context, ok := AsException(x)
		if !ok && !x.IsNone() {
			return TypeErrorf("exception context must be None or derive from BaseException")
		}
		e.Context = context
		return nil
	})
	b.AddGetSet("__suppress_context__", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		return Bool(e.SuppressContext), nil
	}, func(t *Thread, v, x Value) *Exception {
		e, _ := AsException(v)
		if !x.IsBool() {
			return TypeErrorf("attribute value type must be bool")
		}
		e.SuppressContext = x == True
		return nil
	})
	b.AddGetSet("__traceback__", func(t *Thread, v Value) (Value, *Exception) {
		e, _ := AsException(v)
		return newTracebackValue(e.Traceback, 0), nil
	}, func(t *Thread, v, x Value) *Exception { return setTraceback(t, v, x) })
}

// newTracebackValue shows a traceback from its skip-th outermost entry on; None when
// there is none.
func newTracebackValue(tb *Traceback, skip int) Value {
	if tb == nil || len(tb.Entries) <= skip {
		return None
	}
	outer := len(tb.Entries) - 1 - skip
	if skip == 0 && tb.shown != nil && tb.shown.outer == outer {
		return tb.shown.Value()
	}
	w := &tracebackValue{traceback: tb, outer: outer}
	w.InitNative(TracebackType, w)
	if skip == 0 {
		tb.shown = w
	}
	return w.Value()
}

func setTraceback(t *Thread, v, x Value) *Exception {
	e, _ := AsException(v)
	if !x.IsValid() {
		return TypeErrorf("__traceback__ may not be deleted")
	}
	if x.IsNone() {
		e.Traceback = nil
		return nil
	}
	w, ok := AsNative[*tracebackValue](x)
	if !ok {
		return TypeErrorf("__traceback__ must be a traceback or None")
	}
	e.Traceback = &Traceback{Entries: append([]TracebackEntry(nil), w.traceback.Entries[:w.outer+1]...), shown: w}
	return nil
}

func initTraceback() {
	TracebackType.Flags |= FlagFinal
	entry := func(name string, get func(t *Thread, w *tracebackValue) (Value, *Exception)) {
		TracebackType.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) {
			w, _ := AsNative[*tracebackValue](v)
			return get(t, w)
		})
	}
	entry("tb_lineno", func(t *Thread, w *tracebackValue) (Value, *Exception) {
		return Int(int64(w.traceback.Entries[w.outer].Span.Line)), nil
	})
	entry("tb_next", func(t *Thread, w *tracebackValue) (Value, *Exception) {
		return newTracebackValue(w.traceback, len(w.traceback.Entries)-w.outer), nil
	})
	entry("tb_lasti", func(t *Thread, w *tracebackValue) (Value, *Exception) { return Int(0), nil })
	entry("tb_frame", func(t *Thread, w *tracebackValue) (Value, *Exception) {
		below := None
		for i := len(w.traceback.Entries) - 1; i >= w.outer; i-- {
			below = t.Exec.TracebackFrame(&w.traceback.Entries[i], below)
		}
		return below, nil
	})
}

// TracebackOf returns the Go traceback behind a traceback object.
func TracebackOf(v Value) (*Traceback, bool) {
	w, ok := AsNative[*tracebackValue](v)
	if !ok {
		return nil, false
	}
	return &Traceback{Entries: w.traceback.Entries[:w.outer+1]}, true
}

// addNote appends to __notes__ for exceptions that the engine raises itself.
func (e *Exception) addNote(text string) {
	notes, ok := AsList(e.attrs.Get("__notes__"))
	if ok {
		notes.Items = append(notes.Items, NewStr(text))
		return
	}
	e.EnsureAttrs().AsDict().SetStr("__notes__", NewList([]Value{NewStr(text)}))
}

// Notes returns the notes that a traceback shows, and what __notes__ holds otherwise.
func (e *Exception) Notes() Value { return e.attrs.Get("__notes__") }

// MakeException turns the operand of `raise` or throw() into an exception: an instance
// stands for itself, a class is called.
func MakeException(t *Thread, v Value) (*Exception, *Exception) {
	if e, ok := AsException(v); ok {
		return e, nil
	}
	if cls, ok := AsType(v); ok && cls.IsSubtype(BaseExceptionType) {
		made, err := Call(t, v, Args{})
		if err != nil {
			return nil, err
		}
		e, ok := AsException(made)
		if !ok {
			return nil, TypeErrorf("calling %s should have returned an instance of BaseException, not %s", reprOr(t, v), TypeName(made))
		}
		return e, nil
	}
	return nil, TypeErrorf("exceptions must derive from BaseException")
}

func reprOr(t *Thread, v Value) string {
	r, err := Repr(t, v)
	if err != nil {
		return "<class>"
	}
	return r
}
