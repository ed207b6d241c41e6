package object

import (
	"math"
	"math/cmplx"
	"strings"

	"asyncplay/runtime/realmath"
)

// ComplexType is complex.
var ComplexType = declare("builtins", "complex", LayoutComplex)

func init() {
	s := &ComplexType.Slots
	s.Repr = func(t *Thread, v Value) (Value, *Exception) { return NewStr(complexRepr(mustComplex(v))), nil }
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		c := mustComplex(v)
		return avoidMinusOne(hashFloat(real(c)) + 1000003*hashFloat(imag(c))), nil
	}
	s.Bool = func(t *Thread, v Value) (bool, *Exception) { return mustComplex(v) != 0, nil }
	s.New = complexNew
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, okX, _ := complexOperand(a)
		y, okY, _ := complexOperand(b)
		if !okX || !okY || op > CompareNe {
			return NotImplemented, nil
		}
		return Bool((x == y) == (op == CompareEq)), nil
	}
	s.Format = func(t *Thread, v Value, spec string) (Value, *Exception) {
		return formatSlot(t, v, spec, formatComplex)
	}
	s.Pos = func(t *Thread, v Value) (Value, *Exception) { return NewComplex(mustComplex(v)), nil }
	s.Neg = func(t *Thread, v Value) (Value, *Exception) { return NewComplex(-mustComplex(v)), nil }
	s.Abs = func(t *Thread, v Value) (Value, *Exception) {
		return Float(realmath.Hypot(real(mustComplex(v)), imag(mustComplex(v)))), nil
	}
	s.Binary[OpAdd] = complexOp(func(x, y complex128) (Value, *Exception) { return NewComplex(x + y), nil })
	s.Binary[OpSub] = complexOp(func(x, y complex128) (Value, *Exception) { return NewComplex(x - y), nil })
	s.Binary[OpMult] = complexOp(func(x, y complex128) (Value, *Exception) { return NewComplex(x * y), nil })
	s.Binary[OpDiv] = complexOp(func(x, y complex128) (Value, *Exception) {
		if y == 0 {
			return Value{}, NewException(ZeroDivisionErrorType, "complex division by zero")
		}
		return NewComplex(x / y), nil
	})
	s.Binary[OpPow] = complexOp(complexPow)
	ComplexType.AddGetter("real", func(t *Thread, v Value) (Value, *Exception) { return Float(real(mustComplex(v))), nil })
	ComplexType.AddGetter("imag", func(t *Thread, v Value) (Value, *Exception) { return Float(imag(mustComplex(v))), nil })
	ComplexType.method0("conjugate", func(t *Thread, self Value) (Value, *Exception) {
		return NewComplex(cmplx.Conj(mustComplex(self))), nil
	})
}

func mustComplex(v Value) complex128 {
	c, _ := AsComplex(v)
	return c.C
}

func complexOperand(v Value) (complex128, bool, *Exception) {
	if c, ok := AsComplex(v); ok {
		return c.C, true, nil
	}
	f, ok, err := floatOperand(v)
	return complex(f, 0), ok, err
}

func complexOp(f func(x, y complex128) (Value, *Exception)) func(*Thread, Value, Value) (Value, *Exception) {
	return func(t *Thread, a, b Value) (Value, *Exception) {
		x, okX, err := complexOperand(a)
		if err != nil {
			return Value{}, err
		}
		y, okY, err := complexOperand(b)
		if err != nil {
			return Value{}, err
		}
		if !okX || !okY {
			return NotImplemented, nil
		}
		return f(x, y)
	}
}

// complexPow raises to small integer powers by repeated multiplication, as CPython does,
// so that (1+2j)**2 is exact.
func complexPow(x, y complex128) (Value, *Exception) {
	n := real(y)
	switch {
	case y == 0:
		return NewComplex(1), nil
	case x == 0:
		if imag(y) != 0 || n < 0 {
			return Value{}, NewException(ZeroDivisionErrorType, "zero to a negative or complex power")
		}
		return NewComplex(0), nil
	case imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100:
		r, p := complex(1, 0), x
		for k := int(math.Abs(n)); k > 0; k >>= 1 {
			if k&1 == 1 {
				r *= p
			}
			p *= p
		}
		if n < 0 {
			r = 1 / r
		}
		return NewComplex(r), nil
	}
	abs, phase := realmath.Hypot(real(x), imag(x)), realmath.Atan2(imag(x), real(x))
	length, angle := realmath.Pow(abs, n), phase*n
	if imag(y) != 0 {
		length *= realmath.Exp(-phase * imag(y))
		angle += imag(y) * realmath.Log(abs)
	}
	return NewComplex(complex(length*realmath.Cos(angle), length*realmath.Sin(angle))), nil
}

// complexRepr drops a real part of +0 and writes whole numbers without ".0".
func complexRepr(c complex128) string {
	im := floatShortest(imag(c))
	if real(c) == 0 && !math.Signbit(real(c)) {
		return im + "j"
	}
	if im[0] != '-' {
		im = "+" + im
	}
	return "(" + floatShortest(real(c)) + im + "j)"
}

// formatComplex formats both parts by the spec's type and precision and pads the whole
// (CPython 3.13 Python/formatter_unicode.c, format_complex_internal).
func formatComplex(t *Thread, v Value, s formatSpec) (string, *Exception) {
	switch {
	case s.typ != 0 && strings.IndexByte("eEfFgGn", s.typ) < 0:
		return "", unknownFormatCode(s, v)
	case s.fill == "0" && s.align == '=':
		return "", ValueErrorf("Zero padding is not allowed in complex format specifier")
	case s.align == '=':
		return "", ValueErrorf("'=' alignment flag is not allowed in complex format specifier")
	}
	c := mustComplex(v)
	part := s
	part.width, part.align = 0, '>'
	skipReal, bare := false, false
	if s.typ == 0 { // as repr, but with the precision
		part.typ = 'g'
		if s.precision < 0 {
			part.typ = 'r'
		}
		skipReal = real(c) == 0 && !math.Signbit(real(c))
		bare = skipReal
	} else {
		bare = true
	}
	write := func(f float64) (string, *Exception) {
		if part.typ == 'r' {
			digits := floatShortest(math.Abs(f))
			end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
			if end < 0 {
				end = len(digits)
			}
			return part.number(math.Signbit(f) && !math.IsNaN(f), "", digits[:end], digits[end:], 3), nil
		}
		return formatFloat(t, Float(f), part)
	}
	text := ""
	var err *Exception
	if !skipReal {
		if text, err = write(real(c)); err != nil {
			return "", err
		}
		part.sign = '+'
	}
	im, err := write(imag(c))
	if err != nil {
		return "", err
	}
	text += im + "j"
	if !bare {
		text = "(" + text + ")"
	}
	return s.pad(text, '>'), nil
}

var complexSignature = MustSignature("complex(real=, imag=)")

func complexNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	var s [2]Value
	if err := complexSignature.Bind(args, s[:]); err != nil {
		return Value{}, err
	}
	var c complex128
	if s[0].IsValid() {
		if text, ok := StrOf(s[0]); ok {
			if s[1].IsValid() {
				return Value{}, TypeErrorf("complex() can't take second arg if first is a string")
			}
			if c, ok = parseComplex(text); !ok {
				return Value{}, ValueErrorf("complex() arg is a malformed string")
			}
			return newComplexOf(cls, c), nil
		}
		x, ok, err := complexArgument(t, s[0])
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("complex() first argument must be a string or a number, not '%s'", s[0].Type().Name)
		}
		c = x
	}
	if s[1].IsValid() {
		y, ok, err := complexOperand(s[1])
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("complex() second argument must be a number, not '%s'", s[1].Type().Name)
		}
		firstComplex := false
		if s[0].IsValid() {
			_, firstComplex = AsComplex(s[0])
		}
		if _, secondComplex := AsComplex(s[1]); firstComplex || secondComplex {
			c += complex(-imag(y), real(y))
		} else { // keeps the sign of a zero
			c = complex(real(c), real(y))
		}
	}
	return newComplexOf(cls, c), nil
}

// complexArgument is the first argument of complex(): a number, or what has __complex__,
// __float__ or __index__.
func complexArgument(t *Thread, v Value) (complex128, bool, *Exception) {
	c, ok, err := complexOperand(v)
	if ok || err != nil {
		return c, ok, err
	}
	if method, has := SpecialMethod(t, v, "__complex__"); has {
		result, err := Call(t, method, Args{})
		if err != nil {
			return 0, false, err
		}
		c, ok, err := complexOperand(result)
		if err == nil && !ok {
			err = TypeErrorf("%s.__complex__() must return a complex, not %s", v.Type().Name, result.Type().Name)
		}
		return c, ok, err
	}
	for _, name := range []string{"__float__", "__index__"} {
		if _, has := SpecialMethod(t, v, name); has {
			f, err := ToFloat(t, v)
			return complex(f, 0), err == nil, err
		}
	}
	return 0, false, nil
}

func newComplexOf(cls *Type, c complex128) Value {
	return (&Complex{Object: Object{typ: cls}, C: c}).Value()
}

// parseComplex reads "a", "bj" and "a+bj", with or without parentheses.
func parseComplex(s string) (complex128, bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	body, isImaginary := strings.CutSuffix(strings.ToLower(s), "j")
	if !isImaginary {
		f, ok := ParseFloat(body)
		return complex(f, 0), ok
	}
	split := 0
	for i := len(body) - 1; i > 0; i-- {
		if (body[i] == '+' || body[i] == '-') && body[i-1] != 'e' {
			split = i
			break
		}
	}
	re, im := 0.0, 0.0
	ok := true
	if split > 0 {
		re, ok = ParseFloat(body[:split])
	}
	switch part := body[split:]; part {
	case "", "+":
		im = 1
	case "-":
		im = -1
	default:
		f, okIm := ParseFloat(part)
		im, ok = f, ok && okIm
	}
	return complex(re, im), ok
}
