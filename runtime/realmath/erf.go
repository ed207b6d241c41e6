package realmath

import "math"

// twoOverRootPi is 2/√π.
var twoOverRootPi = one(2).div(pi.sqrt())

// expMinusSquare is e**(-x²) for |x| up to 27.
func expMinusSquare(x float64) (pair, int) { return expPair(twoProduct(x, x).neg()) }

// erfSeries is erf x = 2/√π e**(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!!, whose terms are all positive.
func erfSeries(x float64) pair {
	square := twoProduct(x, x)
	term := one(x)
	sum := term
	for n := 1; term.hi > sum.hi*1e-33; n++ {
		term = term.mul(square).scale(2).div(one(float64(2*n + 1)))
		sum = sum.add(term)
	}
	e, k := expMinusSquare(x)
	return sum.mul(twoOverRootPi).mul(e).scale(math.Ldexp(1, k))
}

// erfcFraction is erfc x for x of at least 2, by the continued fraction of Laplace.
func erfcFraction(x float64) (pair, int) {
	steps := 60 + int(400/x)
	f := one(x)
	for n := steps; n >= 1; n-- {
		f = one(float64(n) / 2).div(f).addFloat(x)
	}
	e, k := expMinusSquare(x)
	return e.div(f).mul(twoOverRootPi).scale(0.5), k
}

// Erf is the error function.
func Erf(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case a > 6:
		return math.Copysign(1, x)
	case a < 1e-9:
		return twoOverRootPi.mulFloat(x).float()
	case a < 2.5:
		return math.Copysign(erfSeries(a).float(), x)
	}
	p, k := erfcFraction(a)
	return math.Copysign(p.scale(math.Ldexp(1, k)).neg().addFloat(1).float(), x)
}

// Erfc is 1 - erf x, precise where that is small.
func Erfc(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 27.3:
		return 0
	case x < -6:
		return 2
	case x < 0:
		return erfSeries(-x).addFloat(1).float()
	case x < 2.5:
		return erfSeries(x).neg().addFloat(1).float()
	}
	p, k := erfcFraction(x)
	return p.rounded(k)
}
