package remedy

import (
	"strings"

	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// calledName is the last part of what a call calls: "gather" of asyncio.gather(…).
func calledName(call *syntax.Call) string {
	switch fn := call.Func.(type) {
	case *syntax.Name:
		return fn.ID
	case *syntax.Attribute:
		return fn.Attr
	}
	return ""
}

// isTaskMaker reports whether a call makes a task of a coroutine.
func isTaskMaker(call *syntax.Call) bool {
	name := calledName(call)
	return (name == "create_task" || name == "ensure_future") && len(call.Args) >= 1
}

// valueOf is the value of a statement: of `x = value`, `value`, `return value`.
func valueOf(stmt syntax.Stmt) syntax.Expr {
	switch n := stmt.(type) {
	case *syntax.ExprStmt:
		return n.Value
	case *syntax.Assign:
		return n.Value
	case *syntax.AnnAssign:
		return n.Value
	case *syntax.Return:
		return n.Value
	}
	return nil
}

// awaitForgotten: CPython warned that a coroutine was dropped, or the program stumbled over one where it expected a value.
func (f *finder) awaitForgotten() {
	type site struct {
		place *rewrite.Place
		call  *syntax.Call
	}
	var sites []site
	first := warning{event: -1}
	look := func(w warning, fits func(p *rewrite.Place, call *syntax.Call) bool) {
		s := f.tree()
		if s == nil {
			return
		}
		for i := range s.Places {
			p := &s.Places[i]
			call, ok := valueOf(p.Stmt()).(*syntax.Call)
			if _, isReturn := p.Stmt().(*syntax.Return); !ok || isReturn || !fits(p, call) {
				continue
			}
			known := false
			for _, s := range sites {
				known = known || s.call == call
			}
			if known {
				continue
			}
			sites = append(sites, site{p, call})
			if first.event < 0 {
				first = w
				first.line = call.Line
				first.name = calledName(call)
			}
		}
	}
	for _, w := range f.warnings {
		look(w, func(p *rewrite.Place, call *syntax.Call) bool {
			_, dropped := p.Stmt().(*syntax.ExprStmt)
			return dropped && calledName(call) == w.name && call.Line <= w.line && w.line <= call.EndLine
		})
		if len(sites) == 0 {
			look(w, func(p *rewrite.Place, call *syntax.Call) bool {
				return f.dropped(p, call) && calledName(call) == w.name
			})
		}
	}
	if event, ok := f.coroutineAsValue(); ok && len(sites) == 0 {
		look(warning{event: event}, f.dropped)
	}
	if len(sites) == 0 {
		return
	}
	var edits []rewrite.Edit
	for _, site := range sites {
		edits = append(edits, f.await(site.place, site.call)...)
	}
	f.add(AwaitForgotten, first.event, first.line, edits, words.Code(first.name+"()"), words.Line(first.line, first.event))
}

// coroutineAsValue finds where the program took a coroutine object for the value that it would give.
func (f *finder) coroutineAsValue() (event int32, found bool) {
	about := func(text string) bool {
		return strings.Contains(text, "'coroutine'") && (strings.HasPrefix(text, "TypeError: ") || strings.HasPrefix(text, "AttributeError: "))
	}
	for i := range f.tasks {
		if f.tasks[i].end == trace.TaskRaised && about(f.tasks[i].endText) {
			return f.tasks[i].endEvent, true
		}
	}
	if len(f.printed) > 0 {
		return f.printed[0], true
	}
	return -1, f.trace.Outcome.Status == trace.StatusRaised && about(f.trace.Text(f.trace.Outcome.Text))
}

// dropped reports whether a statement calls a coroutine function of the program and does not await it: the value is
// thrown away, or goes under a name that nothing awaits and no call takes.
func (f *finder) dropped(p *rewrite.Place, call *syntax.Call) bool {
	s := f.tree()
	name := calledName(call)
	isCoroutine := false
	for i := range s.Places {
		if def, ok := s.Places[i].Stmt().(*syntax.FunctionDef); ok && def.Name == name {
			if !def.Async || generates(s, def) {
				return false
			}
			isCoroutine = true
		}
	}
	if !isCoroutine {
		return false
	}
	assign, ok := p.Stmt().(*syntax.Assign)
	if !ok {
		_, expression := p.Stmt().(*syntax.ExprStmt)
		return expression
	}
	target, ok := assign.Targets[0].(*syntax.Name)
	return ok && len(assign.Targets) == 1 && !handedOn(s, p, target.ID)
}

// generates reports whether an async def is an asynchronous generator: calling one is right.
func generates(s *rewrite.Source, def *syntax.FunctionDef) bool {
	found := false
	for i := range s.Places {
		p := &s.Places[i]
		if p.Func != def {
			continue
		}
		if stmt, ok := p.Stmt().(*syntax.ExprStmt); ok {
			if _, yields := stmt.Value.(*syntax.Yield); yields {
				found = true
			}
		}
	}
	return found
}

// handedOn reports whether a name is awaited or given to a call other than print() in its function.
func handedOn(s *rewrite.Source, where *rewrite.Place, name string) bool {
	isName := func(e syntax.Expr) bool {
		if starred, ok := e.(*syntax.Starred); ok {
			e = starred.Value
		}
		n, ok := e.(*syntax.Name)
		return ok && n.ID == name
	}
	for i := range s.Places {
		p := &s.Places[i]
		if p.Func != where.Func {
			continue
		}
		for _, e := range rewrite.Exprs(p.Stmt()) {
			switch n := e.(type) {
			case *syntax.Await:
				if isName(n.Value) {
					return true
				}
			case *syntax.Call:
				for _, arg := range n.Args {
					if isName(arg) && calledName(n) != "print" {
						return true
					}
				}
			}
		}
	}
	return false
}

// await puts await before a call, or asyncio.run() around it at the top level.
func (f *finder) await(p *rewrite.Place, call *syntax.Call) []rewrite.Edit {
	s := f.tree()
	switch {
	case p.Async():
		return []rewrite.Edit{s.Before(call, "await ")}
	case p.Func == nil && p.Up == nil && importsAsyncio(s):
		return []rewrite.Edit{s.Before(call, "asyncio.run("), s.After(call, ")")}
	}
	return nil
}

// importsAsyncio reports whether the name asyncio is the module.
func importsAsyncio(s *rewrite.Source) bool { return moduleName(s, "asyncio") == "asyncio" }

// moduleName is the name under which a program imports a module, "" when it does not.
func moduleName(s *rewrite.Source, module string) string {
	for i := range s.Places {
		if n, ok := s.Places[i].Stmt().(*syntax.Import); ok {
			for _, alias := range n.Names {
				if alias.Name == module && alias.AsName != "" {
					return alias.AsName
				}
				if alias.Name == module {
					return module
				}
			}
		}
	}
	return ""
}

// raisedAt finds the call of a function on the line where an exception arose with one of the texts.
func (f *finder) raisedAt(function string, texts ...string) (place *rewrite.Place, call *syntax.Call, event int32) {
	matches := func(text string) bool {
		for _, t := range texts {
			if strings.HasPrefix(text, t) {
				return true
			}
		}
		return false
	}
	find := func(line int32) bool {
		s := f.tree()
		if s == nil {
			return false
		}
		for i := range s.Places {
			for _, c := range rewrite.Calls(s.Places[i].Stmt()) {
				if calledName(c) == function && c.Line <= line && line <= c.EndLine {
					place, call = &s.Places[i], c
					return true
				}
			}
		}
		return false
	}
	for i := range f.tasks {
		if task := &f.tasks[i]; task.end == trace.TaskRaised && matches(task.endText) && find(task.endLine) {
			return place, call, task.endEvent
		}
	}
	if o := f.trace.Outcome; o.Status == trace.StatusRaised && matches(f.trace.Text(o.Text)) && find(o.Line) {
		return place, call, int32(len(f.trace.Events) - 1)
	}
	return nil, nil, -1
}

// gatherList: gather() takes the awaitables one by one.
func (f *finder) gatherList() {
	_, call, event := f.raisedAt("gather", "TypeError: unhashable type: 'list'",
		"TypeError: An asyncio.Future, a coroutine or an awaitable is required", "TypeError: unhashable type: 'set'")
	if call == nil || len(call.Args) != 1 {
		return
	}
	if _, starred := call.Args[0].(*syntax.Starred); starred {
		return
	}
	s := f.tree()
	arg := call.Args[0]
	edits := []rewrite.Edit{s.Before(arg, "*")}
	if list, ok := arg.(*syntax.List); ok { // the brackets go
		first, last := list.Span, list.Span
		first.EndLine, first.EndCol = first.Line, first.Col+1
		last.Line, last.Col = last.EndLine, last.EndCol-1
		edits = []rewrite.Edit{s.Replace(first, ""), s.Replace(last, "")}
	}
	// A generator that is the only argument shares its parentheses with the call.
	if end := arg.Position(); end.EndLine == call.EndLine && end.EndCol == call.EndCol {
		edits = []rewrite.Edit{s.Replace(arg, "(*"+s.TextOf(arg)+")")}
	}
	f.add(GatherList, event, call.Line, edits, words.Line(call.Line, event))
}

// waitCoroutines: asyncio.wait() takes tasks.
func (f *finder) waitCoroutines() {
	_, call, event := f.raisedAt("wait", "TypeError: Passing coroutines is forbidden, use tasks explicitly")
	if call == nil || len(call.Args) == 0 {
		return
	}
	s := f.tree()
	const make = "asyncio.create_task("
	var edits []rewrite.Edit
	wrap := func(e syntax.Expr) {
		if c, ok := e.(*syntax.Call); ok && !isTaskMaker(c) {
			edits = append(edits, s.Before(e, make), s.After(e, ")"))
		}
	}
	switch arg := call.Args[0].(type) {
	case *syntax.List:
		for _, e := range arg.Elts {
			wrap(e)
		}
	case *syntax.Set:
		for _, e := range arg.Elts {
			wrap(e)
		}
	case *syntax.Tuple:
		for _, e := range arg.Elts {
			wrap(e)
		}
	case *syntax.Comprehension:
		wrap(arg.Elt)
	case *syntax.Name:
		item := s.FreeName("coro", "coroutine", "c")
		edits = append(edits, s.Replace(arg, "["+make+item+") for "+item+" in "+arg.ID+"]"))
	}
	if !importsAsyncio(s) {
		edits = nil
	}
	f.add(WaitCoroutines, event, call.Line, edits, words.Line(call.Line, event))
}
