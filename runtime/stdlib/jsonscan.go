package stdlib

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"asyncplay/runtime/object"
)

// jsonScanner reads one JSON value. Hooks are None when not given.
type jsonScanner struct {
	t                                *object.Thread
	s                                string
	pos                              int // in bytes
	strict                           bool
	objectHook, pairsHook            object.Value
	parseFloat, parseInt, parseConst object.Value
	problem                          string
	problemAt                        int
	depth                            int
}

// jsonDepthMax is how deep values may be nested: CPython's recursion limit stands in its place.
const jsonDepthMax = 300

// jsonScan is _json.scan(text, position, hooks): it returns (value, end, None, 0), or
// (None, 0, message, position) for a mistake in the text.
func jsonScan(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	text, ok := object.StrOf(a[0])
	if !ok {
		return object.Value{}, object.TypeErrorf("first argument must be a string, not %s", object.TypeName(a[0]))
	}
	start, err := object.AsIndex(t, a[1])
	if err != nil {
		return object.Value{}, err
	}
	hooks := tupleOf(a[2])
	if len(hooks) != 6 {
		return object.Value{}, object.TypeErrorf("six hooks were expected")
	}
	s := &jsonScanner{t: t, s: text, pos: byteOffset(text, start), objectHook: hooks[0], pairsHook: hooks[1],
		parseFloat: hooks[2], parseInt: hooks[3], parseConst: hooks[4], strict: hooks[5].Is(object.True)}
	v, ok, err := s.value()
	if err != nil {
		return object.Value{}, err
	}
	if !ok {
		return object.NewTuple(object.None, object.Int(0), object.NewStr(s.problem), object.Int(int64(runeOffset(text, s.problemAt)))), nil
	}
	return object.NewTuple(v, object.Int(int64(runeOffset(text, s.pos))), object.None, object.Int(0)), nil
}

func byteOffset(s string, runes int) int {
	for i := range s {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(s)
}

func runeOffset(s string, bytes int) int { return utf8.RuneCountInString(s[:min(bytes, len(s))]) }

func (s *jsonScanner) fail(message string, at int) (object.Value, bool, *object.Exception) {
	s.problem, s.problemAt = message, at
	return object.Value{}, false, nil
}

func (s *jsonScanner) space() {
	for s.pos < len(s.s) && strings.IndexByte(" \t\n\r", s.s[s.pos]) >= 0 {
		s.pos++
	}
}

func (s *jsonScanner) peek() byte {
	if s.pos < len(s.s) {
		return s.s[s.pos]
	}
	return 0
}

// value reads what begins at pos. ok is false when the text is wrong there.
func (s *jsonScanner) value() (v object.Value, ok bool, err *object.Exception) {
	if err := s.t.Tick(1); err != nil {
		return v, false, err
	}
	switch c := s.peek(); {
	case c == '"':
		s.pos++
		text, ok := s.str()
		if !ok {
			return v, false, nil
		}
		return object.NewStr(text), true, s.t.Charge(int64(len(text)))
	case c == '{' || c == '[':
		if s.depth++; s.depth > jsonDepthMax {
			return v, false, object.NewException(object.RecursionErrorType, "maximum recursion depth exceeded while decoding a JSON "+map[byte]string{'{': "object", '[': "array"}[c]+" from a unicode string")
		}
		s.pos++
		if c == '{' {
			v, ok, err = s.object()
		} else {
			v, ok, err = s.array()
		}
		s.depth--
		return v, ok, err
	}
	for _, word := range jsonWords {
		if strings.HasPrefix(s.s[s.pos:], word.text) {
			s.pos += len(word.text)
			if word.float && !s.parseConst.IsNone() {
				v, err := object.Call(s.t, s.parseConst, object.Arguments(object.NewStr(word.text)))
				return v, true, err
			}
			return word.value, true, nil
		}
	}
	return s.number()
}

var jsonWords = []struct {
	text  string
	value object.Value
	float bool
}{
	{"null", object.None, false}, {"true", object.True, false}, {"false", object.False, false},
	{"NaN", object.Float(math.NaN()), true}, {"Infinity", object.Float(math.Inf(1)), true}, {"-Infinity", object.Float(math.Inf(-1)), true},
}

func (s *jsonScanner) digits() bool {
	start := s.pos
	for s.pos < len(s.s) && s.s[s.pos] >= '0' && s.s[s.pos] <= '9' {
		s.pos++
	}
	return s.pos > start
}

func (s *jsonScanner) number() (object.Value, bool, *object.Exception) {
	start := s.pos
	if s.peek() == '-' {
		s.pos++
	}
	if s.peek() == '0' {
		s.pos++
	} else if !s.digits() {
		s.pos = start
		return s.fail("Expecting value", start)
	}
	isFloat := false
	if end := s.pos; s.peek() == '.' {
		s.pos++
		if isFloat = s.digits(); !isFloat {
			s.pos = end
		}
	}
	if end := s.pos; s.peek() == 'e' || s.peek() == 'E' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		if s.digits() {
			isFloat = true
		} else {
			s.pos = end
		}
	}
	text := s.s[start:s.pos]
	hook := s.parseInt
	if isFloat {
		hook = s.parseFloat
	}
	if !hook.IsNone() {
		v, err := object.Call(s.t, hook, object.Arguments(object.NewStr(text)))
		return v, true, err
	}
	if isFloat {
		f, _ := strconv.ParseFloat(text, 64)
		return object.Float(f), true, nil
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return object.Int(n), true, nil
	}
	if len(strings.TrimPrefix(text, "-")) > intDigitsMaxDefault {
		return object.Value{}, false, object.ValueErrorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", intDigitsMaxDefault, len(strings.TrimPrefix(text, "-")))
	}
	n, _ := new(big.Int).SetString(text, 10)
	return object.NewInt(n), true, nil
}

// str reads a string whose opening quote has been read.
func (s *jsonScanner) str() (string, bool) {
	begin := s.pos - 1
	var b strings.Builder
	for {
		start := s.pos
		for s.pos < len(s.s) && s.s[s.pos] != '"' && s.s[s.pos] != '\\' && s.s[s.pos] >= ' ' {
			s.pos++
		}
		b.WriteString(s.s[start:s.pos])
		if s.pos >= len(s.s) {
			s.fail("Unterminated string starting at", begin)
			return "", false
		}
		c := s.s[s.pos]
		s.pos++
		switch {
		case c == '"':
			return b.String(), true
		case c == '\\':
			if !s.escape(&b, begin) {
				return "", false
			}
		case s.strict:
			s.fail("Invalid control character at", s.pos-1)
			return "", false
		default:
			b.WriteByte(c)
		}
	}
}

var jsonEscapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (s *jsonScanner) escape(b *strings.Builder, begin int) bool {
	if s.pos >= len(s.s) {
		s.fail("Unterminated string starting at", begin)
		return false
	}
	c := s.s[s.pos]
	s.pos++
	if c != 'u' {
		plain, ok := jsonEscapes[c]
		if !ok {
			s.fail("Invalid \\escape", s.pos-2)
			return false
		}
		b.WriteByte(plain)
		return true
	}
	code, ok := s.hex4()
	if !ok {
		return false
	}
	if code >= 0xD800 && code < 0xDC00 && strings.HasPrefix(s.s[s.pos:], `\u`) {
		mark := s.pos
		s.pos += 2
		if low, ok := s.hex4(); ok && low >= 0xDC00 && low < 0xE000 {
			code = 0x10000 + (code-0xD800)<<10 + (low - 0xDC00)
		} else {
			s.pos = mark
		}
	}
	text, _ := object.StrOf(object.StrFromRune(code))
	b.WriteString(text)
	return true
}

func (s *jsonScanner) hex4() (rune, bool) {
	at := s.pos
	if at+4 <= len(s.s) {
		if n, err := strconv.ParseUint(s.s[at:at+4], 16, 32); err == nil {
			s.pos += 4
			return rune(n), true
		}
	}
	s.fail("Invalid \\uXXXX escape", at-1)
	return 0, false
}

func (s *jsonScanner) array() (object.Value, bool, *object.Exception) {
	var items []object.Value
	s.space()
	if s.peek() == ']' {
		s.pos++
		return object.NewList(items), true, nil
	}
	for {
		v, ok, err := s.value()
		if err != nil || !ok {
			return v, ok, err
		}
		items = append(items, v)
		s.space()
		switch at := s.pos; s.peek() {
		case ']':
			s.pos++
			return object.NewList(items), true, s.t.Charge(int64(16 * len(items)))
		case ',':
			s.pos++
			s.space()
			if s.peek() == ']' {
				return s.fail("Illegal trailing comma before end of array", at)
			}
		default:
			return s.fail("Expecting ',' delimiter", s.pos)
		}
	}
}

func (s *jsonScanner) object() (object.Value, bool, *object.Exception) {
	var pairs []object.Value
	d := object.NewDict()
	s.space()
	if s.peek() == '}' {
		s.pos++
		return s.finish(d, pairs)
	}
	for {
		if s.peek() != '"' {
			return s.fail("Expecting property name enclosed in double quotes", s.pos)
		}
		s.pos++
		name, ok := s.str()
		if !ok {
			return object.Value{}, false, nil
		}
		s.space()
		if s.peek() != ':' {
			return s.fail("Expecting ':' delimiter", s.pos)
		}
		s.pos++
		s.space()
		v, ok, err := s.value()
		if err != nil || !ok {
			return v, ok, err
		}
		if s.pairsHook.IsNone() {
			d.SetStr(name, v)
		} else {
			pairs = append(pairs, object.NewTuple(object.NewStr(name), v))
		}
		s.space()
		at := s.pos
		switch s.peek() {
		case '}':
			s.pos++
			return s.finish(d, pairs)
		case ',':
			s.pos++
			s.space()
			if s.peek() == '}' {
				return s.fail("Illegal trailing comma before end of object", at)
			}
		default:
			return s.fail("Expecting ',' delimiter", s.pos)
		}
	}
}

func (s *jsonScanner) finish(d *object.Dict, pairs []object.Value) (object.Value, bool, *object.Exception) {
	hook, v := s.objectHook, d.Value()
	if !s.pairsHook.IsNone() {
		hook, v = s.pairsHook, object.NewList(pairs)
	}
	if hook.IsNone() {
		return v, true, s.t.Charge(int64(48 * d.Len()))
	}
	v, err := object.Call(s.t, hook, object.Arguments(v))
	return v, true, err
}
