package syntax

func (p *parser) tryStmt() Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidTryStmt()
		p.pos = mark
	}
	p.pos++
	p.expectForced(tokColon, ":")
	s := &Try{}
	if s.Body = p.block(); s.Body == nil {
		return nil
	}
	if !p.exceptClauses(s) {
		return nil
	}
	if len(s.Handlers) > 0 {
		orelse, ok := p.elseBlock()
		if !ok {
			return nil
		}
		s.Orelse = orelse
	}
	if p.kind() == tokFinally {
		s.Finally = p.tokens[p.pos].line
		if s.Finalbody = p.keywordBlock(); s.Finalbody == nil {
			return nil
		}
	}
	if s.Handlers == nil && s.Finalbody == nil {
		return nil
	}
	s.Span = p.closed(mark)
	return s
}

// keywordBlock is else or finally with its block.
func (p *parser) keywordBlock() []Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidKeywordBlock()
		p.pos = mark
	}
	p.pos++
	p.expectForced(tokColon, ":")
	return p.block()
}

// exceptClauses reads the except blocks: all with a star or none.
func (p *parser) exceptClauses(s *Try) bool {
	for p.kind() == tokExcept {
		star := p.kindAt(1) == tokStar
		if len(s.Handlers) > 0 && star != s.Star {
			return true
		}
		s.Star = star
		h := p.exceptBlock(star)
		if h == nil {
			return false
		}
		s.Handlers = append(s.Handlers, h)
	}
	return true
}

func (p *parser) exceptBlock(star bool) *ExceptHandler {
	mark := p.pos
	if p.looking() {
		p.invalidExceptStmtIndent(star)
		p.pos = mark
	}
	p.pos++
	if star {
		p.pos++
	}
	h := &ExceptHandler{}
	ok := true
	if star || p.kind() != tokColon {
		h.Type = p.expression()
		ok = h.Type != nil
		if ok && p.accept(tokAs) {
			h.Name, _, ok = p.name()
		}
	}
	if !ok || p.kind() != tokColon {
		if p.looking() {
			p.pos = mark
			p.invalidExceptStmt()
		}
		return nil
	}
	if h.Body = p.colonBlock(); h.Body == nil {
		return nil
	}
	h.Span = p.closed(mark)
	return h
}
