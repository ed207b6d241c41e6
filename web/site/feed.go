package site

import (
	"encoding/xml"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"asyncplay/web/lesson"
)

type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		Title   string      `xml:"title"`
		Sub     string      `xml:"subtitle"`
		ID      string      `xml:"id"`
		Updated string      `xml:"updated"`
		Author  atomAuthor  `xml:"author"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr,omitempty"`
		Type string `xml:"type,attr,omitempty"`
		Lang string `xml:"hreflang,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		Title   string     `xml:"title"`
		ID      string     `xml:"id"`
		Updated string     `xml:"updated"`
		Links   []atomLink `xml:"link"`
		Summary string     `xml:"summary"`
	}
)

// feeds writes an Atom feed for each language.
func (w *writer) feeds() error {
	for _, lang := range w.languages() {
		dir := directory(lang, nil)
		feed := atomFeed{
			Lang: lang, Title: text(lang, "course title"), Sub: text(lang, "course text"), ID: w.address.id(dir), Author: atomAuthor{"asyncplay"},
			Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: w.address.of(dir + "feed.xml")}, {Rel: "alternate", Type: "text/html", Href: w.address.of(dir)}},
		}
		if p := w.Course.Index[lang]; p != nil {
			feed.Title, feed.Sub = p.Title, p.Description
		}
		for _, l := range w.Course.Lessons {
			p := l.Pages[lang]
			if p == nil {
				continue
			}
			entry := atomEntry{
				Title: p.Title, ID: w.address.id(directory(lang, l)), Updated: w.changed(p), Summary: p.Description,
				Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: w.address.of(directory(lang, l))}},
			}
			feed.Updated = max(feed.Updated, entry.Updated)
			feed.Entries = append(feed.Entries, entry)
		}
		content, err := xml.MarshalIndent(feed, "", " ")
		if err != nil {
			return err
		}
		if err := w.write(dir+"feed.xml", []byte(xml.Header+string(content)+"\n")); err != nil {
			return err
		}
	}
	return nil
}

// id names a page for good, even where its address is not known.
func (a address) id(name string) string {
	if a.full {
		return a.base + name
	}
	return "urn:asyncplay:" + strings.TrimSuffix(strings.ReplaceAll(name, "/", ":"), ":")
}

// changed is the day of a page: the one in its front matter, else that of its file.
func (w *writer) changed(p *lesson.Page) string {
	if p.Date != "" {
		return p.Date + "T00:00:00Z"
	}
	info, err := fs.Stat(w.Course.Files, path.Join(p.Dir, path.Base(p.File)))
	if err != nil || info.ModTime().IsZero() {
		return time.Unix(0, 0).UTC().Format(time.RFC3339)
	}
	return info.ModTime().UTC().Truncate(24 * time.Hour).Format(time.RFC3339)
}

type (
	urlSet struct {
		XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		XHTML   string       `xml:"xmlns:xhtml,attr"`
		URLs    []sitemapURL `xml:"url"`
	}
	sitemapURL struct {
		Location   string         `xml:"loc"`
		Changed    string         `xml:"lastmod,omitempty"`
		Alternates []sitemapOther `xml:"xhtml:link"`
	}
	sitemapOther struct {
		Rel  string `xml:"rel,attr"`
		Lang string `xml:"hreflang,attr"`
		Href string `xml:"href,attr"`
	}
)

// sitemap lists all pages with their translations.
func (w *writer) sitemap() error {
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml", URLs: []sitemapURL{{Location: w.address.of("")}}}
	add := func(in []string, of *lesson.Lesson) {
		for _, lang := range in {
			entry := sitemapURL{Location: w.address.of(directory(lang, of))}
			if of != nil {
				entry.Changed = w.changed(of.Pages[lang])[:len(time.DateOnly)]
			}
			for _, other := range in {
				if len(in) > 1 {
					entry.Alternates = append(entry.Alternates, sitemapOther{"alternate", other, w.address.of(directory(other, of))})
				}
			}
			set.URLs = append(set.URLs, entry)
		}
	}
	add(w.languages(), nil)
	for _, l := range w.Course.Lessons {
		var langs []string
		for _, lang := range lesson.Languages {
			if l.Pages[lang] != nil {
				langs = append(langs, lang)
			}
		}
		add(langs, l)
	}
	for _, name := range w.otherPages() {
		set.URLs = append(set.URLs, sitemapURL{Location: w.address.of(name)})
	}
	content, err := xml.MarshalIndent(set, "", " ")
	if err != nil {
		return err
	}
	robots := "User-agent: *\nAllow: /\n"
	if w.address.full {
		robots += "Sitemap: " + w.address.of("sitemap.xml") + "\n"
	}
	if err := w.write("robots.txt", []byte(robots)); err != nil {
		return err
	}
	return w.write("sitemap.xml", []byte(xml.Header+string(content)+"\n"))
}

// otherPages are the pages of the site about known mistakes.
func (w *writer) otherPages() []string {
	var names []string
	_ = fs.WalkDir(os.DirFS(w.dir), "verdicts", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".html") {
			names = append(names, name)
		}
		return nil // a site may have none
	})
	return names
}
