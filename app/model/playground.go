package model

import (
	"slices"

	"asyncplay/app/lessons"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/sweep"
	"asyncplay/runtime/trace"
)

// Env is what the playground needs done outside.
type Env interface {
	// Run starts a run; a newer one takes the place of the one under way, which then
	// ends with ErrSuperseded or not at all. Both callbacks come later, never within Run,
	// and on the goroutine that uses the playground.
	Run(r runtime.Request, progress func(Progress), done func(*trace.Trace, error)) (stop func())
	// Inspect asks for the variables of a task in a run that the request describes; done comes later, on the same goroutine,
	// or not at all when a run takes the engine.
	Inspect(r runtime.Request, done func(runtime.Inspection, error))
	// Settle does something once no run has been asked for in a while, on the same goroutine.
	Settle(do func())
}

// Sweeper is an Env that has room for many runs; without it there is no view of them. Its callbacks come as Env's do.
type Sweeper interface {
	// Sweep asks for some of the runs of a sweep, summed up.
	Sweep(j sweep.Job, done func([]sweep.Cell, error)) (stop func())
	// Glance asks for one run beside those of the programs.
	Glance(r runtime.Request, done func(*trace.Trace, error)) (stop func())
}

// Theme is the choice of colours.
type Theme string

const (
	ThemeAuto  Theme = "auto"
	ThemeLight Theme = "light"
	ThemeDark  Theme = "dark"
)

// Panel is the tab shown beside the queue.
type Panel string

const (
	PanelConsole Panel = "console"
	PanelTasks   Panel = "tasks"
	PanelEvents  Panel = "events"
	PanelLoop    Panel = "loop"
)

// Overlay is what lies over the page.
type Overlay uint8

const (
	OverlayNone Overlay = iota
	OverlayPrograms
	OverlayKeys
	OverlayFault
	OverlayChange
	OverlayShare
	OverlayFile
	OverlayMore
)

// Part is a region that is drawn anew together.
type Part uint8

const (
	PartShell   Part = iota // top bar, overlays
	PartProgram             // tabs, knobs, faults
	PartKnobs               // the knobs alone, while a hand is on one
	PartSource              // the editor's text, set from outside the editor
	PartRun                 // verdict, legend, the timeline's still picture
	PartOthers              // how the variants that are not on the screen ended
	PartWindow              // the zoom window
	PartInstant             // what belongs to the playhead's instant
	PartExplore             // the many runs
	partCount
)

// Playground is the whole state of the page. It belongs to one goroutine.
type Playground struct {
	Lesson   string // "" once nothing is left of it
	Variants []*Variant
	Active   int
	Play     Playback
	Window   Window // zoom
	Lit      Lit
	Selected trace.TaskID // the task that Shift-arrows follow; 0: none
	Panel    Panel
	Overlay  Overlay
	Form     FaultForm
	Lang     words.Lang
	Theme    Theme
	Seed     int64 // of random, before the program starts
	Tour     Tour
	Notice   words.Key // a sentence to show once; PageTitle (never shown) means none
	HasNote  bool
	// NoticeDo is what the notice's button does, named as in data-do; "" for no button.
	NoticeDo    string
	NoticeLabel words.Key
	Mode        Mode
	Pane        Pane // on a narrow screen
	Other       int  // the variant that the one on the screen is compared with

	Log       LogFilter
	Predict   bool // a step forward asks first
	Question  *Question
	Score     Score
	Answered  bool // the last step was a prediction, LastRight says how good
	LastRight bool
	Sound     bool // cues while playing
	Nested    bool // lanes stand under the task that created theirs

	opened      map[string]bool // groups of lanes that are unfolded
	openedRev   int
	logFor      logKey
	logMatches  []int32
	locals      Locals
	otherChosen bool // by hand
	change      int  // the mistake whose change is looked at
	menuQuery   string
	menuAt      int
	apart       bool // the source was changed by a step of its own
	noteOpen    bool // what there is to notice in the lesson is shown
	compared    *Comparison
	explore     explore
	prepared    *Run
	cameFrom    origin

	env         Env
	module      *Variant // in the editor beside the run of a program that imports it, nil for none
	stop        func()   // ends the run under way
	runningOf   *Variant
	runSeq      int
	limitFactor int
	arrival     *arrival
	trial       trial
	lines       linesNow
	undo        undoing
	versions    versions
	ofLink      string // the programs that a link brought
	own         string // what was here before them
	notices     int
	langChosen  bool // by the visitor, not by the browser
	stepsForced bool // the axis counts events because the run takes no time
	revs        [partCount]int
}

// Options decide how a playground starts.
type Options struct {
	Saved         string     // what Encode gave on an earlier visit, "" on the first
	Settings      string     // what EncodeSettings gave on an earlier visit, "" on the first
	Lang          words.Lang // what the browser asks for
	ReducedMotion bool
	EarlyEdit     *string // what was typed before the page was ready, nil for nothing
	Versions      string  // what EncodeVersions gave on an earlier visit
	Link          *Link   // what the address holds, nil for nothing
}

// New makes a playground and starts its first run.
func New(env Env, o Options) *Playground {
	p := &Playground{
		env: env, Mode: ModePlay, Panel: PanelConsole, Lang: o.Lang, Theme: ThemeAuto, limitFactor: 1,
		Play: Playback{Speed: 1, Calm: o.ReducedMotion},
	}
	p.versions = readVersions(o.Versions)
	settings := readSettings(o.Settings)
	settings.apply(p)
	p.load(lessons.All()[0])
	if o.EarlyEdit != nil && *o.EarlyEdit == p.Variants[0].Source {
		o.EarlyEdit = nil // that is what the page before the page shows
	}
	if o.Saved != "" {
		if p.decode(o.Saved) != nil {
			p.Notice, p.HasNote = words.NoticeRestore, true
		}
		settings.apply(p) // they win over the theme that an earlier version kept with the programs
	}
	if o.Link != nil {
		o.EarlyEdit = nil // it was typed into a page that this visitor never meant to see
		p.OpenLink(o.Link.Text, o.Link.Problem)
		if o.Saved == "" && p.borrowed() {
			p.own, p.HasNote = "", false // a first visitor has nothing to go back to
		}
	}
	if o.EarlyEdit != nil {
		p.Variants[p.Active].setSource(*o.EarlyEdit)
	}
	if o.Saved == "" && o.EarlyEdit == nil && o.Link == nil {
		p.Tour.begin(o.ReducedMotion)
	}
	p.runCurrent()
	return p
}

// Rev is the revision of some parts together: it changes when one of them must be drawn anew.
func (p *Playground) Rev(parts ...Part) int {
	n := 0
	for _, part := range parts {
		n += p.revs[part]
	}
	return n
}

func (p *Playground) touch(parts ...Part) {
	for _, part := range parts {
		p.revs[part]++
	}
}

// Current is the variant whose run is on the screen.
func (p *Playground) Current() *Variant { return p.Variants[p.Active] }

// Shown is the variant whose program is in the editor: Current, or a module that it imports.
func (p *Playground) Shown() *Variant {
	if v := p.module; v != nil && v.Module && v != p.Current() && slices.Contains(p.Variants, v) {
		return v
	}
	return p.Current()
}

// Run is the run on the screen, nil before the first.
func (p *Playground) Run() *Run {
	r := p.Current().Run()
	if r != nil {
		r.arrange(arrangement{nested: p.Nested, revision: p.openedRev, made: true}, p.opened)
	}
	return r
}

// State is the state at the playhead, nil before the first run.
func (p *Playground) State() *trace.State {
	if r := p.Run(); r != nil {
		return r.StateAt(p.Play.Event)
	}
	return nil
}

// Text is the catalogue in the page's language.
func (p *Playground) Text(k words.Key, args ...string) string { return words.Text(p.Lang, k, args...) }

// load puts a lesson in place of everything.
func (p *Playground) load(l lessons.Lesson) {
	p.Lesson = l.ID
	p.Variants = nil
	for _, v := range l.Variants {
		name := p.Text(lessonWords[v.ID])
		variant := &Variant{Name: name, Source: v.Source, stale: true}
		if v.Fault.Line > 0 {
			variant.Faults = []Fault{{
				Line: v.Fault.Line, Exception: v.Fault.Exception, Message: v.Fault.Message, Nth: v.Fault.Nth,
			}}
		}
		p.Variants = append(p.Variants, variant)
	}
	p.Active, p.Window, p.Lit, p.Selected = 0, Window{}, Lit{}, 0
	p.Mode, p.Other, p.otherChosen, p.Log = ModePlay, 0, false, LogFilter{}
	p.stopSweep()
	p.explore = explore{seq: p.explore.seq, made: p.explore.made}
}

var lessonWords = map[string]words.Key{
	"no-fix": words.LessonNoFix, "finally-around-get": words.LessonAround, "finally-after-get": words.LessonAfter,
	"gather": words.LessonGatherTab, "blank": words.LessonBlankTab, "program": words.LessonBlankTab,
}

// LoadLesson replaces the programs by a lesson's.
func (p *Playground) LoadLesson(id string) {
	l := lessons.ByID(id)
	if l == nil {
		return
	}
	p.Tour.end()
	p.halt()
	p.load(*l)
	p.Overlay, p.limitFactor, p.noteOpen = OverlayNone, 1, true
	p.Play.Seek(&Run{Trace: &trace.Trace{}}, 0)
	p.Play.Playing = false
	p.touch(PartShell, PartProgram, PartSource, PartRun, PartInstant)
	p.runCurrent()
}
