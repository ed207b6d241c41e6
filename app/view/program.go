package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

type variantTabs struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

var outcomes = map[model.Outcome]struct {
	name, icon string
	word       words.Key
}{
	model.OutcomeFine:    {"fine", "check", words.OutcomeFine},
	model.OutcomeTrouble: {"trouble", "x", words.OutcomeTrouble},
	model.OutcomeHung:    {"hung", "inf", words.OutcomeHung},
	model.OutcomeFailed:  {"failed", "x", words.OutcomeFailed},
	model.OutcomeLimit:   {"limit", "gauge", words.OutcomeLimit},
}

func (v *variantTabs) Render() app.UI {
	pg := v.PG
	var tabs []app.UI
	for i, variant := range pg.Variants {
		tabs = append(tabs, v.tab(i, variant))
	}
	tabs = append(tabs, app.Button().Type("button").Class("add").DataSet("do", "variant-add").DataSet("testid", "variant-add").
		Aria("label", pg.Text(words.VariantAdd)).Title(pg.Text(words.VariantAdd)).Body(icon("plus")),
		app.Button().Type("button").Class("add files-button").DataSet("do", "files").DataSet("testid", "files").
			Aria("label", pg.Text(words.FileMenu)).Title(pg.Text(words.FileMenu)).Aria("haspopup", "dialog").
			Aria("expanded", strconv.FormatBool(pg.Overlay == model.OverlayFile)).Body(icon("file")))
	return app.Div().Class("vtabs").Role("tablist").Aria("label", pg.Text(words.Variants)).Body(tabs...)
}

func (v *variantTabs) tab(i int, variant *model.Variant) app.UI {
	pg := v.PG
	name, mark, word := "none", "", words.OutcomeNone
	if outcome := variant.Outcome(); outcome != model.OutcomeNone && !pg.Tour.On() {
		o := outcomes[outcome]
		name, mark, word = o.name, o.icon, o.word
	}
	if variant.Broken() != nil {
		name, mark, word = "failed", "alert", words.OutcomeFailed
	}
	return app.Div().Class("vtab").Body(
		app.Button().Type("button").Role("tab").DataSet("do", "variant").DataSet("arg", i).DataSet("testid", "variant-"+strconv.Itoa(i)).
			DataSet("outcome", name).Aria("selected", strconv.FormatBool(i == pg.Active)).TabIndex(tabIndex(i == pg.Active)).
			Title(pg.Text(word)+" ("+strconv.Itoa(i+1)+")").Body(
			app.If(mark != "", func() app.UI {
				return app.Span().Class("oc").DataSet("o", name).Body(icon(mark), app.Span().Class("vh").Text(pg.Text(word)))
			}),
			app.If(variant.Module, func() app.UI { return icon("file") }),
			app.Span().Text(variant.Name),
		),
		app.If(variant.Added, func() app.UI {
			return app.Button().Type("button").Class("close").DataSet("do", "variant-remove").DataSet("arg", i).
				Aria("label", pg.Text(words.VariantRemove)).Body(icon("x"))
		}),
	)
}

// tabIndex: of a row of tabs only the chosen one takes part in the Tab order.
func tabIndex(chosen bool) int {
	if chosen {
		return 0
	}
	return -1
}

type knobs struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (k *knobs) Render() app.UI {
	pg := k.PG
	var rows []app.UI
	for _, knob := range pg.Knobs() {
		rows = append(rows, k.knob(knob))
	}
	if len(rows) == 0 {
		rows = append(rows, app.Span().Class("dim").Text(pg.Text(words.KnobsNone, `#@param {type:"slider"}`)))
	}
	return app.Div().Class("knobs").Role("group").Aria("label", pg.Text(words.Knobs)).Body(rows...)
}

func (k *knobs) knob(knob model.Knob) app.UI {
	if knob.Err != "" {
		return app.Span().Class("knob bad").Title(knob.Err).Body(app.Span().Text(knob.Name), icon("alert"))
	}
	in, id := "knob:"+knob.Name, "knob-"+knob.Name
	label := app.Label().Class("knob").DataSet("testid", id)
	switch knob.Kind {
	case runtime.ParamSlider:
		return label.Body(app.Span().Text(knob.Name),
			app.Input().Type("range").DataSet("in", in).Min(knob.Min).Max(knob.Max).Step(knob.Step).Value(knob.Value).DataSet("value", knob.Value).
				Aria("label", knob.Name).Style("--v", strconv.FormatFloat(knob.Percent(), 'f', 1, 64)+"%"),
			app.Output().Text(knob.Value))
	case runtime.ParamBoolean:
		return label.Body(app.Span().Text(knob.Name),
			app.Input().Type("checkbox").DataSet("in", in).Checked(knob.Value == "True").Aria("label", knob.Name))
	case runtime.ParamChoice:
		var options []app.UI
		for _, choice := range knob.Choices {
			options = append(options, app.Option().Value(choice).Selected(choice == knob.Value).Text(choice))
		}
		return label.Body(app.Span().Text(knob.Name), app.Select().DataSet("in", in).Aria("label", knob.Name).Body(options...))
	case runtime.ParamString:
		return label.Body(app.Span().Text(knob.Name), app.Input().Type("text").DataSet("in", in).Value(knob.Value).DataSet("value", knob.Value).Aria("label", knob.Name))
	}
	return label.Body(app.Span().Text(knob.Name),
		app.Span().Class("number").Body(
			app.Input().Type("number").Step(knob.Step).DataSet("in", in).Value(knob.Value).DataSet("value", knob.Value).Aria("label", knob.Name),
			app.If(knob.Seed, func() app.UI {
				return app.Button().Type("button").DataSet("do", "seed").DataSet("testid", "another-seed").
					Aria("label", k.PG.Text(words.AnotherSeed)).Title(k.PG.Text(words.AnotherSeed) + " (D)").Body(icon("dice"))
			}),
		))
}

// editor holds <code-editor>. Its attributes never change: what it shows is set by calls.
type editor struct {
	app.Compo
	PG *model.Playground
}

func (e *editor) Render() app.UI {
	return app.Elem("code-editor").ID("code").Attr("label", e.PG.Text(words.CodeLabel)).DataSet("testid", "code")
}

type faultStrip struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (f *faultStrip) Render() app.UI {
	pg := f.PG
	v := pg.Current()
	var rows []app.UI
	for i := range v.Faults {
		rows = append(rows, f.row(i, &v.Faults[i]))
	}
	if len(rows) == 0 {
		rows = append(rows, app.Div().Class("fault none").Body(icon("bolt"), app.Span().Text(pg.Text(words.FaultNone))))
	}
	form := pg.FormFault()
	return app.Div().Class("faults").Role("group").Aria("label", pg.Text(words.Faults)).Body(
		app.If(form != nil, func() app.UI { return faultForm(pg, form) }),
		app.Div().Class("fault-rows").Body(rows...),
	)
}

func (f *faultStrip) row(i int, fault *model.Fault) app.UI {
	pg := f.PG
	when := fault.When(pg.Lang)
	return app.Div().Class("fault").DataSet("on", onOff(!fault.Off)).DataSet("testid", "fault-"+strconv.Itoa(i)).Body(
		icon("bolt"),
		app.Span().Class("what").Body(
			lineLink(fault.Line, pg.Text(words.FaultIs, strconv.Itoa(fault.Line))),
			app.Code().Text(fault.Call()),
			app.If(fault.Task != "", func() app.UI { return app.Span().Text(pg.Text(words.FaultInTask, fault.Task) + " ") }),
			app.Span().Text(when),
			app.If(pg.Current().FaultHits(i) == 0 && !fault.Off, func() app.UI {
				return app.Span().Class("dim").Text("· " + pg.Text(words.FaultNotReached))
			}),
		),
		app.Button().Type("button").Class("switch").Role("switch").Aria("checked", strconv.FormatBool(!fault.Off)).
			Aria("label", pg.Text(words.FaultOn)).DataSet("do", "fault-toggle").DataSet("arg", i).DataSet("testid", "fault-toggle-"+strconv.Itoa(i)),
		app.Button().Type("button").Class("text").DataSet("do", "fault").DataSet("arg", i).DataSet("testid", "fault-edit-"+strconv.Itoa(i)).
			Text(pg.Text(words.FaultEdit)),
	)
}

func faultForm(pg *model.Playground, f *model.Fault) app.UI {
	every := f.Nth == 0
	tasks := []app.UI{app.Option().Value("").Selected(f.Task == "").Text(pg.Text(words.FaultAllTasks))}
	known := f.Task == ""
	for _, name := range pg.TaskNames() {
		known = known || name == f.Task
		tasks = append(tasks, app.Option().Value(name).Selected(name == f.Task).Text(name))
	}
	if !known {
		tasks = append(tasks, app.Option().Value(f.Task).Selected(true).Text(f.Task))
	}
	i := pg.Form.Index
	return app.Div().Class("overlay fault-form").Role("dialog").Aria("label", pg.Text(words.FaultTitle, strconv.Itoa(f.Line))).
		DataSet("testid", "fault-form").Body(
		app.Div().Class("overlay-head").Body(
			app.H2().Text(pg.Text(words.FaultTitle, strconv.Itoa(f.Line))),
			app.Button().Type("button").Class("btn ico").DataSet("do", "close").Aria("label", pg.Text(words.Close)).Body(icon("x")),
		),
		app.Div().Class("fields").Body(
			field(pg, words.FaultException, app.Input().Type("text").DataSet("in", "fault:exception").DataSet("testid", "fault-exception").
				Value(f.Exception).Spellcheck(false).Aria("invalid", strconv.FormatBool(!f.Valid())).Class("mono")),
			field(pg, words.FaultMessage, app.Input().Type("text").DataSet("in", "fault:message").DataSet("testid", "fault-message").
				Value(f.Message).Spellcheck(false).Class("mono")),
			field(pg, words.FaultWhen, app.Span().Class("when").Body(
				app.Select().DataSet("in", "fault:every").DataSet("testid", "fault-every").Aria("label", pg.Text(words.FaultWhen)).Body(
					app.Option().Value("yes").Selected(every).Text(pg.Text(words.FaultWhenEvery)),
					app.Option().Value("no").Selected(!every).Text(pg.Text(words.FaultWhenNth)),
				),
				app.If(!every, func() app.UI {
					return app.Span().Class("when").Body(
						app.Input().Type("number").Min(1).DataSet("in", "fault:nth").DataSet("testid", "fault-nth").
							Value(strconv.Itoa(f.Nth)).DataSet("value", f.Nth).Aria("label", pg.Text(words.FaultWhenNth)),
						app.Select().DataSet("in", "fault:count").DataSet("testid", "fault-count").Aria("label", pg.Text(words.FaultWhen)).Body(
							app.Option().Value("each").Selected(!f.OfRun).Text(pg.Text(words.FaultCountEach)),
							app.Option().Value("run").Selected(f.OfRun).Text(pg.Text(words.FaultCountRun)),
						))
				}),
			)),
			field(pg, words.FaultTask, app.Select().DataSet("in", "fault:task").DataSet("testid", "fault-task").Body(tasks...)),
			field(pg, words.FaultLine, app.Span().Class("when").Body(
				app.Input().Type("number").Min(1).DataSet("in", "fault:line").DataSet("testid", "fault-line").
					Value(strconv.Itoa(f.Line)).DataSet("value", f.Line).Aria("label", pg.Text(words.FaultLine)),
				stepButton(pg, words.FaultLineUp, "up", f.Line-1),
				stepButton(pg, words.FaultLineDown, "chev", f.Line+1),
			)),
		),
		app.If(!f.Valid(), func() app.UI { return app.P().Class("bad").Text(pg.Text(words.FaultExceptionBad)) }),
		app.Div().Class("overlay-foot").Body(
			app.Button().Type("button").Class("btn").DataSet("do", "fault-remove").DataSet("arg", i).DataSet("testid", "fault-remove").
				Text(pg.Text(words.FaultRemove)),
			app.Button().Type("button").Class("btn pri").DataSet("do", "close").DataSet("testid", "fault-done").Text(pg.Text(words.FaultDone)),
		),
	)
}

func field(pg *model.Playground, label words.Key, control app.UI) app.UI {
	return app.Label().Body(app.Span().Text(pg.Text(label)), control)
}

func stepButton(pg *model.Playground, label words.Key, ic string, line int) app.UI {
	return app.Button().Type("button").Class("btn ico").DataSet("do", "fault-line").DataSet("arg", line).
		Aria("label", pg.Text(label)).Title(pg.Text(label)).Body(icon(ic))
}
