package object

import (
	"slices"
	"strings"
)

func addStrSplit(add strMethodAdder) {
	add("split(self, sep=, maxsplit=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strSplit(t, s.S, a[1], a[2], splitSpace, splitLeft)
	})
	add("rsplit(self, sep=, maxsplit=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		return strSplit(t, s.S, a[1], a[2], rsplitSpace, splitRight)
	})
	add("splitlines(self, keepends=)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		keep, err := truthOr(t, a[1], false)
		if err != nil {
			return Value{}, err
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

// A spaceSplitter splits at runs of white space, a sepSplitter at a separator: limit times at the most, and without end when it
// is negative.
type (
	spaceSplitter func(s string, limit int, isSpace func(rune) bool) []string
	sepSplitter   func(s, sep string, limit int) []string
)

func strSplit(t *Thread, s string, sepArg, maxArg Value, bySpace spaceSplitter, bySep sepSplitter) (Value, *Exception) {
	limit, err := indexOr(t, maxArg, -1)
	if err != nil {
		return Value{}, err
	}
	if !sepArg.IsValid() || sepArg.IsNone() {
		return newStrList(t, bySpace(s, limit, isSpaceRune))
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
	slices.Reverse(parts)
	return parts
}

func splitSpace(s string, limit int, isSpace func(rune) bool) []string {
	var parts []string
	for {
		s = strings.TrimLeftFunc(s, isSpace)
		if s == "" {
			return parts
		}
		i := strings.IndexFunc(s, isSpace)
		if limit == 0 || i < 0 {
			if i >= 0 {
				s = strings.TrimRightFunc(s, isSpace)
			}
			return append(parts, s)
		}
		parts = append(parts, s[:i])
		s = s[i:]
		limit--
	}
}

func rsplitSpace(s string, limit int, isSpace func(rune) bool) []string {
	var parts []string
	for {
		s = strings.TrimRightFunc(s, isSpace)
		if s == "" {
			return reversed(parts)
		}
		i := strings.LastIndexFunc(s, isSpace)
		if limit == 0 || i < 0 {
			if i >= 0 {
				s = strings.TrimLeftFunc(s, isSpace)
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
