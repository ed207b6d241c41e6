package view

import (
	"cmp"
	"strconv"
	"time"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// loopPanel is the event loop at the playhead.
func loopPanel(pg *model.Playground) app.UI {
	v := pg.LoopView()
	if v == nil {
		return app.P().Class("dim empty").Text(pg.Text(words.NotRunYet))
	}
	more := func(all, shown int) app.UI {
		return app.If(all > shown, func() app.UI { return span("dim", pg.Text(words.LoopMore, strconv.Itoa(all-shown))) })
	}
	now := span("dim", pg.Text(words.LoopNobody))
	if v.Running != nil {
		now = loopRow(pg, v.Running, "▸")
	}
	var ready, timers []app.UI
	for i := range v.Ready {
		ready = append(ready, loopRow(pg, &v.Ready[i], strconv.Itoa(i+1)))
	}
	if len(ready) == 0 {
		word := words.LoopNoReady
		if v.Running != nil {
			word = words.LoopNoOther
		}
		ready = append(ready, span("dim", pg.Text(word)))
	}
	for i := range v.Timers {
		timers = append(timers, timerRow(pg, &v.Timers[i]))
	}
	if len(timers) == 0 {
		timers = append(timers, span("dim", pg.Text(words.LoopNoTimers)))
	}
	why := ""
	if word, args, ok := v.Why(); ok {
		why = pg.Text(word, args...)
	}
	return app.Div().Class("loop").DataSet("testid", "loop").Body(
		heading("", span("", pg.Text(words.LoopNow)), span("dim", pg.Text(words.LoopIteration, strconv.Itoa(v.Iteration), v.Clock))),
		app.Div().DataSet("testid", "loop-now").Body(now),
		heading("", span("", pg.Text(words.LoopReady)), count(v.ReadyCount), span("dim", pg.Text(words.LoopFIFO))),
		app.Div().DataSet("testid", "loop-ready").Body(append(ready, more(v.ReadyCount, len(v.Ready)))...),
		app.P().Class("why").DataSet("testid", "loop-why").Text(why),
		heading("", span("", pg.Text(words.LoopTimers)), count(v.TimerCount)),
		app.Div().DataSet("testid", "loop-timers").Body(append(timers, more(v.TimerCount, len(v.Timers)))...),
	)
}

func count(n int) app.UI { return app.B().Class("num").Text(strconv.Itoa(n)) }

// who is a task's tile and name, or the name of a callback.
func who(b model.BadgeView, callback string) []app.UI {
	if b.Task == 0 {
		return []app.UI{app.Code().Text(callback + "()")}
	}
	return []app.UI{badge(b), span("nm", b.Name)}
}

func loopRow(pg *model.Playground, row *model.LoopRow, place string) app.UI {
	body := append([]app.UI{span("place", place)}, who(row.Task, row.Callback)...)
	if row.Deadline {
		body = append(body, span("dim", pg.Text(words.LoopDeadline)+" · "+row.Clock))
	} else if row.Since >= 0 {
		body = append(body, timeLink(row.Clock, row.Since), app.Span().Class("cause").Body(message(pg, row.Cause, row.Since)...))
	}
	return div("lrow", body...)
}

func timerRow(pg *model.Playground, row *model.TimerRow) app.UI {
	body := append([]app.UI{app.Time().Text(row.Clock)}, who(row.Task, row.Callback)...)
	if row.Timeout {
		body = append(body, span("dim", pg.Text(words.LoopTimeout)))
	}
	if row.Due {
		body = append(body, span("bad", pg.Text(words.LoopDue)))
	}
	return div("lrow timer", body...)
}

// taskTree is every task under the one that created it, and the variables of the selected one.
func taskTree(pg *model.Playground) app.UI {
	var rows []app.UI
	for _, row := range pg.TaskTree() {
		rows = append(rows, &treeRow{PG: pg, Rev: pg.Rev(model.PartInstant, model.PartRun), Row: row})
	}
	return app.Div().Body(app.Ul().Class("tree").Role("tree").Aria("label", pg.Text(words.TabTasks)).DataSet("testid", "tasks").Body(rows...),
		app.If(pg.Selected == 0, func() app.UI { return app.P().Class("dim empty").Text(pg.Text(words.TreeSelect)) }))
}

type treeRow struct {
	app.Compo
	PG  *model.Playground
	Rev int
	Row model.TreeRow
}

func (t *treeRow) Render() app.UI {
	row, pg := &t.Row, t.PG
	more := []app.UI{}
	if row.Line > 0 {
		more = append(more, lineLink(row.Line, pg.Text(words.HoverLine, strconv.Itoa(row.Line))), text("code", row.Code))
	}
	if len(row.On) > 0 {
		more = append(more, span("dim", pg.Text(words.TreeWaits)))
		more = append(more, tiles(row.On)...)
	}
	if row.Cycle {
		more = append(more, span("bad", pg.Text(words.TreeCycle)))
	}
	if row.Waits != "" {
		more = append(more, span("dim", row.Waits))
	}
	switch row.Look.Name {
	case "done":
		more = append(more, span("dim", pg.Text(words.TreeReturned)), text("code", orNone(row.Ended)))
	case "raised":
		more = append(more, el("code", "class=bad", app.Text(row.Ended)))
		if word, ok := map[model.Fate]words.Key{model.FateRetrieved: words.TreeRetrieved, model.FateLost: words.TreeLost}[row.Fate]; ok {
			more = append(more, span(map[bool]attributes{true: "bad", false: "dim"}[row.Fate == model.FateLost], pg.Text(word)))
		}
	}
	for _, h := range row.Holds {
		more = append(more, el("b", "class=it;data-item="+safe(model.ItemKey(h.Queue, h.Item)), app.Text("#"+strconv.Itoa(int(h.Item)))))
	}
	task, selected, state := safe(strconv.Itoa(int(row.Task))), safe(yesNo(row.Selected)), ";data-st="+safe(row.Look.Name)
	return el("li", "role=treeitem;aria-level="+safe(strconv.Itoa(row.Depth+1))+";aria-selected="+selected+";data-task="+task+";style=--depth:"+safe(strconv.Itoa(row.Depth)),
		el("button", "type=button;class=lane-head;data-do=task;data-arg="+task+";aria-pressed="+selected,
			el("span", "class=tb"+state, app.Text(row.Badge)), span("nm", row.Name),
			el("span", "class=stt"+state, app.Text(row.State)), text("time", row.Clock)),
		div("more", more...),
		app.If(row.Selected, func() app.UI { return locals(pg) }))
}

func orNone(repr string) string {
	if repr == "" {
		return "None"
	}
	return repr
}

// locals are the variables of the selected task, in its row.
func locals(pg *model.Playground) app.UI {
	box := app.Div().Class("locals").DataSet("testid", "locals")
	l := pg.Locals()
	body := []app.UI{}
	note := func(k words.Key) { body = append(body, app.P().Class("dim").Text(pg.Text(k))) }
	switch {
	case !l.Known:
		note(words.LocalsAsking)
	case l.Failed || !l.Answer.Reached:
		note(words.LocalsFailed)
	case len(l.Answer.Frames) == 0:
		note(words.LocalsNone)
	}
	for i := range l.Answer.Frames {
		f := &l.Answer.Frames[i]
		body = append(body, app.P().Class("frame").Body(app.Code().Text(f.Function+"()"), lineLink(int(f.Line), pg.Text(words.HoverLine, strconv.Itoa(int(f.Line)))),
			span("dim", words.Count(pg.Lang, words.LineVisits, l.Visits(int(f.Line))))))
		body = append(body, variables(f.Vars))
	}
	if l.Known && len(l.Answer.Globals) > 0 {
		body = append(body, app.P().Class("frame").Body(span("dim", pg.Text(words.LocalsGlobals))), variables(l.Answer.Globals))
	}
	if l.Answer.Cut {
		note(words.LocalsCut)
	}
	return box.Body(body...)
}

func variables(vars []runtime.Var) app.UI {
	var rows []app.UI
	for _, v := range vars {
		tone := "var"
		if v.Failed {
			tone = "var bad"
		}
		rows = append(rows, app.Dt().Title(v.Type).Text(v.Name), app.Dd().Class(tone).Text(v.Repr))
	}
	return app.Dl().Class("vars").Body(rows...)
}

// logBar filters the event log.
func logBar(pg *model.Playground) app.UI {
	tasks := []app.UI{app.Option().Value("0").Selected(pg.Log.Task == 0).Text(pg.Text(words.LogEveryTask))}
	if r := pg.Run(); r != nil {
		for i := range r.Lanes[:min(len(r.Lanes), 200)] {
			id := r.Lanes[i].Task
			tasks = append(tasks, app.Option().Value(int(id)).Selected(pg.Log.Task == id).Text(r.TaskName(id)))
		}
	}
	var kinds []app.UI
	for i, word := range model.LogKinds() {
		kinds = append(kinds, app.Option().Value(i).Selected(int(pg.Log.Kind) == i).Text(pg.Text(word)))
	}
	shown, of := pg.LogCount()
	return app.Div().Class("logbar").Role("search").Body(
		app.Input().Type("search").DataSet("in", "log:search").DataSet("testid", "log-search").Value(pg.Log.Search).DataSet("value", pg.Log.Search).
			Aria("label", pg.Text(words.LogSearch)).Placeholder(pg.Text(words.LogSearch)),
		app.Select().DataSet("in", "log:kind").DataSet("testid", "log-kind").Aria("label", pg.Text(words.LogKind)).Body(kinds...),
		app.Select().DataSet("in", "log:task").DataSet("testid", "log-task").Aria("label", pg.Text(words.LogTask)).Body(tasks...),
		app.Span().Class("dim").DataSet("testid", "log-count").Text(pg.Text(words.LogShown, strconv.Itoa(shown), strconv.Itoa(of))))
}

func (p *Page) filterLog(field, value string) {
	f := p.pg.Log
	switch field {
	case "search":
		f.Search = value
	case "kind":
		f.Kind = model.LogKind(number(value))
	case "task":
		f.Task = trace.TaskID(atoi(value))
	}
	p.pg.FilterLog(f)
}

const (
	localsAfter = 150 * time.Millisecond
	nameAfter   = 250 * time.Millisecond
	valueMax    = 120 // characters of a value beside the pointer
)

// syncLocals asks for the variables that the page shows, once the playhead rests.
func (p *Page) syncLocals() {
	task := p.pg.WantLocals()
	if task == 0 || p.pg.Locals().Known || p.pg.Busy() != nil {
		return
	}
	k := key(int(task), p.pg.Play.Event, p.pg.Rev(model.PartRun))
	if p.synced.localsAsked == k {
		return
	}
	p.synced.localsAsked = k
	p.later(localsAfter, func() bool {
		if p.synced.localsAsked == k && p.pg.WantLocals() == task {
			p.pg.Inspect(task, func(model.Locals) {})
		}
		return false
	})
}

// onNameHover shows what a variable in the code holds at the playhead, when the hand rests on it.
func (p *Page) onNameHover(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	p.hovered++
	hovered, name, line := p.hovered, detail(e, "name").String(), detail(e, "line").Int()
	x, y := detail(e, "x").Float(), detail(e, "y").Float()
	if p.pg.Play.Playing || p.pg.Shown() != p.pg.Current() {
		return
	}
	show := func(task trace.TaskID, l model.Locals) bool {
		v, function, ok := l.Lookup(name)
		if p.hovered != hovered || !ok {
			return p.hovered != hovered
		}
		if r := p.pg.Run(); function != "" && r != nil && task > 0 {
			function = " · " + r.TaskName(task) + ", " + function + "()"
		}
		value := []rune(v.Repr)
		if len(value) > valueMax {
			value = append(value[:valueMax], '…')
		}
		p.synced.tip = name
		canvasHelper().Call("tip", x, y, name+" = "+string(value)+function)
		return true
	}
	p.later(nameAfter, func() bool {
		if p.hovered != hovered {
			return false
		}
		task, nearest := p.pg.HoverTask(line), p.pg.NearestTask(line)
		p.pg.Inspect(task, func(l model.Locals) {
			if !show(task, l) && nearest != task { // the task looked at has no such variable
				p.pg.Inspect(nearest, func(l model.Locals) { show(nearest, l) })
			}
		})
		return false
	})
}

func (p *Page) onNameLeave(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	p.hovered++
	p.tip(e, "")
}

// groupHead is the label of many tasks in one row.
func groupHead(l *model.LaneLabel) app.UI {
	return app.Div().Class("lane group").Attr("data-testid", "group-"+l.Group).Body(
		app.Button().Type("button").Class("lane-head").Attr("data-do", "fold").Attr("data-arg", l.Group).Attr("aria-expanded", strconv.FormatBool(l.Open)).Body(
			app.Span().Class("tb").Attr("data-st", l.Look.Name).Text(l.Badge), span("nm", l.Name), span("lst", l.State)))
}

// lockLabels stand left of the locks' lanes: who holds it, how many wait.
func lockLabels(pg *model.Playground, r *model.Run, l model.Layout) []app.UI {
	var out []app.UI
	panels := map[trace.ObjectID]*model.PrimitivePanel{}
	primitives := pg.Primitives()
	for i := range primitives {
		panels[primitives[i].Object] = &primitives[i]
	}
	for i := range r.LockLanes {
		lane := &r.LockLanes[i]
		body := []app.UI{app.B().Text(cmp.Or(lane.Name, lane.Type))}
		if p := panels[lane.Object]; p != nil {
			body = append(body, tiles(p.Holders[:min(2, len(p.Holders))])...)
			body = append(body, span("dim", p.Value))
			if n := len(p.Waiters); n > 0 {
				body = append(body, span("waiting", "+"+strconv.Itoa(n)))
			}
		}
		out = append(out, app.Div().Class("lock-label").DataSet("testid", "lock-lane-"+strconv.Itoa(i)).Style("height", px(l.LockHeight)).Body(body...))
	}
	return out
}

// question stands in the caption's place before what it asks for is shown.
func question(pg *model.Playground, n, of string) app.UI {
	q := pg.Question
	word := words.PredictTask
	if q.Prints {
		word = words.PredictPrint
	}
	body := []app.UI{span("said", pg.Text(word))}
	for i, c := range q.Choices {
		content := []app.UI{app.Kbd().Text(strconv.Itoa(i + 1)), app.Code().Text(c.Text)}
		if c.Task.Task > 0 {
			content = []app.UI{app.Kbd().Text(strconv.Itoa(i + 1)), badge(c.Task), span("nm", c.Task.Name)}
		}
		body = append(body, app.Button().Type("button").Class("btn choice").DataSet("do", "answer").DataSet("arg", i).
			DataSet("testid", "choice-"+strconv.Itoa(i)).Body(content...))
	}
	body = append(body, app.Button().Type("button").Class("btn choice dim").DataSet("do", "answer").DataSet("arg", -1).Text(pg.Text(words.PredictSkip)))
	return app.Div().Class("caption asking").DataSet("tone", "none").Body(
		app.Span().Class("evn").DataSet("testid", "event-number").Text(pg.Text(words.EventOf, n, of)),
		app.Div().Class("choices").Role("group").Aria("live", "polite").DataSet("testid", "question").Body(body...))
}

func score(pg *model.Playground) app.UI {
	text, tone := "", attributes("dim")
	if pg.Score.Asked == 0 {
		return span("score", "")
	}
	if pg.Answered {
		text, tone = pg.Text(words.PredictWrong), "bad"
		if pg.LastRight {
			text, tone = pg.Text(words.PredictRight), "good"
		}
	}
	return app.Span().Class("score").DataSet("testid", "score").Body(span(tone, text),
		span("dim", pg.Text(words.PredictScore, strconv.Itoa(pg.Score.Right), strconv.Itoa(pg.Score.Asked))))
}

// cue plays a sound, when the person wants any.
func (p *Page) cue(kind string) {
	if p.pg.Sound {
		canvasHelper().Call("cue", kind)
	}
}

var cues = map[trace.Kind]string{
	trace.TaskRaised: "raised", trace.RunHung: "raised", trace.RunRaised: "raised", trace.TaskDone: "done", trace.RunFinished: "done",
	trace.Stdout: "click", trace.QueueGet: "click", trace.QueuePut: "click",
}

// cueEvents sounds the gravest of the events that play has just passed.
func (p *Page) cueEvents(from, to int) {
	r := p.pg.Run()
	if !p.pg.Sound || r == nil {
		return
	}
	kind := ""
	for i := max(from+1, to-200); i <= min(to, r.Last()); i++ {
		if c := cues[r.Trace.Events[i].Kind]; c != "" && (kind == "" || c == "raised" || kind == "click") {
			kind = c
		}
	}
	if kind != "" {
		p.cue(kind)
	}
}

// onNumberHover says how often a line has run up to the playhead.
func (p *Page) onNumberHover(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	p.hovered++
	hovered, line := p.hovered, detail(e, "line").Int()
	x, y := detail(e, "x").Float(), detail(e, "y").Float()
	p.later(nameAfter, func() bool {
		if p.hovered == hovered && !p.pg.Play.Playing {
			p.pg.Inspect(p.pg.HoverTask(line), func(l model.Locals) {
				if p.hovered == hovered && !l.Failed {
					p.synced.tip = "visits"
					canvasHelper().Call("tip", x, y, words.Count(p.pg.Lang, words.LineVisits, l.Visits(line)))
				}
			})
		}
		return false
	})
}
