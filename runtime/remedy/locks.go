package remedy

import (
	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// lockOrder: tasks hold a lock each and wait for the next one's, in a circle of two or more.
func (f *finder) lockOrder() {
	if f.report.ID != explain.HangCycle {
		return
	}
	for i := range f.tasks {
		circle := f.circle(trace.TaskID(i + 1))
		switch {
		case len(circle) == 2:
			f.lockPair(circle[0], circle[1])
		case len(circle) > 2:
			f.lockCircle(circle)
		default:
			continue
		}
		return
	}
}

// circle follows from a task to who holds the lock that it waits for, until that leads back to it; nil when it does not.
func (f *finder) circle(first trace.TaskID) []trace.TaskID {
	members := []trace.TaskID{first}
	for range f.tasks {
		next := f.blocks(f.of(members[len(members)-1]))
		if next == first && len(members) > 1 {
			return members
		}
		if next == first || f.of(next) == nil {
			return nil
		}
		members = append(members, next)
	}
	return nil
}

// lockPair: each of two tasks holds what the other waits for.
func (f *finder) lockPair(idA, idB trace.TaskID) {
	a, b := f.of(idA), f.of(idB)
	first, second := f.acquired[a.object], f.acquired[b.object]
	f.add(LockOrder, f.report.Event, b.waitLine, f.swapLocks(second.line, a.waitLine, first.line, b.waitLine),
		f.task(idA), f.task(idB), words.Line(a.waitLine, -1), words.Line(b.waitLine, -1))
}

// lockCircle: more than two. There is a change for those that run the same lines.
func (f *finder) lockCircle(circle []trace.TaskID) {
	last := f.of(circle[len(circle)-1])
	held, waits := f.acquired[last.object].line, last.waitLine
	for _, id := range circle {
		if member := f.of(id); member.waitLine != waits || f.acquired[member.object].line != held {
			held = 0
		}
	}
	var edits []rewrite.Edit
	if held > 0 {
		edits = f.swapLocks(held, waits, held, waits)
	}
	f.add(LockOrder, f.report.Event, waits, edits)
	f.findings[len(f.findings)-1].Title = Message{Key: words.CauseLockCircle, Args: []words.Arg{words.Count(len(circle)), words.Line(waits, -1)}}
}

// blocks is the task that holds the lock that a living task waits for, 0 when there is none.
func (f *finder) blocks(task *taskFacts) trace.TaskID {
	if task == nil || task.end != trace.KindInvalid || task.wait != trace.WaitLock {
		return 0
	}
	return f.acquired[task.object].task
}

// lockItem is a lock in an `async with`.
type lockItem struct {
	with  *syntax.With
	place *rewrite.Place
	expr  syntax.Expr
}

// lockAt finds the lock that is taken on a line; of several in one statement the first or the last.
func (f *finder) lockAt(line int32, last bool) (lockItem, bool) {
	s := f.tree()
	if s == nil {
		return lockItem{}, false
	}
	p := s.At(line)
	if p == nil {
		return lockItem{}, false
	}
	with, ok := p.Stmt().(*syntax.With)
	if !ok || !with.Async {
		return lockItem{}, false
	}
	item := with.Items[0]
	if last {
		item = with.Items[len(with.Items)-1]
	}
	return lockItem{with, p, item.ContextExpr}, item.OptionalVars == nil
}

// swapLocks changes the order in which the second task takes its locks. Where both run the same lines, the locks come from
// outside: then they are taken in an order that is the same for everybody.
func (f *finder) swapLocks(aHeld, aWaits, bHeld, bWaits int32) []rewrite.Edit {
	s := f.tree()
	outer, ok1 := f.lockAt(bHeld, false)
	inner, ok2 := f.lockAt(bWaits, true)
	if !ok1 || !ok2 || outer.expr == inner.expr {
		return nil
	}
	if outer.with != inner.with && !rewrite.Covers(outer.with.Body, bWaits) {
		return nil
	}
	if aHeld != bHeld || aWaits != bWaits {
		return []rewrite.Edit{s.Replace(outer.expr, s.TextOf(inner.expr)), s.Replace(inner.expr, s.TextOf(outer.expr))}
	}
	lines, ok := s.LinesOf([]syntax.Stmt{outer.with})
	if !ok {
		return nil
	}
	first, second := s.FreeName("first", "first_lock"), s.FreeName("second", "second_lock")
	order := s.Indent(outer.with) + first + ", " + second + " = sorted((" + s.TextOf(outer.expr) + ", " + s.TextOf(inner.expr) + "), key=id)\n"
	return []rewrite.Edit{s.InsertBefore(lines.First, order), s.Replace(outer.expr, first), s.Replace(inner.expr, second)}
}
