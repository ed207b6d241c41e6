package view

import (
	"strconv"

	"asyncplay/app/lessons"
	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// programs is the menu: a field that searches, the list that it searches in, and what the marked program is about. The
// focus stays in the field; the arrows move the mark.
func (o *overlays) programs() app.UI {
	pg := o.PG
	rows := pg.MenuRows()
	at := pg.MenuAt()
	field := app.Input().Type("text").Class("search").DataSet("in", "menu:query").DataSet("testid", "menu-search").Role("combobox").
		AutoComplete(false).Aria("expanded", "true").Aria("controls", "menu-list").Aria("label", pg.Text(words.MenuSearch)).
		Placeholder(pg.Text(words.MenuSearch)).Value(pg.MenuQuery())
	var items []app.UI
	about := div("about", el("p", "class=dim", app.Text(pg.Text(words.MenuNone))))
	for i := range rows {
		row := &rows[i]
		if row.Theme != "" {
			items = append(items, el("li", "class=theme;role=presentation", app.Text(row.Theme)))
		}
		id := "menu-" + strconv.Itoa(i)
		if i == at {
			field = field.Aria("activedescendant", id)
			about = el("div", "class=about;aria-live=polite", aboutLesson(pg, row)...)
		}
		items = append(items, el("li", "id="+safe(id)+";class=option;role=option;aria-selected="+safe(yesNo(i == at))+";data-current="+safe(onOff(row.Current))+
			";data-do=lesson;data-arg="+safe(row.ID)+";data-testid=lesson-"+safe(row.ID),
			text("span", row.Text.Title), app.If(row.Current, func() app.UI { return icon("check") })))
	}
	label := ";aria-label=" + safe(pg.Text(words.Programs))
	return el("div", "class=overlay menu;role=dialog;data-testid=programs-menu"+label,
		field,
		el("ul", "id=menu-list;role=listbox"+label, items...),
		about,
		el("p", "class=dim foot", text("span", pg.Text(words.ProgramsHint)+" "),
			el("a", "href=lessons/"+safe(pg.Lang.Code())+"/;data-leave=page;data-testid=menu-lessons", app.Text(pg.Text(words.Lessons)))),
	)
}

func aboutLesson(pg *model.Playground, row *model.MenuRow) []app.UI {
	return append([]app.UI{app.H2().Text(row.Text.Title)}, notes(pg, &row.Text)...)
}

// notes are what to notice in a program and what to try.
func notes(pg *model.Playground, text *lessons.Text) []app.UI {
	note := func(word words.Key, text string) app.UI {
		return app.P().Body(append([]app.UI{app.B().Text(pg.Text(word)), app.Span().Text(" ")}, codeIn(text)...)...)
	}
	return []app.UI{note(words.NoteNotice, text.Notice), note(words.NoteTry, text.Try)}
}

// lessonNote stands over the code of a program that was opened from the menu.
type lessonNote struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (n *lessonNote) Render() app.UI {
	text, open := n.PG.Note()
	if !open {
		return app.Div().Class("note").Hidden(true)
	}
	return app.Div().Class("note").Role("note").DataSet("testid", "note").Hidden(false).Body(
		app.Div().Body(notes(n.PG, &text)...),
		app.Button().Type("button").Class("btn ico").DataSet("do", "note-close").DataSet("testid", "note-close").
			Aria("label", n.PG.Text(words.NoteClose)).Body(icon("x")),
	)
}
