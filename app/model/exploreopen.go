package model

import (
	"slices"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/sweep"
)

// OpenExplored goes to the playground with the chosen cell's variant, its knob and its fault. One step of undo takes it back.
func (p *Playground) OpenExplored() {
	if variant, ok := p.takeChosen(); ok {
		p.ShowMode(ModePlay)
		p.bringForward(variant)
	}
}

// CompareExplored puts the chosen cell's run beside the same one of the variant that does best there.
func (p *Playground) CompareExplored() {
	better := p.BetterVariant()
	if better < 0 {
		return
	}
	if variant, ok := p.takeChosen(); ok {
		p.bringForward(variant)
		p.Other, p.otherChosen = better, true
		p.ShowMode(ModeCompare)
	}
}

// BetterVariant is the variant that does best with the chosen cell's knob and fault, -1 when there is no other.
func (p *Playground) BetterVariant() int {
	r := p.Explored()
	if r == nil {
		return -1
	}
	if better := r.Better(r.Plan.At(p.ChosenCell())); better >= 0 {
		return slices.Index(p.Variants, p.explore.tabs[better])
	}
	return -1
}

// takeChosen makes the programs what the chosen cell runs, in all variants, which are compared at the same settings. It returns
// the cell's variant.
func (p *Playground) takeChosen() (variant int, ok bool) {
	r := p.Explored()
	if r == nil {
		return 0, false
	}
	plan := r.Plan
	n, row, column := plan.At(p.ChosenCell())
	chosen, there := plan.Request(n, row, column)
	variant = slices.Index(p.Variants, p.explore.tabs[n])
	if !there || variant < 0 {
		return 0, false
	}
	p.input()
	p.remember()
	p.undo.open = false // a step of its own
	reseeded := chosen.Seed != p.Seed
	p.Seed = chosen.Seed
	for n, v := range p.explore.tabs {
		if request, there := plan.Request(n, 0, column); there {
			v.setSource(request.Source)
		}
		v.stale = v.stale || reseeded
		if faults := rowFaults(&plan.Rows[row], n, v.Faults); !slices.Equal(faults, v.Faults) {
			v.Faults, v.stale = faults, true
		}
	}
	for _, v := range p.Variants {
		if v.Module && plan.Rows[row].Action != sweep.OwnFaults {
			v.Faults = switchedOff(v.Faults)
		}
	}
	p.apart = true
	p.touch(PartShell, PartProgram, PartKnobs, PartSource, PartRun, PartOthers, PartInstant)
	return variant, true
}

// rowFaults are the faults of a row in a variant, instead of those that it has.
func rowFaults(row *sweep.Row, variant int, now []Fault) []Fault {
	switch row.Action {
	case sweep.OwnFaults:
		return now
	case sweep.NoFault: // they stay in the list, off
		return switchedOff(now)
	}
	var faults []Fault
	for _, spec := range row.Faults[variant] {
		if f, err := ParseFault(spec); err == nil {
			faults = append(faults, f)
		}
	}
	return faults
}

func switchedOff(faults []Fault) []Fault {
	off := slices.Clone(faults)
	for i := range off {
		off[i].Off = true
	}
	return off
}

// bringForward makes a variant the one on the screen, at the end of its run, and runs what has changed.
func (p *Playground) bringForward(variant int) {
	p.Active, p.module, p.Lit, p.Selected = variant, nil, Lit{}, 0
	p.arrival, p.cameFrom = nil, cameFromEnd
	p.Window = Window{}
	if r := p.Run(); r != nil {
		p.chooseAxis(r)
		p.Play.Seek(r, r.Last())
	}
	p.runCurrent()
}

// SweepChoice is something that the matrices can show in another way.
type SweepChoice struct {
	What          string // for ChooseSweep
	Word          words.Key
	Chosen        string
	Values, Texts []string
}

// SweepChoices are the lists to choose from that have more than one entry.
func (p *Playground) SweepChoices() []SweepChoice {
	plan := p.explore.plan
	function := SweepChoice{What: "function", Word: words.ExploreFunction, Chosen: plan.Function, Values: plan.Functions, Texts: plan.Functions}
	when := SweepChoice{What: "when", Word: words.ExploreWhen, Chosen: plan.When}
	if plan.When != "" {
		const visits = 8
		when.Values = []string{sweep.Always}
		for n := 1; n <= visits; n++ {
			when.Values = append(when.Values, "nth="+strconv.Itoa(n))
		}
		if !slices.Contains(when.Values, plan.When) {
			when.Values = append(when.Values, plan.When)
		}
	}
	for _, value := range when.Values {
		when.Texts = append(when.Texts, p.whenText(value))
	}
	knob := SweepChoice{What: "knob", Word: words.ExploreKnob, Chosen: plan.Knob, Values: plan.Knobs}
	for _, k := range plan.Knobs {
		knob.Texts = append(knob.Texts, p.KnobText(k))
	}
	var choices []SweepChoice
	for _, c := range [...]SweepChoice{function, when, knob} {
		if len(c.Values) > 1 {
			choices = append(choices, c)
		}
	}
	return choices
}

// whenText says in words on which visits the faults of the rows strike.
func (p *Playground) whenText(when string) string {
	spec := "1:cancel"
	if when != sweep.Always {
		spec += ":" + when
	}
	parts, err := runtime.ParseFault(spec)
	if err != nil {
		return when
	}
	f := Fault{Kind: FaultCancel, Nth: parts.Nth, Every: parts.Every, OfRun: parts.OfRun}
	return f.WhenText(p.Lang)
}
