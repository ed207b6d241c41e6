package syntax

// invalidEnd looks at how the head of a compound statement ends: with a line end instead
// of the colon, or with a colon and no block. what is the statement's description.
func (p *parser) invalidEnd(first token, needsColon bool, what string) {
	if needsColon && p.kind() == tokNewline {
		p.raiseLast("SyntaxError", "expected ':'")
	}
	if p.accept(tokColon) {
		p.invalidNoBlock(first, what)
	}
}

// invalidNoBlock looks for a line end without an indented line after it.
func (p *parser) invalidNoBlock(first token, what string) {
	if p.accept(tokNewline) && p.kind() != tokIndent {
		p.raiseLast("IndentationError", "expected an indented block after %s on line %d", what, first.line)
	}
}

func statementName(keyword string) string { return "'" + keyword + "' statement" }

// invalidHeader is for if, elif and while.
func (p *parser) invalidHeader() {
	first := p.token()
	p.pos++
	if p.namedExpression() != nil {
		p.invalidEnd(first, true, statementName(p.text(first)))
	}
}

// invalidKeywordBlock is for else and finally.
func (p *parser) invalidKeywordBlock() {
	first := p.token()
	p.pos++
	if p.accept(tokColon) {
		p.invalidNoBlock(first, statementName(p.text(first)))
	}
}

func (p *parser) invalidForStmt(async bool) {
	if async {
		p.pos++
	}
	first := p.token()
	p.pos++
	if p.starTargets() != nil && p.accept(tokIn) && p.starExpressions() != nil {
		p.invalidEnd(first, true, statementName("for"))
	}
}

func (p *parser) invalidDefRaw() {
	p.accept(tokAsync)
	first := p.token()
	p.pos++
	if _, _, ok := p.name(); !ok {
		return
	}
	p.optionalTypeParams()
	p.expectForced(tokLParen, "(")
	if p.kind() != tokRParen && p.params(defParams) == nil || !p.accept(tokRParen) {
		return
	}
	if here := p.pos; p.accept(tokArrow) && p.expression() == nil {
		p.pos = here
	}
	p.expectForced(tokColon, ":")
	p.invalidNoBlock(first, "function definition")
}

func (p *parser) invalidClassDefRaw() {
	first := p.token()
	p.pos++
	if !p.classHead(&ClassDef{}) {
		return
	}
	p.invalidEnd(first, true, "class definition")
}

func (p *parser) invalidWithStmtIndent(async bool) {
	if async {
		p.pos++
	}
	first := p.token()
	p.pos++
	here := p.pos
	if p.looseWithItems((*parser).expression) {
		p.invalidEnd(first, false, statementName("with"))
	}
	p.pos = here
	if p.looseWithParens() {
		p.invalidEnd(first, false, statementName("with"))
	}
}

func (p *parser) invalidWithStmt(async bool) {
	if async {
		p.pos++
	}
	p.pos++
	here := p.pos
	if p.looseWithItems((*parser).expression) && p.kind() == tokNewline {
		p.raiseLast("SyntaxError", "expected ':'")
	}
	p.pos = here
	if p.looseWithParens() && p.kind() == tokNewline {
		p.raiseLast("SyntaxError", "expected ':'")
	}
}

// looseWithItems is with items whatever follows them.
func (p *parser) looseWithItems(context func(*parser) Expr) bool {
	for n := 0; ; n++ {
		here := p.pos
		if n > 0 && !p.accept(tokComma) {
			return true
		}
		if context(p) == nil {
			p.pos = here
			return n > 0
		}
		here = p.pos
		if p.accept(tokAs) && p.starTarget() == nil {
			p.pos = here
		}
	}
}

func (p *parser) looseWithParens() bool {
	if !p.accept(tokLParen) || !p.looseWithItems((*parser).expressions) {
		return false
	}
	p.accept(tokComma)
	return p.accept(tokRParen)
}

func (p *parser) invalidWithItem() {
	if p.expression() == nil || !p.accept(tokAs) {
		return
	}
	a := p.expression()
	if k := p.kind(); a != nil && (k == tokComma || k == tokRParen || k == tokColon) {
		p.raiseInvalidTarget(a, assignTarget)
	}
}

func (p *parser) invalidTryStmt() {
	mark := p.pos
	first := p.token()
	p.pos++
	if !p.accept(tokColon) {
		return
	}
	p.invalidNoBlock(first, statementName("try"))
	p.pos = mark + 2
	if p.block() == nil {
		return
	}
	if k := p.kind(); k != tokExcept && k != tokFinally {
		p.raiseLast("SyntaxError", "expected 'except' or 'finally' block")
	}
	p.mixedExcept()
}

// mixedExcept finds except and except* on the same try.
func (p *parser) mixedExcept() {
	for n, starred := 0, false; p.kind() == tokExcept; n++ {
		star := p.kindAt(1) == tokStar
		if n > 0 && star != starred {
			p.raiseMixedExcept(star)
			return
		}
		starred = star
		if p.exceptBlock(star) == nil {
			return
		}
	}
}

func (p *parser) raiseMixedExcept(star bool) {
	first := p.token().span()
	last := first
	p.pos++
	if star {
		last = p.token().span()
		p.pos++
	}
	if star || p.kind() != tokColon {
		if p.expression() == nil {
			return
		}
		if p.accept(tokAs) {
			p.name()
		}
	}
	if p.kind() == tokColon {
		p.raiseRange(first, last, "cannot have both 'except' and 'except*' on the same 'try'")
	}
}

func (p *parser) invalidExceptStmtIndent(star bool) {
	first := p.token()
	p.pos++
	what := statementName("except")
	if star {
		p.pos++
		what = statementName("except*")
	}
	if star || p.kind() != tokColon {
		if p.expression() == nil {
			return
		}
		p.optionalAs()
	}
	p.invalidEnd(first, false, what)
}

func (p *parser) optionalAs() {
	here := p.pos
	if p.accept(tokAs) {
		if _, _, ok := p.name(); !ok {
			p.pos = here
		}
	}
}

func (p *parser) invalidExceptStmt() {
	mark := p.pos
	p.pos++
	star := p.accept(tokStar)
	if a := p.expression(); a != nil {
		here := p.pos
		if p.accept(tokComma) && p.expressions() != nil {
			p.optionalAs()
			if p.kind() == tokColon {
				p.raiseFrom(a.Position(), "multiple exception types must be parenthesized")
			}
		}
		p.pos = here
		p.optionalAs()
		if p.kind() == tokNewline {
			p.raiseLast("SyntaxError", "expected ':'")
		}
		return
	}
	p.pos = mark + 1
	if p.kind() == tokNewline {
		p.raiseLast("SyntaxError", "expected ':'")
	}
	if star {
		p.pos++
		if k := p.kind(); k == tokNewline || k == tokColon {
			p.raiseLast("SyntaxError", "expected one or more exception types")
		}
	}
}

func (p *parser) invalidMatchStmt() {
	first := p.token()
	p.pos++
	if p.subject() != nil {
		p.invalidEnd(first, true, statementName("match"))
	}
}

func (p *parser) invalidCaseBlock() {
	first := p.token()
	p.pos++
	if p.patterns() == nil {
		return
	}
	if p.kind() == tokIf && p.guard() == nil {
		return
	}
	p.invalidEnd(first, true, statementName("case"))
}

func (p *parser) invalidAsPattern() {
	if p.orPattern() == nil || !p.accept(tokAs) {
		return
	}
	if p.atSoft("_") {
		p.raiseAt(p.token().span(), "cannot use '_' as a target")
	}
	if p.kind() == tokName {
		return
	}
	if a := p.expression(); a != nil {
		p.raiseAt(a.Position(), "invalid pattern target")
	}
}

// invalidClassPattern is for a positional pattern that follows a keyword pattern.
func (p *parser) invalidClassPattern(first Pattern) {
	last := first
	for p.accept(tokComma) {
		if p.kind() == tokName && p.kindAt(1) == tokEqual {
			break
		}
		next := p.pattern()
		if next == nil {
			break
		}
		last = next
	}
	p.raiseRange(first.Position(), last.Position(), "positional patterns follow keyword patterns")
}
