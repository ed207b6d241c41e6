package site

import (
	"bytes"
	"embed"
	"html"
	"html/template"
	"strconv"
	"strings"

	"asyncplay/web/lesson"
)

//go:embed page.html lesson.html index.html door.html mistakes.html verdict.html
var templates embed.FS

// policy lets nothing run that is not a file of the site.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; " +
	"base-uri 'none'; form-action 'none'"

var locales = map[string]string{"en": "en_GB", "ja": "ja_JP"}

// link is an entry of a list of pages.
type link struct {
	Href, Title, Lang, Name string
	Slug, Description       string
	About, Only             string
	Number                  int
	Here                    bool
}

// pageData is what the templates show.
type pageData struct {
	Kind, Lang, Locale, Policy string
	Title, Description         string
	Root, Up, Feed, Search     string
	Canonical, Image           string
	Assets                     assets
	Live                       int
	Alternates, Switch         []link
	OEmbeds                    []link
	Previous, Next             *link
	Slug, Mistake              string
	Number, Count              string
	Items                      []link
	Languages, Over            string // of a door: where it leads to, from where
	Body, Content              template.HTML
}

// attribute escapes a text for an attribute.
func attribute(text string) string { return html.EscapeString(text) }

// directory is where a lesson stands in the site.
func directory(lang string, l *lesson.Lesson) string {
	if l == nil {
		return "lessons/" + lang + "/"
	}
	return "lessons/" + lang + "/" + l.Slug + "/"
}

// render fills in a page: name is the template of what is between its header and its end.
func render(name string, d pageData) ([]byte, error) {
	t := template.New("").Funcs(template.FuncMap{"word": func(key string, args ...string) string { return text(d.Lang, key, args...) }})
	if _, err := t.ParseFS(templates, "page.html", name); err != nil {
		return nil, err
	}
	var content, page bytes.Buffer
	if err := t.ExecuteTemplate(&content, name, d); err != nil {
		return nil, err
	}
	d.Content = template.HTML(content.String())
	if err := t.ExecuteTemplate(&page, "page.html", d); err != nil {
		return nil, err
	}
	return page.Bytes(), nil
}

// data is what all pages have, for one that stands in a directory of the site.
func (w *writer) data(kind, lang, dir string) pageData {
	return pageData{
		Kind: kind, Lang: lang, Locale: locales[lang], Policy: policy, Assets: w.assets, Live: w.Live,
		Root: relative(dir, ""), Up: relative(dir, directory(lang, nil)), Feed: relative(dir, directory(lang, nil)+"feed.xml"),
		Search: relative(dir, directory(lang, nil)+"search.json"), Canonical: w.address.whole(dir),
	}
}

// languages are those that the course has, in order.
func (w *writer) languages() []string {
	var langs []string
	for _, lang := range lesson.Languages {
		if w.speaks(lang) {
			langs = append(langs, lang)
		}
	}
	return langs
}

func (w *writer) speaks(lang string) bool {
	for _, l := range w.Course.Lessons {
		if l.Pages[lang] != nil {
			return true
		}
	}
	return false
}

// pages writes every lesson in every language.
func (w *writer) pages() error {
	for _, l := range w.Course.Lessons {
		for _, lang := range lesson.Languages {
			if p := l.Pages[lang]; p != nil {
				if err := w.page(p); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (w *writer) page(p *lesson.Page) error {
	dir := directory(p.Lang, p.Lesson)
	d := w.data("lesson", p.Lang, dir)
	d.Title, d.Description, d.Slug = p.Title, p.Description, p.Lesson.Slug
	d.Number, d.Count = strconv.Itoa(p.Lesson.Number), strconv.Itoa(len(w.Course.Lessons))
	d.Alternates, d.Switch = w.translations(p.Lang, dir, func(lang string) (*lesson.Lesson, bool) { return p.Lesson, p.Lesson.Pages[lang] != nil })
	d.Items = w.list(p.Lang, dir, p.Lesson)
	for i := range d.Items {
		if d.Items[i].Here {
			d.Previous, d.Next = neighbour(d.Items, i-1), neighbour(d.Items, i+1)
		}
	}
	k := &program{writer: w, page: p, dir: dir}
	body, err := w.body(p, dir, k)
	if err != nil {
		return err
	}
	d.Body, d.OEmbeds = body, k.oembeds
	if d.Image, err = w.openGraph(p, dir); err != nil {
		return err
	}
	content, err := render("lesson.html", d)
	if err != nil {
		return err
	}
	return w.write(dir+"index.html", content)
}

func neighbour(items []link, i int) *link {
	if i < 0 || i >= len(items) {
		return nil
	}
	return &items[i]
}

// list are the lessons as a page in a directory shows them; a lesson that its language lacks leads to another.
func (w *writer) list(lang, dir string, here *lesson.Lesson) []link {
	var items []link
	for _, l := range w.Course.Lessons {
		p, foreign := l.Pages[lang], ""
		for _, other := range lesson.Languages {
			if p == nil {
				if p = l.Pages[other]; p != nil {
					foreign = other
				}
			}
		}
		items = append(items, link{
			Href: relative(dir, directory(p.Lang, l)), Title: p.Title, Description: p.Description, Slug: l.Slug, Number: l.Number, Lang: foreign, Only: text(lang, "only in "+foreign), Here: l == here,
		})
	}
	return items
}

// translations are the same page in all languages: for search engines, and for the switch in the header. Where a lesson lacks a
// language the switch leads to the list.
func (w *writer) translations(here, dir string, of func(lang string) (*lesson.Lesson, bool)) (alternates, choice []link) {
	langs := w.languages()
	if len(langs) < 2 {
		return nil, nil
	}
	for _, lang := range langs {
		l, there := of(lang)
		if !there {
			l = nil
		}
		target := directory(lang, l)
		choice = append(choice, link{Href: relative(dir, target), Lang: lang, Name: languageNames[lang], Here: lang == here})
		href := w.address.whole(target)
		if !there || href == "" { // search engines take whole addresses only
			continue
		}
		alternates = append(alternates, link{Href: href, Lang: lang})
		if lang == lesson.Languages[0] {
			alternates = append(alternates, link{Href: href, Lang: "x-default"})
		}
	}
	return alternates, choice
}

// body renders a page's text.
func (w *writer) body(p *lesson.Page, dir string, k *program) (template.HTML, error) {
	var failed error
	note := func(text string, err error) string {
		if err != nil && failed == nil {
			failed = err
		}
		return text
	}
	body, err := p.HTML(lesson.Frame{
		Program: func(b *lesson.Block) string { return note(k.html(b)) },
		Link:    func(to string) string { return note(w.href(p, dir, to)) },
		Image:   func(to string) string { return note(w.picture(p, dir, to)) },
		Change:  func(c *lesson.ChangeLink) string { return note(k.change(c)) },
		Words:   func(key string) string { return text(p.Lang, key) },
	})
	if err == nil {
		err = failed
	}
	return template.HTML(body), err
}

// href is where a link of a lesson leads in the site.
func (w *writer) href(p *lesson.Page, dir, to string) (string, error) {
	if to == lesson.Playground {
		return relative(dir, ""), nil
	}
	target, inside, err := w.Course.Resolve(p, to)
	if err != nil || !inside {
		return to, err
	}
	fragment := ""
	if target.Fragment != "" {
		fragment = "#" + target.Fragment
	}
	if target.Lesson == p.Lesson && target.Lang == p.Lang && fragment != "" {
		return fragment, nil
	}
	return relative(dir, directory(target.Lang, target.Lesson)) + fragment, nil
}

// indexes writes the lists of lessons.
func (w *writer) indexes() error {
	for _, lang := range w.languages() {
		dir := directory(lang, nil)
		d := w.data("contents", lang, dir)
		d.Title, d.Description = text(lang, "course title"), text(lang, "course text")
		if p := w.Course.Index[lang]; p != nil {
			d.Title, d.Description = p.Title, p.Description
			k := &program{writer: w, page: p, dir: dir}
			body, err := w.body(p, dir, k)
			if err != nil {
				return err
			}
			d.Body, d.OEmbeds = body, k.oembeds
		}
		d.Items = w.list(lang, dir, nil)
		picture, err := w.courseCard(dir)
		if err != nil {
			return err
		}
		d.Image = picture
		d.Alternates, d.Switch = w.translations(lang, dir, func(string) (*lesson.Lesson, bool) { return nil, true })
		content, err := render("index.html", d)
		if err != nil {
			return err
		}
		if err := w.write(dir+"index.html", content); err != nil {
			return err
		}
	}
	return nil
}

// door writes the page at lessons/, which leads on to a language, and stands where a language has no lessons.
func (w *writer) door() error {
	langs := w.languages()
	if len(langs) == 0 {
		return nil
	}
	doors := []string{"lessons/"}
	for _, lang := range lesson.Languages {
		if !w.speaks(lang) {
			doors = append(doors, directory(lang, nil))
		}
	}
	for _, dir := range doors {
		d := w.data("door", langs[0], dir)
		d.Title, d.Description = text(langs[0], "course title"), text(langs[0], "course text")
		d.Languages, d.Over = strings.Join(langs, " "), relative(dir, "lessons/")
		for _, lang := range langs {
			d.Switch = append(d.Switch, link{Href: relative(dir, directory(lang, nil)), Lang: lang, Name: languageNames[lang], About: text(lang, "course text")})
		}
		content, err := render("door.html", d)
		if err != nil {
			return err
		}
		if err := w.write(dir+"index.html", content); err != nil {
			return err
		}
	}
	return nil
}
