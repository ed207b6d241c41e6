package object

import (
	"strings"
)

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
		size, err := indexOr(t, a[1], 8)
		if err != nil {
			return Value{}, err
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
