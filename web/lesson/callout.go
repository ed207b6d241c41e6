package lesson

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
)

// callouts are the kinds of quotations that are set apart: `> [!TRY]` and so on.
var callouts = []string{"TRY", "NOTE", "WARNING"}

var calloutPattern = regexp.MustCompile(`^\s*\[!([A-Za-z]+)\]\s*$`)

// calloutKind is the word in brackets that a quotation begins with, alone on its line.
func calloutKind(n *ast.Blockquote, source []byte) (kind string, ok bool) {
	p, isParagraph := n.FirstChild().(*ast.Paragraph)
	if !isParagraph || p.Lines().Len() == 0 {
		return "", false
	}
	first := p.Lines().At(0)
	m := calloutPattern.FindSubmatch(first.Value(source))
	if m == nil {
		return "", false
	}
	return string(m[1]), true
}

// dropCalloutLine takes the line with the brackets out of the text; calloutKind still finds it.
func dropCalloutLine(n *ast.Blockquote) {
	p := n.FirstChild()
	line := p.Lines().At(0)
	for child := p.FirstChild(); child != nil; {
		next := child.NextSibling()
		if text, ok := child.(*ast.Text); ok && text.Segment.Start < line.Stop {
			p.RemoveChild(p, child)
		}
		child = next
	}
}
