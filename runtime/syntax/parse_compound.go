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
	mark := p.pos
	if p.looking() {
		p.invalidKeywordBlock()
		p.pos = mark
	}
	p.pos++
	p.expectForced(tokColon, ":")
	body := p.block()
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

func (p *parser) withStmt(async bool) Stmt {
	mark := p.pos
	if p.looking() {
		p.invalidWithStmtIndent(async)
		p.pos = mark
	}
	if async {
		p.pos++
	}
	p.pos++
	s := &With{Async: async}
	if s.Items = p.withItemsInParens(); s.Items == nil {
		if s.Items = p.withItems(); s.Items == nil || p.kind() != tokColon {
			if p.looking() {
				p.pos = mark
				p.invalidWithStmt(async)
			}
			return nil
		}
	}
	if s.Body = p.colonBlock(); s.Body == nil {
		return nil
	}
	s.Span = p.closed(mark)
	return s
}

// withItemsInParens is `( items ):`, up to the colon. Parentheses that belong to the
// first expression are not that.
func (p *parser) withItemsInParens() []WithItem {
	mark := p.pos
	if !p.accept(tokLParen) {
		return nil
	}
	items := p.withItems()
	p.accept(tokComma)
	if items == nil || !p.accept(tokRParen) || p.kind() != tokColon {
		p.pos = mark
		return nil
	}
	return items
}

func (p *parser) withItems() []WithItem {
	var items []WithItem
	for {
		here := p.pos
		if len(items) > 0 && !p.accept(tokComma) {
			return items
		}
		item, ok := p.withItem()
		if !ok {
			p.pos = here
			return items
		}
		items = append(items, item)
	}
}

func (p *parser) withItem() (WithItem, bool) {
	mark := p.pos
	item := WithItem{ContextExpr: p.expression()}
	if item.ContextExpr == nil {
		return item, false
	}
	here := p.pos
	if p.accept(tokAs) {
		target := p.starTarget()
		if k := p.kind(); target != nil && (k == tokComma || k == tokRParen || k == tokColon) {
			item.OptionalVars = target
			return item, true
		}
		if p.looking() {
			p.pos = mark
			p.invalidWithItem()
		}
		p.pos = here
	}
	return item, true
}

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
		if s.Finalbody = p.finallyBlock(); s.Finalbody == nil {
			return nil
		}
	}
	if s.Handlers == nil && s.Finalbody == nil {
		return nil
	}
	s.Span = p.closed(mark)
	return s
}

func (p *parser) finallyBlock() []Stmt {
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
