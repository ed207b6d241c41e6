package model

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

// SelectVariant brings a tab to the front, at the same instant.
func (p *Playground) SelectVariant(i int) {
	if i < 0 || i >= len(p.Variants) {
		return
	}
	p.input()
	module, run := p.Variants[i], p.importer(p.Variants[i])
	if run >= 0 {
		i = run
	} else {
		module = nil
	}
	if i == p.Active {
		if p.Shown() != p.Variants[i] || module != nil {
			p.module, p.Overlay, p.Lit = module, OverlayNone, Lit{}
			p.touch(PartShell, PartProgram, PartSource, PartInstant)
		}
		return
	}
	before := p.Run()
	if before != nil {
		p.cameFrom = cameFromMiddle
		if p.Play.AtEnd(before) {
			p.cameFrom = cameFromEnd
		}
	}
	p.Active, p.module = i, module
	p.Overlay, p.Lit = OverlayNone, Lit{}
	if r := p.Run(); r != nil {
		p.chooseAxis(r)
		if before == nil {
			p.cameFrom = cameFromEnd
		}
		p.comeTo(r)
	}
	p.touch(PartShell, PartProgram, PartSource, PartRun, PartInstant)
	p.runCurrent()
}

const variantsMax = 12

// CopyName is the name of a copy of the variant on the screen: "name (copy)", then "name (copy 2)". A copy of a copy is one
// more of the same.
func (p *Playground) CopyName() string {
	mark := strings.TrimSuffix(p.Text(words.VariantName, ""), ")")
	original, _, _ := strings.Cut(p.Shown().Name, mark)
	for n := 1; ; n++ {
		name := original + mark + ")"
		if n > 1 {
			name = original + mark + " " + strconv.Itoa(n) + ")"
		}
		if !slices.ContainsFunc(p.Variants, func(v *Variant) bool { return v.Name == name }) {
			return name
		}
	}
}

// AddVariant copies the variant on the screen to a new tab.
func (p *Playground) AddVariant(name string) {
	p.input()
	if len(p.Variants) >= variantsMax {
		return
	}
	c := p.Shown()
	v := &Variant{Name: name, Source: c.Source, Faults: append([]Fault(nil), c.Faults...), Added: true, stale: true}
	p.Variants = append(p.Variants, v)
	p.SelectVariant(len(p.Variants) - 1)
}

// RemoveVariant closes a tab that the person made.
func (p *Playground) RemoveVariant(i int) {
	if i < 1 || i >= len(p.Variants) || !p.Variants[i].Added {
		return
	}
	if p.runningOf == p.Variants[i] {
		p.halt()
	}
	if i == p.Active {
		p.SelectVariant(i - 1)
	}
	keep := p.Current()
	p.Variants = slices.Delete(p.Variants, i, i+1)
	p.Active = slices.Index(p.Variants, keep)
	p.otherChosen = false
	p.chooseOther()
	p.touch(PartProgram)
	p.runCurrent()
}

// SetKnob changes a #@param literal, in every variant that has the same knob: variants
// are versions of one program, and are compared at the same settings.
func (p *Playground) SetKnob(name, value string) {
	p.input()
	changed := false
	for i, v := range p.Variants {
		source, err := runtime.SetParam(v.Source, name, value)
		if err != nil || source == v.Source {
			continue
		}
		v.setSource(source)
		changed = changed || i == p.Active
	}
	if changed {
		p.touch(PartKnobs, PartSource)
		p.runCurrent()
	}
}

// NumberDragged takes over a source in which a number was dragged, and runs at once.
func (p *Playground) NumberDragged(source string) {
	p.input()
	p.RunEdited(p.Edited(source))
}

const seedsBelow = 1000

// NewSeed moves on to another seed: the SEED knob when there is one, else the seed of
// `random` before the program starts.
func (p *Playground) NewSeed() {
	for _, k := range p.Knobs() {
		if k.Seed {
			p.SetKnob(k.Name, nextSeed(k.Value))
			return
		}
	}
	p.input()
	p.Seed = seedAfter(p.Seed)
	for _, v := range p.Variants {
		v.stale = true
	}
	p.runCurrent()
}

// SetSeed seeds random with a number before the program starts.
func (p *Playground) SetSeed(seed int64) {
	p.input()
	if seed < 0 || seed > savedSeedsMax || seed == p.Seed {
		return
	}
	p.Seed = seed
	for _, v := range p.Variants {
		v.stale = true
	}
	p.runCurrent()
}

// ArriveAt puts the playhead on what happened at an instant as the clock shows it: in the run under way, when there is one.
func (p *Playground) ArriveAt(seconds float64) {
	if p.Current().running {
		p.arrival = &arrival{event: math.MaxInt32, seconds: seconds}
		return
	}
	p.SeekClock(seconds)
}

// FixVariant is the variant that does right what the run on the screen does wrong.
func (p *Playground) FixVariant() (int, bool) {
	r := p.Run()
	if r == nil || p.Current().broken != nil {
		return 0, false
	}
	switch r.Report.ID {
	case explain.JoinNeverReturns, explain.TaskDoneTooMany, explain.EndedWithErrors, explain.NeverRetrieved:
	default:
		return 0, false
	}
	if !p.asInLesson() {
		return 0, false // the other tabs do not know this program
	}
	for i := len(p.Variants) - 1; i >= 0; i-- {
		if v := p.Variants[i]; i != p.Active && !v.Added && v.Outcome() == OutcomeFine {
			return i, true
		}
	}
	return 0, false
}

// ShowFix goes to the variant that does it right.
func (p *Playground) ShowFix() {
	if i, ok := p.FixVariant(); ok {
		p.Tour.end()
		p.SelectVariant(i)
	}
}

// Light marks what the hand points at, everywhere it appears.
func (p *Playground) Light(l Lit) bool {
	if p.Lit == l {
		return false
	}
	p.Lit = l
	return true
}

// SelectTask chooses the task that Shift-arrows follow.
func (p *Playground) SelectTask(task trace.TaskID) {
	p.input()
	if p.Selected == task {
		task = 0
	}
	p.Selected = task
	p.touch(PartInstant)
}

// ShowPanel brings a tab of the lower right to the front.
func (p *Playground) ShowPanel(panel Panel) {
	switch panel {
	case PanelConsole, PanelTasks, PanelEvents, PanelLoop:
		p.input()
		p.Panel = panel
		p.touch(PartInstant)
	}
}

// Open lays something over the page, or takes it away when it is there already.
func (p *Playground) Open(o Overlay) {
	p.input()
	if p.Overlay == o {
		o = OverlayNone
	}
	p.Overlay = o
	p.touch(PartShell, PartProgram)
}

// Redraw draws what lies over the page anew.
func (p *Playground) Redraw() { p.touch(PartShell) }

// Dismiss takes a notice away.
func (p *Playground) Dismiss() {
	p.HasNote = false
	p.touch(PartShell)
}
