package compile

import "asyncplay/runtime/syntax"

func (u *unit) whileStmt(s *syntax.While) {
	b := &block{kind: blockLoop, breaks: newLabel(), continues: newLabel(), iter: NoReg, atBreak: boundSet{dead: true}}
	value, known := truth(s.Test)
	forever := known && value
	body := newLabel()
	if !forever {
		u.jump(OpJump, 0, b.continues)
	}
	before := u.bound.clone()
	u.push(b)
	u.bind(body)
	if forever {
		u.bind(b.continues)
	}
	u.stmts(s.Body)
	u.pop()
	u.span = s.Span
	if forever {
		u.goOn(body)
		before.dead = true
	} else {
		u.bind(b.continues)
		u.bound = before.clone()
		u.jumpIf(s.Test, true, body)
		before = u.bound
	}
	u.endLoop(b, s.Orelse, before)
}

// endLoop emits the else clause and joins what is known after it and at each break.
func (u *unit) endLoop(b *block, orelse []syntax.Stmt, before boundSet) {
	u.bound = before
	u.stmts(orelse)
	u.bind(b.breaks)
	u.bound = u.bound.meet(b.atBreak)
}

func (u *unit) forStmt(s *syntax.For) {
	mark := u.top
	if s.Async {
		u.asyncForStmt(s)
	} else {
		u.syncForStmt(s)
	}
	u.top = mark
}

func (u *unit) syncForStmt(s *syntax.For) {
	b := &block{kind: blockLoop, breaks: newLabel(), continues: newLabel(), iter: NoReg, atBreak: boundSet{dead: true}}
	iter := u.temp()
	u.startIter(s.Iter, iter)
	if isTemporary(s.Iter) {
		b.iter = iter
	}
	body := newLabel()
	u.jump(OpJump, 0, b.continues)
	before := u.bound.clone()
	u.push(b)
	item := u.loopVariable(s.Target)
	u.bind(body)
	u.storeItem(s.Target, item)
	u.stmts(s.Body)
	u.pop()
	u.bind(b.continues)
	u.span = s.Iter.Position()
	u.emit(OpForIter, iter, item, 0)
	u.jump(OpJump, 0, body)
	u.endLoop(b, s.Orelse, before)
}

// startIter evaluates the iterable of a loop and makes its iterator.
func (u *unit) startIter(e syntax.Expr, iter uint16) {
	mark, span := u.top, u.span
	r := u.operand(e)
	u.span = e.Position()
	u.emit(OpGetIter, iter, r, 0)
	u.top, u.span = mark, span
}

// isTemporary reports whether the value of an iterable has no other reference than the
// loop's, as far as one can see.
func isTemporary(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Call:
		return true
	case *syntax.Comprehension:
		return e.Kind == syntax.CompGenerator
	}
	return false
}

// loopVariable is the register that each item goes to: the variable itself if it has a
// register, else a temporary from which storeItem assigns it.
func (u *unit) loopVariable(target syntax.Expr) uint16 {
	if name, ok := target.(*syntax.Name); ok {
		if reg, _, ok := u.registerOf(u.scope.mangle(name.ID)); ok {
			return reg
		}
	}
	return u.temp()
}

func (u *unit) storeItem(target syntax.Expr, item uint16) {
	if name, ok := target.(*syntax.Name); ok {
		if reg, y, ok := u.registerOf(u.scope.mangle(name.ID)); ok {
			u.stored(y, reg)
			return
		}
	}
	u.assign(target, item)
}

func (u *unit) asyncForStmt(s *syntax.For) {
	b := &block{kind: blockLoop, breaks: newLabel(), continues: newLabel(), iter: NoReg, async: true, atBreak: boundSet{dead: true}}
	iter := u.temp()
	u.startAsyncIter(s.Iter, iter)
	if isTemporary(s.Iter) {
		b.iter = iter
	}
	before := u.bound.clone()
	u.bind(b.continues)
	item := u.temp()
	guard := u.nextAsync(s.Span, iter, item)
	u.push(b)
	u.assign(s.Target, item)
	u.stmts(s.Body)
	u.pop()
	u.span = s.Span
	u.goOn(b.continues)
	u.endAsync(s.Iter, guard)
	u.endLoop(b, s.Orelse, before)
}

func (u *unit) startAsyncIter(e syntax.Expr, iter uint16) {
	mark, span := u.top, u.span
	r := u.operand(e)
	u.span = e.Position()
	u.emit(OpGetAIter, iter, r, 0)
	u.top, u.span = mark, span
}

// nextAsync awaits the next item of an asynchronous iterator, placed at the whole loop; the
// block returned covers it.
func (u *unit) nextAsync(loop syntax.Span, iter, item uint16) *block {
	span := u.span
	u.span = loop
	guard := &block{kind: blockTry, start: u.pc()}
	u.emit(OpGetANext, item, iter, 0)
	u.emit(OpAwait, item, item, AwaitANext)
	guard.close(u.pc())
	u.span = span
	return guard
}

// endAsync is the handler that StopAsyncIteration ends the loop with.
func (u *unit) endAsync(e syntax.Expr, guard *block) {
	mark, span := u.top, u.span
	u.span = e.Position()
	exc := u.temp()
	u.protect(guard, u.pc(), exc)
	u.emit(OpEndAsyncFor, exc, u.handling, 0)
	u.top, u.span = mark, span
}
