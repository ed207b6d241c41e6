package object

import (
	"strings"
	"unicode/utf8"
)

// StrType is str.
var StrType = declare("builtins", "str", LayoutStr)

func init() {
	s := &StrType.Slots
	s.Repr = func(t *Thread, v Value) (Value, *Exception) { return NewStr(StrRepr(mustStr(v))), nil }
	s.Str = func(t *Thread, v Value) (Value, *Exception) {
		if v.Type() == StrType {
			return v, nil
		}
		return NewStr(mustStr(v)), nil
	}
	s.Hash = func(t *Thread, v Value) (int64, *Exception) { return hashOfStr(v), nil }
	s.Bool = func(t *Thread, v Value) (bool, *Exception) { return mustStr(v) != "", nil }
	s.New = strNew
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, okX := AsStr(a)
		y, okY := AsStr(b)
		if !okX || !okY {
			return NotImplemented, nil
		}
		return Bool(op.ordered(strings.Compare(x.S, y.S))), nil
	}
	s.Format = func(t *Thread, v Value, spec string) (Value, *Exception) { return formatSlot(t, v, spec, formatStr) }
	s.Len = func(t *Thread, v Value) (int, *Exception) { str, _ := AsStr(v); return str.Length, nil }
	s.GetItem = strGetItem
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		sub, ok := StrOf(x)
		if !ok {
			return false, TypeErrorf("'in <string>' requires string as left operand, not %s", x.Type().Name)
		}
		return strings.Contains(mustStr(v), sub), nil
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) { return newStrIterator(mustStr(v)), nil }
	s.Binary[OpAdd] = strAdd
	s.Binary[OpMult] = func(t *Thread, a, b Value) (Value, *Exception) {
		return repeatOperands(t, a, b, StrType, func(v Value, n int) (Value, *Exception) {
			if err := t.Charge(int64(len(mustStr(v))) * int64(n)); err != nil {
				return Value{}, err
			}
			return NewStr(strings.Repeat(mustStr(v), n)), nil
		})
	}
	s.Binary[OpMod] = func(t *Thread, a, b Value) (Value, *Exception) {
		if _, ok := AsStr(a); !ok {
			return NotImplemented, nil
		}
		r, err := percentFormat(t, mustStr(a), b, false)
		if err != nil {
			return Value{}, err
		}
		return NewStr(r), nil
	}
	addStrMethods()
}

// NewStr makes a str.
func NewStr(s string) Value {
	if len(s) == 1 && s[0] < utf8.RuneSelf {
		return asciiStrs[s[0]].Value()
	}
	return newStrOf(StrType, s)
}

func newStrOf(cls *Type, s string) Value {
	return (&Str{Object: Object{typ: cls}, S: s, Length: codePoints(s)}).Value()
}

// asciiStrs are the one-character strings, shared because loops over text make many.
var asciiStrs = func() (table [utf8.RuneSelf]Str) {
	for i := range table {
		table[i] = Str{Object: Object{typ: StrType}, S: string(rune(i)), Length: 1, hash: strHash(string(rune(i)))}
	}
	return table
}()

// StrOf returns the text of a str or of an instance of a subclass.
func StrOf(v Value) (string, bool) {
	if s, ok := AsStr(v); ok {
		return s.S, true
	}
	return "", false
}

func mustStr(v Value) string {
	s, _ := StrOf(v)
	return s
}

// codePoints counts the code points of WTF-8 text.
func codePoints(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		if s[i]&0xc0 == 0x80 {
			n--
		}
	}
	return n
}

// decodeRune decodes the first code point of WTF-8 text, lone surrogates included.
func decodeRune(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 && len(s) >= 3 && s[0] == 0xed {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, size
}

// appendRune encodes a code point as WTF-8.
func appendRune(b []byte, r rune) []byte {
	if r >= 0xd800 && r <= 0xdfff {
		return append(b, 0xed, 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(b, r)
}

// StrFromRune makes the one-character str of a code point.
func StrFromRune(r rune) Value { return NewStr(string(appendRune(nil, r))) }

// isASCII reports whether byte offsets and code point offsets agree.
func (s *Str) isASCII() bool { return s.Length == len(s.S) }

// byteOffset turns a code point offset in [0, Length] into a byte offset.
func (s *Str) byteOffset(index int) int {
	if s.isASCII() || index == 0 {
		return index
	}
	if index >= s.Length {
		return len(s.S)
	}
	for i := 0; i < len(s.S); i++ {
		if s.S[i]&0xc0 != 0x80 {
			if index == 0 {
				return i
			}
			index--
		}
	}
	return len(s.S)
}

// charOffset turns a byte offset at the start of a character into a code point offset.
func (s *Str) charOffset(offset int) int {
	if s.isASCII() {
		return offset
	}
	return codePoints(s.S[:offset])
}

func hashOfStr(v Value) int64 {
	s, _ := AsStr(v)
	return s.Hash()
}

// Hash returns the hash of the text, computed once.
func (s *Str) Hash() int64 {
	if s.hash == 0 {
		s.hash = strHash(s.S)
	}
	return avoidMinusOne(int64(s.hash))
}

// strHash is FNV-1a with a final mix: deterministic, where CPython's is random for each
// process.
func strHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 32
	if h == 0 {
		h = 1
	}
	return h
}

var strSignature = NativeSignature("str(object=, encoding=, errors=)")

func strNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	var s [3]Value
	if len(args.Pos) > 3 {
		return Value{}, TypeErrorf("str expected at most 3 arguments, got %d", len(args.Pos))
	}
	if err := strSignature.Bind(args, s[:]); err != nil {
		return Value{}, err
	}
	text := ""
	var err *Exception
	switch {
	case s[0].IsValid() && (s[1].IsValid() || s[2].IsValid()):
		text, err = strDecoded(t, s[0], s[1], s[2])
	case s[0].IsValid():
		if cls == StrType {
			return toStrValue(t, s[0])
		}
		text, err = ToStr(t, s[0])
	}
	if err != nil {
		return Value{}, err
	}
	if cls == StrType {
		return NewStr(text), nil
	}
	return newStrOf(cls, text), nil
}

func toStrValue(t *Thread, v Value) (Value, *Exception) {
	if v.Type() == StrType {
		return v, nil
	}
	s, err := ToStr(t, v)
	return NewStr(s), err
}

func strAdd(t *Thread, a, b Value) (Value, *Exception) {
	x, ok := AsStr(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsStr(b)
	if !ok {
		return NotImplemented, nil
	}
	if x.S == "" && y.typ == StrType {
		return b, nil
	}
	if y.S == "" && x.typ == StrType {
		return a, nil
	}
	if err := t.Charge(int64(len(x.S) + len(y.S))); err != nil {
		return Value{}, err
	}
	return (&Str{Object: Object{typ: StrType}, S: x.S + y.S, Length: x.Length + y.Length}).Value(), nil
}

func strGetItem(t *Thread, v, key Value) (Value, *Exception) {
	s, _ := AsStr(v)
	if slice, ok := AsSlice(key); ok {
		return strSlice(t, s, slice)
	}
	if key.Type().Slots.Index == nil {
		return Value{}, TypeErrorf("string indices must be integers, not '%s'", key.Type().Name)
	}
	i, err := AsIndex(t, key)
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += s.Length
	}
	if i < 0 || i >= s.Length {
		return Value{}, NewException(IndexErrorType, "string index out of range")
	}
	if s.isASCII() {
		return asciiStrs[s.S[i]].Value(), nil
	}
	offset := s.byteOffset(i)
	_, size := decodeRune(s.S[offset:])
	return NewStr(s.S[offset : offset+size]), nil
}

func strSlice(t *Thread, s *Str, slice *Slice) (Value, *Exception) {
	start, step, n, err := slice.Indices(t, s.Length)
	if err != nil {
		return Value{}, err
	}
	if n == 0 {
		return NewStr(""), nil
	}
	if step == 1 {
		return NewStr(s.S[s.byteOffset(start):s.byteOffset(start+n)]), nil
	}
	out := make([]byte, 0, n)
	if s.isASCII() {
		for i := start; n > 0; i, n = i+step, n-1 {
			out = append(out, s.S[i])
		}
		return NewStr(string(out)), nil
	}
	runes := Runes(s.S)
	for i := start; n > 0; i, n = i+step, n-1 {
		out = appendRune(out, runes[i])
	}
	return NewStr(string(out)), nil
}

// Runes splits WTF-8 text into code points.
func Runes(s string) []rune {
	runes := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, size := decodeRune(s)
		runes = append(runes, r)
		s = s[size:]
	}
	return runes
}

// strIterator iterates over the characters of a str.
type strIterator struct {
	Native
	rest string
}

var strIteratorType = declare("builtins", "str_iterator", LayoutNative)

func newStrIterator(s string) Value {
	it := &strIterator{rest: s}
	it.InitNative(strIteratorType, it)
	return it.Value()
}

func init() {
	strIteratorType.Slots.Iter = func(t *Thread, v Value) (Value, *Exception) { return v, nil }
	strIteratorType.Slots.Next = func(t *Thread, v Value) (Value, *Exception) {
		it, _ := AsNative[*strIterator](v)
		if it.rest == "" {
			return Value{}, nil
		}
		_, size := decodeRune(it.rest)
		c := it.rest[:size]
		it.rest = it.rest[size:]
		return NewStr(c), nil
	}
}
