package syntax

func (p *parser) disjunction() Expr {
	if p.memo == nil {
		return p.disjunctionRaw()
	}
	return p.memoized(ruleDisjunction, (*parser).disjunctionRaw)
}

func (p *parser) disjunctionRaw() Expr {
	return p.boolOp(tokOr, (*parser).conjunction)
}

func (p *parser) conjunction() Expr {
	if p.memo == nil {
		return p.conjunctionRaw()
	}
	return p.memoized(ruleConjunction, (*parser).conjunctionRaw)
}

func (p *parser) conjunctionRaw() Expr {
	return p.boolOp(tokAnd, (*parser).inversion)
}

func (p *parser) boolOp(op tokenKind, operand func(*parser) Expr) Expr {
	mark := p.pos
	first := operand(p)
	if first == nil || p.kind() != op {
		return first
	}
	values := []Expr{first}
	for p.kind() == op {
		here := p.pos
		p.pos++
		e := operand(p)
		if e == nil {
			p.pos = here
			break
		}
		values = append(values, e)
	}
	if len(values) == 1 {
		return first
	}
	return &BoolOp{Span: p.from(mark), Or: op == tokOr, Values: values}
}

func (p *parser) inversion() Expr {
	if p.memo == nil {
		return p.inversionRaw()
	}
	return p.memoized(ruleInversion, (*parser).inversionRaw)
}

func (p *parser) inversionRaw() Expr {
	if p.kind() != tokNot {
		return p.comparison()
	}
	p.enter()
	defer p.leave()
	mark := p.pos
	p.pos++
	operand := p.inversion()
	if operand == nil {
		p.pos = mark
		return nil
	}
	return &UnaryOp{Span: p.from(mark), Op: Not, Operand: operand}
}

func (p *parser) comparison() Expr {
	mark := p.pos
	left := p.bitwiseOr()
	if left == nil {
		return nil
	}
	var ops []CompareOperator
	var comparators []Expr
	for {
		here := p.pos
		op, ok := p.compareOperator()
		if !ok {
			break
		}
		right := p.bitwiseOr()
		if right == nil {
			p.pos = here
			break
		}
		ops, comparators = append(ops, op), append(comparators, right)
	}
	if len(ops) == 0 {
		return left
	}
	return &Compare{Span: p.from(mark), Left: left, Ops: ops, Comparators: comparators}
}

// compareOperator takes a comparison operator, which may be of two words.
func (p *parser) compareOperator() (CompareOperator, bool) {
	var op CompareOperator
	switch p.kind() {
	case tokEqEqual:
		op = Eq
	case tokNotEqual:
		op = NotEq
	case tokLess:
		op = Lt
	case tokLessEqual:
		op = LtE
	case tokGreater:
		op = Gt
	case tokGreaterEqual:
		op = GtE
	case tokIn:
		op = In
	case tokIs:
		op = Is
		if p.kindAt(1) == tokNot {
			p.pos++
			op = IsNot
		}
	case tokNot:
		if p.kindAt(1) != tokIn {
			return 0, false
		}
		p.pos++
		op = NotIn
	default:
		return 0, false
	}
	if op == NotEq && p.text(p.token()) == "<>" {
		return 0, false
	}
	p.pos++
	return op, true
}

func (p *parser) bitwiseOr() Expr {
	if p.memo == nil {
		return p.bitwiseOrRaw()
	}
	return p.memoized(ruleBitwiseOr, (*parser).bitwiseOrRaw)
}

func (p *parser) bitwiseOrRaw() Expr { return p.binary(1) }

// binary parses operators of at least the precedence, by precedence climbing.
func (p *parser) binary(minPrecedence uint8) Expr {
	mark := p.pos
	left := p.factor()
	for left != nil {
		kind := p.kind()
		if int(kind) >= len(binaryOps) {
			return left
		}
		entry := binaryOps[kind]
		if entry.precedence == 0 || entry.precedence < minPrecedence {
			return left
		}
		here := p.pos
		p.pos++
		right := p.binary(entry.precedence + 1)
		if right == nil {
			if p.looking() && entry.precedence >= 5 {
				p.pos = here + 1
				p.invalidNotOperand((*parser).inversion)
			}
			p.pos = here
			return left
		}
		left = &BinOp{Span: p.from(mark), Left: left, Op: entry.op, Right: right}
	}
	return nil
}

func (p *parser) factor() Expr {
	if p.memo == nil {
		return p.factorRaw()
	}
	return p.memoized(ruleFactor, (*parser).factorRaw)
}

func (p *parser) factorRaw() Expr {
	var op UnaryOperator
	switch p.kind() {
	case tokPlus:
		op = UAdd
	case tokMinus:
		op = USub
	case tokTilde:
		op = Invert
	default:
		return p.power()
	}
	p.enter()
	defer p.leave()
	mark := p.pos
	p.pos++
	operand := p.factor()
	if operand == nil {
		if p.looking() {
			p.pos = mark + 1
			p.invalidNotOperand((*parser).factor)
		}
		p.pos = mark
		return nil
	}
	return &UnaryOp{Span: p.from(mark), Op: op, Operand: operand}
}

func (p *parser) power() Expr {
	mark := p.pos
	base := p.awaitPrimary()
	if base == nil || p.kind() != tokDoubleStar {
		return base
	}
	p.enter()
	defer p.leave()
	here := p.pos
	p.pos++
	exponent := p.factor()
	if exponent == nil {
		p.pos = here
		return base
	}
	return &BinOp{Span: p.from(mark), Left: base, Op: Pow, Right: exponent}
}

// binaryOps maps an operator token to its precedence (| weakest) and operator.
var binaryOps = [...]struct {
	precedence uint8
	op         Operator
}{
	tokPipe: {1, BitOr}, tokCaret: {2, BitXor}, tokAmper: {3, BitAnd},
	tokLShift: {4, LShift}, tokRShift: {4, RShift},
	tokPlus: {5, Add}, tokMinus: {5, Sub},
	tokStar: {6, Mult}, tokSlash: {6, Div}, tokDoubleSlash: {6, FloorDiv}, tokPercent: {6, Mod}, tokAt: {6, MatMult},
}
