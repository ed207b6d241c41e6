package view

import (
	"strconv"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/sweep"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// exploreRuns is the view of many runs: a matrix for each variant, and the chosen cell's run below.
type exploreRuns struct {
	app.Compo
	PG   *model.Playground
	Rev  int
	Plot float64 // a change of the window's width draws anew
}

func (x *exploreRuns) Render() app.UI {
	pg := x.PG
	r, note := pg.Explored(), ""
	switch {
	case pg.Mode != model.ModeExplore:
		return el("section", "class=xp")
	case pg.ExploreFailure() != "":
		note = pg.Text(words.ExploreFailed, pg.ExploreFailure())
	case r == nil:
		note = pg.Text(words.ExploreWaits)
	}
	if note != "" {
		return el("section", "class=xp;data-testid=explore", el("div", "class=cmp-empty", text("p", note)))
	}
	variant, row, column := r.Plan.At(pg.ChosenCell())
	return el("section", "class=xp;data-testid=explore;data-complete="+safe(onOff(r.Complete()))+";aria-label="+safe(pg.Text(words.ExploreRegion)),
		el("div", "class=xhead",
			el("div", "", el("h1", "", x.title(r)...), el("p", "data-testid=explore-sentence;aria-live=polite", x.sentence(r)...)),
			x.totals(r)),
		el("div", "class=xkey", x.legend(r, column), x.choices(r)),
		el("run-matrix", "id=matrix;class=mx;data-testid=matrix"),
		el("div", "class=xlow", x.chart(r), x.chosen(r, variant, row, column)),
	)
}

// phrase is a sentence of the catalogue: words in backquotes are code, arguments are whatever they are drawn as.
func phrase(pg *model.Playground, k words.Key, args ...[]app.UI) []app.UI {
	var out []app.UI
	said, tag := pg.Text(k), "span"
	for said != "" {
		i := strings.IndexAny(said+"`", "`{")
		if i > 0 {
			out = append(out, text(tag, said[:i]))
		}
		switch {
		case i == len(said):
			return out
		case said[i] == '{':
			arg := args[said[i+1]-'0']
			if tag == "code" {
				arg = []app.UI{el(tag, "", arg...)}
			}
			out = append(out, arg...)
			i += 2
		case tag == "code":
			tag = "span"
		default:
			tag = "code"
		}
		said = said[i+1:]
	}
	return out
}

func plain(s string) []app.UI { return []app.UI{text("span", s)} }

func bold(s string) []app.UI { return []app.UI{text("b", s)} }

// title asks what the matrices answer; with a queue's join() in sight, about that.
func (x *exploreRuns) title(r *sweep.Results) []app.UI {
	key := words.ExploreTitle
	for i := range r.Cells {
		if r.Cells[i].ID == explain.JoinNeverReturns {
			key = words.ExploreTitleJoin
		}
	}
	if r.Plan.Function == "" {
		key = words.ExploreTitlePlain
	}
	return phrase(x.PG, key, plain(r.Plan.Function))
}

// rowsNamedMax is how many rows the sentence names.
const rowsNamedMax = 3

// sentence says which variant survives most.
func (x *exploreRuns) sentence(r *sweep.Results) []app.UI {
	pg, variants := x.PG, r.Plan.Spec.Variants
	cell := phrase(pg, words.ExploreCell)
	if when := pg.SweepWhen(); when != "" {
		cell = phrase(pg, words.ExploreCellFault, plain(when))
	}
	if !r.Complete() {
		return cell
	}
	best := r.Best()
	if len(best) == 0 {
		return append(phrase(pg, words.ExploreNone), append(plain(" "), cell...)...)
	}
	fine, all := r.Total(best[0], sweep.Finished), r.Total(best[0], sweep.Empty)
	var names []string
	for _, v := range best {
		names = append(names, variants[v].Name)
	}
	name, fineText, allText := bold(strings.Join(names, ", ")), bold(strconv.Itoa(fine)), bold(strconv.Itoa(all))
	var said []app.UI
	switch rows := r.OnlyRows(best[0]); {
	case fine == all && len(best) == len(variants):
		said = phrase(pg, words.ExploreAll)
	case len(variants) == 1:
		said = phrase(pg, words.ExploreSome, fineText, allText)
	case len(best) > 1:
		said = phrase(pg, words.ExploreTied, name, fineText)
	case len(rows) == 0 || len(rows) > rowsNamedMax:
		said = phrase(pg, words.ExploreMost, name, fineText, allText)
	default:
		var named []app.UI
		for i, row := range rows {
			if i > 0 {
				named = append(named, plain(", ")...)
			}
			named = append(named, x.rowName(r, row)...)
		}
		said = phrase(pg, words.ExploreOnly, name, named)
	}
	return append(append(said, plain(" ")...), cell...)
}

func (x *exploreRuns) rowName(r *sweep.Results, row int) []app.UI {
	does, code := x.PG.RowText(&r.Plan.Rows[row])
	if code == "" {
		return plain(does)
	}
	return []app.UI{text("span", does+" "), text("code", code)}
}

var cellKinds = [...]sweep.Kind{sweep.Finished, sweep.Died, sweep.Hung, sweep.Raised, sweep.Limit}

func runCell(kind sweep.Kind, s string, more attributes) app.UI {
	return el("span", "class=rc;data-kind="+safe(string(kind))+more, app.Text(s))
}

// totals are stacked bars: how many of a variant's runs ended in which way.
func (x *exploreRuns) totals(r *sweep.Results) app.UI {
	var rows []app.UI
	for v := range r.Plan.Spec.Variants {
		var bars []app.UI
		for _, kind := range cellKinds {
			if n := r.Total(v, kind); n > 0 {
				number := strconv.Itoa(n)
				bars = append(bars, runCell(kind, number, ";style=flex:"+safe(number)))
			}
		}
		rows = append(rows, el("div", "class=trow", span("nm", r.Plan.Spec.Variants[v].Name), el("span", "class=tbar", bars...)))
	}
	return el("div", "class=tally;role=group;data-testid=explore-totals;aria-label="+safe(x.PG.Text(words.ExploreTotals)), rows...)
}

// legend explains the kinds of cells that occur, with the numbers of one of the chosen column where there is one.
func (x *exploreRuns) legend(r *sweep.Results, column int) app.UI {
	pg := x.PG
	var entries []app.UI
	idle := false
	for _, kind := range cellKinds {
		var found *sweep.Cell
		here := false
		for i := range r.Cells {
			_, row, c := r.Plan.At(i)
			idle = idle || model.Idle(r.Plan, row, &r.Cells[i])
			if r.Cells[i].Kind == kind && (found == nil || c == column && !here) {
				found, here = &r.Cells[i], c == column
			}
		}
		if found != nil {
			entries = append(entries, el("span", "", runCell(kind, model.CellText(found), ""), text("span", pg.CellWords(found))))
		}
	}
	if idle {
		entries = append(entries, el("span", "", runCell(sweep.Finished, "✓", ";data-idle=on"), text("span", pg.Text(words.ExploreIdle))))
	}
	return el("div", "class=xlegend;data-testid=explore-legend", entries...)
}

// choices are what the matrices can show instead.
func (x *exploreRuns) choices(r *sweep.Results) app.UI {
	pg := x.PG
	var labels []app.UI
	for _, c := range pg.SweepChoices() {
		var items []app.UI
		for i, value := range c.Values {
			items = append(items, el("option", "selected="+safe(yesNo(value == c.Chosen))+";value="+safe(value), app.Text(c.Texts[i])))
		}
		labels = append(labels, el("label", "", text("span", pg.Text(c.Word)),
			el("select", "data-in=explore:"+safe(c.What)+";data-testid=explore-"+safe(c.What), items...)))
	}
	return el("div", "class=xchoice", labels...)
}

// chart is the time to finish by the knob of the columns.
func (x *exploreRuns) chart(r *sweep.Results) app.UI {
	pg := x.PG
	knob := pg.KnobText(r.Plan.Knob)
	if knob == "" {
		return el("figure", "class=xchart none")
	}
	lines := model.Makespans(r)
	about := words.ExploreChartOne
	switch {
	case len(lines) == 0 && r.Complete():
		about = words.ExploreChartNone
	case len(lines) > 1:
		about = words.ExploreChartEach
	case len(r.Plan.Spec.Variants) > 1:
		about = words.ExploreChartSame
	}
	said := phrase(pg, about)
	if len(lines) > 0 {
		if _, _, ok := model.Shared(r, &lines[0]); ok {
			said = append(append(said, plain(" ")...), phrase(pg, words.ExploreChartIdeal, plain(r.Plan.Columns[0].Value), plain(knob))...)
		}
	}
	return el("figure", "class=xchart",
		el("figcaption", "", el("h2", "", phrase(pg, words.ExploreChart, plain(knob))...), el("p", "", said...)),
		el("div", "id=xp-chart;class=plot;style=--height:"+safe(px(model.ChartHeight)),
			el("canvas", "id=xp-chart-canvas;role=img;data-testid=explore-chart;aria-label="+safe(model.MakespanText(r, knob)))))
}

// chosen is the run of the cell that is looked at: what it is, how it ended, its lanes, and what one can do with it.
func (x *exploreRuns) chosen(r *sweep.Results, variant, row, column int) app.UI {
	pg, plan := x.PG, r.Plan
	run, lanes := pg.ChosenRun()
	what := append(plain(plan.Spec.Variants[variant].Name+", "), x.rowName(r, row)...)
	if plan.Knob != "" {
		what = append(what, text("span", ", "+pg.KnobText(plan.Knob)+" = "+plan.Columns[column].Value))
	}
	look, mark := "ready", "clock"
	var said, reasons []app.UI
	_, there := plan.Request(variant, row, column)
	switch {
	case !there:
		said = phrase(pg, words.ExploreEmpty)
	case run != nil:
		look, mark = run.Outcome().Name(), outcomeIcons[run.Outcome()]
		if status := run.Trace.Outcome.Status; status != trace.StatusFinished {
			said = append(phrase(pg, outcomeWords[status], plain(model.FormatClock(run.EndSeconds()))), plain(": ")...)
		}
		said = append(said, messageIn(pg, run, run.Report.Title, run.Last())...)
		for i := range run.Report.Reasons[:min(len(run.Report.Reasons), 2)] {
			reasons = append(reasons, el("li", "", messageIn(pg, run, run.Report.Reasons[i].Message, run.Last())...))
		}
	}
	return el("figure", "class=xsel;data-testid=explore-chosen;data-outcome="+safe(look),
		el("figcaption", "aria-live=polite",
			el("h2", "data-testid=explore-what", el("span", "class=oc;data-o="+safe(look), icon(mark)), el("span", "", what...)),
			el("p", "data-testid=explore-verdict", said...),
			el("ul", "", reasons...)),
		x.lanes(run, lanes),
		x.buttons(there))
}

// lanes are the labels of the chosen run's lanes beside their picture.
func (x *exploreRuns) lanes(run *model.Run, lanes int) app.UI {
	pg := x.PG
	l := model.ExploreLayout(lanes, x.Plot)
	var labels []app.UI
	more := ""
	if run != nil {
		n := min(len(run.Lanes), model.ExploreLanesMax)
		for _, lane := range run.Lanes[:n] {
			b := pg.BadgeIn(run, lane.Task, run.Last())
			labels = append(labels, div("lane", badge(b), span("nm", b.Name), span("lst", b.State)))
		}
		if n < len(run.Lanes) {
			more = pg.Text(words.CompareMoreLanes, strconv.Itoa(len(run.Lanes)-n))
		}
	}
	return el("div", "class=cmp-tl;style=--height:"+safe(px(l.Height))+";style=--lane:"+safe(px(l.LaneHeight))+";style=--lanes-top:"+safe(px(l.LanesTop)),
		div("cmp-labels", labels...), el("div", "id=xp-run;class=plot", el("canvas", "id=xp-run-canvas;aria-hidden=true")), span("dim more", more))
}

func (x *exploreRuns) buttons(there bool) app.UI {
	pg := x.PG
	button := func(do, class attributes, label string) app.UI {
		return el("button", "type=button;class=btn "+class+";data-do="+do+";data-testid="+do, app.Text(label))
	}
	var buttons []app.UI
	if there {
		buttons = append(buttons, button("explore-open", "pri", pg.Text(words.ExploreOpen)))
		if better := pg.BetterVariant(); better >= 0 {
			buttons = append(buttons, button("explore-compare", "", pg.Text(words.ExploreCompare, pg.Variants[better].Name)))
		}
	}
	return el("div", "class=xgo", append(buttons, button("copy-link", "", pg.Text(words.CopyLink)))...)
}

// syncExplore gives the matrix what has come since, and draws the pictures below it.
func (p *Page) syncExplore() {
	matrix, r := element("matrix"), p.pg.Explored()
	if p.pg.Mode != model.ModeExplore || !matrix.Truthy() || !matrix.Get("show").Truthy() || r == nil {
		p.synced.explored = ""
		return
	}
	frame := p.pg.MatrixFrame()
	sent := matrix.Call("show", frame, p.pg.ExploreSeq()).Int()
	if sent < len(r.Cells) {
		matrix.Call("add", p.pg.MatrixCells(sent))
	}
	at := p.pg.ChosenCell()
	matrix.Call("choose", at)
	width, plot := canvasHelper().Call("width", "xp-chart").Float(), canvasHelper().Call("width", "xp-run").Float()
	k := key(p.pg.Rev(model.PartExplore, model.PartShell), width, plot, string(p.pg.Theme), at)
	if p.synced.explored == k {
		return
	}
	p.synced.explored = k
	var d model.DrawList
	if _, _, column := r.Plan.At(at); width > 0 {
		model.DrawMakespans(&d, r, p.pg.KnobText(r.Plan.Knob), width, column, p.pg.Lang)
		p.draw("xp-chart-canvas", width, model.ChartHeight, &d)
	}
	if run, lanes := p.pg.ChosenRun(); plot > 0 {
		d.Reset()
		if run != nil {
			model.DrawExplored(&d, run, plot, p.pg.Lang)
		}
		p.draw("xp-run-canvas", plot, model.ExploreLayout(lanes, plot).Height, &d)
	}
}
