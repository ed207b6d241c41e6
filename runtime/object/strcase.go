package object

import (
	"strings"
	"unicode"
)

// Characters whose other case is more than one character: each word is the character and its
// counterpart (Unicode's SpecialCasing, the unconditional part). Words of titleSpecial come
// first for title case.
const (
	upperSpecial = "\u00dfSS \u0149\u02bcN \u01f0J\u030c \u0390\u0399\u0308\u0301 \u03b0\u03a5\u0308\u0301 \u0587\u0535\u0552 \u1e96H\u0331 \u1e97T\u0308 " +
		"\u1e98W\u030a \u1e99Y\u030a \u1e9aA\u02be \u1f50\u03a5\u0313 \u1f52\u03a5\u0313\u0300 \u1f54\u03a5\u0313\u0301 \u1f56\u03a5\u0313\u0342 " +
		"\u1f80\u1f08\u0399 \u1f81\u1f09\u0399 \u1f82\u1f0a\u0399 \u1f83\u1f0b\u0399 \u1f84\u1f0c\u0399 \u1f85\u1f0d\u0399 \u1f86\u1f0e\u0399 " +
		"\u1f87\u1f0f\u0399 \u1f88\u1f08\u0399 \u1f89\u1f09\u0399 \u1f8a\u1f0a\u0399 \u1f8b\u1f0b\u0399 \u1f8c\u1f0c\u0399 \u1f8d\u1f0d\u0399 " +
		"\u1f8e\u1f0e\u0399 \u1f8f\u1f0f\u0399 \u1f90\u1f28\u0399 \u1f91\u1f29\u0399 \u1f92\u1f2a\u0399 \u1f93\u1f2b\u0399 \u1f94\u1f2c\u0399 " +
		"\u1f95\u1f2d\u0399 \u1f96\u1f2e\u0399 \u1f97\u1f2f\u0399 \u1f98\u1f28\u0399 \u1f99\u1f29\u0399 \u1f9a\u1f2a\u0399 \u1f9b\u1f2b\u0399 " +
		"\u1f9c\u1f2c\u0399 \u1f9d\u1f2d\u0399 \u1f9e\u1f2e\u0399 \u1f9f\u1f2f\u0399 \u1fa0\u1f68\u0399 \u1fa1\u1f69\u0399 \u1fa2\u1f6a\u0399 " +
		"\u1fa3\u1f6b\u0399 \u1fa4\u1f6c\u0399 \u1fa5\u1f6d\u0399 \u1fa6\u1f6e\u0399 \u1fa7\u1f6f\u0399 \u1fa8\u1f68\u0399 \u1fa9\u1f69\u0399 " +
		"\u1faa\u1f6a\u0399 \u1fab\u1f6b\u0399 \u1fac\u1f6c\u0399 \u1fad\u1f6d\u0399 \u1fae\u1f6e\u0399 \u1faf\u1f6f\u0399 \u1fb2\u1fba\u0399 " +
		"\u1fb3\u0391\u0399 \u1fb4\u0386\u0399 \u1fb6\u0391\u0342 \u1fb7\u0391\u0342\u0399 \u1fbc\u0391\u0399 \u1fc2\u1fca\u0399 \u1fc3\u0397\u0399 " +
		"\u1fc4\u0389\u0399 \u1fc6\u0397\u0342 \u1fc7\u0397\u0342\u0399 \u1fcc\u0397\u0399 \u1fd2\u0399\u0308\u0300 \u1fd3\u0399\u0308\u0301 " +
		"\u1fd6\u0399\u0342 \u1fd7\u0399\u0308\u0342 \u1fe2\u03a5\u0308\u0300 \u1fe3\u03a5\u0308\u0301 \u1fe4\u03a1\u0313 \u1fe6\u03a5\u0342 " +
		"\u1fe7\u03a5\u0308\u0342 \u1ff2\u1ffa\u0399 \u1ff3\u03a9\u0399 \u1ff4\u038f\u0399 \u1ff6\u03a9\u0342 \u1ff7\u03a9\u0342\u0399 " +
		"\u1ffc\u03a9\u0399 \ufb00FF \ufb01FI \ufb02FL \ufb03FFI \ufb04FFL \ufb05ST \ufb06ST \ufb13\u0544\u0546 \ufb14\u0544\u0535 \ufb15\u0544\u053b " +
		"\ufb16\u054e\u0546 \ufb17\u0544\u053d"
	titleSpecial = "\u00dfSs \u0587\u0535\u0582 \u1fb2\u1fba\u0345 \u1fb4\u0386\u0345 \u1fb7\u0391\u0342\u0345 \u1fc2\u1fca\u0345 \u1fc4\u0389\u0345 " +
		"\u1fc7\u0397\u0342\u0345 \u1ff2\u1ffa\u0345 \u1ff4\u038f\u0345 \u1ff7\u03a9\u0342\u0345 \ufb00Ff \ufb01Fi \ufb02Fl \ufb03Ffi \ufb04Ffl " +
		"\ufb05St \ufb06St \ufb13\u0544\u0576 \ufb14\u0544\u0565 \ufb15\u0544\u056b \ufb16\u054e\u0576 \ufb17\u0544\u056d"
	firstSpecial = 'ß'
)

// specialCase looks a character up in a table of special cases.
func specialCase(table string, r rune) (string, bool) {
	for rest := table; rest != ""; {
		word, tail, _ := strings.Cut(rest, " ")
		first, size := decodeRune(word)
		if first == r {
			return word[size:], true
		}
		rest = tail
	}
	return "", false
}

// maybeSpecial tells the blocks in which the special cases are.
func maybeSpecial(r rune) bool {
	return r >= firstSpecial && (r == firstSpecial || r == 0x149 || r == 0x1f0 || r == 0x390 || r == 0x3b0 || r == 0x587 ||
		r >= 0x1e96 && r <= 0x1ffc || r >= 0xfb00 && r <= 0xfb17)
}

func appendUpper(b []byte, r rune) []byte {
	if maybeSpecial(r) {
		if s, ok := specialCase(upperSpecial, r); ok {
			return append(b, s...)
		}
	}
	return appendRune(b, unicode.ToUpper(r))
}

// appendTitle: characters that have a title case of their own, as ᾳ has, use it.
func appendTitle(b []byte, r rune) []byte {
	if maybeSpecial(r) && unicode.ToTitle(r) == r {
		if s, ok := specialCase(titleSpecial, r); ok {
			return append(b, s...)
		}
		if !unicode.IsTitle(r) {
			return appendUpper(b, r)
		}
	}
	return appendRune(b, unicode.ToTitle(r))
}

// appendLower writes the lower case of the character at s[i:], which depends on its
// neighbours for Σ alone.
func appendLower(b []byte, s string, i int, r rune) []byte {
	switch r {
	case 'İ':
		return append(b, "i̇"...)
	case 'Σ':
		if isFinalSigma(s, i) {
			return append(b, "ς"...)
		}
	}
	return appendRune(b, unicode.ToLower(r))
}

// isFinalSigma: a Σ after a letter and not before one, whatever marks stand between.
func isFinalSigma(s string, i int) bool {
	before := strings.TrimRightFunc(s[:i], isCaseIgnorable)
	after := strings.TrimLeftFunc(s[i+len("Σ"):], isCaseIgnorable)
	runes := []rune(before)
	if len(runes) == 0 || !isCased(runes[len(runes)-1]) {
		return false
	}
	next, _ := decodeRune(after)
	return after == "" || !isCased(next)
}

// isUpper and isLower count the few characters that are no letters too, as Ⓐ.
func isUpper(r rune) bool {
	return unicode.IsUpper(r) || r > unicode.MaxLatin1 && unicode.Is(unicode.Other_Uppercase, r)
}

func isLower(r rune) bool {
	return unicode.IsLower(r) || r > unicode.MaxASCII && unicode.Is(unicode.Other_Lowercase, r)
}

func isCased(r rune) bool { return isUpper(r) || isLower(r) || unicode.IsTitle(r) }

func isCaseIgnorable(r rune) bool {
	return strings.ContainsRune("'.:·’‘․‧", r) || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

func upperText(s string) string {
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, size := decodeRune(s)
		b, s = appendUpper(b, r), s[size:]
	}
	return string(b)
}

func lowerText(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := decodeRune(s[i:])
		b = appendLower(b, s, i, r)
		i += size
	}
	return string(b)
}

// foldText is casefold: the lower case of the upper case, but for a few characters.
func foldText(s string) string {
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, size := decodeRune(s)
		s = s[size:]
		switch {
		case r < firstSpecial || r == 'ı' || r == 'İ':
			b = appendLower(b, string(r), 0, r)
			if r == 'µ' {
				b = append(b[:len(b)-size], "μ"...)
			}
		case r == 'ẞ':
			b = append(b, "ss"...)
		case r >= 0x13a0 && r <= 0x13fd || r >= 0xab70 && r <= 0xabbf: // Cherokee folds to upper case
			b = appendRune(b, unicode.ToUpper(r))
		default:
			for _, u := range string(appendUpper(nil, r)) {
				b = appendRune(b, unicode.ToLower(u))
			}
		}
	}
	return string(b)
}

func titleText(s string) string {
	b := make([]byte, 0, len(s))
	inWord := false
	for i := 0; i < len(s); {
		r, size := decodeRune(s[i:])
		if inWord {
			b = appendLower(b, s, i, r)
		} else {
			b = appendTitle(b, r)
		}
		inWord = isCased(r)
		i += size
	}
	return string(b)
}

func capitalizeText(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := decodeRune(s[i:])
		if i == 0 {
			b = appendTitle(b, r)
		} else {
			b = appendLower(b, s, i, r)
		}
		i += size
	}
	return string(b)
}

func swapCase(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := decodeRune(s[i:])
		switch {
		case unicode.IsTitle(r):
			b = append(b, s[i:i+size]...)
		case unicode.ToLower(r) != r:
			b = appendLower(b, s, i, r)
		default:
			b = appendUpper(b, r)
		}
		i += size
	}
	return string(b)
}
