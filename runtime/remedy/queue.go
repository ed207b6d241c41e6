package remedy

import (
	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// taskDoneMissing: join() never returns, because an item was taken and the call of task_done() skipped.
func (f *finder) taskDoneMissing() {
	if f.report.ID != explain.JoinNeverReturns {
		return
	}
	for _, item := range f.report.Facts.Items {
		task := f.of(item.Task)
		if item.Fate != explain.FateLost && item.Fate != explain.FateTaken || task == nil || f.tree() == nil {
			continue
		}
		got := f.getOf(item.Queue, item.Item)
		if got < 0 {
			continue
		}
		if item.Fate == explain.FateTaken && task.end == trace.KindInvalid && task.wait != trace.WaitQueueGet && task.wait != trace.WaitQueueJoin {
			continue // it waits for something else with the item in its hands
		}
		line := f.trace.Events[got].Line
		g := f.getAt(line)
		if g == nil {
			continue
		}
		dies := task.end == trace.TaskRaised
		f.add(TaskDoneMissing, item.Event, line, f.guard(g, true, dies), words.Line(line, item.Event))
		return
	}
}

// getOf is the event at which an item was taken, -1 when there is none.
func (f *finder) getOf(queue trace.ObjectID, item int32) int {
	for i := len(f.trace.Events) - 1; i >= 0; i-- {
		if e := &f.trace.Events[i]; e.Kind == trace.QueueGet && e.Object == queue && e.Item == item {
			return i
		}
	}
	return -1
}

// taking is a statement that takes an item from a queue, and what follows it.
type taking struct {
	place    *rewrite.Place
	receiver syntax.Expr   // the queue
	rest     []syntax.Stmt // what handles the item
}

// getAt finds the statement on a line that takes from a queue: in the block of the statement, or the header of a loop.
func (f *finder) getAt(line int32) *taking {
	s := f.tree()
	p := s.At(line)
	if p == nil {
		return nil
	}
	for _, call := range rewrite.Calls(p.Stmt()) {
		fn, ok := call.Func.(*syntax.Attribute)
		if !ok || fn.Attr != "get" && fn.Attr != "get_nowait" || len(call.Args) > 0 {
			continue
		}
		g := &taking{place: p, receiver: fn.Value, rest: p.Block[p.Index+1:]}
		if loop, ok := p.Stmt().(*syntax.While); ok {
			g.rest = loop.Body
		}
		return g
	}
	return nil
}

// isTaskDone reports whether a statement is a call of task_done().
func isTaskDone(stmt syntax.Stmt) bool {
	e, ok := stmt.(*syntax.ExprStmt)
	if !ok {
		return false
	}
	call, ok := e.Value.(*syntax.Call)
	return ok && calledName(call) == "task_done"
}

// guard puts what handles an item into a try: with a finally that calls task_done() (marks), and with an except clause that
// lets the worker outlive a failure (survives).
func (f *finder) guard(g *taking, marks, survives bool) []rewrite.Edit {
	s := f.tree()
	all, ok := s.LinesOf(g.rest)
	if !ok {
		return nil
	}
	done, doneText := -1, s.TextOf(g.receiver)+".task_done()"
	for i, stmt := range g.rest {
		if marks && isTaskDone(stmt) {
			done, doneText = i, s.TextOf(stmt)
		}
	}
	unit, margin := s.IndentUnit, s.Indent(g.rest[0])
	handled := ""
	if done < 0 {
		handled = s.Shifted(all, unit, "")
	} else {
		own, ok := s.LinesOf(g.rest[done : done+1])
		if !ok {
			return nil
		}
		own = s.WithComments(own)
		if own.First > all.First {
			handled = s.Shifted(rewrite.Lines{First: all.First, Last: own.First - 1}, unit, "")
		}
		if own.Last < all.Last {
			handled = trimBlankEnd(handled) + s.Shifted(rewrite.Lines{First: own.Last + 1, Last: all.Last}, unit, "")
		}
		doneText = s.Shifted(own, unit, "")
		doneText = doneText[len(margin+unit) : len(doneText)-1]
	}
	handled = trimBlankEnd(handled)
	if handled == "" {
		return nil // nothing can fail between get() and task_done()
	}
	text := margin + "try:\n" + handled
	if survives {
		name := s.FreeName("error", "exc", "problem")
		text += margin + "except Exception as " + name + ":\n" + margin + unit + "print(f\"failed: {" + name + "!r}\")\n"
	}
	if marks {
		text += margin + "finally:\n" + margin + unit + doneText + "\n"
	}
	return []rewrite.Edit{s.ReplaceLines(all, text)}
}

// trimBlankEnd drops blank lines at the end of whole lines.
func trimBlankEnd(text string) string {
	end := len(text)
	for end > 0 && (text[end-1] == '\n' || text[end-1] == ' ' || text[end-1] == '\t') {
		end--
	}
	if end == 0 {
		return ""
	}
	return text[:end] + "\n"
}

// getInsideTry: a cancelled get() took nothing, and the finally around it calls task_done() all the same.
func (f *finder) getInsideTry() {
	const tooMany = "ValueError: task_done() called too many times"
	for i := range f.tasks {
		task := &f.tasks[i]
		if task.end != trace.TaskRaised || task.endText != tooMany || task.wait != trace.WaitQueueGet || !task.thrown || f.tree() == nil {
			continue
		}
		g := f.getAt(task.waitLine)
		if g == nil || g.place.Up == nil {
			continue
		}
		try, ok := g.place.Up.Stmt().(*syntax.Try)
		if !ok || !rewrite.Covers(try.Body, task.waitLine) || !rewrite.Covers(try.Finalbody, task.endLine) {
			continue
		}
		f.add(GetInsideTry, task.endEvent, task.waitLine, f.beforeTry(try, g.place.Index),
			f.task(trace.TaskID(i+1)), words.Line(task.waitLine, task.endEvent), words.Line(task.endLine, task.endEvent))
		return
	}
}

// beforeTry moves the first statements of a try's body, up to one of them, in front of the try.
func (f *finder) beforeTry(try *syntax.Try, upTo int) []rewrite.Edit {
	s := f.tree()
	if upTo == len(try.Body)-1 {
		return nil // nothing would be left to guard
	}
	moved, ok := s.LinesOf(try.Body[:upTo+1])
	if !ok || moved.First <= try.Line {
		return nil
	}
	drop := s.Indent(try.Body[0])[len(s.Indent(try)):]
	header := rewrite.Lines{First: try.Line, Last: moved.First - 1}
	all := rewrite.Lines{First: try.Line, Last: moved.Last}
	comments := rewrite.Lines{First: header.First + 1, Last: header.Last}
	text := ""
	if comments.First <= comments.Last {
		text = s.Shifted(comments, "", drop)
	}
	text += s.Shifted(moved, "", drop) + s.Shifted(rewrite.Lines{First: header.First, Last: header.First}, "", "")
	return []rewrite.Edit{s.ReplaceLines(all, text)}
}

// consumerGone: put() waits for room, and whoever took from the queue has ended.
func (f *finder) consumerGone() {
	if f.report.ID != explain.HangPut {
		return
	}
	var gone trace.TaskID
	for _, id := range f.takers[f.report.Facts.Queue] {
		task := f.of(id)
		if task == nil || task.end == trace.KindInvalid {
			return // one that lives may be waiting for something else
		}
		if gone == 0 || task.end == trace.TaskRaised && f.of(gone).end != trace.TaskRaised {
			gone = id
		}
	}
	if gone == 0 {
		return
	}
	task := f.of(gone)
	var edits []rewrite.Edit
	if task.end == trace.TaskRaised && f.tree() != nil {
		if g := f.getAt(task.getLine); g != nil {
			_, header := g.place.Stmt().(*syntax.While)
			if header || g.place.Loop() != nil {
				edits = f.guard(g, false, true)
			}
		}
	}
	f.add(ConsumerGone, task.endEvent, task.endLine, edits, f.task(gone), words.Time(f.trace.Events[task.endEvent].Time, task.endEvent), words.Line(task.endLine, task.endEvent))
}
