package compile

import "asyncplay/runtime/syntax"

// jumpIf goes to the label when the truth of e is sense, and on after it otherwise.
func (u *unit) jumpIf(e syntax.Expr, sense bool, to *label) {
	span, mark := u.span, u.top
	u.span = e.Position()
	if value, known := truth(e); known {
		if value == sense {
			u.jump(OpJump, 0, to)
		}
	} else {
		u.branch(e, sense, to)
	}
	u.span, u.top = span, mark
}

func (u *unit) branch(e syntax.Expr, sense bool, to *label) {
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			u.jumpIf(e.Operand, !sense, to)
			return
		}
	case *syntax.BoolOp:
		u.branchBoolOp(e, sense, to)
		return
	case *syntax.Compare:
		if len(e.Ops) == 1 {
			u.branchCompare(e, sense, to)
		} else {
			u.branchChain(e, sense, to)
		}
		return
	}
	u.jump(truthJump(sense), u.operand(e), to)
}

func truthJump(sense bool) Op {
	if sense {
		return OpJumpIfTrue
	}
	return OpJumpIfFalse
}

func (u *unit) branchBoolOp(e *syntax.BoolOp, sense bool, to *label) {
	// `and` is false as soon as one value is, `or` true: with the other sense the
	// first values decide to go on, past the last one.
	decided := e.Or
	skip := newLabel()
	var certain boundSet
	for i, v := range e.Values {
		if i == 1 {
			certain = u.bound.clone()
		}
		switch {
		case i == len(e.Values)-1:
			u.jumpIf(v, sense, to)
		case sense == decided:
			u.jumpIf(v, sense, to)
		default:
			u.jumpIf(v, decided, skip)
		}
	}
	u.bind(skip)
	u.bound = certain
}

func (u *unit) branchCompare(e *syntax.Compare, sense bool, to *label) {
	op, right := e.Ops[0], e.Comparators[0]
	left := u.operand(e.Left)
	if k, ok := right.(*syntax.Constant); ok && k.Kind == syntax.ConstNone && (op == syntax.Is || op == syntax.IsNot) {
		if (op == syntax.Is) == sense {
			u.jump(OpJumpIfNone, left, to)
		} else {
			u.jump(OpJumpIfNotNone, left, to)
		}
		return
	}
	mode := uint16(op) << 1
	if sense {
		mode |= 1
	}
	if n, ok := smallInt(right); ok && op <= syntax.GtE {
		u.emit(OpCompareIntJump, left, uint16(n), mode)
	} else {
		u.emit(OpCompareJump, left, u.comparator(op, right, true), mode)
	}
	u.jump(OpJump, 0, to)
}

func (u *unit) branchChain(e *syntax.Compare, sense bool, to *label) {
	no := newLabel()
	miss := to
	if sense {
		miss = no
	}
	left := u.operand(e.Left)
	var certain boundSet
	for i, op := range e.Ops {
		right := u.comparator(op, e.Comparators[i], i == len(e.Ops)-1)
		if i == 0 {
			certain = u.bound.clone()
		}
		last := i == len(e.Ops)-1
		if last && sense {
			u.emit(OpCompareJump, left, right, uint16(op)<<1|1)
			u.jump(OpJump, 0, to)
		} else {
			u.emit(OpCompareJump, left, right, uint16(op)<<1)
			u.jump(OpJump, 0, miss)
		}
		left = right
	}
	u.bind(no)
	u.bound = certain
}
