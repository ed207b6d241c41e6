package model

import (
	"sort"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// HoverText says in facts what stands under the hand; it is empty where nothing does.
func (p *Playground) HoverText(h Hit) string {
	r := p.Run()
	switch h.Part {
	case HitLoop:
		return p.loopText(r, &h)
	case HitGroup:
		g := &r.groups[h.index]
		return g.name + "() · " + p.Text(words.GroupAlive, strconv.Itoa(r.aliveOf(g, h.at))) + " · " + p.ClockText(h.seconds)
	case HitEnd:
		return p.endText(r, &r.Lanes[h.Lane])
	case HitArrow:
		return p.arrowText(r, h.arrow)
	case HitLane:
		return p.laneText(r, &h)
	case HitQueue:
		return p.queueText(r, &r.QueueLanes[h.index], h.at)
	case HitLock:
		return p.lockText(r, &r.LockLanes[h.index], h.at)
	}
	return ""
}

// aliveOf counts the tasks of a group that have begun and not ended after an event.
func (r *Run) aliveOf(g *group, event int) (alive int) {
	for _, i := range g.lanes {
		lane := &r.Lanes[i]
		if lane.CreatedEvent >= 0 && int(lane.CreatedEvent) <= event && (lane.End.Kind == trace.KindInvalid || int(lane.End.Event) > event) {
			alive++
		}
	}
	return alive
}

func (p *Playground) endText(r *Run, lane *trace.Lane) string {
	return p.facts(p.Text(words.HoverTask, r.TaskName(lane.Task), p.endState(r, lane)), p.finallyText(r, int(lane.End.Event)),
		p.ClockText(lane.End.Time), p.lineText(lane.End.Line))
}

// endState says how a task ended: "died: ValueError: broken".
func (p *Playground) endState(r *Run, lane *trace.Lane) string {
	word := words.StateDone
	switch lane.End.Kind {
	case trace.TaskRaised, trace.ThreadRaised:
		word = words.StateRaised
	case trace.TaskCancelled:
		word = words.StateCancelled
	}
	text := p.Text(word)
	if result := r.Trace.Text(lane.End.Text); result != "" {
		text += ": " + shortened(result, resultCharsMax)
	}
	return text
}

func (p *Playground) arrowText(r *Run, a *arrow) string {
	passed := ""
	if a.kind == arrowReaches {
		passed = p.finallyText(r, int(a.ended))
	}
	return p.facts(p.arrowSentence(r, a), passed, p.ClockText(a.seconds), p.lineText(r.arrowLine(a)))
}

// arrowLine is the line of the program that an arrow is about; what the loop itself does has none.
func (r *Run) arrowLine(a *arrow) int32 {
	if e := &r.Trace.Events[a.event]; e.Task > 0 {
		return e.Line
	}
	return 0
}

// arrowSentence says what an arrow stands for: "main cancels w0".
func (p *Playground) arrowSentence(r *Run, a *arrow) string {
	from, to := r.TaskName(a.from), r.TaskName(a.to)
	switch a.kind {
	case arrowGroupCancels:
		return p.Text(words.ArrowGroupCancels, from, to)
	case arrowReaches:
		return p.Text(words.ArrowReaches, from, ExceptionType(r.Trace.Text(r.Trace.Events[a.ended].Text)), to)
	}
	return p.Text(words.ArrowCancels, from, to)
}

func (p *Playground) laneText(r *Run, h *Hit) string {
	name := r.TaskName(h.Task)
	if d := h.debt; d != nil {
		word, to := words.LaneNeverDone, p.Text(words.SpanForever)
		if d.Settled {
			word, to = words.LaneOwes, p.ClockText(d.End)
		}
		return p.facts(p.Text(words.HoverTask, name, p.Text(word, "#"+strconv.Itoa(int(d.Item)))), p.Text(words.HoverFromTo, p.ClockText(d.Start), to))
	}
	blocked := p.blockedText(r, h)
	s := h.Segment
	if s == nil {
		return blocked
	}
	item := ""
	if s.Item > 0 {
		item = "#" + strconv.Itoa(int(s.Item)) + " " + ShortRepr(r.Trace.Text(s.Text))
	}
	to := p.ClockText(s.End)
	if s.Endless {
		to = p.Text(words.SpanForever)
	}
	return p.facts(p.Text(words.HoverTask, name, p.spanState(r, s)), item, p.Text(words.HoverFromTo, p.ClockText(s.Start), to), p.lineText(s.Line), p.passingText(r, s), blocked)
}

// passingText says which exception passes through a finally clause during a span.
func (p *Playground) passingText(r *Run, s *trace.Segment) string {
	if s.Finally < 1 {
		return ""
	}
	name := r.Trace.Text(s.Passing)
	if name == "" {
		name = p.Text(words.HoverException)
	}
	return p.Text(words.HoverPassing, name, strconv.Itoa(int(s.Finally)))
}

// spanState says what a task does in a span.
func (p *Playground) spanState(r *Run, s *trace.Segment) string {
	switch s.Kind {
	case trace.SpanReady:
		return p.Text(words.StateReady)
	case trace.SpanBlocked:
		if s.Item > 0 { // its text is the item's
			return p.Text(words.StateRun)
		}
		return r.Trace.Text(s.Text)
	case trace.SpanThread:
		return p.Text(words.LaneThread) + ": " + r.Trace.Text(s.Text)
	}
	if s.Wait == trace.WaitTask && s.Target > 0 {
		return p.Text(words.LaneAwaits, r.TaskName(s.Target))
	}
	wait := WaitName(p.Lang, s.Wait)
	if name := r.Trace.ObjectName(s.Object); name != "" {
		wait += ": " + name
	}
	return wait
}

// blockedText says who holds the loop at a point, while the tasks of other lanes cannot run.
func (p *Playground) blockedText(r *Run, h *Hit) string {
	events, lane := r.Trace.Events, &r.Lanes[h.Lane]
	if over := lane.End.Kind != trace.KindInvalid && int(lane.End.Event) <= h.at; over || lane.Thread || lane.CreatedEvent < 0 || int(lane.CreatedEvent) > h.at {
		return ""
	}
	i := sort.Search(len(r.blocked), func(i int) bool { return int(r.blocked[i]) > h.at }) - 1
	if i < 0 {
		return ""
	}
	e := &events[r.blocked[i]]
	if e.Task < 1 || e.Task == h.Task || h.seconds < e.Time || h.seconds >= e.Until {
		return ""
	}
	return p.Text(words.HoverBlocked, r.TaskName(e.Task), r.Trace.Text(e.Text))
}

func (p *Playground) queueText(r *Run, lane *trace.QueueLane, at int) string {
	n := sort.Search(len(lane.Points), func(i int) bool { return int(lane.Points[i].Event) > at })
	if n == 0 {
		return ""
	}
	now := &lane.Points[n-1]
	until := r.EndSeconds()
	if n < len(lane.Points) {
		until = lane.Points[n].Time
	}
	name := r.Trace.ObjectName(lane.Object)
	if name == "" {
		name = p.Text(words.QueueLabel)
	}
	return p.facts(name+": "+p.Text(words.HoverQueue, strconv.Itoa(int(now.Size)), strconv.Itoa(int(now.Unfinished))),
		p.Text(words.HoverFromTo, p.ClockText(now.Time), p.ClockText(until)))
}

func (p *Playground) lockText(r *Run, lock *LockLane, at int) string {
	n := sort.Search(len(lock.points), func(i int) bool { return int(lock.points[i].event) > at })
	if n == 0 {
		return ""
	}
	now := &lock.points[n-1]
	until := r.EndSeconds()
	if n < len(lock.points) {
		until = lock.points[n].seconds
	}
	state, waiting := p.Text(words.PrimitiveFree), ""
	switch {
	case now.holders > 1:
		state = p.Text(words.HoverHolders, strconv.Itoa(int(now.holders)))
	case now.holders == 1 && now.holder > 0:
		state = p.Text(words.HoverHeld, r.TaskName(now.holder))
	case lock.Type == "Event" && now.value > 0:
		state = p.Text(words.PrimitiveSet)
	case lock.Type == "Event":
		state = p.Text(words.PrimitiveNotSet)
	case lock.Type != "Lock":
		state = ""
	}
	if now.waiters > 0 {
		waiting = p.Text(words.HoverWaiting, strconv.Itoa(int(now.waiters)))
	}
	name := lock.Type
	if lock.Name != "" {
		name = lock.Name + " (" + lock.Type + ")"
	}
	return p.facts(name, state, waiting, p.Text(words.HoverFromTo, p.ClockText(now.seconds), p.ClockText(until)))
}

const resultCharsMax = 80

// shortened cuts a text that has no place beside the hand.
func shortened(text string, charsMax int) string {
	if runes := []rune(text); len(runes) > charsMax {
		return string(runes[:charsMax-1]) + "…"
	}
	return text
}

// facts joins what there is to say.
func (p *Playground) facts(parts ...string) string {
	text := ""
	for _, part := range parts {
		if part != "" && text != "" {
			text += " · "
		}
		text += part
	}
	return text
}

func (p *Playground) lineText(line int32) string {
	if line < 1 {
		return ""
	}
	return p.Text(words.HoverLine, strconv.Itoa(int(line)))
}

// finallyText says through which finally clause the exception went that a task ended with.
func (p *Playground) finallyText(r *Run, ended int) string {
	if line := r.Trace.Events[ended].Item; line > 0 {
		return p.Text(words.HoverFinally, strconv.Itoa(int(line)))
	}
	return ""
}
