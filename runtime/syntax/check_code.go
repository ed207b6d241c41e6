package syntax

type codeKind uint8

const (
	codeModule codeKind = iota
	codeClass
	codeFunction
	codeAsyncFunction
	codeComprehension
)

// codeBlock is what break, continue and return pass through.
type codeBlock uint8

const (
	blockLoop codeBlock = iota
	blockExceptStar
)

// codeScope is one code object to be.
type codeScope struct {
	kind           codeKind
	asyncGenerator bool
	blocks         []codeBlock
}

// codeChecker finds what CPython finds while it generates code, in that order (CPython
// 3.13 Python/compile.c).
type codeChecker struct {
	*reporter
	facts             nameFacts
	scope             *codeScope
	futureAnnotations bool
}

func checkCode(r *reporter, m *Module, facts nameFacts) {
	c := &codeChecker{reporter: r, facts: facts, scope: &codeScope{}}
	for _, name := range m.Futures {
		c.futureAnnotations = c.futureAnnotations || name == "annotations"
	}
	c.stmts(m.Body)
}

// within runs the check of a nested code object.
func (c *codeChecker) within(scope *codeScope, run func()) {
	outer := c.scope
	c.scope = scope
	run()
	c.scope = outer
}

// in runs the check of what stands in a block.
func (c *codeChecker) in(block codeBlock, run func()) {
	c.scope.blocks = append(c.scope.blocks, block)
	run()
	c.scope.blocks = c.scope.blocks[:len(c.scope.blocks)-1]
}

func (c *codeChecker) mayAwait() bool { return c.scope.kind == codeAsyncFunction }

func (c *codeChecker) stmts(body []Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *codeChecker) exprs(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

func (c *codeChecker) stmt(s Stmt) {
	c.enter(s)
	defer c.leave()
	switch s := s.(type) {
	case *FunctionDef:
		c.functionDef(s)
	case *ClassDef:
		c.classDef(s)
	case *Return:
		c.returnStmt(s)
	case *Delete:
		for _, t := range s.Targets {
			c.store(t, "delete")
		}
	case *Assign:
		c.expr(s.Value)
		for _, t := range s.Targets {
			c.store(t, "assign to")
		}
	case *TypeAlias:
		c.expr(s.Value)
	case *AugAssign:
		c.store(s.Target, "assign to")
		c.expr(s.Value)
	case *AnnAssign:
		c.expr(s.Value)
		c.store(s.Target, "assign to")
		if !c.futureAnnotations && c.scope.kind <= codeClass {
			c.expr(s.Annotation)
		}
	case *For:
		c.forStmt(s)
	case *While:
		c.expr(s.Test)
		c.in(blockLoop, func() { c.stmts(s.Body) })
		c.stmts(s.Orelse)
	case *If:
		c.expr(s.Test)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *With:
		c.withStmt(s)
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
	case *ExprStmt:
		c.expr(s.Value)
	case *Break:
		c.leaveLoop(s.Span, "'break' outside loop")
	case *Continue:
		c.leaveLoop(s.Span, "'continue' not properly in loop")
	}
}

func (c *codeChecker) leaveLoop(span Span, outside string) {
	blocks := c.scope.blocks
	if len(blocks) == 0 {
		c.raise(span, "%s", outside)
	}
	if blocks[len(blocks)-1] == blockExceptStar {
		c.raiseInExceptStar(span)
	}
}

func (c *codeChecker) raiseInExceptStar(span Span) {
	c.raise(span, "'break', 'continue' and 'return' cannot appear in an except* block")
}

func (c *codeChecker) returnStmt(s *Return) {
	if c.scope.kind <= codeClass {
		c.raise(s.Span, "'return' outside function")
	}
	if s.Value != nil && c.scope.asyncGenerator {
		c.raise(s.Span, "'return' with value in async generator")
	}
	c.expr(s.Value)
	span := s.Span
	if k, ok := s.Value.(*Constant); ok && k.Line == s.Line {
		span = k.Span
	}
	for _, b := range c.scope.blocks {
		if b == blockExceptStar {
			c.raiseInExceptStar(span)
		}
	}
}

func (c *codeChecker) functionDef(f *FunctionDef) {
	c.exprs(f.Decorators)
	c.exprs(defaultsOf(f.Args))
	c.typeParams(f.TypeParams)
	if !c.futureAnnotations {
		for _, a := range allArgs(f.Args) {
			c.unstarred(a.Annotation)
		}
		c.expr(f.Returns)
	}
	c.argNames(f.Args)
	kind := codeFunction
	if f.Async {
		kind = codeAsyncFunction
	}
	c.within(&codeScope{kind: kind, asyncGenerator: c.facts.generators[f]}, func() { c.stmts(f.Body) })
}

func (c *codeChecker) typeParams(params []*TypeParam) {
	for _, t := range params {
		c.within(&codeScope{kind: codeFunction}, func() {
			c.expr(t.Bound)
			c.unstarred(t.Default)
		})
	}
}

func (c *codeChecker) argNames(a *Arguments) {
	for _, arg := range allArgs(a) {
		c.refuseDebug(arg.Name, arg.Span, "assign to")
	}
}

func (c *codeChecker) refuseDebug(name string, span Span, verb string) {
	if name == "__debug__" {
		c.raise(span, "cannot %s __debug__", verb)
	}
}

func (c *codeChecker) classDef(s *ClassDef) {
	c.exprs(s.Decorators)
	c.typeParams(s.TypeParams)
	c.within(&codeScope{kind: codeClass}, func() { c.stmts(s.Body) })
	c.arguments(s.Bases, s.Keywords)
}

func (c *codeChecker) forStmt(s *For) {
	if s.Async && !c.mayAwait() {
		c.raise(s.Span, "'async for' outside async function")
	}
	c.expr(s.Iter)
	c.in(blockLoop, func() {
		c.store(s.Target, "assign to")
		c.stmts(s.Body)
	})
	c.stmts(s.Orelse)
}

func (c *codeChecker) withStmt(s *With) {
	if s.Async && !c.mayAwait() {
		c.raise(s.Span, "'async with' outside async function")
	}
	for _, item := range s.Items {
		c.expr(item.ContextExpr)
		c.store(item.OptionalVars, "assign to")
	}
	c.stmts(s.Body)
}

func (c *codeChecker) try(s *Try) {
	c.stmts(s.Body)
	for i, h := range s.Handlers {
		if h.Type == nil && i < len(s.Handlers)-1 {
			c.raise(h.Span, "default 'except:' must be last")
		}
		c.expr(h.Type)
		c.refuseDebug(h.Name, h.Span, "assign to")
		if s.Star {
			c.in(blockExceptStar, func() { c.stmts(h.Body) })
		} else {
			c.stmts(h.Body)
		}
	}
	c.stmts(s.Orelse)
	c.stmts(s.Finalbody)
}

// store checks a target of an assignment or a deletion.
func (c *codeChecker) store(e Expr, verb string) {
	switch e := e.(type) {
	case nil:
	case *Name:
		c.refuseDebug(e.ID, e.Span, verb)
	case *Attribute:
		c.refuseDebug(e.Attr, e.Span, verb)
		c.expr(e.Value)
	case *Starred:
		c.raise(e.Span, "starred assignment target must be in a list or tuple")
	case *Tuple:
		c.storeAll(e, e.Elts, verb)
	case *List:
		c.storeAll(e, e.Elts, verb)
	default:
		c.expr(e)
	}
}

func (c *codeChecker) storeAll(whole Expr, elts []Expr, verb string) {
	c.enter(whole)
	defer c.leave()
	seen := false
	for _, e := range elts {
		if _, star := e.(*Starred); star {
			if seen {
				c.raise(whole.Position(), "multiple starred expressions in assignment")
			}
			seen = true
		}
	}
	for _, e := range elts {
		if s, star := e.(*Starred); star {
			e = s.Value
		}
		c.store(e, verb)
	}
}

// elements checks expressions among which starred ones may stand.
func (c *codeChecker) elements(list []Expr) {
	for _, e := range list {
		c.unstarred(e)
	}
}

// unstarred checks an expression that may have a star.
func (c *codeChecker) unstarred(e Expr) {
	if s, ok := e.(*Starred); ok {
		e = s.Value
	}
	c.expr(e)
}

func (c *codeChecker) arguments(args []Expr, keywords []*Keyword) {
	c.keywordNames(keywords)
	c.elements(args)
	for _, k := range keywords {
		c.expr(k.Value)
	}
}

func (c *codeChecker) keywordNames(keywords []*Keyword) {
	if len(keywords) == 0 {
		return
	}
	seen := make(map[string]bool, len(keywords))
	for _, k := range keywords {
		if k.Name == "" {
			continue
		}
		c.refuseDebug(k.Name, k.Span, "assign to")
		if seen[k.Name] {
			c.raise(k.Span, "keyword argument repeated: %s", k.Name)
		}
		seen[k.Name] = true
	}
}

func (c *codeChecker) expr(e Expr) {
	if e == nil {
		return
	}
	c.enter(e)
	defer c.leave()
	switch e := e.(type) {
	case *Name, *Constant:
	case *Starred:
		c.raise(e.Span, "can't use starred expression here")
	case *Tuple:
		c.elements(e.Elts)
	case *List:
		c.elements(e.Elts)
	case *Set:
		c.elements(e.Elts)
	case *Call:
		c.keywordNames(e.Keywords)
		c.expr(e.Func)
		c.arguments(e.Args, e.Keywords)
	case *Lambda:
		c.exprs(defaultsOf(e.Args))
		c.argNames(e.Args)
		c.within(&codeScope{kind: codeFunction}, func() { c.expr(e.Body) })
	case *Comprehension:
		c.comprehension(e)
	case *NamedExpr:
		c.expr(e.Value)
		c.store(e.Target, "assign to")
	case *Await:
		c.await(e)
	case *Yield:
		if c.scope.kind <= codeClass {
			c.raise(e.Span, "'yield' outside function")
		}
		c.expr(e.Value)
	case *YieldFrom:
		c.yieldFrom(e)
	default:
		eachChild(e, c.expr)
	}
}

func (c *codeChecker) await(e *Await) {
	switch c.scope.kind {
	case codeModule, codeClass:
		if !c.mayAwait() {
			c.raise(e.Span, "'await' outside function")
		}
	case codeFunction:
		c.raise(e.Span, "'await' outside async function")
	}
	c.expr(e.Value)
}

func (c *codeChecker) yieldFrom(e *YieldFrom) {
	if c.scope.kind <= codeClass {
		c.raise(e.Span, "'yield' outside function")
	}
	if c.scope.kind == codeAsyncFunction {
		c.raise(e.Span, "'yield from' inside async function")
	}
	c.expr(e.Value)
}

func (c *codeChecker) comprehension(e *Comprehension) {
	if c.facts.asyncComps[e] && e.Kind != CompGenerator && !c.mayAwait() && c.scope.kind != codeComprehension {
		c.raise(e.Span, "asynchronous comprehension outside of an asynchronous function")
	}
	c.expr(e.Generators[0].Iter)
	c.within(&codeScope{kind: codeComprehension}, func() {
		for i, g := range e.Generators {
			if i > 0 {
				c.expr(g.Iter)
			}
			c.store(g.Target, "assign to")
			c.exprs(g.Ifs)
		}
		c.expr(e.Elt)
		c.expr(e.Value)
	})
}
