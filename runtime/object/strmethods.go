package object

import (
	"strings"
	"unicode"
)

// textMethod adapts a method of str whose arguments are bound by a signature; slot 0 is self.
func textMethod(decl string, fn func(t *Thread, s *Str, a []Value) (Value, *Exception)) NativeFn {
	binder := newMethodBinder(StrType, decl)
	return func(t *Thread, args Args) (Value, *Exception) {
		var buf [6]Value
		slots := buf[:1+binder.sig.Slots()]
		if err := binder.bind(args, slots); err != nil {
			return Value{}, err
		}
		s, ok := AsStr(slots[0])
		if !ok {
			return Value{}, TypeErrorf("descriptor '%s' for 'str' objects doesn't apply to a '%s' object", binder.sig.Name, slots[0].Type().Name)
		}
		return fn(t, s, slots)
	}
}

func addStrMethods() {
	add := func(decl string, fn func(t *Thread, s *Str, a []Value) (Value, *Exception)) {
		name, _, _ := strings.Cut(decl, "(")
		StrType.AddMethod(name, textMethod(decl, fn))
	}
	mapped := func(name string, f func(string) string) {
		StrType.method0(name, func(t *Thread, self Value) (Value, *Exception) {
			s, _ := AsStr(self)
			if err := t.Charge(int64(len(s.S))); err != nil {
				return Value{}, err
			}
			return NewStr(f(s.S)), nil
		})
	}
	mapped("lower", lowerText)
	mapped("upper", upperText)
	mapped("casefold", foldText)
	mapped("title", titleText)
	mapped("capitalize", capitalizeText)
	mapped("swapcase", swapCase)

	tested := func(name string, f func(string) bool) {
		StrType.method0(name, func(t *Thread, self Value) (Value, *Exception) { return Bool(f(mustStr(self))), nil })
	}
	tested("isalpha", allRunes(unicode.IsLetter))
	tested("isdigit", allRunes(isDigitRune))
	tested("isdecimal", allRunes(unicode.IsDigit))
	tested("isnumeric", allRunes(unicode.IsNumber))
	tested("isalnum", allRunes(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }))
	tested("isspace", allRunes(isSpaceRune))
	tested("isidentifier", IsIdentifier)
	tested("isascii", func(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) < 0 })
	tested("isprintable", func(s string) bool { return s == "" || allRunes(IsPrintable)(s) })
	tested("islower", func(s string) bool { return hasCase(s, isLower, isUpper) })
	tested("isupper", func(s string) bool { return hasCase(s, isUpper, isLower) })
	tested("istitle", isTitle)

	addStrSearch(add)
	addStrSplit(add)
	addStrLayout(add)
	StrType.AddMethod("format", strFormatMethod)
	add("format_map(self, mapping, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return newStrResult(formatTemplate(t, s.S, Args{}, a[1]))
	})
	add("encode(self, encoding=, errors=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strEncode(t, s.Value(), a[1], a[2])
	})
	add("translate(self, table, /)", strTranslate)
	StrType.Add("maketrans", newStaticMethod(NewFunction("builtins", "maketrans", strMakeTrans)))
	StrType.AddMethod("__getnewargs__", func(t *Thread, a Args) (Value, *Exception) { return NewTuple(a.Pos[0]), nil })
}

func newStrResult(s string, err *Exception) (Value, *Exception) {
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

func allRunes(f func(rune) bool) func(string) bool {
	return func(s string) bool {
		for _, r := range s {
			if !f(r) {
				return false
			}
		}
		return s != ""
	}
}

func hasCase(s string, wanted, unwanted func(rune) bool) bool {
	found := false
	for _, r := range s {
		if unwanted(r) || unicode.IsTitle(r) {
			return false
		}
		found = found || wanted(r)
	}
	return found
}

func isTitle(s string) bool {
	found, inWord := false, false
	for _, r := range s {
		switch {
		case isUpper(r) || unicode.IsTitle(r):
			if inWord {
				return false
			}
			inWord, found = true, true
		case isLower(r):
			if !inWord {
				return false
			}
			found = true
		default:
			inWord = false
		}
	}
	return found
}

func isDigitRune(r rune) bool {
	if r < 128 {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r) || strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", r)
}

// isSpaceRune is what str.isspace, strip and split take as white space.
func isSpaceRune(r rune) bool { return unicode.IsSpace(r) || (r >= 0x1c && r <= 0x1f) }

// asciiDigits turns decimal digits of other scripts into ASCII ones, for int() and float().
func asciiDigits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if r < 0x80 || !unicode.IsDigit(r) {
					return r
				}
				zero := r
				for unicode.IsDigit(zero-1) && r-zero < 9 {
					zero--
				}
				return '0' + (r - zero)
			}, s)
		}
	}
	return s
}

// IsIdentifier is str.isidentifier.
func IsIdentifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && !(i > 0 && (unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r) || unicode.Is(unicode.Pc, r))) {
			return false
		}
	}
	return s != ""
}

type strMethodAdder func(decl string, fn func(t *Thread, s *Str, a []Value) (Value, *Exception))

func addStrSearch(add strMethodAdder) {
	find := func(name string, search func(s, sub string) int, mustFind bool) {
		add(name+"(self, sub, start=, end=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
			sub, window, offset, err := searchWindow(t, name, s, a)
			if err != nil {
				return Value{}, err
			}
			i := -1
			if offset >= 0 {
				i = search(window, sub)
			}
			if i < 0 {
				if mustFind {
					return Value{}, ValueErrorf("substring not found")
				}
				return Int(-1), nil
			}
			return Int(int64(s.charOffset(offset + i))), nil
		})
	}
	find("find", strings.Index, false)
	find("rfind", strings.LastIndex, false)
	find("index", strings.Index, true)
	find("rindex", strings.LastIndex, true)
	add("count(self, sub, start=, end=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		sub, window, offset, err := searchWindow(t, "count", s, a)
		if err != nil || offset < 0 {
			return Int(0), err
		}
		return Int(int64(strings.Count(window, sub))), nil
	})
	affix := func(name string, test func(s, affix string) bool) {
		add(name+"(self, affix, start=, end=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
			return strHasAffix(t, name, s, a, test)
		})
	}
	affix("startswith", strings.HasPrefix)
	affix("endswith", strings.HasSuffix)
	add("removeprefix(self, prefix, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		p, err := needStr("removeprefix() argument", a[1])
		return NewStr(strings.TrimPrefix(s.S, p)), err
	})
	add("removesuffix(self, suffix, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		p, err := needStr("removesuffix() argument", a[1])
		return NewStr(strings.TrimSuffix(s.S, p)), err
	})
	add("replace(self, old, new, /, count=)", strReplace)
}

func needStr(what string, v Value) (string, *Exception) {
	if s, ok := StrOf(v); ok {
		return s, nil
	}
	return "", TypeErrorf("%s must be str, not %s", what, argumentTypeName(v))
}

// searchWindow returns what to search for, the part of s between a[2] and a[3], and the
// byte offset where that begins (-1 when the window is empty in a way that matches nothing).
func searchWindow(t *Thread, name string, s *Str, a []Value) (sub, window string, offset int, err *Exception) {
	sub, err = needStr(name+"() argument 1", a[1])
	if err != nil {
		return "", "", 0, err
	}
	start, end, err := searchRange(t, a[2], a[3], s.Length)
	if err != nil {
		return "", "", 0, err
	}
	if start > end || start > s.Length {
		return sub, "", -1, nil
	}
	offset = s.byteOffset(start)
	return sub, s.S[offset:s.byteOffset(end)], offset, nil
}

// searchRange reads optional start and end arguments as slice bounds of a sequence.
func searchRange(t *Thread, startArg, endArg Value, length int) (start, end int, err *Exception) {
	end = length
	if startArg.IsValid() && !startArg.IsNone() {
		if start, err = sliceIndex(t, startArg); err != nil {
			return 0, 0, err
		}
	}
	if endArg.IsValid() && !endArg.IsNone() {
		if end, err = sliceIndex(t, endArg); err != nil {
			return 0, 0, err
		}
	}
	if end < 0 {
		end = max(end+length, 0)
	}
	if start < 0 {
		start = max(start+length, 0)
	}
	return start, min(end, length), nil
}

func sliceIndex(t *Thread, v Value) (int, *Exception) {
	if v.Type().Slots.Index == nil {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return AsIndex(t, v)
}

func strHasAffix(t *Thread, name string, s *Str, a []Value, test func(s, affix string) bool) (Value, *Exception) {
	start, end, err := searchRange(t, a[2], a[3], s.Length)
	if err != nil {
		return Value{}, err
	}
	affixes := []Value{a[1]}
	if tuple, ok := AsTuple(a[1]); ok {
		affixes = tuple.Items
	}
	for _, v := range affixes {
		affix, ok := StrOf(v)
		if !ok {
			if len(affixes) == 1 && v == a[1] {
				return Value{}, TypeErrorf("%s first arg must be str or a tuple of str, not %s", name, v.Type().Name)
			}
			return Value{}, TypeErrorf("tuple for %s must only contain str, not %s", name, v.Type().Name)
		}
		if start <= end && test(s.S[s.byteOffset(start):s.byteOffset(end)], affix) {
			return True, nil
		}
	}
	return False, nil
}

func strReplace(t *Thread, s *Str, a []Value) (Value, *Exception) {
	old, err := needStr("replace() argument 1", a[1])
	if err != nil {
		return Value{}, err
	}
	with, err := needStr("replace() argument 2", a[2])
	if err != nil {
		return Value{}, err
	}
	count := -1
	if a[3].IsValid() {
		if count, err = AsIndex(t, a[3]); err != nil {
			return Value{}, err
		}
	}
	occurrences := strings.Count(s.S, old)
	if count >= 0 {
		occurrences = min(occurrences, count)
	}
	if err := t.Charge(int64(len(s.S)) + int64(occurrences)*int64(len(with))); err != nil {
		return Value{}, err
	}
	return NewStr(strings.Replace(s.S, old, with, count)), nil
}

func addStrSplit(add strMethodAdder) {
	add("split(self, sep=, maxsplit=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strSplit(t, s.S, a[1], a[2], splitSpace, splitLeft)
	})
	add("rsplit(self, sep=, maxsplit=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strSplit(t, s.S, a[1], a[2], rsplitSpace, splitRight)
	})
	add("splitlines(self, keepends=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		keep := false
		if a[1].IsValid() {
			var err *Exception
			if keep, err = Truth(t, a[1]); err != nil {
				return Value{}, err
			}
		}
		return newStrList(t, splitLines(s.S, keep, isLineBreak))
	})
	add("partition(self, sep, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strPartition(s, a[1], strings.Index, true)
	})
	add("rpartition(self, sep, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strPartition(s, a[1], strings.LastIndex, false)
	})
	add("join(self, iterable, /)", strJoin)
}

func newStrList(t *Thread, parts []string) (Value, *Exception) {
	items := make([]Value, len(parts))
	size := 0
	for i, p := range parts {
		items[i] = NewStr(p)
		size += len(p) + 64
	}
	return NewList(items), t.Charge(int64(size))
}

func strSplit(t *Thread, s string, sepArg, maxArg Value, bySpace func(string, int) []string, bySep func(s, sep string, n int) []string) (Value, *Exception) {
	limit := -1
	if maxArg.IsValid() {
		var err *Exception
		if limit, err = AsIndex(t, maxArg); err != nil {
			return Value{}, err
		}
	}
	if !sepArg.IsValid() || sepArg.IsNone() {
		return newStrList(t, bySpace(s, limit))
	}
	sep, ok := StrOf(sepArg)
	if !ok {
		return Value{}, TypeErrorf("must be str or None, not %s", sepArg.Type().Name)
	}
	if sep == "" {
		return Value{}, ValueErrorf("empty separator")
	}
	return newStrList(t, bySep(s, sep, limit))
}

func splitLeft(s, sep string, limit int) []string {
	if limit < 0 {
		return strings.Split(s, sep)
	}
	return strings.SplitN(s, sep, limit+1)
}

func splitRight(s, sep string, limit int) []string {
	if limit < 0 {
		return strings.Split(s, sep)
	}
	var parts []string
	for ; limit > 0; limit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[i+len(sep):])
		s = s[:i]
	}
	return reversed(append(parts, s))
}

func reversed(parts []string) []string {
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return parts
}

func splitSpace(s string, limit int) []string {
	var parts []string
	for {
		s = strings.TrimLeftFunc(s, isSpaceRune)
		if s == "" {
			return parts
		}
		i := strings.IndexFunc(s, isSpaceRune)
		if limit == 0 || i < 0 {
			if i >= 0 {
				s = strings.TrimRightFunc(s, isSpaceRune)
			}
			return append(parts, s)
		}
		parts = append(parts, s[:i])
		s = s[i:]
		limit--
	}
}

func rsplitSpace(s string, limit int) []string {
	var parts []string
	for {
		s = strings.TrimRightFunc(s, isSpaceRune)
		if s == "" {
			return reversed(parts)
		}
		i := strings.LastIndexFunc(s, isSpaceRune)
		if limit == 0 || i < 0 {
			if i >= 0 {
				s = strings.TrimLeftFunc(s, isSpaceRune)
			}
			return reversed(append(parts, s))
		}
		_, size := decodeRune(s[i:])
		parts = append(parts, s[i+size:])
		s = s[:i]
		limit--
	}
}

func isLineBreak(r rune) bool {
	return r >= '\n' && r <= '\r' || r >= 0x1c && r <= 0x1e || r == 0x85 || r == 0x2028 || r == 0x2029
}

func splitLines(s string, keep bool, isBreak func(rune) bool) []string {
	var lines []string
	for s != "" {
		i := strings.IndexFunc(s, isBreak)
		if i < 0 {
			return append(lines, s)
		}
		_, size := decodeRune(s[i:])
		if strings.HasPrefix(s[i:], "\r\n") {
			size = 2
		}
		end := i
		if keep {
			end = i + size
		}
		lines = append(lines, s[:end])
		s = s[i+size:]
	}
	return lines
}

func strPartition(s *Str, sepArg Value, search func(s, sub string) int, left bool) (Value, *Exception) {
	sep, ok := StrOf(sepArg)
	if !ok {
		return Value{}, TypeErrorf("must be str, not %s", sepArg.Type().Name)
	}
	if sep == "" {
		return Value{}, ValueErrorf("empty separator")
	}
	i := search(s.S, sep)
	if i >= 0 {
		return NewTuple(NewStr(s.S[:i]), NewStr(sep), NewStr(s.S[i+len(sep):])), nil
	}
	if left {
		return NewTuple(NewStr(s.S), NewStr(""), NewStr("")), nil
	}
	return NewTuple(NewStr(""), NewStr(""), NewStr(s.S)), nil
}

func strJoin(t *Thread, s *Str, a []Value) (Value, *Exception) {
	if a[1].Type().Slots.Iter == nil && a[1].Type().Slots.GetItem == nil {
		return Value{}, TypeErrorf("can only join an iterable")
	}
	items, err := ToSlice(t, a[1])
	if err != nil {
		return Value{}, err
	}
	size := len(s.S) * max(len(items)-1, 0)
	for i, v := range items {
		text, ok := StrOf(v)
		if !ok {
			return Value{}, TypeErrorf("sequence item %d: expected str instance, %s found", i, v.Type().Name)
		}
		size += len(text)
	}
	if err := t.Charge(int64(size)); err != nil {
		return Value{}, err
	}
	b := make([]byte, 0, size)
	for i, v := range items {
		if i > 0 {
			b = append(b, s.S...)
		}
		b = append(b, mustStr(v)...)
	}
	return NewStr(string(b)), nil
}

func addStrLayout(add strMethodAdder) {
	strip := func(name string, left, right bool) {
		add(name+"(self, chars=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
			drop := isSpaceRune
			if a[1].IsValid() && !a[1].IsNone() {
				chars, ok := StrOf(a[1])
				if !ok {
					return Value{}, TypeErrorf("%s arg must be None or str", name)
				}
				drop = func(r rune) bool { return strings.ContainsRune(chars, r) }
			}
			text := s.S
			if left {
				text = strings.TrimLeftFunc(text, drop)
			}
			if right {
				text = strings.TrimRightFunc(text, drop)
			}
			return NewStr(text), nil
		})
	}
	strip("strip", true, true)
	strip("lstrip", true, false)
	strip("rstrip", false, true)
	justify := func(name string, left func(missing, width int) int) {
		add(name+"(self, width, fillchar=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
			return strJustify(t, s, a, left)
		})
	}
	justify("ljust", func(missing, width int) int { return 0 })
	justify("rjust", func(missing, width int) int { return missing })
	justify("center", func(missing, width int) int { return missing/2 + missing&width&1 })
	add("zfill(self, width, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		width, err := AsIndex(t, a[1])
		if err != nil {
			return Value{}, err
		}
		missing := width - s.Length
		if missing <= 0 {
			return NewStr(s.S), nil
		}
		if err := t.Charge(int64(missing)); err != nil {
			return Value{}, err
		}
		sign, rest := "", s.S
		if rest != "" && (rest[0] == '+' || rest[0] == '-') {
			sign, rest = rest[:1], rest[1:]
		}
		return NewStr(sign + strings.Repeat("0", missing) + rest), nil
	})
	add("expandtabs(self, tabsize=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		size := 8
		if a[1].IsValid() {
			n, err := AsIndex(t, a[1])
			if err != nil {
				return Value{}, err
			}
			size = n
		}
		if err := t.Charge(int64(strings.Count(s.S, "\t")) * int64(max(size, 0))); err != nil {
			return Value{}, err
		}
		return NewStr(expandTabs(s.S, size)), nil
	})
}

func strJustify(t *Thread, s *Str, a []Value, left func(missing, width int) int) (Value, *Exception) {
	width, err := AsIndex(t, a[1])
	if err != nil {
		return Value{}, err
	}
	fill := " "
	if a[2].IsValid() {
		c, ok := AsStr(a[2])
		if !ok {
			return Value{}, TypeErrorf("The fill character must be a unicode character, not %s", a[2].Type().Name)
		}
		if c.Length != 1 {
			return Value{}, TypeErrorf("The fill character must be exactly one character long")
		}
		fill = c.S
	}
	missing := width - s.Length
	if missing <= 0 {
		return NewStr(s.S), nil
	}
	if err := t.Charge(int64(missing) * int64(len(fill))); err != nil {
		return Value{}, err
	}
	before := left(missing, width)
	return NewStr(strings.Repeat(fill, before) + s.S + strings.Repeat(fill, missing-before)), nil
}

func expandTabs(s string, size int) string {
	var b strings.Builder
	column := 0
	for _, r := range s {
		switch {
		case r == '\t':
			if size > 0 {
				n := size - column%size
				b.WriteString(strings.Repeat(" ", n))
				column += n
			}
		case r == '\n' || r == '\r':
			b.WriteRune(r)
			column = 0
		default:
			b.WriteRune(r)
			column++
		}
	}
	return b.String()
}

func strTranslate(t *Thread, s *Str, a []Value) (Value, *Exception) {
	var out []byte
	for _, r := range Runes(s.S) {
		v, err := GetItem(t, a[1], Int(int64(r)))
		if err != nil {
			if !err.Is(LookupErrorType) {
				return Value{}, err
			}
			out = appendRune(out, r)
			continue
		}
		if i, ok := SmallInt(v); ok {
			if i < 0 || i > 0x10ffff {
				return Value{}, ValueErrorf("character mapping must be in range(0x110000)")
			}
			out = appendRune(out, rune(i))
		} else if text, ok := StrOf(v); ok {
			out = append(out, text...)
		} else if !v.IsNone() {
			return Value{}, TypeErrorf("character mapping must return integer, None or str")
		}
	}
	return NewStr(string(out)), t.Charge(int64(len(out)))
}

func strMakeTrans(t *Thread, args Args) (Value, *Exception) {
	var a [3]Value
	if len(args.KwNames) > 0 {
		return Value{}, TypeErrorf("str.maketrans() takes no keyword arguments")
	}
	if err := args.CheckCount("maketrans", 1, 3); err != nil {
		return Value{}, err
	}
	copy(a[:], args.Pos)
	table := NewDict()
	if !a[1].IsValid() {
		return makeTransFromDict(t, a[0], table)
	}
	y, err := needStr("maketrans() argument 2", a[1])
	if err != nil {
		return Value{}, err
	}
	x, ok := StrOf(a[0])
	if !ok {
		return Value{}, TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	from, to := Runes(x), Runes(y)
	if len(from) != len(to) {
		return Value{}, ValueErrorf("the first two maketrans arguments must have equal length")
	}
	for i, r := range from {
		if err := table.Set(t, Int(int64(r)), Int(int64(to[i]))); err != nil {
			return Value{}, err
		}
	}
	if a[2].IsValid() {
		z, err := needStr("maketrans() argument 3", a[2])
		if err != nil {
			return Value{}, err
		}
		for _, r := range Runes(z) {
			if err := table.Set(t, Int(int64(r)), None); err != nil {
				return Value{}, err
			}
		}
	}
	return table.Value(), nil
}

func makeTransFromDict(t *Thread, source Value, table *Dict) (Value, *Exception) {
	d, ok := AsDict(source)
	if !ok {
		return Value{}, TypeErrorf("if you give only one argument to maketrans it must be a dict")
	}
	for pos := 0; ; {
		k, v, ok := d.NextEntry(&pos)
		if !ok {
			return table.Value(), nil
		}
		if s, isStr := AsStr(k); isStr {
			if s.Length != 1 {
				return Value{}, ValueErrorf("string keys in translate table must be of length 1")
			}
			r, _ := decodeRune(s.S)
			k = Int(int64(r))
		}
		if err := table.Set(t, k, v); err != nil {
			return Value{}, err
		}
	}
}
