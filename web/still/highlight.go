package still

import (
	"html/template"
	"regexp"
	"strings"
)

// Tokens of static code, as web/embed/highlight.js has them: a comment, a string of any kind (an open one goes to the line's end, an
// open triple one to the text's), a word, a number. It is what one sees in the second before the editor is there, and where no script
// runs; the editor knows more.
var token = regexp.MustCompile(`(#[^\n]*)|([rbfuRBFU]{0,2}(?:"""(?s:.*?)(?:"""|\z)|'''(?s:.*?)(?:'''|\z)|"(?:[^"\\\n]|\\(?s:.))*"?|'(?:[^'\\\n]|\\(?s:.))*'?))|([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)`)

var (
	keywords = wordSet(`False None True and as assert async await break class continue def del elif else except finally for from global if
		import in is lambda nonlocal not or pass raise return try while with yield`)
	// softKeywords are names, unless a line begins with them and goes on as a statement of theirs does.
	softKeywords = wordSet("match case")
	// plainNumber is what the editor lets one drag.
	plainNumber = regexp.MustCompile(`^\d+(?:\.\d+)?$`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// Highlight returns the program as HTML: a span of class l per line, and in it the token classes of the editor.
func Highlight(source string) template.HTML {
	source = strings.TrimSuffix(source, "\n")
	var out strings.Builder
	out.WriteString(`<span class="l">`)
	at, before := 0, ""
	for _, m := range token.FindAllStringSubmatchIndex(source, -1) {
		text := source[m[0]:m[1]]
		writeLines(&out, "", source[at:m[0]])
		writeLines(&out, tokenClass(m, source, before), text)
		at, before = m[1], text
	}
	writeLines(&out, "", source[at:])
	out.WriteString("</span>")
	return template.HTML(out.String())
}

// writeLines writes a piece of one class, which may go over several lines.
func writeLines(out *strings.Builder, class, text string) {
	for i, piece := range strings.Split(text, "\n") {
		if i > 0 {
			out.WriteString("</span>\n" + `<span class="l">`)
		}
		switch {
		case piece == "":
		case class == "":
			out.WriteString(template.HTMLEscapeString(piece))
		default:
			out.WriteString(`<span class="` + class + `">` + template.HTMLEscapeString(piece) + `</span>`)
		}
	}
}

func tokenClass(match []int, source, before string) string {
	text := source[match[0]:match[1]]
	switch {
	case match[2] >= 0:
		return "tok-c"
	case match[4] >= 0:
		return "tok-s"
	case match[8] >= 0 && plainNumber.MatchString(text):
		return "tok-n"
	case text == "await":
		return "tok-k tok-aw"
	case keywords[text], softKeywords[text] && opensStatement(source, match[0], match[1]):
		return "tok-k"
	case before == "def" || before == "class":
		return "tok-fn"
	}
	return ""
}

// opensStatement reports whether a word is the first of its line, with what it speaks of after it.
func opensStatement(source string, from, to int) bool {
	line := source[strings.LastIndexByte(source[:from], '\n')+1 : from]
	rest := source[to:]
	return strings.TrimSpace(line) == "" && len(rest) > 1 && rest[0] == ' ' && !strings.ContainsRune("=.,)", rune(rest[1]))
}
