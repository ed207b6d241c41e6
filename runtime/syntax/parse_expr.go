package syntax

// expressions is one expression, or several with commas: a tuple.
func (p *parser) expressions() Expr { return p.oneOrTuple((*parser).expression) }

// starExpressions is expressions with starred ones allowed.
func (p *parser) starExpressions() Expr { return p.oneOrTuple((*parser).starExpression) }

func (p *parser) oneOrTuple(item func(*parser) Expr) Expr {
	mark := p.pos
	first := item(p)
	if first == nil || p.kind() != tokComma {
		return first
	}
	return p.restOfTuple(mark, first, item)
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
