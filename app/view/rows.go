package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The rows of lists are components with plain fields: from one instant to the next most
// are the same, and go-app then compares the fields and leaves the elements alone.
// Attr("data-…") is DataSet without a call of fmt.

// consoleRow is a line of the console.
type consoleRow struct {
	app.Compo
	Line model.ConsoleLine
}

func (c *consoleRow) Render() app.UI {
	line := &c.Line
	tone := "out"
	switch {
	case line.Stderr:
		tone = "stderr"
	case line.Error:
		tone = "err"
	}
	who := app.Span().Class("who").Text(line.Badge)
	if line.System {
		who = app.Span().Class("who").Body(icon("inf"))
	} else if line.Task > 0 {
		who = who.Attr("data-task", int(line.Task))
	}
	return app.Li().Attr("data-when", rowState(line.Future, line.Now)).Attr("data-tone", tone).
		Attr("data-do", "seek").Attr("data-arg", line.Event).Attr("tabindex", -1).Body(
		app.Time().Text(line.Clock), who, app.Span().Class("text").Text(line.Text))
}

func rowState(future, now bool) string {
	switch {
	case now:
		return "now"
	case future:
		return "future"
	}
	return "past"
}

// eventRow is a line of the event log. What an event did does not change within a run.
type eventRow struct {
	app.Compo
	PG  *model.Playground
	Rev int // of the run
	Row model.EventRow
}

func (e *eventRow) Render() app.UI {
	row := &e.Row
	return app.Li().Attr("data-when", rowState(row.Future, row.Now)).Attr("data-do", "seek").Attr("data-arg", row.Event).Attr("tabindex", -1).Body(
		app.Time().Text(row.Clock),
		app.Span().Class("text").Body(message(e.PG, e.PG.CaptionAt(row.Event), row.Event)...))
}

// chip is an item of a queue.
type chip struct {
	app.Compo
	Kind string
	Item model.Chip
}

func (c *chip) Render() app.UI {
	return app.Button().Type("button").Class("chip").Attr("data-kind", c.Kind).Attr("data-item", model.ItemKey(c.Item.Queue, c.Item.Item)).
		Attr("data-do", "seek").Attr("data-arg", c.Item.Event).Attr("title", c.Item.Title).Body(
		app.If(c.Kind == "done", func() app.UI { return icon("check") }),
		app.B().Text("#"+strconv.Itoa(int(c.Item.Item))),
		app.Span().Class("v").Text(c.Item.Repr),
	)
}

// laneHead is the label of a lane.
type laneHead struct {
	app.Compo
	Label model.LaneLabel
}

func (h *laneHead) Render() app.UI {
	l := &h.Label
	if l.Group != "" {
		return groupHead(l)
	}
	class := "lane"
	if l.Gone {
		class += " gone"
	}
	name, title := l.Name, l.Name
	if l.Function != "" { // worker says more than Task-2
		name, title = l.Function, l.Name+" "+l.Function+"()"
	}
	return app.Div().Class(class).Attr("data-task", int(l.Task)).Attr("data-testid", "lane-"+l.Badge).Body(
		app.Button().Type("button").Class("lane-head").Attr("data-do", "task").Attr("data-arg", int(l.Task)).
			Attr("aria-pressed", l.Selected).Attr("title", title+": "+l.State).Style("--depth", strconv.Itoa(l.Depth)).Body(
			app.Span().Class("tb").Attr("data-st", l.Look.Name).Text(l.Badge),
			app.Span().Class("nm").Text(name),
			app.Span().Class("lst").Attr("data-st", l.Look.Name).Text(l.State),
		))
}

// taskRow is a row of the task table.
type taskRow struct {
	app.Compo
	Row model.TaskRow
}

func (t *taskRow) Render() app.UI {
	row := &t.Row
	line := app.Td()
	if row.Line > 0 {
		line = line.Body(lineLink(row.Line, strconv.Itoa(row.Line)))
	}
	var holds []app.UI
	for _, h := range row.Holds {
		holds = append(holds, app.B().Class("it").Attr("data-item", model.ItemKey(h.Queue, h.Item)).Text("#"+strconv.Itoa(int(h.Item))+" "))
	}
	function := ""
	if row.Function != "" {
		function = " " + row.Function + "()"
	}
	return app.Tr().Attr("data-task", int(row.Task)).Body(
		app.Td().Body(app.Span().Class("tb").Attr("data-st", row.Look.Name).Text(row.Badge), app.Span().Class("nm").Text(" "+row.Name), span("dim", function)),
		app.Td().Body(app.Span().Class("stt").Attr("data-st", row.Look.Name).Attr("title", row.Note).Text(row.State)),
		line,
		app.Td().Class("num").Text(row.Clock),
		app.Td().Body(holds...),
	)
}

// spanRow is a row of the timeline's table.
type spanRow struct {
	app.Compo
	Row model.SpanRow
}

func (s *spanRow) Render() app.UI {
	line := ""
	if s.Row.Line > 0 {
		line = strconv.Itoa(s.Row.Line)
	}
	return app.Tr().Body(app.Td().Text(s.Row.Task), app.Td().Text(s.Row.State), app.Td().Text(s.Row.From), app.Td().Text(s.Row.To), app.Td().Text(line))
}

// cell is an item of the verdict, in what became of it.
type cell struct {
	app.Compo
	Fate  string
	Queue trace.ObjectID
	Item  int32
	Event int
}

func (c *cell) Render() app.UI {
	return app.I().Class("cell").Attr("data-fate", c.Fate).Attr("data-item", model.ItemKey(c.Queue, c.Item)).
		Attr("data-do", "seek").Attr("data-arg", c.Event).Attr("title", "#"+strconv.Itoa(int(c.Item)))
}

// legendEntry explains one look of the picture.
type legendEntry struct {
	app.Compo
	Kind  model.LegendKind
	Look  string
	Label string
}

func (e *legendEntry) Render() app.UI {
	var sample app.UI
	switch e.Kind {
	case model.LegendTick:
		sample = app.I().Class("tick")
	case model.LegendCap:
		sample = icon(map[string]string{"done": "check", "raised": "x", "cancelled": "ban"}[e.Look])
	case model.LegendDebt:
		sample = app.I().Class("debt")
	default:
		sample = app.I().Class("bar").Attr("data-st", e.Look)
	}
	return app.Span().Attr("data-st", e.Look).Class("entry").Body(sample, app.Span().Text(e.Label))
}

// badge is a task's tile: the letters are who, colour and edge are what it does.
func badge(b model.BadgeView) app.UI {
	return app.Span().Class("tb").Attr("data-task", int(b.Task)).Attr("data-st", b.Look.Name).
		Attr("title", b.Name+": "+b.State).Text(b.Badge)
}

func th(pg *model.Playground, k words.Key) app.UI { return app.Th().Scope("col").Text(pg.Text(k)) }
