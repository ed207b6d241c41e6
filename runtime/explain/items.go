package explain

import (
	"sort"

	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// itemFacts returns what became of each item of a queue, by item number.
func itemFacts(t *trace.Trace, q *trace.QueueState) []ItemFact {
	facts := make([]ItemFact, 0, len(q.Items)+len(q.Taken)+len(q.Done))
	add := func(item int32, repr trace.StringID, fate ItemFate, task trace.TaskID, event int32) {
		facts = append(facts, ItemFact{
			Queue: q.Object, Item: item, Fate: fate, Task: task, Event: event,
			Repr: trace.ShortRepr(t.Text(repr)),
		})
	}
	for _, item := range q.Done {
		add(item.Item, item.Repr, FateDone, item.TakenBy, item.Event)
	}
	for _, item := range q.Taken {
		if item.Lost {
			add(item.Item, item.Repr, FateLost, item.By, item.LostEvent)
		} else {
			add(item.Item, item.Repr, FateTaken, item.By, item.Event)
		}
	}
	for _, item := range q.Items {
		add(item.Item, item.Repr, FateInQueue, item.By, item.Event)
	}
	sort.Slice(facts, func(i, j int) bool { return facts[i].Item < facts[j].Item })
	return facts
}

// fate sorts the taken items of a queue by why nobody marks them done.
type fate struct {
	key    words.Key // of the reason
	detail words.Key
	items  []trace.TakenItem
}

// unmarked returns the reasons for the items of a queue that were taken and never
// marked done, one for each way it came about.
func (v *view) unmarked(q *trace.QueueState) []Reason {
	fates := []fate{
		{key: words.ReasonLostRaised, detail: words.DetailRaised},
		{key: words.ReasonLostCancelled, detail: words.DetailCancelled},
		{key: words.ReasonLostReturned, detail: words.DetailReturned},
		{key: words.ReasonHeldAlive, detail: words.DetailHeld},
		{key: words.ReasonHeldNobody, detail: words.DetailNobody},
	}
	for _, item := range q.Taken {
		f := &fates[fateOf(v.s.Task(item.By))]
		f.items = append(f.items, item)
	}
	var reasons []Reason
	for _, f := range fates {
		if len(f.items) == 0 {
			continue
		}
		r := reason(-1, message(f.key, words.Count(len(f.items))))
		r.Queue = q.Object
		for i, item := range f.items {
			if i == detailsMax {
				r.Details = append(r.Details, reason(-1, message(words.ReasonMore, words.Count(len(f.items)-i))))
				break
			}
			r.Details = append(r.Details, v.itemDetail(q.Object, f.detail, item))
		}
		r.Event = r.Details[0].Event
		reasons = append(reasons, r)
	}
	return reasons
}

// fateOf is the index in unmarked's fates for an item's taker.
func fateOf(t *trace.TaskState) int {
	switch {
	case t == nil:
		return 4
	case t.Phase == trace.PhaseRaised:
		return 0
	case t.Phase == trace.PhaseCancelled:
		return 1
	case t.Phase == trace.PhaseDone:
		return 2
	}
	return 3
}

func (v *view) itemDetail(queue trace.ObjectID, key words.Key, item trace.TakenItem) Reason {
	at := item.LostEvent
	if !item.Lost {
		at = item.Event
	}
	arg := v.item(queue, item.Item, item.Repr, item.Event)
	t := v.s.Task(item.By)
	var m Message
	switch key {
	case words.DetailNobody:
		m = message(key, arg, words.Time(item.Since, item.Event), words.Line(item.Line, item.Event))
	case words.DetailHeld:
		m = message(key, v.task(item.By), arg, words.Time(item.Since, item.Event), words.Line(t.Line, t.SinceEvent))
	case words.DetailReturned:
		m = message(key, v.task(item.By), arg, words.Time(t.Since, at))
	case words.DetailCancelled:
		m = message(key, v.task(item.By), arg, words.Time(t.Since, at), words.Line(t.Line, at))
	default:
		m = message(key, v.task(item.By), arg, words.Time(t.Since, at), words.Line(t.Line, at), v.code(t.Exception))
	}
	r := Reason{Message: m, Event: at, Task: item.By, Queue: queue, Item: item.Item}
	if t != nil {
		r.Line = t.Line
	}
	return r
}

// untaken returns the reason for the items that are still in a queue: who could have
// taken them, and why nobody does.
func (v *view) untaken(q *trace.QueueState) (Reason, bool) {
	if len(q.Items) == 0 {
		return Reason{}, false
	}
	key := words.ReasonQueueNever
	alive := map[trace.TaskID]bool{}
	var takers []trace.TaskID
	for i := range v.trace.Events {
		v.trace.Breathe(i)
		e := &v.trace.Events[i]
		if e.Kind != trace.QueueGet || e.Object != q.Object {
			continue
		}
		if key == words.ReasonQueueNever {
			key = words.ReasonQueueNobody
		}
		if t := v.s.Task(e.Task); t != nil && !t.Phase.Ended() && !alive[e.Task] {
			alive[e.Task] = true
			takers = append(takers, e.Task)
			key = words.ReasonQueueBusy
		}
	}
	r := reason(q.Items[0].Event, message(key, words.Count(len(q.Items))))
	r.Queue = q.Object
	for i, id := range takers {
		if i == detailsMax {
			r.Details = append(r.Details, reason(-1, message(words.ReasonMore, words.Count(len(takers)-i))))
			break
		}
		r.Details = append(r.Details, v.waiting(id))
	}
	return r, true
}
