package object

// TupleType is tuple.
var TupleType = declare("builtins", "tuple", LayoutTuple)

func init() {
	TupleType.Alloc = func(cls *Type) *Object { return &(&Tuple{Object: Object{typ: cls}}).Object }
	s := &TupleType.Slots
	s.New = tupleNew
	s.Repr = tupleRepr
	s.Hash = tupleHash
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsTuple(a)
		y, ok := AsTuple(b)
		if !ok {
			return NotImplemented, nil
		}
		return compareItems(t, op, &x.Items, &y.Items)
	}
	s.Len = func(t *Thread, v Value) (int, *Exception) { tp, _ := AsTuple(v); return len(tp.Items), nil }
	s.GetItem = func(t *Thread, v, key Value) (Value, *Exception) {
		tp, _ := AsTuple(v)
		if s, ok := AsSlice(key); ok {
			items, err := sliceItems(t, tp.Items, s)
			return NewTuple(items...), err
		}
		i, err := itemIndex(t, key, len(tp.Items), "tuple", "tuple index out of range")
		if err != nil {
			return Value{}, err
		}
		return tp.Items[i], nil
	}
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		tp, _ := AsTuple(v)
		i, err := indexOf(t, &tp.Items, x, 0, len(tp.Items))
		return i >= 0, err
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		tp, _ := AsTuple(v)
		return newTupleIterator(tp.Items), nil
	}
	s.Binary[OpAdd] = func(t *Thread, a, b Value) (Value, *Exception) {
		x, ok := AsTuple(a)
		y, ok2 := AsTuple(b)
		if !ok || !ok2 {
			return NotImplemented, nil
		}
		if err := t.Charge(int64(len(x.Items)+len(y.Items)) * valueBytes); err != nil {
			return Value{}, err
		}
		items := make([]Value, 0, len(x.Items)+len(y.Items))
		return NewTuple(append(append(items, x.Items...), y.Items...)...), t.Tick(cap(items) / 8)
	}
	s.Binary[OpMult] = func(t *Thread, a, b Value) (Value, *Exception) {
		return repeatOperands(t, a, b, TupleType, func(v Value, n int) (Value, *Exception) {
			tp, _ := AsTuple(v)
			items, err := repeatItems(t, tp.Items, n)
			return NewTuple(items...), err
		})
	}
	s.Traverse = func(v Value, visit func(Value)) {
		tp, _ := AsTuple(v)
		for _, x := range tp.Items {
			visit(x)
		}
	}
	TupleType.AllowSubscript()
	TupleType.method1("count", func(t *Thread, self, x Value) (Value, *Exception) {
		tp, _ := AsTuple(self)
		return countOf(t, &tp.Items, x)
	})
	TupleType.methodN("index", 1, 3, func(t *Thread, a Args) (Value, *Exception) {
		tp, _ := AsTuple(a.Pos[0])
		start, stop, err := searchBounds(t, a, len(tp.Items))
		if err != nil {
			return Value{}, err
		}
		i, err := indexOf(t, &tp.Items, a.Pos[1], start, stop)
		if err == nil && i < 0 {
			err = ValueErrorf("tuple.index(x): x not in tuple")
		}
		return Int(int64(i)), err
	})
}

func tupleNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if len(args.KwNames) > 0 && cls == TupleType {
		return Value{}, TypeErrorf("tuple() takes no keyword arguments")
	}
	if len(args.Pos) > 1 {
		return Value{}, TypeErrorf("tuple expected at most 1 argument, got %d", len(args.Pos))
	}
	var items []Value
	if len(args.Pos) == 1 {
		if cls == TupleType && args.Pos[0].Type() == TupleType {
			return args.Pos[0], nil
		}
		var err *Exception
		if items, err = ToSlice(t, args.Pos[0]); err != nil {
			return Value{}, err
		}
	}
	return (&Tuple{Object: Object{typ: cls}, Items: items}).Value(), nil
}

func tupleRepr(t *Thread, v Value) (Value, *Exception) {
	tp, _ := AsTuple(v)
	if len(tp.Items) == 0 {
		return NewStr("()"), nil
	}
	if !t.enterRepr(v) {
		return NewStr("(...)"), nil
	}
	defer t.leaveRepr()
	b, err := reprItems(t, func(i int) (Value, bool) {
		if i >= len(tp.Items) {
			return Value{}, false
		}
		return tp.Items[i], true
	})
	if err != nil {
		return Value{}, err
	}
	if len(tp.Items) == 1 {
		b = append(b, ',')
	}
	return NewStr("(" + string(b) + ")"), nil
}

// tupleHash is the xxHash-derived mix that CPython uses, so that tuples of ints have its
// hashes.
func tupleHash(t *Thread, v Value) (int64, *Exception) {
	tp, _ := AsTuple(v)
	acc, err := mixHashes(t, tp.Items)
	if err != nil {
		return 0, err
	}
	return mixedHash(acc + (uint64(len(tp.Items)) ^ (hashPrime5 ^ 3527539))), nil
}

// Primes of xxHash.
const hashPrime1, hashPrime2, hashPrime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261

func mixHashes(t *Thread, items []Value) (uint64, *Exception) {
	acc := uint64(hashPrime5)
	for _, x := range items {
		h, err := Hash(t, x)
		if err != nil {
			return 0, err
		}
		acc += uint64(h) * hashPrime2
		acc = acc<<31 | acc>>33
		acc *= hashPrime1
	}
	return acc, nil
}

// mixedHash avoids -1, which CPython keeps for errors.
func mixedHash(acc uint64) int64 {
	if acc == ^uint64(0) {
		return 1546275796
	}
	return int64(acc)
}
