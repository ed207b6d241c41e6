package object

import (
	"strings"
)

func bytesFromHex(typ *Type, args Args) (Value, *Exception) {
	if err := args.exactlyOne(typ.Name + ".fromhex"); err != nil {
		return Value{}, err
	}
	s, ok := StrOf(args.Pos[len(args.Pos)-1])
	if !ok {
		return Value{}, TypeErrorf("fromhex() argument must be str, not %s", argumentTypeName(args.Pos[len(args.Pos)-1]))
	}
	var out []byte
	for i := 0; i < len(s); {
		if s[i] == ' ' || s[i] >= '\t' && s[i] <= '\r' {
			i++
			continue
		}
		if i+1 >= len(s) || hexValue(s[i]) < 0 || hexValue(s[i+1]) < 0 {
			at := i
			if hexValue(s[i]) >= 0 {
				at++
			}
			return Value{}, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", at)
		}
		out = append(out, byte(hexValue(s[i])<<4|hexValue(s[i+1])))
		i += 2
	}
	return newBytesLike(typ, string(out)), nil
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// hexText writes bytes in hexadecimal, with a separator between groups of groupSize bytes that are
// counted from the right, or from the left when groupSize is negative.
func hexText(b, sep string, groupSize int) string {
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		boundary := i
		if groupSize > 0 {
			boundary = len(b) - i
		}
		if i > 0 && groupSize != 0 && boundary%groupSize == 0 {
			out.WriteString(sep)
		}
		out.WriteByte(hexDigits[b[i]>>4])
		out.WriteByte(hexDigits[b[i]&15])
	}
	return out.String()
}

// bytesHex is bytes.hex(sep, bytes_per_sep).
func bytesHex(t *Thread, b string, sepArg, groupArg Value) (Value, *Exception) {
	groupSize, err := indexOr(t, groupArg, 1)
	if err != nil {
		return Value{}, err
	}
	sep := ""
	if sepArg.IsValid() {
		length, err := Len(t, sepArg)
		if err != nil {
			return Value{}, err
		}
		text, isStr := StrOf(sepArg)
		if !isStr {
			text = bytesOf(sepArg)
		}
		switch {
		case length != 1:
			return Value{}, ValueErrorf("sep must be length 1.")
		case !isStr && !isBytesLike(sepArg):
			return Value{}, TypeErrorf("sep must be str or bytes.")
		case text[0] >= 0x80:
			return Value{}, ValueErrorf("sep must be ASCII.")
		}
		sep = text
	}
	return NewStr(hexText(b, sep, groupSize)), t.Charge(int64(3 * len(b)))
}
