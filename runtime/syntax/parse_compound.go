package syntax

// statements is as many statements as there are.
func (p *parser) statements() []Stmt {
	var body []Stmt
	for {
		mark := p.pos
		if p.depth == 0 {
			p.beforeTopLevel, p.topLevel = p.topLevel, mark
		}
		next, ok := p.statement(body)
		if !ok {
			p.pos = mark
			return body
		}
		body = next
	}
}

func (p *parser) statement(body []Stmt) ([]Stmt, bool) {
	k := p.kind()
	if k == tokDedent || k == tokEOF {
		return body, false
	}
	mark := p.pos
	if s, ok := p.compoundStmt(k); ok {
		if s != nil {
			return append(body, s), true
		}
		p.pos = mark
	}
	return p.simpleStmts(body)
}

// compoundStmt reports whether the token may start a compound statement, and the
// statement unless it fails.
func (p *parser) compoundStmt(k tokenKind) (Stmt, bool) {
	p.enter()
	defer p.leave()
	var s Stmt
	switch k {
	case tokDef, tokAt, tokAsync, tokClass:
		s = p.definition()
	case tokIf:
		s = p.ifStmt()
	case tokWith:
		s = p.withStmt(false)
	case tokFor:
		s = p.forStmt(false)
	case tokTry:
		s = p.tryStmt()
	case tokWhile:
		s = p.whileStmt()
	case tokName:
		if !p.atSoft("match") {
			return nil, false
		}
		s = p.matchStmt()
	default:
		return nil, false
	}
	return s, true
}

// block is an indented suite, or simple statements on the same line. It returns nil
// when there is none.
func (p *parser) block() []Stmt {
	if !p.second {
		return p.blockRaw()
	}
	mark := p.pos
	if m, ok := p.blockMemo[mark]; ok {
		p.pos = m.end
		return m.body
	}
	body := p.blockRaw()
	p.blockMemo[mark] = memoBlock{body, p.pos}
	return body
}

func (p *parser) blockRaw() []Stmt {
	mark := p.pos
	if !p.accept(tokNewline) {
		body, ok := p.simpleStmts(nil)
		if !ok {
			p.pos = mark
			return nil
		}
		return body
	}
	if p.accept(tokIndent) {
		if body := p.statements(); body != nil && p.accept(tokDedent) {
			return body
		}
	} else if p.looking() {
		p.raiseLast("IndentationError", "expected an indented block")
	}
	p.pos = mark
	return nil
}

// colonBlock is the colon and the block after it.
func (p *parser) colonBlock() []Stmt {
	if !p.accept(tokColon) {
		return nil
	}
	return p.block()
}

// closed returns the span of a compound statement that ends here: the NEWLINE and
// DEDENT tokens at its end do not count.
func (p *parser) closed(mark int) Span {
	span := p.tokens[mark].span()
	i := p.pos - 1
	for p.tokens[i].kind == tokNewline || p.tokens[i].kind == tokDedent {
		i--
	}
	span.EndLine, span.EndCol = p.tokens[i].endLine, p.tokens[i].eCol
	return span
}

// ifStmt is if, or elif as the statement that stands in the else branch.
func (p *parser) ifStmt() Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidHeader()
		p.pos = mark
	}
	p.pos++
	s := &If{Test: p.namedExpression()}
	if s.Test == nil {
		return nil
	}
	if s.Body = p.colonBlock(); s.Body == nil {
		return nil
	}
	if p.kind() == tokElif {
		p.enter()
		elif := p.ifStmt()
		p.leave()
		if elif == nil {
			return nil
		}
		s.Orelse = []Stmt{elif}
	} else {
		orelse, ok := p.elseBlock()
		if !ok {
			return nil
		}
		s.Orelse = orelse
	}
	s.Span = p.closed(mark)
	return s
}

// elseBlock is the optional else branch.
func (p *parser) elseBlock() ([]Stmt, bool) {
	if p.kind() != tokElse {
		return nil, true
	}
	body := p.keywordBlock()
	return body, body != nil
}

func (p *parser) whileStmt() Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidHeader()
		p.pos = mark
	}
	p.pos++
	s := &While{Test: p.namedExpression()}
	if s.Test == nil {
		return nil
	}
	if s.Body = p.colonBlock(); s.Body == nil {
		return nil
	}
	orelse, ok := p.elseBlock()
	if !ok {
		return nil
	}
	s.Orelse = orelse
	s.Span = p.closed(mark)
	return s
}

func (p *parser) forStmt(async bool) Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidForStmt(async)
		p.pos = mark
	}
	if async {
		p.pos++
	}
	p.pos++
	s := &For{Async: async, Target: p.starTargets()}
	if s.Target == nil || !p.accept(tokIn) {
		if p.looking() {
			p.pos = mark
			p.invalidForTarget()
		}
		return nil
	}
	if s.Iter = p.starExpressions(); s.Iter == nil {
		return nil
	}
	if s.Body = p.colonBlock(); s.Body == nil {
		return nil
	}
	orelse, ok := p.elseBlock()
	if !ok {
		return nil
	}
	s.Orelse = orelse
	s.Span = p.closed(mark)
	return s
}
