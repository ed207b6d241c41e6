package compile

import "asyncplay/runtime/syntax"

func (u *unit) tryStmt(s *syntax.Try) {
	if len(s.Finalbody) == 0 {
		u.tryExcept(s)
		return
	}
	before := u.bound.clone()
	b := u.push(&block{kind: blockFinally, span: s.Span, finalbody: s.Finalbody})
	if len(s.Handlers) > 0 {
		u.tryExcept(s)
	} else {
		u.stmts(s.Body)
		u.stmts(s.Orelse)
	}
	u.pop()
	end := newLabel()
	u.stmts(s.Finalbody)
	after := u.bound
	u.goOn(end)

	mark, previous := u.top, u.handling
	start := u.pc()
	exc := u.startHandler(b, before)
	u.push(&block{kind: blockHandler, previous: previous})
	u.stmts(s.Finalbody)
	u.pop()
	if !u.bound.dead {
		u.emit(OpReraise, exc, 0, 0)
	}
	u.code.Finallies = append(u.code.Finallies, Finally{Start: uint32(start), End: uint32(u.pc()), Reg: exc, Line: s.Finally})
	u.top, u.handling = mark, previous
	u.bind(end)
	u.bound = after
}

func (u *unit) tryExcept(s *syntax.Try) {
	before := u.bound.clone()
	b := u.push(&block{kind: blockTry})
	u.stmts(s.Body)
	u.pop()
	u.stmts(s.Orelse)
	after := u.bound
	end := newLabel()
	u.goOn(end)

	mark, previous := u.top, u.handling
	exc := u.startHandler(b, before)
	if s.Star {
		after = after.meet(u.exceptStar(s, exc, previous, end))
	} else {
		after = after.meet(u.excepts(s, exc, previous, end))
	}
	u.top, u.handling = mark, previous
	u.bind(end)
	u.bound = after
}

// excepts emits the except clauses and returns what is bound after those that end normally.
func (u *unit) excepts(s *syntax.Try, exc, previous uint16, end *label) boundSet {
	before, after := u.bound, boundSet{dead: true}
	for _, h := range s.Handlers {
		next := newLabel()
		u.bound, u.handling, u.span = before.clone(), exc, h.Span
		if h.Type != nil {
			mark := u.top
			u.emit(OpExceptMatch, exc, u.operand(h.Type), 0)
			u.jump(OpJump, 0, next)
			u.top = mark
		}
		u.span = h.Span
		u.markStatement(h.Line)
		b := u.handlerBody(h, exc, previous, end)
		after = after.meet(u.bound)
		if b.name != "" {
			u.forgetOnError(b, before)
		}
		u.bind(next)
	}
	u.handling = exc
	u.emit(OpReraise, exc, 0, 0)
	return after
}

// handlerBody emits what an except clause does with its exception; previous is the one handled before, which is handled again at
// the end.
func (u *unit) handlerBody(h *syntax.ExceptHandler, exc, previous uint16, end *label) *block {
	b := &block{kind: blockHandler, previous: previous}
	if h.Name != "" {
		b.name = u.scope.mangle(h.Name)
		u.storeName(b.name, exc)
	}
	u.push(b)
	u.stmts(h.Body)
	u.pop()
	if !u.bound.dead {
		u.span = h.Span
		u.leaveHandler(b)
		u.goOn(end)
	}
	return b
}

// forgetOnError is the way out of an except clause by an exception: the name goes too.
func (u *unit) forgetOnError(b *block, before boundSet) {
	mark := u.top
	exc := u.startHandler(b, before)
	u.forgetName(b.name)
	u.emit(OpReraise, exc, 0, 0)
	u.top = mark
}

// exceptStar emits the except* clauses. Each takes its part of the group; what they raise and
// what no clause took is put together again at the end (PEP 654).
func (u *unit) exceptStar(s *syntax.Try, exc, previous uint16, end *label) boundSet {
	before := u.bound.clone()
	rest, match, raised := u.temp(), u.temp(), u.temp()
	u.emit(OpMove, rest, exc, 0)
	u.emit(OpBuildList, raised, raised, 0)
	for _, h := range s.Handlers {
		next := newLabel()
		u.bound, u.handling = before.clone(), exc
		u.span = h.Span
		mark := u.top
		u.jump(OpJumpIfNone, rest, next)
		u.emit(OpExceptStarMatch, rest, u.operand(h.Type), match)
		u.top = mark
		u.jump(OpJumpIfNone, match, next)
		u.span = h.Span
		u.markStatement(h.Line)
		u.emit(OpLeaveHandler, match, 0, 0)
		u.handling = match
		b := u.handlerBody(h, match, exc, next)
		own := u.startHandler(b, before.clone())
		if b.name != "" {
			u.forgetName(b.name)
		}
		u.emit(OpListAppend, raised, own, 0)
		u.emit(OpLeaveHandler, exc, 0, 0)
		u.top = mark
		u.bind(next)
	}
	u.bound, u.handling, u.span = before.clone(), exc, s.Span
	u.emit(OpListAppend, raised, rest, 0)
	u.emit(OpPrepareReraiseStar, match, exc, raised)
	u.emit(OpLeaveHandler, previous, 0, 0)
	u.handling = previous
	u.jump(OpJumpIfNone, match, end)
	u.emit(OpReraise, match, 0, 0)
	return before
}

// withStmt emits the with statement from its i-th item on.
func (u *unit) withStmt(s *syntax.With, i int) {
	if i == len(s.Items) {
		u.stmts(s.Body)
		return
	}
	item := s.Items[i]
	mark := u.top
	exit := u.temps(2)
	enter := exit + 1
	u.span = item.ContextExpr.Position()
	span := u.span
	manager := u.operand(item.ContextExpr)
	before := OpBeforeWith
	if s.Async {
		before = OpBeforeAsyncWith
	}
	u.emit(before, exit, manager, 0)
	u.emit(OpCall, enter, 0, enter)
	if s.Async {
		u.emit(OpAwait, enter, enter, AwaitAEnter)
	}
	known := u.bound.clone()
	b := u.push(&block{kind: blockWith, span: span, exit: exit, async: s.Async})
	if item.OptionalVars != nil {
		u.assign(item.OptionalVars, enter)
	}
	u.withStmt(s, i+1)
	u.pop()
	end := newLabel()
	after := u.bound
	if !after.dead {
		u.exitWith(b)
		u.goOn(end)
	}
	u.withHandler(b, known)
	u.bind(end)
	u.bound = known.meet(after)
	u.top = mark
}

// exitWith leaves a with block without an exception.
func (u *unit) exitWith(b *block) {
	mark, span := u.top, u.span
	u.span = b.span
	t := u.temps(4)
	u.emit(OpWithExit, t, b.exit, NoReg)
	if b.async {
		u.emit(OpAwait, t, t, AwaitAExit)
	}
	u.top, u.span = mark, span
}

// withHandler gives an exception to __exit__, and goes on when that returns a true value.
func (u *unit) withHandler(b *block, known boundSet) {
	mark, previous, span := u.top, u.handling, u.span
	u.span = b.span
	exc := u.startHandler(b, known.clone())
	t := u.temps(4)
	suppressed := newLabel()
	u.emit(OpWithExit, t, b.exit, exc)
	if b.async {
		u.emit(OpAwait, t, t, AwaitAExit)
	}
	u.jump(OpJumpIfTrue, t, suppressed)
	u.emit(OpReraise, exc, 0, 0)
	u.bind(suppressed)
	u.emit(OpLeaveHandler, previous, 0, 0)
	u.top, u.handling, u.span = mark, previous, span
}
