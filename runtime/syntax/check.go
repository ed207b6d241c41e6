package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxTreeDepth bounds how deeply nodes stand in one another, so that what walks the tree
// by recursion is safe. Long chains of operators and elif count too.
const maxTreeDepth = 1000

// check finds the errors that CPython finds after parsing, in its order: future imports
// (Python/future.c), then names (Python/symtable.c), then the rest (Python/compile.c).
func check(filename, source string, m *Module) (err *SyntaxError) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case bailout:
			err = r.err
		default:
			panic(r)
		}
	}()
	r := reporter{filename: filename, source: source}
	checkFutures(&r, m)
	facts := checkNames(&r, m)
	checkCode(&r, m, facts)
	return nil
}

// reporter raises errors for nodes, with columns in bytes as CPython does after parsing, and counts the depth of the walk.
type reporter struct {
	filename string
	source   string
	depth    int
}

func (r *reporter) raise(span Span, format string, args ...any) {
	text := r.line(int(span.Line))
	panic(bailout{&SyntaxError{
		Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), Filename: r.filename,
		Line: int(span.Line), Col: int(span.Col) + 1,
		EndLine: int(span.EndLine), EndCol: int(span.EndCol) + 1, Text: text, afterParsing: true,
	}})
}

func (r *reporter) line(number int) string {
	text := r.source
	for ; number > 1; number-- {
		i := strings.IndexByte(text, '\n')
		if i < 0 {
			return ""
		}
		text = text[i+1:]
	}
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return text
}

func (r *reporter) enter(n Node) {
	r.depth++
	if r.depth > maxTreeDepth {
		r.raise(n.Position(), "expressions or blocks are nested too deeply (more than %d levels)", maxTreeDepth)
	}
}

func (r *reporter) leave() { r.depth-- }

var futureFeatures = []string{
	"nested_scopes", "generators", "division", "absolute_import", "with_statement",
	"print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
}

// checkFutures requires future imports to be known and to come first, after the docstring.
func checkFutures(r *reporter, m *Module) {
	late := false
	for i, s := range m.Body {
		imp, ok := s.(*ImportFrom)
		if !ok || imp.Level != 0 || imp.Module != "__future__" {
			late = late || i > 0 || !isDocstring(s)
			continue
		}
		if late {
			r.raise(imp.Span, "from __future__ imports must occur at the beginning of the file")
		}
		for _, a := range imp.Names {
			checkFuture(r, imp, a)
		}
	}
}

func isDocstring(s Stmt) bool {
	e, ok := s.(*ExprStmt)
	if !ok {
		return false
	}
	c, ok := e.Value.(*Constant)
	return ok && c.Kind == ConstString
}

func checkFuture(r *reporter, imp *ImportFrom, a *Alias) {
	for _, f := range futureFeatures {
		if f == a.Name {
			return
		}
	}
	text := r.line(int(imp.Line))
	err := &SyntaxError{
		Kind: "SyntaxError", Msg: "future feature " + a.Name + " is not defined", Filename: r.filename,
		Line: int(imp.Line), Col: utf8.RuneCountInString(text[:imp.Col]) + 1, EndLine: int(imp.Line), Text: text,
	}
	if a.Name == "braces" {
		err.Msg = "not a chance"
	}
	panic(bailout{err})
}

// eachChild visits the expressions directly inside an expression, in the order in which
// they are evaluated. It does not go into lambdas and comprehensions, which have a scope
// of their own, and not to the target of a named expression.
func eachChild(e Expr, visit func(Expr)) {
	each := func(list []Expr) {
		for _, e := range list {
			if e != nil {
				visit(e)
			}
		}
	}
	one := func(e Expr) {
		if e != nil {
			visit(e)
		}
	}
	switch e := e.(type) {
	case *BoolOp:
		each(e.Values)
	case *NamedExpr:
		visit(e.Value)
	case *BinOp:
		visit(e.Left)
		visit(e.Right)
	case *UnaryOp:
		visit(e.Operand)
	case *IfExp:
		visit(e.Test)
		visit(e.Body)
		visit(e.Orelse)
	case *Dict:
		for i, v := range e.Values {
			one(e.Keys[i])
			visit(v)
		}
	case *Set:
		each(e.Elts)
	case *Await:
		visit(e.Value)
	case *Yield:
		one(e.Value)
	case *YieldFrom:
		visit(e.Value)
	case *Compare:
		visit(e.Left)
		each(e.Comparators)
	case *Call:
		visit(e.Func)
		each(e.Args)
		for _, k := range e.Keywords {
			visit(k.Value)
		}
	case *JoinedStr:
		each(e.Values)
	case *FormattedValue:
		visit(e.Value)
		if e.FormatSpec != nil {
			visit(e.FormatSpec)
		}
	case *Attribute:
		visit(e.Value)
	case *Subscript:
		visit(e.Value)
		visit(e.Index)
	case *Starred:
		visit(e.Value)
	case *List:
		each(e.Elts)
	case *Tuple:
		each(e.Elts)
	case *Slice:
		one(e.Lower)
		one(e.Upper)
		one(e.Step)
	}
}

// allArgs lists the parameters in the order of CPython's symbol table.
func allArgs(a *Arguments) []*Arg {
	list := make([]*Arg, 0, len(a.PosOnly)+len(a.Args)+len(a.KwOnly)+2)
	list = append(append(append(list, a.PosOnly...), a.Args...), a.KwOnly...)
	if a.Vararg != nil {
		list = append(list, a.Vararg)
	}
	if a.Kwarg != nil {
		list = append(list, a.Kwarg)
	}
	return list
}

// defaultsOf lists the default values in the order of evaluation.
func defaultsOf(a *Arguments) []Expr {
	list := append([]Expr(nil), a.Defaults...)
	for _, e := range a.KwDefaults {
		if e != nil {
			list = append(list, e)
		}
	}
	return list
}
