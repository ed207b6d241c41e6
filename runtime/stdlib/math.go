package stdlib

import (
	"math"
	"math/big"

	"asyncplay/runtime/object"
	"asyncplay/runtime/realmath"
)

func newMathModule(t *object.Thread) *object.Module {
	m := object.NewModule("math")
	for name, x := range sorted(map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()}) {
		m.Dict.SetStr(name, object.Float(x))
	}
	addMathFunctions(m)
	addMathLogarithms(m)
	addMathTests(m)
	addMathRounding(m)
	addMathSums(m)
	addMathIntegers(m)
	addMathCounting(m)
	return m
}

func mathDomain() *object.Exception { return object.ValueErrorf("math domain error") }

func mathRange() *object.Exception {
	return object.NewException(object.OverflowErrorType, "math range error")
}

func isInf(x float64) bool    { return math.IsInf(x, 0) }
func isFinite(x float64) bool { return x-x == 0 }

// checked turns the result of a function of finite arguments into CPython's errors: NaN is
// a domain error, an infinity a range error or, for functions with poles, a domain error.
func checked(r float64, finite, poles bool) (object.Value, *object.Exception) {
	if finite {
		switch {
		case r != r, isInf(r) && poles:
			return object.Value{}, mathDomain()
		case isInf(r):
			return object.Value{}, mathRange()
		}
	}
	return object.Float(r), nil
}

// realFunction adds a function of one float. An infinite argument for which the result is
// NaN is a domain error as well.
func realFunction(m *object.Module, name string, poles bool, fn func(float64) float64) {
	define1(m, name, func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		f, err := object.ToFloat(t, x)
		if err != nil {
			return object.Value{}, err
		}
		r := fn(f)
		if isInf(f) && r != r {
			return object.Value{}, mathDomain()
		}
		return checked(r, isFinite(f), poles)
	})
}

func twoFloats(t *object.Thread, a []object.Value) (x, y float64, err *object.Exception) {
	if x, err = object.ToFloat(t, a[0]); err != nil {
		return 0, 0, err
	}
	y, err = object.ToFloat(t, a[1])
	return x, y, err
}

// realFunction2 adds a function of two floats.
func realFunction2(m *object.Module, name string, fn func(x, y float64) (float64, bool)) {
	defineN(m, name, 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		x, y, err := twoFloats(t, a)
		if err != nil {
			return object.Value{}, err
		}
		r, ok := fn(x, y)
		if !ok {
			return object.Value{}, mathDomain()
		}
		return checked(r, isFinite(x) && isFinite(y), false)
	})
}

func addMathFunctions(m *object.Module) {
	for name, fn := range sorted(map[string]func(float64) float64{
		"sin": realmath.Sin, "cos": realmath.Cos, "tan": realmath.Tan, "asin": realmath.Asin, "acos": realmath.Acos, "atan": realmath.Atan,
		"sinh": realmath.Sinh, "cosh": realmath.Cosh, "tanh": realmath.Tanh, "asinh": realmath.Asinh, "acosh": realmath.Acosh,
		"exp": realmath.Exp, "exp2": realmath.Exp2, "expm1": realmath.Expm1, "sqrt": math.Sqrt, "cbrt": realmath.Cbrt, "fabs": math.Abs,
		"erf": realmath.Erf, "erfc": realmath.Erfc, "degrees": func(x float64) float64 { return x * (180 / math.Pi) },
		"radians": func(x float64) float64 { return x * (math.Pi / 180) },
	}) {
		realFunction(m, name, false, fn)
	}
	realFunction(m, "atanh", true, func(x float64) float64 {
		if math.Abs(x) == 1 {
			return math.NaN()
		}
		return realmath.Atanh(x)
	})
	realFunction(m, "lgamma", true, realmath.Lgamma)
	realFunction(m, "gamma", false, func(x float64) float64 {
		if x == 0 {
			return math.NaN()
		}
		return realmath.Gamma(x)
	})
	realFunction2(m, "atan2", func(y, x float64) (float64, bool) { return realmath.Atan2(y, x), true })
	realFunction2(m, "copysign", func(x, y float64) (float64, bool) { return math.Copysign(x, y), true })
	realFunction2(m, "fmod", func(x, y float64) (float64, bool) { return math.Mod(x, y), y != 0 && !isInf(x) || x != x || y != y })
	realFunction2(m, "remainder", func(x, y float64) (float64, bool) {
		return math.Remainder(x, y), y != 0 && !isInf(x) || x != x || y != y
	})
	realFunction2(m, "pow", func(x, y float64) (float64, bool) {
		r := realmath.Pow(x, y)
		return r, !(isFinite(x) && isFinite(y) && (r != r || x == 0 && y < 0))
	})
	define(m, "nextafter(x, y, /, *, steps=)", mathNextAfter)
	define1(m, "ulp", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		x, err := object.ToFloat(t, v)
		if err != nil {
			return object.Value{}, err
		}
		return object.Float(ulp(math.Abs(x))), nil
	})
}

func ulp(x float64) float64 {
	if !isFinite(x) {
		return x
	}
	if x == math.MaxFloat64 {
		return x - math.Nextafter(x, 0)
	}
	return math.Nextafter(x, math.Inf(1)) - x
}

func mathNextAfter(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	x, y, err := twoFloats(t, a)
	if err != nil {
		return object.Value{}, err
	}
	if absent(a[2]) {
		return object.Float(math.Nextafter(x, y)), nil
	}
	steps, err := object.AsIndex(t, a[2])
	if err != nil {
		return object.Value{}, err
	}
	if steps < 0 {
		return object.Value{}, object.ValueErrorf("steps must be a non-negative integer")
	}
	for range steps {
		if x == y || x != x || y != y {
			break
		}
		x = math.Nextafter(x, y)
		if err := t.Tick(1); err != nil {
			return object.Value{}, err
		}
	}
	return object.Float(x), nil
}

// logOf is the logarithm of a number, where an int can be beyond the range of floats. fn and
// ln2 belong to the same base: the latter is the logarithm of 2.
func logOf(t *object.Thread, v object.Value, fn func(float64) float64, logOf2 float64) (float64, *object.Exception) {
	if n, ok := object.BigOf(v); ok {
		if n.Sign() <= 0 {
			return 0, mathDomain()
		}
		if n.BitLen() < 1024 {
			f, _ := new(big.Float).SetInt(n).Float64()
			return fn(f), nil
		}
		mantissa := new(big.Float).SetInt(n)
		exponent := mantissa.MantExp(mantissa)
		f, _ := mantissa.Float64()
		return fn(f) + float64(logOf2*float64(exponent)), nil
	}
	x, err := object.ToFloat(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, mathDomain()
	}
	return fn(x), nil
}

func addMathLogarithms(m *object.Module) {
	defineN(m, "log", 1, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		x, err := logOf(t, a[0], realmath.Log, math.Ln2)
		if err != nil || len(a) == 1 {
			return object.Float(x), err
		}
		base, err := logOf(t, a[1], realmath.Log, math.Ln2)
		if err != nil {
			return object.Value{}, err
		}
		if base == 0 {
			return object.Value{}, object.NewException(object.ZeroDivisionErrorType, "float division by zero")
		}
		return object.Float(x / base), nil
	})
	define1(m, "log2", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		x, err := logOf(t, v, realmath.Log2, 1)
		return object.Float(x), err
	})
	define1(m, "log10", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		x, err := logOf(t, v, realmath.Log10, realmath.Log10(2))
		return object.Float(x), err
	})
	realFunction(m, "log1p", true, realmath.Log1p)
}

func addMathTests(m *object.Module) {
	for name, fn := range sorted(map[string]func(float64) bool{
		"isnan": func(x float64) bool { return x != x }, "isinf": isInf, "isfinite": isFinite,
	}) {
		define1(m, name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			x, err := object.ToFloat(t, v)
			return object.Bool(fn(x)), err
		})
	}
	define(m, "isclose(a, b, *, rel_tol=, abs_tol=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		var f [4]float64
		for i, fallback := range [4]float64{0, 0, 1e-9, 0} {
			var err *object.Exception
			if f[i], err = object.ToFloat(t, given(a[i], object.Float(fallback))); err != nil {
				return object.Value{}, err
			}
		}
		x, y, relative, absolute := f[0], f[1], f[2], f[3]
		if relative < 0 || absolute < 0 {
			return object.Value{}, object.ValueErrorf("tolerances must be non-negative")
		}
		if x == y {
			return object.True, nil
		}
		if isInf(x) || isInf(y) {
			return object.False, nil
		}
		d := math.Abs(y - x)
		return object.Bool(d <= math.Abs(relative*y) || d <= math.Abs(relative*x) || d <= absolute), nil
	})
	define1(m, "frexp", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		x, err := object.ToFloat(t, v)
		if err != nil {
			return object.Value{}, err
		}
		mantissa, exponent := math.Frexp(x)
		return object.NewTuple(object.Float(mantissa), object.Int(int64(exponent))), nil
	})
	define1(m, "modf", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		x, err := object.ToFloat(t, v)
		if err != nil {
			return object.Value{}, err
		}
		if isInf(x) {
			return object.NewTuple(object.Float(math.Copysign(0, x)), object.Float(x)), nil
		}
		whole, fraction := math.Modf(x)
		return object.NewTuple(object.Float(math.Copysign(fraction, x)), object.Float(whole)), nil
	})
	defineN(m, "ldexp", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		x, err := object.ToFloat(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		n, ok := object.BigOf(a[1])
		if !ok {
			return object.Value{}, object.TypeErrorf("Expected an int as second argument to ldexp.")
		}
		exponent := int64(n.Sign()) * 1 << 20
		if n.IsInt64() {
			exponent = max(min(n.Int64(), 1<<20), -1<<20)
		}
		return checked(math.Ldexp(x, int(exponent)), isFinite(x), false)
	})
	define(m, "fma(x, y, z, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		var f [3]float64
		for i := range f {
			var err *object.Exception
			if f[i], err = object.ToFloat(t, a[i]); err != nil {
				return object.Value{}, err
			}
		}
		r := math.FMA(f[0], f[1], f[2])
		if r != r && f[0] == f[0] && f[1] == f[1] && f[2] == f[2] {
			return object.Value{}, object.ValueErrorf("invalid operation in fma")
		}
		if isInf(r) && isFinite(f[0]) && isFinite(f[1]) && isFinite(f[2]) {
			return object.Value{}, object.NewException(object.OverflowErrorType, "overflow in fma")
		}
		return object.Float(r), nil
	})
}

func addMathRounding(m *object.Module) {
	rounding := func(name string, fn func(float64) float64, floats bool) {
		define1(m, name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			if !v.IsFloat() {
				if method, ok := object.SpecialMethod(t, v, "__"+name+"__"); ok {
					return object.Call(t, method, object.Args{})
				}
				if !floats {
					return object.Value{}, object.TypeErrorf("type %s doesn't define __%s__ method", object.TypeName(v), name)
				}
			}
			x, err := object.ToFloat(t, v)
			if err != nil {
				return object.Value{}, err
			}
			return object.FloatToInt(fn(x))
		})
	}
	rounding("floor", math.Floor, true)
	rounding("ceil", math.Ceil, true)
	rounding("trunc", math.Trunc, false)
}
