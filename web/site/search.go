package site

import (
	"encoding/json"

	"asyncplay/web/lesson"
)

// found is a page in the search's index. Its names are short: readers download it.
type found struct {
	Path     string     `json:"p"` // from the list of lessons
	Title    string     `json:"t"`
	About    string     `json:"d"`
	Headings [][]string `json:"h"` // anchor and text
	Text     string     `json:"x"`
}

// searches writes an index of the lessons in each language. The script asks for it when somebody begins to search.
func (w *writer) searches() error {
	for _, lang := range w.languages() {
		index := []found{}
		for _, l := range w.Course.Lessons {
			p := l.Pages[lang]
			if p == nil {
				continue
			}
			f := found{Path: l.Slug + "/", Title: p.Title, About: p.Description, Headings: [][]string{}, Text: p.PlainText() + codeText(p)}
			for _, h := range p.Headings {
				f.Headings = append(f.Headings, []string{h.ID, h.Text})
			}
			index = append(index, f)
		}
		content, err := json.Marshal(index)
		if err != nil {
			return err
		}
		if err := w.write(directory(lang, nil)+"search.json", content); err != nil {
			return err
		}
	}
	return nil
}

// codeText are the titles of a page's programs.
func codeText(p *lesson.Page) string {
	text := ""
	for _, b := range p.Blocks {
		text += " " + b.Title
	}
	return text
}
