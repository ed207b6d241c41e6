package words

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lang is a language of the catalogue.
type Lang string

const (
	English  Lang = "en" // the language that every key has
	Japanese Lang = "ja"
)

// language is one table of the catalogue with what its grammar needs.
type language struct {
	sentences map[Key]string
	plural    func(n int64) int // index of the form for a count
	line      string            // words before a line's number
	lineAfter string            // words after it
	spaced    bool              // words are parted by spaces whatever their letters
	noLine    string            // what stands for a place outside the program
	seconds   string            // unit after a time
	loop      string            // what stands for code outside any task
	loopFirst string            // the same at the beginning of a sentence
}

var languages = map[Lang]*language{
	English: {
		sentences: english,
		plural: func(n int64) int {
			if n == 1 {
				return 0
			}
			return 1
		},
		line:      "line ",
		noLine:    "no line of the program",
		seconds:   " s",
		loop:      "the program",
		loopFirst: "The program",
		spaced:    true,
	},
	Japanese: {
		sentences: japanese,
		plural:    func(int64) int { return 0 },
		lineAfter: " 行目",
		noLine:    "プログラム外の行",
		seconds:   " 秒",
		loop:      "プログラム",
		loopFirst: "プログラム",
	},
}

func languageOf(lang Lang) *language {
	if l := languages[lang]; l != nil {
		return l
	}
	return languages[English]
}

// Render returns a message as plain text, with code in backquotes.
func Render(lang Lang, m Message) string {
	var b strings.Builder
	for _, p := range Parts(lang, m) {
		if p.Code {
			b.WriteString("`" + p.Text + "`")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Parts returns a message in pieces: words, code, and arguments in their places. A key
// that the language lacks is said in English; one that is unknown gives its own name.
func Parts(lang Lang, m Message) []Part {
	if m.IsZero() {
		return nil
	}
	l := languageOf(lang)
	sentence, ok := l.sentences[m.Key]
	if !ok {
		if sentence, ok = english[m.Key]; !ok {
			return []Part{{Text: string(m.Key)}}
		}
	}
	p := parser{lang: l, args: m.Args}
	for sentence != "" {
		i := strings.IndexAny(sentence, "{`")
		if i < 0 {
			break
		}
		p.words(sentence[:i])
		closing := byte('}')
		if sentence[i] == '`' {
			closing = '`'
		}
		end := strings.IndexByte(sentence[i+1:], closing)
		if end < 0 {
			sentence = sentence[i:]
			break
		}
		inner := sentence[i+1 : i+1+end]
		if closing == '`' {
			p.parts = append(p.parts, Part{Text: inner, Code: true})
		} else {
			p.field(inner)
		}
		sentence = sentence[i+end+2:]
	}
	p.words(sentence)
	if !l.spaced {
		closeUp(p.parts)
	}
	return p.parts
}

type parser struct {
	lang  *language
	args  []Arg
	parts []Part
}

func (p *parser) words(s string) {
	if s == "" {
		return
	}
	if n := len(p.parts); n > 0 && p.parts[n-1].Arg == nil && !p.parts[n-1].Code {
		p.parts[n-1].Text += s
		return
	}
	p.parts = append(p.parts, Part{Text: s})
}

// field adds an argument ("0") or a word decided by a count ("0:item|items").
func (p *parser) field(s string) {
	number, forms, plural := strings.Cut(s, ":")
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(p.args) {
		p.words("?")
		return
	}
	arg := &p.args[i]
	if plural {
		all := strings.Split(forms, "|")
		p.words(all[min(p.lang.plural(arg.Int), len(all)-1)])
		return
	}
	text := plain(p.lang, arg)
	if len(p.parts) == 0 && arg.Kind == ArgTask && arg.Int == 0 {
		text = p.lang.loopFirst
	}
	p.parts = append(p.parts, Part{Text: text, Code: arg.Kind == ArgCode, Arg: arg})
}

// closeUp takes away the space that a sentence has beside an argument where the letters on both sides are Japanese: a particle
// stands apart from "worker-0", and close to "12 行目".
func closeUp(parts []Part) {
	for i := 1; i < len(parts); i++ {
		before, after := &parts[i-1], &parts[i]
		if rest, found := strings.CutPrefix(after.Text, " "); found && after.Arg == nil && !after.Code && endsWide(before.Text) && beginsWide(rest) {
			after.Text = rest
		}
		if rest, found := strings.CutSuffix(before.Text, " "); found && before.Arg == nil && !before.Code && endsWide(rest) && beginsWide(after.Text) {
			before.Text = rest
		}
	}
}

func beginsWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wide(r)
}

func endsWide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return wide(r)
}

// wide reports whether a letter is as wide as it is high: kana, kanji and their punctuation.
func wide(r rune) bool { return r >= 0x3000 && r != utf8.RuneError }

func plain(l *language, a *Arg) string {
	switch a.Kind {
	case ArgTask:
		if a.Int == 0 {
			return l.loop
		}
		return a.Text
	case ArgItem:
		if a.Text == "" {
			return "#" + strconv.FormatInt(a.Int, 10)
		}
		return "#" + strconv.FormatInt(a.Int, 10) + " (" + a.Text + ")"
	case ArgLine:
		if a.Int == 0 {
			return l.noLine
		}
		return l.line + strconv.FormatInt(a.Int, 10) + l.lineAfter
	case ArgTime:
		return FormatSeconds(a.Number) + l.seconds
	case ArgEvent, ArgCount:
		return strconv.FormatInt(a.Int, 10)
	}
	return a.Text
}

// FormatSeconds writes virtual seconds with three decimals.
func FormatSeconds(seconds float64) string {
	return strconv.FormatFloat(seconds, 'f', 3, 64)
}
