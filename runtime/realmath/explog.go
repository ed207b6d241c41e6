package realmath

import "math"

// ln2Parts is the natural logarithm of 2 in three parts; the first has zeros at its end, so
// that its product with an exponent is exact.
var ln2Parts = [3]float64{0x1.62e42fefa38p-01, 0x1.ef35793c76p-45, 0x1.cc01f97b57a08p-87}

var ln2 = fastTwoSum(ln2Parts[0], ln2Parts[1]).addFloat(ln2Parts[2])

// timesLn2 is k * ln 2 for an integer k of at most 12 bits.
func timesLn2(k float64) pair {
	return twoSum(k*ln2Parts[0], k*ln2Parts[1]).add(twoProduct(k, ln2Parts[2]))
}

// inverseFactorials holds 1/n!.
var inverseFactorials = func() (table [30]pair) {
	f := one(1)
	for n := range table {
		table[n] = f
		f = f.div(one(float64(n + 1)))
	}
	return table
}()

const (
	expHalvings = 6
	expTerms    = 11
)

// expm1Small is e**r - 1 for |r| below 0.36.
func expm1Small(r pair) pair {
	r = r.scale(1.0 / (1 << expHalvings))
	sum := inverseFactorials[expTerms]
	for n := expTerms - 1; n >= 1; n-- {
		sum = sum.mul(r).add(inverseFactorials[n])
	}
	sum = sum.mul(r)
	for range expHalvings {
		sum = sum.scale(2).add(sum.mul(sum)) // e**2r - 1
	}
	return sum
}

// expPair is e**x as a pair times 2**k; |x| is below 1100.
func expPair(x pair) (pair, int) {
	k := math.Round(x.hi * (1 / math.Ln2))
	r := x.sub(timesLn2(k))
	return expm1Small(r).addFloat(1), int(k)
}

// rounded is x * 2**k rounded once, results too small to be normal included.
func (x pair) rounded(k int) float64 {
	if k > -1000 {
		return math.Ldexp(x.float(), k)
	}
	// The bits that a subnormal result keeps are cut here, with lo in view.
	unit := math.Ldexp(1, -1074-k)
	if x.hi >= math.Ldexp(1, -1022-k) {
		return math.Ldexp(x.float(), k)
	}
	base := math.Floor(x.hi / unit)
	rest := x.addFloat(-base * unit)
	half := twoSum(rest.hi-unit/2, rest.lo).float()
	if half > 0 || half == 0 && math.Mod(base, 2) == 1 {
		base++
	}
	return math.Ldexp(base, -1074)
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || x > 710:
		return math.Inf(1) + x
	case x < -746:
		return 0
	}
	p, k := expPair(one(x))
	return p.rounded(k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || x >= 1024:
		return math.Inf(1) + x
	case x < -1076:
		return 0
	}
	k := math.Round(x)
	return expm1Small(ln2.mulFloat(x - k)).addFloat(1).rounded(int(k))
}

// expm1Pair is e**x - 1 for |x| up to 750.
func expm1Pair(x pair) pair {
	if math.Abs(x.hi) < 0.35 {
		return expm1Small(x)
	}
	p, k := expPair(x)
	if k > 1000 {
		return pair{math.Ldexp(p.hi, k), math.Ldexp(p.lo, k)}
	}
	return p.scale(math.Ldexp(1, k)).addFloat(-1)
}

// Expm1 is e**x - 1.
func Expm1(x float64) float64 {
	switch {
	case x == 0 || x != x:
		return x
	case x > 710:
		return math.Inf(1)
	case x < -60:
		return -1
	}
	if math.Abs(x) < 1e-17 {
		return x
	}
	return expm1Pair(one(x)).float()
}

// logSteps is the number of logarithms kept for arguments from 1/√2 to √2; see logTable.
const logSteps = 64

// logTable holds ln(n/logSteps) at index n.
var logTable = func() (table [96]pair) {
	for n := 44; n < len(table); n++ {
		table[n] = atanhSeries(one(float64(n - logSteps)).div(one(float64(n + logSteps)))).scale(2)
	}
	return table
}()

// atanhSeries is the area hyperbolic tangent of |s| below 0.2.
func atanhSeries(s pair) pair {
	square := s.mul(s)
	terms := 1
	for power := square.hi; power > 1e-34; power *= square.hi {
		terms++
	}
	sum := pair{}
	for n := terms; n >= 0; n-- {
		sum = sum.mul(square).add(oddInverses[n])
	}
	return sum.mul(s)
}

// oddInverses holds 1/(2n+1).
var oddInverses = func() (table [40]pair) {
	for n := range table {
		table[n] = one(1).div(one(float64(2*n + 1)))
	}
	return table
}()

// logPair is ln x for x positive and finite.
func logPair(x pair) pair {
	_, k := math.Frexp(x.hi)
	scale := math.Ldexp(1, -k)
	if k < -1000 {
		x, scale = x.scale(0x1p100), math.Ldexp(1, -k-100)
	}
	x = x.scale(scale)
	if x.hi < math.Sqrt2/2 {
		x = x.scale(2)
		k--
	}
	n := math.Round(x.hi * logSteps)
	c := n / logSteps
	s := x.addFloat(-c).div(x.addFloat(c))
	return timesLn2(float64(k)).add(logTable[int(n)].add(atanhSeries(s).scale(2)))
}

// log1pPair is ln(1+x) for x above -1.
func log1pPair(x pair) pair {
	if math.Abs(x.hi) > 0.1 {
		return logPair(x.addFloat(1))
	}
	return atanhSeries(x.div(x.addFloat(2))).scale(2)
}

// logSpecial answers for arguments that have no finite logarithm.
func logSpecial(x float64) (float64, bool) {
	switch {
	case x == 0:
		return math.Inf(-1), true
	case x < 0 || x != x:
		return math.NaN(), true
	case math.IsInf(x, 1):
		return x, true
	}
	return 0, false
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	if r, ok := logSpecial(x); ok {
		return r
	}
	return logPair(one(x)).float()
}

// Log1p is ln(1 + x).
func Log1p(x float64) float64 {
	if x == 0 || math.Abs(x) < 1e-17 {
		return x
	}
	if r, ok := logSpecial(x + 1); ok && !(x > -1) || math.IsInf(x, 1) {
		return r
	}
	if x > 1e300 {
		return Log(x)
	}
	return log1pPair(one(x)).float()
}

// Log2 is the logarithm to base 2, exact for powers of two.
func Log2(x float64) float64 {
	if r, ok := logSpecial(x); ok {
		return r
	}
	if m, k := math.Frexp(x); m == 0.5 {
		return float64(k - 1)
	}
	return logPair(one(x)).div(ln2).float()
}

var ln10 = logPair(one(10))

// Log10 is the logarithm to base 10.
func Log10(x float64) float64 {
	if r, ok := logSpecial(x); ok {
		return r
	}
	return logPair(one(x)).div(ln10).float()
}

// Pow is x**y with the special cases of C99, which are those of math.Pow.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case x != x || y != y || x == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	}
	negative := false
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		negative = math.Abs(y) < 1<<53 && math.Mod(y, 2) != 0
		x = -x
	}
	r := powPositive(x, y)
	if negative {
		return -r
	}
	return r
}

func powPositive(x, y float64) float64 {
	if x == 1 {
		return 1
	}
	l := logPair(one(x))
	switch estimate := l.hi * y; {
	case estimate > 710:
		return math.Inf(1)
	case estimate < -746:
		return 0
	case math.Abs(estimate) < 1e-20:
		return 1
	}
	if math.Abs(y) > 1e290 {
		return 1 + l.hi*y // x is 1 or the estimate would be out of range
	}
	p, k := expPair(l.mulFloat(y))
	return p.rounded(k)
}

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || math.IsInf(x, 0) {
		return x
	}
	p, k := expPair(logPair(one(math.Abs(x))).div(one(3)))
	return math.Copysign(p.rounded(k), x)
}
