package object

import "strings"

// asciiSpace is what bytes methods take as white space.
const asciiSpace = " \t\n\r\v\f"

func isASCIILower(c byte) bool { return c >= 'a' && c <= 'z' }
func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }
func isASCIIAlpha(c byte) bool { return isASCIILower(c | 0x20) }

// addBytesText defines the methods of bytes and bytearray that take the bytes as ASCII text
// (CPython 3.13 Objects/bytes_methods.c).
func addBytesText(typ *Type) {
	mapped := func(name string, f func(string) string) {
		typ.method0(name, func(t *Thread, self Value) (Value, *Exception) {
			b := bytesOf(self)
			return newBytesLike(typ, f(b)), t.Charge(int64(len(b)))
		})
	}
	mapped("lower", asciiLower)
	mapped("upper", asciiUpper)
	mapped("capitalize", func(s string) string {
		if s == "" {
			return s
		}
		return asciiUpper(s[:1]) + asciiLower(s[1:])
	})
	mapped("title", asciiTitle)
	mapped("swapcase", func(s string) string {
		b := []byte(s)
		for i, c := range b {
			if isASCIIAlpha(c) {
				b[i] = c ^ 0x20
			}
		}
		return string(b)
	})
	addBytesTests(typ)
	addBytesLayout(typ)
}

func asciiTitle(s string) string {
	b := []byte(s)
	inWord := false
	for i, c := range b {
		switch {
		case !isASCIIAlpha(c):
		case inWord:
			b[i] = c | 0x20
		default:
			b[i] = c &^ 0x20
		}
		inWord = isASCIIAlpha(c)
	}
	return string(b)
}

func addBytesTests(typ *Type) {
	tested := func(name string, f func(string) bool) {
		typ.method0(name, func(t *Thread, self Value) (Value, *Exception) { return Bool(f(bytesOf(self))), nil })
	}
	all := func(name string, f func(byte) bool) {
		tested(name, func(s string) bool {
			for i := 0; i < len(s); i++ {
				if !f(s[i]) {
					return false
				}
			}
			return s != "" || name == "isascii"
		})
	}
	all("isalnum", func(c byte) bool { return isASCIIAlpha(c) || isASCIIDigit(c) })
	all("isalpha", isASCIIAlpha)
	all("isascii", func(c byte) bool { return c < 0x80 })
	all("isdigit", isASCIIDigit)
	all("isspace", func(c byte) bool { return strings.IndexByte(asciiSpace, c) >= 0 })
	tested("islower", func(s string) bool { return asciiLower(s) == s && asciiUpper(s) != s })
	tested("isupper", func(s string) bool { return asciiUpper(s) == s && asciiLower(s) != s })
	tested("istitle", func(s string) bool { return asciiTitle(s) == s && asciiLower(s) != s })
}

func addBytesLayout(typ *Type) {
	add := func(decl string, fn func(t *Thread, b string, a []Value) (Value, *Exception)) {
		addBytesMethod(typ, decl, fn)
	}
	justify := func(name string, left func(missing, width int) int) {
		add(name+"(self, width, fillchar=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			return bytesJustify(t, typ, name, b, a, left)
		})
	}
	justify("ljust", func(missing, width int) int { return 0 })
	justify("rjust", func(missing, width int) int { return missing })
	justify("center", func(missing, width int) int { return missing/2 + missing&width&1 })
	add("zfill(self, width, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		width, err := AsIndex(t, a[1])
		if err != nil {
			return Value{}, err
		}
		missing := max(width-len(b), 0)
		sign := ""
		if b != "" && (b[0] == '+' || b[0] == '-') && missing > 0 {
			sign, b = b[:1], b[1:]
		}
		if err := t.Charge(int64(missing + len(b))); err != nil {
			return Value{}, err
		}
		return newBytesLike(typ, sign+strings.Repeat("0", missing)+b), nil
	})
	add("expandtabs(self, tabsize=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		size, err := indexOr(t, a[1], 8)
		if err != nil {
			return Value{}, err
		}
		if err := t.Charge(int64(strings.Count(b, "\t")) * int64(max(size, 0))); err != nil {
			return Value{}, err
		}
		return newBytesLike(typ, latin1Bytes(expandTabs(latin1Text(b), size))), nil
	})
	trim := func(name string, cut func(s, affix string) string) {
		add(name+"(self, affix, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			affix, err := bytesLike(t, a[1])
			return newBytesLike(typ, cut(b, affix)), err
		})
	}
	trim("removeprefix", strings.TrimPrefix)
	trim("removesuffix", strings.TrimSuffix)
	add("translate(self, table, /, delete=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		return bytesTranslate(t, typ, b, a[1], a[2])
	})
	typ.Add("maketrans", newStaticMethod(NewFunction(typ.Name, "maketrans", func(t *Thread, args Args) (Value, *Exception) {
		if err := args.NoKeywords(typ.Name + ".maketrans"); err != nil {
			return Value{}, err
		}
		return bytesMakeTrans(t, args)
	})))
}

func bytesJustify(t *Thread, typ *Type, name, b string, a []Value, left func(missing, width int) int) (Value, *Exception) {
	width, err := AsIndex(t, a[1])
	if err != nil {
		return Value{}, err
	}
	fill := " "
	if a[2].IsValid() {
		fill = bytesOf(a[2])
		if !isBytesLike(a[2]) || len(fill) != 1 {
			return Value{}, TypeErrorf("%s() argument 2 must be a byte string of length 1, not %s", name, argumentTypeName(a[2]))
		}
	}
	missing := max(width-len(b), 0)
	if err := t.Charge(int64(missing + len(b))); err != nil {
		return Value{}, err
	}
	before := left(missing, width)
	return newBytesLike(typ, strings.Repeat(fill, before)+b+strings.Repeat(fill, missing-before)), nil
}

func bytesTranslate(t *Thread, typ *Type, b string, tableArg, deleteArg Value) (Value, *Exception) {
	table, remove := "", ""
	var err *Exception
	if !tableArg.IsNone() {
		if table, err = bytesLike(t, tableArg); err != nil {
			return Value{}, err
		}
		if len(table) != 256 {
			return Value{}, ValueErrorf("translation table must be 256 characters long")
		}
	}
	if deleteArg.IsValid() {
		if remove, err = bytesLike(t, deleteArg); err != nil {
			return Value{}, err
		}
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if strings.IndexByte(remove, c) >= 0 {
			continue
		}
		if table != "" {
			c = table[c]
		}
		out = append(out, c)
	}
	return newBytesLike(typ, string(out)), t.Charge(int64(len(b)))
}

func bytesMakeTrans(t *Thread, args Args) (Value, *Exception) {
	if err := args.CheckCount("maketrans", 2, 2); err != nil {
		return Value{}, err
	}
	from, err := bytesLike(t, args.Pos[0])
	if err != nil {
		return Value{}, err
	}
	to, err := bytesLike(t, args.Pos[1])
	if err != nil {
		return Value{}, err
	}
	if len(from) != len(to) {
		return Value{}, ValueErrorf("maketrans arguments must have same length")
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i := range len(from) {
		table[from[i]] = to[i]
	}
	return NewBytes(string(table)), nil
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
