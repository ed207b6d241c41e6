package model

import (
	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// Variant is one tab: a program with its faults and its last run.
type Variant struct {
	Name   string
	Source string
	Faults []Fault
	// Added marks a tab that the person made; only those can be removed.
	Added bool
	// Bookmarks are events that the person marked, rising.
	Bookmarks []int
	// Module marks a program that the other tabs can import.
	Module bool

	run *Run // the last good run, nil before the first
	// fresh is a newer run that came while another variant was on the screen: its views are derived when it is looked at.
	fresh       *trace.Trace
	freshSource string
	broken      *Run   // the run of a source that does not compile, for its verdict; nil otherwise
	failure     string // the engine's own failure, "" normally
	halted      bool   // the last run was stopped by hand
	stale       bool   // source or faults changed since run
	running     bool
	progress    Progress
	editSeq     int // edits so far
	ranWith     []runtime.Module
	ranFaults   []string // on lines of those modules
}

// Progress is how far a run under way has come.
type Progress struct {
	Events  int
	Seconds float64 // virtual
}

// Run is the run that the panels show, nil before the first.
func (v *Variant) Run() *Run {
	if v.fresh != nil {
		v.run, v.fresh = NewRun(v.fresh, v.freshSource), nil
	}
	return v.run
}

// Outcome is how the last good run ended, in a word.
func (v *Variant) Outcome() Outcome {
	switch {
	case v.fresh != nil:
		return outcomeOf(v.fresh)
	case v.run != nil:
		return v.run.Outcome()
	}
	return OutcomeNone
}

// Broken is the verdict of a source that does not compile, nil when it does.
func (v *Variant) Broken() *Run { return v.broken }

// Failure is what the engine itself failed with, "" normally.
func (v *Variant) Failure() string { return v.failure }

// Halted reports whether the last run was stopped by hand.
func (v *Variant) Halted() bool { return v.halted }

// Stale reports whether what is shown is from before the last edit.
func (v *Variant) Stale() bool { return v.hasRun() && (v.broken != nil || v.halted) }

func (v *Variant) hasRun() bool { return v.run != nil || v.fresh != nil }

// Running reports whether a run is under way.
func (v *Variant) Running() bool { return v.running }

// Progress is how far the run under way has come.
func (v *Variant) Progress() Progress { return v.progress }

// FaultAt returns the index of the fault on a line, -1 when there is none.
func (v *Variant) FaultAt(line int) int {
	for i := range v.Faults {
		if v.Faults[i].Line == line && !v.Faults[i].OnNetwork() {
			return i
		}
	}
	return -1
}

func (v *Variant) setSource(source string) {
	if source == v.Source {
		return
	}
	v.Faults = FollowFaults(v.Faults, v.Source, source)
	v.Source = source
	v.stale = true
	v.editSeq++
}
