package trace

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// jsonWriter builds JSON objects by hand: exports are linear streams, and reflection
// costs download size.
type jsonWriter struct {
	buf   []byte
	comma bool
}

func (w *jsonWriter) open() {
	w.buf = append(w.buf, '{')
	w.comma = false
}

func (w *jsonWriter) close() {
	w.buf = append(w.buf, '}')
	w.comma = true
}

func (w *jsonWriter) key(name string) {
	if w.comma {
		w.buf = append(w.buf, ',')
	}
	w.comma = true
	w.buf = append(w.buf, '"')
	w.buf = append(w.buf, name...)
	w.buf = append(w.buf, '"', ':')
}

func (w *jsonWriter) text(name, value string) {
	w.key(name)
	w.buf = appendJSONString(w.buf, value)
}

func (w *jsonWriter) int(name string, value int64) {
	w.key(name)
	w.buf = strconv.AppendInt(w.buf, value, 10)
}

// float writes a number; JSON has no infinities, which become null.
func (w *jsonWriter) float(name string, value float64) {
	w.key(name)
	if math.IsInf(value, 0) || math.IsNaN(value) {
		w.buf = append(w.buf, "null"...)
		return
	}
	w.buf = strconv.AppendFloat(w.buf, value, 'g', -1, 64)
}

const hexDigits = "0123456789abcdef"

// appendJSONString appends s as a JSON string in ASCII-safe form for the characters
// that end strings, lines or scripts.
func appendJSONString(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s { // invalid UTF-8 comes as U+FFFD
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r < 0x20 || r == 0x7f || r == '<' || r == '>' || r == '&':
			b = append(b, '\\', 'u', '0', '0', hexDigits[r>>4&15], hexDigits[r&15])
		case r == 0x2028 || r == 0x2029:
			b = append(b, '\\', 'u', '2', '0', '2', hexDigits[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
