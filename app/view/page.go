package view

import (
	"time"

	"asyncplay/app/host"
	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Config is what surrounds the page.
type Config struct {
	Engine  host.Engine
	Storage host.Storage
	// Mark sets a performance mark.
	Mark func(name string)
	// EarlyEdit is what was typed before the page was there, and whether anything was.
	EarlyEdit func() (string, bool)
	// ReducedMotion reports whether the person asked for little motion.
	ReducedMotion bool
	// Link is what the address holds, and whether it is a link; nil: there are no links here.
	Link func() (text, problem string, ok bool)
	// Lang is the language that the browser asks for.
	Lang words.Lang
	// Turn lets the browser have its turn while a goroutine works for long; nil where there is none.
	Turn func()
}

const (
	storageKey  = "asyncplay/playground"
	settingsKey = "asyncplay/settings"
)

// Page is the whole page.
type Page struct {
	app.Compo

	config Config
	pg     *model.Playground
	ctx    app.Context
	view   model.Viewport
	synced synced
	frames frames
	share  sharing
	drag   dragging
	dragX  float64 // where the hand was last
	frame  model.FramePart
	// showStop: a run takes long enough that Run has become Stop, and the run before it is veiled.
	showStop bool
	runSeq   int // runs asked for so far
	// tableRev is the revision that the timeline's table shows; it follows when the hand rests.
	tableRev int
	tableDue bool
	// hovered counts the names in the code that the hand came upon or left.
	hovered int
}

// New makes the page's root component.
func New(config Config) *Page {
	return &Page{config: config}
}

// Model is the playground behind the page.
func (p *Page) Model() *model.Playground { return p.pg }

// OnInit makes the model, so that the first drawing already shows the program.
func (p *Page) OnInit() {
	if p.pg != nil {
		return
	}
	p.view = model.Viewport{Width: 1440, Height: 900, Plot: 720}
	p.measureWindow()
	o := model.Options{ReducedMotion: p.config.ReducedMotion, Lang: p.config.Lang}
	o.Settings, _ = p.config.Storage.Get(settingsKey)
	if saved, ok := p.config.Storage.Get(storageKey); ok {
		o.Saved = saved
	}
	if p.config.EarlyEdit != nil {
		if text, ok := p.config.EarlyEdit(); ok {
			o.EarlyEdit = &text
		}
	}
	o.Versions, _ = p.config.Storage.Get(versionsKey)
	o.Link = p.config.readLink()
	p.pg = model.New(p, o)
	if o.Link != nil {
		p.share.address = p.pg.Programs()
	}
	p.synced.settings = p.pg.EncodeSettings()
}

// OnMount starts what needs the document.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.listen()
	p.offerStop() // the first run began before there was a page to offer it on
	p.after()
	if ctx.Context != nil {
		ctx.Update() // the first run may have come between the first drawing and now
	}
}

// OnResize lays the timeline out anew.
func (p *Page) OnResize(ctx app.Context) {
	p.measureWindow()
	p.synced.forgetSizes()
	ctx.Update()
	p.after()
}

// Render implements app.Composer.
func (p *Page) Render() app.UI {
	pg := p.pg
	root := app.Div().ID("app").Class("app").DataSet("tour", onOff(pg.Tour.On())).DataSet("mode", string(pg.Mode)).DataSet("pane", string(pg.Pane)).
		Lang(pg.Lang.Code()).
		OnClick(p.onClick).
		On("pointerover", p.onPointerOver).
		On("focusin", p.onPointerOver).
		On("input", p.onInput).
		On("change", p.onChange).
		On("dblclick", p.onDoubleClick)
	p.editorEvents(root)
	run := pg.Rev(model.PartRun)
	instant := pg.Rev(model.PartRun, model.PartInstant)
	program := pg.Rev(model.PartProgram)
	compared := pg.Rev(model.PartShell, model.PartProgram, model.PartRun, model.PartOthers)
	return root.Body(
		&topBar{PG: pg, Rev: pg.Rev(model.PartShell, model.PartRun, model.PartExplore), Stop: p.showStop},
		app.Section().Class("left").Aria("label", pg.Text(words.Program)).Body(
			&variantTabs{PG: pg, Rev: pg.Rev(model.PartProgram, model.PartRun, model.PartOthers)},
			&knobs{PG: pg, Rev: pg.Rev(model.PartProgram, model.PartKnobs)},
			&lessonNote{PG: pg, Rev: program + pg.Rev(model.PartShell)},
			&editor{PG: pg},
			&faultStrip{PG: pg, Rev: program + run},
		),
		app.Section().Class("right").Aria("label", pg.Text(words.RunRegion)).Body(
			&verdict{PG: pg, Rev: pg.Rev(model.PartRun, model.PartOthers), Veiled: p.veiled()},
			&timelineBar{PG: pg, Rev: run},
			&timeline{PG: pg, Rev: instant, View: p.view, Veiled: p.veiled(), page: p},
			&caption{PG: pg, Rev: instant},
			&transport{PG: pg, Rev: instant + pg.Rev(model.PartWindow), page: p},
			&lower{PG: pg, Rev: p.restingRev(instant)},
			&spans{PG: pg, Rev: p.tableRev},
		),
		&compareCode{PG: pg, Rev: compared},
		&compareRuns{PG: pg, Rev: compared, Plot: p.view.Plot},
		&exploreRuns{PG: pg, Rev: pg.Rev(model.PartExplore, model.PartShell, model.PartProgram), Plot: p.view.Plot},
		&overlays{PG: pg, Rev: pg.Rev(model.PartShell, model.PartProgram), page: p},
		app.Div().ID("tip").Class("tip").Role("tooltip"),
	)
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

const (
	saveAfter    = 500 * time.Millisecond
	savePatience = 8 // times saveAfter
)

// veiled reports whether what is shown of the run is from before a change: the program as it stands now cannot start, was
// stopped, or takes its time.
func (p *Page) veiled() bool {
	return p.pg.Current().Stale() || p.showStop && p.pg.Run() != nil
}

// later does something on the page's own goroutine after a while. do reports whether there is anything to draw anew.
func (p *Page) later(d time.Duration, do func() bool) {
	if p.ctx.Context == nil {
		return
	}
	p.ctx.After(d, func(ctx app.Context) {
		if do() {
			p.after()
		} else {
			ctx.PreventUpdate()
		}
	})
}
