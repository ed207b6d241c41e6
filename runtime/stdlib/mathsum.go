package stdlib

import (
	"math"
	"math/big"

	"asyncplay/runtime/object"
	"asyncplay/runtime/realmath"
)

func addMathSums(m *object.Module) {
	define1(m, "fsum", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		list, err := toFloats(t, v)
		if err != nil {
			return object.Value{}, err
		}
		return exactSum(list)
	})
	m.Dict.SetStr("hypot", object.NewFunction("math", "hypot", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		list := make([]float64, len(a.Pos))
		for i, v := range a.Pos {
			var err *object.Exception
			if list[i], err = object.ToFloat(t, v); err != nil {
				return object.Value{}, err
			}
		}
		return object.Float(realmath.Hypot(list...)), nil
	}))
	defineN(m, "dist", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		p, err := toFloats(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		q, err := toFloats(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if len(p) != len(q) {
			return object.Value{}, object.ValueErrorf("both points must have the same number of dimensions")
		}
		for i := range p {
			p[i] -= q[i]
		}
		return object.Float(realmath.Hypot(p...)), nil
	})
	define(m, "prod(iterable, /, *, start=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		product := given(a[1], object.Int(1))
		err := object.Iterate(t, a[0], func(v object.Value) (err *object.Exception) {
			product, err = object.Binary(t, object.OpMult, product, v)
			return err
		})
		return product, err
	})
	defineN(m, "sumprod", 2, 2, mathSumProd)
}

func toFloats(t *object.Thread, v object.Value) ([]float64, *object.Exception) {
	var list []float64
	err := object.Iterate(t, v, func(x object.Value) *object.Exception {
		f, err := object.ToFloat(t, x)
		list = append(list, f)
		return err
	})
	return list, err
}

// exactSum adds up without intermediate rounding.
func exactSum(list []float64) (object.Value, *object.Exception) {
	special, hasInf := 0.0, false
	sum := new(big.Float).SetPrec(2200)
	for _, x := range list {
		if !isFinite(x) {
			hasInf = hasInf || isInf(x)
			special += x
			continue
		}
		sum.Add(sum, new(big.Float).SetFloat64(x))
	}
	if special != special && hasInf {
		for _, x := range list {
			if x != x {
				return object.Float(special), nil
			}
		}
		return object.Value{}, object.ValueErrorf("-inf + inf in fsum")
	}
	if special != 0 || special != special {
		return object.Float(special), nil
	}
	f, _ := sum.Float64()
	if isInf(f) {
		return object.Value{}, object.NewException(object.OverflowErrorType, "intermediate overflow in fsum")
	}
	return object.Float(f), nil
}

// mathSumProd adds products: of floats exactly, of other numbers with their operators.
func mathSumProd(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	p, err := object.ToSlice(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	q, err := object.ToSlice(t, a[1])
	if err != nil {
		return object.Value{}, err
	}
	if len(p) != len(q) {
		return object.Value{}, object.ValueErrorf("Inputs are not the same length")
	}
	sum := object.Int(0)
	exact, floats := new(big.Float).SetPrec(4400), len(p) > 0
	for i := range p {
		product, err := object.Binary(t, object.OpMult, p[i], q[i])
		if err != nil {
			return object.Value{}, err
		}
		if sum, err = object.Binary(t, object.OpAdd, sum, product); err != nil {
			return object.Value{}, err
		}
		x, xOK := asPlainFloat(p[i])
		y, yOK := asPlainFloat(q[i])
		if floats = floats && xOK && yOK && isFinite(x) && isFinite(y); floats {
			exact.Add(exact, new(big.Float).SetPrec(120).Mul(new(big.Float).SetFloat64(x), new(big.Float).SetFloat64(y)))
		}
	}
	if floats && sum.IsFloat() {
		f, _ := exact.Float64()
		return object.Float(f), nil
	}
	return sum, nil
}

func asPlainFloat(v object.Value) (float64, bool) {
	if v.IsInt() {
		return float64(v.AsInt64()), v.AsInt64() < 1<<53 && v.AsInt64() > -1<<53
	}
	return object.FloatOf(v)
}

func indexBig(t *object.Thread, v object.Value) (*big.Int, *object.Exception) {
	i, err := object.Index(t, v)
	if err != nil {
		return nil, err
	}
	n, _ := object.BigOf(i)
	return n, nil
}

func addMathIntegers(m *object.Module) {
	defineReduction(m, "gcd", 0, (*object.Thread).IntGCD)
	defineReduction(m, "lcm", 1, leastCommonMultiple)
	define1(m, "isqrt", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		n, err := indexBig(t, v)
		if err != nil {
			return object.Value{}, err
		}
		if n.Sign() < 0 {
			return object.Value{}, object.ValueErrorf("isqrt() argument must be nonnegative")
		}
		return object.NewInt(new(big.Int).Sqrt(n)), t.Tick(n.BitLen() / 8)
	})
}

// defineReduction adds a function of any number of integers that goes over their absolute values with step.
func defineReduction(m *object.Module, name string, start int64, step func(t *object.Thread, acc, x *big.Int) (*big.Int, *object.Exception)) {
	m.Dict.SetStr(name, object.NewFunction("math", name, func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		acc := big.NewInt(start)
		for _, v := range a.Pos {
			x, err := indexBig(t, v)
			if err != nil {
				return object.Value{}, err
			}
			if acc, err = step(t, acc, new(big.Int).Abs(x)); err != nil {
				return object.Value{}, err
			}
			if err := t.CheckIntBits(int64(acc.BitLen())); err != nil {
				return object.Value{}, err
			}
			if err := t.Tick(1 + acc.BitLen()/64); err != nil {
				return object.Value{}, err
			}
		}
		return object.NewInt(acc), nil
	}))
}

func leastCommonMultiple(t *object.Thread, x, y *big.Int) (*big.Int, *object.Exception) {
	if x.Sign() == 0 || y.Sign() == 0 {
		return new(big.Int), nil
	}
	divisor, err := t.IntGCD(x, y)
	if err != nil {
		return nil, err
	}
	return divisor.Mul(x, divisor.Quo(y, divisor)), nil
}

func addMathCounting(m *object.Module) {
	define1(m, "factorial", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		n, err := indexBig(t, v)
		if err != nil {
			return object.Value{}, err
		}
		if n.Sign() < 0 {
			return object.Value{}, object.ValueErrorf("factorial() not defined for negative values")
		}
		if !n.IsInt64() || n.Int64() > int64(t.Run.IntBitsMax) {
			return object.Value{}, object.NewException(object.OverflowErrorType, "factorial() argument should not exceed 9223372036854775807")
		}
		return fallingProduct(t, n.Int64(), n.Int64())
	})
	defineN(m, "perm", 1, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, k, err := choiceArguments(t, a)
		if err != nil {
			return object.Value{}, err
		}
		if k > n {
			return object.Int(0), nil
		}
		return fallingProduct(t, n, k)
	})
	defineN(m, "comb", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, k, err := choiceArguments(t, a)
		if err != nil {
			return object.Value{}, err
		}
		if k > n {
			return object.Int(0), nil
		}
		k = min(k, n-k)
		if bits := float64(k) * (math.Log2(float64(n)/float64(max(k, 1))) + 1.5); bits > float64(t.Run.IntBitsMax)*2 {
			return object.Value{}, t.CheckIntBits(math.MaxInt64)
		}
		product, err := fallingProduct(t, n, k)
		if err != nil {
			return object.Value{}, err
		}
		below, err := fallingProduct(t, k, k)
		if err != nil {
			return object.Value{}, err
		}
		return object.Binary(t, object.OpFloorDiv, product, below)
	})
}

func choiceArguments(t *object.Thread, a []object.Value) (n, k int64, err *object.Exception) {
	for i, v := range a {
		if absent(v) && i == 1 {
			continue
		}
		b, err := indexBig(t, v)
		if err != nil {
			return 0, 0, err
		}
		name := []string{"n", "k"}[i]
		if b.Sign() < 0 {
			return 0, 0, object.ValueErrorf("%s must be a non-negative integer", name)
		}
		if !b.IsInt64() {
			return 0, 0, object.Errorf(object.OverflowErrorType, "%s must not exceed %d", name, int64(math.MaxInt64))
		}
		if i == 0 {
			n, k = b.Int64(), b.Int64()
		} else {
			k = b.Int64()
		}
	}
	return n, k, nil
}

// fallingProduct is n * (n-1) * … of k factors.
func fallingProduct(t *object.Thread, n, k int64) (object.Value, *object.Exception) {
	if k == 0 {
		return object.Int(1), nil
	}
	if float64(k)*math.Log2(float64(max(n-k, 1))) > float64(t.Run.IntBitsMax) {
		return object.Value{}, t.CheckIntBits(math.MaxInt64)
	}
	product := new(big.Int).MulRange(n-k+1, n)
	if err := t.CheckIntBits(int64(product.BitLen())); err != nil {
		return object.Value{}, err
	}
	return object.NewInt(product), t.Tick(int(k) + product.BitLen()/64)
}
