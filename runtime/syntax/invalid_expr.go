package syntax

// The invalid rules run in the second pass only, each where CPython 3.13's grammar has its
// own (Grammar/python.gram). They raise when they recognise a mistake and otherwise return;
// the caller restores the position.

// describe names an expression as the messages do.
func describe(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *Comprehension:
		return [...]string{"list comprehension", "set comprehension", "dict comprehension", "generator expression"}[e.Kind]
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	case *Constant:
		switch e.Kind {
		case ConstNone:
			return "None"
		case ConstTrue:
			return "True"
		case ConstFalse:
			return "False"
		case ConstEllipsis:
			return "ellipsis"
		}
	}
	return "literal"
}

// targetUse says what a target is for.
type targetUse uint8

const (
	assignTarget targetUse = iota
	deleteTarget
	forTarget
)

// raiseInvalidTarget raises for the part of e that cannot be assigned to or deleted.
func (p *parser) raiseInvalidTarget(e Expr, use targetUse) {
	bad := invalidTarget(e, use)
	if bad == nil {
		return
	}
	verb := "assign to"
	if use == deleteTarget {
		verb = "delete"
	}
	p.raiseAt(bad.Position(), "cannot %s %s", verb, describe(bad))
}

func invalidTarget(e Expr, use targetUse) Expr {
	switch t := e.(type) {
	case nil:
		return nil
	case *List:
		return firstInvalidTarget(t.Elts, use)
	case *Tuple:
		return firstInvalidTarget(t.Elts, use)
	case *Starred:
		if use == deleteTarget {
			return e
		}
		return invalidTarget(t.Value, use)
	case *Compare:
		// `for a in b` without more reads as a comparison.
		if use == forTarget {
			if t.Ops[0] == In {
				return invalidTarget(t.Left, use)
			}
			return nil
		}
	case *Name, *Attribute, *Subscript:
		return nil
	}
	return e
}

func firstInvalidTarget(elts []Expr, use targetUse) Expr {
	for _, e := range elts {
		if bad := invalidTarget(e, use); bad != nil {
			return bad
		}
	}
	return nil
}

func (p *parser) isLegacyStatement(e Expr) bool {
	n, ok := e.(*Name)
	return ok && (n.ID == "print" || n.ID == "exec")
}

// invalidExpression finds two expressions side by side, and an if without else.
func (p *parser) invalidExpression() {
	mark := p.pos
	soft := p.kind() == tokName && isSoftKeyword(p.text(p.tokens[p.pos]))
	nameString := p.kind() == tokName && p.kindAt(1) == tokString
	if !soft && !nameString {
		if a := p.disjunction(); a != nil {
			p.sideBySide(a)
		}
	}
	p.pos = mark
	if a := p.disjunction(); a != nil && p.accept(tokIf) {
		if b := p.disjunction(); b != nil {
			if k := p.kind(); k != tokElse && k != tokColon {
				p.raiseRange(a.Position(), b.Position(), "expected 'else' after 'if' expression")
			}
		}
	}
	p.pos = mark
	p.invalidFStringLambda()
}

func (p *parser) sideBySide(a Expr) {
	p.invalidOff++
	b := p.expressionWithoutInvalid()
	p.invalidOff--
	if b == nil || p.isLegacyStatement(a) || p.tokens[p.pos-1].level == 0 {
		return
	}
	p.raiseRange(a.Position(), b.Position(), "invalid syntax. Perhaps you forgot a comma?")
}

// invalidFStringLambda finds a lambda whose colon the f-string took for its own.
func (p *parser) invalidFStringLambda() {
	first := p.token().span()
	if !p.accept(tokLambda) {
		return
	}
	if p.kind() != tokColon && p.lambdaParams() == nil {
		return
	}
	colon := p.token().span()
	if p.accept(tokColon) && p.kind() == tokFStringMiddle {
		p.raiseRange(first, colon, "f-string: lambda expressions are not allowed without parentheses")
	}
}

// invalidLegacyExpression finds print and exec used as statements. What follows a name is
// read whatever the name is, since it may hold a mistake of its own.
func (p *parser) invalidLegacyExpression() {
	name, span, ok := p.name()
	if !ok || p.kind() == tokLParen {
		return
	}
	if b := p.starExpressions(); b != nil && (name == "print" || name == "exec") {
		p.raiseRange(span, b.Position(), "Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name)
	}
}

// invalidNamedExpression finds := and = where they cannot stand.
func (p *parser) invalidNamedExpression() {
	p.memoized(ruleInvalidNamed, func(p *parser) Expr {
		p.invalidNamedExpressionRaw()
		return nil
	})
}

func (p *parser) invalidNamedExpressionRaw() {
	mark := p.pos
	if a := p.expression(); a != nil && p.accept(tokColonEqual) && p.expression() != nil {
		p.raiseAt(a.Position(), "cannot use assignment expressions with %s", describe(a))
	}
	p.pos = mark
	if _, span, ok := p.name(); ok && p.accept(tokEqual) {
		if b := p.bitwiseOr(); b != nil && !p.atAssignment() {
			p.raiseRange(span, b.Position(), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
	}
	p.pos = mark
	if p.atDisplay() {
		return
	}
	p.pos = mark
	if a := p.bitwiseOr(); a != nil && p.accept(tokEqual) && p.bitwiseOr() != nil && !p.atAssignment() {
		p.raiseAt(a.Position(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", describe(a))
	}
}

func (p *parser) atAssignment() bool {
	k := p.kind()
	return k == tokEqual || k == tokColonEqual
}

// atDisplay says whether a list, a tuple, a generator expression or True, None or False is next.
func (p *parser) atDisplay() bool {
	switch p.kind() {
	case tokTrue, tokNoneKw, tokFalse:
		return true
	case tokLBracket:
		_, ok := p.listDisplay().(*List)
		return ok
	case tokLParen:
		switch e := p.parenthesized().(type) {
		case *Tuple:
			return e.Parenthesized
		case *Comprehension:
			return e.Kind == CompGenerator
		}
	}
	return false
}

// invalidNotOperand finds not where an arithmetic operator wants its operand.
func (p *parser) invalidNotOperand(operand func(*parser) Expr) {
	not := p.token().span()
	if !p.accept(tokNot) {
		return
	}
	if e := operand(p); e != nil {
		p.raiseRange(not, e.Position(), "'not' after an operator must be parenthesized")
	}
}

func (p *parser) invalidGroup() {
	p.pos++
	if p.kind() == tokStar {
		if a := p.starredExpression(); a != nil && p.kind() == tokRParen {
			p.raiseAt(a.Position(), "cannot use starred expression here")
		}
		return
	}
	stars := p.token().span()
	if p.accept(tokDoubleStar) && p.expression() != nil && p.kind() == tokRParen {
		p.raiseAt(stars, "cannot use double starred expression here")
	}
}

// invalidComprehension finds unpacking or a bare tuple as the element.
func (p *parser) invalidComprehension() {
	mark := p.pos
	open := p.kind()
	p.pos++
	if p.kind() == tokStar {
		if a := p.starredExpression(); a != nil && p.forIfClauses() != nil {
			p.raiseAt(a.Position(), "iterable unpacking cannot be used in comprehension")
		}
	}
	if open == tokLParen {
		return
	}
	p.pos = mark + 1
	a := p.starNamedExpression()
	if a == nil || p.kind() != tokComma {
		return
	}
	comma := p.token().span()
	elts := p.moreItems(a, (*parser).starNamedExpression)
	last := comma
	if len(elts) > 1 {
		last = elts[len(elts)-1].Position()
	}
	if p.forIfClauses() != nil {
		p.raiseRange(a.Position(), last, "did you forget parentheses around the comprehension target?")
	}
}

func (p *parser) invalidDictComprehension() {
	p.pos++
	stars := p.token().span()
	if p.accept(tokDoubleStar) && p.bitwiseOr() != nil && p.forIfClauses() != nil && p.kind() == tokRBrace {
		p.raiseAt(stars, "dict unpacking cannot be used in dict comprehension")
	}
}

// invalidDoubleStarredKVPairs looks at what stands after the brace of a dict.
func (p *parser) invalidDoubleStarredKVPairs() {
	mark := p.pos
	for n := 0; ; n++ {
		here := p.pos
		if n > 0 && !p.accept(tokComma) {
			break
		}
		if _, _, ok := p.keyValue(nil); ok {
			continue
		}
		if p.pos = here; n > 0 {
			p.pos++
			p.invalidKVPair()
		}
		break
	}
	p.pos = mark
	p.invalidDictValue()
}

func (p *parser) invalidKVPair() {
	mark := p.pos
	if a := p.expression(); a != nil && p.kind() != tokColon {
		span := a.Position()
		err := p.errorAt("SyntaxError", Span{Line: span.Line, Col: max(0, span.EndCol-1), EndLine: span.EndLine, EndCol: -1},
			"':' expected after dictionary key")
		panic(bailout{err})
	}
	p.pos = mark
	p.invalidDictValue()
}

func (p *parser) invalidDictValue() {
	if p.expression() == nil || p.kind() != tokColon {
		return
	}
	colon := p.token().span()
	p.pos++
	star := p.token().span()
	switch p.kind() {
	case tokStar:
		p.pos++
		if p.bitwiseOr() != nil {
			p.raiseFrom(star, "cannot use a starred expression in a dictionary value")
		}
	case tokRBrace, tokComma:
		p.raiseAt(colon, "expression expected after dictionary key and ':'")
	}
}

// invalidForIfClause finds a for clause without in.
func (p *parser) invalidForIfClause() {
	p.accept(tokAsync)
	if !p.accept(tokFor) {
		return
	}
	first := p.bitwiseOr()
	if first == nil {
		return
	}
	p.moreItems(first, (*parser).bitwiseOr)
	if p.kind() != tokIn {
		p.raiseLast("SyntaxError", "'in' expected after for-loop variables")
	}
}

func (p *parser) invalidForTarget() {
	p.accept(tokAsync)
	if p.accept(tokFor) {
		p.raiseInvalidTarget(p.starExpressions(), forTarget)
	}
}
