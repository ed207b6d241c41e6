package lesson

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Heading is a heading of a page, for anchors and the list of contents.
type Heading struct {
	ID    string
	Level int
	Text  string
	Line  int
}

// Output is what a run is said to print: the whole of stdout, or the end of stderr.
type Output struct {
	Text   string
	Line   int // of its first line
	Errors bool
	Of     Reference
	Block  *Block
}

// ChangeLink is a link that applies changes to a block.
type ChangeLink struct {
	Line  int
	Ref   Reference
	Block *Block
	node  *ast.Link
}

// Fact is {{…}}: what the engine says is put there.
type Fact struct {
	Line  int
	Kind  string
	Ref   Reference
	Block *Block
	Arg   string
	// Value is set by Check.
	Value string
}

// Link is a link to somewhere else.
type Link struct {
	Line  int
	To    string
	Image bool
}

// pageReader reads one page.
type pageReader struct {
	page     *Page
	problems *Problems
	blocks   map[ast.Node]*Block
	ids      headingIDs
}

func (c *Course) readPage(file, lang string, problems *Problems) *Page {
	p := &Page{Lang: lang, File: c.shown(file), Dir: path.Dir(file), course: c, ids: map[string]int{}}
	text, what, do := c.readText(file, pageBytesMax)
	if what != "" {
		problems.add(p.File, 0, what, do)
		if p.Lang == "" {
			p.Lang = Languages[0]
		}
		p.Parts = parseProse("", 1, newHeadingIDs())
		return p
	}
	body := p.front(text, problems)
	r := &pageReader{page: p, problems: problems, blocks: map[ast.Node]*Block{}, ids: newHeadingIDs()}
	p.Parts = parseProse(body, 1, r.ids)
	r.top(&p.Parts)
	return p
}

func (r *pageReader) problem(line int, what, do string) {
	r.problems.add(r.page.File, line, what, do)
}

// top reads the page's own text: first the programs, so that everything else can speak of them.
func (r *pageReader) top(prose *Prose) {
	r.eachFence(prose, func(fence *ast.FencedCodeBlock, language string, attributes []attribute, body string, line int) {
		if language == "python" || language == "py" {
			r.addBlock(fence, attributes, body, line)
		}
	})
	for _, b := range r.page.Blocks {
		r.claim(b.ID, b.Line)
	}
	r.eachFence(prose, func(fence *ast.FencedCodeBlock, language string, attributes []attribute, body string, line int) {
		switch language {
		case "question":
			if q := r.readQuestion(attributes, body, line); q != nil {
				q.node = fence
				r.page.Questions = append(r.page.Questions, q)
			}
		case "output", "errors":
			r.readOutput(fence, language, attributes, body, line)
		}
	})
	r.inline(prose)
}

// eachFence calls f for each fence with an info string.
func (r *pageReader) eachFence(prose *Prose, f func(fence *ast.FencedCodeBlock, language string, attributes []attribute, body string, line int)) {
	_ = ast.Walk(prose.Node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		fence, ok := n.(*ast.FencedCodeBlock)
		if !ok || !entering || fence.Info == nil {
			return ast.WalkContinue, nil
		}
		line := prose.line(fence.Info.Segment.Start)
		language, attributes, err := parseInfo(string(fence.Info.Segment.Value(prose.Source)))
		if err != nil {
			r.problem(line, err.Error(), `attributes are written key=value or key="a value with spaces"`)
		}
		f(fence, language, attributes, fenceBody(fence, prose.Source), line)
		return ast.WalkSkipChildren, nil
	})
}

func fenceBody(n ast.Node, source []byte) string {
	var out strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		out.Write(segment.Value(source))
	}
	return out.String()
}

func (r *pageReader) addBlock(fence ast.Node, attributes []attribute, body string, line int) {
	b := r.page.readBlock(attributes, body, line, r.problems)
	if b.ID == "" {
		for n := len(r.page.Blocks) + 1; ; n++ {
			if b.ID = fmt.Sprintf("program-%d", n); r.page.block(b.ID) == nil {
				break
			}
		}
	}
	if !idPattern.MatchString(b.ID) {
		r.problem(line, fmt.Sprintf("id=%s can't be an anchor", b.ID), "begin it with a letter and use letters, digits, - and _")
	}
	r.page.Blocks = append(r.page.Blocks, b)
	r.blocks[fence] = b
}

var idPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// claim notes an id, which must be the page's only one of that name.
func (r *pageReader) claim(id string, line int) {
	if slices.Contains(reservedIDs, id) {
		r.problem(line, "the id "+id+" belongs to the page around the lesson", "give it another id")
		return
	}
	if before, taken := r.page.ids[id]; taken {
		r.problem(line, fmt.Sprintf("the id %s is there twice: also in line %d", id, before), "give one of them another id")
		return
	}
	r.page.ids[id] = line
}

func (r *pageReader) readOutput(fence ast.Node, language string, attributes []attribute, body string, line int) {
	o := &Output{Text: body, Line: line + 1, Errors: language == "errors"}
	given := false
	for _, a := range attributes {
		if a.key != "of" {
			r.problem(line, fmt.Sprintf("the attribute %s of %s is not known", a.key, language), "only of=ID is")
			continue
		}
		ref, err := parseReference(a.value)
		if err != nil {
			r.problem(line, "of: "+err.Error(), "")
			return
		}
		o.Of, given = ref, true
	}
	if given {
		if o.Block = r.find(line, o.Of); o.Block == nil {
			return
		}
	} else if o.Block = r.blockBefore(fence); o.Block == nil {
		r.problem(line, "there is no Python block right before this "+language, "put it there, or name the block: of=ID")
		return
	}
	if o.Block.NoRun != "" {
		r.problem(line, "the block "+o.Block.ID+" is not run, so it prints nothing", "remove norun there, or this "+language)
		return
	}
	r.page.Outputs = append(r.page.Outputs, o)
}

// blockBefore is the block that a fence stands right after; another fence of output may be between.
func (r *pageReader) blockBefore(fence ast.Node) *Block {
	for n := fence.PreviousSibling(); n != nil; n = n.PreviousSibling() {
		if b := r.blocks[n]; b != nil {
			return b
		}
		other, ok := n.(*ast.FencedCodeBlock)
		if !ok || other.Info == nil {
			return nil
		}
		language, _, _ := strings.Cut(string(other.Info.Segment.Value(r.page.Parts.Source)), " ")
		if language != "output" && language != "errors" {
			return nil
		}
	}
	return nil
}

// find is the block that a reference names, nil and a problem when there is none that suits.
func (r *pageReader) find(line int, ref Reference) *Block {
	b := r.page.block(ref.ID)
	if b == nil {
		do := r.page.knownBlocks()
		if near := nearest(ref.ID, r.blockIDs()); near != "" {
			do = "did you mean " + near + "?"
		}
		r.problem(line, fmt.Sprintf("there is no block %q", ref.ID), do)
		return nil
	}
	if name := ref.Changes.Variant; name != "" && name != b.Tab && b.variant(name) == nil {
		r.problem(line, fmt.Sprintf("the block %s has no variant %q", b.ID, name), "add variant-file."+name+"=FILE.py to it")
		return nil
	}
	return b
}

func (r *pageReader) blockIDs() []string {
	var ids []string
	for _, b := range r.page.Blocks {
		ids = append(ids, b.ID)
	}
	return ids
}

// inline reads headings, links, facts and callouts of a piece of prose.
func (r *pageReader) inline(prose *Prose) {
	_ = ast.Walk(prose.Node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			r.heading(prose, n)
		case *ast.Link:
			r.link(prose, n)
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkURL {
				r.page.Links = append(r.page.Links, &Link{Line: prose.lineOf(n), To: string(n.URL(prose.Source))})
			}
		case *ast.Image:
			r.page.Links = append(r.page.Links, &Link{Line: prose.line(n.Pos()), To: string(n.Destination), Image: true})
			if plainText(n, prose.Source) == "" {
				r.problem(prose.line(n.Pos()), "the picture has no text for those who don't see it", "write ![what it shows](file.png)")
			}
		case *factNode:
			r.fact(prose, n)
			n.bindUnit(prose.Source)
		case *ast.HTMLBlock:
			segment := n.Lines().At(0)
			r.html(prose.line(segment.Start), string(segment.Value(prose.Source)))
		case *ast.RawHTML:
			segment := n.Segments.At(0)
			r.html(prose.line(segment.Start), string(segment.Value(prose.Source)))
		case *ast.Blockquote:
			if kind, ok := calloutKind(n, prose.Source); ok {
				dropCalloutLine(n)
				if !slices.Contains(callouts, kind) {
					r.problem(prose.line(n.Pos()), "there is no callout [!"+kind+"]", didYouMean(kind, callouts))
				}
			}
		case *ast.Text:
			if at := strings.Index(string(n.Segment.Value(prose.Source)), "**"); at >= 0 && n.Parent().Kind() != ast.KindCodeSpan {
				r.problem(prose.line(n.Segment.Start), "** is shown as it stands: it begins or ends no bold text here",
					"in Japanese, put a space outside of the ** where it touches a bracket or a code, or the bracket outside")
			}
		}
		return ast.WalkContinue, nil
	})
}

func (r *pageReader) html(line int, text string) {
	if strings.HasPrefix(strings.TrimSpace(text), "<!--") {
		return
	}
	r.problem(line, "HTML in a lesson is left out: "+strings.TrimSpace(text), "write it as Markdown, or put a < that is meant as such in backticks")
}

func (r *pageReader) heading(prose *Prose, n *ast.Heading) {
	line := prose.line(n.Pos())
	id, _ := n.AttributeString("id")
	text := strings.TrimSpace(plainText(n, prose.Source))
	h := Heading{Level: n.Level, Text: text, Line: line}
	if bytes, ok := id.([]byte); ok {
		h.ID = string(bytes)
	}
	if n.Level == 1 {
		r.problem(line, "the lesson's title comes from the front matter; a second one would confuse readers' tools", "write ## "+text)
	}
	if last := len(r.page.Headings); last > 0 && n.Level > r.page.Headings[last-1].Level+1 {
		r.problem(line, fmt.Sprintf("a heading of level %d stands right below one of level %d", n.Level, r.page.Headings[last-1].Level), "skip no level: outlines are read aloud")
	}
	r.claim(h.ID, line)
	r.page.Headings = append(r.page.Headings, h)
}

func (r *pageReader) link(prose *Prose, n *ast.Link) {
	line := prose.line(n.Pos())
	to := string(n.Destination)
	if strings.TrimSpace(plainText(n, prose.Source)) == "" && n.FirstChild() == nil {
		r.problem(line, "the link has no text", "write [text]("+to+")")
	}
	if !strings.HasPrefix(to, "#") || !strings.Contains(to, "?") {
		r.page.Links = append(r.page.Links, &Link{Line: line, To: to})
		return
	}
	ref, err := parseReference(to[1:])
	if err != nil {
		r.problem(line, "the change link "+to+": "+err.Error(), "")
		return
	}
	b := r.find(line, ref)
	if b == nil {
		return
	}
	if b.NoRun != "" || b.Static {
		r.problem(line, "the block "+b.ID+" can't be changed: it is only shown", "remove static or norun there, or this link")
		return
	}
	r.page.Changes = append(r.page.Changes, &ChangeLink{Line: line, Ref: ref, Block: b, node: n})
}

// factKinds are what can be asked for, and whether an argument follows.
var factKinds = map[string]string{
	"duration": "", "tasks": "", "lines": "", "exception": "", "output": "the number of a line", "line": "a text that the line holds",
}

func (r *pageReader) fact(prose *Prose, n *factNode) {
	line := prose.lineOf(n)
	kind, rest, _ := strings.Cut(n.text, " ")
	what, known := factKinds[kind]
	if !known {
		r.problem(line, "{{"+n.text+"}} asks for nothing that a run can say", "ask for duration ID, output ID LINE, lines ID, tasks ID, exception ID, or line ID TEXT")
		return
	}
	id, arg, _ := strings.Cut(strings.TrimSpace(rest), " ")
	arg = strings.Trim(strings.TrimSpace(arg), `"`)
	if (arg == "") != (what == "") {
		do := "remove what stands after the id"
		if what != "" {
			do = "after the id comes " + what
		}
		r.problem(line, "{{"+n.text+"}} is not complete", do)
		return
	}
	ref, err := parseReference(id)
	if err != nil {
		r.problem(line, "{{"+n.text+"}}: "+err.Error(), "")
		return
	}
	b := r.find(line, ref)
	if b == nil {
		return
	}
	if b.NoRun != "" && kind != "line" {
		r.problem(line, "the block "+b.ID+" is not run, so there are no facts of it", "remove norun there")
		return
	}
	n.fact = &Fact{Line: line, Kind: kind, Ref: ref, Block: b, Arg: arg}
	r.page.Facts = append(r.page.Facts, n.fact)
}
