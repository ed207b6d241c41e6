// Package words is the catalogue of every word on the page. A word is asked for by a
// typed key and a language; {0}, {1} … stand for arguments. Each language is one table,
// and a test holds them complete. Verdicts and captions have their own catalogue in
// runtime/explain/words, which the command line shares. It imports nothing of ours.
package words

import (
	"strconv"
	"strings"
)

// Lang is a language of the page.
type Lang uint8

const (
	English Lang = iota
	Japanese
	langCount
)

// Code is the language's BCP 47 tag.
func (l Lang) Code() string {
	return [langCount]string{"en", "ja"}[l%langCount]
}

// Available are the languages that the page can switch between.
func Available() []Lang { return []Lang{English, Japanese} }

// ForTag is the language that a BCP 47 tag such as "ja-JP" asks for; English when it is none of ours.
func ForTag(tag string) Lang {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for _, l := range Available() {
		if l.Code() == primary {
			return l
		}
	}
	return English
}

var tables = [langCount]*[keyCount]string{English: &english, Japanese: &japanese}

// Text returns a word or sentence with its arguments put in.
func Text(l Lang, k Key, args ...string) string {
	if k >= keyCount {
		return ""
	}
	s := tables[l%langCount][k]
	for i, arg := range args {
		s = strings.ReplaceAll(s, "{"+strconv.Itoa(i)+"}", arg)
	}
	return s
}

// Count picks the singular or plural form of a counted thing: the entry holds both,
// parted by a bar, and {0} is the number.
func Count(l Lang, k Key, n int) string {
	one, many, found := strings.Cut(Text(l, k), "|")
	if n != 1 && found {
		one = many
	}
	return strings.ReplaceAll(one, "{0}", strconv.Itoa(n))
}
