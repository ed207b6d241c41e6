package view

import (
	"encoding/json"
	"strconv"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// compareCode is the left side of a comparison: which variants, and how their code differs.
type compareCode struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func div(class attributes, body ...app.UI) app.UI     { return el("div", "class="+class, body...) }
func span(class attributes, text string) app.UI       { return el("span", "class="+class, app.Text(text)) }
func heading(class attributes, body ...app.UI) app.UI { return el("h3", "class="+class, body...) }

func (c *compareCode) Render() app.UI {
	pg := c.PG
	section := app.Section().Class("cmp cmp-left").Aria("label", pg.Text(words.CompareCode))
	if pg.Mode != model.ModeCompare {
		return section
	}
	var lines []rewrite.DiffLine
	sum := []app.UI{}
	if cmp := pg.Comparison(); cmp != nil {
		lines = cmp.Lines
		for _, part := range []struct {
			op   rewrite.Op
			word words.Key
		}{{rewrite.Added, words.CompareAdded}, {rewrite.Removed, words.CompareGone}, {rewrite.Moved, words.CompareMoved}} {
			if n := cmp.Count(part.op); n > 0 {
				kind := changeKind(part.op)
				sum = append(sum, app.Span().DataSet("kind", kind).Body(
					app.B().Text(changeMarks[kind].sign), app.Span().Text(" "+words.Count(pg.Lang, part.word, n))))
			}
		}
		if len(sum) == 0 {
			sum = append(sum, span("dim", pg.Text(words.CompareNoLines)))
		}
	}
	return section.DataSet("testid", "compare-code").Body(
		div("cmphead", c.pick("a", words.CompareA, pg.Active),
			app.Button().Type("button").Class("btn ico").DataSet("do", "swap").DataSet("testid", "swap").
				Aria("label", pg.Text(words.CompareSwap)).Title(pg.Text(words.CompareSwap)+" (X)").Text("⇄"),
			c.pick("b", words.CompareB, pg.Other)),
		app.Elem("code-diff").Attr("lines", diffJSON(lines, faultLines(pg))).DataSet("testid", "diff").
			TabIndex(0).Role("group").Aria("label", pg.Text(words.CodeLabel)),
		app.Div().Class("diffsum").DataSet("testid", "diff-sum").Body(sum...),
		div("faults", c.faults()...),
	)
}

// pick is the letter of a side and the choice of its variant.
func (c *compareCode) pick(side string, word words.Key, chosen int) app.UI {
	pg := c.PG
	var options []app.UI
	look, mark := "ready", "clock"
	for i, v := range pg.Variants {
		options = append(options, app.Option().Value(i).Selected(i == chosen).Text(v.Name))
		if o := v.Outcome(); o != model.OutcomeNone && i == chosen {
			look, mark = o.Name(), outcomeIcons[o]
		}
	}
	return app.Label().Class("pick").Body(letter(pg, side),
		app.Span().Class("oc").DataSet("o", look).Body(icon(mark)),
		app.Select().DataSet("in", "compare:"+side).DataSet("testid", "compare-"+side).Aria("label", pg.Text(word)).Body(options...))
}

// letter is a side's letter: A is square, B is round; the colour is how its run ended.
func letter(pg *model.Playground, side string) app.UI {
	index := pg.Active
	if side == "b" {
		index = pg.Other
	}
	look := "ready"
	if index < len(pg.Variants) {
		look = (&model.Side{Variant: pg.Variants[index]}).Look().Name
	}
	return app.B().Class("ab "+side).DataSet("st", look).Text(strings.ToUpper(side))
}

// faults says which faults struck, once when they are the same on both sides.
func (c *compareCode) faults() []app.UI {
	pg := c.PG
	row := func(word string, f *model.Fault) app.UI {
		return app.Div().Class("fault").Body(icon("bolt"), app.Span().Class("what").Body(
			append([]app.UI{app.Span().Text(word)}, faultWords(pg, f)...)...))
	}
	var rows []app.UI
	if pg.Other >= len(pg.Variants) {
		return rows
	}
	a, b := pg.Current(), pg.Variants[pg.Other]
	shared := map[int]bool{}
	for i := range a.Faults {
		word := pg.Text(words.CompareFault, "A")
		for j := range b.Faults {
			if !shared[j] && sameFault(a, b, i, j) {
				word, shared[j] = pg.Text(words.CompareSameFault), true
				break
			}
		}
		if !a.Faults[i].Off {
			rows = append(rows, row(word, &a.Faults[i]))
		}
	}
	for j := range b.Faults {
		if !shared[j] && !b.Faults[j].Off {
			rows = append(rows, row(pg.Text(words.CompareFault, "B"), &b.Faults[j]))
		}
	}
	return rows
}

// sameFault reports whether two faults do the same to the same statement.
func sameFault(a, b *model.Variant, i, j int) bool {
	x, y := a.Faults[i], b.Faults[j]
	if !x.OnNetwork() && lineText(a.Source, x.Line) != lineText(b.Source, y.Line) {
		return false
	}
	x.Line, y.Line = 1, 1
	return x == y
}

func lineText(source string, line int) string {
	lines := strings.Split(source, "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[line-1])
}

func faultLines(pg *model.Playground) map[int]bool {
	lines := map[int]bool{}
	for _, f := range pg.Current().Faults {
		if !f.Off && !f.OnNetwork() {
			lines[f.Line] = true
		}
	}
	return lines
}

// diffJSON is what <code-diff> shows.
func diffJSON(lines []rewrite.DiffLine, faults map[int]bool) string {
	rows := make([][5]any, len(lines))
	for i, l := range lines {
		rows[i] = [5]any{l.Old, l.New, changeKind(l.Op), l.Text, l.Old > 0 && faults[l.Old]}
	}
	b, err := json.Marshal(rows)
	if err != nil {
		return "[]"
	}
	return string(b)
}

// compareRuns is the right side of a comparison: outcomes, lanes on one axis, counters, the events where the runs part.
type compareRuns struct {
	app.Compo
	PG   *model.Playground
	Rev  int
	Plot float64 // width of the plots, so that a change of it draws anew
}

func (c *compareRuns) Render() app.UI {
	pg := c.PG
	section := app.Section().Class("cmp cmp-right").Aria("label", pg.Text(words.CompareRuns))
	if pg.Mode != model.ModeCompare {
		return section
	}
	section.DataSet("testid", "compare")
	cmp := pg.Comparison()
	switch {
	case len(pg.Variants) < 2:
		return section.Body(div("cmp-empty", app.P().Text(pg.Text(words.CompareNeedsTwo)),
			app.Button().Type("button").Class("btn pri").DataSet("do", "variant-add").DataSet("testid", "compare-add").Text(pg.Text(words.VariantAdd))))
	case cmp == nil:
		return section.Body(div("cmp-empty", app.P().Text(pg.Text(words.CompareWaits))))
	}
	return section.Body(
		div("duo", c.outcome(cmp, &cmp.A), c.outcome(cmp, &cmp.B)),
		app.Div().Class("cmpbody").Body(
			c.group(cmp, &cmp.A), c.group(cmp, &cmp.B), c.counters(cmp),
			app.If(cmp.Differs, func() app.UI {
				return app.Div().Class("divg").DataSet("testid", "first-difference").
					DataSet("late", onOff(cmp.FirstFraction() > 0.55)).
					Style("--at", strconv.FormatFloat(cmp.FirstFraction(), 'f', 5, 64)).Body(
					app.Span().Text(pg.Text(words.CompareFirst, strconv.Itoa(cmp.Same+1), model.FormatClock(cmp.FirstSeconds()))))
			}),
		),
		c.parting(cmp),
	)
}

func sideName(cmp *model.Comparison, s *model.Side) string {
	if s == &cmp.A {
		return "a"
	}
	return "b"
}

var outcomeWords = map[trace.Status]words.Key{
	trace.StatusFinished: words.CompareFinished, trace.StatusHung: words.CompareHung, trace.StatusRaised: words.CompareRaised,
	trace.StatusLimit: words.CompareLimit, trace.StatusStopped: words.CompareLimit,
}

func (c *compareRuns) outcome(cmp *model.Comparison, s *model.Side) app.UI {
	pg, r := c.PG, s.Run
	o := s.Variant.Outcome()
	title, more := []app.UI{app.Span().Text(pg.Text(outcomeWords[r.Trace.Outcome.Status], model.FormatClock(r.EndSeconds())))}, []app.UI{}
	if r.Trace.Outcome.Status == trace.StatusFinished {
		title = messageIn(pg, r, r.Report.Title, r.Last())
	} else {
		more = messageIn(pg, r, r.Report.Title, r.Last())
	}
	if later := r.EndSeconds() - cmp.A.Run.EndSeconds(); s == &cmp.B && later > 0.0005 {
		more = append(more, span("dim", pg.Text(words.CompareLater, model.FormatClock(later))))
	}
	return app.Div().Class("out").DataSet("testid", "outcome-"+sideName(cmp, s)).Body(
		letter(pg, sideName(cmp, s)), app.Span().Class("oc").DataSet("o", o.Name()).Body(icon(outcomeIcons[o])),
		app.Div().Body(app.H2().Body(title...), app.P().Body(more...)))
}

// group is a side's lanes with their labels, as they stand at the first difference.
func (c *compareRuns) group(cmp *model.Comparison, s *model.Side) app.UI {
	pg, side := c.PG, sideName(cmp, s)
	l := model.CompareLayout(cmp, s, c.Plot)
	n := min(len(s.Run.Lanes), model.CompareLanesMax)
	var labels []app.UI
	for _, lane := range s.Run.Lanes[:n] {
		b := pg.BadgeIn(s.Run, lane.Task, s.At())
		labels = append(labels, app.Div().Class("lane").Body(badge(b), span("nm", b.Name), span("lst", b.State)))
	}
	return app.Div().Class("cmp-group").Body(
		heading("grp", letter(pg, side), app.Span().Text(s.Variant.Name),
			app.If(len(s.Run.Lanes) > n, func() app.UI {
				return span("dim", pg.Text(words.CompareMoreLanes, strconv.Itoa(len(s.Run.Lanes)-n)))
			})),
		app.Div().Class("cmp-tl").DataSet("testid", "lanes-"+side).Style("--height", px(l.Height)).Style("--lane", px(l.LaneHeight)).
			Style("--lanes-top", px(l.LanesTop)).Body(
			div("cmp-labels", labels...),
			app.Div().ID("cmp-"+side).Class("plot").Body(app.Canvas().ID("cmp-canvas-"+side).Aria("hidden", "true"))))
}

func (c *compareRuns) counters(cmp *model.Comparison) app.UI {
	pg := c.PG
	peak, ok := cmp.Counters()
	if !ok {
		return app.Div().Class("cmp-group")
	}
	key := func(s *model.Side) app.UI {
		side := sideName(cmp, s)
		return app.Span().Class("qk "+side).DataSet("st", s.Look().Name).Body(app.I(), app.Span().Text(strings.ToUpper(side)),
			app.B().Class("num").DataSet("testid", "unfinished-"+side).Text(strconv.Itoa(int(s.Unfinished()))))
	}
	return app.Div().Class("cmp-group").Body(
		heading("grp", app.Span().Text(pg.Text(words.CompareUnfinished))),
		app.Div().Class("cmp-tl").Style("--height", px(model.CompareUnfinishedHeight)).Style("--lanes-top", "0px").Body(
			div("cmp-labels unfin", key(&cmp.A), key(&cmp.B), span("qmax", strconv.Itoa(int(peak)))),
			app.Div().ID("cmp-u").Class("plot").Body(app.Canvas().ID("cmp-canvas-u").Aria("hidden", "true"))))
}

// parting lists the events around the first difference, side by side.
func (c *compareRuns) parting(cmp *model.Comparison) app.UI {
	pg := c.PG
	if !cmp.Differs {
		return div("evdiff", app.H2().Text(pg.Text(words.CompareEqual)))
	}
	title := strings.ReplaceAll(words.Count(pg.Lang, words.CompareIdentical, cmp.Same), "{1}", model.FormatClock(cmp.FirstSeconds()))
	column := func(s *model.Side) app.UI {
		var rows []app.UI
		for _, row := range s.Rows() {
			rows = append(rows, app.Li().Class(row.When).DataSet("do", "compared").
				DataSet("arg", strconv.Itoa(s.Index)+":"+strconv.Itoa(row.Event)).TabIndex(-1).Body(
				app.Time().Text(row.Clock), app.Span().Class("text").Body(messageIn(pg, s.Run, row.Message, row.Event)...)))
		}
		return app.Div().Body(heading("grp", letter(pg, sideName(cmp, s)), app.Span().Text(s.Variant.Name)),
			app.Ol().Class("con log").TabIndex(0).DataSet("testid", "parting-"+sideName(cmp, s)).Body(rows...))
	}
	return app.Div().Class("evdiff").DataSet("testid", "parting").Body(
		app.H2().Body(append([]app.UI{app.Span().Text(title + " ")}, messageIn(pg, cmp.A.Run, cmp.A.Run.CaptionAt(cmp.A.First), cmp.A.At())...)...),
		div("two", column(&cmp.A), column(&cmp.B)))
}

// syncCompared draws the comparison's pictures when they have changed.
func (p *Page) syncCompared() {
	if p.pg.Mode != model.ModeCompare {
		p.synced.compared = ""
		return
	}
	cmp := p.pg.Comparison()
	width := canvasHelper().Call("width", "cmp-a").Float()
	if cmp == nil || width <= 0 {
		return
	}
	k := key(p.pg.Rev(model.PartRun, model.PartOthers), width, p.pg.Active, p.pg.Other, string(p.pg.Theme))
	if p.synced.compared == k {
		return
	}
	p.synced.compared = k
	var d model.DrawList
	for _, s := range cmp.Sides() {
		model.DrawCompared(&d, cmp, s, width, p.pg.Lang)
		p.draw("cmp-canvas-"+sideName(cmp, s), width, model.CompareLayout(cmp, s, width).Height, &d)
	}
	model.DrawUnfinished(&d, cmp, width, p.pg.Lang)
	p.draw("cmp-canvas-u", width, model.CompareUnfinishedHeight, &d)
}
