package object

import (
	"strings"
	"unicode/utf8"
)

// bytesMethod adapts a method of bytes and bytearray; slot 0 is self.
func addBytesMethod(typ *Type, decl string, fn func(t *Thread, b string, a []Value) (Value, *Exception)) {
	binder := newMethodBinder(typ, decl)
	typ.AddMethod(binder.sig.Name, func(t *Thread, args Args) (Value, *Exception) {
		var buf [4]Value
		slots := buf[:1+binder.sig.Slots()]
		if err := binder.bind(args, slots); err != nil {
			return Value{}, err
		}
		if !isBytesLike(slots[0]) {
			return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", binder.sig.Name, typ.Name, slots[0].Type().Name)
		}
		return fn(t, bytesOf(slots[0]), slots)
	})
}

func addBytesMethods(typ *Type) {
	add := func(decl string, fn func(t *Thread, b string, a []Value) (Value, *Exception)) {
		addBytesMethod(typ, decl, fn)
	}
	wrap := func(b string) Value { return newBytesLike(typ, b) }
	add("decode(self, encoding=, errors=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		return newStrResult(strDecoded(t, a[0], a[1], a[2]))
	})
	add("hex(self, sep=, bytes_per_sep=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		return bytesHex(t, b, a[1], a[2])
	})
	typ.Add("fromhex", newClassMethod(NewFunction("builtins", "fromhex", func(t *Thread, a Args) (Value, *Exception) {
		return bytesFromHex(typ, a)
	})))
	find := func(name string, search func(s, sub string) int, must bool) {
		add(name+"(self, sub, start=, end=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			sub, start, end, err := bytesWindow(t, b, a)
			if err != nil {
				return Value{}, err
			}
			i := -1
			if start <= end {
				i = search(b[start:end], sub)
			}
			if i < 0 && must {
				return Value{}, ValueErrorf("subsection not found")
			}
			if i >= 0 {
				i += start
			}
			return Int(int64(i)), nil
		})
	}
	find("find", strings.Index, false)
	find("rfind", strings.LastIndex, false)
	find("index", strings.Index, true)
	find("rindex", strings.LastIndex, true)
	add("count(self, sub, start=, end=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		sub, start, end, err := bytesWindow(t, b, a)
		if err != nil || start > end {
			return Int(0), err
		}
		if sub == "" {
			return Int(int64(end - start + 1)), nil
		}
		return Int(int64(strings.Count(b[start:end], sub))), nil
	})
	affix := func(name string, test func(s, affix string) bool) {
		add(name+"(self, affix, start=, end=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			return bytesHasAffix(t, name, b, a, test)
		})
	}
	affix("startswith", strings.HasPrefix)
	affix("endswith", strings.HasSuffix)
	add("replace(self, old, new, count=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		old, err := bytesLike(t, a[1])
		if err != nil {
			return Value{}, err
		}
		with, err := bytesLike(t, a[2])
		if err != nil {
			return Value{}, err
		}
		n := -1
		if a[3].IsValid() {
			if n, err = AsIndex(t, a[3]); err != nil {
				return Value{}, err
			}
		}
		if err := t.Charge(int64(len(b)) + int64(len(b)+1)*int64(len(with))); err != nil {
			return Value{}, err
		}
		return wrap(strings.Replace(b, old, with, n)), nil
	})
	addBytesSplit(typ, add, wrap)
}

type bytesMethodAdder func(decl string, fn func(t *Thread, b string, a []Value) (Value, *Exception))

func addBytesSplit(typ *Type, add bytesMethodAdder, wrap func(string) Value) {
	list := func(parts []string) Value {
		items := make([]Value, len(parts))
		for i, p := range parts {
			items[i] = wrap(p)
		}
		return NewList(items)
	}
	split := func(name string, bySpace func(string, int) []string, bySep func(s, sep string, n int) []string) {
		add(name+"(self, sep=, maxsplit=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			limit := -1
			if a[2].IsValid() {
				n, err := AsIndex(t, a[2])
				if err != nil {
					return Value{}, err
				}
				limit = n
			}
			if err := t.Charge(int64(len(b)) * 8); err != nil {
				return Value{}, err
			}
			if !a[1].IsValid() || a[1].IsNone() {
				return list(bySpace(b, limit)), nil
			}
			sep, err := bytesLike(t, a[1])
			if err != nil {
				return Value{}, err
			}
			if sep == "" {
				return Value{}, ValueErrorf("empty separator")
			}
			return list(bySep(b, sep, limit)), nil
		})
	}
	split("split", splitSpace, splitLeft)
	split("rsplit", rsplitSpace, splitRight)
	add("splitlines(self, keepends=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		keep := a[1].IsValid() && a[1] == True
		return list(splitLines(b, keep, func(r rune) bool { return r == '\n' || r == '\r' })), nil
	})
	part := func(name string, at func(s, sep string) int, missing func(b string) (string, string)) {
		add(name+"(self, sep, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			sep, err := bytesLike(t, a[1])
			if err != nil {
				return Value{}, err
			}
			if sep == "" {
				return Value{}, ValueErrorf("empty separator")
			}
			i := at(b, sep)
			if i < 0 {
				before, after := missing(b)
				return NewTuple(wrap(before), wrap(""), wrap(after)), nil
			}
			return NewTuple(wrap(b[:i]), wrap(sep), wrap(b[i+len(sep):])), nil
		})
	}
	part("partition", strings.Index, func(b string) (string, string) { return b, "" })
	part("rpartition", strings.LastIndex, func(b string) (string, string) { return "", b })
	strip := func(name string, left, right bool) {
		add(name+"(self, chars=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			chars := " \t\n\r\v\f"
			if a[1].IsValid() && !a[1].IsNone() {
				c, err := bytesLike(t, a[1])
				if err != nil {
					return Value{}, err
				}
				chars = c
			}
			for left && b != "" && strings.IndexByte(chars, b[0]) >= 0 {
				b = b[1:]
			}
			for right && b != "" && strings.IndexByte(chars, b[len(b)-1]) >= 0 {
				b = b[:len(b)-1]
			}
			return wrap(b), nil
		})
	}
	strip("strip", true, true)
	strip("lstrip", true, false)
	strip("rstrip", false, true)
	add("join(self, iterable, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		if a[1].Type().Slots.Iter == nil && a[1].Type().Slots.GetItem == nil {
			return Value{}, TypeErrorf("can only join an iterable")
		}
		items, err := ToSlice(t, a[1])
		if err != nil {
			return Value{}, err
		}
		parts := make([]string, len(items))
		size := len(b) * len(items)
		for i, v := range items {
			if !isBytesLike(v) {
				return Value{}, TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, v.Type().Name)
			}
			parts[i] = bytesOf(v)
			size += len(parts[i])
		}
		if err := t.Charge(int64(size)); err != nil {
			return Value{}, err
		}
		return wrap(strings.Join(parts, b)), nil
	})
}

func bytesWindow(t *Thread, b string, a []Value) (sub string, start, end int, err *Exception) {
	if i, ok := SmallInt(a[1]); ok {
		if i < 0 || i > 255 {
			return "", 0, 0, ValueErrorf("byte must be in range(0, 256)")
		}
		sub = string([]byte{byte(i)})
	} else if sub, err = bytesLike(t, a[1]); err != nil {
		return "", 0, 0, TypeErrorf("argument should be integer or bytes-like object, not '%s'", a[1].Type().Name)
	}
	start, end, err = searchRange(t, a[2], a[3], len(b))
	return sub, start, end, err
}

func bytesHasAffix(t *Thread, name, b string, a []Value, test func(s, affix string) bool) (Value, *Exception) {
	start, end, err := searchRange(t, a[2], a[3], len(b))
	if err != nil {
		return Value{}, err
	}
	affixes := []Value{a[1]}
	if tuple, ok := AsTuple(a[1]); ok {
		affixes = tuple.Items
	}
	for _, v := range affixes {
		if !isBytesLike(v) {
			return Value{}, TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", name, v.Type().Name)
		}
		if start <= end && test(b[start:end], bytesOf(v)) {
			return True, nil
		}
	}
	return False, nil
}

func asciiLower(s string) string { return mapASCII(s, 'A', 'Z', 32) }
func asciiUpper(s string) string { return mapASCII(s, 'a', 'z', -32) }

func mapASCII(s string, from, to byte, shift int) string {
	b := []byte(s)
	for i, c := range b {
		if c >= from && c <= to {
			b[i] = byte(int(c) + shift)
		}
	}
	return string(b)
}

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

func addByteArrayMethods() {
	add := func(decl string, fn func(t *Thread, b *ByteArray, a []Value) (Value, *Exception)) {
		addBytesMethod(ByteArrayType, decl, func(t *Thread, _ string, a []Value) (Value, *Exception) {
			b, _ := AsByteArray(a[0])
			return fn(t, b, a)
		})
	}
	add("append(self, item, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		c, err := byteValue(t, "bytearray", a[1])
		if err != nil {
			return Value{}, err
		}
		b.B = append(b.B, c)
		return None, t.Charge(1)
	})
	add("extend(self, iterable, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		more := bytesOf(a[1])
		if !isBytesLike(a[1]) {
			if a[1].Type().Slots.Iter == nil && a[1].Type().Slots.GetItem == nil {
				return Value{}, TypeErrorf("can't extend bytearray with %s", TypeName(a[1]))
			}
			var err *Exception
			if more, err = bytesFromIterable(t, "bytearray", a[1]); err != nil {
				return Value{}, err
			}
		}
		b.B = append(b.B, more...)
		return None, t.Charge(int64(len(more)))
	})
	add("insert(self, index, item, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		i, err := clampIndexStrict(t, a[1], len(b.B))
		if err != nil {
			return Value{}, err
		}
		c, err := byteValue(t, "bytearray", a[2])
		if err != nil {
			return Value{}, err
		}
		b.B = append(b.B, 0)
		copy(b.B[i+1:], b.B[i:])
		b.B[i] = c
		return None, t.Charge(1)
	})
	add("remove(self, value, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		c, err := byteValue(t, "bytearray", a[1])
		if err != nil {
			return Value{}, err
		}
		i := strings.IndexByte(string(b.B), c)
		if i < 0 {
			return Value{}, ValueErrorf("value not found in bytearray")
		}
		b.B = append(b.B[:i], b.B[i+1:]...)
		return None, nil
	})
	add("clear(self, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) { b.B = nil; return None, nil })
	add("pop(self, index=, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		i := len(b.B) - 1
		if a[1].IsValid() {
			n, err := AsIndex(t, a[1])
			if err != nil {
				return Value{}, err
			}
			if i = n; i < 0 {
				i += len(b.B)
			}
		}
		if len(b.B) == 0 {
			return Value{}, NewException(IndexErrorType, "pop from empty bytearray")
		}
		if i < 0 || i >= len(b.B) {
			return Value{}, NewException(IndexErrorType, "pop index out of range")
		}
		c := b.B[i]
		b.B = append(b.B[:i], b.B[i+1:]...)
		return Int(int64(c)), nil
	})
	add("reverse(self, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) { reverseBytes(b.B); return None, nil })
	add("copy(self, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		return newBytesLike(ByteArrayType, string(b.B)), t.Charge(int64(len(b.B)))
	})
}

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
