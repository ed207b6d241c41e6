package sweep

import (
	"math"

	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

// Kind is how the run of a cell ended.
type Kind string

const (
	Empty    Kind = "" // the variant has no such statement
	Finished Kind = "finished"
	Died     Kind = "died" // finished, but tasks ended with exceptions
	Hung     Kind = "hung"
	Raised   Kind = "raised" // the program ended with an exception, or never began
	Limit    Kind = "limit"
)

// Cell is what a sweep keeps of a run.
type Cell struct {
	Kind Kind `json:"kind"`
	// Count explains the kind: tasks that died; after a hang the items never marked done, or the tasks that wait for ever.
	Count int `json:"count,omitempty"`
	// Items says that Count is about items of a queue.
	Items bool `json:"items,omitempty"`
	// Seconds is the virtual time at the end.
	Seconds float64 `json:"seconds"`
	// Struck is how often the faults took effect.
	Struck int `json:"struck,omitempty"`
	// ID and Title are the verdict's.
	ID    explain.ID      `json:"id,omitempty"`
	Title explain.Message `json:"title"`
}

// Run runs the cell at a place. It is false when the run was stopped from outside.
func (p *Plan) Run(index int, hooks runtime.Hooks) (Cell, bool) {
	r, ok := p.Request(p.At(index))
	if !ok {
		return Cell{}, true
	}
	t := runtime.Run(r, hooks)
	return Summary(t, r.Source), t.Outcome.Status != trace.StatusStopped
}

// Summary sums a run up.
func Summary(t *trace.Trace, source string) Cell {
	report := explain.Verdict(t, source)
	c := Cell{Kind: Finished, Seconds: finite(report.Facts.Time), ID: report.ID, Title: report.Title}
	for i := range c.Title.Args {
		c.Title.Args[i].Number = finite(c.Title.Args[i].Number)
	}
	for i := range t.Events {
		if t.Events[i].Kind == trace.FaultApplied {
			c.Struck++
		}
	}
	switch t.Outcome.Status {
	case trace.StatusHung:
		c.Kind, c.Count = Hung, report.Facts.Pending
		if report.ID == explain.JoinNeverReturns {
			c.Count, c.Items = report.Facts.Unfinished, true
		}
	case trace.StatusRaised, trace.StatusSyntaxError:
		c.Kind = Raised
	case trace.StatusLimit, trace.StatusStopped:
		c.Kind = Limit
	default:
		if report.Facts.Raised > 0 {
			c.Kind, c.Count = Died, report.Facts.Raised
		}
	}
	return c
}

// finite is a number as JSON can carry it.
func finite(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return math.Max(-math.MaxFloat64, math.Min(math.MaxFloat64, x))
}
