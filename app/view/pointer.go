package view

import (
	"strconv"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// dragging is what the pointer holds.
type dragging uint8

const (
	dragNone dragging = iota
	dragPlayhead
	dragMinimap
)

// plotPoint is where an event happened, in pixels of the timeline's plot.
func plotPoint(e app.Event) (x, y float64) {
	rect := element("plot").Call("getBoundingClientRect")
	return e.Get("clientX").Float() - rect.Get("left").Float(), e.Get("clientY").Float() - rect.Get("top").Float()
}

func capture(id string, e app.Event) {
	if el := element(id); el.Truthy() {
		el.Call("setPointerCapture", e.Get("pointerId"))
	}
}

func (t *timeline) onDown(_ app.Context, e app.Event) {
	p := t.page
	x, y := plotPoint(e)
	if p.pg.Run() == nil || e.Get("button").Int() != 0 || x < -12 {
		return
	}
	_, onPlayhead := closest(e, "#playhead")
	l, scale := p.layout()
	if y > l.Height {
		return
	}
	p.drag = dragPlayhead
	capture("timeline", e)
	hit := model.HitTest(p.pg.Run(), l, scale, x, y)
	switch {
	case onPlayhead:
		p.pg.Input()
	case hit.Event >= 0:
		p.pg.Seek(hit.Event)
	default:
		p.pg.SeekNear(scale, x)
	}
	p.after()
}

func (t *timeline) onMove(ctx app.Context, e app.Event) {
	p := t.page
	if p.pg.Run() == nil {
		ctx.PreventUpdate()
		return
	}
	x, y := plotPoint(e)
	l, scale := p.layout()
	if p.drag == dragPlayhead {
		p.pg.SeekNear(scale, x)
		p.after()
		return
	}
	ctx.PreventUpdate()
	if x < 0 {
		p.tip(e, "")
		if el, ok := closest(e, "[data-task]"); ok {
			p.light(litOf(el))
		}
		return
	}
	hit := model.HitTest(p.pg.Run(), l, scale, x, y)
	p.light(hit.Lit)
	p.tip(e, p.hitText(hit))
}

func (t *timeline) onUp(ctx app.Context, _ app.Event) {
	t.page.drag = dragNone
	ctx.PreventUpdate()
}

func (t *timeline) onLeave(ctx app.Context, e app.Event) {
	t.page.light(model.Lit{})
	t.page.tip(e, "")
	ctx.PreventUpdate()
}

func (t *timeline) onScroll(ctx app.Context, _ app.Event) {
	p := t.page
	if top := element("lanes").Get("scrollTop").Float(); top != p.view.ScrollTop {
		p.view.ScrollTop = top
		p.after()
		return
	}
	ctx.PreventUpdate()
}

// onWheel zooms with Ctrl (which is what a pinch sends) and pans sideways.
func (t *timeline) onWheel(ctx app.Context, e app.Event) {
	p := t.page
	dx, dy := e.Get("deltaX").Float(), e.Get("deltaY").Float()
	r := p.pg.Run()
	if e.Get("shiftKey").Bool() && dx == 0 {
		dx, dy = dy, 0
	}
	switch {
	case r == nil:
	case e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool():
		e.PreventDefault()
		x, _ := plotPoint(e)
		from, to := p.pg.Window.Range()
		factor := 1.0 + min(0.5, max(-0.33, dy/200))
		p.pg.Zoom(factor, from+(to-from)*min(1, max(0, x/p.view.Plot)))
		p.after()
		return
	case dx != 0 && dx*dx > dy*dy && !p.pg.Window.Whole():
		e.PreventDefault()
		from, to := p.pg.Window.Range()
		p.pg.Pan(dx / p.view.Plot * (to - from))
		p.after()
		return
	}
	ctx.PreventUpdate()
}

func (t *transport) onDown(_ app.Context, e app.Event) {
	t.page.drag = dragMinimap
	capture("minimap", e)
	t.miniSeek(e)
}

func (t *transport) onMove(ctx app.Context, e app.Event) {
	if t.page.drag != dragMinimap {
		ctx.PreventUpdate()
		return
	}
	t.miniSeek(e)
}

func (t *transport) onUp(ctx app.Context, _ app.Event) {
	t.page.drag = dragNone
	ctx.PreventUpdate()
}

func (t *transport) miniSeek(e app.Event) {
	rect := element("minimap").Call("getBoundingClientRect")
	if w := rect.Get("width").Float(); w > 0 {
		t.page.pg.MiniSeek((e.Get("clientX").Float() - rect.Get("left").Float()) / w)
		t.page.after()
	}
}

// tip shows a text beside the pointer; an empty one hides it.
func (p *Page) tip(e app.Event, text string) {
	if text == "" && p.synced.tip == "" {
		return
	}
	p.synced.tip = text
	canvasHelper().Call("tip", e.Get("clientX"), e.Get("clientY"), text)
}

// hitText says what stands under the pointer.
func (p *Page) hitText(hit model.Hit) string {
	r, pg := p.pg.Run(), p.pg
	switch {
	case hit.Lane < 0:
		return ""
	case hit.End:
		lane := &r.Lanes[hit.Lane]
		return r.TaskName(lane.Task) + ": " + r.Trace.Text(lane.End.Text) + " · " + p.pg.ClockText(lane.End.Time)
	case hit.Segment == nil:
		return ""
	}
	s := hit.Segment
	state := model.WaitName(pg.Lang, s.Wait)
	if s.Kind != trace.SpanWait {
		state = r.Trace.Text(s.Text)
	}
	parts := []string{pg.Text(words.HoverTask, r.TaskName(hit.Task), state)}
	if s.Item > 0 {
		parts = append(parts, "#"+strconv.Itoa(int(s.Item))+" "+model.ShortRepr(r.Trace.Text(s.Text)))
	}
	to := pg.ClockText(s.End)
	if s.Endless {
		to = pg.Text(words.SpanForever)
	}
	parts = append(parts, pg.Text(words.HoverFromTo, pg.ClockText(s.Start), to))
	if s.Line > 0 {
		parts = append(parts, pg.Text(words.HoverLine, strconv.Itoa(int(s.Line))))
	}
	return strings.Join(parts, " · ")
}
