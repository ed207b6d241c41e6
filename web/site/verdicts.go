package site

import (
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"asyncplay/app/model"
	"asyncplay/web/lesson"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// verdictDocs is where the pages about known mistakes stand in the repository, English ones here and others in folders.
const verdictDocs = "docs/verdicts"

// verdictPage is the page of a mistake, or the list of them, in a language.
type verdictPage struct {
	lang, name string // README is the list
}

func (v verdictPage) file() string {
	if v.lang == lesson.Languages[0] {
		return path.Join(verdictDocs, v.name+".md")
	}
	return path.Join(verdictDocs, v.lang, v.name+".md")
}

// address is the page's in the site. The playground knows it (app/view/remedy.go).
func (v verdictPage) address() string {
	name := v.name
	if name == "README" {
		name = "index"
	}
	if v.lang == lesson.Languages[0] {
		return "verdicts/" + name + ".html"
	}
	return "verdicts/" + v.lang + "/" + name + ".html"
}

// AddVerdicts writes the pages about known mistakes into a site that has its lessons. repository is where they are read.
func AddVerdicts(dir string, repository fs.FS, o Options) error {
	at, err := readAddress(o.Address)
	if err != nil {
		return err
	}
	w := &writer{Options: o, dir: dir, address: at, wrote: map[string]bool{}}
	if err := w.addAssets(); err != nil {
		return err
	}
	for _, lang := range lesson.Languages {
		files, err := fs.Glob(repository, path.Dir(verdictPage{lang, "x"}.file())+"/*.md")
		if err != nil {
			return err
		}
		for _, file := range files {
			if err := w.verdict(repository, verdictPage{lang, strings.TrimSuffix(path.Base(file), ".md")}); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return nil
}

func (w *writer) verdict(repository fs.FS, v verdictPage) error {
	source, err := fs.ReadFile(repository, v.file())
	if err != nil {
		return err
	}
	heading, body, _ := strings.Cut(string(source), "\n")
	title := strings.TrimPrefix(heading, "# ")
	mistake := ""
	if id, rest, found := strings.Cut(title, "`: "); found && v.name != "README" {
		mistake, title = strings.TrimPrefix(id, "`"), rest
	}
	dir := path.Dir(v.address()) + "/"
	rendered, err := verdictBody(repository, v, dir, body)
	if err != nil {
		return err
	}
	first, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
	d := w.data("verdict", v.lang, dir)
	d.Title, d.Description, d.Mistake = strings.ReplaceAll(title, "`", ""), strings.ReplaceAll(first, "`", ""), mistake
	d.Canonical, d.Body = w.address.whole(v.address()), rendered
	for _, lang := range lesson.Languages {
		other := verdictPage{lang, v.name}
		if _, err := fs.Stat(repository, other.file()); err == nil {
			d.Switch = append(d.Switch, link{Href: relative(dir, other.address()), Lang: lang, Name: languageNames[lang], Here: lang == v.lang})
		}
	}
	content, err := render("verdict.html", d)
	if err != nil {
		return err
	}
	return w.write(v.address(), content)
}

// verdictBody renders a page's text; its links lead to pages of the site, and examples to the playground.
func verdictBody(repository fs.FS, v verdictPage, dir, body string) (template.HTML, error) {
	source := []byte(body)
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(diffs{}, 100))))
	tree := md.Parser().Parse(gtext.NewReader(source))
	err := ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		a, isLink := n.(*ast.Link)
		if !isLink || !entering {
			return ast.WalkContinue, nil
		}
		to, err := verdictLink(repository, v, dir, string(a.Destination))
		a.Destination = []byte(to)
		return ast.WalkContinue, err
	})
	if err != nil {
		return "", err
	}
	var out strings.Builder
	if err := md.Renderer().Render(&out, source, tree); err != nil {
		return "", err
	}
	return template.HTML(out.String()), nil
}

// verdictLink is where a link to a file of the repository leads in the site.
func verdictLink(repository fs.FS, v verdictPage, dir, to string) (string, error) {
	if !strings.Contains(to, "/") && strings.HasSuffix(to, ".md") {
		return relative(dir, verdictPage{v.lang, strings.TrimSuffix(to, ".md")}.address()), nil
	}
	program, err := fs.ReadFile(repository, path.Join(path.Dir(v.file()), to))
	if err != nil {
		return "", err
	}
	hash, err := packLink(model.EncodePrograms([]model.Program{{Name: "main", Source: string(program)}}, 0, 0, nil))
	return relative(dir, "") + "#" + hash, err
}

// diffs shows blocks of code; in those of a change the lines are marked, by their first letter for those who see no colour.
type diffs struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (diffs) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, func(out util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n := node.(*ast.FencedCodeBlock)
		out.WriteString(`<pre class="code plain" tabindex="0"><code>`)
		isDiff := string(n.Language(source)) == "diff"
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			shown := html.EscapeString(string(line.Value(source)))
			switch {
			case isDiff && strings.HasPrefix(shown, "+"):
				shown = "<ins>" + strings.TrimSuffix(shown, "\n") + "</ins>\n"
			case isDiff && strings.HasPrefix(shown, "-"):
				shown = "<del>" + strings.TrimSuffix(shown, "\n") + "</del>\n"
			}
			out.WriteString(shown)
		}
		out.WriteString("</code></pre>\n")
		return ast.WalkSkipChildren, nil
	})
}
