package rewrite

import "asyncplay/runtime/syntax"

// Calls returns the calls in a statement's own expressions, outermost first, without the blocks under it.
func Calls(stmt syntax.Stmt) []*syntax.Call {
	var calls []*syntax.Call
	for _, e := range ownExprs(stmt) {
		Walk(e, func(n syntax.Expr) bool {
			if call, ok := n.(*syntax.Call); ok {
				calls = append(calls, call)
			}
			return true
		})
	}
	return calls
}

// ownExprs are the expressions of a statement itself, in the order of the text.
func ownExprs(stmt syntax.Stmt) []syntax.Expr {
	var list []syntax.Expr
	add := func(all ...syntax.Expr) {
		for _, e := range all {
			if e != nil {
				list = append(list, e)
			}
		}
	}
	switch n := stmt.(type) {
	case *syntax.FunctionDef:
		add(n.Decorators...)
		if n.Args != nil {
			add(n.Args.Defaults...)
			add(n.Args.KwDefaults...)
		}
	case *syntax.ClassDef:
		add(n.Decorators...)
		add(n.Bases...)
	case *syntax.Return:
		add(n.Value)
	case *syntax.Delete:
		add(n.Targets...)
	case *syntax.Assign:
		add(n.Targets...)
		add(n.Value)
	case *syntax.AugAssign:
		add(n.Target, n.Value)
	case *syntax.AnnAssign:
		add(n.Target, n.Value)
	case *syntax.For:
		add(n.Target, n.Iter)
	case *syntax.While:
		add(n.Test)
	case *syntax.If:
		add(n.Test)
	case *syntax.With:
		for _, item := range n.Items {
			add(item.ContextExpr, item.OptionalVars)
		}
	case *syntax.Match:
		add(n.Subject)
	case *syntax.Raise:
		add(n.Exc, n.Cause)
	case *syntax.Assert:
		add(n.Test, n.Msg)
	case *syntax.ExprStmt:
		add(n.Value)
	}
	return list
}

// Walk visits an expression and, where visit returns true, those inside it.
func Walk(e syntax.Expr, visit func(syntax.Expr) bool) {
	if e == nil || !visit(e) {
		return
	}
	for _, inner := range children(e) {
		Walk(inner, visit)
	}
}

func children(e syntax.Expr) []syntax.Expr {
	switch n := e.(type) {
	case *syntax.BoolOp:
		return n.Values
	case *syntax.NamedExpr:
		return []syntax.Expr{n.Target, n.Value}
	case *syntax.BinOp:
		return []syntax.Expr{n.Left, n.Right}
	case *syntax.UnaryOp:
		return []syntax.Expr{n.Operand}
	case *syntax.Lambda:
		return []syntax.Expr{n.Body}
	case *syntax.IfExp:
		return []syntax.Expr{n.Test, n.Body, n.Orelse}
	case *syntax.Dict:
		return append(append([]syntax.Expr(nil), n.Keys...), n.Values...)
	case *syntax.Set:
		return n.Elts
	case *syntax.Comprehension:
		list := []syntax.Expr{n.Elt, n.Value}
		for _, g := range n.Generators {
			list = append(append(list, g.Target, g.Iter), g.Ifs...)
		}
		return list
	case *syntax.Await:
		return []syntax.Expr{n.Value}
	case *syntax.Yield:
		return []syntax.Expr{n.Value}
	case *syntax.YieldFrom:
		return []syntax.Expr{n.Value}
	case *syntax.Compare:
		return append([]syntax.Expr{n.Left}, n.Comparators...)
	case *syntax.Call:
		list := append([]syntax.Expr{n.Func}, n.Args...)
		for _, k := range n.Keywords {
			list = append(list, k.Value)
		}
		return list
	case *syntax.JoinedStr:
		return n.Values
	case *syntax.FormattedValue:
		return []syntax.Expr{n.Value}
	case *syntax.Attribute:
		return []syntax.Expr{n.Value}
	case *syntax.Subscript:
		return []syntax.Expr{n.Value, n.Index}
	case *syntax.Starred:
		return []syntax.Expr{n.Value}
	case *syntax.List:
		return n.Elts
	case *syntax.Tuple:
		return n.Elts
	case *syntax.Slice:
		return []syntax.Expr{n.Lower, n.Upper, n.Step}
	}
	return nil
}

// Exprs returns all expressions of a statement itself, outer ones first, without the blocks under it.
func Exprs(stmt syntax.Stmt) []syntax.Expr {
	var all []syntax.Expr
	for _, e := range ownExprs(stmt) {
		Walk(e, func(n syntax.Expr) bool {
			all = append(all, n)
			return true
		})
	}
	return all
}
