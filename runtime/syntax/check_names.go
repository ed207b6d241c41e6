package syntax

// nameFlags is what a scope does with a name.
type nameFlags uint16

const (
	nameGlobal nameFlags = 1 << iota
	nameLocal
	nameParam
	nameNonlocal
	nameUsed
	nameImported
	nameAnnotated
	nameTypeParam
	nameIteration // target of a comprehension's for

	nameBound = nameLocal | nameParam | nameImported | nameTypeParam
)

type scopeKind uint8

const (
	scopeModule scopeKind = iota
	scopeClass
	scopeFunction
	scopeTypeParams // the definition of a generic
	scopeTypeBound  // the bound or default of a type parameter
	scopeTypeAlias
)

// directive is a global or nonlocal statement's name.
type directive struct {
	name string
	span Span
}

// nameScope is one block of the symbol table (CPython 3.13 Python/symtable.c).
type nameScope struct {
	kind          scopeKind
	parent        *nameScope
	names         map[string]nameFlags
	order         []string
	directives    []directive
	children      []*nameScope
	comprehension bool
	compKind      ComprehensionKind
	inIterable    int  // > 0 inside the iterable of a comprehension
	inTarget      bool // inside the target of a comprehension's for
	generator     bool // has a yield
	coroutine     bool // awaits, for comprehensions
	what          string
}

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

func (c *nameChecker) push(kind scopeKind) *nameScope {
	s := &nameScope{kind: kind, parent: c.scope, names: map[string]nameFlags{}}
	if c.scope != nil {
		c.scope.children = append(c.scope.children, s)
		s.inIterable = c.scope.inIterable
	}
	c.scope = s
	return s
}

func (c *nameChecker) pop() { c.scope = c.scope.parent }

func (c *nameChecker) add(name string, flags nameFlags, span Span) {
	s := c.scope
	old, known := s.names[name]
	if !known {
		s.order = append(s.order, name)
	}
	if flags&nameParam != 0 && old&nameParam != 0 {
		c.raise(span, "duplicate argument '%s' in function definition", name)
	}
	if flags&nameTypeParam != 0 && old&nameTypeParam != 0 {
		c.raise(span, "duplicate type parameter '%s'", name)
	}
	if s.inTarget {
		if old&(nameGlobal|nameNonlocal) != 0 {
			c.raise(span, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		flags |= nameIteration
	}
	s.names[name] = old | flags
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
	generic := len(f.TypeParams) > 0
	if generic {
		c.push(scopeTypeParams)
		c.typeParams(f.TypeParams)
	}
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
	if generic {
		c.pop()
	}
}

func (c *nameChecker) args(a *Arguments) {
	for _, arg := range allArgs(a) {
		c.add(arg.Name, nameParam, arg.Span)
	}
}

func (c *nameChecker) classDef(s *ClassDef) {
	c.add(s.Name, nameLocal, s.Span)
	c.exprs(s.Decorators)
	generic := len(s.TypeParams) > 0
	if generic {
		c.push(scopeTypeParams)
		c.typeParams(s.TypeParams)
	}
	c.exprs(s.Bases)
	for _, k := range s.Keywords {
		c.expr(k.Value)
	}
	c.push(scopeClass)
	c.stmts(s.Body)
	c.pop()
	if generic {
		c.pop()
	}
}

func (c *nameChecker) typeAlias(s *TypeAlias) {
	c.add(s.Name.ID, nameLocal, s.Name.Span)
	generic := len(s.TypeParams) > 0
	if generic {
		c.push(scopeTypeParams)
		c.typeParams(s.TypeParams)
	}
	c.push(scopeTypeAlias)
	c.expr(s.Value)
	c.pop()
	if generic {
		c.pop()
	}
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
			name = a.Name
			for i := 0; i < len(name); i++ {
				if name[i] == '.' {
					name = name[:i]
				}
			}
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

func (c *nameChecker) addTo(s *nameScope, name string) {
	if _, known := s.names[name]; !known {
		s.order = append(s.order, name)
	}
	s.names[name] |= nameLocal
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

// resolve looks for nonlocal names without a binding, scope by scope.
func (c *nameChecker) resolve(s *nameScope) {
	for _, name := range s.order {
		flags := s.names[name]
		if flags&nameNonlocal == 0 {
			continue
		}
		span := s.directiveSpan(name)
		switch {
		case flags&nameGlobal != 0:
			c.raise(span, "name '%s' is nonlocal and global", name)
		case s.kind == scopeModule:
			c.raise(span, "nonlocal declaration not allowed at module level")
		case !s.parent.binds(name):
			c.raise(span, "no binding for nonlocal '%s' found", name)
		}
	}
	for _, child := range s.children {
		c.enter(child)
		c.resolve(child)
		c.leave()
	}
}

// Position is where the depth limit points to when it is met in resolve.
func (s *nameScope) Position() Span { return Span{Line: 1, EndLine: 1} }

func (s *nameScope) directiveSpan(name string) Span {
	for _, d := range s.directives {
		if d.name == name {
			return d.span
		}
	}
	return Span{Line: 1, EndLine: 1}
}

// binds says whether a function scope from here outwards binds the name.
func (s *nameScope) binds(name string) bool {
	for ; s != nil && s.kind != scopeModule; s = s.parent {
		if s.kind == scopeClass {
			// Methods see the class as __class__.
			if name == "__class__" {
				return true
			}
			continue
		}
		flags := s.names[name]
		if flags&nameGlobal != 0 {
			return false
		}
		if flags&(nameBound|nameNonlocal) != 0 {
			return flags&nameTypeParam == 0
		}
	}
	return false
}
