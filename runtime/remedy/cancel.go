package remedy

import (
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// cancelSwallowed: a task was asked to cancel, an except clause caught the CancelledError, and the task went on as if
// nothing had been.
func (f *finder) cancelSwallowed() {
	for _, c := range f.swallowed {
		s := f.tree()
		if s == nil {
			return
		}
		try, handler := f.catches(c.line)
		if handler == nil || rewrite.Covers(handler.Body, c.next) || rewrite.Covers(try.Finalbody, c.next) || comesToTerms(handler) {
			continue
		}
		if leaves(handler) && f.of(c.task).end == trace.TaskDone {
			continue // it stopped, in its own way
		}
		f.add(CancelSwallowed, c.event, handler.Line, f.letThrough(try, handler), f.task(c.task),
			words.Line(c.line, c.event), words.Line(handler.Line, c.event))
		return
	}
}

// catches finds the except clause that a CancelledError arising on a line runs into.
func (f *finder) catches(line int32) (*syntax.Try, *syntax.ExceptHandler) {
	for p := f.tree().At(line); p != nil; p = p.Up {
		try, ok := p.Stmt().(*syntax.Try)
		if !ok || !rewrite.Covers(try.Body, line) {
			continue
		}
		for _, h := range try.Handlers {
			if h.Type == nil || namesCancelled(h.Type) {
				return try, h
			}
		}
	}
	return nil, nil
}

// namesCancelled reports whether an except clause's type takes in CancelledError.
func namesCancelled(e syntax.Expr) bool {
	switch n := e.(type) {
	case *syntax.Name:
		return n.ID == "CancelledError" || n.ID == "BaseException"
	case *syntax.Attribute:
		return n.Attr == "CancelledError"
	case *syntax.Tuple:
		for _, elt := range n.Elts {
			if namesCancelled(elt) {
				return true
			}
		}
	}
	return false
}

// comesToTerms reports whether a clause raises again, or takes the request back with uncancel().
func comesToTerms(h *syntax.ExceptHandler) bool {
	found := false
	var look func(block []syntax.Stmt)
	look = func(block []syntax.Stmt) {
		for _, stmt := range block {
			if _, raises := stmt.(*syntax.Raise); raises {
				found = true
			}
			for _, call := range rewrite.Calls(stmt) {
				found = found || calledName(call) == "uncancel"
			}
			for _, inner := range rewrite.Blocks(stmt) {
				look(inner)
			}
		}
	}
	look(h.Body)
	return found
}

// leaves reports whether a clause ends the loop or the function that it stands in.
func leaves(h *syntax.ExceptHandler) bool {
	switch h.Body[len(h.Body)-1].(type) {
	case *syntax.Break, *syntax.Return:
		return true
	}
	return false
}

// letThrough lets the CancelledError go on: a clause of its own ends in raise, one that catches everything becomes
// `except Exception`, one that catches others too gets a clause in front.
func (f *finder) letThrough(try *syntax.Try, h *syntax.ExceptHandler) []rewrite.Edit {
	s := f.tree()
	switch t := h.Type.(type) {
	case nil:
		at := s.Offset(h.Line, h.Col) + len("except")
		return []rewrite.Edit{{Start: at, End: at, Text: " Exception"}}
	case *syntax.Name:
		if t.ID == "BaseException" {
			return []rewrite.Edit{s.Replace(t, "Exception")}
		}
	case *syntax.Tuple:
		if !importsAsyncio(s) {
			return nil
		}
		margin := s.Indent(try)
		return []rewrite.Edit{s.InsertBefore(h.Line, margin+"except asyncio.CancelledError:\n"+margin+s.IndentUnit+"raise\n")}
	}
	last := h.Body[len(h.Body)-1]
	switch last.(type) {
	case *syntax.Pass, *syntax.Continue, *syntax.Break, *syntax.Return:
		return []rewrite.Edit{s.Replace(last, "raise")}
	}
	lines, ok := s.LinesOf([]syntax.Stmt{last})
	if !ok {
		return nil
	}
	return []rewrite.Edit{s.InsertAfter(lines.Last, s.Indent(last)+"raise\n")}
}
