package view

import (
	"errors"
	goruntime "runtime"
	"time"

	"asyncplay/app/host"
	"asyncplay/app/model"
	"asyncplay/runtime"
	"asyncplay/runtime/sweep"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	stopShownAfter = 150 * time.Millisecond
	settledAfter   = 200 * time.Millisecond
)

// Run implements model.Env: the request travels as JSON, the trace comes back in its own
// binary form.
func (p *Page) Run(r runtime.Request, progress func(model.Progress), done func(*trace.Trace, error)) func() {
	request, err := runtime.EncodeRequest(r)
	if err != nil {
		p.onPage(func() { done(nil, err) })
		return func() {}
	}
	p.runSeq++
	seq := p.runSeq
	p.offerStop()
	return p.config.Engine.Run(request, func(h host.Progress) {
		p.onPage(func() { progress(model.Progress{Events: h.Events, Seconds: h.VirtualSeconds}) })
	}, func(data []byte, err error) {
		if len(data) > slicedFromBytes {
			go p.arrive(seq, r.Source, data, err, done) // the engine's callback must not wait
			return
		}
		p.arrive(0, r.Source, data, err, done)
	})
}

const (
	// slicedFromBytes is the size of a trace from which it is read in slices, so that the page stays awake: some ten thousand events.
	slicedFromBytes = 1 << 20
	sliceWork       = 8 * time.Millisecond
)

// arrive reads what the engine answered. With a number of the run, it does so in slices, and gives up when a newer run was asked for.
func (p *Page) arrive(seq int, source string, data []byte, err error, done func(*trace.Trace, error)) {
	var t *trace.Trace
	var prepared *model.Run
	var pause func()
	if seq > 0 {
		begun := time.Now()
		pause = func() {
			if p.runSeq != seq {
				goruntime.Goexit()
			}
			if time.Since(begun) > sliceWork && p.config.Turn != nil {
				p.config.Turn() // sleeping would not do: while other goroutines work the sleep is over before the browser has had anything
				begun = time.Now()
			}
		}
	}
	if err == nil || errors.Is(err, host.ErrStopped) && len(data) > 0 {
		t, err = trace.Decode(data, pause) // what a stopped run had recorded is shown as well
	}
	if t != nil && seq > 0 {
		prepared = model.Prepare(t, source)
	}
	err = ofModel(err)
	p.onPage(func() {
		p.pg.Prepared(prepared)
		done(t, err)
		p.showStop = p.showStop && p.pg.Busy() == p.pg.Current()
	})
}

// Inspect implements model.Env. The engine answers one request at a time: whoever asks again, or runs, takes its place.
func (p *Page) Inspect(r runtime.Request, done func(runtime.Inspection, error)) {
	request, err := runtime.EncodeRequest(r)
	if err != nil {
		p.onPage(func() { done(runtime.Inspection{}, err) })
		return
	}
	p.config.Engine.Run(request, nil, func(data []byte, err error) {
		var answer runtime.Inspection
		if err == nil {
			answer, err = runtime.DecodeInspection(data)
		}
		p.onPage(func() {
			if errors.Is(err, host.ErrSuperseded) {
				p.synced.localsAsked = "" // asked again when the engine is free
				p.later(settledAfter, func() bool { return true })
				return
			}
			done(answer, err)
		})
	})
}

// Sweep implements model.Sweeper.
func (p *Page) Sweep(j sweep.Job, done func([]sweep.Cell, error)) func() {
	request, err := sweep.EncodeJob(j)
	if err != nil {
		p.onPage(func() { done(nil, err) })
		return func() {}
	}
	return p.config.Engine.Run(request, nil, func(data []byte, err error) {
		var cells []sweep.Cell
		if err == nil {
			cells, err = sweep.DecodeCells(data)
		}
		p.onPage(func() { done(cells, ofModel(err)) })
	})
}

// Glance implements model.Sweeper.
func (p *Page) Glance(r runtime.Request, done func(*trace.Trace, error)) func() {
	request, err := runtime.EncodeRequest(r)
	if err != nil {
		p.onPage(func() { done(nil, err) })
		return func() {}
	}
	return p.config.Engine.Run(request, nil, func(data []byte, err error) {
		var t *trace.Trace
		if err == nil {
			t, err = trace.Decode(data, nil)
		}
		p.onPage(func() { done(t, ofModel(err)) })
	})
}

// ofModel is an error of the engine as the model knows it.
func ofModel(err error) error {
	switch {
	case errors.Is(err, host.ErrSuperseded):
		return model.ErrSuperseded
	case errors.Is(err, host.ErrStopped):
		return model.ErrStopped
	}
	return err
}

// offerStop turns Run into Stop once the run that was asked for last has taken a while.
func (p *Page) offerStop() {
	seq := p.runSeq
	p.later(stopShownAfter, func() bool {
		before := p.showStop
		if p.pg.Trying() {
			return false // handRests sees to it
		}
		p.showStop = p.runSeq == seq && p.pg.Busy() == p.pg.Current() || p.showStop && p.runSeq != seq
		return p.showStop != before
	})
}

// onPage does something on the goroutine of the page, and draws what it changed. Before
// the page is mounted there is no such goroutine yet: OnMount catches up.
func (p *Page) onPage(do func()) {
	if p.ctx.Context == nil {
		p.synced.early(do)
		return
	}
	p.ctx.Dispatch(func(app.Context) {
		do()
		p.after()
	})
}

// Settle implements model.Env.
func (p *Page) Settle(do func()) {
	if p.ctx.Context == nil {
		do()
		return
	}
	seq := p.runSeq
	p.later(settledAfter, func() bool {
		if p.runSeq == seq {
			do()
		}
		return false // what comes of it draws itself
	})
}
