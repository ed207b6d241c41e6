package lesson

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"asyncplay/web/still"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Frame is what the page around a lesson decides: where links lead, and what a program looks like.
type Frame struct {
	// Program is the HTML of a block that can be played.
	Program func(b *Block) string
	// Link is the address of a link, Image that of a picture.
	Link, Image func(to string) string
	// Change are the attributes of a change link.
	Change func(c *ChangeLink) string
	// Words are the page's own words.
	Words func(key string) string
}

// HTML renders the page's text. The page must have been checked: facts have their values then.
func (p *Page) HTML(f Frame) (string, error) {
	w := &writer{page: p, frame: f, blocks: map[int]*Block{}, changes: map[*ast.Link]*ChangeLink{}, questions: map[ast.Node]*Question{}}
	for _, b := range p.Blocks {
		w.blocks[b.Line] = b
	}
	for _, c := range p.Changes {
		w.changes[c.node] = c
	}
	for _, q := range p.Questions {
		w.questions[q.node] = q
	}
	w.renderer = renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(ghtml.NewRenderer(ghtml.WithEastAsianLineBreaks(ghtml.EastAsianLineBreaksCSS3Draft)), 1000),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(w, 100),
	))
	return w.prose(&p.Parts)
}

// writer renders the nodes that are ours.
type writer struct {
	page      *Page
	frame     Frame
	renderer  renderer.Renderer
	current   *Prose
	blocks    map[int]*Block // by line of the fence
	changes   map[*ast.Link]*ChangeLink
	questions map[ast.Node]*Question
}

// RegisterFuncs implements renderer.NodeRenderer.
func (w *writer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, w.fence)
	r.Register(ast.KindCodeBlock, w.plainCode)
	r.Register(ast.KindLink, w.link)
	r.Register(ast.KindImage, w.image)
	r.Register(ast.KindHeading, w.heading)
	r.Register(ast.KindBlockquote, w.quote)
	r.Register(ast.KindHTMLBlock, nothing)
	r.Register(ast.KindRawHTML, nothing)
	r.Register(extast.KindTable, w.table)
	r.Register(kindFact, w.fact)
	r.Register(ast.KindCodeSpan, w.codeSpan)
}

func nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

func (w *writer) prose(p *Prose) (string, error) {
	before := w.current
	w.current = p
	defer func() { w.current = before }()
	var out bytes.Buffer
	if err := w.renderer.Render(&out, p.Source, p.Node); err != nil {
		return "", err
	}
	return out.String(), nil
}

// phrase renders a piece of prose without the paragraph around it.
func (w *writer) phrase(p *Prose) (string, error) {
	text, err := w.prose(p)
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "<p>"); ok && strings.Count(text, "<p>") == 1 && strings.HasSuffix(inner, "</p>") {
		text = strings.TrimSuffix(inner, "</p>")
	}
	return text, err
}

func (w *writer) fence(out util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.FencedCodeBlock)
	language := ""
	if n.Info != nil {
		language, _, _ = strings.Cut(string(n.Info.Segment.Value(source)), " ")
	}
	body := fenceBody(n, source)
	switch language {
	case "python", "py":
		b := w.blocks[w.current.line(n.Info.Segment.Start)]
		if b == nil {
			return ast.WalkStop, fmt.Errorf("%s: a block was not read", w.page.File)
		}
		if b.Static || b.NoRun != "" {
			fmt.Fprintf(out, `<pre class="code" id="%s" tabindex="0"><code class="language-python">%s</code></pre>`+"\n", html.EscapeString(b.ID), w.shownCode(b))
			return ast.WalkSkipChildren, nil
		}
		out.WriteString(w.frame.Program(b))
	case "question":
		if q := w.questions[n]; q != nil {
			if err := w.question(out, q); err != nil {
				return ast.WalkStop, err
			}
		}
	case "output", "errors":
		fmt.Fprintf(out, `<figure class="printed" data-kind="%s"><figcaption>%s</figcaption><pre tabindex="0"><samp>%s</samp></pre></figure>`+"\n",
			language, html.EscapeString(w.frame.Words(language)), html.EscapeString(strings.TrimSuffix(body, "\n")))
	default:
		fmt.Fprintf(out, `<pre class="code plain" tabindex="0"><code>%s</code></pre>`+"\n", html.EscapeString(strings.TrimSuffix(body, "\n")))
	}
	return ast.WalkSkipChildren, nil
}

// shownCode is the part of a block's program that is shown, its words marked.
func (w *writer) shownCode(b *Block) string {
	all := lines(b.Source)
	if b.Lines.To > 0 {
		all = all[min(len(all), b.Lines.From-1):min(len(all), b.Lines.To)]
	}
	return string(still.Highlight(strings.Join(all, "\n")))
}

func (w *writer) plainCode(out util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		fmt.Fprintf(out, `<pre class="code plain" tabindex="0"><code>%s</code></pre>`+"\n", html.EscapeString(strings.TrimSuffix(fenceBody(n, source), "\n")))
	}
	return ast.WalkSkipChildren, nil
}

func (w *writer) link(out util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if !entering {
		out.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	if c := w.changes[n]; c != nil {
		fmt.Fprintf(out, `<a class="change" %s>`, w.frame.Change(c))
		return ast.WalkContinue, nil
	}
	fmt.Fprintf(out, `<a href="%s">`, html.EscapeString(w.frame.Link(string(n.Destination))))
	return ast.WalkContinue, nil
}

func (w *writer) image(out util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		n := node.(*ast.Image)
		fmt.Fprintf(out, `<img %s alt="%s" loading="lazy" decoding="async">`, w.frame.Image(string(n.Destination)), html.EscapeString(plainText(n, source)))
	}
	return ast.WalkSkipChildren, nil
}

func (w *writer) heading(out util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Heading)
	if !entering {
		fmt.Fprintf(out, "</a></h%d>\n", n.Level)
		return ast.WalkContinue, nil
	}
	id, _ := n.AttributeString("id")
	text, _ := id.([]byte)
	anchor := html.EscapeString(string(text))
	fmt.Fprintf(out, `<h%d id="%s"><a href="#%s">`, n.Level, anchor, anchor)
	return ast.WalkContinue, nil
}

func (w *writer) quote(out util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	kind, isCallout := calloutKind(node.(*ast.Blockquote), source)
	switch {
	case isCallout && entering:
		kind = strings.ToLower(kind)
		label := html.EscapeString(w.frame.Words(kind))
		fmt.Fprintf(out, `<aside class="callout" data-kind="%s" aria-label="%s"><p class="callout-kind">%s</p>`+"\n", kind, label, label)
	case isCallout:
		out.WriteString("</aside>\n")
	case entering:
		out.WriteString("<blockquote>\n")
	default:
		out.WriteString("</blockquote>\n")
	}
	return ast.WalkContinue, nil
}

// table puts tables into a box that scrolls by itself.
func (w *writer) table(out util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		out.WriteString(`<div class="table" tabindex="0"><table>` + "\n")
	} else {
		out.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

func (w *writer) fact(out util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		out.WriteString(html.EscapeString(node.(*factNode).value("\u00a0")))
	}
	return ast.WalkContinue, nil
}

// codeSpan marks the words of short pieces of Python like those of programs: only await, which is what the lessons are about.
func (w *writer) codeSpan(out util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	unit := false
	out.WriteString("<code>")
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			out.WriteString(html.EscapeString(strings.ReplaceAll(string(child.Segment.Value(source)), "\n", " ")))
		case *factNode:
			out.WriteString(html.EscapeString(child.value("")))
			unit = child.unit
		}
	}
	out.WriteString("</code>")
	if unit {
		out.WriteString("\u00a0")
	}
	return ast.WalkSkipChildren, nil
}

// question is a group of radio buttons, and the answer in a fold for those without scripts.
func (w *writer) question(out util.BufWriter, q *Question) error {
	word := func(key string) string { return html.EscapeString(w.frame.Words(key)) }
	ask, err := w.phrase(&q.Ask)
	if err != nil {
		return err
	}
	id := html.EscapeString(q.ID)
	fmt.Fprintf(out, `<div class="question" id="%s"><fieldset><legend><span class="question-kind">%s</span> %s</legend>`+"\n", id, word("question"), ask)
	answer := ""
	for i := range q.Options {
		o := &q.Options[i]
		text, err := w.phrase(&o.Text)
		if err != nil {
			return err
		}
		right := ""
		if o.Right {
			right, answer = " data-right", text
		}
		fmt.Fprintf(out, `<label%s><input type="radio" name="%s" value="%d"><span>%s</span></label>`+"\n", right, id, i+1, text)
	}
	why, err := w.phrase(&q.Why)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, `</fieldset><p class="question-says" role="status" data-right="%s" data-wrong="%s"></p>`, word("right"), word("wrong"))
	fmt.Fprintf(out, `<details><summary>%s</summary><p class="question-answer">%s</p><p>%s</p></details></div>`+"\n", word("show answer"), answer, why)
	return nil
}

// PlainText is what the page says, without its programs, for searching.
func (p *Page) PlainText() string {
	var out strings.Builder
	p.plain(&out, &p.Parts)
	for _, q := range p.Questions {
		p.plain(&out, &q.Ask)
		p.plain(&out, &q.Why)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func (p *Page) plain(out *strings.Builder, prose *Prose) {
	_ = ast.Walk(prose.Node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				out.Write(n.Segment.Value(prose.Source))
				if n.SoftLineBreak() {
					out.WriteByte(' ')
				}
			}
		case *factNode:
			if entering {
				out.WriteString(n.value(" "))
			}
		}
		if !entering && n.Type() == ast.TypeBlock {
			out.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	})
}
