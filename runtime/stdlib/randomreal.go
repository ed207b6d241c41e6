package stdlib

import (
	"math"

	"asyncplay/runtime/object"
	"asyncplay/runtime/realmath"
)

// The distributions follow CPython 3.13 random.py operation by operation: another order of
// operations would give other last digits, and after a rejected draw other numbers.

const twoPi = 2 * math.Pi

// Constants that CPython computes at import.
var (
	normalMagic = 4 * realmath.Exp(-0.5) / math.Sqrt(2)
	log4        = realmath.Log(4)
	gammaMagic  = 1 + realmath.Log(4.5)
)

// distribution adds a method of float arguments; absent ones take the defaults, which end
// the list.
func distribution(decl string, fn func(r *Random, a []float64) float64, defaults ...float64) {
	method(RandomType, decl, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		var few [3]float64
		args := few[:len(a)-1]
		for i, v := range a[1:] {
			if !v.IsValid() {
				args[i] = defaults[i-(len(args)-len(defaults))]
				continue
			}
			f, err := object.ToFloat(t, v)
			if err != nil {
				return object.Value{}, err
			}
			args[i] = f
		}
		return object.Float(fn(randomOf(a[0]), args)), nil
	})
}

func addRandomDistributions() {
	method(RandomType, "uniform(self, a, b)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).uniform(t, a[1], a[2])
	})
	method(RandomType, "triangular(self, low=, high=, mode=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).triangular(t, a[1], a[2], a[3])
	})
	distribution("normalvariate(self, mu=, sigma=)", func(r *Random, a []float64) float64 { return r.normal(a[0], a[1]) }, 0, 1)
	distribution("gauss(self, mu=, sigma=)", func(r *Random, a []float64) float64 { return a[0] + float64(r.gauss()*a[1]) }, 0, 1)
	distribution("lognormvariate(self, mu, sigma)", func(r *Random, a []float64) float64 { return realmath.Exp(r.normal(a[0], a[1])) })
	method(RandomType, "expovariate(self, lambd=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		rate, err := object.ToFloat(t, given(a[1], object.Float(1)))
		if err != nil {
			return object.Value{}, err
		}
		x := -realmath.Log(1 - randomOf(a[0]).float64())
		if rate == 0 {
			return object.Value{}, object.NewException(object.ZeroDivisionErrorType, "float division by zero")
		}
		return object.Float(x / rate), nil
	})
	distribution("vonmisesvariate(self, mu, kappa)", func(r *Random, a []float64) float64 { return r.vonMises(a[0], a[1]) })
	method(RandomType, "gammavariate(self, alpha, beta)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).checkedGamma(t, a[1], a[2])
	})
	method(RandomType, "betavariate(self, alpha, beta)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		y, err := randomOf(a[0]).checkedGamma(t, a[1], object.Float(1))
		if err != nil || y.AsFloat64() == 0 {
			return y, err
		}
		z, err := randomOf(a[0]).checkedGamma(t, a[2], object.Float(1))
		if err != nil {
			return object.Value{}, err
		}
		return object.Float(y.AsFloat64() / (y.AsFloat64() + z.AsFloat64())), nil
	})
	distribution("paretovariate(self, alpha)", func(r *Random, a []float64) float64 { return realmath.Pow(1-r.float64(), -1/a[0]) })
	distribution("weibullvariate(self, alpha, beta)", func(r *Random, a []float64) float64 {
		return a[0] * realmath.Pow(-realmath.Log(1-r.float64()), 1/a[1])
	})
	method(RandomType, "binomialvariate(self, n=, p=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, err := object.AsIndex(t, given(a[1], object.Int(1)))
		if err != nil {
			return object.Value{}, err
		}
		p, err := object.ToFloat(t, given(a[2], object.Float(0.5)))
		if err != nil {
			return object.Value{}, err
		}
		return randomOf(a[0]).binomial(t, n, p)
	})
}

// uniform computes with the operators of its arguments, as `a + (b-a) * self.random()` does.
func (r *Random) uniform(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
	width, err := object.Binary(t, object.OpSub, b, a)
	if err != nil {
		return object.Value{}, err
	}
	width, err = object.Binary(t, object.OpMult, width, object.Float(r.float64()))
	if err != nil {
		return object.Value{}, err
	}
	return object.Binary(t, object.OpAdd, a, width)
}

func (r *Random) triangular(t *object.Thread, lowArg, highArg, modeArg object.Value) (object.Value, *object.Exception) {
	u := r.float64()
	lowArg = given(lowArg, object.Float(0))
	low, err := object.ToFloat(t, lowArg)
	if err != nil {
		return object.Value{}, err
	}
	high, err := object.ToFloat(t, given(highArg, object.Float(1)))
	if err != nil {
		return object.Value{}, err
	}
	c := 0.5
	if !absent(modeArg) {
		mode, err := object.ToFloat(t, modeArg)
		if err != nil {
			return object.Value{}, err
		}
		if high == low {
			return lowArg, nil
		}
		c = (mode - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return object.Float(low + float64((high-low)*math.Sqrt(u*c))), nil
}

func (r *Random) normal(mu, sigma float64) float64 {
	for {
		u1 := r.float64()
		u2 := 1 - r.float64()
		z := normalMagic * (u1 - 0.5) / u2
		if z*z/4 <= -realmath.Log(u2) {
			return mu + float64(z*sigma)
		}
	}
}

// gauss is a number of the standard normal distribution; they are made in pairs.
func (r *Random) gauss() float64 {
	if r.hasGaussNext {
		r.hasGaussNext = false
		return r.gaussNext
	}
	angle := r.float64() * twoPi
	radius := math.Sqrt(-2 * realmath.Log(1-r.float64()))
	r.gaussNext, r.hasGaussNext = realmath.Sin(angle)*radius, true
	return realmath.Cos(angle) * radius
}

func (r *Random) vonMises(mu, kappa float64) float64 {
	if kappa <= 1e-6 {
		return twoPi * r.float64()
	}
	s := 0.5 / kappa
	radius := s + math.Sqrt(1+float64(s*s))
	var z float64
	for {
		z = realmath.Cos(math.Pi * r.float64())
		d := z / (radius + z)
		u := r.float64()
		if u < 1-float64(d*d) || u <= (1-d)*realmath.Exp(d) {
			break
		}
	}
	q := 1 / radius
	angle := realmath.Acos((q + z) / (1 + float64(q*z)))
	if r.float64() <= 0.5 {
		angle = -angle
	}
	return floatMod(mu+angle, twoPi)
}

// floatMod is Python's x % y for y > 0.
func floatMod(x, y float64) float64 {
	m := math.Mod(x, y)
	if m < 0 {
		m += y
	}
	return m
}

func (r *Random) checkedGamma(t *object.Thread, alphaArg, betaArg object.Value) (object.Value, *object.Exception) {
	alpha, err := object.ToFloat(t, alphaArg)
	if err != nil {
		return object.Value{}, err
	}
	beta, err := object.ToFloat(t, betaArg)
	if err != nil {
		return object.Value{}, err
	}
	if alpha <= 0 || beta <= 0 {
		return object.Value{}, object.ValueErrorf("gammavariate: alpha and beta must be > 0.0")
	}
	return object.Float(r.gamma(alpha, beta)), nil
}

func (r *Random) gamma(alpha, beta float64) float64 {
	switch {
	case alpha > 1:
		return r.gammaLarge(alpha, beta)
	case alpha == 1:
		return -realmath.Log(1-r.float64()) * beta
	case alpha != alpha:
		return alpha
	}
	for {
		u := r.float64()
		b := (math.E + alpha) / math.E
		p := b * u
		if p > 1 {
			x := -realmath.Log((b - p) / alpha)
			if r.float64() <= realmath.Pow(x, alpha-1) {
				return x * beta
			}
			continue
		}
		x := realmath.Pow(p, 1/alpha)
		if r.float64() <= realmath.Exp(-x) {
			return x * beta
		}
	}
}

func (r *Random) gammaLarge(alpha, beta float64) float64 {
	if math.IsInf(alpha, 1) {
		return alpha
	}
	ainv := math.Sqrt(2*alpha - 1)
	bbb := alpha - log4
	ccc := alpha + ainv
	for {
		u1 := r.float64()
		if !(1e-7 < u1 && u1 < 0.9999999) {
			continue
		}
		u2 := 1 - r.float64()
		v := realmath.Log(u1/(1-u1)) / ainv
		x := alpha * realmath.Exp(v)
		z := u1 * u1 * u2
		rest := bbb + float64(ccc*v) - x
		if rest+gammaMagic-float64(4.5*z) >= 0 || rest >= realmath.Log(z) {
			return x * beta
		}
	}
}

func (r *Random) binomial(t *object.Thread, n int, p float64) (object.Value, *object.Exception) {
	if n < 0 {
		return object.Value{}, object.ValueErrorf("n must be non-negative")
	}
	switch {
	case p == 0:
		return object.Int(0), nil
	case p == 1:
		return object.Int(int64(n)), nil
	case !(p > 0 && p < 1):
		return object.Value{}, object.ValueErrorf("p must be in the range 0.0 <= p <= 1.0")
	case n == 1:
		return object.Int(object.Bool(r.float64() < p).AsInt64()), nil
	case p > 0.5:
		v, err := r.binomial(t, n, 1-p)
		if err != nil {
			return v, err
		}
		return object.Int(int64(n) - v.AsInt64()), nil
	case float64(n)*p < 10:
		return object.Int(int64(r.binomialByGaps(n, p))), nil
	}
	return object.Int(r.binomialByRejection(float64(n), p)), nil
}

// binomialByGaps adds up the distances between successes.
func (r *Random) binomialByGaps(n int, p float64) int {
	x, y := 0, 0
	c := realmath.Log2(1 - p)
	if c == 0 {
		return 0
	}
	for {
		gap := math.Floor(realmath.Log2(r.float64()) / c)
		if gap >= float64(n) {
			return x
		}
		if y += int(gap) + 1; y > n {
			return x
		}
		x++
	}
}

// binomialByRejection is W. Hörmann's transformed rejection (1993).
func (r *Random) binomialByRejection(n, p float64) int64 {
	spq := math.Sqrt(n * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(n*p) + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spq
	lpq := realmath.Log(p / (1 - p))
	m := math.Floor((n + 1) * p)
	h := realmath.Lgamma(m+1) + realmath.Lgamma(n-m+1)
	for {
		u := r.float64() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > n {
			continue
		}
		v := r.float64()
		if us >= 0.07 && v <= vr {
			return int64(k)
		}
		v *= alpha / (a/(us*us) + b)
		if realmath.Log(v) <= h-realmath.Lgamma(k+1)-realmath.Lgamma(n-k+1)+float64((k-m)*lpq) {
			return int64(k)
		}
	}
}
