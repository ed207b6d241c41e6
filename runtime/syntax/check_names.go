package syntax

import "strings"

// nameFacts is what the checks of the code need to know of the scopes.
type nameFacts struct {
	generators map[*FunctionDef]bool   // async functions with a yield
	asyncComps map[*Comprehension]bool // comprehensions that await
}

type nameChecker struct {
	*reporter
	scope *nameScope
	facts nameFacts
}

func checkNames(r *reporter, m *Module) nameFacts {
	c := &nameChecker{reporter: r}
	c.facts = nameFacts{generators: map[*FunctionDef]bool{}, asyncComps: map[*Comprehension]bool{}}
	top := c.push(scopeModule)
	c.stmts(m.Body)
	c.resolve(top)
	return c.facts
}

func (c *nameChecker) stmts(body []Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *nameChecker) exprs(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

func (c *nameChecker) stmt(s Stmt) {
	c.enter(s)
	defer c.leave()
	switch s := s.(type) {
	case *FunctionDef:
		c.functionDef(s)
	case *ClassDef:
		c.classDef(s)
	case *Return:
		c.expr(s.Value)
	case *Delete:
		c.targets(s.Targets)
	case *Assign:
		c.targets(s.Targets)
		c.expr(s.Value)
	case *TypeAlias:
		c.typeAlias(s)
	case *AugAssign:
		c.target(s.Target)
		c.expr(s.Value)
	case *AnnAssign:
		c.annAssign(s)
	case *For:
		c.target(s.Target)
		c.expr(s.Iter)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *While:
		c.expr(s.Test)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *If:
		c.expr(s.Test)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *With:
		for _, item := range s.Items {
			c.expr(item.ContextExpr)
			c.target(item.OptionalVars)
		}
		c.stmts(s.Body)
	case *Match:
		c.match(s)
	case *Raise:
		c.expr(s.Exc)
		c.expr(s.Cause)
	case *Try:
		c.try(s)
	case *Assert:
		c.expr(s.Test)
		c.expr(s.Msg)
	case *Import:
		c.aliases(s.Names)
	case *ImportFrom:
		c.aliases(s.Names)
	case *Global:
		c.declare(s.Names, s.Span, nameGlobal, "global")
	case *Nonlocal:
		c.declare(s.Names, s.Span, nameNonlocal, "nonlocal")
	case *ExprStmt:
		c.expr(s.Value)
	}
}

func (c *nameChecker) try(s *Try) {
	c.stmts(s.Body)
	c.stmts(s.Orelse)
	for _, h := range s.Handlers {
		c.expr(h.Type)
		if h.Name != "" {
			c.add(h.Name, nameLocal, h.Span)
		}
		c.stmts(h.Body)
	}
	c.stmts(s.Finalbody)
}

func (c *nameChecker) functionDef(f *FunctionDef) {
	c.add(f.Name, nameLocal, f.Span)
	c.exprs(defaultsOf(f.Args))
	c.exprs(f.Decorators)
	c.generic(f.TypeParams, func() {
		for _, a := range allArgs(f.Args) {
			c.expr(a.Annotation)
		}
		c.expr(f.Returns)
		c.push(scopeFunction)
		c.args(f.Args)
		c.stmts(f.Body)
		if f.Async && c.scope.generator {
			c.facts.generators[f] = true
		}
		c.pop()
	})
}

func (c *nameChecker) args(a *Arguments) {
	for _, arg := range allArgs(a) {
		c.add(arg.Name, nameParam, arg.Span)
	}
}

func (c *nameChecker) classDef(s *ClassDef) {
	c.add(s.Name, nameLocal, s.Span)
	c.exprs(s.Decorators)
	c.generic(s.TypeParams, func() {
		c.exprs(s.Bases)
		for _, k := range s.Keywords {
			c.expr(k.Value)
		}
		c.push(scopeClass)
		c.stmts(s.Body)
		c.pop()
	})
}

func (c *nameChecker) typeAlias(s *TypeAlias) {
	c.add(s.Name.ID, nameLocal, s.Name.Span)
	c.generic(s.TypeParams, func() {
		c.push(scopeTypeAlias)
		c.expr(s.Value)
		c.pop()
	})
}

// generic visits what may use type parameters, in a scope that has them; there is none without parameters.
func (c *nameChecker) generic(params []*TypeParam, visit func()) {
	if len(params) == 0 {
		visit()
		return
	}
	c.push(scopeTypeParams)
	c.typeParams(params)
	visit()
	c.pop()
}

func (c *nameChecker) typeParams(params []*TypeParam) {
	for _, t := range params {
		c.add(t.Name, nameTypeParam|nameLocal, t.Span)
		what := [...]string{"TypeVar", "TypeVarTuple", "ParamSpec"}[t.Kind]
		if t.Bound != nil {
			c.push(scopeTypeBound).what = "a TypeVar bound"
			if _, tuple := t.Bound.(*Tuple); tuple {
				c.scope.what = "a TypeVar constraint"
			}
			c.expr(t.Bound)
			c.pop()
		}
		if t.Default != nil {
			c.push(scopeTypeBound).what = "a " + what + " default"
			c.expr(t.Default)
			c.pop()
		}
	}
}

func (c *nameChecker) annAssign(s *AnnAssign) {
	if name, ok := s.Target.(*Name); ok {
		flags := c.scope.names[name.ID]
		if s.Simple && c.scope.kind != scopeModule && flags&(nameGlobal|nameNonlocal) != 0 {
			word := "nonlocal"
			if flags&nameGlobal != 0 {
				word = "global"
			}
			c.raise(s.Span, "annotated name '%s' can't be %s", name.ID, word)
		}
		if s.Simple {
			c.add(name.ID, nameAnnotated|nameLocal, s.Span)
		} else if s.Value != nil {
			c.add(name.ID, nameLocal, s.Span)
		}
	} else {
		c.target(s.Target)
	}
	c.expr(s.Annotation)
	c.expr(s.Value)
}

func (c *nameChecker) aliases(names []*Alias) {
	for _, a := range names {
		if a.Name == "*" {
			if c.scope.kind != scopeModule {
				c.raise(a.Span, "import * only allowed at module level")
			}
			continue
		}
		name := a.AsName
		if name == "" {
			name, _, _ = strings.Cut(a.Name, ".")
		}
		c.add(name, nameImported, a.Span)
	}
}

// declare is for global and nonlocal.
func (c *nameChecker) declare(names []string, span Span, flag nameFlags, word string) {
	for _, name := range names {
		flags := c.scope.names[name]
		switch {
		case flags&nameParam != 0:
			c.raise(span, "name '%s' is parameter and %s", name, word)
		case flags&nameUsed != 0:
			c.raise(span, "name '%s' is used prior to %s declaration", name, word)
		case flags&nameAnnotated != 0:
			c.raise(span, "annotated name '%s' can't be %s", name, word)
		case flags&nameLocal != 0:
			c.raise(span, "name '%s' is assigned to before %s declaration", name, word)
		}
		c.add(name, flag, span)
		c.scope.directives = append(c.scope.directives, directive{name, span})
	}
}

func (c *nameChecker) match(s *Match) {
	c.expr(s.Subject)
	for _, k := range s.Cases {
		c.pattern(k.Pattern)
		c.expr(k.Guard)
		c.stmts(k.Body)
	}
}

func (c *nameChecker) pattern(p Pattern) {
	if p == nil {
		return
	}
	c.enter(p)
	defer c.leave()
	bind := func(name string) {
		if name != "" {
			c.add(name, nameLocal, p.Position())
		}
	}
	list := func(patterns []Pattern) {
		for _, p := range patterns {
			c.pattern(p)
		}
	}
	switch p := p.(type) {
	case *MatchValue:
		c.expr(p.Value)
	case *MatchSequence:
		list(p.Patterns)
	case *MatchMapping:
		c.exprs(p.Keys)
		list(p.Patterns)
		bind(p.Rest)
	case *MatchClass:
		c.expr(p.Cls)
		list(p.Patterns)
		list(p.KwdPatterns)
	case *MatchStar:
		bind(p.Name)
	case *MatchAs:
		c.pattern(p.Pattern)
		bind(p.Name)
	case *MatchOr:
		list(p.Patterns)
	}
}
