package still

import (
	"html/template"
	"regexp"
	"strings"
)

// Tokens of the static code. It is a picture of our own example programs for the second before the editor is there, not a
// scanner for any Python: one expression is enough, and a test compares it with the editor's classes on the examples.
var token = regexp.MustCompile(`(#.*)|([rbfRBF]{0,2}(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))|([A-Za-z_]\w*)|(\d+(?:\.\d+)?)`)

var keywords = map[string]bool{}

func init() {
	for _, word := range strings.Fields(`False None True and as assert async await break class continue def del elif else except
		finally for from global if import in is lambda nonlocal not or pass raise return try while with yield`) {
		keywords[word] = true
	}
}

// Highlight returns the program as HTML: a span of class l per line, and in it the token classes of the editor.
func Highlight(source string) template.HTML {
	var out strings.Builder
	lines := strings.Split(strings.TrimSuffix(source, "\n"), "\n")
	for i, line := range lines {
		out.WriteString(`<span class="l">`)
		highlightLine(&out, line)
		out.WriteString("</span>")
		if i < len(lines)-1 {
			out.WriteByte('\n')
		}
	}
	return template.HTML(out.String())
}

func highlightLine(out *strings.Builder, line string) {
	at := 0
	afterDef := false
	for _, m := range token.FindAllStringSubmatchIndex(line, -1) {
		text := line[m[0]:m[1]]
		class := tokenClass(m, text, afterDef)
		afterDef = text == "def" || text == "class"
		out.WriteString(template.HTMLEscapeString(line[at:m[0]]))
		at = m[1]
		if class == "" {
			out.WriteString(template.HTMLEscapeString(text))
			continue
		}
		out.WriteString(`<span class="` + class + `">` + template.HTMLEscapeString(text) + `</span>`)
	}
	out.WriteString(template.HTMLEscapeString(line[at:]))
}

func tokenClass(match []int, text string, afterDef bool) string {
	switch {
	case match[2] >= 0:
		return "tok-c"
	case match[4] >= 0:
		return "tok-s"
	case match[8] >= 0:
		return "tok-n"
	case text == "await":
		return "tok-k tok-aw"
	case keywords[text]:
		return "tok-k"
	case afterDef:
		return "tok-fn"
	}
	return ""
}
