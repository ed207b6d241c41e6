package compile

import "asyncplay/runtime/syntax"

// stmts emits statements, up to the first that is never reached, or an error.
func (u *unit) stmts(list []syntax.Stmt) {
	for _, s := range list {
		if u.bound.dead || u.c.err != nil {
			return
		}
		u.stmt(s)
	}
}

// goOn emits a jump to where control goes on after a body, unless the body never ends.
func (u *unit) goOn(to *label) {
	if !u.bound.dead {
		u.jump(OpJump, 0, to)
	}
}

// stmt marks the start of a statement and emits it.
func (u *unit) stmt(s syntax.Stmt) {
	mark := u.top
	u.span = s.Position()
	u.markStatement(u.span.Line)
	u.statement(s)
	u.top = mark
}

func (u *unit) statement(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		u.exprStmt(s)
	case *syntax.Assign:
		u.assignStmt(s)
	case *syntax.AugAssign:
		u.augAssign(s)
	case *syntax.AnnAssign:
		u.annAssign(s)
	case *syntax.Return:
		u.returnStmt(s)
	case *syntax.If:
		u.ifStmt(s)
	case *syntax.For:
		u.forStmt(s)
	case *syntax.While:
		u.whileStmt(s)
	case *syntax.Break:
		u.breakStmt(s)
	case *syntax.Continue:
		u.continueStmt(s)
	case *syntax.Pass:
		u.emit(OpNop, 0, 0, 0)
	case *syntax.FunctionDef:
		u.functionDef(s)
	case *syntax.ClassDef:
		u.classDef(s)
	case *syntax.With:
		u.withStmt(s, 0)
	case *syntax.Try:
		u.tryStmt(s)
	case *syntax.Raise:
		u.raise(s)
	case *syntax.Assert:
		u.assert(s)
	case *syntax.Delete:
		for _, target := range s.Targets {
			u.delete(target)
		}
	case *syntax.Import:
		u.importStmt(s)
	case *syntax.ImportFrom:
		u.importFrom(s)
	case *syntax.Match:
		u.match(s)
	case *syntax.TypeAlias:
		u.typeAlias(s)
	}
}

func (u *unit) exprStmt(s *syntax.ExprStmt) {
	if call, ok := s.Value.(*syntax.Call); ok {
		u.span = call.Span
		u.call(call, NoReg)
		return
	}
	if _, ok := s.Value.(*syntax.Constant); ok {
		u.emit(OpNop, 0, 0, 0)
		return
	}
	u.expr(s.Value, u.temp())
}

// assignStmt: the value is evaluated first, then the targets from left to right.
func (u *unit) assignStmt(s *syntax.Assign) {
	if len(s.Targets) == 1 {
		if u.assignElements(s.Targets[0], s.Value) {
			return
		}
		if name, ok := s.Targets[0].(*syntax.Name); ok {
			u.assignName(name, s.Value)
			return
		}
	}
	r := u.operand(s.Value)
	if u.isNamed(r) && len(s.Targets) > 1 {
		t := u.temp()
		u.emit(OpMove, t, r, 0)
		r = t
	}
	for _, target := range s.Targets {
		u.assign(target, r)
	}
}

// assignName evaluates straight into the variable when it has a register.
func (u *unit) assignName(name *syntax.Name, value syntax.Expr) {
	id := u.scope.mangle(name.ID)
	if reg, y, ok := u.registerOf(id); ok {
		u.expr(value, reg)
		u.stored(y, reg)
		return
	}
	r := u.operand(value)
	u.span = name.Span
	u.storeName(id, r)
}

// assignElements handles `a, b = b, a` without a tuple.
func (u *unit) assignElements(target, value syntax.Expr) bool {
	to, ok := target.(*syntax.Tuple)
	from, ok2 := value.(*syntax.Tuple)
	if !ok || !ok2 || len(to.Elts) != len(from.Elts) || len(to.Elts) > chunkMax || hasStarred(to.Elts) || hasStarred(from.Elts) {
		return false
	}
	first := u.consecutive(from.Elts)
	for i, x := range to.Elts {
		u.assign(x, first+uint16(i))
	}
	return true
}

// assign stores R[src] in a target.
func (u *unit) assign(target syntax.Expr, src uint16) {
	mark, span := u.top, u.span
	u.span = target.Position()
	switch target := target.(type) {
	case *syntax.Name:
		u.storeName(u.scope.mangle(target.ID), src)
	case *syntax.Attribute:
		u.noteStatic(target)
		obj := u.operand(target.Value)
		u.span = attributeSpan(target)
		u.emit(OpSetAttr, obj, src, u.site(u.scope.mangle(target.Attr)))
	case *syntax.Subscript:
		obj := u.operand(target.Value)
		key := u.operand(target.Index)
		u.emit(OpSetItem, obj, key, src)
	case *syntax.Tuple:
		u.unpack(target, target.Elts, src)
	case *syntax.List:
		u.unpack(target, target.Elts, src)
	default:
		u.c.fail(target, "starred assignment target must be in a list or tuple")
	}
	u.top, u.span = mark, span
}

func (u *unit) unpack(target syntax.Expr, elts []syntax.Expr, src uint16) {
	star := -1
	for i, x := range elts {
		if _, ok := x.(*syntax.Starred); ok {
			if star >= 0 {
				u.c.fail(target, "multiple starred expressions in assignment")
			}
			star = i
		}
	}
	first := u.temps(len(elts))
	if star < 0 {
		u.emit(OpUnpackSequence, first, src, uint16(len(elts)))
	} else {
		after := len(elts) - star - 1
		if star > 0xFF || after > 0xFF {
			u.c.fail(target, "too many expressions in star-unpacking assignment")
			return
		}
		u.emit(OpUnpackEx, first, src, uint16(star<<8|after))
	}
	for i, x := range elts {
		if s, ok := x.(*syntax.Starred); ok {
			x = s.Value
		}
		u.assign(x, first+uint16(i))
	}
}

func (u *unit) augAssign(s *syntax.AugAssign) {
	span := u.span
	switch target := s.Target.(type) {
	case *syntax.Name:
		u.augAssignName(target, s)
	case *syntax.Attribute:
		u.noteStatic(target)
		obj := u.operand(target.Value)
		t := u.temp()
		name := u.scope.mangle(target.Attr)
		u.span = attributeSpan(target)
		u.emit(OpGetAttr, t, obj, u.site(name))
		u.span = span
		u.arithmetic(s.Op, true, t, t, s.Value)
		u.span = attributeSpan(target)
		u.emit(OpSetAttr, obj, t, u.site(name))
	case *syntax.Subscript:
		obj := u.operand(target.Value)
		key := u.operand(target.Index)
		t := u.temp()
		u.span = target.Span
		u.emit(OpGetItem, t, obj, key)
		u.span = span
		u.arithmetic(s.Op, true, t, t, s.Value)
		u.span = target.Span
		u.emit(OpSetItem, obj, key, t)
	default:
		u.c.fail(s.Target, "illegal expression for augmented assignment")
	}
}

func (u *unit) augAssignName(target *syntax.Name, s *syntax.AugAssign) {
	id := u.scope.mangle(target.ID)
	if reg, y, ok := u.registerOf(id); ok {
		u.span = target.Span
		u.checkBound(y, reg)
		left := reg
		if u.scope.frame.hasWalrus {
			left = u.temp()
			u.emit(OpMove, left, reg, 0)
		}
		u.span = s.Span
		u.arithmetic(s.Op, true, reg, left, s.Value)
		u.stored(y, reg)
		return
	}
	t := u.temp()
	u.expr(target, t)
	u.arithmetic(s.Op, true, t, t, s.Value)
	u.storeName(id, t)
}

// annAssign follows CPython 3.13 compile.c, compiler_annassign.
func (u *unit) annAssign(s *syntax.AnnAssign) {
	if s.Value != nil {
		if name, ok := s.Target.(*syntax.Name); ok {
			u.assignName(name, s.Value)
		} else {
			u.assign(s.Target, u.operand(s.Value))
		}
	}
	evaluated := u.scope.kind == scopeModule || u.scope.kind == scopeClass
	switch target := s.Target.(type) {
	case *syntax.Name:
		if s.Simple && evaluated {
			u.span = s.Span
			u.recordAnnotation(u.scope.mangle(target.ID), s.Annotation)
			return
		}
	case *syntax.Attribute:
		if s.Value == nil {
			u.operand(target.Value)
		}
	case *syntax.Subscript:
		if s.Value == nil {
			u.operand(target.Value)
			u.operand(target.Index)
		}
	}
	if evaluated && !u.c.table.futureAnnotations {
		u.operand(s.Annotation)
	}
}

func (u *unit) recordAnnotation(name string, annotation syntax.Expr) {
	value := u.temp()
	u.annotation(annotation, value)
	dict, key := u.temp(), u.temp()
	u.loadName("__annotations__", dict)
	u.loadString(key, name)
	u.emit(OpSetItem, dict, key, value)
}

// annotation evaluates an annotation, or keeps its text.
func (u *unit) annotation(e syntax.Expr, dst uint16) {
	if u.c.table.futureAnnotations {
		u.loadString(dst, unparse(e))
		return
	}
	if s, ok := e.(*syntax.Starred); ok { // *args: *Ts
		mark := u.top
		t := u.temp()
		u.emit(OpUnpackSequence, t, u.operand(s.Value), 1)
		u.emit(OpMove, dst, t, 0)
		u.top = mark
		return
	}
	u.expr(e, dst)
}

// ifStmt emits a chain of elif in a loop.
func (u *unit) ifStmt(s *syntax.If) {
	end := newLabel()
	after := boundSet{dead: true}
	for {
		orelse := newLabel()
		u.jumpIf(s.Test, false, orelse)
		before := u.bound.clone()
		u.stmts(s.Body)
		after = after.meet(u.bound)
		if len(s.Orelse) > 0 {
			u.goOn(end)
		}
		u.bind(orelse)
		u.bound = before
		next := elif(s)
		if next == nil {
			break
		}
		s = next
		u.span = s.Span
		u.markStatement(s.Line)
	}
	u.stmts(s.Orelse)
	u.bind(end)
	u.bound = u.bound.meet(after)
}

func (u *unit) raise(s *syntax.Raise) {
	var exc, cause uint16 = NoReg, NoReg
	if s.Exc != nil {
		exc = u.operand(s.Exc)
	}
	if s.Cause != nil {
		cause = u.operand(s.Cause)
	}
	u.emit(OpRaise, exc, cause, 0)
	u.bound.dead = true
}

func (u *unit) assert(s *syntax.Assert) {
	end := newLabel()
	u.jumpIf(s.Test, true, end)
	before := u.bound.clone()
	exc := u.temps(2)
	u.emit(OpLoadAssertionError, exc, 0, 0)
	if s.Msg != nil {
		u.expr(s.Msg, exc+1)
		u.emit(OpCall, exc, 1, exc)
	}
	u.span = s.Test.Position()
	u.emit(OpRaise, exc, NoReg, 0)
	u.bind(end)
	u.bound = before
}

func (u *unit) delete(target syntax.Expr) {
	mark, span := u.top, u.span
	u.span = target.Position()
	switch target := target.(type) {
	case *syntax.Name:
		u.deleteName(u.scope.mangle(target.ID))
	case *syntax.Attribute:
		obj := u.operand(target.Value)
		u.span = attributeSpan(target)
		u.emit(OpDelAttr, obj, 0, u.site(u.scope.mangle(target.Attr)))
	case *syntax.Subscript:
		obj := u.operand(target.Value)
		u.emit(OpDelItem, obj, u.operand(target.Index), 0)
	case *syntax.Tuple:
		for _, x := range target.Elts {
			u.delete(x)
		}
	case *syntax.List:
		for _, x := range target.Elts {
			u.delete(x)
		}
	}
	u.top, u.span = mark, span
}
