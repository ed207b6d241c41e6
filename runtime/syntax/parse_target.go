package syntax

// starTargets is what may be assigned to by for, with and the comprehension clauses: one
// target, or several with commas.
func (p *parser) starTargets() Expr { return p.oneOrTuple((*parser).starTarget) }

func (p *parser) starTarget() Expr {
	return p.memoized(ruleStarTarget, (*parser).starTargetRaw)
}

func (p *parser) starTargetRaw() Expr {
	mark := p.pos
	var e Expr
	if p.kind() == tokStar {
		e = p.starred((*parser).starTarget)
		if s, ok := e.(*Starred); ok {
			if _, twice := s.Value.(*Starred); twice {
				e = nil
			}
		}
	} else {
		e = p.primary()
	}
	if e == nil || !isTarget(e) {
		p.pos = mark
		return nil
	}
	return e
}

// isTarget says whether an expression can be assigned to.
func isTarget(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Starred:
		_, twice := e.Value.(*Starred)
		return !twice && isTarget(e.Value)
	case *Tuple:
		return allOf(e.Elts, isTarget)
	case *List:
		return allOf(e.Elts, isTarget)
	}
	return false
}

func allOf(elts []Expr, test func(Expr) bool) bool {
	for _, e := range elts {
		if !test(e) {
			return false
		}
	}
	return true
}

// isSingleTarget says whether an expression can stand left of an annotation or an
// augmented assignment.
func isSingleTarget(e Expr) bool {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	}
	return false
}

// isDeleteTarget says whether an expression can be deleted.
func isDeleteTarget(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Tuple:
		return allOf(e.Elts, isDeleteTarget)
	case *List:
		return allOf(e.Elts, isDeleteTarget)
	}
	return false
}
