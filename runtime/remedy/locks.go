package remedy

import (
	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// lockOrder: two tasks hold a lock each and wait for the other's.
func (f *finder) lockOrder() {
	if f.report.ID != explain.HangCycle {
		return
	}
	for i := range f.tasks {
		a, idA := &f.tasks[i], trace.TaskID(i+1)
		idB := f.blocks(a)
		b := f.of(idB)
		if b == nil || idB <= idA || f.blocks(b) != idA {
			continue
		}
		// b holds what a waits for, and the other way round.
		first, second := f.acquired[a.object], f.acquired[b.object]
		f.add(LockOrder, f.report.Event, b.waitLine, f.swapLocks(second.line, a.waitLine, first.line, b.waitLine),
			f.task(idA), f.task(idB), words.Line(a.waitLine, -1), words.Line(b.waitLine, -1))
		return
	}
}

// blocks is the task that holds the lock that a living task waits for, 0 when there is none.
func (f *finder) blocks(task *taskFacts) trace.TaskID {
	if task.end != trace.KindInvalid || task.wait != trace.WaitLock {
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
