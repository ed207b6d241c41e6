package realmath

import (
	"math"
	"math/big"
	"sync"
)

// halfPi is π/2 in four parts, of which the first two have zeros at their ends, so that
// products with small integers are exact.
var halfPi = [4]float64{0x1.921fb544p+00, 0x1.0b4611a6p-34, 0x1.3198a2e03707344ap-69, 0}

// Pi as a pair.
var pi = pair{0x1.921fb54442d18p+01, 0x1.1a62633145c07p-53}

// reductionMax is the largest multiple of π/2 for which the parts of halfPi are enough.
const reductionMax = 1 << 19

// reduce returns x - n*π/2, at most π/4 in size, and n modulo 4.
func reduce(x float64) (pair, int) {
	n := math.Round(x * (2 / math.Pi))
	if math.Abs(n) > reductionMax {
		return reduceBig(x)
	}
	r := twoSum(x, -n*halfPi[0])
	r = twoSum(r.hi, -n*halfPi[1]).addFloat(r.lo)
	r = r.sub(twoProduct(n, halfPi[2]))
	r = r.sub(twoProduct(n, halfPi[3]))
	return r, int(n) & 3
}

// bigPiBits is the precision with which a huge argument is reduced: more than the range of
// exponents plus what the result needs.
const bigPiBits = 1400

// reduceBig is reduce by integer arithmetic, for huge arguments.
func reduceBig(x float64) (pair, int) {
	mantissa, exponent := math.Frexp(x)
	value := new(big.Int).Lsh(big.NewInt(int64(mantissa*(1<<53))), uint(exponent-53+bigPiBits))
	half := new(big.Int).Rsh(bigPi(), 1)
	n, r := new(big.Int).DivMod(value, half, new(big.Int))
	if new(big.Int).Lsh(r, 1).Cmp(half) > 0 {
		n.Add(n, big.NewInt(1))
		r.Sub(r, half)
	}
	f := new(big.Float).SetInt(r)
	f.SetMantExp(f, -bigPiBits)
	hi, _ := f.Float64()
	lo, _ := f.Sub(f, new(big.Float).SetFloat64(hi)).Float64()
	return pair{hi, lo}, int(new(big.Int).And(n, big.NewInt(3)).Int64())
}

// bigPi is π * 2**bigPiBits.
var bigPi = sync.OnceValue(func() *big.Int { return machinPi(bigPiBits) })

// machinPi is π * 2**bits by Machin's formula.
func machinPi(bits uint) *big.Int {
	const guard = 32
	arctanInverse := func(n int64) *big.Int {
		term := new(big.Int).Div(new(big.Int).Lsh(big.NewInt(1), bits+guard), big.NewInt(n))
		sum := new(big.Int).Set(term)
		for k := int64(1); term.Sign() != 0; k++ {
			term.Quo(term, big.NewInt(-n*n))
			sum.Add(sum, new(big.Int).Quo(term, big.NewInt(2*k+1)))
		}
		return sum
	}
	p := arctanInverse(5)
	p.Mul(p, big.NewInt(4)).Sub(p, arctanInverse(239)).Mul(p, big.NewInt(4))
	return p.Rsh(p, guard)
}

// trigTerms is enough for arguments up to π/4.
const trigTerms = 14

// sinCosSmall is the sine and the cosine of |r| up to π/4.
func sinCosSmall(r pair) (sin, cos pair) {
	square := r.mul(r).neg()
	sin, cos = inverseFactorials[2*trigTerms-1], inverseFactorials[2*trigTerms-2]
	for n := 2*trigTerms - 3; n >= 1; n -= 2 {
		sin = sin.mul(square).add(inverseFactorials[n])
		cos = cos.mul(square).add(inverseFactorials[n-1])
	}
	return sin.mul(r), cos
}

// sinCos is the sine and the cosine of a finite number.
func sinCos(x float64) (sin, cos pair) {
	r, quadrant := reduce(x)
	s, c := sinCosSmall(r)
	switch quadrant {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

func notFinite(x float64) bool { return x-x != 0 }

// Sin is the sine of x radians.
func Sin(x float64) float64 {
	if notFinite(x) {
		return math.NaN()
	}
	if math.Abs(x) < 1e-9 {
		return smallOdd(x, -1.0/6)
	}
	s, _ := sinCos(x)
	return s.float()
}

// smallOdd is x + c*x**3 for tiny x, where the terms beyond do not matter.
func smallOdd(x, c float64) float64 {
	if math.Abs(x) < 1e-100 {
		return x
	}
	return x + float64(c*x)*float64(x*x)
}

// Cos is the cosine of x radians.
func Cos(x float64) float64 {
	if notFinite(x) {
		return math.NaN()
	}
	_, c := sinCos(x)
	return c.float()
}

// Tan is the tangent of x radians.
func Tan(x float64) float64 {
	if notFinite(x) {
		return math.NaN()
	}
	if math.Abs(x) < 1e-9 {
		return smallOdd(x, 1.0/3)
	}
	s, c := sinCos(x)
	return s.div(c).float()
}

// atan2Pair is the angle of the point (x, y), not the origin, by one step of Newton's
// method from the float64 angle.
func atan2Pair(y, x pair) pair {
	angle := math.Atan2(y.hi, x.hi)
	s, c := sinCos(angle)
	delta := y.mul(c).sub(x.mul(s)).div(x.mul(c).add(y.mul(s)))
	return delta.addFloat(angle)
}

// Atan2 is the angle of the point (x, y) in radians.
func Atan2(y, x float64) float64 {
	if notFinite(x) || notFinite(y) || x == 0 || y == 0 {
		return math.Atan2(y, x)
	}
	_, ky := math.Frexp(y)
	_, kx := math.Frexp(x)
	if d := ky - kx; d > 60 || d < -60 {
		if d > 60 || x < 0 {
			return math.Atan2(y, x)
		}
		return y / x
	}
	return atan2Pair(one(math.Ldexp(y, -kx)), one(math.Ldexp(x, -kx))).float()
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	if math.Abs(x) < 1e-9 {
		return smallOdd(x, -1.0/3)
	}
	return Atan2(x, 1)
}

// leg is √(1-x²).
func leg(x float64) pair { return twoSum(1, -x).mul(twoSum(1, x)).sqrt() }

// Asin is the arc sine, NaN outside [-1, 1].
func Asin(x float64) float64 {
	switch {
	case !(math.Abs(x) <= 1):
		return math.NaN()
	case math.Abs(x) < 1e-9:
		return smallOdd(x, 1.0/6)
	case math.Abs(x) == 1:
		return math.Copysign(math.Pi/2, x)
	}
	return atan2Pair(one(x), leg(x)).float()
}

// Acos is the arc cosine, NaN outside [-1, 1].
func Acos(x float64) float64 {
	switch {
	case !(math.Abs(x) <= 1):
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return math.Pi
	}
	return atan2Pair(leg(x), one(x)).float()
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	switch {
	case notFinite(x) || math.Abs(x) > 711:
		return math.Copysign(math.Inf(1), x) + x
	case math.Abs(x) < 1e-9:
		return smallOdd(x, 1.0/6)
	}
	if math.Abs(x) > 40 {
		p, k := expPair(one(math.Abs(x)))
		return math.Copysign(p.rounded(k-1), x)
	}
	e := expm1Pair(one(math.Abs(x)))
	return math.Copysign(e.add(e.div(e.addFloat(1))).scale(0.5).float(), x)
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	x = math.Abs(x)
	if notFinite(x) || x > 711 {
		return math.Inf(1) + x
	}
	p, k := expPair(one(x))
	if x > 40 {
		return p.rounded(k - 1)
	}
	e := p.scale(math.Ldexp(1, k))
	return e.add(one(1).div(e)).scale(0.5).float()
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	switch {
	case x != x || math.Abs(x) < 1e-9:
		return smallOdd(x, -1.0/3)
	case math.Abs(x) > 22:
		return math.Copysign(1, x)
	}
	e := expm1Pair(one(2 * x))
	return e.div(e.addFloat(2)).float()
}

// Asinh is the area hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case notFinite(x):
		return x
	case a < 1e-9:
		return smallOdd(x, -1.0/6)
	case a > 1e9:
		return math.Copysign(logPair(one(a)).add(ln2).float(), x)
	}
	square := twoProduct(a, a)
	root := square.addFloat(1).sqrt()
	return math.Copysign(log1pPair(square.div(root.addFloat(1)).addFloat(a)).float(), x)
}

// Acosh is the area hyperbolic cosine, NaN below 1.
func Acosh(x float64) float64 {
	switch {
	case !(x >= 1):
		return math.NaN()
	case math.IsInf(x, 1):
		return x
	case x > 1e9:
		return logPair(one(x)).add(ln2).float()
	}
	less := x - 1
	return log1pPair(twoSum(x, 1).mulFloat(less).sqrt().addFloat(less)).float()
}

// Atanh is the area hyperbolic tangent, NaN outside (-1, 1).
func Atanh(x float64) float64 {
	switch {
	case !(math.Abs(x) < 1):
		return math.NaN()
	case math.Abs(x) < 1e-9:
		return smallOdd(x, 1.0/3)
	}
	return log1pPair(one(2 * x).div(twoSum(1, -x))).scale(0.5).float()
}

// Hypot is √(sum of squares).
func Hypot(values ...float64) float64 {
	largest, hasNaN := 0.0, false
	for _, v := range values {
		if math.IsInf(v, 0) {
			return math.Inf(1)
		}
		hasNaN = hasNaN || v != v
		largest = math.Max(largest, math.Abs(v))
	}
	if hasNaN {
		return math.NaN()
	}
	if largest == 0 {
		return 0
	}
	_, k := math.Frexp(largest)
	sum := pair{}
	for _, v := range values {
		v = math.Ldexp(v, -k)
		sum = sum.add(twoProduct(v, v))
	}
	return sum.sqrt().rounded(k)
}
