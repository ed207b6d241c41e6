package object

import (
	"math"
	"math/big"
	"math/bits"
)

// IntType is int; BoolType is bool.
var (
	IntType  = declare("builtins", "int", LayoutInt)
	BoolType = declare("builtins", "bool", LayoutBool, IntType)
)

func init() {
	intHeader.typ, boolHeader.typ = IntType, BoolType
	BoolType.Flags |= FlagFinal
	s := &IntType.Slots
	s.Repr = func(t *Thread, v Value) (Value, *Exception) { return intToStr(t, v) }
	s.Hash = func(t *Thread, v Value) (int64, *Exception) { return hashInt(v), nil }
	s.Bool = func(t *Thread, v Value) (bool, *Exception) { i, ok := SmallInt(v); return !ok || i != 0, nil }
	s.New = intNew
	s.Compare = intCompare
	s.Format = func(t *Thread, v Value, spec string) (Value, *Exception) { return formatSlot(t, v, spec, formatInt) }
	s.Int = func(t *Thread, v Value) (Value, *Exception) { return plainInt(v), nil }
	s.Index = s.Int
	s.Pos = s.Int
	s.Float = func(t *Thread, v Value) (Value, *Exception) { return intToFloatValue(v) }
	s.Neg = intNeg
	s.Abs = func(t *Thread, v Value) (Value, *Exception) {
		if intSign(v) < 0 {
			return intNeg(t, v)
		}
		return plainInt(v), nil
	}
	s.Invert = func(t *Thread, v Value) (Value, *Exception) {
		if i, ok := SmallInt(v); ok {
			return Int(^i), nil
		}
		return NewInt(new(big.Int).Not(mustBig(v))), nil
	}
	s.Binary = intBinarySlots
	BoolType.Slots.Repr = func(t *Thread, v Value) (Value, *Exception) {
		if v.bits != 0 {
			return NewStr("True"), nil
		}
		return NewStr("False"), nil
	}
	BoolType.Slots.New = boolNew
	BoolType.Slots.Binary[OpBitAnd] = boolBitwise(func(a, b bool) bool { return a && b }, OpBitAnd)
	BoolType.Slots.Binary[OpBitOr] = boolBitwise(func(a, b bool) bool { return a || b }, OpBitOr)
	BoolType.Slots.Binary[OpBitXor] = boolBitwise(func(a, b bool) bool { return a != b }, OpBitXor)
	addIntMethods()
}

func boolNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if len(args.KwNames) > 0 {
		return Value{}, TypeErrorf("bool() takes no keyword arguments")
	}
	switch len(args.Pos) {
	case 0:
		return False, nil
	case 1:
		b, err := Truth(t, args.Pos[0])
		return Bool(b), err
	}
	return Value{}, TypeErrorf("bool expected at most 1 argument, got %d", len(args.Pos))
}

func boolBitwise(f func(a, b bool) bool, op BinaryOp) func(*Thread, Value, Value) (Value, *Exception) {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		if a.IsBool() && b.IsBool() {
			return Bool(f(a.bits != 0, b.bits != 0)), nil
		}
		return intBinarySlots[op](t, a, b)
	}
}

// SmallInt returns the value of an int (or bool) that fits in int64.
func SmallInt(v Value) (int64, bool) {
	if v.ref == &intHeader || v.ref == &boolHeader {
		return int64(v.bits), true
	}
	if b, ok := AsBigInt(v); ok && b.Int.IsInt64() {
		return b.Int.Int64(), true
	}
	return 0, false
}

// BigOf returns the value of any int. The caller must not change it.
func BigOf(v Value) (*big.Int, bool) {
	if v.ref == &intHeader || v.ref == &boolHeader {
		return big.NewInt(int64(v.bits)), true
	}
	if b, ok := AsBigInt(v); ok {
		return b.Int, true
	}
	return nil, false
}

//go:noinline
func mustBig(v Value) *big.Int {
	b, _ := BigOf(v)
	return b
}

// IsIntLike reports whether v is an int, a bool or an instance of a subclass.
func IsIntLike(v Value) bool {
	return v.ref == &intHeader || v.ref == &boolHeader || v.ref.typ.Layout == LayoutInt
}

// plainInt returns the int behind a bool or an instance of a subclass.
func plainInt(v Value) Value {
	if v.ref == &intHeader {
		return v
	}
	if i, ok := SmallInt(v); ok {
		return Int(i)
	}
	return NewInt(mustBig(v))
}

func intSign(v Value) int {
	if i, ok := SmallInt(v); ok {
		switch {
		case i < 0:
			return -1
		case i > 0:
			return 1
		}
		return 0
	}
	return mustBig(v).Sign()
}

// hashModulus is CPython's _PyHASH_MODULUS, the Mersenne prime 2**61 - 1.
const hashModulus = 1<<61 - 1

func hashInt(v Value) int64 {
	if i, ok := SmallInt(v); ok {
		return hashSmall(i)
	}
	b := mustBig(v)
	m := new(big.Int).Mod(new(big.Int).Abs(b), big.NewInt(hashModulus)).Int64()
	if b.Sign() < 0 {
		m = -m
	}
	return avoidMinusOne(m)
}

func hashSmall(i int64) int64 {
	var h int64
	if i >= 0 {
		h = int64(uint64(i) % hashModulus)
	} else {
		h = -int64(uint64(-i) % hashModulus)
	}
	return avoidMinusOne(h)
}

// avoidMinusOne: CPython's C code uses -1 to report errors, so no hash is -1.
func avoidMinusOne(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

func intCompare(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	x, okX := SmallInt(a)
	y, okY := SmallInt(b)
	if okX && okY {
		return Bool(op.ordered(cmpInt(x, y))), nil
	}
	return Bool(op.ordered(mustBig(a).Cmp(mustBig(b)))), nil
}

func cmpInt(x, y int64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// ordered turns a three-way comparison into the answer of op.
func (op CompareOp) ordered(c int) bool {
	switch op {
	case CompareEq:
		return c == 0
	case CompareNe:
		return c != 0
	case CompareLt:
		return c < 0
	case CompareLe:
		return c <= 0
	case CompareGt:
		return c > 0
	}
	return c >= 0
}

func intNeg(t *Thread, v Value) (Value, *Exception) {
	if i, ok := SmallInt(v); ok && i != math.MinInt64 {
		return Int(-i), nil
	}
	return NewInt(new(big.Int).Neg(mustBig(v))), nil
}

// checkBits ends the run when an integer would grow beyond the limit, before the time
// and memory for it are spent.
func (t *Thread) checkBits(n int64) *Exception {
	if n > int64(t.Run.IntBitsMax) {
		return NewFatal(LimitIntBits, "the limit on the size of integers was reached")
	}
	if n > 4096 {
		if err := t.Charge(n / 8); err != nil {
			return err
		}
		return t.Tick(int(n / 4096))
	}
	return nil
}

var intBinarySlots = [binaryOpCount]func(*Thread, Value, Value) (Value, *Exception){
	OpAdd: intOp(func(t *Thread, x, y int64) (Value, bool) {
		s := x + y
		return Int(s), (s > x) == (y > 0)
	}, func(t *Thread, x, y *big.Int) (*big.Int, *Exception) {
		return new(big.Int).Add(x, y), t.checkBits(int64(max(x.BitLen(), y.BitLen()) + 1))
	}),
	OpSub: intOp(func(t *Thread, x, y int64) (Value, bool) {
		d := x - y
		return Int(d), (d < x) == (y > 0)
	}, func(t *Thread, x, y *big.Int) (*big.Int, *Exception) {
		return new(big.Int).Sub(x, y), t.checkBits(int64(max(x.BitLen(), y.BitLen()) + 1))
	}),
	OpMult: intOp(func(t *Thread, x, y int64) (Value, bool) {
		if x == 0 || y == 0 {
			return Int(0), true
		}
		hi, lo := bits.Mul64(magnitude(x), magnitude(y))
		if hi != 0 || lo > math.MaxInt64 {
			return Value{}, false
		}
		return Int(x * y), true
	}, func(t *Thread, x, y *big.Int) (*big.Int, *Exception) {
		if err := t.checkBits(int64(x.BitLen() + y.BitLen())); err != nil {
			return nil, err
		}
		if err := t.tickProduct(x, y); err != nil {
			return nil, err
		}
		return new(big.Int).Mul(x, y), nil
	}),
	OpFloorDiv: intDivision("integer division or modulo by zero", func(q, r Value) Value { return q }),
	OpMod:      intDivision("integer modulo by zero", func(q, r Value) Value { return r }),
	OpDivMod:   intDivision("integer division or modulo by zero", func(q, r Value) Value { return NewTuple(q, r) }),
	OpDiv:      intTrueDiv,
	OpPow:      intPow,
	OpLShift:   intLShift,
	OpRShift:   intRShift,
	OpBitAnd:   intOp(func(t *Thread, x, y int64) (Value, bool) { return Int(x & y), true }, bigOp((*big.Int).And)),
	OpBitOr:    intOp(func(t *Thread, x, y int64) (Value, bool) { return Int(x | y), true }, bigOp((*big.Int).Or)),
	OpBitXor:   intOp(func(t *Thread, x, y int64) (Value, bool) { return Int(x ^ y), true }, bigOp((*big.Int).Xor)),
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
