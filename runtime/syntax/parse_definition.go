package syntax

// definition is def or class with decorators, or any statement that starts with async.
func (p *parser) definition() Stmt {
	var decorators []Expr
	for p.accept(tokAt) {
		e := p.namedExpression()
		if e == nil || !p.accept(tokNewline) {
			return nil
		}
		decorators = append(decorators, e)
	}
	switch p.kind() {
	case tokDef:
		return p.functionDef(decorators, false)
	case tokClass:
		return p.classDef(decorators)
	case tokAsync:
		switch next := p.kindAt(1); {
		case next == tokDef:
			return p.functionDef(decorators, true)
		case next == tokWith && decorators == nil:
			return p.withStmt(true)
		case next == tokFor && decorators == nil:
			return p.forStmt(true)
		}
	}
	return nil
}

func (p *parser) functionDef(decorators []Expr, async bool) Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidDefRaw()
		p.pos = mark
	}
	if async {
		p.pos++
	}
	p.pos++
	f := &FunctionDef{Async: async, Decorators: decorators}
	if !p.functionHead(f) {
		return nil
	}
	if f.Body = p.colonBlock(); f.Body == nil {
		return nil
	}
	f.Span = p.closed(mark)
	return f
}

// functionHead reads the name, the parameters and the return annotation.
func (p *parser) functionHead(f *FunctionDef) bool {
	var ok bool
	if f.Name, f.NameSpan, ok = p.name(); !ok {
		return false
	}
	f.TypeParams = p.optionalTypeParams()
	if !p.accept(tokLParen) {
		return false
	}
	if f.Args = p.params(defParams); f.Args == nil || !p.accept(tokRParen) {
		return false
	}
	here := p.pos
	if p.accept(tokArrow) {
		if f.Returns = p.expression(); f.Returns == nil {
			p.pos = here
		}
	}
	return true
}

func (p *parser) classDef(decorators []Expr) Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidClassDefRaw()
		p.pos = mark
	}
	p.pos++
	c := &ClassDef{Decorators: decorators}
	if !p.classHead(c) {
		return nil
	}
	if c.Body = p.colonBlock(); c.Body == nil {
		return nil
	}
	c.Span = p.closed(mark)
	return c
}

func (p *parser) classHead(c *ClassDef) bool {
	var ok bool
	if c.Name, _, ok = p.name(); !ok {
		return false
	}
	c.TypeParams = p.optionalTypeParams()
	if p.accept(tokLParen) {
		call := &Call{}
		if !p.arguments(call, -1) {
			return false
		}
		p.pos++
		c.Bases, c.Keywords = call.Args, call.Keywords
	}
	return true
}
