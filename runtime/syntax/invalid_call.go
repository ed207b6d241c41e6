package syntax

// invalidArguments looks at arguments that are not in a legal order; the next token is
// the one after the parenthesis.
func (p *parser) invalidArguments() {
	mark := p.pos
	if p.kind() == tokStar { // f(*a for a in b)
		if a := p.starredExpression(); a != nil && p.forIfClauses() != nil {
			p.raiseAt(a.Position(), "iterable unpacking cannot be used in comprehension")
		}
		p.pos = mark
	}
	p.starAfterDoubleStar()
	p.pos = mark
	p.bareGenerator()
	p.pos = mark
	if _, span, ok := p.name(); ok && p.kind() == tokEqual {
		p.comprehensionInKeyword(span)
	}
	p.pos = mark
	p.emptyKeyword()
	p.pos = mark
	c, ok := p.someArgs()
	if !ok {
		return
	}
	afterArgs := p.pos
	p.generatorAfterArgs(mark, c)
	p.pos = afterArgs
	if !p.accept(tokComma) {
		return
	}
	if a := p.expression(); a != nil {
		if last := p.lastClause(); last != nil {
			p.raiseRange(a.Position(), last.Position(), "Generator expression must be parenthesized")
		}
	}
	p.pos = afterArgs + 1
	if _, ok := p.someArgs(); ok {
		p.argumentOrderError(c)
	}
}

func (p *parser) someArgs() (*Call, bool) {
	c := &Call{}
	ok := p.args(c, -1)
	return c, ok
}

// starAfterDoubleStar finds f(**a, *b).
func (p *parser) starAfterDoubleStar() {
	c, ok := p.someArgs()
	if !ok || len(c.Keywords) == 0 || c.Keywords[len(c.Keywords)-1].Name != "" || p.kind() != tokComma {
		return
	}
	comma := p.token().span()
	stars := 0
	for p.accept(tokComma) && p.kind() == tokStar {
		if p.starredExpression() == nil || p.kind() == tokEqual {
			break
		}
		stars++
	}
	if stars > 0 {
		p.raiseFrom(comma, "iterable argument unpacking follows keyword argument unpacking")
	}
}

// bareGenerator finds f(x for x in y, …).
func (p *parser) bareGenerator() {
	a := p.expression()
	if a == nil {
		return
	}
	last := p.lastClause()
	if last == nil || !p.accept(tokComma) {
		return
	}
	here := p.pos
	if _, ok := p.someArgs(); !ok {
		p.pos = here
		if p.expression() != nil {
			p.lastClause()
		}
	}
	p.raiseRange(a.Position(), last.Position(), "Generator expression must be parenthesized")
}

// lastClause reads for clauses and returns the last expression in them.
func (p *parser) lastClause() Expr {
	generators := p.forIfClauses()
	if len(generators) == 0 {
		return nil
	}
	g := generators[len(generators)-1]
	if n := len(g.Ifs); n > 0 {
		return g.Ifs[n-1]
	}
	return g.Iter
}

// comprehensionInKeyword finds f(a = b for b in c); the next token is the equal sign.
func (p *parser) comprehensionInKeyword(name Span) {
	equal := p.token().span()
	p.pos++
	if p.expression() != nil && p.forIfClauses() != nil {
		p.raiseRange(name, equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
}

// emptyKeyword finds f(a=).
func (p *parser) emptyKeyword() {
	mark := p.pos
	if _, ok := p.someArgs(); !ok || !p.accept(tokComma) {
		p.pos = mark
	}
	_, span, ok := p.name()
	equal := p.token().span()
	if !ok || !p.accept(tokEqual) {
		return
	}
	if k := p.kind(); k == tokComma || k == tokRParen {
		p.raiseRange(span, equal, "expected argument value expression")
	}
}

// generatorAfterArgs finds f(a, b for b in c).
func (p *parser) generatorAfterArgs(mark int, c *Call) {
	last := p.lastClause()
	if last == nil || len(c.Args)+len(c.Keywords) <= 1 {
		return
	}
	var from Node = last
	if n := len(c.Args); n > 0 {
		from = c.Args[n-1]
	}
	p.raiseRange(from.Position(), last.Position(), "Generator expression must be parenthesized")
}

// argumentOrderError is for a positional argument after keyword arguments.
func (p *parser) argumentOrderError(c *Call) {
	for _, k := range c.Keywords {
		if k.Name == "" {
			p.raiseLast("SyntaxError", "positional argument follows keyword argument unpacking")
		}
	}
	p.raiseLast("SyntaxError", "positional argument follows keyword argument")
}

// invalidKwarg finds an assignment to what is no name in the arguments.
func (p *parser) invalidKwarg() {
	mark := p.pos
	t := p.token()
	switch t.kind {
	case tokTrue, tokFalse, tokNoneKw:
		p.pos++
		if equal := p.token().span(); p.accept(tokEqual) {
			p.raiseRange(t.span(), equal, "cannot assign to %s", p.text(t))
		}
		p.pos = mark
	case tokName:
		if p.kindAt(1) == tokEqual {
			p.pos++
			p.comprehensionInKeyword(t.span())
			p.pos = mark
			return
		}
	}
	if a := p.expression(); a != nil && p.kind() == tokEqual {
		p.raiseRange(a.Position(), p.token().span(), `expression cannot contain assignment, perhaps you meant "=="?`)
	}
	p.pos = mark
}

// invalidStarredExpression finds f(*a = b).
func (p *parser) invalidStarredExpression() {
	star := p.token().span()
	p.pos++
	if p.expression() == nil || !p.accept(tokEqual) {
		return
	}
	if b := p.expression(); b != nil {
		p.raiseRange(star, b.Position(), "cannot assign to iterable argument unpacking")
	}
}

// invalidDoubleStarArgument finds f(**a = b).
func (p *parser) invalidDoubleStarArgument() {
	stars := p.token().span()
	p.pos++
	if p.expression() == nil || !p.accept(tokEqual) {
		return
	}
	if b := p.expression(); b != nil {
		p.raiseRange(stars, b.Position(), "cannot assign to keyword argument unpacking")
	}
}
