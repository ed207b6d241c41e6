package syntax

import "strings"

// simpleStmts is one line of statements with semicolons between them.
func (p *parser) simpleStmts(body []Stmt) ([]Stmt, bool) {
	for {
		s := p.simpleStmt()
		if s == nil {
			return body, false
		}
		body = append(body, s)
		if p.accept(tokSemicolon) {
			if p.accept(tokNewline) {
				return body, true
			}
			continue
		}
		return body, p.accept(tokNewline)
	}
}

// simpleStmt returns nil when no statement stands here.
func (p *parser) simpleStmt() Stmt {
	mark := p.pos
	switch k := p.kind(); k {
	case tokImport, tokFrom:
		return p.importStmt()
	case tokReturn:
		p.pos++
		here := p.pos
		value := p.starExpressions()
		if value == nil {
			p.pos = here
		}
		return &Return{Span: p.from(mark), Value: value}
	case tokRaise:
		return p.raiseStmt()
	case tokPass:
		p.pos++
		return &Pass{Span: p.from(mark)}
	case tokBreak:
		p.pos++
		return &Break{Span: p.from(mark)}
	case tokContinue:
		p.pos++
		return &Continue{Span: p.from(mark)}
	case tokDel:
		return p.delStmt()
	case tokAssert:
		return p.assertStmt()
	case tokGlobal, tokNonlocal:
		return p.scopeStmt(k)
	case tokName:
		if p.kindAt(1) == tokName && p.atSoft("type") {
			if s := p.typeAlias(); s != nil {
				return s
			}
			p.pos = mark
		}
	}
	return p.assignmentOrExprStmt()
}

// assignmentOrExprStmt reads the left side once and decides by what follows it.
func (p *parser) assignmentOrExprStmt() Stmt {
	mark := p.pos
	if p.second {
		if s := p.assignmentSecondPass(); s != nil {
			return s
		}
		p.pos = mark
	}
	e := p.annotatedRHS()
	if e == nil {
		return nil
	}
	switch k := p.kind(); {
	case k == tokColon:
		if s := p.annAssign(mark, e); s != nil {
			return s
		}
	case k == tokEqual:
		if s := p.assign(mark, e); s != nil {
			return s
		}
	case k >= tokPlusEqual && k <= tokDoubleSlashEqual:
		if s := p.augAssign(mark, e, k); s != nil {
			return s
		}
	}
	return &ExprStmt{Span: p.from(mark), Value: e}
}

// The three assignments leave pos after the left side when they fail.

func (p *parser) annAssign(mark int, target Expr) Stmt {
	here := p.pos
	if !isSingleTarget(target) {
		return nil
	}
	p.pos++
	annotation := p.expression()
	if annotation == nil {
		p.pos = here
		return nil
	}
	s := &AnnAssign{Target: target, Annotation: annotation}
	_, isName := target.(*Name)
	s.Simple = isName && p.tokens[mark].kind == tokName
	afterAnnotation := p.pos
	if p.accept(tokEqual) {
		if s.Value = p.annotatedRHS(); s.Value == nil {
			p.pos = afterAnnotation
		}
	}
	s.Span = p.from(mark)
	return s
}

func (p *parser) assign(mark int, first Expr) Stmt {
	here := p.pos
	s := &Assign{}
	value := first
	for p.kind() == tokEqual {
		if !isTarget(value) {
			p.pos = here
			return nil
		}
		s.Targets = append(s.Targets, value)
		p.pos++
		if value = p.annotatedRHS(); value == nil {
			p.pos = here
			return nil
		}
	}
	s.Value = value
	s.Span = p.from(mark)
	return s
}

func (p *parser) augAssign(mark int, target Expr, kind tokenKind) Stmt {
	here := p.pos
	if !isSingleTarget(target) {
		return nil
	}
	p.pos++
	value := p.annotatedRHS()
	if value == nil {
		p.pos = here
		return nil
	}
	return &AugAssign{Span: p.from(mark), Target: target, Op: Operator(kind - tokPlusEqual), Value: value}
}

func (p *parser) typeAlias() Stmt {
	mark := p.pos
	p.pos++
	name, span, ok := p.name()
	if !ok {
		return nil
	}
	params := p.optionalTypeParams()
	if !p.accept(tokEqual) {
		return nil
	}
	value := p.expression()
	if value == nil {
		return nil
	}
	return &TypeAlias{Span: p.from(mark), Name: &Name{Span: span, ID: name}, TypeParams: params, Value: value}
}

func (p *parser) raiseStmt() Stmt {
	mark := p.pos
	p.pos++
	here := p.pos
	s := &Raise{Exc: p.expression()}
	if s.Exc == nil {
		p.pos = here
	} else if p.kind() == tokFrom {
		here = p.pos
		p.pos++
		if s.Cause = p.expression(); s.Cause == nil {
			p.pos = here
		}
	}
	s.Span = p.from(mark)
	return s
}

func (p *parser) delStmt() Stmt {
	mark := p.pos
	p.pos++
	start := p.pos
	first := p.starExpression()
	if first != nil {
		d := &Delete{Targets: p.moreItems(first, (*parser).starExpression)}
		d.Span = p.from(mark)
		if k := p.kind(); (k == tokSemicolon || k == tokNewline) && allOf(d.Targets, isDeleteTarget) {
			return d
		}
	}
	if p.looking() {
		p.pos = start
		p.invalidDelStmt()
	}
	p.pos = mark
	return nil
}

func (p *parser) assertStmt() Stmt {
	mark := p.pos
	p.pos++
	test := p.expression()
	if test == nil {
		p.pos = mark
		return nil
	}
	s := &Assert{Test: test}
	here := p.pos
	if p.accept(tokComma) {
		if s.Msg = p.expression(); s.Msg == nil {
			p.pos = here
		}
	}
	s.Span = p.from(mark)
	return s
}

// scopeStmt is global or nonlocal.
func (p *parser) scopeStmt(kind tokenKind) Stmt {
	mark := p.pos
	p.pos++
	var names []string
	for {
		here := p.pos
		if len(names) > 0 && !p.accept(tokComma) {
			break
		}
		name, _, ok := p.name()
		if !ok {
			p.pos = here
			break
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		p.pos = mark
		return nil
	}
	if kind == tokGlobal {
		return &Global{Span: p.from(mark), Names: names}
	}
	return &Nonlocal{Span: p.from(mark), Names: names}
}

func (p *parser) importStmt() Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidImport()
		p.pos = mark
	}
	var s Stmt
	if p.accept(tokImport) {
		s = p.importNames(mark)
	} else {
		p.pos++
		s = p.importFrom(mark)
	}
	if s == nil {
		p.pos = mark
	}
	return s
}

func (p *parser) importNames(mark int) Stmt {
	var names []*Alias
	for {
		here := p.pos
		if len(names) > 0 && !p.accept(tokComma) {
			break
		}
		start := p.pos
		name, ok := p.dottedName()
		if !ok {
			p.pos = here
			break
		}
		names = append(names, p.alias(start, name))
	}
	if len(names) == 0 {
		return nil
	}
	return &Import{Span: p.from(mark), Names: names}
}

// alias reads the optional `as name` and closes the alias.
func (p *parser) alias(start int, name string) *Alias {
	a := &Alias{Name: name}
	here := p.pos
	if p.accept(tokAs) {
		asName, _, ok := p.name()
		if !ok {
			p.pos = here
		}
		a.AsName = asName
	}
	a.Span = p.from(start)
	return a
}

func (p *parser) dottedName() (string, bool) {
	name, _, ok := p.name()
	if !ok || p.kind() != tokDot {
		return name, ok
	}
	parts := []string{name}
	for p.kind() == tokDot {
		here := p.pos
		p.pos++
		part, _, ok := p.name()
		if !ok {
			p.pos = here
			break
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "."), true
}

// importFrom reads what follows `from`.
func (p *parser) importFrom(mark int) Stmt {
	s := &ImportFrom{}
	for {
		if p.accept(tokDot) {
			s.Level++
		} else if p.accept(tokEllipsis) {
			s.Level += 3
		} else {
			break
		}
	}
	name, ok := p.dottedName()
	if !ok && s.Level == 0 || !p.accept(tokImport) {
		return nil
	}
	s.Module = name
	if s.Names = p.importTargets(); s.Names == nil {
		return nil
	}
	s.Span = p.from(mark)
	if s.Level == 0 && s.Module == "__future__" {
		for _, a := range s.Names {
			p.futures = append(p.futures, a.Name)
		}
	}
	return s
}

func (p *parser) importTargets() []*Alias {
	mark := p.pos
	switch p.kind() {
	case tokLParen:
		p.pos++
		names := p.importAliases()
		p.accept(tokComma)
		if names != nil && p.accept(tokRParen) {
			return names
		}
	case tokStar:
		p.pos++
		return []*Alias{{Span: p.from(mark), Name: "*"}}
	default:
		names := p.importAliases()
		if names != nil && p.kind() != tokComma {
			return names
		}
	}
	if p.looking() {
		p.pos = mark
		p.invalidImportFromTargets()
	}
	return nil
}

func (p *parser) importAliases() []*Alias {
	var names []*Alias
	for {
		here := p.pos
		if len(names) > 0 && !p.accept(tokComma) {
			return names
		}
		start := p.pos
		name, _, ok := p.name()
		if !ok {
			p.pos = here
			return names
		}
		names = append(names, p.alias(start, name))
	}
}
