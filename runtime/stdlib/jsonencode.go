package stdlib

import (
	"math"
	"strconv"
	"strings"

	"asyncplay/runtime/object"
)

// jsonEncoder writes one value as JSON.
type jsonEncoder struct {
	t                                                     *object.Thread
	b                                                     strings.Builder
	skipKeys, ensureASCII, checkCircular, allowNaN, sortK bool
	indent                                                string
	pretty                                                bool
	itemSeparator, keySeparator                           string
	fallback                                              object.Value
	level                                                 int
	path                                                  []object.Value
}

// newJSONModule makes _json.
func newJSONModule(t *object.Thread) *object.Module {
	m := object.NewModule("_json")
	defineN(m, "scan", 3, 3, jsonScan)
	define(m, "encode(obj, *, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, separators, default)", jsonEncode)
	return m
}

func jsonEncode(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	e := &jsonEncoder{t: t, fallback: a[8]}
	for i, p := range []*bool{&e.skipKeys, &e.ensureASCII, &e.checkCircular, &e.allowNaN, &e.sortK} {
		var err *object.Exception
		if *p, err = object.Truth(t, a[1+i]); err != nil {
			return object.Value{}, err
		}
	}
	if !a[6].IsNone() {
		e.pretty = true
		if s, ok := object.StrOf(a[6]); ok {
			e.indent = s
		} else {
			n, err := object.AsIndex(t, a[6])
			if err != nil {
				return object.Value{}, err
			}
			e.indent = strings.Repeat(" ", max(0, min(n, 1000)))
		}
	}
	separators := tupleOf(a[7])
	e.itemSeparator, e.keySeparator = str(separators[0]), str(separators[1])
	if err := e.value(a[0]); err != nil {
		return object.Value{}, err
	}
	return object.NewStr(e.b.String()), nil
}

func (e *jsonEncoder) value(v object.Value) *object.Exception {
	if err := e.t.Tick(1); err != nil {
		return err
	}
	if text, ok, err := e.scalar(v); ok || err != nil {
		e.b.WriteString(text)
		return err
	}
	if err := e.t.EnterNative(" while encoding a JSON object"); err != nil {
		return err
	}
	defer e.t.LeaveNative()
	if e.checkCircular {
		for _, outer := range e.path {
			if outer == v {
				return object.ValueErrorf("Circular reference detected")
			}
		}
	}
	e.path = append(e.path, v)
	defer func() { e.path = e.path[:len(e.path)-1] }()
	if l, ok := object.AsList(v); ok {
		return e.array(l.Items)
	}
	if l, ok := object.AsTuple(v); ok {
		return e.array(l.Items)
	}
	if d, ok := object.AsDict(v); ok {
		return e.dict(v, d)
	}
	r, err := object.Call(e.t, e.fallback, object.Arguments(v))
	if err != nil {
		return err
	}
	return e.value(r)
}

// scalar returns the text of what is neither a container nor unknown.
func (e *jsonEncoder) scalar(v object.Value) (string, bool, *object.Exception) {
	switch {
	case v.IsNone():
		return "null", true, nil
	case v.Is(object.True):
		return "true", true, nil
	case v.Is(object.False):
		return "false", true, nil
	}
	if s, ok := object.StrOf(v); ok {
		return e.quote(s), true, e.t.Charge(int64(len(s)))
	}
	if n, ok := object.BigOf(v); ok {
		if n.BitLen() > 16000 {
			_, err := object.Repr(e.t, v)
			if err != nil {
				return "", true, err
			}
		}
		return n.String(), true, nil
	}
	if f, ok := object.FloatOf(v); ok {
		return e.float(f)
	}
	return "", false, nil
}

func (e *jsonEncoder) float(f float64) (string, bool, *object.Exception) {
	text := object.FloatRepr(f)
	switch {
	case f != f:
		text = "NaN"
	case math.IsInf(f, 1):
		text = "Infinity"
	case math.IsInf(f, -1):
		text = "-Infinity"
	default:
		return text, true, nil
	}
	if !e.allowNaN {
		return "", true, object.ValueErrorf("Out of range float values are not JSON compliant: %s", object.FloatRepr(f))
	}
	return text, true, nil
}

func (e *jsonEncoder) quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range object.Runes(s) {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteByte(byte(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\b':
			b.WriteString(`\b`)
		case r == '\f':
			b.WriteString(`\f`)
		case r < ' ' || r > 0x7e && e.ensureASCII:
			if r > 0xFFFF {
				r -= 0x10000
				writeUnicodeEscape(&b, 0xD800+r>>10)
				r = 0xDC00 + r&0x3FF
			}
			writeUnicodeEscape(&b, r)
		default:
			text, _ := object.StrOf(object.StrFromRune(r))
			b.WriteString(text)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func writeUnicodeEscape(b *strings.Builder, r rune) {
	digits := strconv.FormatInt(int64(r), 16)
	b.WriteString(`\u` + strings.Repeat("0", 4-len(digits)) + digits)
}

// line begins a new line when the output is indented.
func (e *jsonEncoder) line() {
	if e.pretty {
		e.b.WriteString("\n" + strings.Repeat(e.indent, e.level))
	}
}

func (e *jsonEncoder) array(items []object.Value) *object.Exception {
	if len(items) == 0 {
		e.b.WriteString("[]")
		return nil
	}
	e.b.WriteByte('[')
	e.level++
	for i, v := range items {
		if i > 0 {
			e.b.WriteString(e.itemSeparator)
		}
		e.line()
		if err := e.value(v); err != nil {
			return err
		}
	}
	e.level--
	e.line()
	e.b.WriteByte(']')
	return nil
}

func (e *jsonEncoder) dict(v object.Value, d *object.Dict) *object.Exception {
	if d.Len() == 0 {
		e.b.WriteString("{}")
		return nil
	}
	items, err := object.CallMethod(e.t, v, "items")
	if err != nil {
		return err
	}
	list, err := object.ToSlice(e.t, items)
	if err != nil {
		return err
	}
	if e.sortK {
		l := object.NewList(list)
		if _, err := object.CallMethod(e.t, l, "sort"); err != nil {
			return err
		}
	}
	e.b.WriteByte('{')
	e.level++
	first := true
	for _, pair := range list {
		kv := tupleOf(pair)
		if len(kv) != 2 {
			return object.ValueErrorf("items must return 2-tuples")
		}
		name, skip, err := e.key(kv[0])
		if err != nil {
			return err
		}
		if skip {
			continue
		}
		if !first {
			e.b.WriteString(e.itemSeparator)
		}
		first = false
		e.line()
		e.b.WriteString(name + e.keySeparator)
		if err := e.value(kv[1]); err != nil {
			return err
		}
	}
	e.level--
	if !first {
		e.line()
	}
	e.b.WriteByte('}')
	return nil
}

// key is the quoted text of a key.
func (e *jsonEncoder) key(k object.Value) (text string, skip bool, err *object.Exception) {
	if s, ok := object.StrOf(k); ok {
		return e.quote(s), false, nil
	}
	text, ok, err := e.scalar(k)
	if err != nil {
		return "", false, err
	}
	if ok {
		return `"` + text + `"`, false, nil
	}
	if e.skipKeys {
		return "", true, nil
	}
	return "", false, object.TypeErrorf("keys must be str, int, float, bool or None, not %s", object.TypeName(k))
}
