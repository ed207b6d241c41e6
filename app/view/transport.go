package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// caption says what the current event did.
type caption struct {
	app.Compo
	PG  *model.Playground
	Rev int
}

func (c *caption) Render() app.UI {
	pg := c.PG
	n, of, live := "0", "0", "polite"
	if r := pg.Run(); r != nil && len(r.Trace.Events) > 0 {
		n, of = strconv.Itoa(pg.Play.Event+1), strconv.Itoa(len(r.Trace.Events))
	}
	if pg.Question != nil {
		return question(pg, n, of)
	}
	if pg.Play.Playing {
		live = "off" // during play it would talk without end
	}
	return app.Div().Class("caption").DataSet("tone", captionTone(pg)).Body(
		app.Span().Class("evn").DataSet("testid", "event-number").Text(pg.Text(words.EventOf, n, of)),
		app.Span().Class("said").Aria("live", live).DataSet("testid", "caption").Body(message(pg, pg.Caption(), pg.Play.Event)...),
		app.If(pg.Predict, func() app.UI { return score(pg) }),
	)
}

// captionTone colours the sentence of an event that is bad news.
func captionTone(pg *model.Playground) string {
	if r := pg.Run(); r != nil && r.BadNews(pg.Play.Event) {
		return "bad"
	}
	return "none"
}

type transport struct {
	app.Compo
	PG   *model.Playground
	Rev  int
	page *Page
}

func (t *transport) Render() app.UI {
	pg := t.PG
	play, ic := words.Play, "play"
	if pg.Play.Playing {
		play, ic = words.Pause, "pause"
	}
	return app.Div().Class("transport").Role("toolbar").Aria("label", pg.Text(words.Playback)).Body(
		app.Div().Class("tp").Body(
			t.button("start", "", "start", words.ToStart, "Home", "to-start"),
			t.button("step", "-1", "back", words.StepBack, "←", "step-back"),
			app.Button().Type("button").Class("big").DataSet("do", "play").DataSet("testid", "play").
				DataSet("playing", onOff(pg.Play.Playing)).
				Aria("label", pg.Text(play)).Title(pg.Text(play)+" (Space)").Body(icon(ic)),
			t.button("step", "1", "fwd", words.StepForward, "→", "step-forward"),
			t.button("end", "", "end", words.ToEnd, "End", "to-end"),
		),
		app.Span().Class("clock").Body(
			app.B().ID("clock").DataSet("testid", "clock"),
			app.Span().Text(" "+pg.Text(words.Seconds)+" "),
			app.Span().Class("tot").DataSet("testid", "total").Text(t.total()),
		),
		t.minimap(),
		t.speed(),
		div("toggles",
			t.toggle("predict", "ask", words.Predict, "Q", pg.Predict),
			t.toggle("bookmark", "flag", words.Bookmark, "B", pg.Bookmarked()),
			t.toggle("sound", "sound", words.Sound, "M", pg.Sound)),
	)
}

func (t *transport) button(do, arg, ic string, word words.Key, hotkey, id string) app.UI {
	return app.Button().Type("button").DataSet("do", do).DataSet("arg", arg).DataSet("testid", id).
		Aria("label", t.PG.Text(word)).Title(t.PG.Text(word) + " (" + hotkey + ")").Body(icon(ic))
}

func (t *transport) toggle(do, ic string, word words.Key, hotkey string, on bool) app.UI {
	return app.Button().Type("button").Class("btn ico").DataSet("do", do).DataSet("testid", do).Aria("pressed", strconv.FormatBool(on)).
		Aria("label", t.PG.Text(word)).Title(t.PG.Text(word) + " (" + hotkey + ")").Body(icon(ic))
}

func (t *transport) total() string {
	r := t.PG.Run()
	if r == nil || t.PG.Tour.On() {
		return ""
	}
	word := words.TotalEnds
	switch r.Trace.Outcome.Status {
	case trace.StatusHung:
		word = words.TotalHangs
	case trace.StatusLimit, trace.StatusStopped:
		word = words.TotalLimit
	}
	return t.PG.Text(word, model.FormatClock(r.EndSeconds()))
}

func (t *transport) minimap() app.UI {
	from, to := t.PG.Window.Range()
	return app.Div().ID("minimap").Class("mini").DataSet("testid", "minimap").DataSet("zoomed", onOff(!t.PG.Window.Whole())).Title(t.PG.Text(words.Minimap)).
		Style("--from", strconv.FormatFloat(from, 'f', 6, 64)).Style("--to", strconv.FormatFloat(to, 'f', 6, 64)).
		Aria("hidden", "true").
		On("pointerdown", t.onDown).On("pointermove", t.onMove).On("pointerup", t.onUp).On("pointercancel", t.onUp).Body(
		app.Canvas().ID("minimap-canvas"),
		app.I().ID("mini-veil").Class("mini-veil"),
		app.I().Class("mini-window"),
		app.I().ID("mini-ph").Class("mini-ph"),
	)
}

func (t *transport) speed() app.UI {
	pg := t.PG
	labels := map[float64]string{0.25: "¼×", 0.5: "½×", 1: "1×", 2: "2×", 4: "4×", 8: "8×"}
	var options []app.UI
	for _, s := range model.Speeds {
		options = append(options, app.Option().Value(s).Selected(s == pg.Play.Speed && !pg.Play.Real).Text(labels[s]))
	}
	options = append(options, app.Option().Value("real").Selected(pg.Play.Real).Text(pg.Text(words.SpeedReal)))
	return app.Select().Class("speed").DataSet("in", "speed").DataSet("testid", "speed").
		Aria("label", pg.Text(words.Speed)).Title(t.speedHint()).Body(options...)
}

func (t *transport) speedHint() string {
	r := t.PG.Run()
	if r == nil {
		return t.PG.Text(words.Speed)
	}
	if t.PG.Play.ByEvents(r) {
		return t.PG.Text(words.SpeedEvents, model.FormatSeconds(model.EventRate(r))) + " ([ ])"
	}
	if rate := model.TimeRate(r); rate > 1 {
		return t.PG.Text(words.SpeedHint, model.FormatSeconds(rate)) + " ([ ])"
	}
	return t.PG.Text(words.SpeedHintReal) + " ([ ])"
}
