package trace

import "math"

// DiffOptions says what counts as a difference.
type DiffOptions struct {
	Lines bool // source lines count; variants of a program have different ones
	Times bool // virtual times count
}

// FirstDifference returns the first events in which two runs do something different,
// as one would tell it: kind, task by name, wait, item, text. What the loop does for
// itself does not count. ok is false when the runs do the same. When one run ends
// where the other goes on, the index in the shorter one is its number of events.
func FirstDifference(a, b *Trace) (indexA, indexB int, ok bool) {
	return FirstDifferenceWith(a, b, DiffOptions{Times: true})
}

// FirstDifferenceWith is FirstDifference with a choice of what counts.
func FirstDifferenceWith(a, b *Trace, o DiffOptions) (indexA, indexB int, ok bool) {
	for {
		indexA, indexB = nextTold(a, indexA), nextTold(b, indexB)
		endA, endB := indexA == len(a.Events), indexB == len(b.Events)
		if endA && endB {
			return indexA, indexB, false
		}
		if endA || endB || !sameEvent(a, b, &a.Events[indexA], &b.Events[indexB], o) {
			return indexA, indexB, true
		}
		indexA++
		indexB++
	}
}

// nextTold returns the index of the next event that is part of the story.
func nextTold(t *Trace, i int) int {
	for i < len(t.Events) && !t.Events[i].told() {
		i++
	}
	return i
}

// told reports whether an event is part of the story rather than of the machinery.
func (e *Event) told() bool {
	machinery := e.Kind >= CallbackScheduled && e.Kind <= ClockAdvanced
	return !machinery && e.Flags&FlagInternal == 0
}

func sameEvent(a, b *Trace, ea, eb *Event, o DiffOptions) bool {
	switch {
	case ea.Kind != eb.Kind, ea.Wait != eb.Wait, ea.Item != eb.Item,
		a.Text(ea.Text) != b.Text(eb.Text),
		a.taskName(ea.Task) != b.taskName(eb.Task),
		a.taskName(ea.Target) != b.taskName(eb.Target):
		return false
	case o.Lines && ea.Line != eb.Line:
		return false
	case o.Times && math.Abs(ea.Time-eb.Time) > timeEpsilon:
		return false
	}
	return true
}

// taskName is a task's name at its creation, "" for none.
func (t *Trace) taskName(id TaskID) string {
	if id < 1 || int(id) > len(t.Tasks) {
		return ""
	}
	return t.Text(t.Tasks[id-1].Name)
}
