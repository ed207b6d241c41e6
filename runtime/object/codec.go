package object

import (
	"strings"
	"unicode/utf8"
)

// codec is a text encoding by its normalised name.
func codecName(method string, v Value) (string, *Exception) {
	if !v.IsValid() {
		return "utf-8", nil
	}
	s, ok := StrOf(v)
	if !ok {
		return "", TypeErrorf("%s() argument 'encoding' must be str, not %s", method, argumentTypeName(v))
	}
	switch strings.ReplaceAll(strings.ToLower(s), "_", "-") {
	case "utf-8", "utf8", "u8":
		return "utf-8", nil
	case "ascii", "us-ascii":
		return "ascii", nil
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1":
		return "latin-1", nil
	}
	return "", Errorf(LookupErrorType, "unknown encoding: %s", s)
}

func errorsMode(v Value) string {
	if s, ok := StrOf(v); v.IsValid() && ok {
		return s
	}
	return "strict"
}

// strDecoded decodes a bytes-like object.
func strDecoded(t *Thread, v, encoding, errorsArg Value) (string, *Exception) {
	if !isBytesLike(v) {
		if v.Type().Layout == LayoutStr {
			return "", TypeErrorf("decoding str is not supported")
		}
		return "", TypeErrorf("decoding to str: need a bytes-like object, %s found", v.Type().Name)
	}
	name, err := codecName("decode", encoding)
	if err != nil {
		return "", err
	}
	b := bytesOf(v)
	if name == "latin-1" {
		return latin1Text(b), t.Charge(int64(2 * len(b)))
	}
	var out []byte
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRuneInString(b[i:])
		if (r != utf8.RuneError || size > 1) && (name == "utf-8" || b[i] < 0x80) {
			out = append(out, b[i:i+size]...)
			i += size
			continue
		}
		bad := 1
		if name == "utf-8" {
			bad = invalidPrefix(b[i:])
		}
		switch errorsMode(errorsArg) {
		case "ignore":
		case "replace":
			out = append(out, "\ufffd"...)
		case "backslashreplace":
			for _, c := range []byte(b[i : i+bad]) {
				out = append(out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
			}
		case "surrogateescape":
			for _, c := range []byte(b[i : i+bad]) {
				out = appendRune(out, 0xdc00|rune(c))
			}
		default:
			return "", newUnicodeDecodeError(name, b, i, bad)
		}
		i += bad
	}
	return string(out), t.Charge(int64(len(out)))
}

// invalidPrefix is the number of bytes that begin like a character, at least one, before the
// byte that cannot follow.
func invalidPrefix(b string) int {
	for n := 1; n < min(len(b), utf8.UTFMax); n++ {
		if utf8.FullRuneInString(b[:n]) {
			return max(n-1, 1)
		}
	}
	if len(b) < utf8.UTFMax && !utf8.FullRuneInString(b) {
		return len(b)
	}
	return max(min(len(b), utf8.UTFMax)-1, 1)
}

func newUnicodeDecodeError(name, b string, at, size int) *Exception {
	reason := "invalid start byte"
	switch {
	case name == "ascii":
		reason = "ordinal not in range(128)"
	case !utf8.FullRuneInString(b[at:]):
		reason = "unexpected end of data"
	case b[at] >= 0xc2 && b[at] <= 0xf4:
		reason = "invalid continuation byte"
	}
	return NewExceptionArgs(UnicodeDecodeErrorType, NewStr(name), NewBytes(b), Int(int64(at)), Int(int64(at+size)), NewStr(reason))
}

// strEncode is str.encode.
func strEncode(t *Thread, v, encoding, errorsArg Value) (Value, *Exception) {
	name, err := codecName("encode", encoding)
	if err != nil {
		return Value{}, err
	}
	s := mustStr(v)
	if err := t.Charge(int64(len(s))); err != nil {
		return Value{}, err
	}
	limit := rune(0x110000)
	switch name {
	case "ascii":
		limit = 128
	case "latin-1":
		limit = 256
	}
	var out []byte
	for position := 0; s != ""; position++ {
		r, size := decodeRune(s)
		surrogate := r >= 0xd800 && r <= 0xdfff
		switch {
		case r < limit && name == "latin-1":
			out = append(out, byte(r))
		case r < limit && !surrogate:
			out = append(out, s[:size]...)
		default:
			part, err := encodeError(name, v, errorsMode(errorsArg), r, position)
			if err != nil {
				return Value{}, err
			}
			out = append(out, part...)
		}
		s = s[size:]
	}
	return NewBytes(string(out)), nil
}

func encodeError(name string, v Value, mode string, r rune, position int) ([]byte, *Exception) {
	switch mode {
	case "ignore":
		return nil, nil
	case "replace":
		return []byte("?"), nil
	case "backslashreplace":
		return appendEscaped(nil, r), nil
	case "xmlcharrefreplace":
		return []byte("&#" + formatInt64(int64(r)) + ";"), nil
	}
	reason := "ordinal not in range(128)"
	switch name {
	case "latin-1":
		reason = "ordinal not in range(256)"
	case "utf-8":
		reason = "surrogates not allowed"
	}
	return nil, NewExceptionArgs(UnicodeEncodeErrorType, NewStr(name), v, Int(int64(position)), Int(int64(position+1)), NewStr(reason))
}
