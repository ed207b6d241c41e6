// Package lessons holds the programs that come with the page: Python sources with what there is to notice in them, in
// every language of the page, and with the faults that make some tell their story. It imports nothing of ours; tests
// elsewhere run the sources.
package lessons

import (
	"embed"
	"strings"
	"sync"
)

//go:embed */*.py
var sources embed.FS

//go:embed catalogue.txt
var catalogue string

// Languages are the tags of the catalogue's languages, in its order.
var Languages = [...]string{"en", "ja"}

// Theme is a part of the menu.
type Theme struct {
	ID    string
	Names [len(Languages)]string
}

// Lesson is a program in the menu, in one or more variants.
type Lesson struct {
	ID       string
	Theme    *Theme
	Texts    [len(Languages)]Text
	Variants []Variant
}

// Text is what the menu and the page say about a lesson. What stands in backquotes in the two notes is code.
type Text struct {
	Title  string
	Notice string // what to see in it
	Try    string // what to change next
}

// Variant is one version of a lesson's program. ID names it for good.
type Variant struct {
	ID     string
	Source string
	Fault  Fault
}

// Fault makes a line raise on each task's nth visit. Line 0 means no fault.
type Fault struct {
	Line      int
	Exception string
	Message   string
	Nth       int
}

// boom strikes between get() and task_done(), on each worker's fourth item.
func boom(line int) Fault {
	return Fault{Line: line, Exception: "RuntimeError", Message: "boom", Nth: 4}
}

// special are the lessons of several variants, and those whose name is older than the folders.
func special(id string) []Variant {
	switch id {
	case "queue":
		return []Variant{
			{ID: "no-fix", Source: source("queue/no_fix"), Fault: boom(12)},
			{ID: "finally-around-get", Source: source("queue/finally_around_get"), Fault: boom(13)},
			{ID: "finally-after-get", Source: source("queue/finally_after_get"), Fault: boom(13)},
		}
	case "gather":
		return []Variant{{ID: "gather", Source: source("gather/three_sleeps")}}
	case "blank":
		return []Variant{{ID: "blank", Source: source("start/blank")}}
	}
	return []Variant{{ID: "program", Source: source(id)}}
}

func source(path string) string {
	text, err := sources.ReadFile(path + ".py")
	if err != nil {
		return "" // a test reads them all
	}
	return string(text)
}

var all = sync.OnceValue(read)

// All lists the lessons in the menu's order; the first is what a first visit sees.
func All() []Lesson { return all() }

// ByID finds a lesson, nil when there is none of that name.
func ByID(id string) *Lesson {
	for i := range All() {
		if l := &all()[i]; l.ID == id {
			return l
		}
	}
	return nil
}

// read takes the catalogue apart. `# id | name | name` begins a theme, `= id` a lesson; then come title, notice and try,
// a line each, for one language after the other.
func read() []Lesson {
	var list []Lesson
	var theme *Theme
	lines := strings.Split(strings.TrimSpace(catalogue), "\n")
	for i := 0; i < len(lines); i++ {
		if rest, ok := strings.CutPrefix(lines[i], "# "); ok {
			parts := strings.Split(rest, " | ")
			theme = &Theme{ID: parts[0]}
			copy(theme.Names[:], parts[1:])
			continue
		}
		id, ok := strings.CutPrefix(lines[i], "= ")
		if !ok {
			continue
		}
		l := Lesson{ID: id, Theme: theme, Variants: special(id)}
		for lang := range Languages {
			if i+3 < len(lines) {
				l.Texts[lang] = Text{lines[i+1], lines[i+2], lines[i+3]}
			}
			i += 3
		}
		list = append(list, l)
	}
	return list
}
