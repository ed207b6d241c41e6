package view

import (
	"cmp"
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// lower is the queue panel and, as tabs, console, tasks and event log.
type lower struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (l *lower) Render() app.UI {
	pg := l.PG
	return app.Div().Class("lower").DataSet("panel", string(pg.Panel)).Body(
		l.main(pg.Queues()),
		app.Div().Class("tabs").Body(
			app.Div().Class("tabbar").Role("tablist").Aria("label", pg.Text(words.Details)).Body(
				l.tab(model.PanelConsole, words.TabConsole),
				l.tab(model.PanelTasks, words.TabTasks),
				l.tab(model.PanelEvents, words.TabEvents),
				l.tab(model.PanelLoop, words.TabLoop),
			),
			app.Div().ID("panel").Class("panel").Role("tabpanel").TabIndex(0).DataSet("testid", "panel-"+string(pg.Panel)).Body(l.panel()),
		),
	)
}

// main shows what the program is about: its queues and locks, else its locks and tasks.
func (l *lower) main(queues []model.QueuePanel) app.UI {
	pg := l.PG
	pane := app.Section().Class("qpane").DataSet("testid", "queue-panel")
	primitives := pg.Primitives()
	switch {
	case pg.Run() == nil:
		return pane
	case len(queues) > 0 || len(primitives) > 0:
		var body []app.UI
		for i := range queues {
			body = append(body, queuePanel(pg, &queues[i]))
		}
		for i := range primitives {
			body = append(body, primitivePanel(pg, &primitives[i]))
		}
		if len(queues) == 0 {
			body = append(body, taskTable(pg))
		}
		return pane.Body(body...)
	case len(pg.Run().Lanes) == 0 || pg.Run().NeverAwaits():
		return pane.Body(app.P().Class("dim").Text(pg.Text(words.NoTasks)))
	}
	return pane.Body(taskTable(pg))
}

func (l *lower) tab(panel model.Panel, word words.Key) app.UI {
	pg := l.PG
	chosen := pg.Panel == panel
	return app.Button().Type("button").Role("tab").DataSet("do", "panel").DataSet("arg", string(panel)).
		DataSet("testid", "tab-"+string(panel)).Aria("selected", strconv.FormatBool(chosen)).TabIndex(tabIndex(chosen)).
		Text(pg.Text(word))
}

func (l *lower) panel() app.UI {
	switch l.PG.Panel {
	case model.PanelTasks:
		return taskTree(l.PG)
	case model.PanelLoop:
		return loopPanel(l.PG)
	case model.PanelEvents:
		return eventLog(l.PG)
	}
	return console(l.PG)
}

func console(pg *model.Playground) app.UI {
	lines := pg.Console()
	if len(lines) == 0 {
		return app.P().Class("dim empty").Text(pg.Text(words.ConsoleEmpty))
	}
	rows := make([]app.UI, 0, len(lines))
	for _, line := range lines {
		rows = append(rows, &consoleRow{Line: line})
	}
	return app.Ol().Class("con").DataSet("testid", "console").Body(rows...)
}

func taskTable(pg *model.Playground) app.UI {
	var rows []app.UI
	for _, t := range pg.Tasks() {
		rows = append(rows, &taskRow{Row: t})
	}
	return app.Table().Class("tt").DataSet("testid", "tasks").Body(
		app.THead().Body(app.Tr().Body(th(pg, words.TaskName), th(pg, words.TaskState), th(pg, words.TaskLine), th(pg, words.TaskSince), th(pg, words.TaskHolds))),
		app.TBody().Body(rows...),
	)
}

func eventLog(pg *model.Playground) app.UI {
	var rows []app.UI
	rev := pg.Rev(model.PartRun)
	for _, row := range pg.Events() {
		rows = append(rows, &eventRow{PG: pg, Rev: rev, Row: row})
	}
	if len(rows) == 0 {
		rows = append(rows, app.P().Class("dim empty").Text(pg.Text(words.LogNone)))
	}
	return app.Div().Body(logBar(pg), app.Ol().Class("con log").DataSet("testid", "events").Body(rows...))
}

// chipsWithValueMax is how many items in the queue, or marked done, still show their values; more are seen as numbers alone, so
// that the sum below them stays in sight.
const chipsWithValueMax = 10

func queuePanel(pg *model.Playground, q *model.QueuePanel) app.UI {
	taken := words.QueueTakenTitle
	if !q.Accounted {
		taken = words.QueueTakenPlain
	}
	return app.Div().Class("queue").DataSet("accounted", onOff(q.Accounted)).Role("group").Attr("aria-label", queueName(pg, q.Name)).Body(
		queueHead(pg, q),
		app.Div().Class("flow").Body(
			app.Section().Class("st-in").DataSet("many", onOff(q.InCount > chipsWithValueMax)).Body(
				columnHead(pg, words.QueueInTitle, q.InCount, "in-queue"),
				app.Div().Class("chips").Body(chips(pg, q.In, q.InCount, "in", words.QueueNone)...),
				queueWaiters(pg, q),
			),
			app.Section().Class("st-taken").Body(
				columnHead(pg, taken, q.TakenCount, "taken"),
				app.Div().Class("holds").Body(holds(pg, q)...),
			),
			app.Section().Class("st-done").DataSet("many", onOff(q.DoneCount > chipsWithValueMax)).Body(
				columnHead(pg, words.QueueDoneTitle, q.DoneCount, "done"),
				app.Div().Class("chips").Body(chips(pg, q.Done, q.DoneCount, "done", words.QueueNoneYet)...),
			),
			app.Div().Class("bracket").Aria("hidden", "true"),
			queueSum(pg, q),
		),
	)
}

func queueHead(pg *model.Playground, q *model.QueuePanel) app.UI {
	about := pg.Text(words.QueueNoLimit, "asyncio."+q.Type)
	if q.MaxSize > 0 {
		about = pg.Text(words.QueueLimit, "asyncio."+q.Type, strconv.Itoa(q.MaxSize))
	}
	return app.Div().Class("pane-head").Body(app.H2().Text(queueName(pg, q.Name)), app.Span().Class("dim").Text(about))
}

// queueName is what the program calls a queue, or the word for one that it gives no name.
func queueName(pg *model.Playground, name string) string {
	if name == "" {
		return pg.Text(words.QueueHeading)
	}
	return name
}

func columnHead(pg *model.Playground, word words.Key, n int, id string) app.UI {
	return app.H3().Body(app.Span().Text(pg.Text(word)), app.B().Class("num").DataSet("testid", "count-"+id).Text(strconv.Itoa(n)))
}

func chips(pg *model.Playground, items []model.Chip, total int, kind string, none words.Key) []app.UI {
	if len(items) == 0 {
		return []app.UI{app.Span().Class("dim").Text(pg.Text(none))}
	}
	out := make([]app.UI, 0, len(items)+1)
	for _, c := range items {
		out = append(out, &chip{Kind: kind, Item: c})
	}
	if total > len(items) {
		out = append(out, app.Span().Class("dim").Text(pg.Text(words.QueueMore, strconv.Itoa(total-len(items)))))
	}
	return out
}

func holds(pg *model.Playground, q *model.QueuePanel) []app.UI {
	if len(q.Taken) == 0 {
		return []app.UI{app.Span().Class("dim").Text(pg.Text(words.QueueNone))}
	}
	out := make([]app.UI, 0, len(q.Taken)+1)
	for _, t := range q.Taken {
		out = append(out, hold(pg, t, q.Accounted))
	}
	if q.Lost > 0 {
		out = append(out, app.P().Class("bad").Body(withCode(pg, words.QueueDoneNever)...))
	}
	return out
}

func hold(pg *model.Playground, t model.TakenChip, accounted bool) app.UI {
	kind, what := "taken", pg.Text(words.QueueInProgress)
	if t.Ended || !accounted {
		what = "" // its program does not count with task_done()
	}
	if t.Lost {
		kind, what = "lost", pg.Text(words.QueueEndedAt, t.LostAt)
		if t.LostBy == trace.PhaseRaised {
			what = pg.Text(words.QueueDiedAt, t.LostAt)
		}
	}
	return app.Div().Class("hold").DataSet("kind", kind).Body(
		app.If(t.ByKnown, func() app.UI { return badge(t.By) }), &chip{Kind: kind, Item: t.Chip}, app.Span().Class("what").Text(what))
}

func queueWaiters(pg *model.Playground, q *model.QueuePanel) app.UI {
	var body []app.UI
	switch {
	case q.NoWorker:
		body = append(body, app.Span().Class("bad").Text(pg.Text(words.QueueNoWorker)))
	case len(q.Getters) > 0:
		body = append(body, tiles(q.Getters)...)
		body = append(append(body, app.Span().Text(" ")), withCode(pg, words.QueueGetters)...)
	default:
		body = append(body, withCode(pg, words.QueueNobodyGets)...)
	}
	if len(q.Putters) > 0 {
		body = append(body, app.Span().Text(" · "))
		body = append(body, tiles(q.Putters)...)
		body = append(append(body, app.Span().Text(" ")), withCode(pg, words.QueuePutters)...)
	}
	return app.P().Class("waiters").Body(body...)
}

func tiles(views []model.BadgeView) []app.UI {
	out := make([]app.UI, 0, len(views))
	for _, v := range views {
		out = append(out, badge(v))
	}
	return out
}

// queueSum is the lesson in one sentence: what join() counts.
func queueSum(pg *model.Playground, q *model.QueuePanel) app.UI {
	n := strconv.Itoa
	var waits []app.UI
	if len(q.Joiners) > 0 {
		waits = append(append(tiles(q.Joiners), app.Span().Text(" ")), withCode(pg, words.QueueJoinWaits)...)
		if q.Hung {
			waits = append(waits, app.Span().Text(": "), app.B().Class("bad").Text(pg.Text(words.QueueNever)))
		}
	}
	return app.Div().Class("sum").DataSet("testid", "queue-sum").Body(
		app.P().Class("eq").Body(
			app.B().Class("unf num").DataSet("testid", "count-unfinished").Text(n(q.Unfinished)),
			app.Span().Text(" "+pg.Text(words.QueueSum, n(q.InCount), n(q.TakenCount))),
			app.If(q.Unclaimed > 0, func() app.UI { return app.Span().Text(" − " + pg.Text(words.QueueUnclaimed, n(q.Unclaimed))) }),
		),
		app.P().Class("joiners").Body(waits...),
	)
}

func primitivePanel(pg *model.Playground, p *model.PrimitivePanel) app.UI {
	body := []app.UI{app.H2().Text(cmp.Or(p.Name, p.Type))}
	if p.Name != "" {
		body = append(body, span("dim", p.Type))
	}
	body = append(body, span("dim", p.Value))
	if p.Line > 0 {
		body = append(body, lineLink(p.Line, pg.Text(words.HoverLine, strconv.Itoa(p.Line))))
	}
	if len(p.Holders) > 0 {
		body = append(body, app.Span().Class("dim").Text(pg.Text(words.Holders)))
		body = append(body, tiles(p.Holders)...)
	}
	if len(p.Waiters) > 0 {
		body = append(body, app.Span().Class("dim").Text(pg.Text(words.Waiters)))
		body = append(body, tiles(p.Waiters)...)
	}
	return app.Div().Class("pane-head primitive").DataSet("testid", "primitive").Body(body...)
}
