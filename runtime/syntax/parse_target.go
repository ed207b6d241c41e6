package syntax

// starTargets is what may be assigned to by for, with and the comprehension clauses: one
// target, or several with commas.
func (p *parser) starTargets() Expr {
	mark := p.pos
	first := p.starTarget()
	if first == nil || p.kind() != tokComma {
		return first
	}
	return p.restOfTuple(mark, first, (*parser).starTarget)
}

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
		return allTargets(e.Elts)
	case *List:
		return allTargets(e.Elts)
	}
	return false
}

func allTargets(elts []Expr) bool {
	for _, e := range elts {
		if !isTarget(e) {
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
		return allDeleteTargets(e.Elts)
	case *List:
		return allDeleteTargets(e.Elts)
	}
	return false
}

func allDeleteTargets(elts []Expr) bool {
	for _, e := range elts {
		if !isDeleteTarget(e) {
			return false
		}
	}
	return true
}
