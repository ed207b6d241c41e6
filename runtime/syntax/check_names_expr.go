package syntax

func (c *nameChecker) targets(list []Expr) {
	for _, e := range list {
		c.target(e)
	}
}

// target visits what is assigned to or deleted.
func (c *nameChecker) target(e Expr) {
	switch e := e.(type) {
	case nil:
	case *Name:
		c.add(e.ID, nameLocal, e.Span)
	case *Tuple:
		c.targets(e.Elts)
	case *List:
		c.targets(e.Elts)
	case *Starred:
		c.target(e.Value)
	default:
		c.expr(e)
	}
}

func (c *nameChecker) expr(e Expr) {
	if e == nil {
		return
	}
	c.enter(e)
	defer c.leave()
	switch e := e.(type) {
	case *Name:
		c.add(e.ID, nameUsed, e.Span)
		return
	case *Constant:
		return
	case *Lambda:
		c.exprs(defaultsOf(e.Args))
		c.push(scopeFunction)
		c.args(e.Args)
		c.expr(e.Body)
		c.pop()
		return
	case *Comprehension:
		c.comprehension(e)
		return
	case *NamedExpr:
		c.namedExpr(e)
		return
	case *Await:
		c.refuseInTypeScope("await expression", e.Span)
		c.scope.coroutine = true
	case *Yield, *YieldFrom:
		c.refuseInTypeScope("yield expression", e.Position())
		eachChild(e, c.expr)
		c.scope.generator = true
		if c.scope.comprehension {
			what := [...]string{"list comprehension", "set comprehension", "dict comprehension", "generator expression"}
			c.raise(e.Position(), "'yield' inside %s", what[c.scope.compKind])
		}
		return
	}
	eachChild(e, c.expr)
}

// refuseInTypeScope raises where types are written in a scope of their own.
func (c *nameChecker) refuseInTypeScope(what string, span Span) {
	switch c.scope.kind {
	case scopeTypeParams:
		c.raise(span, "%s cannot be used within the definition of a generic", what)
	case scopeTypeAlias:
		c.raise(span, "%s cannot be used within a type alias", what)
	case scopeTypeBound:
		c.raise(span, "%s cannot be used within %s", what, c.scope.what)
	}
}

func (c *nameChecker) namedExpr(e *NamedExpr) {
	c.refuseInTypeScope("named expression", e.Span)
	if c.scope.inIterable > 0 {
		c.raise(e.Span, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if c.scope.comprehension {
		c.extendNamedExprScope(e.Target)
	}
	c.expr(e.Value)
	c.add(e.Target.ID, nameLocal, e.Target.Span)
}

// extendNamedExprScope binds the target in the scope around the comprehensions.
func (c *nameChecker) extendNamedExprScope(target *Name) {
	for s := c.scope; s != nil; s = s.parent {
		flags := s.names[target.ID]
		switch {
		case s.comprehension:
			if flags&nameIteration != 0 && flags&(nameLocal|nameGlobal) != 0 {
				c.raise(target.Span, "assignment expression cannot rebind comprehension iteration variable '%s'", target.ID)
			}
		case s.kind == scopeFunction:
			flag := nameNonlocal
			if flags&nameGlobal != 0 {
				flag = nameGlobal
			}
			c.add(target.ID, flag, target.Span)
			c.scope.directives = append(c.scope.directives, directive{target.ID, target.Span})
			c.addTo(s, target.ID)
			return
		case s.kind == scopeModule:
			c.add(target.ID, nameGlobal, target.Span)
			c.addTo(s, target.ID)
			return
		case s.kind == scopeClass:
			c.raise(target.Span, "assignment expression within a comprehension cannot be used in a class body")
		case s.kind == scopeTypeParams:
			c.raise(target.Span, "assignment expression within a comprehension cannot be used within the definition of a generic")
		case s.kind == scopeTypeAlias:
			c.raise(target.Span, "assignment expression within a comprehension cannot be used in a type alias")
		default:
			c.raise(target.Span, "assignment expression within a comprehension cannot be used in a TypeVar bound")
		}
	}
}

func (c *nameChecker) comprehension(e *Comprehension) {
	first := e.Generators[0]
	c.scope.inIterable++
	c.expr(first.Iter)
	c.scope.inIterable--
	s := c.push(scopeFunction)
	s.comprehension, s.compKind = true, e.Kind
	for i, g := range e.Generators {
		s.inTarget = true
		c.target(g.Target)
		s.inTarget = false
		if i > 0 {
			s.inIterable++
			c.expr(g.Iter)
			s.inIterable--
		}
		c.exprs(g.Ifs)
		s.coroutine = s.coroutine || g.Async
	}
	c.expr(e.Value)
	c.expr(e.Elt)
	c.pop()
	if s.coroutine {
		c.facts.asyncComps[e] = true
		c.scope.coroutine = c.scope.coroutine || e.Kind != CompGenerator
	}
}
