package object

import "math"

// RangeType is range.
var RangeType = declare("builtins", "range", LayoutRange)

func init() {
	RangeType.Flags |= FlagFinal
	s := &RangeType.Slots
	s.New = rangeNew
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		r, _ := AsRange(v)
		text := "range(" + formatInt64(r.Start) + ", " + formatInt64(r.Stop)
		if r.Step != 1 {
			text += ", " + formatInt64(r.Step)
		}
		return NewStr(text + ")"), nil
	}
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		r, _ := AsRange(v)
		parts := []Value{Int(r.Length), None, None}
		if r.Length > 0 {
			parts[1] = Int(r.Start)
		}
		if r.Length > 1 {
			parts[2] = Int(r.Step)
		}
		return Hash(t, NewTuple(parts...))
	}
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsRange(a)
		y, ok := AsRange(b)
		if !ok || op > CompareNe {
			return NotImplemented, nil
		}
		eq := x.Length == y.Length && (x.Length == 0 || x.Start == y.Start && (x.Length == 1 || x.Step == y.Step))
		return Bool(eq == (op == CompareEq)), nil
	}
	s.Len = func(t *Thread, v Value) (int, *Exception) { r, _ := AsRange(v); return int(r.Length), nil }
	s.GetItem = rangeGetItem
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		r, _ := AsRange(v)
		if IsIntLike(x) {
			i, ok := SmallInt(x)
			return ok && r.indexOf(i) >= 0, nil
		}
		return r.search(t, x)
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		r, _ := AsRange(v)
		return newRangeIterator(r.Start, r.Step, r.Length), nil
	}
	part := func(name string, get func(*Range) int64) {
		RangeType.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) { r, _ := AsRange(v); return Int(get(r)), nil })
	}
	part("start", func(r *Range) int64 { return r.Start })
	part("stop", func(r *Range) int64 { return r.Stop })
	part("step", func(r *Range) int64 { return r.Step })
	RangeType.method0("__reversed__", func(t *Thread, self Value) (Value, *Exception) {
		r, _ := AsRange(self)
		return newRangeIterator(r.Start+(r.Length-1)*r.Step, -r.Step, r.Length), nil
	})
	RangeType.method1("index", func(t *Thread, self, x Value) (Value, *Exception) {
		r, _ := AsRange(self)
		if i, ok := SmallInt(x); ok {
			if n := r.indexOf(i); n >= 0 {
				return Int(n), nil
			}
		}
		text, err := Repr(t, x)
		if err != nil {
			return Value{}, err
		}
		return Value{}, ValueErrorf("%s is not in range", text)
	})
	RangeType.method1("count", func(t *Thread, self, x Value) (Value, *Exception) {
		found, err := Contains(t, self, x)
		return Int(boolInt(found)), err
	})
}

// NewRange makes range(start, stop, step); step must not be 0.
func NewRange(start, stop, step int64) Value {
	return (&Range{Object: Object{typ: RangeType}, Start: start, Stop: stop, Step: step, Length: rangeLength(start, stop, step)}).Value()
}

func rangeLength(start, stop, step int64) int64 {
	switch {
	case step > 0 && start < stop:
		return int64((uint64(stop)-uint64(start)-1)/uint64(step)) + 1
	case step < 0 && stop < start:
		return int64((uint64(start)-uint64(stop)-1)/(-uint64(step))) + 1
	}
	return 0
}

func rangeNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := args.CheckCount("range", 1, 3); err != nil {
		return Value{}, err
	}
	var parts [3]int64
	for i, v := range args.Pos {
		n, err := Index(t, v)
		if err != nil {
			return Value{}, err
		}
		small, ok := SmallInt(n)
		if !ok || small > math.MaxInt64/4 || small < math.MinInt64/4 {
			return Value{}, NewException(OverflowErrorType, "range() beyond 64-bit integers is not supported yet")
		}
		parts[i] = small
	}
	switch len(args.Pos) {
	case 1:
		return NewRange(0, parts[0], 1), nil
	case 2:
		return NewRange(parts[0], parts[1], 1), nil
	}
	if parts[2] == 0 {
		return Value{}, ValueErrorf("range() arg 3 must not be zero")
	}
	return NewRange(parts[0], parts[1], parts[2]), nil
}

func (r *Range) indexOf(i int64) int64 {
	n := (i - r.Start) / r.Step
	if r.Length == 0 || (i-r.Start)%r.Step != 0 || n < 0 || n >= r.Length {
		return -1
	}
	return n
}

// search compares x with each item, for values that are no ints.
func (r *Range) search(t *Thread, x Value) (bool, *Exception) {
	for i := int64(0); i < r.Length; i++ {
		eq, err := Equal(t, Int(r.Start+i*r.Step), x)
		if err != nil || eq {
			return eq, err
		}
		if err := t.Tick(1); err != nil {
			return false, err
		}
	}
	return false, nil
}

func rangeGetItem(t *Thread, v, key Value) (Value, *Exception) {
	r, _ := AsRange(v)
	if s, ok := AsSlice(key); ok {
		start, stop, step, err := sliceBounds(t, s, int(r.Length))
		if err != nil {
			return Value{}, err
		}
		return NewRange(r.Start+int64(start)*r.Step, r.Start+int64(stop)*r.Step, r.Step*int64(step)), nil
	}
	i, err := itemIndex(t, key, int(r.Length), "range", "range object index out of range")
	if err != nil {
		return Value{}, err
	}
	return Int(r.Start + int64(i)*r.Step), nil
}
