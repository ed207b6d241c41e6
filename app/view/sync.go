package view

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// synced is what the document outside the components shows at present.
type synced struct {
	menuAt      int // the row of the menu that was scrolled to, -1 for none
	lowerRev    int // of the panels under the timeline
	handMoves   bool
	hand        int  // how often it has moved
	ready       bool // the editor and the timeline are in the document
	source      int
	marks       string
	still       string // key of the timeline's still picture
	mini        string
	localsAsked string // key of the variables asked for last
	compared    string // key of the comparison's pictures
	explored    string // key of the many runs' pictures
	overlay     string
	follow      string
	revealed    int
	theme       model.Theme
	lang        string
	settings    string // as kept
	title       string
	tab         string // which tab was brought into sight
	lit         string
	tip         string
	overlayOpen model.Overlay
	run         *model.Run // what the timeline shows
	inputs      int
	shapes      app.Value // a buffer for draw lists, in the page's memory
	shapesSize  int       // bytes
	drawn       map[string]picture
	saved       string
	savePending bool
	changes     int // how often something changed so far

	mu      sync.Mutex
	waiting []func()
}

func (s *synced) forgetSizes() {
	s.still, s.mini, s.overlay, s.compared, s.explored = "", "", "", "", ""
	s.drawn = nil
}

// early keeps what came before the page was mounted.
func (s *synced) early(do func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, do)
}

func (s *synced) catchUp() {
	s.mu.Lock()
	waiting := s.waiting
	s.waiting = nil
	s.mu.Unlock()
	for _, do := range waiting {
		do()
	}
}

// after brings the rest of the document in line once the components are.
func (p *Page) after() {
	p.synced.catchUp()
	if app.IsServer || p.ctx.Context == nil {
		return
	}
	p.ctx.Defer(func(app.Context) { p.sync() })
	if p.pg.Play.Playing {
		p.frames.start(p)
	}
	p.saveSoon()
}

func element(id string) app.Value { return app.Window().GetElementByID(id) }

func canvasHelper() app.Value { return app.Window().Get("asyncplayCanvas") }

// sync goes by what the browser does least work for: the editor asks for the layout of what go-app has just written, the
// lists use that layout, and what comes after only writes.
func (p *Page) sync() {
	p.syncDocument()
	if p.syncSize() {
		return // drawn again with the new size, and synced then
	}
	p.syncEditor()
	if !p.synced.handMoves {
		p.syncLists()
	}
	p.syncTimeline()
	p.place()
	p.syncCompared()
	p.syncExplore()
	p.syncLit()
	p.syncInputs()
	p.syncTabs()
	p.syncOverlay()
	p.syncTable()
	p.syncLocals()
	p.markRun()
}

// handRests is how long a knob or a number must stay where it is until what follows it late does so.
const handRests = 150 * time.Millisecond

// handMoves notes that a hand is on a knob or a number. Until it rests the lines' marks and the panels under the timeline wait:
// nobody reads them that fast, and they take a third of the time from the hand to the picture.
func (p *Page) handMoves() {
	p.synced.handMoves = true
	p.synced.hand++
	seq := p.synced.hand
	p.later(handRests, func() bool {
		rests := p.synced.hand == seq
		if rests {
			p.synced.handMoves = false
		}
		return rests
	})
}

// restingRev is a revision, kept as it was while a hand moves.
func (p *Page) restingRev(rev int) int {
	if !p.synced.handMoves {
		p.synced.lowerRev = rev
	}
	return p.synced.lowerRev
}

// syncTable brings the timeline's table up to date a while after the picture: nobody
// reads hundreds of rows while a slider moves.
func (p *Page) syncTable() {
	if p.tableDue || p.tableRev == p.pg.Rev(model.PartRun) {
		return
	}
	p.tableDue = true
	seq := p.runSeq
	p.later(tableAfter, func() bool {
		p.tableDue = false
		if seq == p.runSeq {
			p.tableRev = p.pg.Rev(model.PartRun)
		}
		return true // else it waits on, for the hand to rest
	})
}

const tableAfter = 400 * time.Millisecond

// syncInputs gives inputs the values of the model where typing or bounds have bent them.
func (p *Page) syncInputs() {
	if rev := p.pg.Rev(model.PartShell, model.PartProgram, model.PartKnobs); p.synced.inputs != rev {
		p.synced.inputs = rev
		canvasHelper().Call("settle")
	}
}

// syncDocument gives the document its colours, language and title.
func (p *Page) syncDocument() {
	if s := &p.synced; s.lang != p.pg.Lang.Code() {
		s.lang = p.pg.Lang.Code()
		app.Window().Get("document").Get("documentElement").Set("lang", s.lang)
		s.forgetSizes()
	}
	if s := &p.synced; s.theme != p.pg.Theme {
		s.theme = p.pg.Theme
		app.Window().Get("document").Get("documentElement").Get("dataset").Set("theme", string(s.theme))
		s.forgetSizes()
	}
	if text := p.pg.EncodeSettings(); text != p.synced.settings {
		p.synced.settings = text
		_ = p.config.Storage.Set(settingsKey, text) // as in save
	}
	lesson, _ := model.LessonTitle(p.pg.Lang, p.pg.Lesson)
	if title := p.pg.Text(words.PageTitle, lesson); p.synced.title != title {
		p.synced.title = title
		app.Window().Get("document").Set("title", title)
	}
}

func (p *Page) syncEditor() {
	code := element("code")
	if !code.Truthy() || !code.Get("setCode").Truthy() {
		return
	}
	s := &p.synced
	marks := p.pg.Marks()
	text := marks.JSON()
	switch rev := p.pg.Rev(model.PartSource); {
	case s.source != rev || !s.ready:
		source := p.pg.Shown().Source
		keepUndo := s.ready || code.Get("value").String() == source
		s.source, s.ready = rev, true
		code.Call("setCode", source, `{"keepUndo":`+strconv.FormatBool(keepUndo)+`,"apart":`+strconv.FormatBool(p.pg.Apart())+`}`, text)
	case s.marks != text && !s.handMoves:
		code.Call("setMarks", text)
	default:
		return
	}
	s.marks = text
	p.reveal(code, marks.CurrentLine)
}

// narrowMax is the width up to which the code is a peek of a few lines.
const narrowMax = 600

// reveal follows a line that something happens on, as long as the whole editor is in
// sight: a page that scrolls by itself would take the picture away.
func (p *Page) reveal(code app.Value, line int) {
	if line == 0 && p.view.Width <= narrowMax {
		line = p.pg.EventLine()
	}
	s := &p.synced
	if line > 0 && line != s.revealed && p.pg.Lit.None() {
		rect := code.Call("getBoundingClientRect")
		if rect.Get("top").Float() >= 0 && rect.Get("bottom").Float() <= p.view.Height {
			code.Call("revealLine", line)
		}
	}
	s.revealed = line
}

func (p *Page) measureWindow() {
	if app.IsServer {
		return
	}
	w := app.Window()
	p.view.Width, p.view.Height = w.Get("innerWidth").Float(), w.Get("innerHeight").Float()
}

// syncSize measures the plot and reports whether it must be laid out anew.
func (p *Page) syncSize() bool {
	width := canvasHelper().Call("width", "plot").Float()
	if width <= 0 || width == p.view.Plot {
		return false
	}
	p.view.Plot = width
	p.ctx.Dispatch(func(app.Context) { p.after() })
	return true
}

func (p *Page) layout() (model.Layout, model.Scale) {
	l := model.NewLayout(p.pg.Run(), p.view)
	return l, p.pg.Scale(l.Width)
}

func key(parts ...any) string {
	var b strings.Builder
	for _, part := range parts {
		switch v := part.(type) {
		case int:
			b.WriteString(strconv.Itoa(v))
		case float64:
			b.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
		case string:
			b.WriteString(v)
		}
		b.WriteByte('|')
	}
	return b.String()
}

// syncLit lights everything that speaks of what the hand points at.
func (p *Page) syncLit() {
	selector := ""
	switch lit := p.pg.Lit; {
	case lit.Item > 0:
		selector = `[data-item="` + model.ItemKey(lit.Queue, lit.Item) + `"]`
	case lit.Task > 0:
		selector = `[data-task="` + strconv.Itoa(int(lit.Task)) + `"]`
	case lit.Line > 0:
		selector = `[data-line="` + strconv.Itoa(int(lit.Line)) + `"]`
	}
	if p.synced.lit != selector {
		p.synced.lit = selector
		canvasHelper().Call("light", selector)
	}
}

// syncLists keeps the current row of console and log in sight.
func (p *Page) syncLists() {
	k := key(string(p.pg.Panel), p.pg.Play.Event, p.pg.Rev(model.PartRun))
	if p.synced.follow != k {
		p.synced.follow = k
		canvasHelper().Call("follow", "panel")
	}
}

// syncTabs keeps the chosen variant's tab in sight.
func (p *Page) syncTabs() {
	k := key(slices.Index(p.pg.Variants, p.pg.Shown()), len(p.pg.Variants), p.pg.Shown().Name, int(p.pg.Shown().Outcome()))
	if p.synced.tab != k {
		p.synced.tab = k
		canvasHelper().Call("showTab", tabID(slices.Index(p.pg.Variants, p.pg.Shown())))
	}
}

// syncOverlay moves the focus into what opened, and back to where it came from.
func (p *Page) syncOverlay() {
	if p.synced.overlayOpen != p.pg.Overlay {
		p.synced.overlayOpen = p.pg.Overlay
		canvasHelper().Call("focusOverlay", p.pg.Overlay != model.OverlayNone)
	}
	at := -1
	if p.pg.Overlay == model.OverlayPrograms {
		at = p.pg.MenuAt()
	}
	if at == p.synced.menuAt {
		return // who scrolls the list by hand is not taken back to the mark
	}
	if marked := element("menu-" + strconv.Itoa(at)); at < 0 || marked.Truthy() {
		p.synced.menuAt = at
		if at >= 0 {
			marked.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	}
}

// saveSoon saves when nothing has changed for a while, and now and then while things do.
func (p *Page) saveSoon() {
	p.synced.changes++
	if !p.synced.savePending && !p.pg.Tour.On() {
		p.synced.savePending = true
		p.saveLater(p.synced.changes, savePatience)
	}
}

func (p *Page) saveLater(changes, patience int) {
	p.ctx.After(saveAfter, func(ctx app.Context) {
		ctx.PreventUpdate()
		if now := p.synced.changes; now != changes && patience > 0 {
			p.saveLater(now, patience-1)
			return
		}
		p.synced.savePending = false
		p.save()
	})
}

func (p *Page) save() {
	p.keepAddress()
	if p.pg.Borrowed() {
		return // a link's program takes the place of one's own when it is changed, not when it is looked at
	}
	if text := p.pg.Encode(); text != p.synced.saved && !p.pg.Tour.On() {
		p.synced.saved = text
		// A browser that keeps nothing costs the autosave, not the page.
		_ = p.config.Storage.Set(storageKey, text)
		p.record()
	}
}
