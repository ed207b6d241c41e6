package view

import (
	"slices"
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/rewrite"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// causesMax bounds the mistakes that the verdict names.
const causesMax = 3

// causes are the known mistakes behind the run, a row each.
func (v *verdict) causes(r *model.Run) []app.UI {
	var rows []app.UI
	for i, f := range r.Findings() {
		if i == causesMax {
			break
		}
		row := []app.UI{app.B().Class("tag").Text(v.PG.Text(words.Cause)), app.Span().Class("sentence").Body(v.message(f.Title)...)}
		look := words.ChangeLook
		if len(f.Edits) == 0 {
			look = words.CauseLook
		}
		row = append(row, app.Button().Type("button").Class("lnk").DataSet("do", "change").DataSet("arg", i).
			DataSet("testid", "change-"+strconv.Itoa(i)).Aria("haspopup", "dialog").Text(v.PG.Text(look)), mistakePage(v.PG, f.ID).Class("about").Aria("label", v.PG.Text(words.CausePage)).Text("?"))
		rows = append(rows, app.Li().Class("cause").DataSet("testid", "cause").DataSet("cause", string(f.ID)).Body(row...))
	}
	return rows
}

// mistakePage links to what the site says about a mistake (web/site/verdicts.go).
func mistakePage(pg *model.Playground, id remedy.ID) app.HTMLA {
	folder := "verdicts/"
	if pg.Lang != words.English {
		folder += pg.Lang.Code() + "/"
	}
	return app.A().Class("mistake").Href(folder+string(id)+".html").Target("_blank").Title(string(id)+": "+pg.Text(words.CausePage)).
		DataSet("testid", "mistake")
}

// apply is the button that makes the first change at once; nothing when there is none.
func (v *verdict) apply(r *model.Run) app.UI {
	for i, f := range r.Findings() {
		if len(f.Edits) > 0 {
			return app.Button().Type("button").Class("btn pri").DataSet("do", "apply").DataSet("arg", i).DataSet("testid", "apply").
				Title(plainMessage(v.PG, f.Change)).Text(v.PG.Text(words.ChangeApply))
		}
	}
	return app.Span()
}

// changeMark is how the page shows what became of a line.
type changeMark struct {
	op          rewrite.Op
	class, sign string
}

// changeMarks by the numbers that <code-diff> and the style sheet know them by.
var changeMarks = [...]changeMark{
	{rewrite.Same, "same", " "}, {rewrite.Added, "added", "+"}, {rewrite.Removed, "gone", "−"}, {rewrite.Moved, "moved", "→"},
}

// changeKind is the index in changeMarks; that of Same for lines left out.
func changeKind(op rewrite.Op) int {
	return max(0, slices.IndexFunc(changeMarks[:], func(m changeMark) bool { return m.op == op }))
}

// change shows a mistake, why it matters and what would be changed.
func (o *overlays) change() app.UI {
	pg := o.PG
	f, lines, ok := pg.Change()
	if !ok {
		return app.Div()
	}
	var rows []app.UI
	for i := range lines {
		rows = append(rows, changeLine(&lines[i]))
	}
	i := pg.ChangeIndex()
	return app.Div().Class("overlay change").Role("dialog").Aria("label", pg.Text(words.Cause)).DataSet("testid", "change").Body(
		dialogHead(pg, message(pg, f.Title, 0)...),
		app.P().Body(message(pg, f.Why, 0)...),
		app.If(len(lines) > 0, func() app.UI {
			return app.Div().Class("lines").TabIndex(0).Role("figure").Aria("label", pg.Text(words.ChangeLines)).Body(rows...)
		}),
		app.Div().Class("overlay-foot").Body(
			app.Span().Class("dim").Body(append(message(pg, f.Change, 0), app.Text(" "), mistakePage(pg, f.ID).Body(app.Code().Text(string(f.ID))))...),
			app.If(len(lines) > 0, func() app.UI {
				return app.Button().Type("button").Class("btn pri").DataSet("do", "apply").DataSet("arg", i).DataSet("testid", "change-apply").
					Title(pg.Text(words.ChangeUndo)).Text(pg.Text(words.ChangeApply))
			}),
		),
	)
}

func changeLine(line *rewrite.DiffLine) app.UI {
	mark, text, label := changeMarks[changeKind(line.Op)], line.Text, strconv.Itoa(line.New)
	switch line.Op {
	case rewrite.Removed:
		label = strconv.Itoa(line.Old)
	case rewrite.Gap:
		label = "…"
	}
	return app.Div().Class("dl "+mark.class).Body(app.Span().Class("no").Text(label), app.Span().Class("pm").Text(mark.sign), app.Code().Text(text))
}
