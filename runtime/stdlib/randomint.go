package stdlib

import (
	"math/big"

	"asyncplay/runtime/object"
)

func addRandomIntegers() {
	method(RandomType, "randrange(self, start, stop=, step=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).randRange(t, a[1], a[2], a[3])
	})
	method(RandomType, "randint(self, a, b)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		stop, err := object.Binary(t, object.OpAdd, a[2], object.Int(1))
		if err != nil {
			return object.Value{}, err
		}
		return randomOf(a[0]).randRange(t, a[1], stop, object.Value{})
	})
}

// belowSmall is a number in [0, n) for a positive int64.
func (r *Random) belowSmall(n int) int { return int(r.below(uint64(n))) }

// randRange is Random.randrange(); stop and step may be absent.
func (r *Random) randRange(t *object.Thread, start, stop, step object.Value) (object.Value, *object.Exception) {
	first, err := object.Index(t, start)
	if err != nil {
		return object.Value{}, err
	}
	if absent(stop) {
		if step.IsValid() {
			return object.Value{}, object.TypeErrorf("Missing a non-None stop argument")
		}
		return r.rangeFrom(t, object.Int(0), first, func() *object.Exception {
			return object.ValueErrorf("empty range for randrange()")
		})
	}
	last, err := object.Index(t, stop)
	if err != nil {
		return object.Value{}, err
	}
	by := object.Int(1)
	if step.IsValid() {
		if by, err = object.Index(t, step); err != nil {
			return object.Value{}, err
		}
	}
	if n, ok := object.SmallInt(by); ok && n == 1 {
		return r.rangeFrom(t, first, last, func() *object.Exception { return emptyRange(t, start, stop, object.Value{}) })
	}
	return r.steppedRange(t, first, last, by, func() *object.Exception { return emptyRange(t, start, stop, step) })
}

func emptyRange(t *object.Thread, parts ...object.Value) *object.Exception {
	text := ""
	for i, p := range parts {
		if !p.IsValid() {
			break
		}
		s, err := object.ToStr(t, p)
		if err != nil {
			return err
		}
		if i > 0 {
			text += ", "
		}
		text += s
	}
	return object.ValueErrorf("empty range in randrange(%s)", text)
}

// rangeFrom is a number in [first, last).
func (r *Random) rangeFrom(t *object.Thread, first, last object.Value, empty func() *object.Exception) (object.Value, *object.Exception) {
	a, smallA := object.SmallInt(first)
	b, smallB := object.SmallInt(last)
	if smallA && smallB {
		width := uint64(b) - uint64(a)
		if b <= a {
			return object.Value{}, empty()
		}
		return object.Int(int64(uint64(a) + r.below(width))), nil
	}
	from, _ := object.BigOf(first)
	to, _ := object.BigOf(last)
	width := new(big.Int).Sub(to, from)
	if width.Sign() <= 0 {
		return object.Value{}, empty()
	}
	n := r.bigBelow(width)
	return object.NewInt(n.Add(n, from)), t.Tick(width.BitLen() / 64)
}

func (r *Random) steppedRange(t *object.Thread, first, last, by object.Value, empty func() *object.Exception) (object.Value, *object.Exception) {
	from, _ := object.BigOf(first)
	to, _ := object.BigOf(last)
	step, _ := object.BigOf(by)
	n := new(big.Int).Sub(to, from)
	switch step.Sign() {
	case 0:
		return object.Value{}, object.ValueErrorf("zero step for randrange()")
	case 1:
		n.Add(n, step).Sub(n, big.NewInt(1))
	case -1:
		n.Add(n, step).Add(n, big.NewInt(1))
	}
	// The quotient is only used when it is positive, where all ways of rounding agree but for
	// the sign; below one it means an empty range.
	n.Quo(n, step)
	if n.Sign() <= 0 {
		return object.Value{}, empty()
	}
	k := r.bigBelow(n)
	k.Mul(k, step).Add(k, from)
	return object.NewInt(k), t.Tick(n.BitLen() / 64)
}
