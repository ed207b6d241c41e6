package syntax

// paramShape is what the invalid rules need to know of one parameter.
type paramShape struct {
	span       Span
	hasDefault bool
}

// shapeOfParam reads a parameter with its default, and the comma after it unless the
// list ends there. It fails on anything else.
func (p *parser) shapeOfParam(style paramStyle) (paramShape, bool) {
	mark := p.pos
	arg := p.arg(style, false)
	if arg == nil {
		p.pos = mark
		return paramShape{}, false
	}
	shape := paramShape{span: arg.Span}
	if p.kind() == tokEqual {
		_, value := p.defaultValue()
		if value == nil {
			p.pos = mark
			return paramShape{}, false
		}
		shape.hasDefault = true
	}
	if !p.accept(tokComma) && p.kind() != style.closing {
		p.pos = mark
		return paramShape{}, false
	}
	return shape, true
}

// invalidParameters walks the parameters before any star and raises at the first that is
// out of order.
func (p *parser) invalidParameters(style paramStyle) {
	slash, anyDefault, count := false, false, 0
	for {
		t := p.token()
		switch t.kind {
		case tokSlash:
			p.invalidSlash(t, slash, count, style)
			slash = true
			continue
		case tokLParen:
			if !anyDefault {
				p.parenthesizedParams(style)
			}
			return
		case tokStar:
			p.slashAfterStar(style)
			return
		}
		shape, ok := p.shapeOfParam(style)
		if !ok {
			return
		}
		if anyDefault && !shape.hasDefault {
			p.raiseAt(shape.span, "parameter without a default follows parameter with a default")
		}
		anyDefault = anyDefault || shape.hasDefault
		count++
		if p.kind() == style.closing {
			return
		}
	}
}

// invalidSlash looks at a slash and what follows it; it takes the comma.
func (p *parser) invalidSlash(t token, second bool, before int, style paramStyle) {
	if second {
		p.raiseAt(t.span(), "/ may appear only once")
	}
	p.pos++
	if before == 0 && p.kind() == tokComma {
		p.raiseAt(t.span(), "at least one argument must precede /")
	}
	if star := p.token(); before > 0 && star.kind == tokStar {
		p.raiseAt(star.span(), "expected comma between / and *")
	}
	p.accept(tokComma)
}

func (p *parser) parenthesizedParams(style paramStyle) {
	open := p.token().span()
	p.pos++
	names := 0
	for p.kind() == tokName {
		p.pos++
		names++
		if !p.accept(tokComma) {
			break
		}
	}
	if closing := p.token().span(); names > 0 && p.accept(tokRParen) {
		p.raiseRange(open, closing, "%s", style.parenError)
	}
}

// slashAfterStar finds a slash among the keyword-only parameters.
func (p *parser) slashAfterStar(style paramStyle) {
	p.pos++
	if !p.paramsAfterStar(style) {
		return
	}
	if t := p.token(); t.kind == tokSlash {
		p.raiseAt(t.span(), "/ must be ahead of *")
	}
}

// paramsAfterStar skips the comma or name after a star and the keyword-only parameters.
func (p *parser) paramsAfterStar(style paramStyle) bool {
	if !p.accept(tokComma) {
		if s, ok := p.shapeOfParam(style); !ok || s.hasDefault {
			return false
		}
	}
	for {
		if _, ok := p.shapeOfParam(style); !ok {
			return true
		}
	}
}

func (p *parser) invalidDefault() {
	equal := p.token().span()
	p.pos++
	if k := p.kind(); k == tokRParen || k == tokComma {
		p.raiseAt(equal, "expected default value expression")
	}
}

// invalidStarEtc looks at a star; the next token is the star.
func (p *parser) invalidStarEtc(style paramStyle) {
	mark := p.pos
	star := p.token().span()
	p.pos++
	bare := p.kind() == style.closing
	if p.kind() == tokComma {
		next := p.kindAt(1)
		bare = next == style.closing || next == tokDoubleStar
		if bare {
			p.pos++
		}
	}
	if bare {
		if style.forLambda {
			p.raiseLast("SyntaxError", "named arguments must follow bare *")
		}
		p.raiseAt(star, "named arguments must follow bare *")
	}
	if p.arg(style, false) != nil && p.kind() == tokEqual {
		p.raiseAt(p.token().span(), "var-positional argument cannot have default value")
	}
	p.pos = mark + 1
	if !p.paramsAfterStar(style) {
		return
	}
	if t := p.token(); p.accept(tokStar) {
		s, ok := p.shapeOfParam(style)
		if ok && !s.hasDefault || p.kind() == tokComma {
			p.raiseAt(t.span(), "* argument may appear only once")
		}
	}
}

// invalidKwds looks at what follows **name; the next token is the double star.
func (p *parser) invalidKwds(style paramStyle) {
	p.pos++
	if p.arg(style, false) == nil {
		return
	}
	t := p.token()
	if t.kind == tokEqual {
		p.raiseAt(t.span(), "var-keyword argument cannot have default value")
	}
	if !p.accept(tokComma) {
		return
	}
	t = p.token()
	if arg := p.arg(style, false); arg != nil {
		p.raiseAt(arg.Span, "arguments cannot follow var-keyword argument")
	}
	if t.kind == tokStar || t.kind == tokDoubleStar || t.kind == tokSlash {
		p.raiseAt(t.span(), "arguments cannot follow var-keyword argument")
	}
}

func (p *parser) invalidTypeParams() {
	p.pos++
	if t := p.token(); t.kind == tokRBracket {
		p.raiseFrom(t.span(), "Type parameter list cannot be empty")
	}
}

// invalidTypeParam is for a bound of *Ts or **P; the next token is the colon.
func (p *parser) invalidTypeParam(kind TypeParamKind) {
	colon := p.token().span()
	p.pos++
	bound := p.expression()
	if bound == nil {
		return
	}
	what, name := "bound", "TypeVarTuple"
	if _, tuple := bound.(*Tuple); tuple {
		what = "constraints"
	}
	if kind == ParamSpec {
		name = "ParamSpec"
	}
	p.raiseFrom(colon, "cannot use %s with %s", what, name)
}
