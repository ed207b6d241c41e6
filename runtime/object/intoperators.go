package object

import (
	"math"
	"math/big"
)

// CheckIntBits ends the run when an integer has, or would have, more bits than the limit allows.
func (t *Thread) CheckIntBits(n int64) *Exception {
	if n > int64(t.Run.IntBitsMax) {
		return NewFatal(LimitIntBits, "the limit on the size of integers was reached")
	}
	return nil
}

// checkBits is CheckIntBits before the time and memory for the integer are spent, and counts them.
func (t *Thread) checkBits(n int64) *Exception {
	if err := t.CheckIntBits(n); err != nil {
		return err
	}
	if n > 4096 {
		if err := t.Charge(n / 8); err != nil {
			return err
		}
		return t.Tick(int(n / 4096))
	}
	return nil
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return uint64(-x)
	}
	return uint64(x)
}

// intOp makes an operator of a fast path, which reports whether the result fits, and a
// path for integers of any size.
func intOp(small func(*Thread, int64, int64) (Value, bool), large func(*Thread, *big.Int, *big.Int) (*big.Int, *Exception)) func(*Thread, Value, Value) (Value, *Exception) {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		if !IsIntLike(a) || !IsIntLike(b) {
			return NotImplemented, nil
		}
		if x, ok := SmallInt(a); ok {
			if y, ok := SmallInt(b); ok {
				if v, fits := small(t, x, y); fits {
					return v, nil
				}
			}
		}
		r, err := large(t, mustBig(a), mustBig(b))
		if err != nil {
			return Value{}, err
		}
		return NewInt(r), nil
	}
}

func bigOp(f func(z, x, y *big.Int) *big.Int) func(*Thread, *big.Int, *big.Int) (*big.Int, *Exception) {
	return func(t *Thread, x, y *big.Int) (*big.Int, *Exception) {
		return f(new(big.Int), x, y), t.checkBits(int64(max(x.BitLen(), y.BitLen())))
	}
}

// floorDivMod divides rounding down, as Python does.
func floorDivMod(x, y int64) (q, r int64) {
	q, r = x/y, x%y
	if r != 0 && (r < 0) != (y < 0) {
		q--
		r += y
	}
	return q, r
}

func intDivision(zeroMessage string, pick func(q, r Value) Value) func(*Thread, Value, Value) (Value, *Exception) {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		if !IsIntLike(a) || !IsIntLike(b) {
			return NotImplemented, nil
		}
		if intSign(b) == 0 {
			return Value{}, NewException(ZeroDivisionErrorType, zeroMessage)
		}
		x, okX := SmallInt(a)
		y, okY := SmallInt(b)
		if okX && okY && !(x == math.MinInt64 && y == -1) {
			q, r := floorDivMod(x, y)
			return pick(Int(q), Int(r)), nil
		}
		bx, by := mustBig(a), mustBig(b)
		if err := t.checkBits(int64(bx.BitLen())); err != nil {
			return Value{}, err
		}
		if err := t.tickDivision(bx, by); err != nil {
			return Value{}, err
		}
		q, r := new(big.Int).QuoRem(bx, by, new(big.Int))
		if r.Sign() != 0 && (r.Sign() < 0) != (by.Sign() < 0) {
			q.Sub(q, big.NewInt(1))
			r.Add(r, by)
		}
		return pick(NewInt(q), NewInt(r)), nil
	}
}

func intTrueDiv(t *Thread, a, b Value) (Value, *Exception) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	if intSign(b) == 0 {
		return Value{}, NewException(ZeroDivisionErrorType, "division by zero")
	}
	x, okX := SmallInt(a)
	y, okY := SmallInt(b)
	const exact = 1 << 53
	if okX && okY && magnitude(x) <= exact && magnitude(y) <= exact {
		return Float(float64(x) / float64(y)), nil
	}
	bx, by := mustBig(a), mustBig(b)
	if err := t.tickDivision(bx, by); err != nil {
		return Value{}, err
	}
	f, ok := trueQuotient(bx, by)
	if !ok {
		return Value{}, NewException(OverflowErrorType, "integer division result too large for a float")
	}
	return Float(f), nil
}

func intPow(t *Thread, a, b Value) (Value, *Exception) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	if intSign(b) < 0 {
		x, err := IntToFloat(a)
		if err != nil {
			return Value{}, err
		}
		y, err := IntToFloat(b)
		if err != nil {
			return Value{}, err
		}
		return floatPow(x, y)
	}
	base := mustBig(a)
	exp, ok := SmallInt(b)
	if base.BitLen() <= 1 {
		ok, exp = true, int64(mustBig(b).Bit(0))|boolInt(intSign(b) > 0)<<1 // 0, 1 and -1 need only parity
	}
	if !ok || (base.BitLen() > 1 && exp > int64(t.Run.IntBitsMax)) {
		return Value{}, t.checkBits(math.MaxInt64)
	}
	if err := t.checkBits(int64(base.BitLen()-1) * exp); err != nil {
		return Value{}, err
	}
	r := new(big.Int).Exp(base, big.NewInt(exp), nil)
	return NewInt(r), t.tickProduct(r, r)
}

func boolInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// IntPowMod is pow(a, b, m).
func IntPowMod(t *Thread, a, b, m Value) (Value, *Exception) {
	if !IsIntLike(a) || !IsIntLike(b) || !IsIntLike(m) {
		return Value{}, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
	}
	base, exp, mod := mustBig(a), mustBig(b), mustBig(m)
	if mod.Sign() == 0 {
		return Value{}, ValueErrorf("pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(mod)
	if exp.Sign() < 0 {
		inverse := new(big.Int).ModInverse(base, abs)
		if inverse == nil {
			return Value{}, ValueErrorf("base is not invertible for the given modulus")
		}
		base, exp = inverse, new(big.Int).Neg(exp)
	}
	r, err := t.powMod(new(big.Int).Mod(base, abs), exp, abs)
	if err != nil {
		return Value{}, err
	}
	if mod.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, mod)
	}
	return NewInt(r), nil
}

func intLShift(t *Thread, a, b Value) (Value, *Exception) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	if intSign(b) < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	if intSign(a) == 0 {
		return Int(0), nil
	}
	x := mustBig(a)
	n, ok := SmallInt(b)
	if !ok || n > math.MaxInt32 {
		return Value{}, t.checkBits(math.MaxInt64)
	}
	if err := t.checkBits(int64(x.BitLen()) + n); err != nil {
		return Value{}, err
	}
	return NewInt(new(big.Int).Lsh(x, uint(n))), nil
}

func intRShift(t *Thread, a, b Value) (Value, *Exception) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	if intSign(b) < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	n, ok := SmallInt(b)
	if x, small := SmallInt(a); small {
		if !ok || n > 63 {
			n = 63
		}
		return Int(x >> uint(n)), nil
	}
	if !ok || n > math.MaxInt32 {
		return Int(int64(min(intSign(a), 0))), nil
	}
	return NewInt(new(big.Int).Rsh(mustBig(a), uint(n))), nil
}
