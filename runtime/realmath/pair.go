package realmath

import "math"

// pair is the number hi + lo, with |lo| at most half a unit in the last place of hi.
type pair struct{ hi, lo float64 }

func one(x float64) pair { return pair{x, 0} }

// twoSum is a + b exactly.
func twoSum(a, b float64) pair {
	s := a + b
	bb := s - a
	return pair{s, (a - (s - bb)) + (b - bb)}
}

// fastTwoSum is a + b exactly when |a| >= |b|.
func fastTwoSum(a, b float64) pair {
	s := a + b
	return pair{s, b - (s - a)}
}

// splitter divides the 53 bits of a float64 into two halves.
const splitter = 1<<27 + 1

func split(a float64) (hi, lo float64) {
	c := float64(splitter * a)
	hi = c - (c - a)
	return hi, a - hi
}

// twoProduct is a * b exactly, for operands well inside the range of exponents.
func twoProduct(a, b float64) pair {
	p := float64(a * b)
	ah, al := split(a)
	bh, bl := split(b)
	e := float64(ah*bh) - p
	e += float64(ah * bl)
	e += float64(al * bh)
	e += float64(al * bl)
	return pair{p, e}
}

func (x pair) add(y pair) pair {
	s := twoSum(x.hi, y.hi)
	e := twoSum(x.lo, y.lo)
	s = fastTwoSum(s.hi, s.lo+e.hi)
	return fastTwoSum(s.hi, s.lo+e.lo)
}

func (x pair) addFloat(y float64) pair {
	s := twoSum(x.hi, y)
	return fastTwoSum(s.hi, s.lo+x.lo)
}

func (x pair) neg() pair { return pair{-x.hi, -x.lo} }

func (x pair) sub(y pair) pair { return x.add(y.neg()) }

func (x pair) mul(y pair) pair {
	p := twoProduct(x.hi, y.hi)
	e := p.lo + (float64(x.hi*y.lo) + float64(x.lo*y.hi))
	return fastTwoSum(p.hi, e)
}

func (x pair) mulFloat(y float64) pair {
	p := twoProduct(x.hi, y)
	return fastTwoSum(p.hi, p.lo+float64(x.lo*y))
}

// scale multiplies by a power of two.
func (x pair) scale(power float64) pair { return pair{x.hi * power, x.lo * power} }

func (x pair) div(y pair) pair {
	q1 := x.hi / y.hi
	r := x.sub(y.mulFloat(q1))
	q2 := r.hi / y.hi
	r = r.sub(y.mulFloat(q2))
	q3 := r.hi / y.hi
	return fastTwoSum(q1, q2).addFloat(q3)
}

func (x pair) sqrt() pair {
	if x.hi <= 0 {
		return pair{}
	}
	r := math.Sqrt(x.hi)
	rest := x.sub(twoProduct(r, r))
	return fastTwoSum(r, rest.hi/(2*r))
}

func (x pair) float() float64 { return x.hi + x.lo }
