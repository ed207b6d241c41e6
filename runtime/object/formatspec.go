package object

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// formatSpec is a parsed format specification:
// [[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type].
type formatSpec struct {
	fill      string // one character
	align     byte   // 0 when not given
	sign      byte   // 0 when not given
	coerce    bool   // z: no negative zero
	alternate bool
	width     int
	grouping  byte // 0, ',' or '_'
	precision int  // -1 when not given
	typ       byte // 0 when not given
	typRune   rune
}

// formatWidthMax bounds width and precision, so that a format spec cannot ask for more
// memory than a program may have.
const formatWidthMax = 1 << 24

func parseFormatSpec(t *Thread, v Value, text string) (formatSpec, *Exception) {
	s := formatSpec{fill: " ", precision: -1}
	invalid := ValueErrorf
	rest := text
	if rest != "" {
		_, size := decodeRune(rest)
		switch {
		case len(rest) > size && isAlign(rest[size]):
			s.fill, s.align, rest = rest[:size], rest[size], rest[size+1:]
		case isAlign(rest[0]):
			s.align, rest = rest[0], rest[1:]
		}
	}
	take := func(chars string) byte {
		if rest != "" && strings.IndexByte(chars, rest[0]) >= 0 {
			c := rest[0]
			rest = rest[1:]
			return c
		}
		return 0
	}
	s.sign = take("+- ")
	s.coerce = take("z") != 0
	s.alternate = take("#") != 0
	if take("0") != 0 {
		if s.align == 0 {
			s.fill, s.align = "0", '='
		} else if s.fill == " " {
			s.fill = "0"
		}
	}
	var ok bool
	if s.width, rest, ok = takeNumber(rest); !ok {
		return s, invalid("Too many decimal digits in format string")
	}
	s.width = max(s.width, 0)
	s.grouping = take(",_")
	if s.grouping != 0 {
		if other := take(",_"); other != 0 {
			if other == s.grouping {
				return s, invalid("Cannot specify '%c' with '%c'.", s.grouping, other)
			}
			return s, invalid("Cannot specify both ',' and '_'.")
		}
	}
	if take(".") != 0 {
		if s.precision, rest, ok = takeNumber(rest); !ok {
			return s, invalid("Too many decimal digits in format string")
		}
		if s.precision < 0 {
			return s, invalid("Format specifier missing precision")
		}
	}
	if rest != "" {
		r, size := decodeRune(rest)
		if len(rest) > size {
			return s, invalid("Invalid format specifier '%s' for object of type '%s'", text, v.Type().Name)
		}
		s.typRune = r
		s.typ = '?'
		if size == 1 {
			s.typ = rest[0]
		}
	}
	if err := t.Charge(int64(s.width + max(s.precision, 0))); err != nil {
		return s, err
	}
	return s, nil
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// takeNumber reads leading digits: -1 when there are none, not ok when too large.
func takeNumber(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		if n > formatWidthMax {
			return 0, s, false
		}
		i++
	}
	if i == 0 {
		return -1, s, true
	}
	return n, s[i:], true
}

// pad brings text to the width with the alignment, or the default one.
func (s *formatSpec) pad(text string, defaultAlign byte) string {
	missing := s.width - codePoints(text)
	if missing <= 0 {
		return text
	}
	align := s.align
	if align == 0 {
		align = defaultAlign
	}
	left := 0
	switch align {
	case '>', '=':
		left = missing
	case '^':
		left = missing / 2
	}
	return strings.Repeat(s.fill, left) + text + strings.Repeat(s.fill, missing-left)
}

// formatSlot adapts a formatter to the Format slot.
func formatSlot(t *Thread, v Value, spec string, format func(*Thread, Value, formatSpec) (string, *Exception)) (Value, *Exception) {
	if spec == "" {
		return toStrValue(t, v)
	}
	s, err := parseFormatSpec(t, v, spec)
	if err != nil {
		return Value{}, err
	}
	text, err := format(t, v, s)
	if err != nil {
		return Value{}, err
	}
	return NewStr(text), nil
}

func unknownFormatCode(s formatSpec, v Value) *Exception {
	if s.typRune > 32 && s.typRune < 128 {
		return ValueErrorf("Unknown format code '%c' for object of type '%s'", s.typRune, v.Type().Name)
	}
	return ValueErrorf("Unknown format code '\\x%x' for object of type '%s'", s.typRune, v.Type().Name)
}

func formatStr(t *Thread, v Value, s formatSpec) (string, *Exception) {
	switch {
	case s.typ != 0 && s.typ != 's':
		return "", unknownFormatCode(s, v)
	case s.sign == ' ':
		return "", ValueErrorf("Space not allowed in string format specifier")
	case s.sign != 0:
		return "", ValueErrorf("Sign not allowed in string format specifier")
	case s.coerce:
		return "", ValueErrorf("Negative zero coercion (z) not allowed in string format specifier")
	case s.alternate:
		return "", ValueErrorf("Alternate form (#) not allowed in string format specifier")
	case s.align == '=':
		return "", ValueErrorf("'=' alignment not allowed in string format specifier")
	case s.grouping != 0:
		return "", ValueErrorf("Cannot specify '%c' with 's'.", s.grouping)
	}
	text := mustStr(v)
	if s.precision >= 0 {
		str, _ := AsStr(v)
		text = str.S[:str.byteOffset(min(s.precision, str.Length))]
	}
	return s.pad(text, '<'), nil
}

func formatInt(t *Thread, v Value, s formatSpec) (string, *Exception) {
	base := 10
	prefix := ""
	switch s.typ {
	case 0, 'd', 'n':
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	case 'c':
		return formatChar(t, v, s)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		f, err := IntToFloat(v)
		if err != nil {
			return "", err
		}
		return formatFloat(t, Float(f), s)
	default:
		return "", unknownFormatCode(s, v)
	}
	if s.precision >= 0 {
		return "", ValueErrorf("Precision not allowed in integer format specifier")
	}
	if s.coerce {
		return "", ValueErrorf("Negative zero coercion (z) not allowed in format specifier with integer presentation type")
	}
	if s.grouping == ',' && base != 10 {
		return "", ValueErrorf("Cannot specify ',' with '%c'.", s.typ)
	}
	digits, err := intDigitsOf(t, v, base)
	if err != nil {
		return "", err
	}
	if s.typ == 'X' {
		digits = strings.ToUpper(digits)
	}
	if !s.alternate {
		prefix = ""
	}
	size := 3
	if base != 10 {
		size = 4
	}
	return s.number(intSign(v) < 0, prefix, digits, "", size), nil
}

func intDigitsOf(t *Thread, v Value, base int) (string, *Exception) {
	if base == 10 {
		s, err := intDecimal(t, v)
		return strings.TrimPrefix(s, "-"), err
	}
	return new(big.Int).Abs(mustBig(v)).Text(base), nil
}

func formatChar(t *Thread, v Value, s formatSpec) (string, *Exception) {
	if s.sign != 0 {
		return "", ValueErrorf("Sign not allowed with integer format specifier 'c'")
	}
	if s.alternate {
		return "", ValueErrorf("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	i, ok := SmallInt(v)
	if !ok || i < 0 || i > 0x10ffff {
		return "", NewException(OverflowErrorType, "%c arg not in range(0x110000)")
	}
	return s.pad(string(appendRune(nil, rune(i))), '<'), nil
}

// number lays out sign, prefix, digits (grouped in the given size) and the rest (".5",
// "e+10", "%"), filling between sign and digits for '='.
func (s *formatSpec) number(negative bool, prefix, digits, rest string, groupSize int) string {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case s.sign == '+' || s.sign == ' ':
		sign = string(s.sign)
	}
	digitsWidth := 0
	if s.align == '=' && s.fill == "0" {
		digitsWidth = s.width - len(sign) - len(prefix) - len(rest)
	}
	if s.grouping != 0 {
		digits = grouped(digits, s.grouping, groupSize, digitsWidth)
	}
	head := sign + prefix
	body := digits + rest
	if s.align == '=' {
		if missing := s.width - len(head) - len(body); missing > 0 {
			body = strings.Repeat(s.fill, missing) + body
		}
		return head + body
	}
	return s.pad(head+body, '>')
}

// grouped puts a separator between groups of digits; zero padding up to minWidth takes
// part in the grouping, and never begins with a separator.
func grouped(digits string, separator byte, size, minWidth int) string {
	var b []byte
	written := 0
	for i := len(digits) - 1; i >= 0 || len(b) < minWidth; i-- {
		if written > 0 && written%size == 0 {
			b = append(b, separator)
			if i < 0 && len(b) >= minWidth {
				b = append(b, '0')
				break
			}
		}
		if i >= 0 {
			b = append(b, digits[i])
		} else {
			b = append(b, '0')
		}
		written++
	}
	slices.Reverse(b)
	return string(b)
}

func formatFloat(t *Thread, v Value, s formatSpec) (string, *Exception) {
	f := mustFloat(v)
	var body string
	switch s.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
		body = floatDigits(math.Abs(f), s)
	case '%':
		percent := s
		percent.typ = 'f'
		body = floatDigits(math.Abs(f)*100, percent) + "%"
	default:
		return "", unknownFormatCode(s, v)
	}
	negative := math.Signbit(f) && !math.IsNaN(f)
	if negative && s.coerce && strings.Trim(body, "0.e+-%E") == "" {
		negative = false
	}
	digits, rest := body, ""
	if i := strings.IndexFunc(body, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		digits, rest = body[:i], body[i:]
	}
	if digits == "" && s.fill == "0" && s.align == '=' { // inf and nan take no zeros in groups
		return s.numberPlain(negative, rest), nil
	}
	return s.number(negative, "", digits, rest, 3), nil
}

func (s *formatSpec) numberPlain(negative bool, text string) string {
	plain := *s
	plain.grouping = 0
	return plain.number(negative, "", "", text, 3)
}

// floatDigits writes a non-negative float by presentation type and precision.
func floatDigits(f float64, s formatSpec) string {
	upper := s.typ == 'E' || s.typ == 'F' || s.typ == 'G'
	var text string
	switch {
	case math.IsInf(f, 0):
		text = "inf"
	case math.IsNaN(f):
		text = "nan"
	default:
		text = finiteDigits(f, s)
	}
	if upper {
		text = strings.ToUpper(text)
	}
	return text
}

func finiteDigits(f float64, s formatSpec) string {
	precision := s.precision
	switch s.typ {
	case 0:
		if precision < 0 {
			return alternatePoint(FloatRepr(f), s.alternate)
		}
		return generalDigits(f, max(precision, 1), s.alternate, true)
	case 'f', 'F':
		if precision < 0 {
			precision = 6
		}
		return alternatePoint(strconv.FormatFloat(f, 'f', precision, 64), s.alternate)
	case 'e', 'E':
		if precision < 0 {
			precision = 6
		}
		return alternatePoint(strconv.FormatFloat(f, 'e', precision, 64), s.alternate)
	}
	if precision < 0 {
		precision = 6
	}
	return generalDigits(f, max(precision, 1), s.alternate, false)
}

// generalDigits is the 'g' presentation. withPoint is that of no presentation type: at
// least one digit after the point, and the exponent form already from 10**(precision-1).
func generalDigits(f float64, precision int, alternate, withPoint bool) string {
	e := strconv.FormatFloat(f, 'e', precision-1, 64)
	mantissa, exponentText, _ := strings.Cut(e, "e")
	exponent, _ := strconv.Atoi(exponentText)
	limit := precision
	if withPoint {
		limit = precision - 1
		if precision == 1 && exponent == 0 {
			limit = 1
		}
	}
	if exponent >= -4 && exponent < max(limit, 0) || (f == 0) {
		text := strconv.FormatFloat(f, 'f', max(precision-1-exponent, 0), 64)
		if !alternate {
			text = trimFraction(text)
		}
		if withPoint && !strings.Contains(text, ".") {
			text += ".0"
		}
		return alternatePoint(text, alternate)
	}
	if !alternate {
		mantissa = trimFraction(mantissa)
	}
	return alternatePoint(mantissa+"e"+exponentText, alternate)
}

func trimFraction(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// alternatePoint makes sure of a decimal point for '#'.
func alternatePoint(s string, alternate bool) string {
	if !alternate || strings.Contains(s, ".") {
		return s
	}
	if i := strings.IndexByte(s, 'e'); i >= 0 {
		return s[:i] + "." + s[i:]
	}
	return s + "."
}
