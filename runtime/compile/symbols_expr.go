package compile

import "asyncplay/runtime/syntax"

func (t *symbolTable) exprs(list []syntax.Expr) {
	for _, e := range list {
		t.expr(e)
	}
}

// expr visits an expression; nil is allowed.
func (t *symbolTable) expr(e syntax.Expr) {
	if e == nil {
		return
	}
	if t.tooDeep(e) {
		t.depth--
		return
	}
	t.expression(e)
	t.depth--
}

func (t *symbolTable) expression(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		t.use(e.ID)
		if e.ID == "super" && t.cur.isFunctionLike() {
			t.use("__class__")
		}
	case *syntax.BoolOp:
		t.exprs(e.Values)
	case *syntax.NamedExpr:
		t.expr(e.Value)
		t.namedExpr(e.Target)
	case *syntax.BinOp:
		t.binOp(e)
	case *syntax.UnaryOp:
		t.expr(e.Operand)
	case *syntax.Lambda:
		t.defaults(e.Args)
		t.within(scopeFunction, e, func() {
			t.params(e.Args)
			t.expr(e.Body)
		})
	case *syntax.IfExp:
		t.expr(e.Test)
		t.expr(e.Body)
		t.expr(e.Orelse)
	case *syntax.Dict:
		t.exprs(e.Keys)
		t.exprs(e.Values)
	case *syntax.Set:
		t.exprs(e.Elts)
	case *syntax.List:
		t.exprs(e.Elts)
	case *syntax.Tuple:
		t.exprs(e.Elts)
	case *syntax.Comprehension:
		t.comprehension(e)
	case *syntax.Await:
		t.cur.frame.hasAwait = true
		t.expr(e.Value)
	case *syntax.Yield:
		t.cur.frame.hasYield = true
		t.expr(e.Value)
	case *syntax.YieldFrom:
		t.cur.frame.hasYield = true
		t.expr(e.Value)
	case *syntax.Compare:
		t.warn.compare(e)
		t.expr(e.Left)
		t.exprs(e.Comparators)
	case *syntax.Call:
		t.warn.call(e)
		t.expr(e.Func)
		t.exprs(e.Args)
		t.keywords(e.Keywords)
	case *syntax.JoinedStr:
		t.exprs(e.Values)
	case *syntax.FormattedValue:
		t.expr(e.Value)
		if e.FormatSpec != nil {
			t.expr(e.FormatSpec)
		}
	case *syntax.Attribute:
		t.expr(e.Value)
	case *syntax.Subscript:
		t.warn.subscript(e)
		t.expr(e.Value)
		t.expr(e.Index)
	case *syntax.Starred:
		t.expr(e.Value)
	case *syntax.Slice:
		t.expr(e.Lower)
		t.expr(e.Upper)
		t.expr(e.Step)
	}
}

// binOp walks a left-associative chain without nesting: sources hold sums of thousands of terms.
func (t *symbolTable) binOp(e *syntax.BinOp) {
	for {
		t.expr(e.Right)
		left, ok := e.Left.(*syntax.BinOp)
		if !ok {
			t.expr(e.Left)
			return
		}
		e = left
	}
}

func (t *symbolTable) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		t.expr(k.Value)
	}
}

// namedExpr binds a walrus target in the scope around all comprehensions.
func (t *symbolTable) namedExpr(target *syntax.Name) {
	inner := t.cur
	for s := t.cur; ; s = s.parent {
		if !isComprehensionScope(s, t) || s.parent == nil {
			t.cur = s
			break
		}
		s.symbol(s.mangle(target.ID)) // inner scopes reach it from here
	}
	t.bind(target.ID)
	t.cur.frame.hasWalrus = true
	t.cur = inner
	t.cur.frame.hasWalrus = true
}

func isComprehensionScope(s *scope, t *symbolTable) bool {
	return s.kind == scopeInlined || s.kind == scopeFunction && t.isGeneratorExpression(s)
}

func (t *symbolTable) isGeneratorExpression(s *scope) bool {
	y := s.symbols[".0"]
	return y != nil && y.param
}

func (t *symbolTable) comprehension(e *syntax.Comprehension) {
	t.expr(e.Generators[0].Iter)
	kind := scopeInlined
	if e.Kind == syntax.CompGenerator {
		kind = scopeFunction
	}
	t.within(kind, e, func() {
		if kind == scopeFunction {
			t.param(".0")
			t.cur.hasYield = true
		}
		for i, g := range e.Generators {
			if i > 0 {
				t.expr(g.Iter)
			}
			t.cur.frame.hasAwait = t.cur.frame.hasAwait || g.Async
			t.target(g.Target)
			t.exprs(g.Ifs)
		}
		t.expr(e.Elt)
		t.expr(e.Value)
	})
}

func (t *symbolTable) param(name string) {
	y := t.cur.symbol(t.cur.mangle(name))
	y.bound, y.param = true, true
}

func (t *symbolTable) params(a *syntax.Arguments) {
	for _, p := range orderedParams(a) {
		t.param(p.Name)
	}
}

// orderedParams lists the parameters in the order of their registers.
func orderedParams(a *syntax.Arguments) []*syntax.Arg {
	if a == nil {
		return nil
	}
	list := append(append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...), a.KwOnly...)
	if a.Vararg != nil {
		list = append(list, a.Vararg)
	}
	if a.Kwarg != nil {
		list = append(list, a.Kwarg)
	}
	return list
}

func (t *symbolTable) defaults(a *syntax.Arguments) {
	if a != nil {
		t.exprs(a.Defaults)
		t.exprs(a.KwDefaults)
	}
}

func (t *symbolTable) annotations(s *syntax.FunctionDef) {
	if t.futureAnnotations {
		return
	}
	for _, p := range orderedParams(s.Args) {
		t.expr(p.Annotation)
	}
	t.expr(s.Returns)
}

func (t *symbolTable) functionDef(s *syntax.FunctionDef) {
	t.exprs(s.Decorators)
	t.defaults(s.Args)
	t.bind(s.Name)
	t.generic(s, s.TypeParams, func() {
		if s.TypeParams != nil {
			t.param(".defaults")
			t.param(".kwdefaults")
		}
		t.annotations(s)
		t.within(scopeFunction, s, func() {
			t.params(s.Args)
			t.stmts(s.Body)
		})
	})
}

func (t *symbolTable) classDef(s *syntax.ClassDef) {
	t.exprs(s.Decorators)
	t.bind(s.Name)
	t.generic(s, s.TypeParams, func() {
		if s.TypeParams != nil {
			t.cur.private = s.Name
			t.bind(".type_params")
		}
		t.exprs(s.Bases)
		t.keywords(s.Keywords)
		t.within(scopeClass, s, func() {
			t.cur.private = s.Name
			if s.TypeParams != nil {
				t.bind("__type_params__")
				t.use(".type_params")
			}
			t.stmts(s.Body)
		})
	})
}

func (t *symbolTable) typeAlias(s *syntax.TypeAlias) {
	t.bind(s.Name.ID)
	t.generic(s, s.TypeParams, func() {
		t.within(scopeAnnotation, s, func() { t.expr(s.Value) })
	})
}

// generic runs visit in the scope of the type parameters, if there are any.
func (t *symbolTable) generic(node any, params []*syntax.TypeParam, visit func()) {
	if params == nil {
		visit()
		return
	}
	t.within(scopeTypeParams, typeParamsKey{node}, func() {
		for _, p := range params {
			t.bind(p.Name)
			if p.Bound != nil {
				t.within(scopeAnnotation, boundKey{p}, func() { t.expr(p.Bound) })
			}
			if p.Default != nil {
				t.within(scopeAnnotation, defaultKey{p}, func() { t.expr(p.Default) })
			}
		}
		visit()
	})
}
