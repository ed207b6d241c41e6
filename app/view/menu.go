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
	about := app.Div().Class("about").Body(app.P().Class("dim").Text(pg.Text(words.MenuNone)))
	for i := range rows {
		row := &rows[i]
		if row.Theme != "" {
			items = append(items, app.Li().Class("theme").Role("presentation").Text(row.Theme))
		}
		id := "menu-" + strconv.Itoa(i)
		if i == at {
			field = field.Aria("activedescendant", id)
			about = app.Div().Class("about").Aria("live", "polite").Body(aboutLesson(pg, row)...)
		}
		items = append(items, app.Li().ID(id).Class("option").Role("option").Aria("selected", strconv.FormatBool(i == at)).
			DataSet("current", onOff(row.Current)).DataSet("do", "lesson").DataSet("arg", row.ID).DataSet("testid", "lesson-"+row.ID).
			Body(app.Span().Text(row.Text.Title), app.If(row.Current, func() app.UI { return icon("check") })))
	}
	return app.Div().Class("overlay menu").Role("dialog").Aria("label", pg.Text(words.Programs)).DataSet("testid", "programs-menu").Body(
		field,
		app.Ul().ID("menu-list").Role("listbox").Aria("label", pg.Text(words.Programs)).Body(items...),
		about,
		app.P().Class("dim foot").Body(
			app.Span().Text(pg.Text(words.ProgramsHint)+" "),
			app.A().Href("lessons/"+pg.Lang.Code()+"/").DataSet("leave", "page").DataSet("testid", "menu-lessons").Text(pg.Text(words.Lessons))),
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
