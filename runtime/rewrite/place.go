package rewrite

import "asyncplay/runtime/syntax"

// Place is where a statement stands: in which block, under which statement, in which function.
type Place struct {
	Block []syntax.Stmt
	Index int
	Up    *Place              // the statement that the block belongs to; nil at the top level
	Func  *syntax.FunctionDef // the function around it; nil at the top level
	// Handler is the except clause whose block this is, nil for any other block.
	Handler *syntax.ExceptHandler
}

// Stmt is the statement itself.
func (p *Place) Stmt() syntax.Stmt { return p.Block[p.Index] }

// Async reports whether await may stand there.
func (p *Place) Async() bool { return p.Func != nil && p.Func.Async }

// Loop is the innermost loop around a place within its function, nil when there is none.
func (p *Place) Loop() *Place {
	for up := p.Up; up != nil && up.Func == p.Func; up = up.Up {
		switch up.Stmt().(type) {
		case *syntax.While, *syntax.For:
			return up
		}
	}
	return nil
}

// blocks are the lists of statements under a statement, with the except clause that each belongs to.
func blocks(stmt syntax.Stmt) (lists [][]syntax.Stmt, handlers []*syntax.ExceptHandler) {
	add := func(h *syntax.ExceptHandler, list []syntax.Stmt) {
		if len(list) > 0 {
			lists, handlers = append(lists, list), append(handlers, h)
		}
	}
	switch n := stmt.(type) {
	case *syntax.FunctionDef:
		add(nil, n.Body)
	case *syntax.ClassDef:
		add(nil, n.Body)
	case *syntax.For:
		add(nil, n.Body)
		add(nil, n.Orelse)
	case *syntax.While:
		add(nil, n.Body)
		add(nil, n.Orelse)
	case *syntax.If:
		add(nil, n.Body)
		add(nil, n.Orelse)
	case *syntax.With:
		add(nil, n.Body)
	case *syntax.Match:
		for _, c := range n.Cases {
			add(nil, c.Body)
		}
	case *syntax.Try:
		add(nil, n.Body)
		for _, h := range n.Handlers {
			add(h, h.Body)
		}
		add(nil, n.Orelse)
		add(nil, n.Finalbody)
	}
	return lists, handlers
}

// Blocks are the lists of statements under a statement.
func Blocks(stmt syntax.Stmt) [][]syntax.Stmt {
	lists, _ := blocks(stmt)
	return lists
}

func (s *Source) collect(block []syntax.Stmt, up *Place, fn *syntax.FunctionDef, handler *syntax.ExceptHandler) {
	for i, stmt := range block {
		place := &Place{Block: block, Index: i, Up: up, Func: fn, Handler: handler}
		s.Places = append(s.Places, *place)
		inner := fn
		switch n := stmt.(type) {
		case *syntax.FunctionDef:
			inner = n
		case *syntax.ClassDef:
			inner = nil
		}
		lists, handlers := blocks(stmt)
		for j, list := range lists {
			s.collect(list, place, inner, handlers[j])
		}
	}
}

// At returns the innermost statement whose own text, without the blocks under it, covers a line; nil when none does.
func (s *Source) At(line int32) *Place {
	var found *Place
	for i := range s.Places {
		p := &s.Places[i]
		if firstLine(p.Stmt()) <= line && line <= headerEnd(p.Stmt()) {
			found = p
		}
	}
	return found
}

// headerEnd is the last line of a statement before its first block.
func headerEnd(stmt syntax.Stmt) int32 {
	lists, _ := blocks(stmt)
	if len(lists) == 0 {
		return stmt.Position().EndLine
	}
	end := stmt.Position().Line
	for _, e := range ownExprs(stmt) {
		end = max(end, e.Position().EndLine)
	}
	return end
}

// firstLine is the first line of a statement, decorators included.
func firstLine(stmt syntax.Stmt) int32 {
	line := stmt.Position().Line
	decorators := []syntax.Expr(nil)
	switch n := stmt.(type) {
	case *syntax.FunctionDef:
		decorators = n.Decorators
	case *syntax.ClassDef:
		decorators = n.Decorators
	}
	if len(decorators) > 0 {
		line = min(line, decorators[0].Position().Line)
	}
	return line
}

// Covers reports whether any of the statements covers a line.
func Covers(block []syntax.Stmt, line int32) bool {
	return len(block) > 0 && firstLine(block[0]) <= line && line <= block[len(block)-1].Position().EndLine
}
