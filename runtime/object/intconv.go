package object

import (
	"math"
	"math/big"
	"slices"
	"strings"
)

// intDigitsMax is CPython's default of sys.set_int_max_str_digits.
const intDigitsMax = 4300

func intToStr(t *Thread, v Value) (Value, *Exception) {
	s, err := intDecimal(t, v)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

func intDecimal(t *Thread, v Value) (string, *Exception) {
	if i, ok := SmallInt(v); ok {
		return formatInt64(i), nil
	}
	b := mustBig(v)
	// A number of n digits has more than (n-1)*log2(10) bits: too long ones are
	// refused before the costly conversion.
	if float64(b.BitLen()) > intDigitsMax*math.Log2(10)+1 {
		return "", digitsError()
	}
	s := b.String()
	if len(strings.TrimPrefix(s, "-")) > intDigitsMax {
		return "", digitsError()
	}
	return s, nil
}

func digitsError() *Exception {
	return ValueErrorf("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", intDigitsMax)
}

func formatInt64(i int64) string {
	if i >= 0 && i < 10 {
		return "0123456789"[i : i+1]
	}
	var buf [20]byte
	n := len(buf)
	u := magnitude(i)
	for u > 0 {
		n--
		buf[n] = byte('0' + u%10)
		u /= 10
	}
	if i < 0 {
		n--
		buf[n] = '-'
	}
	return string(buf[n:])
}

// IntToFloat converts an int to the nearest float.
func IntToFloat(v Value) (float64, *Exception) {
	if i, ok := SmallInt(v); ok {
		return float64(i), nil
	}
	f, _ := new(big.Float).SetInt(mustBig(v)).Float64()
	if math.IsInf(f, 0) {
		return 0, NewException(OverflowErrorType, "int too large to convert to float")
	}
	return f, nil
}

func intToFloatValue(v Value) (Value, *Exception) {
	f, err := IntToFloat(v)
	return Float(f), err
}

// FloatToInt truncates a float towards zero.
func FloatToInt(f float64) (Value, *Exception) {
	switch {
	case math.IsNaN(f):
		return Value{}, ValueErrorf("cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return Value{}, NewException(OverflowErrorType, "cannot convert float infinity to integer")
	case math.Abs(f) < 1<<62:
		return Int(int64(f)), nil
	}
	b, _ := new(big.Float).SetFloat64(f).Int(nil)
	return NewInt(b), nil
}

var intSignature = NativeSignature("int(x=, /, base=)")

func intNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	var slots [2]Value
	if len(args.Pos) > 2 {
		return Value{}, TypeErrorf("int expected at most 2 arguments, got %d", len(args.Pos))
	}
	if err := intSignature.Bind(args, slots[:]); err != nil {
		return Value{}, err
	}
	v, err := intFrom(t, slots[0], slots[1])
	if err != nil || cls == IntType {
		return v, err
	}
	return (&BigInt{Object: Object{typ: cls}, Int: mustBig(v)}).Value(), nil
}

func intFrom(t *Thread, x, base Value) (Value, *Exception) {
	switch {
	case !x.IsValid() && base.IsValid():
		return Value{}, TypeErrorf("int() missing string argument")
	case !x.IsValid():
		return Int(0), nil
	case !base.IsValid():
		return ToInt(t, x)
	}
	s, ok := numericText(x)
	if !ok {
		return Value{}, TypeErrorf("int() can't convert non-string with explicit base")
	}
	n, err := AsIndex(t, base)
	if err != nil {
		return Value{}, err
	}
	if n != 0 && (n < 2 || n > 36) {
		return Value{}, ValueErrorf("int() base must be >= 2 and <= 36, or 0")
	}
	return parseInt(t, x, s, n)
}

// ToInt is int(x) with one argument.
func ToInt(t *Thread, x Value) (Value, *Exception) {
	if x.IsInt() {
		return x, nil
	}
	if s, ok := numericText(x); ok {
		return parseInt(t, x, s, 10)
	}
	typ := x.Type()
	for _, slot := range []func(*Thread, Value) (Value, *Exception){typ.Slots.Int, typ.Slots.Index} {
		if slot == nil {
			continue
		}
		v, err := slot(t, x)
		if err == nil && !IsIntLike(v) {
			err = TypeErrorf("__int__ returned non-int (type %s)", v.Type().Name)
		}
		return v, err
	}
	return Value{}, TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", typ.Name)
}

// numericText returns the text of a str, bytes or bytearray for a number to be read from.
func numericText(v Value) (string, bool) {
	if s, ok := AsStr(v); ok {
		return s.S, true
	}
	if b, ok := AsBytes(v); ok {
		return b.B, true
	}
	if b, ok := AsByteArray(v); ok {
		return string(b.B), true
	}
	return "", false
}

func parseInt(t *Thread, original Value, s string, base int) (Value, *Exception) {
	invalid := func() (Value, *Exception) {
		r, err := Repr(t, original)
		if err != nil {
			return Value{}, err
		}
		return Value{}, ValueErrorf("invalid literal for int() with base %d: %s", base, r)
	}
	digits, negative, actualBase, ok := intDigits(asciiDigits(strings.TrimFunc(s, isSpaceRune)), base)
	if !ok {
		return invalid()
	}
	if actualBase&(actualBase-1) != 0 && len(digits) > intDigitsMax {
		return Value{}, ValueErrorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", intDigitsMax, len(digits))
	}
	if err := t.checkBits(int64(len(digits)) * 4); err != nil {
		return Value{}, err
	}
	b, ok := new(big.Int).SetString(digits, actualBase)
	if !ok {
		return invalid()
	}
	if negative {
		b.Neg(b)
	}
	return NewInt(b), nil
}

// intDigits splits an integer literal into sign, base and digits without underscores.
func intDigits(s string, base int) (digits string, negative bool, actualBase int, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		negative = s[0] == '-'
		s = s[1:]
	}
	prefixed := false
	if len(s) > 1 && s[0] == '0' {
		if b := map[byte]int{'x': 16, 'o': 8, 'b': 2}[s[1]|0x20]; b != 0 && (base == 0 || base == b) {
			base, s, prefixed = b, s[2:], true
		}
	}
	if base == 0 {
		base = 10
		if len(s) > 1 && s[0] == '0' && strings.Trim(s, "0_") != "" {
			return "", false, 0, false
		}
	}
	if prefixed {
		s = strings.TrimPrefix(s, "_")
	}
	if s == "" || s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") || s[0] == '+' || s[0] == '-' {
		return "", false, 0, false
	}
	return strings.ReplaceAll(s, "_", ""), negative, base, true
}

func addIntMethods() {
	IntType.method0("bit_length", func(t *Thread, self Value) (Value, *Exception) {
		return Int(int64(mustBig(self).BitLen())), nil
	})
	IntType.method0("bit_count", func(t *Thread, self Value) (Value, *Exception) {
		n := 0
		for _, w := range mustBig(self).Bits() {
			for ; w != 0; w &= w - 1 {
				n++
			}
		}
		return Int(int64(n)), nil
	})
	itself := func(t *Thread, v Value) (Value, *Exception) { return plainInt(v), nil }
	IntType.method0("conjugate", func(t *Thread, self Value) (Value, *Exception) { return plainInt(self), nil })
	IntType.method0("as_integer_ratio", func(t *Thread, self Value) (Value, *Exception) {
		return NewTuple(plainInt(self), Int(1)), nil
	})
	IntType.method0("is_integer", func(t *Thread, self Value) (Value, *Exception) { return True, nil })
	for _, name := range []string{"__trunc__", "__floor__", "__ceil__"} {
		IntType.AddMethod(name, func(t *Thread, a Args) (Value, *Exception) { return plainInt(a.Pos[0]), nil })
	}
	IntType.AddMethod("__round__", intRound)
	IntType.AddMethod("to_bytes", intToBytes)
	IntType.Add("from_bytes", newClassMethod(NewFunction("builtins", "from_bytes", intFromBytes)))
	IntType.AddGetter("real", itself)
	IntType.AddGetter("numerator", itself)
	IntType.AddGetter("imag", func(t *Thread, v Value) (Value, *Exception) { return Int(0), nil })
	IntType.AddGetter("denominator", func(t *Thread, v Value) (Value, *Exception) { return Int(1), nil })
}

// intRound is int.__round__: to a multiple of a power of ten when ndigits is negative,
// half to even.
func intRound(t *Thread, a Args) (Value, *Exception) {
	if len(a.Pos) < 2 || a.Pos[1].IsNone() {
		return plainInt(a.Pos[0]), nil
	}
	n, err := AsIndex(t, a.Pos[1])
	if err != nil {
		return Value{}, err
	}
	if n >= 0 {
		return plainInt(a.Pos[0]), nil
	}
	if -n > intDigitsMax*4 {
		return Int(0), nil
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	q, r := new(big.Int).DivMod(mustBig(a.Pos[0]), unit, new(big.Int))
	c := new(big.Int).Lsh(r, 1).Cmp(unit)
	if c > 0 || (c == 0 && q.Bit(0) == 1) {
		q.Add(q, big.NewInt(1))
	}
	return NewInt(q.Mul(q, unit)), nil
}

var (
	toBytesBinder   = newMethodBinder(IntType, "to_bytes(self, length=, byteorder=, *, signed=)")
	fromBytesBinder = newMethodBinder(IntType, "from_bytes(self, bytes, byteorder=, *, signed=)")
)

func intToBytes(t *Thread, a Args) (Value, *Exception) {
	var s [4]Value
	if err := toBytesBinder.bind(a, s[:]); err != nil {
		return Value{}, err
	}
	length := 1
	if s[1].IsValid() {
		n, err := AsIndex(t, s[1])
		if err != nil {
			return Value{}, err
		}
		if n < 0 {
			return Value{}, ValueErrorf("length argument must be non-negative")
		}
		length = n
	}
	little, err := littleEndian("to_bytes", s[2])
	if err != nil {
		return Value{}, err
	}
	signed := false
	if s[3].IsValid() {
		if signed, err = Truth(t, s[3]); err != nil {
			return Value{}, err
		}
	}
	if err := t.Charge(int64(length)); err != nil {
		return Value{}, err
	}
	out, ok := fixedBytes(mustBig(s[0]), length, signed)
	if !ok && intSign(s[0]) < 0 && !signed {
		return Value{}, NewException(OverflowErrorType, "can't convert negative int to unsigned")
	}
	if !ok {
		return Value{}, NewException(OverflowErrorType, "int too big to convert")
	}
	if little {
		slices.Reverse(out)
	}
	return NewBytes(string(out)), nil
}

// fixedBytes writes b big-endian in length bytes, in two's complement when signed.
func fixedBytes(b *big.Int, length int, signed bool) ([]byte, bool) {
	bits := length * 8
	if signed {
		limit := b
		if b.Sign() < 0 {
			limit = new(big.Int).Not(b)
		}
		if limit.BitLen() > max(bits-1, 0) {
			return nil, false
		}
	} else if b.Sign() < 0 || b.BitLen() > bits {
		return nil, false
	}
	if b.Sign() < 0 {
		b = new(big.Int).Add(b, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
	}
	return b.FillBytes(make([]byte, length)), true
}

func littleEndian(method string, order Value) (bool, *Exception) {
	if !order.IsValid() {
		return false, nil
	}
	s, ok := StrOf(order)
	if !ok {
		return false, TypeErrorf("%s() argument 'byteorder' must be str, not %s", method, argumentTypeName(order))
	}
	switch s {
	case "big":
		return false, nil
	case "little":
		return true, nil
	}
	return false, ValueErrorf("byteorder must be either 'little' or 'big'")
}

func intFromBytes(t *Thread, a Args) (Value, *Exception) {
	var s [4]Value
	if err := fromBytesBinder.bind(a, s[:]); err != nil {
		return Value{}, err
	}
	little, err := littleEndian("from_bytes", s[2])
	if err != nil {
		return Value{}, err
	}
	data := bytesOf(s[1])
	if !isBytesLike(s[1]) {
		if data, err = bytesFromObject(t, s[1]); err != nil {
			return Value{}, err
		}
	}
	buf := []byte(data)
	if little {
		slices.Reverse(buf)
	}
	b := new(big.Int).SetBytes(buf)
	if s[3].IsValid() {
		signed, err := Truth(t, s[3])
		if err != nil {
			return Value{}, err
		}
		if signed && len(buf) > 0 && buf[0]&0x80 != 0 {
			b.Sub(b, new(big.Int).Lsh(big.NewInt(1), uint(len(buf)*8)))
		}
	}
	return NewInt(b), nil
}
