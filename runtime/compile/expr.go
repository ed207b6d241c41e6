package compile

import "asyncplay/runtime/syntax"

// expr evaluates e into register dst. When dst is a variable, it is written by the last
// instruction only: if anything raises, the variable keeps its value.
func (u *unit) expr(e syntax.Expr, dst uint16) {
	span := u.span
	u.span = e.Position()
	if u.isNamed(dst) && !writesLast(e) {
		mark := u.top
		t := u.temp()
		u.expression(e, t)
		u.emit(OpMove, dst, t, 0)
		u.top = mark
	} else {
		u.expression(e, dst)
	}
	u.span = span
}

// operand evaluates e and returns the register of the value: the variable's own for a
// local name, else a new temporary. The caller gives temporaries back.
func (u *unit) operand(e syntax.Expr) uint16 {
	if name, ok := e.(*syntax.Name); ok && !u.scope.frame.hasWalrus && name.ID != "__debug__" {
		if reg, y, ok := u.registerOf(u.scope.mangle(name.ID)); ok {
			span := u.span
			u.span = e.Position()
			u.checkBound(y, reg)
			u.span = span
			return reg
		}
	}
	t := u.temp()
	u.expr(e, t)
	return t
}

// writesLast reports whether the code for e writes its destination with the last
// instruction only.
func writesLast(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Constant, *syntax.Name, *syntax.BinOp, *syntax.UnaryOp, *syntax.Call, *syntax.Attribute,
		*syntax.Subscript, *syntax.Await, *syntax.Yield, *syntax.YieldFrom, *syntax.JoinedStr:
		return true
	case *syntax.Compare:
		return len(e.Ops) == 1
	case *syntax.IfExp:
		return writesLast(e.Body) && writesLast(e.Orelse)
	}
	return false
}

func (u *unit) expression(e syntax.Expr, dst uint16) {
	if k, ok := constant(e); ok {
		u.loadConst(dst, k)
		return
	}
	mark := u.top
	switch e := e.(type) {
	case *syntax.Name:
		u.loadName(u.scope.mangle(e.ID), dst)
	case *syntax.BoolOp:
		u.boolOp(e, dst)
	case *syntax.NamedExpr:
		u.expr(e.Value, dst)
		before := u.bound.clone() // what follows may be reached without this
		u.storeName(u.scope.mangle(e.Target.ID), dst)
		u.bound = before
	case *syntax.BinOp:
		u.binOp(e, dst)
	case *syntax.UnaryOp:
		u.emit(unaryOps[e.Op], dst, u.operand(e.Operand), 0)
	case *syntax.Lambda:
		u.lambda(e, dst)
	case *syntax.IfExp:
		u.ifExp(e, dst)
	case *syntax.Dict:
		u.dict(e, dst)
	case *syntax.Set:
		u.set(e.Elts, dst)
	case *syntax.List:
		u.list(e.Elts, dst)
	case *syntax.Tuple:
		u.tuple(e.Elts, dst)
	case *syntax.Comprehension:
		u.comprehension(e, dst)
	case *syntax.Await:
		u.await(e, dst)
	case *syntax.Yield:
		u.yield(e, dst)
	case *syntax.YieldFrom:
		u.emit(OpYieldFrom, dst, u.operand(e.Value), 0)
	case *syntax.Compare:
		u.compare(e, dst)
	case *syntax.Call:
		u.call(e, dst)
	case *syntax.JoinedStr:
		u.joinedStr(e, dst)
	case *syntax.FormattedValue:
		u.formattedValue(e, dst)
	case *syntax.Attribute:
		obj := u.operand(e.Value)
		u.span = attributeSpan(e)
		u.emit(OpGetAttr, dst, obj, u.site(u.scope.mangle(e.Attr)))
	case *syntax.Subscript:
		obj := u.operand(e.Value)
		key := u.operand(e.Index)
		u.emit(OpGetItem, dst, obj, key)
	case *syntax.Slice:
		u.slice(e, dst)
	default:
		u.c.fail(e, "can't use starred expression here")
	}
	u.top = mark
}

var unaryOps = [...]Op{syntax.Invert: OpInvert, syntax.Not: OpNot, syntax.UAdd: OpPos, syntax.USub: OpNeg}

// boolOp: dst is a temporary, written by each value in turn.
func (u *unit) boolOp(e *syntax.BoolOp, dst uint16) {
	end := newLabel()
	op := OpJumpIfFalse
	if e.Or {
		op = OpJumpIfTrue
	}
	var certain boundSet // after the only value that is always evaluated
	for i, v := range e.Values {
		u.expr(v, dst)
		if i == 0 {
			certain = u.bound.clone()
		}
		if i < len(e.Values)-1 {
			u.jump(op, dst, end)
		}
	}
	u.bind(end)
	u.bound = certain
}

// binOp evaluates a left-associative chain in a loop, its partial results in one temporary.
func (u *unit) binOp(e *syntax.BinOp, dst uint16) {
	chain := []*syntax.BinOp{e}
	for {
		left, ok := chain[len(chain)-1].Left.(*syntax.BinOp)
		if !ok {
			break
		}
		chain = append(chain, left)
	}
	acc := u.operand(chain[len(chain)-1].Left)
	var partial uint16 = NoReg
	for i := len(chain) - 1; i >= 0; i-- {
		to := dst
		if i > 0 {
			if partial == NoReg {
				partial = u.temp()
			}
			to = partial
		}
		u.span = chain[i].Span
		u.arithmetic(chain[i].Op, false, to, acc, chain[i].Right)
		acc = to
	}
}

// arithmetic emits R[dst] = R[left] op right.
func (u *unit) arithmetic(op syntax.Operator, inPlace bool, dst, left uint16, right syntax.Expr) {
	mark := u.top
	if n, ok := smallInt(right); ok && (op == syntax.Add || op == syntax.Sub) {
		u.emit(smallIntOp(op, inPlace), dst, left, uint16(n))
		return
	}
	first := OpBinaryAdd
	if inPlace {
		first = OpInPlaceAdd
	}
	u.emit(first+Op(op), dst, left, u.operand(right))
	u.top = mark
}

func smallIntOp(op syntax.Operator, inPlace bool) Op {
	switch {
	case op == syntax.Add && inPlace:
		return OpInPlaceAddInt
	case op == syntax.Add:
		return OpAddInt
	case inPlace:
		return OpInPlaceSubInt
	}
	return OpSubInt
}

func (u *unit) ifExp(e *syntax.IfExp, dst uint16) {
	orelse, end := newLabel(), newLabel()
	u.jumpIf(e.Test, false, orelse)
	before := u.bound.clone()
	u.expr(e.Body, dst)
	u.jump(OpJump, 0, end)
	u.bind(orelse)
	after := u.bound
	u.bound = before
	u.expr(e.Orelse, dst)
	u.bind(end)
	u.bound = u.bound.meet(after)
}

func (u *unit) compare(e *syntax.Compare, dst uint16) {
	left := u.operand(e.Left)
	if len(e.Ops) == 1 {
		u.emit(OpCompareEq+Op(e.Ops[0]), dst, left, u.comparator(e.Ops[0], e.Comparators[0], true))
		return
	}
	end := newLabel()
	var certain boundSet
	for i, op := range e.Ops {
		right := u.comparator(op, e.Comparators[i], i == len(e.Ops)-1)
		u.emit(OpCompareEq+Op(op), dst, left, right)
		if i == 0 {
			certain = u.bound.clone()
		}
		if i < len(e.Ops)-1 {
			u.jump(OpJumpIfFalse, dst, end)
		}
		left = right
	}
	u.bind(end)
	u.bound = certain
}

// comparator evaluates the right side of a comparison. A literal list or set of constants
// that is only looked into becomes a constant, as in CPython; within a chain the next
// comparison sees it too.
func (u *unit) comparator(op syntax.CompareOperator, e syntax.Expr, last bool) uint16 {
	if last && (op == syntax.In || op == syntax.NotIn) {
		kind := ConstTuple
		var elts []syntax.Expr
		switch e := e.(type) {
		case *syntax.List:
			elts = e.Elts
		case *syntax.Set:
			elts, kind = e.Elts, ConstFrozenSet
		}
		if k, ok := constant(&syntax.Tuple{Elts: elts}); ok && elts != nil {
			k.Kind = kind
			t := u.temp()
			u.loadConst(t, k)
			return t
		}
	}
	return u.operand(e)
}

func (u *unit) await(e *syntax.Await, dst uint16) {
	u.emit(OpAwait, dst, u.operand(e.Value), AwaitExpr)
}

func (u *unit) yield(e *syntax.Yield, dst uint16) {
	if e.Value != nil {
		u.emit(OpYield, dst, u.operand(e.Value), 0)
		return
	}
	t := u.temp()
	u.loadNone(t)
	u.emit(OpYield, dst, t, 0)
}

func (u *unit) slice(e *syntax.Slice, dst uint16) {
	parts := u.temps(3)
	for i, x := range []syntax.Expr{e.Lower, e.Upper, e.Step} {
		if x == nil {
			u.loadNone(parts + uint16(i))
		} else {
			u.expr(x, parts+uint16(i))
		}
	}
	u.emit(OpBuildSlice, dst, parts, 0)
}
