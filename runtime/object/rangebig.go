package object

import "math/big"

// bigRange holds the parts of a range that does not fit into 64 bits.
type bigRange struct{ start, stop, step, length *big.Int }

func newBigRange(start, stop, step *big.Int) Value {
	r := &bigRange{start, stop, step, new(big.Int)}
	distance, unit := new(big.Int).Sub(stop, start), new(big.Int).Abs(step)
	if step.Sign() < 0 {
		distance.Neg(distance)
	}
	if distance.Sign() > 0 {
		r.length.Sub(distance, big.NewInt(1)).Quo(r.length, unit).Add(r.length, big.NewInt(1))
	}
	return (&Range{Object: Object{typ: RangeType}, big: r}).Value()
}

// parts returns start, stop, step and length of any range as Python ints.
func (r *Range) parts() (start, stop, step, length Value) {
	if b := r.big; b != nil {
		return NewInt(b.start), NewInt(b.stop), NewInt(b.step), NewInt(b.length)
	}
	return Int(r.Start), Int(r.Stop), Int(r.Step), Int(r.Length)
}

func (b *bigRange) item(i *big.Int) *big.Int {
	at := new(big.Int).Mul(i, b.step)
	return at.Add(at, b.start)
}

// indexOf is the index of x, nil when it is no item.
func (b *bigRange) indexOf(x *big.Int) *big.Int {
	i, rest := new(big.Int).QuoRem(new(big.Int).Sub(x, b.start), b.step, new(big.Int))
	if rest.Sign() != 0 || i.Sign() < 0 || i.Cmp(b.length) >= 0 {
		return nil
	}
	return i
}

func (b *bigRange) iterator(first, step *big.Int) Value {
	next, left := new(big.Int).Set(first), new(big.Int).Set(b.length)
	return NewIterator(longRangeIteratorType, func(t *Thread) (Value, *Exception) {
		if left.Sign() == 0 {
			return Value{}, nil
		}
		left.Sub(left, big.NewInt(1))
		v := NewInt(new(big.Int).Set(next))
		next.Add(next, step)
		return v, t.Charge(bigIntBytes)
	})
}

// bigIntBytes is about what an int beyond 64 bits takes.
const bigIntBytes = 48

func (b *bigRange) reversed() Value {
	last := b.item(new(big.Int).Sub(b.length, big.NewInt(1)))
	return b.iterator(last, new(big.Int).Neg(b.step))
}

func (b *bigRange) getItem(t *Thread, key Value) (Value, *Exception) {
	if s, ok := AsSlice(key); ok {
		return b.slice(t, s)
	}
	if key.Type().Slots.Index == nil {
		return Value{}, TypeErrorf("range indices must be integers or slices, not %s", TypeName(key))
	}
	n, err := Index(t, key)
	if err != nil {
		return Value{}, err
	}
	i := new(big.Int).Set(mustBig(n))
	if i.Sign() < 0 {
		i.Add(i, b.length)
	}
	if i.Sign() < 0 || i.Cmp(b.length) >= 0 {
		return Value{}, NewException(IndexErrorType, "range object index out of range")
	}
	return NewInt(b.item(i)), nil
}

func (b *bigRange) slice(t *Thread, s *Slice) (Value, *Exception) {
	step := big.NewInt(1)
	part := func(v Value) (*big.Int, *Exception) {
		n, err := Index(t, v)
		if err != nil {
			return nil, err
		}
		return mustBig(n), nil
	}
	var err *Exception
	if !s.Step.IsNone() {
		if step, err = part(s.Step); err != nil {
			return Value{}, err
		}
		if step.Sign() == 0 {
			return Value{}, ValueErrorf("slice step cannot be zero")
		}
	}
	low, high := new(big.Int), b.length
	if step.Sign() < 0 {
		low, high = big.NewInt(-1), new(big.Int).Sub(b.length, big.NewInt(1))
	}
	bound := func(v Value, absent *big.Int) (*big.Int, *Exception) {
		if v.IsNone() {
			return absent, nil
		}
		n, err := part(v)
		if err != nil {
			return nil, err
		}
		i := new(big.Int).Set(n)
		if i.Sign() < 0 {
			i.Add(i, b.length)
		}
		if i.Cmp(low) < 0 {
			return low, nil
		}
		if i.Cmp(high) > 0 {
			return high, nil
		}
		return i, nil
	}
	first, last := low, high
	if step.Sign() < 0 {
		first, last = high, low
	}
	if first, err = bound(s.Start, first); err != nil {
		return Value{}, err
	}
	if last, err = bound(s.Stop, last); err != nil {
		return Value{}, err
	}
	return newBigRange(b.item(first), b.item(last), new(big.Int).Mul(b.step, step)), nil
}
