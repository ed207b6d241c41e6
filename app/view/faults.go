package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// faultStrip lists the faults under the code; the form of one of them opens above it.
type faultStrip struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (f *faultStrip) Render() app.UI {
	pg := f.PG
	var rows []app.UI
	for i, ref := range pg.Faults() {
		if pg.Listed(i) {
			rows = append(rows, f.row(i, ref))
		}
	}
	if len(rows) == 0 {
		rows = append(rows, app.Div().Class("fault none").Body(icon("bolt"), app.Span().Text(pg.Text(words.FaultNone))))
	}
	form, open := pg.FormFault()
	return app.Div().Class("faults").Role("group").Aria("label", pg.Text(words.Faults)).Body(
		app.If(open, func() app.UI { return faultForm(pg, form) }),
		app.Div().Class("fault-rows").Body(rows...),
		app.If(pg.UsesNetwork(), func() app.UI {
			return app.Button().Type("button").Class("text fault-net").DataSet("do", "fault-net").DataSet("testid", "fault-net").
				Title(pg.Text(words.FaultAddNetHint)).Aria("label", pg.Text(words.FaultAddNetHint)).
				Body(icon("plus"), app.Span().Text(pg.Text(words.FaultAddNet)))
		}),
	)
}

func (f *faultStrip) row(i int, ref model.FaultRef) app.UI {
	pg, fault := f.PG, ref.Fault()
	return app.Div().Class("fault").DataSet("on", onOff(!fault.Off)).DataSet("testid", "fault-"+strconv.Itoa(i)).Body(
		icon("bolt"),
		app.Span().Class("what").Body(append(moduleWords(pg, i, ref), app.If(pg.FaultHits(i) == 0 && !fault.Off, func() app.UI {
			return app.Span().Class("dim").Text("· " + pg.Text(words.FaultNotReached))
		}))...),
		app.Button().Type("button").Class("switch").Role("switch").Aria("checked", strconv.FormatBool(!fault.Off)).
			Aria("label", pg.Text(words.FaultOn)).DataSet("do", "fault-toggle").DataSet("arg", i).DataSet("testid", "fault-toggle-"+strconv.Itoa(i)),
		app.Button().Type("button").Class("text").DataSet("do", "fault").DataSet("arg", i).DataSet("testid", "fault-edit-"+strconv.Itoa(i)).
			Text(pg.Text(words.FaultEdit)),
	)
}

// moduleWords are faultWords for one of the list, which says in which file the line is when that is a module's.
func moduleWords(pg *model.Playground, i int, ref model.FaultRef) []app.UI {
	parts := faultWords(pg, ref.Fault())
	if ref.File != "" {
		parts[0] = app.Code().Text(ref.File)
		parts[1] = app.Button().Type("button").Class("ln").DataSet("do", "fault-go").DataSet("arg", i).Text(ref.Fault().Sentence(pg.Lang))
	}
	return parts
}

// faultWords say where a fault is, what it does and when.
func faultWords(pg *model.Playground, f *model.Fault) []app.UI {
	sentence, argument := f.Sentence(pg.Lang), f.Argument()
	return []app.UI{
		app.If(f.OnNetwork(), func() app.UI { return app.Code().Text(f.URL) }),
		app.If(f.OnNetwork(), func() app.UI { return app.Span().Text(sentence) }).Else(func() app.UI { return lineLink(f.Line, sentence) }),
		app.If(argument != "", func() app.UI { return app.Code().Text(argument) }),
		app.If(f.Task != "", func() app.UI { return app.Span().Text(pg.Text(words.FaultInTask, f.Task)) }),
		app.Span().Text(f.WhenText(pg.Lang)),
	}
}

func faultForm(pg *model.Playground, ref model.FaultRef) app.UI {
	f := ref.Fault()
	title := pg.Text(words.FaultTitle, strconv.Itoa(f.Line))
	switch {
	case f.OnNetwork():
		title = pg.Text(words.FaultTitleNet)
	case ref.File != "":
		title = ref.File + ": " + title
	}
	return app.Div().Class("overlay fault-form").Role("dialog").Aria("label", title).DataSet("testid", "fault-form").Body(
		dialogHead(pg, app.Text(title)),
		app.Div().Class("fields").Body(faultFields(pg, f)...),
		app.If(!f.Valid(), func() app.UI { return app.P().Class("bad").Role("alert").Text(pg.Text(faultMistake(f))) }),
		app.Div().Class("overlay-foot").Body(
			app.Button().Type("button").Class("btn").DataSet("do", "fault-remove").DataSet("arg", pg.Form.Index).DataSet("testid", "fault-remove").
				Text(pg.Text(words.FaultRemove)),
			app.Button().Type("button").Class("btn pri").DataSet("do", "close").DataSet("testid", "fault-done").Text(pg.Text(words.FaultDone)),
		),
	)
}

func faultMistake(f *model.Fault) words.Key {
	switch f.Kind {
	case model.FaultRaise:
		return words.FaultExceptionBad
	case model.FaultNetStatus:
		if f.Status >= 100 && f.Status <= 599 {
			return words.FaultURLBad
		}
	case model.FaultNetSilent, model.FaultNetRefused, model.FaultNetReset, model.FaultNetDNS, model.FaultNetSlow:
		return words.FaultURLBad
	}
	return words.FaultBad
}

func faultFields(pg *model.Playground, f *model.Fault) []app.UI {
	text := func(label words.Key, name model.FaultField, value string, bad bool) app.UI {
		return field(pg, label, app.Input().Type("text").DataSet("in", "fault:"+string(name)).DataSet("testid", "fault-"+string(name)).
			Value(value).DataSet("value", value).Spellcheck(false).Aria("invalid", strconv.FormatBool(bad)).Class("mono"))
	}
	number := func(label words.Key, name model.FaultField, value string, least int) app.HTMLInput {
		return app.Input().Type("number").Min(least).DataSet("in", "fault:"+string(name)).DataSet("testid", "fault-"+string(name)).
			Value(value).DataSet("value", value).Aria("label", pg.Text(label))
	}
	var kinds []app.UI
	for _, k := range f.Kinds() {
		kinds = append(kinds, option(string(k.Kind), pg.Text(k.Name), k.Kind == f.Kind))
	}
	bad := !f.Valid()
	var rows []app.UI
	if f.OnNetwork() {
		rows = append(rows, text(words.FaultURL, model.FaultURL, f.URL, bad && f.Kind != model.FaultNetStatus))
	}
	rows = append(rows, field(pg, words.FaultDoes, choice("fault:"+string(model.FaultDoes), "fault-does", kinds)))
	switch f.Kind {
	case model.FaultRaise:
		rows = append(rows, text(words.FaultException, model.FaultException, f.Exception, bad), text(words.FaultMessage, model.FaultMessage, f.Message, false))
	case model.FaultDelay, model.FaultNetSlow:
		rows = append(rows, field(pg, words.FaultSeconds, number(words.FaultSeconds, model.FaultSeconds, strconv.FormatFloat(f.Seconds, 'f', -1, 64), 0).Attr("step", "any")))
	case model.FaultNetStatus:
		rows = append(rows, field(pg, words.FaultStatus, number(words.FaultStatus, model.FaultStatus, strconv.Itoa(f.Status), 100).Max(599)))
	case model.FaultSignal:
		var signals []app.UI
		for _, name := range model.FaultSignals {
			signals = append(signals, option(name, name, name == f.Signal))
		}
		rows = append(rows, field(pg, words.FaultSignal, choice("fault:"+string(model.FaultSignalIs), "fault-signal", signals)))
	}
	rows = append(rows, field(pg, words.FaultWhen, app.Span().Class("when").Body(faultTimes(pg, f,
		number(words.FaultNumber, model.FaultNumber, strconv.Itoa(f.Number()), 1))...)))
	if f.OnNetwork() {
		return rows
	}
	return append(rows, field(pg, words.FaultTask, choice("fault:task", "fault-task", taskOptions(pg, f))),
		field(pg, words.FaultLine, app.Span().Class("when").Body(
			number(words.FaultLine, model.FaultLine, strconv.Itoa(f.Line), 1),
			stepButton(pg, words.FaultLineUp, "up", f.Line-1),
			stepButton(pg, words.FaultLineDown, "chev", f.Line+1),
		)))
}

// faultTimes are the controls that say on which visits or requests a fault strikes.
func faultTimes(pg *model.Playground, f *model.Fault, number app.UI) []app.UI {
	when := f.When()
	names := [3]words.Key{words.FaultWhenEvery, words.FaultWhenNth, words.FaultWhenEveryNth}
	if f.OnNetwork() {
		names = [3]words.Key{words.FaultRequestEvery, words.FaultRequestNth, words.FaultRequestEveryNth}
	}
	var times []app.UI
	for i, t := range [3]model.FaultTimes{model.FaultAlways, model.FaultOnNth, model.FaultOnEvery} {
		times = append(times, option(string(t), pg.Text(names[i]), t == when))
	}
	controls := []app.UI{choice("fault:"+string(model.FaultWhen), "fault-when", times).Aria("label", pg.Text(words.FaultWhen))}
	if when != model.FaultAlways {
		controls = append(controls, number)
		if !f.OnNetwork() {
			controls = append(controls, choice("fault:count", "fault-count", []app.UI{
				option("each", pg.Text(words.FaultCountEach), !f.OfRun), option("run", pg.Text(words.FaultCountRun), f.OfRun),
			}).Aria("label", pg.Text(words.FaultWhen)))
		}
	}
	return controls
}

// taskOptions are the tasks of the run, and the fault's own if the run has none of that name.
func taskOptions(pg *model.Playground, f *model.Fault) []app.UI {
	options := []app.UI{option("", pg.Text(words.FaultAllTasks), f.Task == "")}
	known := f.Task == ""
	for _, name := range pg.TaskNames() {
		known = known || name == f.Task
		options = append(options, option(name, name, name == f.Task))
	}
	if !known {
		options = append(options, option(f.Task, f.Task, true))
	}
	return options
}

func option(value, text string, chosen bool) app.UI {
	return app.Option().Value(value).Selected(chosen).Text(text)
}

// choice is a list to choose from.
func choice(in, testID string, options []app.UI) app.HTMLSelect {
	return app.Select().DataSet("in", in).DataSet("testid", testID).Body(options...)
}

func field(pg *model.Playground, label words.Key, control app.UI) app.UI {
	return app.Label().Body(app.Span().Text(pg.Text(label)), control)
}

func stepButton(pg *model.Playground, label words.Key, ic string, line int) app.UI {
	return app.Button().Type("button").Class("btn ico").DataSet("do", "fault-line").DataSet("arg", line).
		Aria("label", pg.Text(label)).Title(pg.Text(label)).Body(icon(ic))
}
