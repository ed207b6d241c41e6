package object

// Types of the iterators with a name in builtins.
var (
	EnumerateType = iteratorType("enumerate")
	ZipType       = iteratorType("zip")
	MapType       = iteratorType("map")
	FilterType    = iteratorType("filter")
	ReversedType  = iteratorType("reversed")
)

func init() {
	for typ, start := range map[*Type]func(t *Thread, cls *Type, args Args) (Value, *Exception){
		EnumerateType: enumerateNew, ZipType: zipNew, MapType: mapNew, FilterType: filterNew, ReversedType: reversedNew,
	} {
		initIteratorType(typ)
		typ.Slots.New = start
		typ.Alloc = func(cls *Type) *Object {
			it := &iterator{}
			it.InitNative(cls, it)
			return &it.Object
		}
		typ.Slots.Init = func(t *Thread, self Value, args Args) *Exception { return nil }
	}
	EnumerateType.AllowSubscript()
}

func addIterationBuiltins() {
	builtin1("len", func(t *Thread, x Value) (Value, *Exception) {
		n, err := Len(t, x)
		return Int(int64(n)), err
	})
	builtin1("all", func(t *Thread, x Value) (Value, *Exception) { return anyTruth(t, x, false) })
	builtin1("any", func(t *Thread, x Value) (Value, *Exception) { return anyTruth(t, x, true) })
	builtinN("iter", 1, 2, func(t *Thread, p []Value) (Value, *Exception) {
		if len(p) == 1 {
			return Iter(t, p[0])
		}
		if !IsCallable(p[0]) {
			return Value{}, TypeErrorf("iter(v, w): v must be callable")
		}
		return newCallableIterator(p[0], p[1]), nil
	})
	builtinN("next", 1, 2, builtinNext)
	builtin("sorted", builtinSorted)
	builtin1("aiter", AIter)
	builtinN("anext", 1, 2, builtinANext)
}

// anyTruth looks for an item whose truth is want, and says whether it found one (any) or
// none (all).
func anyTruth(t *Thread, x Value, want bool) (Value, *Exception) {
	it, err := Iter(t, x)
	if err != nil {
		return Value{}, err
	}
	for {
		v, err := Next(t, it)
		if err != nil {
			return Value{}, err
		}
		if !v.IsValid() {
			return Bool(!want), nil
		}
		truth, err := Truth(t, v)
		if err != nil {
			return Value{}, err
		}
		if truth == want {
			return Bool(want), nil
		}
		if err := t.Tick(1); err != nil {
			return Value{}, err
		}
	}
}

// builtinNext is next(): unlike Next it keeps the value of a StopIteration.
func builtinNext(t *Thread, p []Value) (Value, *Exception) {
	f := p[0].Type().Slots.Next
	if f == nil {
		return Value{}, TypeErrorf("'%s' object is not an iterator", TypeName(p[0]))
	}
	v, err := f(t, p[0])
	if err == nil && v.IsValid() {
		return v, nil
	}
	if err != nil && !err.Is(StopIterationType) {
		return Value{}, err
	}
	if len(p) == 2 {
		return p[1], nil
	}
	if err == nil {
		err = NewStopIteration(None)
	}
	return Value{}, err
}

func builtinSorted(t *Thread, a Args) (Value, *Exception) {
	if len(a.Pos) != 1 {
		return Value{}, TypeErrorf("sorted expected 1 argument, got %d", len(a.Pos))
	}
	items, err := ToSlice(t, a.Pos[0])
	if err != nil {
		return Value{}, err
	}
	key, reverse, err := sortOptions(t, a.KwNames, a.KwValues)
	if err != nil {
		return Value{}, err
	}
	return NewList(items), sortValues(t, items, key, reverse)
}

var enumerateSignature = NativeSignature("enumerate(iterable, start=)")

// ofClass gives an iterator made here the subclass that was called.
func ofClass(cls *Type, v Value) Value {
	v.ref.typ = cls
	return v
}

func enumerateNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if len(args.Pos)+len(args.KwNames) == 0 {
		return Value{}, TypeErrorf("enumerate() missing required argument 'iterable'")
	}
	var p [2]Value
	if err := enumerateSignature.Bind(args, p[:]); err != nil {
		return Value{}, err
	}
	count := Int(0)
	var err *Exception
	if p[1].IsValid() {
		if count, err = Index(t, p[1]); err != nil {
			return Value{}, err
		}
	}
	it, err := Iter(t, p[0])
	if err != nil {
		return Value{}, err
	}
	return ofClass(cls, newIterator(EnumerateType, func(t *Thread) (Value, *Exception) {
		v, err := Next(t, it)
		if err != nil || !v.IsValid() {
			return Value{}, err
		}
		pair := NewTuple(count, v)
		count, err = Binary(t, OpAdd, count, Int(1))
		return pair, err
	}, nil, it)), nil
}

// iterAll makes iterators of all values; message tells about one that has none.
func iterAll(t *Thread, values []Value, message func(i int, v Value) *Exception) ([]Value, *Exception) {
	its := make([]Value, len(values))
	for i, v := range values {
		if typ := v.Type(); typ.Slots.Iter == nil && typ.Slots.GetItem == nil && message != nil {
			return nil, message(i, v)
		}
		it, err := Iter(t, v)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

func zipNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	strict := false
	for i, kw := range args.KwNames {
		if kw != "strict" {
			return Value{}, TypeErrorf("zip() got an unexpected keyword argument '%s'", kw)
		}
		var err *Exception
		if strict, err = Truth(t, args.KwValues[i]); err != nil {
			return Value{}, err
		}
	}
	its, err := iterAll(t, args.Pos, nil)
	if err != nil {
		return Value{}, err
	}
	return ofClass(cls, newIterator(ZipType, func(t *Thread) (Value, *Exception) {
		if len(its) == 0 {
			return Value{}, nil
		}
		row := make([]Value, len(its))
		for i, it := range its {
			v, err := Next(t, it)
			if err != nil {
				return Value{}, err
			}
			if v.IsValid() {
				row[i] = v
				continue
			}
			if !strict {
				return Value{}, nil
			}
			return Value{}, zipLengths(t, its, i)
		}
		return NewTuple(row...), nil
	}, nil, its...)), nil
}

// zipLengths is the error of zip(strict=True) when iterator i ended; nil when all did.
func zipLengths(t *Thread, its []Value, i int) *Exception {
	if i > 0 {
		return zipLengthError(i, "shorter")
	}
	for j := 1; j < len(its); j++ {
		v, err := Next(t, its[j])
		if err != nil {
			return err
		}
		if v.IsValid() {
			return zipLengthError(j, "longer")
		}
	}
	return nil
}

func zipLengthError(i int, what string) *Exception {
	others := "argument 1"
	if i > 1 {
		others = "arguments 1-" + formatInt64(int64(i))
	}
	return ValueErrorf("zip() argument %d is %s than %s", i+1, what, others)
}

func mapNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := args.NoKeywords("map"); err != nil {
		return Value{}, err
	}
	if len(args.Pos) < 2 {
		return Value{}, TypeErrorf("map() must have at least two arguments.")
	}
	fn := args.Pos[0]
	its, err := iterAll(t, args.Pos[1:], nil)
	if err != nil {
		return Value{}, err
	}
	return ofClass(cls, newIterator(MapType, func(t *Thread) (Value, *Exception) {
		row := make([]Value, len(its))
		for i, it := range its {
			v, err := Next(t, it)
			if err != nil || !v.IsValid() {
				return Value{}, err
			}
			row[i] = v
		}
		return Call(t, fn, Args{Pos: row})
	}, nil, append([]Value{fn}, its...)...)), nil
}

func filterNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := args.CheckCount("filter", 2, 2); err != nil {
		return Value{}, err
	}
	fn := args.Pos[0]
	it, err := Iter(t, args.Pos[1])
	if err != nil {
		return Value{}, err
	}
	return ofClass(cls, newIterator(FilterType, func(t *Thread) (Value, *Exception) {
		for {
			v, err := Next(t, it)
			if err != nil || !v.IsValid() {
				return Value{}, err
			}
			verdict := v
			if !fn.IsNone() && fn != BoolType.Value() {
				if verdict, err = Call(t, fn, Arguments(v)); err != nil {
					return Value{}, err
				}
			}
			keep, err := Truth(t, verdict)
			if err != nil {
				return Value{}, err
			}
			if keep {
				return v, nil
			}
			if err := t.Tick(1); err != nil {
				return Value{}, err
			}
		}
	}, nil, fn, it)), nil
}

func reversedNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := args.CheckCount("reversed", 1, 1); err != nil {
		return Value{}, err
	}
	v := args.Pos[0]
	if fn, ok := v.Type().Lookup("__reversed__"); ok && !fn.IsNone() {
		return callClassAttribute(t, fn, v, Args{})
	}
	slots := &v.Type().Slots
	if slots.GetItem == nil || slots.Len == nil {
		return Value{}, TypeErrorf("'%s' object is not reversible", TypeName(v))
	}
	n, err := Len(t, v)
	if err != nil {
		return Value{}, err
	}
	return ofClass(cls, newIterator(ReversedType, func(t *Thread) (Value, *Exception) {
		n--
		if n < 0 {
			return Value{}, nil
		}
		x, err := GetItem(t, v, Int(int64(n)))
		if err != nil && err.Is(IndexErrorType) {
			return Value{}, nil
		}
		return x, err
	}, nil, v)), nil
}

// AIter is aiter(v).
func AIter(t *Thread, v Value) (Value, *Exception) {
	f := v.Type().Slots.AIter
	if f == nil {
		return Value{}, TypeErrorf("'%s' object is not an async iterable", TypeName(v))
	}
	it, err := f(t, v)
	if err == nil && it.Type().Slots.ANext == nil {
		return Value{}, TypeErrorf("aiter() returned not an async iterator of type '%s'", TypeName(it))
	}
	return it, err
}

// ANext is anext(it): an awaitable.
func ANext(t *Thread, it Value) (Value, *Exception) {
	f := it.Type().Slots.ANext
	if f == nil {
		return Value{}, TypeErrorf("'%s' object is not an async iterator", TypeName(it))
	}
	return f(t, it)
}

func builtinANext(t *Thread, p []Value) (Value, *Exception) {
	awaitable, err := ANext(t, p[0])
	if err != nil || len(p) == 1 {
		return awaitable, err
	}
	body := &anextDefault{awaitable: awaitable, fallback: p[1]}
	return NewCoroutine("anext", body).Value(), nil
}

// anextDefault awaits an item and gives the default instead of StopAsyncIteration.
type anextDefault struct {
	awaitable, fallback Value
	started             bool
}

func (a *anextDefault) Resume(t *Thread, sent Value, thrown *Exception) Outcome {
	if thrown != nil {
		if a.started && thrown.Is(StopAsyncIterationType) {
			return Return(a.fallback)
		}
		return Raise(thrown)
	}
	if a.started {
		return Return(sent)
	}
	a.started = true
	r, ok, err := Awaitable(t, a.awaitable)
	if err != nil {
		return Raise(err)
	}
	if !ok {
		return Raise(TypeErrorf("object %s can't be used in 'await' expression", TypeName(a.awaitable)))
	}
	return Await(r)
}
