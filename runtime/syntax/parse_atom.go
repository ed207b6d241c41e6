package syntax

func (p *parser) primary() Expr {
	if p.memo == nil {
		return p.primaryRaw()
	}
	return p.memoized(rulePrimary, (*parser).primaryRaw)
}

// primaryRaw is an atom with attributes, calls and subscripts after it.
func (p *parser) primaryRaw() Expr {
	mark := p.pos
	e := p.atom()
	for e != nil {
		here := p.pos
		var next Expr
		switch p.kind() {
		case tokDot:
			p.pos++
			if name, span, ok := p.name(); ok {
				next = &Attribute{Span: p.from(mark), Value: e, Attr: name, AttrSpan: span}
			}
		case tokLParen:
			next = p.call(mark, e)
		case tokLBracket:
			p.pos++
			index := p.slices()
			if index != nil && p.accept(tokRBracket) {
				next = &Subscript{Span: p.from(mark), Value: e, Index: index}
			}
		}
		if next == nil {
			p.pos = here
			return e
		}
		e = next
	}
	return nil
}

func (p *parser) atom() Expr {
	mark := p.pos
	switch p.kind() {
	case tokName:
		t := p.tokens[p.pos]
		p.pos++
		return &Name{Span: t.span(), ID: p.text(t)}
	case tokTrue:
		return p.constant(ConstTrue)
	case tokFalse:
		return p.constant(ConstFalse)
	case tokNoneKw:
		return p.constant(ConstNone)
	case tokEllipsis:
		return p.constant(ConstEllipsis)
	case tokString, tokFStringStart:
		return p.strings()
	case tokNumber:
		t := p.tokens[p.pos]
		p.pos++
		return p.numberConstant(t)
	case tokLParen:
		return p.parenthesized()
	case tokLBracket:
		return p.listDisplay()
	case tokLBrace:
		if e := p.dictDisplay(); e != nil {
			return e
		}
		p.pos = mark
		return p.setDisplay()
	}
	return nil
}

func (p *parser) constant(kind ConstantKind) Expr {
	t := p.tokens[p.pos]
	p.pos++
	return &Constant{Span: t.span(), Kind: kind}
}

// parenthesized is a tuple, a group or a generator expression.
func (p *parser) parenthesized() Expr {
	p.enter()
	defer p.leave()
	mark := p.pos
	p.pos++
	if p.accept(tokRParen) {
		return &Tuple{Span: p.from(mark), Parenthesized: true}
	}
	var e Expr
	if p.kind() == tokYield {
		e = p.yieldExpr()
	} else {
		e = p.starNamedExpression()
		if e != nil {
			switch p.kind() {
			case tokComma:
				elts := p.moreItems(e, (*parser).starNamedExpression)
				if p.accept(tokRParen) {
					return &Tuple{Span: p.from(mark), Elts: elts, Parenthesized: true}
				}
				e = nil
			case tokFor, tokAsync:
				if result := p.comprehension(mark, CompGenerator, e, tokRParen); result != nil {
					return result
				}
				e = nil
			}
		}
	}
	if _, star := e.(*Starred); e != nil && !star && p.accept(tokRParen) {
		return e
	}
	if p.looking() {
		p.pos = mark
		p.invalidGroup()
		p.pos = mark
		p.invalidComprehension()
	}
	p.pos = mark
	return nil
}

// comprehension reads the for clauses after the element and the closing token.
func (p *parser) comprehension(mark int, kind ComprehensionKind, elt Expr, closing tokenKind) Expr {
	if _, star := elt.(*Starred); star {
		return nil
	}
	generators := p.forIfClauses()
	if generators == nil || !p.accept(closing) {
		return nil
	}
	return &Comprehension{Span: p.from(mark), Kind: kind, Elt: elt, Generators: generators}
}

func (p *parser) listDisplay() Expr {
	p.enter()
	defer p.leave()
	mark := p.pos
	p.pos++
	if p.accept(tokRBracket) {
		return &List{Span: p.from(mark)}
	}
	first := p.starNamedExpression()
	if first != nil {
		switch p.kind() {
		case tokComma:
			elts := p.moreItems(first, (*parser).starNamedExpression)
			if p.accept(tokRBracket) {
				return &List{Span: p.from(mark), Elts: elts}
			}
		case tokRBracket:
			p.pos++
			return &List{Span: p.from(mark), Elts: []Expr{first}}
		case tokFor, tokAsync:
			if e := p.comprehension(mark, CompList, first, tokRBracket); e != nil {
				return e
			}
		}
	}
	if p.looking() {
		p.pos = mark
		p.invalidComprehension()
	}
	p.pos = mark
	return nil
}

// dictDisplay is {}, key: value pairs, or a dict comprehension.
func (p *parser) dictDisplay() Expr {
	p.enter()
	defer p.leave()
	mark := p.pos
	p.pos++
	if p.accept(tokRBrace) {
		return &Dict{Span: p.from(mark)}
	}
	if !p.second && p.kind() != tokDoubleStar {
		// What stands before the colon tells a dict from a set; parse it once.
		return p.dictOrSet(mark)
	}
	if e := p.dictItems(mark, nil); e != nil {
		return e
	}
	if p.looking() {
		p.pos = mark + 1
		p.invalidDoubleStarredKVPairs()
		p.pos = mark
		p.invalidDictComprehension()
	}
	return nil
}

func (p *parser) dictOrSet(mark int) Expr {
	walrus := p.kind() == tokName && p.kindAt(1) == tokColonEqual
	first := p.starNamedExpression()
	if first == nil {
		return nil
	}
	_, star := first.(*Starred)
	if p.kind() == tokColon && !walrus && !star {
		return p.dictItems(mark, first)
	}
	return p.setItems(mark, first)
}

// dictItems reads the pairs of a dict; firstKey is nil when it is still to be read.
func (p *parser) dictItems(mark int, firstKey Expr) Expr {
	d := &Dict{}
	for {
		here := p.pos
		key, value, ok := p.keyValueAt(len(d.Keys), firstKey)
		if !ok {
			p.pos = here
			break
		}
		firstKey = nil
		d.Keys, d.Values = append(d.Keys, key), append(d.Values, value)
		if len(d.Keys) == 1 && (p.kind() == tokFor || p.kind() == tokAsync) {
			generators := p.forIfClauses()
			if key == nil || generators == nil || !p.accept(tokRBrace) {
				return nil
			}
			return &Comprehension{Span: p.from(mark), Kind: CompDict, Elt: key, Value: value, Generators: generators}
		}
		if !p.accept(tokComma) {
			break
		}
	}
	if len(d.Keys) == 0 || !p.accept(tokRBrace) {
		return nil
	}
	d.Span = p.from(mark)
	return d
}

// keyValueAt is pair n of a dict. CPython misses a forgotten comma in the keys after the
// first, unless they start with a parenthesis, and says that a colon is expected.
func (p *parser) keyValueAt(n int, key Expr) (Expr, Expr, bool) {
	k := p.kind()
	if n == 0 || !p.looking() || k == tokDoubleStar || k == tokLParen || k == tokLBracket {
		return p.keyValue(key)
	}
	p.invalidOff++
	key = p.expression()
	p.invalidOff--
	if key == nil {
		return nil, nil, false
	}
	return p.keyValue(key)
}

// keyValue is `key: value` or `**value`; the key may have been read before.
func (p *parser) keyValue(key Expr) (Expr, Expr, bool) {
	if key == nil && p.accept(tokDoubleStar) {
		value := p.bitwiseOr()
		return nil, value, value != nil
	}
	if key == nil {
		key = p.expression()
	}
	if key == nil || !p.accept(tokColon) {
		return nil, nil, false
	}
	value := p.expression()
	return key, value, value != nil
}

func (p *parser) setDisplay() Expr {
	p.enter()
	defer p.leave()
	mark := p.pos
	p.pos++
	first := p.starNamedExpression()
	if first != nil {
		if e := p.setItems(mark, first); e != nil {
			return e
		}
	}
	if p.looking() {
		p.pos = mark
		p.invalidComprehension()
	}
	p.pos = mark
	return nil
}

func (p *parser) setItems(mark int, first Expr) Expr {
	if k := p.kind(); k == tokFor || k == tokAsync {
		return p.comprehension(mark, CompSet, first, tokRBrace)
	}
	elts := p.moreItems(first, (*parser).starNamedExpression)
	if !p.accept(tokRBrace) {
		return nil
	}
	return &Set{Span: p.from(mark), Elts: elts}
}

// forIfClauses is one or more `for … in … if …`.
func (p *parser) forIfClauses() []*Generator {
	var generators []*Generator
	for {
		mark := p.pos
		k := p.kind()
		if k != tokFor && !(k == tokAsync && p.kindAt(1) == tokFor) {
			return generators
		}
		g := p.forIfClause(k == tokAsync)
		if g == nil {
			p.pos = mark
			p.invalidForIfClause() // already in the first pass
			if p.looking() {
				p.pos = mark
				p.invalidForTarget()
			}
			// `in` commits: without it the clauses so far stand.
			p.pos = mark
			if p.sawIn(mark) {
				return nil
			}
			return generators
		}
		generators = append(generators, g)
	}
}

// sawIn says whether the clause at mark has targets and `in`.
func (p *parser) sawIn(mark int) bool {
	defer func() { p.pos = mark }()
	p.accept(tokAsync)
	return p.accept(tokFor) && p.starTargets() != nil && p.accept(tokIn)
}

func (p *parser) forIfClause(async bool) *Generator {
	g := &Generator{Async: async}
	if async {
		p.pos++
	}
	p.pos++
	g.Target = p.starTargets()
	if g.Target == nil || !p.accept(tokIn) {
		return nil
	}
	g.Iter = p.disjunction()
	if g.Iter == nil {
		return nil
	}
	for p.kind() == tokIf {
		here := p.pos
		p.pos++
		test := p.disjunction()
		if test == nil {
			p.pos = here
			break
		}
		g.Ifs = append(g.Ifs, test)
	}
	return g
}

// slices is what stands between the brackets of a subscript.
func (p *parser) slices() Expr {
	p.enter()
	defer p.leave()
	mark := p.pos
	first := p.sliceOrStarred()
	if first == nil {
		return nil
	}
	_, star := first.(*Starred)
	if p.kind() != tokComma && !star {
		return first
	}
	elts := p.moreItems(first, (*parser).sliceOrStarred)
	return &Tuple{Span: p.from(mark), Elts: elts}
}

func (p *parser) sliceOrStarred() Expr {
	if p.kind() == tokStar {
		return p.starredExpression()
	}
	mark := p.pos
	var lower Expr
	if p.kind() != tokColon {
		if lower = p.expression(); lower == nil || p.kind() != tokColon {
			p.pos = mark
			return p.namedExpression()
		}
	}
	s := &Slice{Lower: lower}
	p.pos++
	s.Upper = p.optionalExpression()
	if p.accept(tokColon) {
		s.Step = p.optionalExpression()
	}
	s.Span = p.from(mark)
	return s
}

func (p *parser) optionalExpression() Expr {
	if k := p.kind(); k == tokColon || k == tokComma || k == tokRBracket {
		return nil
	}
	here := p.pos
	e := p.expression()
	if e == nil {
		p.pos = here
	}
	return e
}
