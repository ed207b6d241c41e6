package syntax

// call is the arguments after a callee; the next token is the parenthesis.
func (p *parser) call(mark int, callee Expr) Expr {
	open := p.pos
	if p.second {
		if gen := p.soleGenerator(); gen != nil {
			return &Call{Span: p.from(mark), Func: callee, Args: []Expr{gen}}
		}
		p.pos = open
	}
	p.enter()
	defer p.leave()
	p.pos++
	c := &Call{Func: callee}
	if !p.arguments(c, open) {
		return nil
	}
	p.pos++
	c.Span = p.from(mark)
	return c
}

// soleGenerator is a generator expression that is the call's only argument.
func (p *parser) soleGenerator() Expr {
	open := p.pos
	p.pos++
	e := p.assignmentOrExpression()
	if k := p.kind(); e == nil || k != tokFor && k != tokAsync {
		return nil
	}
	return p.comprehension(open, CompGenerator, e, tokRParen)
}

// arguments reads arguments up to, and not including, the closing parenthesis. The
// parenthesis at open belongs to the span of a sole generator expression; it is negative
// where none may stand.
func (p *parser) arguments(c *Call, open int) bool {
	mark := p.pos
	if p.kind() == tokRParen {
		return true
	}
	if p.args(c, open) {
		p.accept(tokComma)
		if p.kind() == tokRParen {
			return true
		}
	}
	if p.looking() {
		p.pos = mark
		p.invalidArguments()
		p.pos = mark
	}
	return false
}

// args reads as many arguments as there are in a legal order; a comma after the last
// is left. It reports whether there was one.
func (p *parser) args(c *Call, open int) bool {
	keywords, doubleStars := false, false
	for n := 0; ; n++ {
		here := p.pos
		if n > 0 && !p.accept(tokComma) {
			return true
		}
		ok := false
		switch k := p.kind(); {
		case k == tokDoubleStar:
			ok = p.doubleStarArgument(c)
			keywords, doubleStars = true, doubleStars || ok
		case k == tokName && p.kindAt(1) == tokEqual:
			ok = p.keywordArgument(c)
			keywords = true
		case k == tokStar:
			ok = !doubleStars && p.starredArgument(c)
		case !keywords:
			ok = p.positionalArgument(c, open, n == 0)
		}
		if !ok {
			if p.looking() {
				p.pos = here
				if n > 0 {
					p.pos++
				}
				p.invalidKwarg()
			}
			p.pos = here
			return n > 0
		}
	}
}

func (p *parser) starredArgument(c *Call) bool {
	if p.looking() {
		mark := p.pos
		p.invalidStarredExpression()
		p.pos = mark
	}
	e := p.starredExpression()
	if e == nil || p.kind() == tokEqual {
		return false
	}
	c.Args = append(c.Args, e)
	return true
}

func (p *parser) positionalArgument(c *Call, open int, first bool) bool {
	e := p.assignmentOrExpression()
	if e == nil {
		return false
	}
	switch k := p.kind(); {
	case k == tokEqual:
		return false
	case !p.second && first && open >= 0 && (k == tokFor || k == tokAsync):
		e = p.comprehension(open, CompGenerator, e, tokRParen)
		if e == nil {
			return false
		}
		p.pos-- // the parenthesis closes the call as well
	}
	c.Args = append(c.Args, e)
	return true
}

func (p *parser) keywordArgument(c *Call) bool {
	mark := p.pos
	if p.looking() {
		p.invalidKwarg()
		p.pos = mark
	}
	name, _, _ := p.name()
	p.pos++
	value := p.expression()
	if value == nil {
		return false
	}
	c.Keywords = append(c.Keywords, &Keyword{Span: p.from(mark), Name: name, Value: value})
	return true
}

func (p *parser) doubleStarArgument(c *Call) bool {
	mark := p.pos
	if p.looking() {
		p.invalidDoubleStarArgument()
		p.pos = mark
	}
	p.pos++
	value := p.expression()
	if value == nil {
		return false
	}
	c.Keywords = append(c.Keywords, &Keyword{Span: p.from(mark), Value: value})
	return true
}
