package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/runtime/explain"
	explainwords "asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func explainLang(pg *model.Playground) explainwords.Lang {
	return explainwords.Lang(pg.Lang.Code())
}

// message draws a sentence: tasks as badges, items, lines and times as links.
func message(pg *model.Playground, m explain.Message) []app.UI {
	parts := explainwords.Parts(explainLang(pg), m)
	out := make([]app.UI, 0, len(parts))
	for i := range parts {
		out = append(out, messagePart(pg, &parts[i]))
	}
	return out
}

func plainMessage(pg *model.Playground, m explain.Message) string {
	return explainwords.Render(explainLang(pg), m)
}

func messagePart(pg *model.Playground, part *explainwords.Part) app.UI {
	if part.Arg == nil {
		if part.Code {
			return app.Code().Text(part.Text)
		}
		return app.Span().Text(part.Text)
	}
	arg := part.Arg
	switch arg.Kind {
	case explainwords.ArgTask:
		if arg.Int == 0 {
			return app.Span().Text(part.Text)
		}
		return badge(pg.Badge(trace.TaskID(arg.Int)))
	case explainwords.ArgItem:
		el := app.B().Class("it").Text("#"+strconv.FormatInt(arg.Int, 10)).Title(arg.Text).
			DataSet("item", itemRef(trace.ObjectID(arg.Object), int32(arg.Int)))
		return el
	case explainwords.ArgLine:
		return lineLink(int(arg.Int), part.Text)
	case explainwords.ArgTime:
		return timeLink(part.Text, int(arg.Event))
	case explainwords.ArgCode:
		return app.Code().Text(part.Text)
	case explainwords.ArgCount:
		return app.B().Class("num").Text(part.Text)
	}
	return app.Span().Class("said").Text(part.Text)
}

func lineLink(line int, text string) app.UI {
	return app.Button().Type("button").Class("ln").DataSet("do", "line").DataSet("arg", line).DataSet("line", line).Text(text)
}

func timeLink(text string, event int) app.UI {
	if event < 0 {
		return app.B().Class("num").Text(text)
	}
	return app.Button().Type("button").Class("lnk num").DataSet("do", "seek").DataSet("arg", event).Text(text)
}

// badge is a task's tile: the letters are who, colour and edge are what it does.
func badge(b model.BadgeView) app.UI {
	return app.Span().Class("tb").DataSet("task", int(b.Task)).DataSet("st", b.Look.Name).
		Title(b.Name + ": " + b.State).Text(b.Badge)
}

func itemRef(queue trace.ObjectID, item int32) string {
	return strconv.Itoa(int(queue)) + ":" + strconv.Itoa(int(item))
}
