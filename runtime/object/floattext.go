package object

import (
	"math"
	"strconv"
	"strings"
)

// ParseFloat reads a float as float(str) does: no hexadecimal, single underscores
// between digits, "inf", "infinity" and "nan" in any case.
func ParseFloat(s string) (float64, bool) {
	s = asciiDigits(strings.TrimFunc(s, isSpaceRune))
	body := strings.ToLower(strings.TrimLeft(s, "+-"))
	switch body {
	case "nan":
		return math.NaN(), len(s) <= len("-nan")
	case "inf", "infinity":
	default:
		if strings.Trim(body, "0123456789._e+-") != "" || !floatUnderscoresOK(body) {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	if err != nil && !math.IsInf(f, 0) {
		return 0, false
	}
	return f, true
}

func floatUnderscoresOK(s string) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := range s {
		if s[i] == '_' && !(isDigit(i-1) && isDigit(i+1)) {
			return false
		}
	}
	return true
}

// FloatRepr is repr(float): the shortest digits that give the number back, with an
// exponent below 1e-4 and from 1e16 on.
func FloatRepr(f float64) string {
	s := floatShortest(f)
	if strings.ContainsAny(s, ".en") { // also inf and nan
		return s
	}
	return s + ".0"
}

func floatShortest(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	mantissa, exponent, _ := strings.Cut(s, "e")
	if e, _ := strconv.Atoi(exponent); e >= -4 && e < 16 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return mantissa + "e" + exponent
}

func floatHex(f float64) string {
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0):
		return floatShortest(f)
	case f == 0:
		if math.Signbit(f) {
			return "-0x0.0p+0"
		}
		return "0x0.0p+0"
	}
	s := strconv.FormatFloat(f, 'x', 13, 64)
	mantissa, exponent, _ := strings.Cut(s, "p")
	e, _ := strconv.Atoi(exponent)
	sign := "+"
	if e < 0 {
		sign = ""
	}
	return mantissa + "p" + sign + strconv.Itoa(e)
}

func floatFromHex(t *Thread, a Args) (Value, *Exception) {
	if err := a.exactlyOne("float.fromhex"); err != nil {
		return Value{}, err
	}
	s, ok := StrOf(a.Pos[len(a.Pos)-1])
	if !ok {
		return Value{}, TypeErrorf("bad argument type for built-in operation")
	}
	s = strings.ToLower(strings.TrimSpace(s))
	if f, ok := ParseFloat(s); ok && strings.Trim(s, "+-infaty") == "" {
		return Float(f), nil
	}
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	s = "0x" + strings.TrimPrefix(s, "0x")
	if !strings.Contains(s, "p") {
		s += "p0"
	}
	f, err := strconv.ParseFloat(sign+s, 64)
	if err != nil {
		return Value{}, ValueErrorf("invalid hexadecimal floating-point string")
	}
	return Float(f), nil
}
