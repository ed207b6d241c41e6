package realmath

import "math"

// The gamma functions use the Lanczos approximation with the constants that CPython 3.13 uses
// (Modules/mathmodule.c), operation by operation, so that they give the same last digits.

const lanczosG = 6.024680040776729583740234375

var lanczosNumerator = [13]float64{
	23531376880.410759688572007674451636754734846804940,
	42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843,
	17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708,
	1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801,
	31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768,
	186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024,
	210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDenominator = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	if x < 5 {
		for i := len(lanczosNumerator) - 1; i >= 0; i-- {
			num = float64(num*x) + lanczosNumerator[i]
			den = float64(den*x) + lanczosDenominator[i]
		}
		return num / den
	}
	for i := range lanczosNumerator {
		num = num/x + lanczosNumerator[i]
		den = den/x + lanczosDenominator[i]
	}
	return num / den
}

// sinPi is the sine of πx.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch int(math.Round(2 * y)) {
	case 0:
		r = Sin(math.Pi * y)
	case 1:
		r = Cos(math.Pi * (y - 0.5))
	case 2:
		r = Sin(math.Pi * (1 - y))
	case 3:
		r = -Cos(math.Pi * (y - 1.5))
	case 4:
		r = Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// Lgamma is the logarithm of the absolute value of the gamma function; +Inf at its poles.
func Lgamma(x float64) float64 {
	switch {
	case x != x:
		return x
	case math.IsInf(x, 0):
		return math.Inf(1)
	case x == math.Floor(x) && x <= 2:
		if x <= 0 {
			return math.Inf(1)
		}
		return 0
	}
	size := math.Abs(x)
	if size < 1e-20 {
		return -Log(size)
	}
	r := Log(lanczosSum(size)) - lanczosG
	r += float64((size - 0.5) * (Log(size+lanczosG-0.5) - 1))
	if x < 0 {
		r = Log(math.Pi) - Log(math.Abs(sinPi(size))) - Log(size) - r
	}
	return r
}

// gammaExactMax is the largest integer whose gamma function is a float64 exactly.
const gammaExactMax = 23

// Gamma is the gamma function; NaN at the negative integers, +Inf or -Inf at the zeros and
// where it is too large.
func Gamma(x float64) float64 {
	switch {
	case notFinite(x):
		if math.IsInf(x, -1) {
			return math.NaN()
		}
		return x
	case x == 0:
		return math.Copysign(math.Inf(1), x)
	case x == math.Floor(x):
		if x < 0 {
			return math.NaN()
		}
		if x <= gammaExactMax {
			r := 1.0
			for i := 2.0; i < x; i++ {
				r *= i
			}
			return r
		}
	}
	size := math.Abs(x)
	switch {
	case size < 1e-20:
		return 1 / x
	case size > 200:
		if x < 0 {
			return 0 / sinPi(x)
		}
		return math.Inf(1)
	}
	return gammaLanczos(x, size)
}

func gammaLanczos(x, size float64) float64 {
	const shift = lanczosG - 0.5
	y := size + shift
	var z float64 // the rounding error of y
	if size > shift {
		z = y - size - shift
	} else {
		z = y - shift - size
	}
	z = z * lanczosG / y
	if x < 0 {
		r := -math.Pi / sinPi(size) / size * Exp(y) / lanczosSum(size)
		r -= float64(z * r)
		if size < 140 {
			return r / Pow(y, size-0.5)
		}
		root := Pow(y, size/2-0.25)
		return r / root / root
	}
	r := lanczosSum(size) / Exp(y)
	r += float64(z * r)
	if size < 140 {
		return r * Pow(y, size-0.5)
	}
	root := Pow(y, size/2-0.25)
	return r * root * root
}
