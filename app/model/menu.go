package model

import (
	"sort"
	"strings"

	"asyncplay/app/lessons"
	"asyncplay/app/words"
)

// MenuRow is a program in the menu.
type MenuRow struct {
	ID      string
	Text    lessons.Text
	Theme   string // the heading above it, "" when it is that of the row before
	Current bool   // it is the one on the page
}

// lessonText is what is said of a lesson in a language; of an unknown one what is said of the empty program.
func lessonText(lang words.Lang, id string) (lessons.Text, string) {
	l := lessons.ByID(id)
	if l == nil {
		l = lessons.ByID("blank")
	}
	return l.Texts[lang], l.Theme.Names[lang]
}

// LessonTitle is a lesson's name and its theme's.
func LessonTitle(lang words.Lang, id string) (title, theme string) {
	text, theme := lessonText(lang, id)
	return text.Title, theme
}

// MenuQuery is what is looked for in the menu, MenuAt the row that Enter opens.
func (p *Playground) MenuQuery() string { return p.menuQuery }

// MenuAt is the row that Enter opens.
func (p *Playground) MenuAt() int { return p.menuAt }

// ranks of a match: the nearer to the title, the earlier in the list.
const (
	rankTitle = iota
	rankNotes
	rankCode
	rankNone
)

// MenuRows are the programs that fit the query; without one all of them, under their themes.
func (p *Playground) MenuRows() []MenuRow {
	asked := strings.Fields(strings.ToLower(p.menuQuery))
	var rows []MenuRow
	ranks := map[string]int{}
	var theme *lessons.Theme
	for i := range lessons.All() {
		l := &lessons.All()[i]
		rank := menuRank(l, int(p.Lang), asked)
		if rank == rankNone {
			continue
		}
		ranks[l.ID] = rank
		row := MenuRow{ID: l.ID, Text: l.Texts[p.Lang], Current: l.ID == p.Lesson}
		if l.Theme != theme && len(asked) == 0 {
			theme = l.Theme
			row.Theme = theme.Names[p.Lang]
		}
		rows = append(rows, row)
	}
	sort.SliceStable(rows, func(i, j int) bool { return ranks[rows[i].ID] < ranks[rows[j].ID] })
	return rows
}

// menuRank says where all the words that are asked for stand.
func menuRank(l *lessons.Lesson, lang int, asked []string) int {
	text := l.Texts[lang]
	title := strings.ToLower(text.Title + " " + l.Theme.Names[lang] + " " + l.ID)
	notes := title + strings.ToLower(strings.ReplaceAll(" "+text.Notice+" "+text.Try, "`", ""))
	rank := rankTitle
	for _, word := range asked {
		switch {
		case beginsWord(title, word):
		case strings.Contains(notes, word):
			rank = max(rank, rankNotes)
		case strings.Contains(strings.ToLower(l.Variants[0].Source), word):
			rank = rankCode
		default:
			return rankNone
		}
	}
	return rank
}

// beginsWord reports whether a word of the text begins so: who looks for lock does not mean block. Japanese parts no words.
func beginsWord(text, begin string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], begin)
		if i < 0 {
			return false
		}
		if i += from; i == 0 || begin[0] >= 0x80 || !(text[i-1] >= 'a' && text[i-1] <= 'z') {
			return true
		}
		from = i + 1
	}
}

// OpenMenu shows the programs, at the one on the page; once more takes them away.
func (p *Playground) OpenMenu() {
	p.menuQuery, p.menuAt = "", 0
	for i, row := range p.MenuRows() {
		if row.Current {
			p.menuAt = i
		}
	}
	p.Open(OverlayPrograms)
}

// SetMenuQuery looks for programs.
func (p *Playground) SetMenuQuery(query string) {
	if query != p.menuQuery {
		p.menuQuery, p.menuAt = query, 0
		p.touch(PartShell)
	}
}

const menuPage = 8

// MenuKey does what a key does in the open menu and reports whether it is one of the menu's.
func (p *Playground) MenuKey(name string) bool {
	step, moves := map[string]int{"ArrowDown": 1, "ArrowUp": -1, "PageDown": menuPage, "PageUp": -menuPage}[name]
	rows := p.MenuRows()
	switch {
	case moves && len(rows) > 0:
		p.menuAt = min(max(0, p.menuAt+step), len(rows)-1)
		p.touch(PartShell)
	case name == "Enter" && p.menuAt < len(rows):
		p.LoadLesson(rows[p.menuAt].ID)
	default:
		return moves || name == "Enter"
	}
	return true
}

// Note is what there is to notice in the program from the menu, and to try; ok is false when there is nothing to say, or
// the visitor closed it.
func (p *Playground) Note() (text lessons.Text, ok bool) {
	if !p.noteOpen || lessons.ByID(p.Lesson) == nil {
		return text, false
	}
	text, _ = lessonText(p.Lang, p.Lesson)
	return text, true
}

// CloseNote takes the note away.
func (p *Playground) CloseNote() {
	p.noteOpen = false
	p.touch(PartProgram)
}
