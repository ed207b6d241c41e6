package object

import (
	"math"
)

// RangeType is range.
var RangeType = declare("builtins", "range", LayoutRange)

func init() {
	RangeType.Flags |= FlagFinal
	s := &RangeType.Slots
	s.New = rangeNew
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		r, _ := AsRange(v)
		start, stop, step, _ := r.parts()
		shown := []Value{start, stop, step}
		if step == Int(1) {
			shown = shown[:2]
		}
		text, err := Repr(t, NewTuple(shown...))
		return NewStr("range" + text), err
	}
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		r, _ := AsRange(v)
		start, _, step, length := r.parts()
		parts := []Value{length, None, None}
		if length != Int(0) {
			parts[1] = start
			if length != Int(1) {
				parts[2] = step
			}
		}
		return Hash(t, NewTuple(parts...))
	}
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsRange(a)
		y, ok := AsRange(b)
		if !ok || op > CompareNe {
			return NotImplemented, nil
		}
		if x.big != nil || y.big != nil {
			return compareRanges(t, op, x, y)
		}
		eq := x.Length == y.Length && (x.Length == 0 || x.Start == y.Start && (x.Length == 1 || x.Step == y.Step))
		return Bool(eq == (op == CompareEq)), nil
	}
	s.Len = func(t *Thread, v Value) (int, *Exception) {
		r, _ := AsRange(v)
		if r.big == nil {
			return int(r.Length), nil
		}
		if !r.big.length.IsInt64() {
			return 0, NewException(OverflowErrorType, "Python int too large to convert to C ssize_t")
		}
		return int(r.big.length.Int64()), nil
	}
	s.Bool = func(t *Thread, v Value) (bool, *Exception) {
		r, _ := AsRange(v)
		return r.Length > 0 || r.big != nil && r.big.length.Sign() > 0, nil
	}
	s.GetItem = rangeGetItem
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		r, _ := AsRange(v)
		if r.big != nil {
			return IsIntLike(x) && r.big.indexOf(mustBig(x)) != nil, nil
		}
		if IsIntLike(x) {
			i, ok := SmallInt(x)
			return ok && r.indexOf(i) >= 0, nil
		}
		return r.search(t, x)
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		r, _ := AsRange(v)
		if r.big != nil {
			return r.big.iterator(r.big.start, r.big.step), nil
		}
		return newRangeIterator(r.Start, r.Step, r.Length), nil
	}
	part := func(name string, get func(*Range) Value) {
		RangeType.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) { r, _ := AsRange(v); return get(r), nil })
	}
	part("start", func(r *Range) Value { start, _, _, _ := r.parts(); return start })
	part("stop", func(r *Range) Value { _, stop, _, _ := r.parts(); return stop })
	part("step", func(r *Range) Value { _, _, step, _ := r.parts(); return step })
	RangeType.method0("__reversed__", func(t *Thread, self Value) (Value, *Exception) {
		r, _ := AsRange(self)
		if r.big != nil {
			return r.big.reversed(), nil
		}
		return newRangeIterator(r.Start+(r.Length-1)*r.Step, -r.Step, r.Length), nil
	})
	RangeType.method1("index", func(t *Thread, self, x Value) (Value, *Exception) {
		r, _ := AsRange(self)
		if r.big != nil && IsIntLike(x) {
			if i := r.big.indexOf(mustBig(x)); i != nil {
				return NewInt(i), nil
			}
		} else if i, ok := SmallInt(x); ok {
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
	parts := [3]int64{0, 0, 1}
	whole := [3]Value{Int(0), Int(0), Int(1)}
	isBig := false
	for i, v := range args.Pos {
		n, err := Index(t, v)
		if err != nil {
			return Value{}, err
		}
		small, ok := SmallInt(n)
		isBig = isBig || !ok || small > math.MaxInt64/4 || small < math.MinInt64/4
		if len(args.Pos) == 1 {
			i = 1
		}
		parts[i], whole[i] = small, n
	}
	if whole[2] == Int(0) {
		return Value{}, ValueErrorf("range() arg 3 must not be zero")
	}
	if isBig {
		return newBigRange(mustBig(whole[0]), mustBig(whole[1]), mustBig(whole[2])), t.Charge(4 * bigIntBytes)
	}
	return NewRange(parts[0], parts[1], parts[2]), nil
}

// compareRanges compares ranges of any size: by length, then first item and step where they count.
func compareRanges(t *Thread, op CompareOp, x, y *Range) (Value, *Exception) {
	startX, _, stepX, lengthX := x.parts()
	startY, _, stepY, lengthY := y.parts()
	eq, err := Equal(t, lengthX, lengthY)
	if err == nil && eq && lengthX != Int(0) {
		if eq, err = Equal(t, startX, startY); err == nil && eq && lengthX != Int(1) {
			eq, err = Equal(t, stepX, stepY)
		}
	}
	return Bool(eq == (op == CompareEq)), err
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
	if r.big != nil {
		return r.big.getItem(t, key)
	}
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
