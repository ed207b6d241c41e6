package model

import "slices"

const undoMax = 100 // steps

// shot is what undo brings back: the programs with their faults, whichever control changed them.
type shot struct {
	lesson string
	seed   int64
	active int
	tabs   []tabShot
}

type tabShot struct {
	of            *Variant
	name, source  string
	faults        []Fault
	added, module bool
}

// undoing keeps the steps. now is the state that the last step led to.
type undoing struct {
	now        shot
	back, fore []shot
	// open: the hand that made the last step has not rested since, so more of the same belongs to it.
	open bool
	kind change // of the last step
}

// change is in which ways two states differ.
type change uint8

const (
	changeWhole   change = 1 << iota // which tabs, modules and faults there are, and which are on: each is a step of its own
	changeSources                    // with whatever the lines' faults make of it
	changeFaults
	changeNames
	changeSeed
)

func (p *Playground) shot() shot {
	s := shot{lesson: p.Lesson, seed: p.Seed, active: p.Active}
	for _, v := range p.Variants {
		s.tabs = append(s.tabs, tabShot{v, v.Name, v.Source, slices.Clone(v.Faults), v.Added, v.Module})
	}
	return s
}

// against says how two states differ, 0 for not at all.
func (s *shot) against(o *shot) change {
	if len(s.tabs) != len(o.tabs) {
		return changeWhole
	}
	var kind change
	note := func(differs bool, k change) {
		if differs {
			kind |= k
		}
	}
	note(s.seed != o.seed, changeSeed)
	for i := range s.tabs {
		a, b := &s.tabs[i], &o.tabs[i]
		alike := slices.EqualFunc(a.faults, b.faults, func(x, y Fault) bool { return x.Off == y.Off })
		note(a.of != b.of || a.module != b.module || !alike, changeWhole)
		note(a.source != b.source, changeSources)
		note(a.source == b.source && !slices.Equal(a.faults, b.faults), changeFaults)
		note(a.name != b.name, changeNames)
	}
	return kind
}

// remember makes a step of undo out of what has changed since the last one.
func (p *Playground) remember() {
	u, now := &p.undo, p.shot()
	kind := u.now.against(&now)
	if len(u.now.tabs) == 0 || kind == 0 {
		u.now = now
		return
	}
	if !u.open || kind != u.kind || kind&changeWhole != 0 {
		if u.back = append(u.back, u.now); len(u.back) > undoMax {
			u.back = slices.Delete(u.back, 0, 1)
		}
	}
	u.now, u.fore, u.open, u.kind = now, nil, true, kind
}

// Undo takes the last change of the programs back, and reports whether there was one.
func (p *Playground) Undo() bool { return p.travel(&p.undo.back, &p.undo.fore) }

// Redo makes the last change that was undone again.
func (p *Playground) Redo() bool { return p.travel(&p.undo.fore, &p.undo.back) }

func (p *Playground) travel(from, to *[]shot) bool {
	p.input()
	p.remember() // what was typed and has not run yet
	p.undo.open = false
	n := len(*from)
	if n == 0 {
		return false
	}
	s := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, p.undo.now)
	p.undo.now = s
	p.bringBack(&s)
	return true
}

func (p *Playground) bringBack(s *shot) {
	shown := p.Current()
	p.Lesson = s.lesson
	if p.Seed != s.seed {
		p.Seed = s.seed
		for _, v := range p.Variants {
			v.stale = true
		}
	}
	p.Variants = nil
	for _, t := range s.tabs {
		v := t.of
		if v.Source != t.source || !slices.Equal(v.Faults, t.faults) {
			v.stale = true
			v.editSeq++
		}
		v.Name, v.Source, v.Faults, v.Added, v.Module = t.name, t.source, slices.Clone(t.faults), t.added, t.module
		p.Variants = append(p.Variants, v)
	}
	if p.Active = slices.Index(p.Variants, shown); p.Active < 0 {
		p.Active = min(s.active, len(p.Variants)-1)
	}
	if p.runningOf != nil && !slices.Contains(p.Variants, p.runningOf) {
		p.halt()
	}
	p.Other, p.otherChosen = min(p.Other, len(p.Variants)-1), false
	p.Lit, p.Overlay = Lit{}, OverlayNone
	if r := p.Run(); r != nil && p.Current() != shown {
		p.chooseAxis(r)
		p.keepInstant(r)
	}
	p.touch(PartShell, PartProgram, PartKnobs, PartSource, PartRun, PartOthers, PartInstant)
	p.runCurrent()
}
