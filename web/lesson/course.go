package lesson

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

// Languages are those that the pages' own words exist in, in the order of the switch between them.
var Languages = []string{"en", "ja"}

// Course is a directory of lessons.
type Course struct {
	Dir     string // as problems name it
	Files   fs.FS
	Lessons []*Lesson // in the order of their names
	// Index holds the text above the list of lessons, by language; a language may have none.
	Index map[string]*Page
}

// Lesson is one lesson in one or more languages.
type Lesson struct {
	Slug   string
	Number int              // from 1
	Pages  map[string]*Page // by language
}

// Page is a lesson in one language.
type Page struct {
	Lesson *Lesson // nil for the text above the list of lessons
	Lang   string
	File   string // as problems name it
	Dir    string // in the course's files: where the programs are that it names

	course *Course

	Title       string
	Description string
	Date        string // 2006-01-02, or ""

	Parts     Prose
	Blocks    []*Block
	Questions []*Question
	Outputs   []*Output
	Changes   []*ChangeLink
	Facts     []*Fact
	Links     []*Link
	Headings  []Heading

	ids map[string]int // line by id of headings, blocks and questions
}

var slugPattern = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

// Load reads a course. What is wrong with its files is in problems; the error is a directory that cannot be read.
//
// A lesson is a folder NN-slug with en.md, ja.md and the programs they name; or, in one language, a file slug.md.
// index.en.md, index.ja.md or index.md stand above the list of lessons.
func Load(dir string) (*Course, Problems, error) {
	files, err := openDirectory(dir)
	if err != nil {
		return nil, nil, err
	}
	return LoadFS(files, dir)
}

// LoadFS reads a course from files of any kind. Problems name them as if they were in dir.
func LoadFS(files fs.FS, dir string) (*Course, Problems, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, nil, err
	}
	c := &Course{Dir: dir, Files: files, Index: map[string]*Page{}}
	var problems Problems
	lessons := map[string]*Lesson{}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.HasPrefix(name, ".") || strings.EqualFold(name, "README.md"):
		case entry.IsDir():
			c.loadFolder(name, lessons, &problems)
		case strings.HasSuffix(name, ".md"):
			c.loadFlat(name, lessons, &problems)
		}
	}
	for _, l := range lessons {
		c.Lessons = append(c.Lessons, l)
	}
	sort.Slice(c.Lessons, func(i, j int) bool { return c.Lessons[i].Slug < c.Lessons[j].Slug })
	for i, l := range c.Lessons {
		l.Number = i + 1
	}
	if len(c.Lessons) == 0 && len(problems) == 0 {
		problems.add(dir, 0, "there are no lessons here", "write a folder 01-name with en.md in it, or a file name.md")
	}
	return c, problems, nil
}

// beside is the file of the course that a page names.
func (p *Page) beside(name string) string { return path.Join(p.Dir, name) }

// shown is the name of a file as problems have it.
func (c *Course) shown(name string) string { return filepath.Join(c.Dir, filepath.FromSlash(name)) }

func (c *Course) loadFolder(dir string, lessons map[string]*Lesson, problems *Problems) {
	entries, err := fs.ReadDir(c.Files, dir)
	if err != nil {
		problems.add(c.shown(dir), 0, "can't be read: "+err.Error(), "")
		return
	}
	for _, entry := range entries { // a folder of pictures, say, has no page
		file := path.Join(dir, entry.Name())
		lang, isPage := strings.CutSuffix(entry.Name(), ".md")
		switch {
		case !isPage, strings.EqualFold(lang, "README"):
		case !isLanguage(lang):
			problems.add(c.shown(file), 0, "a lesson's file is named after its language", "name it "+strings.Join(Languages, ".md or ")+".md, or move it out of the lessons")
		default:
			addPage(lessons, dir, c.readPage(file, lang, problems), problems)
		}
	}
}

func (c *Course) loadFlat(name string, lessons map[string]*Lesson, problems *Problems) {
	slug := strings.TrimSuffix(name, ".md")
	lang := ""
	if i := strings.LastIndexByte(slug, '.'); i >= 0 && isLanguage(slug[i+1:]) {
		slug, lang = slug[:i], slug[i+1:]
	}
	page := c.readPage(name, lang, problems)
	if slug != "index" {
		addPage(lessons, slug, page, problems)
		return
	}
	c.Index[page.Lang] = page
}

func isLanguage(tag string) bool {
	for _, l := range Languages {
		if tag == l {
			return true
		}
	}
	return false
}

func addPage(lessons map[string]*Lesson, slug string, page *Page, problems *Problems) {
	if !slugPattern.MatchString(slug) {
		problems.add(page.File, 0, "the lesson's name "+slug+" becomes a part of its address", "use small Latin letters, digits and single hyphens, as in 03-create-task")
	}
	l := lessons[slug]
	if l == nil {
		l = &Lesson{Slug: slug, Pages: map[string]*Page{}}
		lessons[slug] = l
	}
	if other := l.Pages[page.Lang]; other != nil {
		problems.add(page.File, 0, "this lesson is there twice in "+page.Lang+": also in "+other.File, "remove one of them, or name it after another language")
		return
	}
	page.Lesson = l
	l.Pages[page.Lang] = page
}
