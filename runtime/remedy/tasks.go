package remedy

import (
	"strings"

	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// exceptionUnseen: a task ended with an exception, and nobody ever asked for it.
func (f *finder) exceptionUnseen() {
	for i := range f.trace.Events {
		f.trace.Breathe(i)
		e := &f.trace.Events[i]
		if e.Kind != trace.TaskExceptionLost {
			continue
		}
		task := f.of(e.Target)
		if task == nil || strings.HasPrefix(task.endText, "SystemExit") || strings.HasPrefix(task.endText, "KeyboardInterrupt") || f.tree() == nil {
			continue
		}
		var edits []rewrite.Edit
		if made := f.making(f.trace.Tasks[e.Target-1].Line); made != nil {
			edits = f.lookAfter(made, true)
		}
		f.add(ExceptionUnseen, task.endEvent, task.endLine, edits, f.task(e.Target), words.Code(task.endText),
			words.Line(f.trace.Tasks[e.Target-1].Line, -1))
		return
	}
}

// taskNotKept: main came to its end before a task that it had not kept, and asyncio.run() cancelled it.
func (f *finder) taskNotKept() {
	if f.trace.Outcome.Status != trace.StatusFinished {
		return
	}
	for i := range f.tasks {
		task, id := &f.tasks[i], trace.TaskID(i+1)
		if task.end != trace.TaskCancelled || !task.atEnd || f.tree() == nil {
			continue
		}
		made := f.making(f.trace.Tasks[i].Line)
		if made == nil || made.name != "" || made.appended || f.endless(f.trace.Tasks[i].CoroLine) {
			continue
		}
		line := made.call.Line
		f.add(TaskNotKept, task.endEvent, line, f.lookAfter(made, false), f.task(id), words.Line(line, -1))
		return
	}
}

// endless reports whether a coroutine function runs until it is cancelled: that is no work that gets lost.
func (f *finder) endless(line int32) bool {
	s := f.tree()
	p := s.At(line)
	if p == nil {
		return false
	}
	for i := range s.Places {
		loop, ok := s.Places[i].Stmt().(*syntax.While)
		if !ok || s.Places[i].Func == nil || s.Places[i].Func != p.Stmt() {
			continue
		}
		if c, ok := loop.Test.(*syntax.Constant); ok && (c.Kind == syntax.ConstTrue || c.Kind == syntax.ConstInt && c.Int != 0) {
			return true
		}
	}
	return false
}

// making is a statement that makes a task.
type making struct {
	place    *rewrite.Place
	call     *syntax.Call // create_task(…)
	name     string       // of the variable that keeps it or, in many, the list of them
	many     bool         // a list: a comprehension, or a list that is appended to
	appended bool         // name.append(create_task(…))
}

// making finds the call that makes a task on a line.
func (f *finder) making(line int32) *making {
	s := f.tree()
	for i := range s.Places {
		p := &s.Places[i]
		if !p.Async() {
			continue
		}
		for _, call := range rewrite.Calls(p.Stmt()) {
			if isTaskMaker(call) && !ofGroup(call) && call.Line <= line && line <= call.EndLine {
				return kept(p, call)
			}
		}
	}
	return nil
}

// ofGroup reports whether a call makes a task for something that looks after it, such as a TaskGroup.
func ofGroup(call *syntax.Call) bool {
	fn, ok := call.Func.(*syntax.Attribute)
	if !ok {
		return false
	}
	receiver, ok := fn.Value.(*syntax.Name)
	return ok && receiver.ID != "asyncio" && receiver.ID != "loop"
}

// kept says under which name a statement keeps the task that it makes; nil when it does something else with it.
func kept(p *rewrite.Place, call *syntax.Call) *making {
	m := &making{place: p, call: call}
	switch stmt := p.Stmt().(type) {
	case *syntax.ExprStmt:
		if stmt.Value == call {
			return m
		}
		outer, ok := stmt.Value.(*syntax.Call)
		if !ok || calledName(outer) != "append" || len(outer.Args) != 1 || outer.Args[0] != call {
			return nil
		}
		if fn, ok := outer.Func.(*syntax.Attribute); ok {
			if list, ok := fn.Value.(*syntax.Name); ok {
				m.name, m.many, m.appended = list.ID, true, true
				return m
			}
		}
	case *syntax.Assign:
		target, ok := stmt.Targets[0].(*syntax.Name)
		if !ok || len(stmt.Targets) != 1 {
			return nil
		}
		m.name = target.ID
		if stmt.Value == call {
			return m
		}
		if c, ok := stmt.Value.(*syntax.Comprehension); ok && c.Kind == syntax.CompList && c.Elt == call {
			m.many = true
			return m
		}
	}
	return nil
}

// lookAfter keeps a task under a name and awaits it at the end of the block in which it is made; with report, a failure is
// printed and goes no further.
func (f *finder) lookAfter(m *making, report bool) []rewrite.Edit {
	s := f.tree()
	if !importsAsyncio(s) {
		return nil
	}
	place := m.place
	var edits []rewrite.Edit
	name, many := m.name, m.many
	if loop := place.Loop(); loop != nil {
		switch {
		case name == "":
			name = s.FreeName("tasks", "background_tasks")
			lines, ok := s.LinesOf([]syntax.Stmt{loop.Stmt()})
			if !ok {
				return nil
			}
			edits = append(edits, s.InsertBefore(lines.First, s.Indent(loop.Stmt())+name+" = []\n"),
				s.Before(m.call, name+".append("), s.After(m.call, ")"))
			many = true
		case !many:
			return nil
		}
		place = loop
		if place.Loop() != nil {
			return nil
		}
	} else if name == "" {
		name = s.FreeName("task", "background_task")
		edits = append(edits, s.Before(m.call, name+" = "))
	}
	last := place.Block[len(place.Block)-1]
	lines, ok := s.LinesOf([]syntax.Stmt{last})
	if !ok {
		return nil
	}
	margin, unit := s.Indent(last), s.IndentUnit
	text := awaiting(s, name, many, report, margin, unit)
	if _, returns := last.(*syntax.Return); returns {
		return append(edits, s.InsertBefore(lines.First, text))
	}
	return append(edits, s.InsertAfter(lines.Last, text))
}

func awaiting(s *rewrite.Source, name string, many, report bool, margin, unit string) string {
	value := s.FreeName("error", "exc", "problem")
	switch {
	case !report && many:
		return margin + "await asyncio.gather(*" + name + ")\n"
	case !report:
		return margin + "await " + name + "\n"
	case many:
		value = s.FreeName("result", "outcome", "result_")
		return margin + "for " + value + " in await asyncio.gather(*" + name + ", return_exceptions=True):\n" +
			margin + unit + "if isinstance(" + value + ", Exception):\n" +
			margin + unit + unit + "print(f\"a task failed: {" + value + "!r}\")\n"
	}
	return margin + "try:\n" + margin + unit + "await " + name + "\n" +
		margin + "except Exception as " + value + ":\n" +
		margin + unit + "print(f\"the task failed: {" + value + "!r}\")\n"
}

// loopBlocked: time.sleep() stops the whole loop, not just the coroutine that calls it.
func (f *finder) loopBlocked() {
	if len(f.blocked) == 0 || f.tree() == nil {
		return
	}
	s := f.tree()
	var edits []rewrite.Edit
	var first *blockedCall
	changed := map[syntax.Node]bool{}
	for i := range f.blocked {
		b := &f.blocked[i]
		p := s.At(b.line)
		if p == nil {
			continue
		}
		for _, call := range rewrite.Calls(p.Stmt()) {
			if !isBlockingSleep(s, call) || changed[call] {
				continue
			}
			changed[call] = true
			if first == nil {
				first = b
			}
			edits = append(edits, f.unblock(p, call)...)
		}
	}
	if first == nil {
		return
	}
	f.add(LoopBlocked, first.event, first.line, edits, f.task(first.task), words.Line(first.line, first.event),
		words.Time(first.until-first.from, -1))
}

// isBlockingSleep reports whether a call is time.sleep(), under whatever name.
func isBlockingSleep(s *rewrite.Source, call *syntax.Call) bool {
	switch fn := call.Func.(type) {
	case *syntax.Attribute:
		module, ok := fn.Value.(*syntax.Name)
		return ok && fn.Attr == "sleep" && module.ID != "" && module.ID == moduleName(s, "time")
	case *syntax.Name:
		for i := range s.Places {
			if n, ok := s.Places[i].Stmt().(*syntax.ImportFrom); ok && n.Module == "time" {
				for _, alias := range n.Names {
					if alias.Name == "sleep" && (alias.AsName == fn.ID || alias.AsName == "" && fn.ID == "sleep") {
						return true
					}
				}
			}
		}
	}
	return false
}

// unblock makes a blocking call a wait. In a plain function the call stays, and whoever calls the function from a
// coroutine does so in a thread.
func (f *finder) unblock(p *rewrite.Place, call *syntax.Call) []rewrite.Edit {
	s := f.tree()
	if !importsAsyncio(s) || p.Func == nil {
		return nil
	}
	if p.Async() {
		return f.awaitInPlace(p, call, s.Replace(call.Func, "asyncio.sleep"))
	}
	var edits []rewrite.Edit
	for i := range s.Places {
		caller := &s.Places[i]
		if !caller.Async() {
			continue
		}
		for _, c := range rewrite.Calls(caller.Stmt()) {
			name, ok := c.Func.(*syntax.Name)
			if !ok || name.ID != p.Func.Name {
				continue
			}
			argument := name.ID
			if len(c.Args)+len(c.Keywords) > 0 {
				argument += ", "
			}
			open := s.OpenParen(c)
			edits = append(edits, f.awaitInPlace(caller, c, rewrite.Edit{Start: s.Offset(name.Line, name.Col), End: open + 1, Text: "asyncio.to_thread(" + argument})...)
		}
	}
	return edits
}

// awaitInPlace puts await before a call that is changed by an edit at its beginning, in parentheses where more than the
// call is evaluated.
func (f *finder) awaitInPlace(p *rewrite.Place, call *syntax.Call, change rewrite.Edit) []rewrite.Edit {
	s := f.tree()
	if valueOf(p.Stmt()) == syntax.Expr(call) {
		change.Text = "await " + change.Text
		return []rewrite.Edit{change}
	}
	change.Text = "(await " + change.Text
	return []rewrite.Edit{change, s.After(call, ")")}
}
