package compile

import (
	"asyncplay/runtime/syntax"
	"strings"
)

// symbolTable finds the scopes of a module and what each binds and uses: the first pass
// over the tree.
type symbolTable struct {
	scopes map[any]*scope // by the node that opens it
	all    []*scope
	cur    *scope
	// futureAnnotations: annotations are kept as text and not evaluated.
	futureAnnotations bool
	depth             int
	warn              warnings
	err               *syntax.SyntaxError
}

// typeParamsKey and friends are the keys of scopes that share a node with another one.
type (
	typeParamsKey struct{ node any }
	boundKey      struct{ param *syntax.TypeParam }
	defaultKey    struct{ param *syntax.TypeParam }
)

func buildSymbols(m *syntax.Module, ownNamespace bool) (*symbolTable, *syntax.SyntaxError) {
	t := &symbolTable{scopes: map[any]*scope{}}
	for _, f := range m.Futures {
		t.futureAnnotations = t.futureAnnotations || f == "annotations"
	}
	t.cur = newScope(scopeModule, nil)
	t.cur.ownNamespace = ownNamespace
	t.scopes[m] = t.cur
	t.all = append(t.all, t.cur)
	t.stmts(m.Body)
	if t.err != nil {
		return nil, t.err
	}
	for _, s := range t.all {
		for _, y := range s.order {
			s.resolve(y.name)
		}
	}
	return t, nil
}

// depthMax bounds the nesting of the tree; the parser's own limits are below it, but a
// long `elif` chain or operator chain also nests.
const depthMax = 1500

// within runs visit inside a new scope.
func (t *symbolTable) within(kind scopeKind, key any, visit func()) {
	s := newScope(kind, t.cur)
	t.scopes[key] = s
	t.all = append(t.all, s)
	t.cur = s
	visit()
	t.cur = s.parent
}

func (t *symbolTable) use(name string) { t.cur.symbol(t.cur.mangle(name)) }

func (t *symbolTable) bind(name string) *symbol {
	y := t.cur.symbol(t.cur.mangle(name))
	if !y.bound {
		y.bound = true
		if t.cur.kind == scopeInlined {
			t.cur.frame.inlined = append(t.cur.frame.inlined, y)
		}
	}
	return y
}

func (t *symbolTable) stmts(list []syntax.Stmt) {
	for _, s := range list {
		t.stmt(s)
	}
}

// tooDeep counts one level of nesting; leave with t.depth--.
func (t *symbolTable) tooDeep(n syntax.Node) bool {
	t.depth++
	if t.depth > depthMax && t.err == nil {
		t.err = syntaxError(n, "too many levels of nesting")
	}
	return t.err != nil
}

func (t *symbolTable) stmt(s syntax.Stmt) {
	if t.tooDeep(s) {
		t.depth--
		return
	}
	t.statement(s)
	t.depth--
}

func (t *symbolTable) statement(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		t.functionDef(s)
	case *syntax.ClassDef:
		t.classDef(s)
	case *syntax.TypeAlias:
		t.typeAlias(s)
	case *syntax.Return:
		t.expr(s.Value)
	case *syntax.Delete:
		t.exprs(s.Targets)
		for _, target := range s.Targets {
			t.deleted(target)
		}
	case *syntax.Assign:
		t.expr(s.Value)
		for _, target := range s.Targets {
			t.target(target)
		}
	case *syntax.AugAssign:
		t.expr(s.Value)
		t.target(s.Target)
	case *syntax.AnnAssign:
		t.annAssign(s)
	case *syntax.For:
		t.expr(s.Iter)
		t.target(s.Target)
		t.stmts(s.Body)
		t.stmts(s.Orelse)
	case *syntax.While:
		t.expr(s.Test)
		t.stmts(s.Body)
		t.stmts(s.Orelse)
	case *syntax.If:
		t.ifStmt(s)
	case *syntax.With:
		for _, item := range s.Items {
			t.expr(item.ContextExpr)
			t.target(item.OptionalVars)
		}
		t.stmts(s.Body)
	case *syntax.Match:
		t.match(s)
	case *syntax.Raise:
		t.expr(s.Exc)
		t.expr(s.Cause)
	case *syntax.Try:
		t.try(s)
	case *syntax.Assert:
		t.warn.assert(s)
		t.expr(s.Test)
		t.expr(s.Msg)
	case *syntax.Import:
		for _, a := range s.Names {
			t.bind(importedName(a))
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			if a.Name != "*" {
				t.bind(importedName(a))
			}
		}
	case *syntax.Global:
		for _, name := range s.Names {
			t.cur.symbol(t.cur.mangle(name)).global = true
		}
	case *syntax.Nonlocal:
		for _, name := range s.Names {
			t.cur.symbol(t.cur.mangle(name)).nonlocal = true
		}
	case *syntax.ExprStmt:
		t.expr(s.Value)
	}
}

// ifStmt walks a chain of elif without nesting.
func (t *symbolTable) ifStmt(s *syntax.If) {
	for {
		t.expr(s.Test)
		t.stmts(s.Body)
		next := elif(s)
		if next == nil {
			t.stmts(s.Orelse)
			return
		}
		s = next
	}
}

// elif returns the `elif` that is all of the else branch, if it is.
func elif(s *syntax.If) *syntax.If {
	if len(s.Orelse) == 1 {
		next, _ := s.Orelse[0].(*syntax.If)
		return next
	}
	return nil
}

func (t *symbolTable) try(s *syntax.Try) {
	t.stmts(s.Body)
	for _, h := range s.Handlers {
		t.expr(h.Type)
		if h.Name != "" {
			t.bind(h.Name).volatile = true
		}
		t.stmts(h.Body)
	}
	t.stmts(s.Orelse)
	t.stmts(s.Finalbody)
}

func (t *symbolTable) annAssign(s *syntax.AnnAssign) {
	if name, ok := s.Target.(*syntax.Name); ok {
		t.bind(name.ID)
	} else {
		t.expr(s.Target)
	}
	if !t.futureAnnotations && t.evaluatesAnnotations() {
		t.expr(s.Annotation)
	}
	t.expr(s.Value)
}

// evaluatesAnnotations: annotations of variables are evaluated in modules and classes.
func (t *symbolTable) evaluatesAnnotations() bool {
	return t.cur.kind == scopeModule || t.cur.kind == scopeClass
}

// importedName is the name that an import binds.
func importedName(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	top, _, _ := strings.Cut(a.Name, ".")
	return top
}

// target visits what an assignment binds; nil is allowed.
func (t *symbolTable) target(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		t.bind(e.ID)
	case *syntax.Starred:
		t.target(e.Value)
	case *syntax.List:
		t.targets(e.Elts)
	case *syntax.Tuple:
		t.targets(e.Elts)
	default:
		t.expr(e)
	}
}

func (t *symbolTable) targets(list []syntax.Expr) {
	for _, e := range list {
		t.target(e)
	}
}

func (t *symbolTable) deleted(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		t.bind(e.ID).volatile = true
	case *syntax.List:
		for _, x := range e.Elts {
			t.deleted(x)
		}
	case *syntax.Tuple:
		for _, x := range e.Elts {
			t.deleted(x)
		}
	}
}

func (t *symbolTable) match(s *syntax.Match) {
	t.expr(s.Subject)
	for _, c := range s.Cases {
		t.pattern(c.Pattern)
		t.expr(c.Guard)
		t.stmts(c.Body)
	}
}

func (t *symbolTable) pattern(p syntax.Pattern) {
	switch p := p.(type) {
	case *syntax.MatchValue:
		t.expr(p.Value)
	case *syntax.MatchSequence:
		t.patterns(p.Patterns)
	case *syntax.MatchMapping:
		t.exprs(p.Keys)
		t.patterns(p.Patterns)
		t.capture(p.Rest)
	case *syntax.MatchClass:
		t.expr(p.Cls)
		t.patterns(p.Patterns)
		t.patterns(p.KwdPatterns)
	case *syntax.MatchStar:
		t.capture(p.Name)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			t.pattern(p.Pattern)
		}
		t.capture(p.Name)
	case *syntax.MatchOr:
		t.patterns(p.Patterns)
	}
}

func (t *symbolTable) patterns(list []syntax.Pattern) {
	for _, p := range list {
		t.pattern(p)
	}
}

func (t *symbolTable) capture(name string) {
	if name != "" {
		t.bind(name)
	}
}
