package syntax

// expressions is one expression, or several with commas: a tuple.
func (p *parser) expressions() Expr {
	mark := p.pos
	first := p.expression()
	if first == nil || p.kind() != tokComma {
		return first
	}
	return p.restOfTuple(mark, first, (*parser).expression)
}

// starExpressions is expressions with starred ones allowed.
func (p *parser) starExpressions() Expr {
	mark := p.pos
	first := p.starExpression()
	if first == nil || p.kind() != tokComma {
		return first
	}
	return p.restOfTuple(mark, first, (*parser).starExpression)
}

func (p *parser) restOfTuple(mark int, first Expr, item func(*parser) Expr) Expr {
	elts := p.moreItems(first, item)
	return &Tuple{Span: p.from(mark), Elts: elts}
}

// moreItems collects the items after the first, and a last comma.
func (p *parser) moreItems(first Expr, item func(*parser) Expr) []Expr {
	elts := []Expr{first}
	for p.accept(tokComma) {
		here := p.pos
		e := item(p)
		if e == nil {
			p.pos = here
			break
		}
		elts = append(elts, e)
	}
	return elts
}

func (p *parser) starExpression() Expr {
	if p.memo == nil {
		return p.starExpressionRaw()
	}
	return p.memoized(ruleStarExpression, (*parser).starExpressionRaw)
}

func (p *parser) starExpressionRaw() Expr {
	if p.kind() == tokStar {
		return p.starred((*parser).bitwiseOr)
	}
	return p.expression()
}

func (p *parser) starNamedExpression() Expr {
	if p.kind() == tokStar {
		return p.starred((*parser).bitwiseOr)
	}
	return p.namedExpression()
}

// starred is `*` and the rule.
func (p *parser) starred(item func(*parser) Expr) Expr {
	mark := p.pos
	p.pos++
	value := item(p)
	if value == nil {
		p.pos = mark
		return nil
	}
	return &Starred{Span: p.from(mark), Value: value}
}

// starredExpression is `*` and an expression, which must be there.
func (p *parser) starredExpression() Expr {
	e := p.starred((*parser).expression)
	if e == nil {
		p.raiseLast("SyntaxError", "Invalid star expression")
	}
	return e
}

// namedExpression is an expression or an assignment expression.
func (p *parser) namedExpression() Expr {
	mark := p.pos
	if p.kind() == tokName && p.kindAt(1) == tokColonEqual {
		return p.assignmentExpression()
	}
	if p.looking() {
		p.invalidNamedExpression()
		p.pos = mark
	}
	e := p.expression()
	if e == nil || p.kind() == tokColonEqual {
		p.pos = mark
		return nil
	}
	return e
}

// assignmentExpression is name := value; the caller has seen the first two tokens.
func (p *parser) assignmentExpression() Expr {
	mark := p.pos
	name, span, _ := p.name()
	p.pos++
	value := p.expression()
	if value == nil {
		p.pos = mark
		return nil
	}
	return &NamedExpr{Span: p.from(mark), Target: &Name{Span: span, ID: name}, Value: value}
}

// assignmentOrExpression is what may stand as a positional argument.
func (p *parser) assignmentOrExpression() Expr {
	mark := p.pos
	if p.kind() == tokName && p.kindAt(1) == tokColonEqual {
		return p.assignmentExpression()
	}
	e := p.expression()
	if e == nil || p.kind() == tokColonEqual {
		p.pos = mark
		return nil
	}
	return e
}

func (p *parser) expression() Expr {
	if p.memo == nil {
		return p.expressionRaw()
	}
	return p.memoized(ruleExpression, (*parser).expressionRaw)
}

func (p *parser) expressionRaw() Expr {
	p.enter()
	mark := p.pos
	if p.looking() {
		p.invalidExpression()
		p.pos = mark
		p.invalidLegacyExpression()
		p.pos = mark
	}
	e := p.expressionWithoutInvalid()
	p.leave()
	return e
}

// expressionWithoutInvalid is an expression at whose own level no mistake is looked for.
func (p *parser) expressionWithoutInvalid() Expr {
	mark := p.pos
	if p.kind() == tokLambda {
		return p.lambda()
	}
	body := p.disjunction()
	if body == nil || p.kind() != tokIf {
		return body
	}
	afterBody := p.pos
	p.pos++
	test := p.disjunction()
	if test != nil && p.accept(tokElse) {
		if orelse := p.expression(); orelse != nil {
			return &IfExp{Span: p.from(mark), Test: test, Body: body, Orelse: orelse}
		}
	}
	p.pos = afterBody
	return body
}

func (p *parser) lambda() Expr {
	mark := p.pos
	p.pos++
	args := &Arguments{}
	if p.kind() != tokColon {
		args = p.lambdaParams()
		if args == nil {
			p.pos = mark
			return nil
		}
	}
	var body Expr
	if p.accept(tokColon) {
		body = p.expression()
	}
	if body == nil {
		p.pos = mark
		return nil
	}
	return &Lambda{Span: p.from(mark), Args: args, Body: body}
}

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

func (p *parser) awaitPrimary() Expr {
	if p.memo == nil {
		return p.awaitPrimaryRaw()
	}
	return p.memoized(ruleAwaitPrimary, (*parser).awaitPrimaryRaw)
}

func (p *parser) awaitPrimaryRaw() Expr {
	if p.kind() != tokAwait {
		return p.primary()
	}
	mark := p.pos
	p.pos++
	value := p.primary()
	if value == nil {
		p.pos = mark
		return nil
	}
	return &Await{Span: p.from(mark), Value: value}
}

// yieldExpr is yield in any form; the next token is the keyword.
func (p *parser) yieldExpr() Expr {
	mark := p.pos
	if !p.accept(tokYield) {
		return nil
	}
	if p.kind() == tokFrom {
		p.pos++
		value := p.expression()
		if value != nil {
			return &YieldFrom{Span: p.from(mark), Value: value}
		}
		p.pos = mark + 1
	}
	here := p.pos
	value := p.starExpressions()
	if value == nil {
		p.pos = here
	}
	return &Yield{Span: p.from(mark), Value: value}
}

// annotatedRHS is what may stand right of an assignment.
func (p *parser) annotatedRHS() Expr {
	if p.kind() == tokYield {
		return p.yieldExpr()
	}
	return p.starExpressions()
}
