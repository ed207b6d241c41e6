package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// timelineBar is the legend with the controls of the axis.
type timelineBar struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (t *timelineBar) Render() app.UI {
	pg := t.PG
	var legend []app.UI
	if r := pg.Run(); r != nil {
		for _, entry := range r.Legend() {
			legend = append(legend, &legendEntry{Kind: entry.Kind, Look: entry.Look.Name, Label: pg.Text(entry.Label)})
		}
	}
	return app.Div().Class("tlbar").Body(
		app.Div().Class("legend").TabIndex(0).Aria("label", pg.Text(words.Legend)).Role("group").Body(legend...),
		app.Div().Class("tools").Body(
			app.Span().Class("seg").Role("group").Aria("label", pg.Text(words.AxisLabel)).Body(
				t.axis(model.AxisTime, words.AxisTime, words.AxisTimeHint, "axis-time"),
				t.axis(model.AxisSteps, words.AxisSteps, words.AxisStepsHint, "axis-steps"),
			),
			app.Button().Type("button").Class("btn ico").DataSet("do", "nest").DataSet("testid", "nest").Aria("pressed", strconv.FormatBool(pg.Nested)).
				Aria("label", pg.Text(words.NestLanes)).Title(pg.Text(words.NestLanes)+" (H)").Body(icon("nest")),
			t.tool("zoom-out", "minus", words.ZoomOut, "−"),
			t.tool("zoom-in", "plus", words.ZoomIn, "+"),
			t.tool("zoom-fit", "fit", words.ZoomFit, "0"),
		),
	)
}

func (t *timelineBar) axis(a model.Axis, word, hint words.Key, id string) app.UI {
	return app.Button().Type("button").DataSet("do", "axis").DataSet("arg", int(a)).DataSet("testid", id).
		Aria("pressed", strconv.FormatBool(t.PG.Play.Axis == a)).Title(t.PG.Text(hint)).Text(t.PG.Text(word))
}

func (t *timelineBar) tool(do, ic string, word words.Key, hotkey string) app.UI {
	return app.Button().Type("button").Class("btn ico").DataSet("do", do).DataSet("testid", do).
		Aria("label", t.PG.Text(word)).Title(t.PG.Text(word) + " (" + hotkey + ")").Body(icon(ic))
}

// timeline is the picture: a still canvas, one for what moves over it, and in front of
// both the lanes' labels and the playhead.
type timeline struct {
	app.Compo
	PG   *model.Playground
	Rev  int
	View model.Viewport
	// Veiled: the run is from before the last change.
	Veiled bool
	page   *Page
}

func px(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) + "px" }

func (t *timeline) Render() app.UI {
	pg := t.PG
	r := pg.Run()
	if r == nil {
		return app.Div().Class("tl empty").ID("timeline").Body(
			app.Div().ID("plot").Class("plot"), app.P().Class("dim").Text(pg.Text(words.NotRunYet)))
	}
	l := model.NewLayout(r, t.View)
	from, to := l.VisibleLanes(len(r.Rows()))
	labels := []app.UI{}
	for _, label := range pg.LaneLabels(from, to) {
		labels = append(labels, &laneHead{Label: label})
	}
	return app.Div().Class("tl").ID("timeline").DataSet("testid", "timeline").DataSet("stale", onOff(t.Veiled)).
		DataSet("end", onOff(pg.Play.Event >= r.Last())).
		Role("group").Aria("label", pg.Text(words.Timeline)).
		On("pointerdown", t.onDown).On("pointermove", t.onMove).On("pointerup", t.onUp).On("pointercancel", t.onUp).
		On("pointerleave", t.onLeave).On("wheel", t.onWheel).
		Style("--height", px(l.Height)).Style("--lane", px(l.LaneHeight)).Style("--lanes-top", px(l.LanesTop)).
		Style("--lanes-height", px(l.LanesHeight)).Style("--queue-top", px(l.QueueTop)).Style("--queue-height", px(l.QueueHeight)).
		Body(
			app.Div().ID("plot").Class("plot").Body(
				app.Canvas().ID("still").Aria("hidden", "true"),
				app.Div().ID("veil").Class("veil"),
				app.Canvas().ID("overlay").Aria("hidden", "true"),
			),
			app.Div().Class("loop-label").Aria("hidden", "true").Text(pg.Text(words.EventLoop)),
			app.Div().ID("lanes").Class("lanes").TabIndex(-1).DataSet("testid", "lanes").On("scroll", t.onScroll).Body(
				app.Div().Class("lanes-all").Style("height", px(float64(len(r.Rows()))*l.LaneHeight)).Body(
					app.Div().Class("lanes-seen").Style("top", px(float64(from)*l.LaneHeight)).Body(labels...),
				),
			),
			app.Div().Class("queue-labels").Body(append(t.queueLabels(r), lockLabels(pg, r, l)...)...),
			t.playhead(r),
		)
}

func (t *timeline) queueLabels(r *model.Run) []app.UI {
	pg := t.PG
	counters := map[int][2]int{}
	for _, q := range pg.Queues() {
		counters[int(q.Object)] = [2]int{q.Unfinished, q.InCount}
	}
	var out []app.UI
	for i := range r.QueueLanes {
		if i >= model.QueueLanesMax {
			break
		}
		lane := &r.QueueLanes[i]
		c := counters[int(lane.Object)]
		out = append(out, app.Div().Class("queue-label").DataSet("testid", "queue-lane-"+strconv.Itoa(i)).Body(
			app.Span().Class("qmax").Text(strconv.Itoa(int(r.QueuePeak(lane)))),
			app.B().Text(queueName(pg, r.Trace.ObjectName(lane.Object))),
			app.Span().Class("qk unf").Hidden(!lane.Accounted).Body(app.I(), app.Span().Text(pg.Text(words.QueueUnfinished)), app.B().Class("num").Text(strconv.Itoa(c[0]))),
			app.Span().Class("qk size").Body(app.I(), app.Span().Text(pg.Text(words.QueueInQueue)), app.B().Class("num").Text(strconv.Itoa(c[1]))),
		))
	}
	return out
}

func (t *timeline) playhead(r *model.Run) app.UI {
	pg := t.PG
	return app.Div().ID("playhead").Class("ph").Role("slider").TabIndex(0).DataSet("testid", "playhead").
		DataSet("pulse", onOff(pg.Tour.Pulse == model.PulsePlayhead)).
		Aria("label", pg.Text(words.Playhead)).
		Aria("valuemin", "0").Aria("valuemax", model.FormatClock(r.EndSeconds())).
		Aria("valuenow", model.FormatClock(r.TimeOf(pg.Play.Event))).
		Aria("valuetext", pg.ClockText(r.TimeOf(pg.Play.Event))+": "+plainMessage(pg, pg.Caption())).
		Body(
			app.Span().ID("flag").Class("flag").Aria("hidden", "true"),
			app.If(pg.Tour.Pulse == model.PulsePlayhead, func() app.UI {
				return app.Span().Class("beckon").Text("← " + pg.Text(words.DragMeBack))
			}),
		)
}

// spans is the timeline as a table, for those who don't see it.
type spans struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (s *spans) Render() app.UI {
	pg := s.PG
	rows, total := pg.Spans()
	body := make([]app.UI, 0, len(rows))
	for _, row := range rows {
		body = append(body, &spanRow{Row: row})
	}
	// A caption lies outside its table's box: only a box around both hides it.
	return app.Div().Class("vh").Body(app.Table().DataSet("testid", "spans").Body(
		app.Caption().Text(pg.Text(words.SpansCaption)),
		app.THead().Body(app.Tr().Body(
			th(pg, words.SpanTask), th(pg, words.SpanState), th(pg, words.SpanFrom), th(pg, words.SpanTo), th(pg, words.SpanLine))),
		app.TBody().Body(body...),
		app.If(total > len(rows), func() app.UI {
			return app.TFoot().Body(app.Tr().Body(app.Td().ColSpan(5).
				Text(pg.Text(words.SpansCut, strconv.Itoa(len(rows)), strconv.Itoa(total)))))
		}),
	))
}
