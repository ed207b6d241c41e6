package object

import (
	"strings"
	"unicode"
)

// A strMethod gets its arguments bound to the slots of a signature; a[0] is self.
type strMethod func(t *Thread, s *Str, a []Value) (Value, *Exception)

// strMethodAdder adds a method with a signature such as "find(self, sub, start=, end=, /)".
type strMethodAdder func(decl string, fn strMethod)

// textMethod adapts a method of str.
func textMethod(decl string, fn strMethod) NativeFn {
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
	add := func(decl string, fn strMethod) {
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
