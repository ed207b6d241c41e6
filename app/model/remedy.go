package model

import (
	"reflect"
	"slices"
	"strings"

	"asyncplay/app/lessons"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/rewrite"
)

// Findings are the known mistakes behind the run, looked for when first asked for.
func (r *Run) Findings() []remedy.Finding {
	if !r.searched {
		r.searched = true
		r.findings = remedy.Find(r.Trace, &r.Report, r.Source)
	}
	return r.findings
}

// sameFindings reports whether the same is said of two programs, wherever the changes stand in their texts.
func sameFindings(a, b []remedy.Finding) bool {
	return slices.EqualFunc(a, b, func(x, y remedy.Finding) bool {
		alike := (len(x.Edits) == 0) == (len(y.Edits) == 0)
		x.Edits, y.Edits = nil, nil
		return alike && reflect.DeepEqual(x, y)
	})
}

// shownRun is the run that the verdict is about, nil when it is about none.
func (p *Playground) shownRun() *Run {
	if broken := p.Current().broken; broken != nil {
		return broken
	}
	return p.Run()
}

// asInLesson reports whether the program on the screen is one of the lesson's, whatever its knobs are set to.
func (p *Playground) asInLesson() bool {
	own := strings.Split(p.Current().Source, "\n")
	for _, l := range lessons.All() {
		if l.ID != p.Lesson {
			continue
		}
		for _, v := range l.Variants {
			lines := strings.Split(v.Source, "\n")
			if slices.EqualFunc(own, lines, func(a, b string) bool {
				return a == b || strings.Contains(a, "#@param") && strings.Contains(b, "#@param")
			}) {
				return true
			}
		}
	}
	return false
}

// Change is the mistake whose change is looked at, with the lines that it changes. ok is false when there is none.
func (p *Playground) Change() (f *remedy.Finding, lines []rewrite.DiffLine, ok bool) {
	r := p.shownRun()
	if r == nil || p.change >= len(r.Findings()) || r.Source != p.Current().Source {
		return nil, nil, false
	}
	f = &r.Findings()[p.change]
	return f, f.Diff(r.Source), true
}

// OpenChange shows what would be changed against a mistake.
func (p *Playground) OpenChange(i int) {
	p.change = max(0, i)
	p.Overlay = OverlayNone
	p.Open(OverlayChange)
}

// ApplyChange makes the change against a mistake in the program on the screen, and runs it.
func (p *Playground) ApplyChange(i int) {
	p.change = max(0, i)
	f, _, ok := p.Change()
	if !ok || len(f.Edits) == 0 {
		return
	}
	p.input()
	p.remember()
	p.undo.open = false // a step of its own
	p.Current().setSource(f.Fixed(p.Current().Source))
	p.closeChange()
	p.apart = true
	p.touch(PartProgram, PartSource)
	p.runCurrent()
}

// closeChange takes the change off the page: what it was about is no longer so.
func (p *Playground) closeChange() {
	if p.Overlay == OverlayChange {
		p.Overlay = OverlayNone
		p.touch(PartShell)
	}
}

// ChangeIndex is the number of the mistake that is looked at.
func (p *Playground) ChangeIndex() int { return p.change }

// Apart reports, once, whether the source was changed by a step of its own, which is undone by itself.
func (p *Playground) Apart() bool {
	apart := p.apart
	p.apart = false
	return apart
}
