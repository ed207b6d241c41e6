package object

import (
	"strings"
)

// percentDirective is one parsed %-conversion.
type percentDirective struct {
	index     int // code point offset of the verb, for messages
	key       string
	hasKey    bool
	flags     string
	width     int // -1: not given
	precision int // -1: not given
	verb      rune
}

// percentArgs hands out the arguments of a % operation.
type percentArgs struct {
	t      *Thread
	value  Value
	items  []Value
	next   int
	asDict bool
	// ofBytes: bytes are formatted, each a character.
	ofBytes bool
}

// percentFormat is str % value.
func percentFormat(t *Thread, format string, value Value, ofBytes bool) (string, *Exception) {
	args := &percentArgs{t: t, value: value, items: []Value{value}, ofBytes: ofBytes}
	isTuple := false
	if tuple, ok := AsTuple(value); ok {
		args.items, isTuple = tuple.Items, true
	}
	mapping := !isTuple && value.Type().Slots.GetItem != nil && value.Type().Layout != LayoutStr
	var out strings.Builder
	whole := format
	for format != "" {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			out.WriteString(format)
			break
		}
		out.WriteString(format[:i])
		d, rest, err := args.directive(format[i+1:], mapping)
		if err != nil {
			return "", err
		}
		d.index = codePoints(whole[:len(whole)-len(rest)]) - 1
		format = rest
		if d.verb == '%' {
			out.WriteByte('%')
			continue
		}
		text, err := args.convert(d)
		if err != nil {
			return "", err
		}
		if err := t.Charge(int64(len(text))); err != nil {
			return "", err
		}
		out.WriteString(text)
	}
	if args.next < len(args.items) && !args.asDict && !(mapping && args.next == 0) {
		return "", TypeErrorf("not all arguments converted during string formatting")
	}
	return out.String(), nil
}

func (a *percentArgs) take() (Value, *Exception) {
	if a.next >= len(a.items) {
		return Value{}, TypeErrorf("not enough arguments for format string")
	}
	a.next++
	return a.items[a.next-1], nil
}

func (a *percentArgs) directive(s string, mapping bool) (percentDirective, string, *Exception) {
	d := percentDirective{width: -1, precision: -1}
	if strings.HasPrefix(s, "(") {
		end := closingParen(s)
		if end < 0 {
			return d, "", ValueErrorf("incomplete format key")
		}
		if !mapping {
			return d, "", TypeErrorf("format requires a mapping")
		}
		d.key, d.hasKey, s = s[1:end], true, s[end+1:]
	}
	for s != "" && strings.IndexByte("-+ #0", s[0]) >= 0 {
		d.flags += s[:1]
		s = s[1:]
	}
	var err *Exception
	if d.width, s, err = a.number(s); err != nil {
		return d, "", err
	}
	if d.width < -1 { // a negative width given by * means left adjustment
		d.flags += "-"
		d.width = -d.width
	}
	if strings.HasPrefix(s, ".") {
		if d.precision, s, err = a.number(s[1:]); err != nil {
			return d, "", err
		}
		d.precision = max(d.precision, 0)
	}
	s = strings.TrimLeft(s, "hlL")
	if s == "" {
		return d, "", ValueErrorf("incomplete format")
	}
	r, size := decodeRune(s)
	d.verb = r
	return d, s[size:], nil
}

func closingParen(s string) int {
	depth := 0
	for i := range s {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// number reads a width or precision: digits, or * for the next argument.
func (a *percentArgs) number(s string) (int, string, *Exception) {
	if strings.HasPrefix(s, "*") {
		v, err := a.take()
		if err != nil {
			return 0, "", err
		}
		n, ok := SmallInt(v)
		if !ok {
			return 0, "", TypeErrorf("* wants int")
		}
		if n > formatWidthMax || n < -formatWidthMax {
			return 0, "", ValueErrorf("width too big")
		}
		return int(n), s[1:], nil
	}
	n, rest, ok := takeNumber(s)
	if !ok {
		return 0, "", ValueErrorf("width too big")
	}
	return n, rest, nil
}

func (a *percentArgs) convert(d percentDirective) (string, *Exception) {
	v, err := a.argument(d)
	if err != nil {
		return "", err
	}
	spec := formatSpec{fill: " ", align: '>', width: max(d.width, 0), precision: d.precision}
	spec.alternate = strings.Contains(d.flags, "#")
	switch {
	case strings.Contains(d.flags, "+"):
		spec.sign = '+'
	case strings.Contains(d.flags, " "):
		spec.sign = ' '
	}
	if strings.Contains(d.flags, "-") {
		spec.align = '<'
	}
	if err := a.t.Charge(int64(spec.width + max(spec.precision, 0))); err != nil {
		return "", err
	}
	switch d.verb {
	case 's', 'r', 'a', 'c':
		return a.text(d, spec, v)
	case 'b':
		if a.ofBytes {
			return a.text(d, spec, v)
		}
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return a.integer(d, spec, v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return a.float(d, spec, v)
	}
	return "", ValueErrorf("unsupported format character '%c' (0x%x) at index %d", d.verb, d.verb, d.index)
}

func (a *percentArgs) argument(d percentDirective) (Value, *Exception) {
	if d.hasKey {
		a.asDict = true
		return GetItem(a.t, a.value, NewStr(d.key))
	}
	return a.take()
}

func (a *percentArgs) text(d percentDirective, spec formatSpec, v Value) (string, *Exception) {
	s, err := a.textOf(d, v)
	if err != nil {
		return "", err
	}
	if d.precision >= 0 && codePoints(s) > d.precision {
		s = string(Runes(s)[:d.precision])
	}
	return spec.pad(s, '>'), nil
}

func (a *percentArgs) textOf(d percentDirective, v Value) (string, *Exception) {
	if a.ofBytes && d.verb != 'c' {
		if d.verb == 'r' || d.verb == 'a' {
			s, err := Repr(a.t, v)
			return asciiOnly(s), err
		}
		if !isBytesLike(v) {
			return "", TypeErrorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", TypeName(v))
		}
		return latin1Text(bytesOf(v)), nil
	}
	switch d.verb {
	case 's':
		return ToStr(a.t, v)
	case 'r':
		return Repr(a.t, v)
	case 'a':
		s, err := Repr(a.t, v)
		return asciiOnly(s), err
	}
	if a.ofBytes {
		return byteOf(v)
	}
	if i, ok := SmallInt(v); ok {
		if i < 0 || i > 0x10ffff {
			return "", NewException(OverflowErrorType, "%c arg not in range(0x110000)")
		}
		return string(appendRune(nil, rune(i))), nil
	}
	if str, ok := AsStr(v); ok && str.Length == 1 {
		return str.S, nil
	}
	return "", TypeErrorf("%%c requires int or char")
}

// byteOf is the one byte that %c puts into bytes.
func byteOf(v Value) (string, *Exception) {
	if i, ok := SmallInt(v); ok {
		if i < 0 || i > 255 {
			return "", NewException(OverflowErrorType, "%c arg not in range(256)")
		}
		return latin1Text(string([]byte{byte(i)})), nil
	}
	if isBytesLike(v) && len(bytesOf(v)) == 1 {
		return latin1Text(bytesOf(v)), nil
	}
	return "", TypeErrorf("%%c requires an integer in range(256) or a single byte, not %s", TypeName(v))
}

// zeroFill applies the 0 flag, which a - flag overrides.
func (d percentDirective) zeroFill(spec *formatSpec) {
	if strings.Contains(d.flags, "0") && !strings.Contains(d.flags, "-") {
		spec.fill, spec.align = "0", '='
	}
}

func (a *percentArgs) integer(d percentDirective, spec formatSpec, v Value) (string, *Exception) {
	if !IsIntLike(v) {
		slots := &v.Type().Slots
		decimal := d.verb == 'd' || d.verb == 'i' || d.verb == 'u'
		switch {
		case slots.Index != nil:
		case decimal && slots.Float != nil:
		case decimal:
			return "", TypeErrorf("%%%c format: a real number is required, not %s", d.verb, v.Type().Name)
		default:
			return "", TypeErrorf("%%%c format: an integer is required, not %s", d.verb, v.Type().Name)
		}
		i, err := ToInt(a.t, v)
		if err != nil {
			return "", err
		}
		v = i
	}
	base, prefix := 10, ""
	switch d.verb {
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	digits, err := intDigitsOf(a.t, v, base)
	if err != nil {
		return "", err
	}
	if d.verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	if missing := d.precision - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	if !spec.alternate {
		prefix = ""
	}
	d.zeroFill(&spec)
	return spec.number(intSign(v) < 0, prefix, digits, "", 3), nil
}

func (a *percentArgs) float(d percentDirective, spec formatSpec, v Value) (string, *Exception) {
	f, err := ToFloat(a.t, v)
	if err != nil {
		return "", err
	}
	spec.typ = byte(d.verb)
	d.zeroFill(&spec)
	return formatFloat(a.t, Float(f), spec)
}
