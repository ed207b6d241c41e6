package syntax

// assignmentSecondPass tries the forms of assignment one by one, in the grammar's
// order, so that mistakes are found in that order. It returns nil for other statements.
func (p *parser) assignmentSecondPass() Stmt {
	mark := p.pos
	if p.kind() == tokName && p.kindAt(1) == tokColon {
		if s := p.annAssign(mark, p.atom()); s != nil {
			return s
		}
		p.pos = mark
	}
	if target := p.starTarget(); target != nil && isSingleTarget(target) && p.kind() == tokColon {
		if s := p.annAssign(mark, target); s != nil {
			return s
		}
	}
	p.pos = mark
	if s := p.chainedAssign(mark); s != nil {
		return s
	}
	p.pos = mark
	if target := p.primary(); target != nil && isSingleTarget(target) {
		if k := p.kind(); k >= tokPlusEqual && k <= tokDoubleSlashEqual {
			return p.augAssign(mark, target, k)
		}
	}
	p.pos = mark
	if p.looking() {
		p.invalidAssignment()
	}
	return nil
}

// chainedAssign is (targets =)+ value.
func (p *parser) chainedAssign(mark int) Stmt {
	s := &Assign{}
	for {
		here := p.pos
		target := p.starTargets()
		if target == nil || !p.accept(tokEqual) {
			p.pos = here
			break
		}
		s.Targets = append(s.Targets, target)
	}
	if len(s.Targets) == 0 {
		return nil
	}
	if s.Value = p.annotatedRHS(); s.Value == nil || p.kind() == tokEqual {
		return nil
	}
	s.Span = p.from(mark)
	return s
}

func (p *parser) invalidAssignment() {
	mark := p.pos
	if a := p.invalidAnnTarget(); a != nil && p.accept(tokColon) && p.expression() != nil {
		p.raiseAt(a.Position(), "only single target (not %s) can be annotated", describe(a))
	}
	p.pos = mark
	if a := p.starNamedExpression(); a != nil && p.accept(tokComma) {
		p.skipStarNamedExpressions()
		if p.accept(tokColon) && p.expression() != nil {
			p.raiseAt(a.Position(), "only single target (not tuple) can be annotated")
		}
	}
	p.pos = mark
	if a := p.expression(); a != nil && p.accept(tokColon) && p.expression() != nil {
		p.raiseAt(a.Position(), "illegal target for annotation")
	}
	p.pos = mark
	p.skipTargets()
	afterTargets := p.pos
	if a := p.starExpressions(); a != nil && p.kind() == tokEqual {
		p.raiseInvalidTarget(a, assignTarget)
	}
	p.pos = afterTargets
	if a := p.yieldExpr(); a != nil && p.kind() == tokEqual {
		p.raiseAt(a.Position(), "assignment to yield expression not possible")
	}
	p.pos = mark
	a := p.starExpressions()
	if k := p.kind(); a != nil && k >= tokPlusEqual && k <= tokDoubleSlashEqual {
		p.pos++
		if p.annotatedRHS() != nil {
			p.raiseAt(a.Position(), "'%s' is an illegal expression for augmented assignment", describe(a))
		}
	}
}

// skipStarNamedExpressions skips expressions, with or without commas between them.
func (p *parser) skipStarNamedExpressions() {
	for {
		here := p.pos
		first := p.starNamedExpression()
		if first == nil {
			p.pos = here
			return
		}
		p.moreItems(first, (*parser).starNamedExpression)
	}
}

// skipTargets skips (targets =)*.
func (p *parser) skipTargets() {
	for {
		here := p.pos
		if p.starTargets() == nil || !p.accept(tokEqual) {
			p.pos = here
			return
		}
	}
}

// invalidAnnTarget is a list or a tuple, perhaps in more parentheses.
func (p *parser) invalidAnnTarget() Expr {
	switch p.kind() {
	case tokLBracket:
		if l, ok := p.listDisplay().(*List); ok {
			return l
		}
	case tokLParen:
		if t, ok := p.parenthesized().(*Tuple); ok {
			return t
		}
	}
	return nil
}

func (p *parser) invalidDelStmt() {
	p.raiseInvalidTarget(p.starExpressions(), deleteTarget)
}

func (p *parser) invalidImport() {
	first := p.token().span()
	if !p.accept(tokImport) {
		return
	}
	if end := p.token().span(); p.kind() == tokNewline {
		p.raiseFrom(end, "Expected one or more names after 'import'")
	}
	for {
		if _, ok := p.dottedName(); !ok {
			return
		}
		if !p.accept(tokComma) {
			break
		}
	}
	if p.accept(tokFrom) {
		if _, ok := p.dottedName(); ok {
			p.raiseFrom(first, "Did you mean to use 'from ... import ...' instead?")
		}
	}
}

func (p *parser) invalidImportFromTargets() {
	end := p.token().span()
	if p.kind() == tokNewline {
		p.raiseFrom(end, "Expected one or more names after 'import'")
	}
	if p.importAliases() != nil && p.accept(tokComma) && p.kind() == tokNewline {
		p.raiseLast("SyntaxError", "trailing comma not allowed without surrounding parentheses")
	}
}
