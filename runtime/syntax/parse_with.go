package syntax

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
