package object

// SliceType is slice.
var SliceType = declare("builtins", "slice", LayoutSlice)

func init() {
	SliceType.Flags |= FlagFinal
	s := &SliceType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		if err := args.CheckCount("slice", 1, 3); err != nil {
			return Value{}, err
		}
		if len(args.Pos) == 1 {
			return NewSlice(None, args.Pos[0], None), nil
		}
		parts := [3]Value{None, None, None}
		copy(parts[:], args.Pos)
		return NewSlice(parts[0], parts[1], parts[2]), nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		sl, _ := AsSlice(v)
		r, err := Repr(t, NewTuple(sl.Start, sl.Stop, sl.Step))
		return NewStr("slice" + r), err
	}
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		sl, _ := AsSlice(v)
		acc, err := mixHashes(t, []Value{sl.Start, sl.Stop, sl.Step})
		return mixedHash(acc), err
	}
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsSlice(a)
		y, ok := AsSlice(b)
		if !ok {
			return NotImplemented, nil
		}
		return Compare(t, op, NewTuple(x.Start, x.Stop, x.Step), NewTuple(y.Start, y.Stop, y.Step))
	}
	s.Traverse = func(v Value, visit func(Value)) {
		sl, _ := AsSlice(v)
		visit(sl.Start)
		visit(sl.Stop)
		visit(sl.Step)
	}
	part := func(name string, get func(*Slice) Value) {
		SliceType.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) { sl, _ := AsSlice(v); return get(sl), nil })
	}
	part("start", func(s *Slice) Value { return s.Start })
	part("stop", func(s *Slice) Value { return s.Stop })
	part("step", func(s *Slice) Value { return s.Step })
	SliceType.method1("indices", func(t *Thread, self, length Value) (Value, *Exception) {
		n, err := AsIndex(t, length)
		if err != nil {
			return Value{}, err
		}
		if n < 0 {
			return Value{}, ValueErrorf("length should not be negative")
		}
		sl, _ := AsSlice(self)
		start, stop, step, err := sliceBounds(t, sl, n)
		return NewTuple(Int(int64(start)), Int(int64(stop)), Int(int64(step))), err
	})
}
