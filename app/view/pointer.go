package view

import (
	"asyncplay/app/model"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// dragging is what the pointer holds.
type dragging uint8

const (
	dragNone dragging = iota
	dragPlayhead
	dragMinimap
	dragFrame
	dragPlot
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
	button := e.Get("button").Int()
	if p.pg.Run() == nil || button > 1 || x < -12 {
		return
	}
	if button == 1 || e.Get("shiftKey").Bool() { // the picture itself is taken hold of
		e.PreventDefault()
		p.drag, p.dragX = dragPlot, x
		capture("timeline", e)
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
	switch p.drag {
	case dragPlayhead:
		p.pg.SeekNear(scale, x)
		p.after()
		return
	case dragPlot:
		from, to := p.pg.Window.Range()
		p.pg.Pan((p.dragX - x) / l.Width * (to - from))
		p.dragX = x
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
	p.tip(e, p.pg.HoverText(hit))
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

func (t *transport) onDown(ctx app.Context, e app.Event) {
	p := t.page
	x, y, width := miniPoint(e)
	capture("minimap", e)
	p.drag, p.frame, p.dragX = dragMinimap, p.pg.FrameAt(x, y, width), x
	if p.frame != model.FrameNone {
		p.drag = dragFrame
		ctx.PreventUpdate()
		return
	}
	t.miniSeek(e)
}

func (t *transport) onMove(ctx app.Context, e app.Event) {
	p := t.page
	switch p.drag {
	case dragMinimap:
		t.miniSeek(e)
		return
	case dragFrame:
		if x, _, width := miniPoint(e); width > 0 {
			p.pg.MoveFrame(p.frame, (x-p.dragX)/width)
			p.dragX = x
			p.after()
			return
		}
	}
	ctx.PreventUpdate()
}

func (t *transport) onUp(ctx app.Context, _ app.Event) {
	t.page.drag = dragNone
	ctx.PreventUpdate()
}

// miniPoint is where an event happened in the minimap, and how wide that is.
func miniPoint(e app.Event) (x, y, width float64) {
	rect := element("minimap").Call("getBoundingClientRect")
	return e.Get("clientX").Float() - rect.Get("left").Float(), e.Get("clientY").Float() - rect.Get("top").Float(), rect.Get("width").Float()
}

func (t *transport) miniSeek(e app.Event) {
	if x, _, width := miniPoint(e); width > 0 {
		t.page.pg.MiniSeek(x / width)
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
