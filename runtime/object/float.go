package object

import (
	"math"
	"math/big"
	"strconv"

	"asyncplay/runtime/realmath"
)

// FloatType is float.
var FloatType = declare("builtins", "float", LayoutFloat)

func init() {
	floatHeader.typ = FloatType
	s := &FloatType.Slots
	s.Repr = func(t *Thread, v Value) (Value, *Exception) { return NewStr(FloatRepr(mustFloat(v))), nil }
	s.Hash = func(t *Thread, v Value) (int64, *Exception) { return hashFloat(mustFloat(v)), nil }
	s.Bool = func(t *Thread, v Value) (bool, *Exception) { return mustFloat(v) != 0, nil }
	s.New = floatNew
	s.Compare = floatCompare
	s.Format = func(t *Thread, v Value, spec string) (Value, *Exception) { return formatSlot(t, v, spec, formatFloat) }
	s.Float = func(t *Thread, v Value) (Value, *Exception) { return Float(mustFloat(v)), nil }
	s.Pos = s.Float
	s.Int = func(t *Thread, v Value) (Value, *Exception) { return FloatToInt(mustFloat(v)) }
	s.Neg = func(t *Thread, v Value) (Value, *Exception) { return Float(-mustFloat(v)), nil }
	s.Abs = func(t *Thread, v Value) (Value, *Exception) { return Float(math.Abs(mustFloat(v))), nil }
	s.Binary[OpAdd] = floatOp(func(x, y float64) (Value, *Exception) { return Float(x + y), nil })
	s.Binary[OpSub] = floatOp(func(x, y float64) (Value, *Exception) { return Float(x - y), nil })
	s.Binary[OpMult] = floatOp(func(x, y float64) (Value, *Exception) { return Float(x * y), nil })
	s.Binary[OpDiv] = floatOp(func(x, y float64) (Value, *Exception) {
		if y == 0 {
			return Value{}, NewException(ZeroDivisionErrorType, "float division by zero")
		}
		return Float(x / y), nil
	})
	s.Binary[OpFloorDiv] = floatDivision("float floor division by zero", func(q, r float64) Value { return Float(q) })
	s.Binary[OpMod] = floatDivision("float modulo by zero", func(q, r float64) Value { return Float(r) })
	s.Binary[OpDivMod] = floatDivision("float divmod()", func(q, r float64) Value { return NewTuple(Float(q), Float(r)) })
	s.Binary[OpPow] = floatOp(floatPow)
	addFloatMethods()
}

// FloatOf returns the value of a float or of an instance of a subclass.
func FloatOf(v Value) (float64, bool) {
	if v.ref == &floatHeader {
		return v.AsFloat64(), true
	}
	if f, ok := AsFloatObject(v); ok {
		return f.F, true
	}
	return 0, false
}

func mustFloat(v Value) float64 {
	f, _ := FloatOf(v)
	return f
}

// ToFloat is float(x) for numbers: floats, ints and what has __float__ or __index__.
func ToFloat(t *Thread, v Value) (float64, *Exception) {
	if f, ok := FloatOf(v); ok {
		return f, nil
	}
	if IsIntLike(v) {
		return IntToFloat(v)
	}
	typ := v.Type()
	if typ.Slots.Float != nil {
		f, err := typ.Slots.Float(t, v)
		if err != nil {
			return 0, err
		}
		if x, ok := FloatOf(f); ok {
			return x, nil
		}
		return 0, TypeErrorf("%s.__float__ returned non-float (type %s)", typ.Name, f.Type().Name)
	}
	if typ.Slots.Index != nil {
		i, err := typ.Slots.Index(t, v)
		if err != nil {
			return 0, err
		}
		return IntToFloat(i)
	}
	return 0, TypeErrorf("must be real number, not %s", typ.Name)
}

func floatNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := args.CheckCount("float", 0, 1); err != nil {
		return Value{}, err
	}
	f := 0.0
	if len(args.Pos) == 1 {
		var err *Exception
		if f, err = floatFrom(t, args.Pos[0]); err != nil {
			return Value{}, err
		}
	}
	if cls == FloatType {
		return Float(f), nil
	}
	return (&FloatObject{Object: Object{typ: cls}, F: f}).Value(), nil
}

func floatFrom(t *Thread, x Value) (float64, *Exception) {
	if s, ok := numericText(x); ok {
		f, ok := ParseFloat(s)
		if !ok {
			r, err := Repr(t, x)
			if err != nil {
				return 0, err
			}
			return 0, ValueErrorf("could not convert string to float: %s", r)
		}
		return f, nil
	}
	f, err := ToFloat(t, x)
	if err != nil && x.Type().Slots.Float == nil && x.Type().Slots.Index == nil {
		err = TypeErrorf("float() argument must be a string or a real number, not '%s'", x.Type().Name)
	}
	return f, err
}

// floatOperands reads both operands as floats; ok is false when one is no number.
func floatOperands(a, b Value) (x, y float64, ok bool, err *Exception) {
	if x, ok, err = floatOperand(a); ok && err == nil {
		y, ok, err = floatOperand(b)
	}
	return x, y, ok, err
}

func floatOperand(v Value) (float64, bool, *Exception) {
	if f, ok := FloatOf(v); ok {
		return f, true, nil
	}
	if IsIntLike(v) {
		f, err := IntToFloat(v)
		return f, true, err
	}
	return 0, false, nil
}

func floatOp(f func(x, y float64) (Value, *Exception)) func(*Thread, Value, Value) (Value, *Exception) {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		x, y, ok, err := floatOperands(a, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
		return f(x, y)
	}
}

func floatDivision(zeroMessage string, pick func(q, r float64) Value) func(*Thread, Value, Value) (Value, *Exception) {
	return floatOp(func(x, y float64) (Value, *Exception) {
		if y == 0 {
			return Value{}, NewException(ZeroDivisionErrorType, zeroMessage)
		}
		return pick(floatDivMod(x, y)), nil
	})
}

// floatDivMod follows CPython 3.13 Objects/floatobject.c, _float_div_mod.
func floatDivMod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	div := (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			div--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if div == 0 {
		return math.Copysign(0, x/y), r
	}
	q = math.Floor(div)
	if div-q > 0.5 {
		q++
	}
	return q, r
}

func floatPow(x, y float64) (Value, *Exception) {
	switch {
	case y == 0:
		return Float(1), nil
	case x == 0 && y < 0:
		return Value{}, NewException(ZeroDivisionErrorType, "0.0 cannot be raised to a negative power")
	case x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsNaN(y) && y != math.Floor(y):
		return complexPow(complex(x, 0), complex(y, 0))
	}
	r := realmath.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return Value{}, NewExceptionArgs(OverflowErrorType, Int(34), NewStr("Numerical result out of range"))
	}
	return Float(r), nil
}

func floatCompare(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	x, okX := FloatOf(a)
	y, okY := FloatOf(b)
	switch {
	case okX && okY:
	case okX && IsIntLike(b):
		if c, ok := compareFloatInt(x, b); ok {
			return Bool(op.ordered(c)), nil
		}
		return Bool(op == CompareNe), nil
	case okY && IsIntLike(a):
		if c, ok := compareFloatInt(y, a); ok {
			return Bool(op.ordered(-c)), nil
		}
		return Bool(op == CompareNe), nil
	default:
		return NotImplemented, nil
	}
	switch op {
	case CompareEq:
		return Bool(x == y), nil
	case CompareNe:
		return Bool(x != y), nil
	case CompareLt:
		return Bool(x < y), nil
	case CompareLe:
		return Bool(x <= y), nil
	case CompareGt:
		return Bool(x > y), nil
	}
	return Bool(x >= y), nil
}

// compareFloatInt compares exactly; ok is false for NaN.
func compareFloatInt(f float64, i Value) (c int, ok bool) {
	if math.IsNaN(f) {
		return 0, false
	}
	if math.IsInf(f, 0) {
		return int(math.Copysign(1, f)), true
	}
	if n, small := SmallInt(i); small && magnitude(n) <= 1<<53 {
		g := float64(n)
		switch {
		case f < g:
			return -1, true
		case f > g:
			return 1, true
		}
		return 0, true
	}
	return new(big.Float).SetFloat64(f).Cmp(new(big.Float).SetInt(mustBig(i))), true
}

// hashFloat follows CPython 3.13 Python/pyhash.c, _Py_HashDouble: equal numbers of all
// numeric types hash equally.
func hashFloat(f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	case math.IsNaN(f):
		return int64(math.Float64bits(f) & 0xffffff)
	case f == math.Trunc(f) && math.Abs(f) < 1<<62:
		return hashSmall(int64(f))
	}
	m, e := math.Frexp(math.Abs(f))
	var x uint64
	for m != 0 {
		x = (x<<28)&hashModulus | x>>(61-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	shift := uint(((e % 61) + 61) % 61)
	x = (x<<shift)&hashModulus | x>>(61-shift)
	if f < 0 {
		return avoidMinusOne(-int64(x))
	}
	return avoidMinusOne(int64(x))
}

func addFloatMethods() {
	FloatType.method0("is_integer", func(t *Thread, self Value) (Value, *Exception) {
		f := mustFloat(self)
		return Bool(!math.IsInf(f, 0) && f == math.Floor(f)), nil
	})
	FloatType.method0("conjugate", func(t *Thread, self Value) (Value, *Exception) { return Float(mustFloat(self)), nil })
	FloatType.method0("as_integer_ratio", floatIntegerRatio)
	FloatType.method0("hex", func(t *Thread, self Value) (Value, *Exception) { return NewStr(floatHex(mustFloat(self))), nil })
	FloatType.AddMethod("__trunc__", func(t *Thread, a Args) (Value, *Exception) { return FloatToInt(mustFloat(a.Pos[0])) })
	FloatType.AddMethod("__floor__", func(t *Thread, a Args) (Value, *Exception) { return FloatToInt(math.Floor(mustFloat(a.Pos[0]))) })
	FloatType.AddMethod("__ceil__", func(t *Thread, a Args) (Value, *Exception) { return FloatToInt(math.Ceil(mustFloat(a.Pos[0]))) })
	FloatType.AddMethod("__round__", floatRound)
	FloatType.AddGetter("real", func(t *Thread, v Value) (Value, *Exception) { return Float(mustFloat(v)), nil })
	FloatType.AddGetter("imag", func(t *Thread, v Value) (Value, *Exception) { return Float(0), nil })
	FloatType.Add("fromhex", newClassMethod(NewFunction("builtins", "fromhex", floatFromHex)))
}

func floatIntegerRatio(t *Thread, self Value) (Value, *Exception) {
	f := mustFloat(self)
	switch {
	case math.IsInf(f, 0):
		return Value{}, NewException(OverflowErrorType, "cannot convert Infinity to integer ratio")
	case math.IsNaN(f):
		return Value{}, ValueErrorf("cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple(NewInt(new(big.Int).Set(r.Num())), NewInt(new(big.Int).Set(r.Denom()))), nil
}

// floatRound is float.__round__: correctly rounded in decimal, half to even.
func floatRound(t *Thread, a Args) (Value, *Exception) {
	f := mustFloat(a.Pos[0])
	if len(a.Pos) < 2 || a.Pos[1].IsNone() {
		return FloatToInt(math.RoundToEven(f))
	}
	n, err := AsIndex(t, a.Pos[1])
	if err != nil {
		return Value{}, err
	}
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0) || f == 0 || n > 323:
		return Float(f), nil
	case n < -308:
		return Float(math.Copysign(0, f)), nil
	case n >= 0:
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', n, 64), 64)
		return Float(r), nil
	}
	return roundToTens(f, -n)
}

// roundToTens rounds to a multiple of 10**digits.
func roundToTens(f float64, digits int) (Value, *Exception) {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil))
	q := new(big.Rat).Quo(new(big.Rat).SetFloat64(f), unit)
	half := new(big.Rat).Add(q, big.NewRat(1, 2))
	n := new(big.Int).Div(half.Num(), half.Denom()) // floor
	if half.IsInt() && n.Bit(0) == 1 {
		n.Sub(n, big.NewInt(1))
	}
	r, _ := new(big.Rat).Mul(new(big.Rat).SetInt(n), unit).Float64()
	if math.IsInf(r, 0) {
		return Value{}, NewException(OverflowErrorType, "rounded value too large to represent")
	}
	return Float(math.Copysign(r, f)), nil
}
