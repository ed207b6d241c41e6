package model

import (
	"asyncplay/runtime/explain"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/trace"
)

// Mode is what fills the page.
type Mode string

const (
	ModePlay    Mode = "play"
	ModeCompare Mode = "compare"
	ModeExplore Mode = "explore"
)

// Side is one of the two variants that are compared.
type Side struct {
	Variant *Variant
	Index   int
	Run     *Run
	// First is the event at which the two runs part, in this run; its number of events when it ends there.
	First int
}

// Comparison is two variants side by side. It changes only with their runs.
type Comparison struct {
	A, B    Side
	Differs bool
	// Same is how many events the runs tell alike before they part.
	Same  int
	Lines []rewrite.DiffLine
}

// ShowMode goes to one of the page's views.
func (p *Playground) ShowMode(m Mode) {
	if m != ModePlay && m != ModeCompare && m != ModeExplore || m == p.Mode {
		return
	}
	if _, ok := p.env.(Sweeper); m == ModeExplore && !ok {
		return
	}
	p.stopSweep()
	p.input()
	p.Tour.end()
	p.Play.Playing = false
	p.Overlay = OverlayNone
	p.Mode, p.Lit = m, Lit{}
	if m == ModeCompare {
		p.chooseOther()
	}
	p.touch(PartShell, PartProgram, PartRun, PartInstant)
	p.sweepOn()
}

// chooseOther finds what to compare the variant on the screen with: the one that does it right, else a neighbour.
func (p *Playground) chooseOther() {
	if p.Other != p.Active && p.Other < len(p.Variants) && p.otherChosen {
		return
	}
	if fix, ok := p.FixVariant(); ok {
		p.Other = fix
		return
	}
	p.Other = (p.Active + 1) % len(p.Variants)
	for i, v := range p.Variants {
		if i != p.Active && v.Outcome() != p.Current().Outcome() {
			p.Other = i
			return
		}
	}
}

// CompareWith chooses variant B; choosing A's swaps the two.
func (p *Playground) CompareWith(i int) {
	if i < 0 || i >= len(p.Variants) || i == p.Other {
		return
	}
	if i == p.Active {
		p.SwapCompared()
		return
	}
	p.Other, p.otherChosen = i, true
	p.touch(PartRun)
}

// CompareFrom chooses variant A; choosing B's swaps the two.
func (p *Playground) CompareFrom(i int) {
	if i == p.Other {
		p.SwapCompared()
		return
	}
	p.SelectVariant(i)
}

// SwapCompared makes A of B and B of A.
func (p *Playground) SwapCompared() {
	if p.Mode != ModeCompare {
		return
	}
	a := p.Active
	p.SelectVariant(p.Other)
	p.Other = a
	p.touch(PartRun)
}

// OpenCompared goes from the comparison to an event of one side.
func (p *Playground) OpenCompared(variant, event int) {
	p.ShowMode(ModePlay)
	p.SelectVariant(variant)
	p.Seek(event)
}

// Comparison compares the variant on the screen with the other one, nil while either has no run.
func (p *Playground) Comparison() *Comparison {
	if p.Other < 0 || p.Other >= len(p.Variants) || p.Other == p.Active {
		return nil
	}
	a, b := p.Current(), p.Variants[p.Other]
	ra, rb := a.Run(), b.Run()
	if ra == nil || rb == nil {
		return nil
	}
	if c := p.compared; c != nil && c.A.Run == ra && c.B.Run == rb && c.A.Index == p.Active && c.B.Index == p.Other {
		return c
	}
	c := &Comparison{
		A: Side{Variant: a, Index: p.Active, Run: ra}, B: Side{Variant: b, Index: p.Other, Run: rb},
		Lines: rewrite.Compare(ra.Source, rb.Source),
	}
	c.A.First, c.B.First, c.Differs = trace.FirstDifference(ra.Trace, rb.Trace)
	c.Same = min(c.A.First, c.B.First)
	p.compared = c
	return c
}

// FirstSeconds is when the runs part, in virtual seconds.
func (c *Comparison) FirstSeconds() float64 {
	return min(c.A.Run.TimeOf(min(c.A.First, c.A.Run.Last())), c.B.Run.TimeOf(min(c.B.First, c.B.Run.Last())))
}

// At is the event of the first difference in a side's run, its last one when the run ends there.
func (s *Side) At() int { return min(s.First, s.Run.Last()) }

// Sides are A and B.
func (c *Comparison) Sides() [2]*Side { return [2]*Side{&c.A, &c.B} }

// Count says of how many lines of the difference op is true.
func (c *Comparison) Count(op rewrite.Op) int {
	n := 0
	for i := range c.Lines {
		if c.Lines[i].Op == op {
			n++
		}
	}
	return n
}

// SideRow is an event near the first difference.
type SideRow struct {
	Event   int
	Clock   string
	When    string // same, first, later
	Message explain.Message
}

const (
	sideRowsBefore = 2
	sideRowsAfter  = 6
)

// Rows are the events of a side around the first difference.
func (s *Side) Rows() []SideRow {
	var rows []SideRow
	for i := max(0, s.First-sideRowsBefore); i <= min(s.Run.Last(), s.First+sideRowsAfter); i++ {
		row := SideRow{Event: i, Clock: FormatClock(s.Run.TimeOf(i)), Message: s.Run.CaptionAt(i), When: "later"}
		switch {
		case i < s.First:
			row.When = "same"
		case i == s.First:
			row.When = "first"
		}
		rows = append(rows, row)
	}
	return rows
}

// CaptionAt says what an event did, from the state at its own instant.
func (r *Run) CaptionAt(event int) explain.Message {
	if event < 0 || event >= len(r.Trace.Events) {
		return explain.Message{}
	}
	return r.explainer.Caption(r.StateAt(event), event)
}
