package view

import (
	"bytes"

	"asyncplay/app/model"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// picture is what a canvas shows.
type picture struct {
	width, height float64
	shapes        []byte
	strings       string
}

func (p *Page) syncTimeline() {
	r := p.pg.Run()
	if r == nil {
		p.synced.drawn = nil // there are no canvases either
		return
	}
	l, scale := p.layout()
	s := &p.synced
	rev := p.pg.Rev(model.PartRun)
	look := key(rev)
	if k := look + key(l.Width, l.Height, l.ScrollTop, scale.From, scale.To); s.still != k {
		s.still, s.overlay = k, ""
		var d model.DrawList
		model.DrawTimeline(&d, r, l, scale, p.pg.Lang)
		p.drawAnew("still", l.Width, l.Height, &d)
	}
	w, h := canvasHelper().Call("width", "minimap").Float(), canvasHelper().Call("height", "minimap").Float()
	if k := look + key(w, h, int(p.pg.Play.Axis)); s.mini != k && w > 0 {
		s.mini = k
		var d model.DrawList
		model.DrawMinimap(&d, r, p.pg.Play.Axis, w, h)
		p.drawAnew("minimap-canvas", w, h, &d)
	}
}

// markRun tells those who measure that a run is on the screen.
func (p *Page) markRun() {
	r, s := p.pg.Run(), &p.synced
	if r == nil || s.run == r || p.config.Mark == nil {
		return
	}
	if s.run == nil {
		p.config.Mark("first-run-drawn")
	}
	s.run = r
	p.config.Mark("run-drawn")
}

// drawAnew draws if anything is different: a program under the hand often comes to the same picture again.
func (p *Page) drawAnew(canvas string, width, height float64, d *model.DrawList) {
	s, now := &p.synced, picture{width, height, d.Bytes(), d.Strings()}
	before, ok := s.drawn[canvas]
	if ok && before.width == width && before.height == height && bytes.Equal(before.shapes, now.shapes) && before.strings == now.strings {
		return
	}
	if s.drawn == nil {
		s.drawn = map[string]picture{}
	}
	s.drawn[canvas] = now
	p.draw(canvas, width, height, d)
}

func (p *Page) draw(canvas string, width, height float64, d *model.DrawList) {
	data := d.Bytes()
	s := &p.synced
	if s.shapes == nil || s.shapesSize < len(data) {
		s.shapesSize = max(2*len(data), 1<<16)
		s.shapes = app.Window().Get("Uint8Array").New(s.shapesSize)
	}
	app.CopyBytesToJS(s.shapes, data)
	canvasHelper().Call("draw", canvas, width, height, s.shapes, d.Len(), d.Strings())
}

// place moves the playhead, the dots on the queues' lines and the clock.
func (p *Page) place() {
	r := p.pg.Run()
	if r == nil {
		return
	}
	l, scale := p.layout()
	x := scale.X(p.pg.Play.Unit())
	canvasHelper().Call("place", x, model.FormatClock(p.pg.Play.Seconds), p.pg.MiniFraction())
	lit := p.pg.Lit
	k := p.synced.still + key(x, p.pg.Play.Event, int(lit.Task), int(lit.Queue), int(lit.Item), int(lit.Line), len(p.pg.Current().Bookmarks), onOff(p.pg.Bookmarked()))
	if p.synced.overlay != k {
		p.synced.overlay = k
		var d model.DrawList
		model.DrawOverlay(&d, r, l, scale, x, p.pg.Play.Event, lit, p.pg.Current().Bookmarks)
		p.draw("overlay", l.Width, l.Height, &d)
	}
}
