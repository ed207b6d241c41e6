package syntax

// raiseNext raises at the next token.
func (p *parser) raiseNext(format string, args ...any) {
	p.raiseAt(p.token().span(), format, args...)
}

// invalidReplacementField looks at a field of an f-string; the next token is its brace.
func (p *parser) invalidReplacementField() {
	p.pos++
	switch p.kind() {
	case tokEqual, tokExclaim, tokColon, tokRBrace:
		p.raiseNext("f-string: valid expression required before '%s'", p.text(p.token()))
	}
	here := p.pos
	if p.annotatedRHS() == nil {
		p.pos = here
		p.raiseNext("f-string: expecting a valid expression after '{'")
	}
	switch p.kind() {
	case tokEqual, tokExclaim, tokColon, tokRBrace:
	default:
		p.raiseNext("f-string: expecting '=', or '!', or ':', or '}'")
	}
	if p.accept(tokEqual) {
		switch p.kind() {
		case tokExclaim, tokColon, tokRBrace:
		default:
			p.raiseNext("f-string: expecting '!', or ':', or '}'")
		}
	}
	if p.accept(tokExclaim) {
		p.invalidConversion()
	}
	if p.kind() == tokColon {
		if p.formatSpec(false) != nil && p.kind() != tokRBrace {
			p.raiseNext("f-string: expecting '}', or format specs")
		}
		return
	}
	if p.kind() != tokRBrace {
		p.raiseNext("f-string: expecting '}'")
	}
}

// invalidConversion looks at what follows the exclamation mark.
func (p *parser) invalidConversion() {
	switch p.kind() {
	case tokColon, tokRBrace:
		p.raiseNext("f-string: missing conversion character")
	case tokName:
		p.pos++
	default:
		p.raiseNext("f-string: invalid conversion character")
	}
	if k := p.kind(); k != tokColon && k != tokRBrace {
		p.raiseNext("f-string: expecting ':' or '}'")
	}
}
