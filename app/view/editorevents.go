package view

import (
	"time"

	"asyncplay/app/model"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// editPause is how long the hand rests on the keys before what half a word has done is shown.
const editPause = 250 * time.Millisecond

// editorEvents listens to what <code-editor> tells; its events bubble up to the root.
func (p *Page) editorEvents(root app.HTMLDiv) {
	root.On("editor-ready", p.onEditorReady).
		On("code-change", p.onCodeChange).
		On("run-request", p.onRunRequest).
		On("gutter-click", p.onGutterClick).
		On("line-hover", p.onLineHover).
		On("line-leave", p.onLeave).
		On("name-hover", p.onNameHover).
		On("number-hover", p.onNumberHover).
		On("name-leave", p.onNameLeave).
		On("badge-hover", p.onBadgeHover).
		On("badge-leave", p.onLeave).
		On("badge-click", p.onBadgeClick)
}

func detail(e app.Event, name string) app.Value { return e.Get("detail").Get(name) }

func (p *Page) onEditorReady(app.Context, app.Event) {
	p.synced.ready = false
	p.after()
}

func (p *Page) onCodeChange(_ app.Context, e app.Event) {
	text := detail(e, "value").String()
	if detail(e, "drag").Truthy() {
		p.handMoves()
		p.pg.NumberDragged(text)
	} else {
		edit := p.pg.Typed(text)
		p.later(editPause, func() bool { return p.handRests(edit) })
	}
	p.after()
}

// handRests shows what waited for the hand: a run that ended in trouble, or that one is under way. It reports whether anything did.
func (p *Page) handRests(edit int) bool {
	waited := p.pg.Trying()
	p.pg.HandRests(edit)
	if waited = waited && !p.pg.Trying(); waited {
		p.showStop = p.pg.Busy() == p.pg.Current()
	}
	return waited
}

func (p *Page) onRunRequest(app.Context, app.Event) {
	p.pg.Again()
	p.after()
}

func (p *Page) onGutterClick(_ app.Context, e app.Event) {
	p.pg.GutterClicked(detail(e, "line").Int())
	p.after()
}

func (p *Page) onLineHover(ctx app.Context, e app.Event) {
	if p.pg.Shown() == p.pg.Current() {
		p.light(model.Lit{Line: int32(detail(e, "line").Int())})
	}
	ctx.PreventUpdate()
}

func (p *Page) onBadgeHover(ctx app.Context, e app.Event) {
	p.light(model.Lit{Task: trace.TaskID(atoi(detail(e, "task").String()))})
	ctx.PreventUpdate()
}

func (p *Page) onLeave(ctx app.Context, _ app.Event) {
	p.light(model.Lit{})
	ctx.PreventUpdate()
}

func (p *Page) onBadgeClick(_ app.Context, e app.Event) {
	p.pg.SelectTask(trace.TaskID(atoi(detail(e, "task").String())))
	p.after()
}
