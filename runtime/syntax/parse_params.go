package syntax

// paramStyle tells the parameters of def from those of lambda.
type paramStyle struct {
	closing    tokenKind
	annotated  bool
	forLambda  bool
	parenError string
}

var (
	defParams    = paramStyle{closing: tokRParen, annotated: true, parenError: "Function parameters cannot be parenthesized"}
	lambdaParams = paramStyle{closing: tokColon, forLambda: true, parenError: "Lambda expression parameters cannot be parenthesized"}
)

func (p *parser) lambdaParams() *Arguments { return p.params(lambdaParams) }

// params reads the parameters of a function up to, and not including, the closing
// token. It returns nil when they are not in a legal order.
func (p *parser) params(style paramStyle) *Arguments {
	mark := p.pos
	if p.looking() {
		p.invalidParameters(style)
		p.pos = mark
	}
	a := &Arguments{}
	for p.kind() != style.closing {
		if !p.param(a, style) {
			return nil
		}
		if p.kind() != style.closing && !p.accept(tokComma) {
			return nil
		}
	}
	return a
}

// param reads one parameter, or a marker (/ or *).
func (p *parser) param(a *Arguments, style paramStyle) bool {
	starred := a.Vararg != nil || a.KwOnly != nil
	switch p.kind() {
	case tokSlash:
		if starred || a.PosOnly != nil || len(a.Args) == 0 {
			return false
		}
		p.pos++
		a.PosOnly, a.Args = a.Args, nil
		return true
	case tokDoubleStar:
		return p.kwargParam(a, style)
	case tokStar:
		if p.looking() {
			mark := p.pos
			p.invalidStarEtc(style)
			p.pos = mark
		}
		return !starred && p.varargParam(a, style)
	}
	arg := p.arg(style, false)
	if arg == nil {
		return false
	}
	hasDefault, value := p.defaultValue()
	if hasDefault && value == nil {
		return false
	}
	if starred {
		a.KwOnly, a.KwDefaults = append(a.KwOnly, arg), append(a.KwDefaults, value)
		return true
	}
	if !hasDefault && len(a.Defaults) > 0 {
		return false
	}
	a.Args = append(a.Args, arg)
	if hasDefault {
		a.Defaults = append(a.Defaults, value)
	}
	return true
}

// arg is a name with its annotation.
func (p *parser) arg(style paramStyle, starAnnotation bool) *Arg {
	mark := p.pos
	name, _, ok := p.name()
	if !ok {
		return nil
	}
	arg := &Arg{Name: name}
	if style.annotated && p.accept(tokColon) {
		if starAnnotation {
			arg.Annotation = p.starExpression()
		} else {
			arg.Annotation = p.expression()
		}
		if arg.Annotation == nil {
			return nil
		}
	}
	arg.Span = p.from(mark)
	return arg
}

func (p *parser) defaultValue() (bool, Expr) {
	mark := p.pos
	if !p.accept(tokEqual) {
		return false, nil
	}
	value := p.expression()
	if value == nil && p.looking() {
		p.pos = mark
		p.invalidDefault()
	}
	return true, value
}

// varargParam is `*name`, or `*` before at least one keyword-only parameter.
func (p *parser) varargParam(a *Arguments, style paramStyle) bool {
	p.pos++
	if p.kind() != tokComma {
		a.Vararg = p.arg(style, true)
		return a.Vararg != nil
	}
	if p.kindAt(1) != tokName {
		return false
	}
	// A non-nil empty list marks the bare star.
	a.KwOnly = []*Arg{}
	return true
}

func (p *parser) kwargParam(a *Arguments, style paramStyle) bool {
	if p.looking() {
		mark := p.pos
		p.invalidKwds(style)
		p.pos = mark
	}
	p.pos++
	a.Kwarg = p.arg(style, false)
	if a.Kwarg == nil {
		return false
	}
	if p.kind() == tokComma && p.kindAt(1) == style.closing {
		p.pos++
	}
	return p.kind() == style.closing
}

// optionalTypeParams is `[T, *Ts, **P]`, or nothing.
func (p *parser) optionalTypeParams() []*TypeParam {
	mark := p.pos
	if p.kind() != tokLBracket {
		return nil
	}
	params, ok := p.typeParams()
	if !ok {
		p.pos = mark
		return nil
	}
	return params
}

func (p *parser) typeParams() ([]*TypeParam, bool) {
	mark := p.pos
	if p.looking() {
		p.invalidTypeParams()
		p.pos = mark
	}
	p.pos++
	var params []*TypeParam
	for {
		t := p.typeParam()
		if t == nil {
			return nil, false
		}
		params = append(params, t)
		if p.accept(tokComma) && p.kind() != tokRBracket {
			continue
		}
		return params, p.accept(tokRBracket)
	}
}

func (p *parser) typeParam() *TypeParam {
	mark := p.pos
	t := &TypeParam{Kind: TypeVar}
	switch {
	case p.accept(tokStar):
		t.Kind = TypeVarTuple
	case p.accept(tokDoubleStar):
		t.Kind = ParamSpec
	}
	name, _, ok := p.name()
	if !ok {
		return nil
	}
	t.Name = name
	if p.kind() == tokColon {
		if t.Kind != TypeVar {
			p.invalidTypeParam(t.Kind)
			return nil
		}
		p.pos++
		if t.Bound = p.expression(); t.Bound == nil {
			return nil
		}
	}
	if p.accept(tokEqual) {
		if t.Kind == TypeVarTuple {
			t.Default = p.starExpression()
		} else {
			t.Default = p.expression()
		}
		if t.Default == nil {
			return nil
		}
	}
	t.Span = p.from(mark)
	return t
}
