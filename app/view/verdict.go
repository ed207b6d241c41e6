package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

type verdict struct {
	app.Compo
	PG  *model.Playground
	Rev int
	// Veiled: the run is from before the last change.
	Veiled bool
}

func (v *verdict) Render() app.UI {
	pg := v.PG
	current := pg.Current()
	switch {
	case pg.Tour.On():
		return v.promise()
	case current.Failure() != "":
		return v.plain("error", "alert", pg.Text(words.EngineRefused, current.Failure()), "")
	case current.Halted():
		return v.plain("warning", "stop", pg.Text(words.HaltedTitle), pg.Text(words.HaltedMore))
	case current.Broken() != nil:
		return v.report(current.Broken())
	case pg.Run() == nil:
		return v.plain("none", "clock", pg.Text(words.NotRunYet), "")
	}
	return v.report(pg.Run())
}

func (v *verdict) frame(severity, ic string, id string, text, action app.UI) app.UI {
	return app.Div().Class("verdict").DataSet("severity", severity).DataSet("verdict", id).DataSet("testid", "verdict").
		Role("status").Aria("label", v.PG.Text(words.VerdictRegion)).Body(
		app.Div().Class("vi").Body(icon(ic)), text, action)
}

func (v *verdict) plain(severity, ic, title, more string) app.UI {
	return v.frame(severity, ic, "", app.Div().Class("vt").Body(app.H1().Text(title), app.P().Class("dim").Text(more)), app.Div().Class("va"))
}

// promise stands where the verdict will stand, while the example plays by itself.
func (v *verdict) promise() app.UI {
	pg := v.PG
	return app.Div().Class("verdict promise").DataSet("testid", "promise").Body(
		app.Div().Class("vi").Body(icon("clock")),
		app.Div().Class("vt").Body(app.H1().Text(pg.Text(words.Promise)), app.P().Text(pg.Text(words.PromiseMore))),
		app.Div().Class("va").Body(app.Button().Type("button").Class("btn ico").DataSet("do", "promise").
			Aria("label", pg.Text(words.SkipToRun)).Title(pg.Text(words.SkipToRun)).Body(icon("x"))),
	)
}

func (v *verdict) report(r *model.Run) app.UI {
	rep := &r.Report
	items := []app.UI{}
	cells := v.cells(rep)
	for i := 0; i < len(rep.Reasons); {
		same := i + 1
		for same < len(rep.Reasons) && alike(&rep.Reasons[i], &rep.Reasons[same]) {
			same++
		}
		items = append(items, v.reason(r, &rep.Reasons[i], rep.Reasons[i+1:same]))
		if cells != nil && (len(rep.Reasons[i].Details) == 0 || same == len(rep.Reasons)) {
			items = append(items, app.Li().Class("cells-row").Body(cells))
			cells = nil
		}
		i = same
	}
	causes := v.causes(r)
	items = append(items, causes...)
	if _, shown := v.PG.FixVariant(); !rep.Hint.IsZero() && !shown && len(causes) == 0 {
		items = append(items, app.Li().Class("hint").Body(v.message(rep.Hint)...))
	}
	text := app.Div().Class("vt").Body(
		app.H1().Body(v.message(rep.Title)...),
		app.If(len(items) > 0, func() app.UI { return app.Ul().Body(items...) }),
		app.If(rep.ID == explain.Raised, func() app.UI { return v.traceback(r) }),
	)
	return v.frame(model.SeverityName(rep.Severity), verdictIcon(r), string(rep.ID), text, v.actions(r))
}

// message draws a sentence of the verdict: its tasks look as they did at the end.
func (v *verdict) message(m explain.Message) []app.UI {
	end := 0
	if r := v.PG.Run(); r != nil {
		end = r.Last()
	}
	return message(v.PG, m, end)
}

func verdictIcon(r *model.Run) string {
	switch r.Trace.Outcome.Status {
	case trace.StatusHung:
		return "inf"
	case trace.StatusSyntaxError:
		return "alert"
	case trace.StatusLimit, trace.StatusStopped:
		return "gauge"
	case trace.StatusRaised:
		return "x"
	}
	if r.Report.Severity == explain.SeverityQuiet {
		return "check"
	}
	return "x"
}

// alike reports whether two reasons say the same of different tasks: then one sentence
// is enough, and the others are shown by their task and moment.
func alike(a, b *explain.Reason) bool {
	return a.Message.Key == b.Message.Key && a.Task > 0 && b.Task > 0 && len(a.Details) == 0 && len(b.Details) == 0
}

func (v *verdict) reason(r *model.Run, reason *explain.Reason, more []explain.Reason) app.UI {
	sentence := app.Span().Class("sentence").Body(v.message(reason.Message)...)
	body := []app.UI{sentence}
	for i := range reason.Details {
		body = append(body, v.detail(r, &reason.Details[i]))
	}
	if len(more) > 0 {
		body = append(body, app.Span().Text(v.PG.Text(words.ReasonAlso)))
	}
	for i := range more {
		body = append(body, v.detail(r, &more[i]))
	}
	return app.Li().DataSet("details", onOff(len(body) > 1)).Body(body...)
}

// detail is a fact with a moment: the task, the item, the time. The sentence is its title.
func (v *verdict) detail(r *model.Run, d *explain.Reason) app.UI {
	if d.Task == 0 || d.Event < 0 {
		return app.Span().Class("detail").Body(v.message(d.Message)...)
	}
	chip := app.Button().Type("button").Class("jump").DataSet("do", "seek").DataSet("arg", int(d.Event)).
		DataSet("testid", "reason").Title(plainMessage(v.PG, d.Message))
	parts := []app.UI{badgePlain(v.PG.BadgeAt(d.Task, r.Last()))}
	if d.Item > 0 {
		chip = chip.DataSet("item", model.ItemKey(d.Queue, d.Item))
		parts = append(parts, app.Span().Text("#"+strconv.Itoa(int(d.Item))))
	} else {
		chip = chip.DataSet("task", int(d.Task))
	}
	parts = append(parts, app.Time().Text(model.FormatClock(r.TimeOf(int(d.Event)))),
		app.Span().Class("vh").Text(plainMessage(v.PG, d.Message)))
	return chip.Body(parts...)
}

// badgePlain is a badge inside a control that is itself lit: it speaks of no task by itself.
func badgePlain(b model.BadgeView) app.UI {
	return app.Span().Class("tb").DataSet("st", b.Look.Name).Aria("hidden", "true").Text(b.Badge)
}

var fates = map[explain.ItemFate]string{
	explain.FateInQueue: "queued", explain.FateTaken: "taken", explain.FateLost: "lost", explain.FateDone: "done",
}

const cellsMax = 80

// cells are the items of the queue, one each, in what became of them.
func (v *verdict) cells(rep *explain.Report) app.UI {
	items := rep.Facts.Items
	if len(items) == 0 || len(items) > cellsMax {
		return nil
	}
	counts := map[explain.ItemFate]int{}
	cells := make([]app.UI, 0, len(items))
	for _, item := range items {
		counts[item.Fate]++
		cells = append(cells, &cell{Fate: fates[item.Fate], Queue: item.Queue, Item: item.Item, Event: int(item.Event)})
	}
	if counts[explain.FateDone] == len(items) {
		return nil
	}
	n := strconv.Itoa
	return app.Span().Class("cells").Role("img").Aria("label", v.PG.Text(words.ItemCells, n(len(items)),
		n(counts[explain.FateDone]), n(counts[explain.FateLost]), n(counts[explain.FateTaken]), n(counts[explain.FateInQueue]))).Body(cells...)
}

func (v *verdict) traceback(r *model.Run) app.UI {
	text := r.Trace.Text(r.Trace.Outcome.Traceback)
	if text == "" {
		return app.Span()
	}
	return app.Details().Class("traceback").Body(app.Summary().Text(v.PG.Text(words.Traceback)), app.Pre().Text(text))
}

func (v *verdict) actions(r *model.Run) app.UI {
	pg := v.PG
	rep := &r.Report
	fix := -1
	if i, ok := pg.FixVariant(); ok {
		fix = i
	}
	when := words.EndedAt
	if r.Hung() {
		when = words.HungAt
	}
	status := r.Trace.Outcome.Status
	told := status == trace.StatusSyntaxError || status == trace.StatusLimit || status == trace.StatusStopped
	return app.Div().Class("va").Body(
		app.If(fix >= 0, func() app.UI {
			return app.Button().Type("button").Class("btn pri").DataSet("do", "fix").DataSet("testid", "show-fix").
				DataSet("pulse", onOff(pg.Tour.Pulse == model.PulseFix)).Text(pg.Text(words.ShowFix))
		}),
		app.If(fix < 0, func() app.UI { return v.apply(r) }),
		app.If(rep.ID == explain.LimitHit, func() app.UI {
			return app.Button().Type("button").Class("btn pri").DataSet("do", "raise-limit").DataSet("testid", "raise-limit").
				Text(pg.Text(words.RaiseLimit))
		}),
		app.If(v.Veiled, func() app.UI {
			return app.Span().Class("hint stale").DataSet("testid", "stale").Text("↓ " + pg.Text(words.FromBefore))
		}),
		app.If(rep.Severity != explain.SeverityQuiet && !told, func() app.UI {
			return app.Span().Class("hint").Body(app.Span().Text(pg.Text(when)+" "),
				timeLink(pg.ClockText(r.EndSeconds()), r.Last()))
		}),
	)
}
