package view

import (
	"strconv"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	explainwords "asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func explainLang(pg *model.Playground) explainwords.Lang {
	return explainwords.Lang(pg.Lang.Code())
}

// message draws a sentence: tasks as badges, which look as at the instant of an event, items, lines and times as links.
func message(pg *model.Playground, m explain.Message, at int) []app.UI {
	return messageIn(pg, pg.Run(), m, at)
}

// messageIn is message for any run.
func messageIn(pg *model.Playground, r *model.Run, m explain.Message, at int) []app.UI {
	parts := explainwords.Parts(explainLang(pg), m)
	out := make([]app.UI, 0, len(parts))
	for i := range parts {
		out = append(out, messagePart(pg, r, &parts[i], at))
	}
	return out
}

func plainMessage(pg *model.Playground, m explain.Message) string {
	return explainwords.Render(explainLang(pg), m)
}

func messagePart(pg *model.Playground, r *model.Run, part *explainwords.Part, at int) app.UI {
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
		return badge(pg.BadgeIn(r, trace.TaskID(arg.Int), at))
	case explainwords.ArgItem:
		el := app.B().Class("it").Text("#"+strconv.FormatInt(arg.Int, 10)).Title(arg.Text).
			Attr("data-item", model.ItemKey(trace.ObjectID(arg.Object), int32(arg.Int)))
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

// withCode is a sentence of the catalogue whose words in backquotes are code.
func withCode(pg *model.Playground, k words.Key) []app.UI { return codeIn(pg.Text(k)) }

// codeIn is a text whose words in backquotes are code.
func codeIn(text string) []app.UI {
	var out []app.UI
	for i, piece := range strings.Split(text, "`") {
		switch {
		case piece == "":
		case i%2 == 1:
			out = append(out, app.Code().Text(piece))
		default:
			out = append(out, app.Span().Text(piece))
		}
	}
	return out
}

func lineLink(line int, text string) app.UI {
	return app.Button().Type("button").Class("ln").Attr("data-do", "line").Attr("data-arg", line).Attr("data-line", line).Text(text)
}

func timeLink(text string, event int) app.UI {
	if event < 0 {
		return app.B().Class("num").Text(text)
	}
	return app.Button().Type("button").Class("lnk num").Attr("data-do", "seek").Attr("data-arg", event).Text(text)
}
