package model

import (
	"errors"
	"strconv"

	"asyncplay/runtime/sweep"
	"asyncplay/runtime/trace"
)

// explore is the view of many runs: what was chosen in it, and what has run so far.
type explore struct {
	choice  ExploreChoice
	plan    *sweep.Plan
	planFor string     // what the plan was made from
	tabs    []*Variant // the plan's variants
	results sweep.Results
	// asking: the engine has a part of the sweep, or the chosen cell's run. seq tells answers to the latest plan from older ones.
	asking  bool
	seq     int
	made    int // plans whose runs are others than those before
	stop    func()
	failure string // the engine's own, "" normally
	// run is the run of the cell at runOf in full, nil while it is not there or the cell is empty.
	run    *Run
	runOf  int
	lanes  int  // of the run that was looked at last, so that the next one has its place while it is on its way
	chosen bool // the cell was chosen by hand
}

// ExploreChoice is what can be chosen in the view; "" is for the plan to decide. The cell is named by what stands in it, so
// that it is found again among other rows and columns.
type ExploreChoice struct {
	Knob     string `json:"knob,omitempty"`
	Function string `json:"function,omitempty"`
	When     string `json:"when,omitempty"`
	Variant  int    `json:"variant,omitempty"`
	Row      string `json:"row,omitempty"`
	Column   string `json:"column,omitempty"`
}

// exploreTextMax bounds what a link may choose, in bytes.
const exploreTextMax = 2000

func (c *ExploreChoice) sane() bool {
	return c.Variant >= 0 && max(len(c.Knob), len(c.Function), len(c.When), len(c.Row), len(c.Column)) <= exploreTextMax
}

// sweepSpec is what the programs as they stand ask for. Modules run in those that import them.
func (p *Playground) sweepSpec() (spec sweep.Spec, tabs []*Variant) {
	c := p.explore.choice
	spec = sweep.Spec{Seed: p.Seed, Knob: c.Knob, Function: c.Function, When: c.When}
	for _, v := range p.Variants {
		if v.Module && v != p.Current() {
			continue
		}
		if v == p.Current() {
			spec.Base = len(tabs)
		}
		request := p.request(v)
		spec.Variants = append(spec.Variants, sweep.Variant{Name: v.Name, Source: v.Source, Faults: request.Faults, Modules: request.Modules})
		tabs = append(tabs, v)
	}
	for _, f := range p.Current().Faults { // one that is off still says what the rows may follow
		if !f.OnNetwork() && f.Valid() && (spec.Like == "" || !f.Off) {
			spec.Like = f.Spec()
			if !f.Off {
				break
			}
		}
	}
	return spec, tabs
}

// replan makes a plan of the programs as they stand. Cells that it shares with the one before stay.
func (p *Playground) replan() {
	x := &p.explore
	c := x.choice
	made := p.Programs() + c.Knob + "\n" + c.Function + "\n" + c.When + "\n" + strconv.Itoa(p.Active)
	if x.plan != nil && x.planFor == made {
		return
	}
	var base *trace.Trace
	if r := p.Run(); r != nil {
		base = r.Trace
	}
	spec, tabs := p.sweepSpec()
	plan := sweep.New(spec, base)
	same := plan.Same(x.plan)
	x.plan, x.planFor, x.tabs = plan, made, tabs
	if same {
		x.results.Plan = plan
	} else {
		p.stopSweep()
		x.made++
		x.results, x.failure = sweep.Results{Plan: plan}, ""
		x.run, x.runOf = nil, -1
	}
	p.touch(PartExplore)
}

// sweepOn runs what is missing: the cell that is looked at in full, then one part of the sweep after the other. It does nothing
// where nobody looks, and while the programs themselves run.
func (p *Playground) sweepOn() {
	x := &p.explore
	sweeper, ok := p.env.(Sweeper)
	if !ok || p.Mode != ModeExplore || p.runningOf != nil || p.Run() == nil {
		return
	}
	p.replan()
	if x.asking || x.failure != "" {
		return
	}
	if at := p.ChosenCell(); at != x.runOf {
		p.askRun(sweeper, at)
		return
	}
	if !x.results.Complete() {
		p.askCells(sweeper)
	}
}

func (p *Playground) askCells(sweeper Sweeper) {
	x := &p.explore
	spec := x.plan.Spec
	spec.Function, spec.Knob = x.plan.Function, x.plan.Knob // the worker need not find them again
	x.asking = true
	seq := x.seq
	x.stop = sweeper.Sweep(sweep.Job{Spec: spec, From: len(x.results.Cells)}, func(cells []sweep.Cell, err error) {
		if seq != x.seq {
			return
		}
		x.asking = false
		switch {
		case err == nil && len(cells) > 0 && len(x.results.Cells)+len(cells) <= x.plan.Size():
			x.results.Cells = append(x.results.Cells, cells...)
		case err != nil && !errors.Is(err, ErrSuperseded):
			x.failure = err.Error()
		case err == nil:
			x.failure = "no cells"
		}
		p.touch(PartExplore)
		p.sweepOn()
	})
}

func (p *Playground) askRun(sweeper Sweeper, at int) {
	x := &p.explore
	if x.run != nil {
		x.lanes = len(x.run.Lanes)
	}
	x.run, x.runOf = nil, at
	p.touch(PartExplore)
	request, ok := x.plan.Request(x.plan.At(at))
	if !ok {
		p.sweepOn()
		return
	}
	x.asking = true
	seq := x.seq
	x.stop = sweeper.Glance(request, func(t *trace.Trace, err error) {
		if seq != x.seq {
			return
		}
		x.asking = false
		switch {
		case err == nil:
			x.run = NewRun(t, request.Source)
		case errors.Is(err, ErrSuperseded):
			x.runOf = -1 // asked again
		default:
			x.failure = err.Error()
		}
		p.touch(PartExplore)
		p.sweepOn()
	})
}

// stopSweep ends what is under way. The cells that are there stay.
func (p *Playground) stopSweep() {
	x := &p.explore
	x.seq++
	if x.asking && x.stop != nil {
		x.stop()
	}
	if x.asking && x.run == nil {
		x.runOf = -1
	}
	x.asking, x.stop = false, nil
}

// Explored are the results so far, nil before there is a plan.
func (p *Playground) Explored() *sweep.Results {
	if p.explore.plan == nil {
		return nil
	}
	return &p.explore.results
}

// ExploreSeq tells results that replace others from those that add to them.
func (p *Playground) ExploreSeq() int { return p.explore.made }

// SweepWhen says in words on which visits the faults of the rows strike, "" without any.
func (p *Playground) SweepWhen() string {
	if plan := p.explore.plan; plan != nil && plan.When != "" {
		return p.whenText(plan.When)
	}
	return ""
}

// ExploreFailure is what the engine failed with, "" normally.
func (p *Playground) ExploreFailure() string { return p.explore.failure }

// ChosenRun is the run of the chosen cell, nil while it is on its way; lanes is how many lanes to keep room for.
func (p *Playground) ChosenRun() (r *Run, lanes int) {
	x := &p.explore
	if x.run != nil {
		return x.run, len(x.run.Lanes)
	}
	return nil, x.lanes
}

// ChosenCell is the place of the cell that is looked at: the one chosen, else the run on the screen of the playground.
func (p *Playground) ChosenCell() int {
	x := &p.explore
	plan, c := x.plan, x.choice
	variants := len(plan.Spec.Variants)
	variant, row, column := plan.Spec.Base, 0, 0
	if own := plan.Spec.Variants[variant].Faults; len(own) > 0 {
		for i := range plan.Rows {
			if f := plan.Rows[i].Faults[variant]; len(f) == len(own) && f[0] == own[0] {
				row = i
			}
		}
	}
	for i := range plan.Columns {
		if plan.Columns[i].Own {
			column = i
		}
	}
	if x.chosen {
		variant = min(c.Variant, variants-1)
		if i := plan.RowOf(c.Row); i >= 0 {
			row = i
		}
		if i := plan.ColumnOf(c.Column); i >= 0 {
			column = i
		}
	}
	return plan.Index(variant, row, column)
}

// exploreChoice is what was chosen, with the cell that is looked at.
func (p *Playground) exploreChoice() ExploreChoice {
	c, plan := p.explore.choice, p.explore.plan
	if plan != nil && !p.explore.chosen {
		variant, row, column := plan.At(p.ChosenCell())
		c.Variant, c.Row, c.Column = variant, plan.Rows[row].Key(), plan.Columns[column].Value
	}
	return c
}

// ChooseCell looks at the cell at a place.
func (p *Playground) ChooseCell(at int) {
	x := &p.explore
	if x.plan == nil || at < 0 || at >= x.plan.Size() {
		return
	}
	p.input()
	variant, row, column := x.plan.At(at)
	x.choice.Variant, x.choice.Row, x.choice.Column = variant, x.plan.Rows[row].Key(), x.plan.Columns[column].Value
	x.chosen = true
	p.touch(PartExplore)
	p.sweepOn()
}

// ChooseSweep chooses what the matrices show: the knob of the columns, the function of the rows, or when the faults strike.
func (p *Playground) ChooseSweep(what, value string) {
	p.input()
	c := &p.explore.choice
	switch what {
	case "knob":
		c.Knob = value
	case "function":
		c.Function = value
	case "when":
		c.When = value
	}
	p.sweepOn()
}

// toggleExplore goes to the many runs and back.
func (p *Playground) toggleExplore() {
	if p.Mode == ModeExplore {
		p.ShowMode(ModePlay)
	} else {
		p.ShowMode(ModeExplore)
	}
}
