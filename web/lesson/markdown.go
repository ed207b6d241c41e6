package lesson

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Prose is a piece of Markdown, parsed, with the place of its first line in the file.
type Prose struct {
	Source []byte
	Node   ast.Node
	Line   int
}

// line is the line in the file of a byte of the prose.
func (p *Prose) line(offset int) int { return p.Line - 1 + lineAt(p.Source, offset) }

// lineOf is the line of a node, or, where it does not know its place, of what it stands in.
func (p *Prose) lineOf(n ast.Node) int {
	for n.Pos() < 0 && n.Parent() != nil {
		n = n.Parent()
	}
	return p.line(n.Pos())
}

var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.Table, extension.Strikethrough,
		extension.NewCJK(extension.WithEastAsianLineBreaks(extension.EastAsianLineBreaksCSS3Draft), extension.WithEscapedSpace()),
	),
	goldmark.WithParserOptions(
		parser.WithHeadingAttribute(),
		parser.WithAutoHeadingID(),
		parser.WithInlineParsers(util.Prioritized(factParser{}, 90)), // before code spans and links
	),
)

func parseProse(source string, line int, ids parser.IDs) Prose {
	content := []byte(source)
	node := markdown.Parser().Parse(text.NewReader(content), parser.WithContext(parser.NewContext(parser.WithIDs(ids))))
	return Prose{Source: content, Node: node, Line: line}
}

// headingIDs makes anchors from headings in any script.
type headingIDs struct {
	used map[string]bool
	last map[string]int // the number given last, by what the heading says
}

// reservedIDs are those of the page around a lesson.
var reservedIDs = []string{"page-text", "page-found"}

func newHeadingIDs() headingIDs {
	ids := headingIDs{map[string]bool{}, map[string]int{}}
	for _, id := range reservedIDs {
		ids.used[id] = true
	}
	return ids
}

// Generate implements parser.IDs.
func (h headingIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	var out strings.Builder
	for _, r := range strings.ToLower(string(value)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			out.WriteRune(r)
		case (r == ' ' || r == '-') && out.Len() > 0 && !strings.HasSuffix(out.String(), "-"):
			out.WriteByte('-')
		}
	}
	stem := strings.Trim(out.String(), "-")
	if stem == "" {
		stem = "section"
	}
	id := stem
	for n := max(2, h.last[stem]+1); h.used[id]; n++ {
		id, h.last[stem] = fmt.Sprintf("%s-%d", stem, n), n
	}
	h.used[id] = true
	return []byte(id)
}

// Put implements parser.IDs.
func (h headingIDs) Put(value []byte) { h.used[string(value)] = true }

// factNode is {{…}} in prose.
type factNode struct {
	ast.BaseInline
	text string
	fact *Fact // set when the page is read
	unit bool  // a unit follows, which stays on the same line
}

// bindUnit takes the space before a unit out of the text that follows a fact.
func (n *factNode) bindUnit(source []byte) {
	after := ast.Node(n)
	if n.NextSibling() == nil && n.Parent() != nil && n.Parent().Kind() == ast.KindCodeSpan {
		after = n.Parent()
	}
	next, ok := after.NextSibling().(*ast.Text)
	if !ok || !unitPattern.Match(next.Segment.Value(source)) {
		return
	}
	next.Segment = next.Segment.WithStart(next.Segment.Start + 1)
	n.unit = true
}

var unitPattern = regexp.MustCompile(`^ (?:s|ms|秒|行|個)(?:[^A-Za-z]|$)`)

// value is what stands for the fact, with the space before its unit.
func (n *factNode) value(space string) string {
	if n.fact == nil {
		return ""
	}
	if n.unit {
		return n.fact.Value + space
	}
	return n.fact.Value
}

var kindFact = ast.NewNodeKind("Fact")

// Kind implements ast.Node.
func (n *factNode) Kind() ast.NodeKind { return kindFact }

// Dump implements ast.Node.
func (n *factNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"fact": n.text}, nil)
}

type factParser struct{}

// factBytesMax bounds how far the end of a fact is looked for.
const factBytesMax = 1 << 10

// Trigger implements parser.InlineParser.
func (factParser) Trigger() []byte { return []byte{'{', '`'} }

// Parse reads {{…}}, also as the whole of a code span, whose backticks then stand around what the fact is.
func (factParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	whole := string(line[:min(len(line), factBytesMax)])
	inCode := strings.HasPrefix(whole, "`{{")
	body := strings.TrimPrefix(whole, "`")
	if !strings.HasPrefix(body, "{{") {
		return nil
	}
	end := strings.Index(body, "}}")
	if end < 0 || inCode && !strings.HasPrefix(body[end+2:], "`") {
		return nil
	}
	node := &factNode{text: strings.TrimSpace(body[2:end])}
	if !inCode {
		block.Advance(end + 2)
		return node
	}
	block.Advance(end + 4)
	span := ast.NewCodeSpan()
	span.AppendChild(span, node)
	return span
}

// plainText is the text of a node without its markup.
func plainText(n ast.Node, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			out.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				out.WriteByte(' ')
			}
		case *ast.String:
			out.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}
