package syntax

// matchStmt returns nil when "match" is a plain name here.
func (p *parser) matchStmt() Stmt {
	mark := p.pos
	s := p.matchStmtRaw()
	if s == nil {
		if p.looking() {
			p.pos = mark
			p.invalidMatchStmt()
		}
		return nil
	}
	return s
}

func (p *parser) matchStmtRaw() Stmt {
	mark := p.pos
	p.pos++
	s := &Match{Subject: p.subject()}
	if s.Subject == nil || !p.accept(tokColon) || !p.accept(tokNewline) || !p.accept(tokIndent) {
		return nil
	}
	for p.atSoft("case") {
		here := p.pos
		c := p.caseBlock()
		if c == nil {
			p.pos = here
			break
		}
		s.Cases = append(s.Cases, c)
	}
	if s.Cases == nil || !p.accept(tokDedent) {
		return nil
	}
	s.Span = p.closed(mark)
	return s
}

// subject is what is matched: a named expression, or a tuple without parentheses.
func (p *parser) subject() Expr {
	mark := p.pos
	first := p.starNamedExpression()
	if first == nil {
		return nil
	}
	if p.kind() == tokComma {
		return p.restOfTuple(mark, first, (*parser).starNamedExpression)
	}
	if _, star := first.(*Starred); star {
		return nil
	}
	return first
}

func (p *parser) caseBlock() *MatchCase {
	mark := p.pos
	if p.looking() {
		p.invalidCaseBlock()
		p.pos = mark
	}
	p.pos++
	c := &MatchCase{Pattern: p.patterns()}
	if c.Pattern == nil {
		return nil
	}
	if p.kind() == tokIf {
		if c.Guard = p.guard(); c.Guard == nil {
			return nil
		}
	}
	if c.Body = p.colonBlock(); c.Body == nil {
		return nil
	}
	c.Span = p.closed(mark)
	return c
}

func (p *parser) guard() Expr {
	p.pos++
	return p.namedExpression()
}

// patterns is one pattern, or an open sequence of them.
func (p *parser) patterns() Pattern {
	mark := p.pos
	first := p.maybeStarPattern()
	if first == nil {
		return nil
	}
	if p.kind() != tokComma {
		if _, star := first.(*MatchStar); star {
			return nil
		}
		return first
	}
	list := p.morePatterns(first)
	return &MatchSequence{Span: p.from(mark), Patterns: list}
}

func (p *parser) morePatterns(first Pattern) []Pattern {
	list := []Pattern{first}
	for p.accept(tokComma) {
		here := p.pos
		next := p.maybeStarPattern()
		if next == nil {
			p.pos = here
			break
		}
		list = append(list, next)
	}
	return list
}

func (p *parser) maybeStarPattern() Pattern {
	if p.kind() != tokStar {
		return p.pattern()
	}
	mark := p.pos
	p.pos++
	name, ok := p.captureTarget()
	if !ok {
		p.pos = mark
		return nil
	}
	return &MatchStar{Span: p.from(mark), Name: name}
}

// captureTarget is a name that is bound, "" for the wildcard. A dotted name, a call or
// a keyword argument is something else.
func (p *parser) captureTarget() (string, bool) {
	mark := p.pos
	name, _, ok := p.name()
	if !ok {
		return "", false
	}
	if name == "_" {
		return "", true
	}
	if k := p.kind(); k == tokDot || k == tokLParen || k == tokEqual {
		p.pos = mark
		return "", false
	}
	return name, true
}

func (p *parser) pattern() Pattern {
	p.enter()
	defer p.leave()
	mark := p.pos
	inner := p.orPattern()
	if inner == nil || p.kind() != tokAs {
		return inner
	}
	here := p.pos
	p.pos++
	name, ok := p.captureTarget()
	if ok && name != "" {
		return &MatchAs{Span: p.from(mark), Pattern: inner, Name: name}
	}
	if p.looking() {
		p.pos = mark
		p.invalidAsPattern()
	}
	p.pos = here
	return inner
}

func (p *parser) orPattern() Pattern {
	mark := p.pos
	first := p.closedPattern()
	if first == nil || p.kind() != tokPipe {
		return first
	}
	list := []Pattern{first}
	for p.kind() == tokPipe {
		here := p.pos
		p.pos++
		next := p.closedPattern()
		if next == nil {
			p.pos = here
			break
		}
		list = append(list, next)
	}
	if len(list) == 1 {
		return first
	}
	return &MatchOr{Span: p.from(mark), Patterns: list}
}

func (p *parser) closedPattern() Pattern {
	mark := p.pos
	var result Pattern
	switch k := p.kind(); k {
	case tokTrue:
		result = p.singleton(ConstTrue)
	case tokFalse:
		result = p.singleton(ConstFalse)
	case tokNoneKw:
		result = p.singleton(ConstNone)
	case tokNumber, tokMinus, tokString, tokFStringStart:
		if e := p.literalExpr(); e != nil {
			result = &MatchValue{Span: p.from(mark), Value: e}
		}
	case tokName:
		result = p.namePattern()
	case tokLParen:
		result = p.groupPattern()
	case tokLBracket:
		result = p.bracketPattern()
	case tokLBrace:
		result = p.mappingPattern()
	}
	if result == nil {
		p.pos = mark
	}
	return result
}

func (p *parser) singleton(kind ConstantKind) Pattern {
	c := p.constant(kind).(*Constant)
	return &MatchSingleton{Span: c.Span, Value: c}
}

// literalExpr is a string, a number with an optional sign, or a complex number.
func (p *parser) literalExpr() Expr {
	mark := p.pos
	if k := p.kind(); k == tokString || k == tokFStringStart {
		return p.strings()
	}
	left := p.signedNumber()
	if left == nil {
		return nil
	}
	op := Add
	switch p.kind() {
	case tokPlus:
	case tokMinus:
		op = Sub
	default:
		return left
	}
	p.pos++
	if p.kind() != tokNumber {
		return nil
	}
	t := p.tokens[p.pos]
	p.pos++
	right := p.numberConstant(t)
	if right.(*Constant).Kind != ConstImaginary {
		p.raiseAt(right.Position(), "imaginary number required in complex literal")
	}
	if isImaginary(left) {
		p.raiseAt(left.Position(), "real number required in complex literal")
	}
	return &BinOp{Span: p.from(mark), Left: left, Op: op, Right: right}
}

func isImaginary(e Expr) bool {
	if u, ok := e.(*UnaryOp); ok {
		e = u.Operand
	}
	c, ok := e.(*Constant)
	return ok && c.Kind == ConstImaginary
}

func (p *parser) signedNumber() Expr {
	mark := p.pos
	negative := p.accept(tokMinus)
	if p.kind() != tokNumber {
		return nil
	}
	t := p.tokens[p.pos]
	p.pos++
	e := p.numberConstant(t)
	if negative {
		return &UnaryOp{Span: p.from(mark), Op: USub, Operand: e}
	}
	return e
}

// namePattern is a capture, a wildcard, a dotted value or a class.
func (p *parser) namePattern() Pattern {
	mark := p.pos
	name, span, _ := p.name()
	switch p.kind() {
	case tokDot, tokLParen:
	case tokEqual:
		return nil
	default:
		if name == "_" {
			name = ""
		}
		return &MatchAs{Span: span, Name: name}
	}
	var value Expr = &Name{Span: span, ID: name}
	for p.accept(tokDot) {
		attr, attrSpan, ok := p.name()
		if !ok {
			return nil
		}
		value = &Attribute{Span: p.from(mark), Value: value, Attr: attr, AttrSpan: attrSpan}
	}
	switch p.kind() {
	case tokLParen:
		return p.classPattern(mark, value)
	case tokEqual:
		return nil
	}
	return &MatchValue{Span: p.from(mark), Value: value}
}

func (p *parser) groupPattern() Pattern {
	mark := p.pos
	p.pos++
	if p.accept(tokRParen) {
		return &MatchSequence{Span: p.from(mark)}
	}
	first := p.maybeStarPattern()
	if first == nil {
		return nil
	}
	_, star := first.(*MatchStar)
	if p.kind() != tokComma {
		if star || !p.accept(tokRParen) {
			return nil
		}
		return first
	}
	list := p.morePatterns(first)
	if !p.accept(tokRParen) {
		return nil
	}
	return &MatchSequence{Span: p.from(mark), Patterns: list}
}

func (p *parser) bracketPattern() Pattern {
	mark := p.pos
	p.pos++
	var list []Pattern
	if p.kind() != tokRBracket {
		first := p.maybeStarPattern()
		if first == nil {
			return nil
		}
		list = p.morePatterns(first)
	}
	if !p.accept(tokRBracket) {
		return nil
	}
	return &MatchSequence{Span: p.from(mark), Patterns: list}
}

func (p *parser) mappingPattern() Pattern {
	mark := p.pos
	p.pos++
	m := &MatchMapping{}
	for p.kind() != tokRBrace {
		if p.accept(tokDoubleStar) {
			name, ok := p.captureTarget()
			if !ok || name == "" {
				return nil
			}
			m.Rest = name
			p.accept(tokComma)
			break
		}
		key := p.mappingKey()
		if key == nil || !p.accept(tokColon) {
			return nil
		}
		value := p.pattern()
		if value == nil {
			return nil
		}
		m.Keys, m.Patterns = append(m.Keys, key), append(m.Patterns, value)
		if !p.accept(tokComma) {
			break
		}
	}
	if !p.accept(tokRBrace) {
		return nil
	}
	m.Span = p.from(mark)
	return m
}

// mappingKey is a literal or a dotted name.
func (p *parser) mappingKey() Expr {
	switch p.kind() {
	case tokTrue:
		return p.constant(ConstTrue)
	case tokFalse:
		return p.constant(ConstFalse)
	case tokNoneKw:
		return p.constant(ConstNone)
	case tokName:
		v, ok := p.namePattern().(*MatchValue)
		if !ok {
			return nil
		}
		return v.Value
	}
	return p.literalExpr()
}

// classPattern is Class(patterns, name=pattern); the next token is the parenthesis.
func (p *parser) classPattern(mark int, cls Expr) Pattern {
	p.pos++
	c := &MatchClass{Cls: cls}
	for p.kind() != tokRParen {
		keyword := ""
		if p.kind() == tokName && p.kindAt(1) == tokEqual {
			keyword, _, _ = p.name()
			p.pos++
		}
		value := p.pattern()
		if value == nil {
			return nil
		}
		switch {
		case keyword != "":
			c.KwdAttrs, c.KwdPatterns = append(c.KwdAttrs, keyword), append(c.KwdPatterns, value)
		case len(c.KwdAttrs) > 0:
			if p.looking() {
				p.invalidClassPattern(value)
			}
			return nil
		default:
			c.Patterns = append(c.Patterns, value)
		}
		if !p.accept(tokComma) {
			break
		}
	}
	if !p.accept(tokRParen) {
		return nil
	}
	c.Span = p.from(mark)
	return c
}
