package lesson

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"sort"
	"strings"
)

// Playground is what a link to the playground is written as.
const Playground = "playground:"

// Target is where a link within the course leads.
type Target struct {
	Lesson   *Lesson // nil: the list of lessons
	Lang     string
	Fragment string // without #
}

// schemes are the kinds of addresses that a link may have.
var schemes = []string{"https", "http", "mailto"}

// Resolve finds where a link of the page leads within the course. inside is false for links that leave it.
func (c *Course) Resolve(p *Page, to string) (t Target, inside bool, err error) {
	address, err := url.Parse(to)
	if err != nil {
		return t, false, fmt.Errorf("%q is no address", to)
	}
	if address.Scheme != "" || address.Host != "" {
		if address.Scheme == "playground" || slices.Contains(schemes, address.Scheme) {
			return t, false, nil
		}
		return t, false, fmt.Errorf("%q begins with what is no link here: %s", to, strings.Join(append(schemes, "playground"), ", "))
	}
	t = Target{Lesson: p.Lesson, Lang: p.Lang, Fragment: address.Fragment}
	if address.Path == "" {
		return t, true, nil
	}
	if strings.HasPrefix(address.Path, "/") {
		return t, false, fmt.Errorf("%q begins at the root of whatever host the lessons will be on", to)
	}
	t.Lesson, t.Lang, err = c.at(p, address.Path)
	return t, err == nil, err
}

// at finds the lesson at a relative path: ../03-name/, ../03-name/ja.md, and 03-name or name.md from a flat page.
func (c *Course) at(p *Page, relative string) (*Lesson, string, error) {
	base := "" // of the page, below the course
	if p.Lesson != nil && p.Dir != "." {
		base = p.Lesson.Slug
	}
	clean := path.Join("/", base, relative)[1:]
	lang := p.Lang
	if clean == "" {
		return nil, lang, nil
	}
	folder, file := path.Split(clean)
	if name, isFile := strings.CutSuffix(file, ".md"); isFile {
		switch {
		case folder != "" && isLanguage(name):
			clean, lang = strings.TrimSuffix(folder, "/"), name
		default:
			clean = name
			if i := strings.LastIndexByte(name, '.'); i >= 0 && isLanguage(name[i+1:]) {
				clean, lang = name[:i], name[i+1:]
			}
			if clean == "index" {
				return nil, lang, nil
			}
		}
	}
	for _, l := range c.Lessons {
		if l.Slug == clean {
			if l.Pages[lang] == nil {
				return nil, "", fmt.Errorf("the lesson %s does not exist in %s", clean, lang)
			}
			return l, lang, nil
		}
	}
	var slugs []string
	for _, l := range c.Lessons {
		slugs = append(slugs, l.Slug)
	}
	return nil, "", fmt.Errorf("there is no lesson %q; %s", clean, didYouMean(clean, slugs))
}

// checkLinks follows every link within the course.
func (c *Course) checkLinks(problems *Problems) {
	for _, p := range c.Pages() {
		for _, l := range p.Links {
			if l.Image {
				c.checkImage(p, l, problems)
				continue
			}
			target, inside, err := c.Resolve(p, l.To)
			if err != nil {
				problems.add(p.File, l.Line, "the link leads nowhere: "+err.Error(), "write ../NAME/ for another lesson, #ID for a place on this page, or a whole address")
				continue
			}
			if inside && target.Fragment != "" {
				checkFragment(c, p, l, target, problems)
			}
		}
	}
}

func checkFragment(c *Course, p *Page, l *Link, target Target, problems *Problems) {
	page := c.Index[target.Lang]
	if target.Lesson != nil {
		page = target.Lesson.Pages[target.Lang]
	}
	if page == nil {
		return
	}
	if _, there := page.ids[target.Fragment]; there {
		return
	}
	var ids []string
	for id := range page.ids {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	problems.add(p.File, l.Line, fmt.Sprintf("the link leads to #%s, which %s does not have", target.Fragment, page.File), didYouMean(target.Fragment, ids))
}

var imageTypes = []string{".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"}

// checkImage: pictures stand beside the lesson, so that pages ask no other host for anything.
func (c *Course) checkImage(p *Page, l *Link, problems *Problems) {
	if strings.Contains(l.To, ":") || !fs.ValidPath(l.To) {
		problems.add(p.File, l.Line, "the picture "+l.To+" is not beside the lesson", "put the file there: the pages ask no other host for anything")
		return
	}
	if !slices.Contains(imageTypes, strings.ToLower(path.Ext(l.To))) {
		problems.add(p.File, l.Line, "the picture "+l.To+" is of no known type", "use one of "+strings.Join(imageTypes, ", "))
		return
	}
	content, err := p.Picture(l.To)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		problems.add(p.File, l.Line, "there is no file "+c.shown(p.beside(l.To)), "")
	case errors.Is(err, errTooLarge):
		problems.add(p.File, l.Line, "the picture "+l.To+" is too large", fmt.Sprintf("a picture may have %d MiB", pictureBytesMax>>20))
	case err != nil:
		problems.add(p.File, l.Line, "the picture "+l.To+" can't be read: "+err.Error(), "")
	case strings.EqualFold(path.Ext(l.To), ".svg"):
		if active := activeSVG(content); active != "" {
			problems.add(p.File, l.Line, "the picture "+l.To+" is more than a picture: "+active, "save it as plain SVG: opened by itself, it would act in the site's name")
		}
	}
}
