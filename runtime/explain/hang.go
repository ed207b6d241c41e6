package explain

import (
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// hung explains why nothing can go on. What the tasks wait for decides which
// explanation comes first: the nearer to a cause, the earlier. Tasks in put() and get()
// come late: they wait for other tasks, which may stand in one of the former.
func (v *view) hung() {
	v.report.Severity, v.report.Event = SeverityError, v.last
	switch {
	case v.hungJoin():
	case v.hungCycle():
	case v.hungLock():
	case v.hungOn(trace.WaitSemaphore, HangLock, words.TitleHangSemaphore):
	case v.hungOn(trace.WaitCondition, HangEvent, words.TitleHangCondition):
	case v.hungOn(trace.WaitEvent, HangEvent, words.TitleHangEvent):
	case v.hungOn(trace.WaitBarrier, HangEvent, words.TitleHangBarrier):
	case v.hungOn(trace.WaitFuture, HangFuture, words.TitleHangFuture):
	case v.hungPut():
	case v.hungGet():
	default:
		v.report.ID = Hang
		v.report.Title = message(words.TitleHang, words.Count(len(v.waiters(allWaits))))
		v.waitReasons()
	}
	v.ended()
	v.add(reason(v.last, message(words.ReasonNothingReady)))
}

// allWaits stands for any wait in waiters.
const allWaits = trace.WaitNone

// waiters returns the living tasks that wait for one kind of thing, or for anything.
func (v *view) waiters(w trace.Wait) []trace.TaskID {
	var ids []trace.TaskID
	for i := range v.s.Tasks {
		t := &v.s.Tasks[i]
		if v.trace.Tasks[i].Thread || t.Phase == trace.PhaseNone || t.Phase.Ended() {
			continue
		}
		if w == allWaits || t.Wait == w {
			ids = append(ids, trace.TaskID(i+1))
		}
	}
	return ids
}

// about makes a task's wait the moment and the line of the verdict.
func (v *view) about(id trace.TaskID) { v.report.Line = v.s.Task(id).Line }

func (v *view) hungJoin() bool {
	for _, id := range v.waiters(trace.WaitQueueJoin) {
		q := v.s.Queue(v.s.Task(id).Object)
		if q == nil {
			continue
		}
		v.report.ID = JoinNeverReturns
		v.report.Facts.Queue = q.Object
		v.about(id)
		v.report.Title = message(words.TitleJoin, words.Count(int(q.Unfinished)))
		unmarked := v.unmarked(q)
		v.add(unmarked...)
		untaken, left := v.untaken(q)
		if left {
			v.add(untaken)
		}
		v.report.Hint = joinHint(unmarked, left)
		for _, joiner := range v.waiters(trace.WaitQueueJoin) {
			v.add(v.waiting(joiner))
		}
		v.otherQueues(q)
		return true
	}
	return false
}

// joinHint is the remedy for what keeps a join() waiting.
func joinHint(unmarked []Reason, left bool) Message {
	for _, r := range unmarked {
		switch r.Message.Key {
		case words.ReasonLostRaised, words.ReasonLostCancelled:
			return message(words.HintFinally)
		case words.ReasonLostReturned, words.ReasonHeldNobody:
			return message(words.HintMarkEach)
		}
	}
	if len(unmarked) == 0 && left {
		return message(words.HintStartWorkers)
	}
	return Message{}
}

// otherQueues says which queue the verdict is about when there are several.
func (v *view) otherQueues(q *trace.QueueState) {
	own := 0
	for i := range v.s.Queues {
		if !v.trace.Objects[v.s.Queues[i].Object-1].Internal {
			own++
		}
	}
	if line := v.trace.Objects[q.Object-1].Line; own > 1 && line > 0 {
		r := reason(-1, message(words.ReasonQueueLine, words.Line(line, -1)))
		r.Queue, r.Line = q.Object, line
		v.add(r)
	}
}

// blocker returns the task that a waiting task waits for, 0 when there is no such one.
func (v *view) blocker(id trace.TaskID) trace.TaskID {
	t := v.s.Task(id)
	switch t.Wait {
	case trace.WaitTask:
		return t.Target
	case trace.WaitLock:
		if p := v.s.Primitive(t.Object); p != nil && len(p.Holders) > 0 {
			return p.Holders[0]
		}
	}
	return 0
}

// hungCycle finds tasks that wait for each other through await and locks.
func (v *view) hungCycle() bool {
	seen := make([]int, len(v.s.Tasks)) // number of the walk that came by
	for walk, start := range v.waiters(allWaits) {
		id := start
		for id != 0 && seen[id-1] == 0 && !v.s.Task(id).Phase.Ended() {
			seen[id-1] = walk + 1
			id = v.blocker(id)
		}
		if id == 0 || seen[id-1] != walk+1 || v.s.Task(id).Phase.Ended() {
			continue
		}
		circle := []trace.TaskID{id}
		for next := v.blocker(id); next != id; next = v.blocker(next) {
			circle = append(circle, next)
		}
		v.cycle(circle)
		return true
	}
	return false
}

func (v *view) cycle(circle []trace.TaskID) {
	v.report.ID = HangCycle
	v.about(circle[0])
	switch {
	case len(circle) == 1 && v.s.Task(circle[0]).Wait == trace.WaitLock:
		v.report.ID = HangLock
		v.report.Title = message(words.TitleHangLockSelf, v.task(circle[0]))
	case len(circle) == 1:
		v.report.Title = message(words.TitleHangSelf, v.task(circle[0]))
	case len(circle) == 2:
		v.report.Title = message(words.TitleHangCyclePair, v.task(circle[0]), v.task(circle[1]))
	default:
		v.report.Title = message(words.TitleHangCycle, words.Count(len(circle)))
	}
	for i, id := range circle {
		if i == detailsMax {
			break
		}
		v.add(v.waiting(id))
	}
	v.waitReasons(circle...)
}

func (v *view) hungLock() bool {
	waiters := v.waiters(trace.WaitLock)
	if len(waiters) == 0 {
		return false
	}
	id := waiters[0]
	v.report.ID = HangLock
	v.about(id)
	holder := v.blocker(id)
	if holder == 0 {
		v.report.Title = message(words.TitleHangLockFree, v.task(id))
		v.waitReasons()
		return true
	}
	v.report.Title = message(words.TitleHangLock, v.task(id), v.task(holder))
	if t := v.s.Task(holder); t != nil && t.Phase.Ended() {
		r := reason(t.SinceEvent, message(words.ReasonHolderEnded, v.task(holder), words.Time(t.Since, t.SinceEvent)))
		r.Task = holder
		v.add(r)
		v.report.Hint = message(words.HintRelease)
	}
	v.waitReasons()
	return true
}

func (v *view) hungPut() bool {
	waiters := v.waiters(trace.WaitQueuePut)
	if len(waiters) == 0 {
		return false
	}
	v.report.ID = HangPut
	v.about(waiters[0])
	size := 0
	if q := v.s.Queue(v.s.Task(waiters[0]).Object); q != nil {
		size = int(q.Size)
		v.report.Facts.Queue = q.Object
	}
	v.report.Title = message(words.TitleHangPut, words.Count(size))
	v.waitReasons()
	return true
}

func (v *view) hungGet() bool {
	waiters := v.waiters(trace.WaitQueueGet)
	if len(waiters) == 0 {
		return false
	}
	v.report.ID = HangGet
	v.about(waiters[0])
	v.report.Facts.Queue = v.s.Task(waiters[0]).Object
	v.report.Title = message(words.TitleHangGet, words.Count(len(waiters)))
	v.waitReasons()
	return true
}

// hungOn is the verdict for things that somebody else would have to touch.
func (v *view) hungOn(w trace.Wait, id ID, title words.Key) bool {
	waiters := v.waiters(w)
	if len(waiters) == 0 {
		return false
	}
	v.report.ID = id
	v.about(waiters[0])
	v.report.Title = message(title, v.task(waiters[0]))
	object := v.s.Task(waiters[0]).Object
	if w == trace.WaitFuture && object >= 1 && int(object) <= len(v.trace.Objects) {
		if line := v.trace.Objects[object-1].Line; line > 0 {
			r := reason(-1, message(words.ReasonFutureLine, words.Line(line, -1)))
			r.Line = line
			v.add(r)
		}
	}
	v.waitReasons()
	return true
}

// waitReasons adds what each living task waits for, but for those said already.
func (v *view) waitReasons(but ...trace.TaskID) {
	skip := map[trace.TaskID]bool{}
	for _, id := range but {
		skip[id] = true
	}
	all := v.waiters(allWaits)
	said := 0
	for i, id := range all {
		if skip[id] {
			continue
		}
		if said == detailsMax {
			v.add(reason(-1, message(words.ReasonMore, words.Count(len(all)-i))))
			return
		}
		v.add(v.waiting(id))
		said++
	}
}

// ended adds the tasks that ended badly and whose end the verdict has not told yet: one
// of them is often the cause.
func (v *view) ended() {
	told := map[trace.TaskID]bool{}
	for _, r := range v.report.Reasons {
		told[r.Task] = true
		for _, d := range r.Details {
			told[d.Task] = true
		}
	}
	said := 0
	for i := range v.s.Tasks {
		t, id := &v.s.Tasks[i], trace.TaskID(i+1)
		if t.Phase != trace.PhaseRaised || told[id] || said == detailsMax {
			continue
		}
		r := reason(t.SinceEvent, message(words.ReasonTaskRaised, v.task(id),
			words.Time(t.Since, t.SinceEvent), words.Line(t.Line, t.SinceEvent), v.code(t.Exception)))
		r.Task, r.Line = id, t.Line
		v.add(r)
		said++
	}
}

var keyOfWait = [...]words.Key{
	trace.WaitNone:      words.WaitsReady,
	trace.WaitReady:     words.WaitsReady,
	trace.WaitSleep:     words.WaitsSleep,
	trace.WaitQueueGet:  words.WaitsGet,
	trace.WaitQueuePut:  words.WaitsPut,
	trace.WaitQueueJoin: words.WaitsJoin,
	trace.WaitFuture:    words.WaitsFuture,
	trace.WaitTask:      words.WaitsTask,
	trace.WaitGather:    words.WaitsGather,
	trace.WaitTaskGroup: words.WaitsGroup,
	trace.WaitAny:       words.WaitsAny,
	trace.WaitLock:      words.WaitsLock,
	trace.WaitSemaphore: words.WaitsSemaphore,
	trace.WaitEvent:     words.WaitsEvent,
	trace.WaitCondition: words.WaitsCondition,
	trace.WaitBarrier:   words.WaitsBarrier,
	trace.WaitThread:    words.WaitsThread,
	trace.WaitNetwork:   words.WaitsNetwork,
}

// nameOf is the name of the lock, event, future or the like that somebody waits for, "" when it has none. A queue is told by
// what is called on it.
func nameOf(t *trace.Trace, wait trace.Wait, object trace.ObjectID) string {
	switch wait {
	case trace.WaitFuture, trace.WaitLock, trace.WaitSemaphore, trace.WaitEvent, trace.WaitCondition, trace.WaitBarrier:
		return t.ObjectName(object)
	}
	return ""
}

// waiting says what a living task waits for, where and since when.
func (v *view) waiting(id trace.TaskID) Reason {
	t := v.s.Task(id)
	m := message(keyOfWait[t.Wait], v.task(id), words.Line(t.Line, t.SinceEvent), words.Time(t.Since, t.SinceEvent))
	switch t.Wait {
	case trace.WaitTask:
		m.Args = append(m.Args, v.task(t.Target))
	case trace.WaitGather, trace.WaitTaskGroup, trace.WaitAny:
		m.Args = append(m.Args, words.Count(int(t.Size)))
	case trace.WaitNetwork:
		m.Args = append(m.Args, words.Text(v.trace.Text(t.Peer)))
	default:
		if name := nameOf(v.trace, t.Wait, t.Object); name != "" {
			m.Key, m.Args = words.WaitsNamed, append(m.Args, words.Code(name))
		}
	}
	return Reason{Message: m, Event: t.SinceEvent, Task: id, Line: t.Line, Queue: t.Object}
}
