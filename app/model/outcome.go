package model

import (
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

// Outcome is what a variant's tab shows of its run.
type Outcome uint8

const (
	OutcomeNone Outcome = iota // not run yet
	OutcomeFine
	OutcomeTrouble // finished, but something was lost on the way
	OutcomeHung
	OutcomeFailed
	OutcomeLimit
)

// Outcome judges the run in one word.
func (r *Run) Outcome() Outcome { return r.outcome }

func outcomeOf(t *trace.Trace) Outcome {
	switch t.Outcome.Status {
	case trace.StatusHung:
		return OutcomeHung
	case trace.StatusRaised, trace.StatusSyntaxError:
		return OutcomeFailed
	case trace.StatusLimit, trace.StatusStopped:
		return OutcomeLimit
	}
	for i := range t.Events {
		if t.Events[i].Kind == trace.TaskRaised {
			return OutcomeTrouble
		}
	}
	return OutcomeFine
}

var outcomeNames = [...]struct {
	name string
	word words.Key
}{
	OutcomeNone: {"none", words.OutcomeNone}, OutcomeFine: {"fine", words.OutcomeFine}, OutcomeTrouble: {"trouble", words.OutcomeTrouble},
	OutcomeHung: {"hung", words.OutcomeHung}, OutcomeFailed: {"failed", words.OutcomeFailed}, OutcomeLimit: {"limit", words.OutcomeLimit},
}

// Name is the outcome as the style sheets have it in data-o.
func (o Outcome) Name() string { return outcomeNames[o].name }

// Word says it to the reader.
func (o Outcome) Word() words.Key { return outcomeNames[o].word }

// SeverityName is the weight of a verdict as the style sheets have it in data-severity.
func SeverityName(s explain.Severity) string {
	switch s {
	case explain.SeverityWarning:
		return "warning"
	case explain.SeverityError:
		return "error"
	}
	return "quiet"
}

// BadNews reports whether an event is one that the sentence about it is coloured for.
func (r *Run) BadNews(event int) bool {
	e := r.event(event)
	if e == nil {
		return false
	}
	switch e.Kind {
	case trace.TaskRaised, trace.ExceptionRaised, trace.RunHung, trace.RunRaised, trace.FaultApplied, trace.QueueTaskDoneError:
		return true
	}
	return false
}

// ItemKey names an item of a queue in data-item, so that all that speaks of it can be lit; "" for no item.
func ItemKey(queue trace.ObjectID, item int32) string {
	if item == 0 {
		return ""
	}
	return strconv.Itoa(int(queue)) + ":" + strconv.Itoa(int(item))
}
