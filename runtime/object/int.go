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
	if err := args.NoKeywords("bool"); err != nil {
		return Value{}, err
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
