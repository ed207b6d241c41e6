package syntax

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxIntDigits is CPython's limit on decimal literals (sys.int_info.default_max_str_digits).
const maxIntDigits = 4300

// numberConstant makes the value of a number token.
func (p *parser) numberConstant(t token) Expr {
	text := p.text(t)
	c := &Constant{Span: t.span()}
	if strings.IndexByte(text, '_') >= 0 {
		text = strings.ReplaceAll(text, "_", "")
	}
	last := text[len(text)-1]
	radix := len(text) > 1 && text[0] == '0' && (text[1]|0x20 == 'x' || text[1]|0x20 == 'o' || text[1]|0x20 == 'b')
	switch {
	case !radix && (last == 'j' || last == 'J'):
		c.Kind, c.Float = ConstImaginary, parseFloat(text[:len(text)-1])
	case !radix && strings.ContainsAny(text, ".eE"):
		c.Kind, c.Float = ConstFloat, parseFloat(text)
	default:
		p.setInt(c, text, radix)
	}
	return c
}

// parseFloat returns infinity for a number that is too big, as CPython does.
func parseFloat(text string) float64 {
	f, _ := strconv.ParseFloat(text, 64)
	return f
}

func (p *parser) setInt(c *Constant, text string, radix bool) {
	c.Kind = ConstInt
	base := 10
	if radix {
		switch text[1] | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		default:
			base = 2
		}
		text = text[2:]
	}
	if n, err := strconv.ParseInt(text, base, 64); err == nil {
		c.Int = n
		return
	}
	if base == 10 && len(text) > maxIntDigits {
		p.raiseAt(c.Span, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", maxIntDigits, len(text))
	}
	c.Big, _ = new(big.Int).SetString(text, base)
}

// splitLiteral takes a string token's text apart.
func splitLiteral(text string) (prefix, body string) {
	quote := strings.IndexAny(text, `'"`)
	prefix, body = text[:quote], text[quote:]
	if len(body) >= 6 && body[0] == body[1] && body[0] == body[2] {
		return prefix, body[3 : len(body)-3]
	}
	return prefix, body[1 : len(body)-1]
}

// stringValue returns the value of a string token, and whether it is bytes.
func (p *parser) stringValue(t token) (value string, isBytes bool) {
	prefix, body := splitLiteral(p.text(t))
	raw := strings.ContainsAny(prefix, "rR")
	isBytes = strings.ContainsAny(prefix, "bB")
	if isBytes {
		for i := 0; i < len(body); i++ {
			if body[i] >= utf8.RuneSelf {
				p.raiseAt(t.span(), "bytes can only contain ASCII literal characters")
			}
		}
	}
	if raw || strings.IndexByte(body, '\\') < 0 {
		return body, isBytes
	}
	value = p.unescape(t, body, isBytes)
	p.warnEscape(t, t.line)
	return value, isBytes
}

// warnEscape gives the warning of the string that was just read.
func (p *parser) warnEscape(t token, line int32) {
	if p.badEscape == "" || p.warned[t.start] {
		return
	}
	if p.warned == nil {
		p.warned = map[int32]bool{}
	}
	p.warned[t.start] = true
	p.sc.warn(line, p.badEscape)
}

// unescape replaces the escapes of a string that is not raw.
func (p *parser) unescape(t token, body string, isBytes bool) string {
	var b strings.Builder
	b.Grow(len(body))
	p.badEscape = ""
	for i := 0; i < len(body); {
		c := body[i]
		if c != '\\' || i+1 == len(body) {
			b.WriteByte(c)
			i++
			continue
		}
		i += p.unescapeOne(&b, t, body, i, isBytes)
	}
	return b.String()
}

const simpleEscapes = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v"

// unescapeOne writes the character of the escape at i and returns its length in the source.
func (p *parser) unescapeOne(b *strings.Builder, t token, body string, i int, isBytes bool) int {
	c := body[i+1]
	if c == '\n' {
		return 2
	}
	for k := 0; k < len(simpleEscapes); k += 2 {
		if simpleEscapes[k] == c {
			b.WriteByte(simpleEscapes[k+1])
			return 2
		}
	}
	digits := 0
	switch {
	case c >= '0' && c <= '7':
		return p.octal(b, body, i, isBytes)
	case c == 'x':
		digits = 2
	case c == 'u' && !isBytes:
		digits = 4
	case c == 'U' && !isBytes:
		digits = 8
	case c == 'N' && !isBytes:
		return p.namedCharacter(b, t, body, i)
	default:
		if p.badEscape == "" && c < utf8.RuneSelf {
			p.badEscape = invalidEscape(string(c))
		}
		b.WriteByte('\\')
		return 1
	}
	n := 0
	for n < digits && i+2+n < len(body) && isHexDigit(body[i+2+n]) {
		n++
	}
	if n < digits {
		p.failEscape(t, body, i, n, c, isBytes)
	}
	value, _ := strconv.ParseUint(body[i+2:i+2+digits], 16, 32)
	if value > utf8.MaxRune {
		p.raiseAt(t.span(), "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: illegal Unicode character",
			i, i+1+digits)
	}
	writeChar(b, uint32(value), isBytes)
	return 2 + digits
}

func (p *parser) failEscape(t token, body string, i, digits int, c byte, isBytes bool) {
	if isBytes {
		p.raiseAt(t.span(), "(value error) invalid \\x escape at position %d", i)
	}
	shape := map[byte]string{'x': "\\xXX", 'u': "\\uXXXX", 'U': "\\UXXXXXXXX"}[c]
	p.raiseAt(t.span(), "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: truncated %s escape",
		i, i+1+digits, shape)
}

func (p *parser) octal(b *strings.Builder, body string, i int, isBytes bool) int {
	n, value := 1, uint32(0)
	for n < 4 && i+n < len(body) && body[i+n] >= '0' && body[i+n] <= '7' {
		value = value*8 + uint32(body[i+n]-'0')
		n++
	}
	if value > 0o377 && p.badEscape == "" {
		p.badEscape = "invalid octal escape sequence '" + body[i:i+n] + "'"
	}
	if isBytes {
		value &= 0xff
	}
	writeChar(b, value, isBytes)
	return n
}

// writeChar writes a byte, or a character in UTF-8 that keeps lone surrogates.
func writeChar(b *strings.Builder, value uint32, isBytes bool) {
	switch {
	case isBytes:
		b.WriteByte(byte(value))
	case value >= 0xd800 && value <= 0xdfff:
		b.Write([]byte{0xe0 | byte(value>>12), 0x80 | byte(value>>6)&0x3f, 0x80 | byte(value)&0x3f})
	default:
		b.WriteRune(rune(value))
	}
}

// namedCharacter replaces \N{…} for the names known.
func (p *parser) namedCharacter(b *strings.Builder, t token, body string, i int) int {
	end := strings.IndexByte(body[i:], '}')
	if i+2 >= len(body) || body[i+2] != '{' || end < 4 {
		last := i + 1
		if last+1 < len(body) && body[last+1] == '{' {
			last = len(body) - 1
		}
		p.raiseAt(t.span(), "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: malformed \\N character escape", i, last)
	}
	r, ok := characterNamed(body[i+3 : i+end])
	if !ok {
		p.raiseAt(t.span(), "the character name in %s is not supported here; write the character itself or its \\u escape", body[i:i+end+1])
	}
	b.WriteRune(r)
	return end + 1
}
