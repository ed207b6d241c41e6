package view

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// frames plays: one callback per frame of the browser, as long as the playhead moves.
type frames struct {
	on   bool
	last float64 // milliseconds
	tick app.Func
	// The texts around the picture are drawn anew with every event, unless that takes long: then so seldom that nineteen
	// frames of twenty are free of it. owed: they are behind.
	textsCost time.Duration
	nextTexts float64 // milliseconds
	owed      bool
}

const (
	textsCheap = 9 * time.Millisecond
	textsShare = 24 // one part of so many goes to expensive texts
	// textsRestMaxMillis bounds how far the texts fall behind the playhead on a slow machine. It is 24 frames: one of these is late.
	textsRestMaxMillis = 400
)

// textsEvery is how long the texts rest after they were drawn, in milliseconds.
func (f *frames) textsEvery() float64 {
	if f.textsCost < textsCheap {
		return 0
	}
	return min(textsRestMaxMillis, float64(textsShare*f.textsCost.Milliseconds()))
}

const frameMaxSeconds = 0.1 // a tab that slept does not jump

func (f *frames) start(p *Page) {
	if f.on {
		return
	}
	f.on, f.last = true, 0
	if f.tick == nil {
		f.tick = app.FuncOf(func(_ app.Value, args []app.Value) any {
			now := args[0].Float()
			p.ctx.Dispatch(func(ctx app.Context) { f.frame(p, ctx, now) })
			return nil
		})
	}
	f.request()
}

func (f *frames) request() { app.Window().Call("requestAnimationFrame", f.tick) }

func (f *frames) frame(p *Page, ctx app.Context, nowMillis float64) {
	seconds := 0.0
	if f.last > 0 {
		seconds = min(frameMaxSeconds, (nowMillis-f.last)/1000)
	}
	f.last = nowMillis
	before := p.pg.Play.Event
	p.pg.Frame(seconds)
	p.cueEvents(before, p.pg.Play.Event)
	if p.pg.Play.Playing {
		f.request()
	} else {
		f.on = false
	}
	f.owed = f.owed || p.pg.Play.Event != before
	if p.pg.Play.Playing && (!f.owed || nowMillis < f.nextTexts) {
		// Between two events only the playhead moves.
		ctx.PreventUpdate()
		p.place()
		return
	}
	p.place() // in this very frame; the texts follow in the next
	f.owed = false
	f.nextTexts = nowMillis + f.textsEvery()
	begun := time.Now()
	p.after()
	p.ctx.Defer(func(app.Context) { f.textsCost = time.Since(begun) })
}
