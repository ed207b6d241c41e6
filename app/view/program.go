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

var outcomeIcons = map[model.Outcome]string{
	model.OutcomeFine: "check", model.OutcomeTrouble: "x", model.OutcomeHung: "inf", model.OutcomeFailed: "x", model.OutcomeLimit: "gauge",
}

func (v *variantTabs) Render() app.UI {
	pg := v.PG
	// The row holds more than tabs, which a list of tabs must not: the list owns those wherever they stand.
	var tabs []app.UI
	owned := ""
	for i, variant := range pg.Variants {
		tabs = append(tabs, v.tab(i, variant))
		owned += " " + tabID(i)
	}
	tabs = append(tabs, app.Span().Class("vh").Role("tablist").Aria("label", pg.Text(words.Variants)).Aria("owns", owned[1:]))
	tabs = append(tabs, app.Button().Type("button").Class("add").DataSet("do", "variant-add").DataSet("testid", "variant-add").
		Aria("label", pg.Text(words.VariantAdd)).Title(pg.Text(words.VariantAdd)).Body(icon("plus")),
		app.Button().Type("button").Class("add files-button").DataSet("do", "files").DataSet("testid", "files").
			Aria("label", pg.Text(words.FileMenu)).Title(pg.Text(words.FileMenu)).Aria("haspopup", "dialog").
			Aria("expanded", strconv.FormatBool(pg.Overlay == model.OverlayFile)).Body(icon("file")))
	return app.Div().Class("vtabs").Body(tabs...)
}

func tabID(i int) string { return "variant-tab-" + strconv.Itoa(i) }

func (v *variantTabs) tab(i int, variant *model.Variant) app.UI {
	pg := v.PG
	outcome := variant.Outcome()
	if pg.Tour.On() {
		outcome = model.OutcomeNone
	}
	mark := outcomeIcons[outcome]
	if variant.Broken() != nil {
		outcome, mark = model.OutcomeFailed, "alert"
	}
	name, word := outcome.Name(), outcome.Word()
	return app.Div().Class("vtab").Body(
		app.Button().Type("button").Role("tab").ID(tabID(i)).DataSet("do", "variant").DataSet("arg", i).DataSet("testid", "variant-"+strconv.Itoa(i)).
			DataSet("outcome", name).Aria("selected", strconv.FormatBool(variant == pg.Shown())).TabIndex(tabIndex(variant == pg.Shown())).
			DataSet("runs", onOff(i == pg.Active)).
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
