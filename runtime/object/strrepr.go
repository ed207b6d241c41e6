package object

import (
	"strings"
	"unicode"
)

const hexDigits = "0123456789abcdef"

// StrRepr is repr(str): single quotes unless the text holds only double ones.
func StrRepr(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := make([]byte, 0, len(s)+2)
	b = append(b, quote)
	for len(s) > 0 {
		r, size := decodeRune(s)
		switch {
		case r == rune(quote) || r == '\\':
			b = append(b, '\\', byte(r))
		case r < 0x20 || r == 0x7f:
			b = appendControl(b, byte(r))
		case r < 0x7f:
			b = append(b, byte(r))
		case IsPrintable(r):
			b = append(b, s[:size]...)
		default:
			b = appendEscaped(b, r)
		}
		s = s[size:]
	}
	return string(append(b, quote))
}

func appendControl(b []byte, c byte) []byte {
	switch c {
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
}

func appendEscaped(b []byte, r rune) []byte {
	letter, digits := byte('x'), 2
	switch {
	case r > 0xffff:
		letter, digits = 'U', 8
	case r > 0xff:
		letter, digits = 'u', 4
	}
	b = append(b, '\\', letter)
	for shift := (digits - 1) * 4; shift >= 0; shift -= 4 {
		b = append(b, hexDigits[r>>shift&15])
	}
	return b
}

// IsPrintable is str.isprintable for one code point.
func IsPrintable(r rune) bool {
	return r == ' ' || (unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Zs, r))
}

// BytesRepr is repr(bytes).
func BytesRepr(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := append(make([]byte, 0, len(s)+3), 'b', quote)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == quote || c == '\\':
			b = append(b, '\\', c)
		case c < 0x20 || c >= 0x7f:
			b = appendControl(b, c)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, quote))
}
