package compile

import (
	"sort"

	"asyncplay/runtime/syntax"
)

// Warning is a SyntaxWarning.
type Warning = syntax.Warning

// warnings collects the warnings of a module, each once, where CPython repeats one for each copy
// that it makes of a finally block or of a loop's condition.
type warnings []placedWarning

type placedWarning struct {
	span    syntax.Span
	message string
}

func (w *warnings) add(n syntax.Node, message string) {
	*w = append(*w, placedWarning{n.Position(), message})
}

// inOrder returns the warnings in the order of the source.
func (w warnings) inOrder() []Warning {
	sort.SliceStable(w, func(a, b int) bool {
		x, y := w[a].span, w[b].span
		return x.Line < y.Line || x.Line == y.Line && x.Col < y.Col
	})
	var list []Warning
	for _, x := range w {
		list = append(list, Warning{Line: x.span.Line, Message: x.message})
	}
	return list
}

// assert, compare, call and subscript follow CPython 3.13 compile.c: compiler_assert,
// check_compare, check_caller, check_subscripter and check_index.
func (w *warnings) assert(s *syntax.Assert) {
	if t, ok := s.Test.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		w.add(s, "assertion is always true, perhaps remove parentheses?")
	}
}

func (w *warnings) compare(e *syntax.Compare) {
	left := e.Left
	for i, op := range e.Ops {
		right := e.Comparators[i]
		if op == syntax.Is || op == syntax.IsNot {
			kind := right
			if hasNoIdentity(left) {
				kind = left
			}
			if hasNoIdentity(kind) && op == syntax.Is {
				w.add(e, `"is" with '`+typeOf(kind)+`' literal. Did you mean "=="?`)
				return
			}
			if hasNoIdentity(kind) {
				w.add(e, `"is not" with '`+typeOf(kind)+`' literal. Did you mean "!="?`)
				return
			}
		}
		left = right
	}
}

// hasNoIdentity reports whether an expression is a constant that should be compared by value.
func hasNoIdentity(e syntax.Expr) bool {
	k, ok := constant(e)
	if _, isName := e.(*syntax.Name); !ok || isName {
		return false
	}
	switch k.Kind {
	case ConstNone, ConstTrue, ConstFalse, ConstEllipsis:
		return false
	}
	return true
}

func (w *warnings) call(e *syntax.Call) {
	switch f := e.Func.(type) {
	case *syntax.Constant, *syntax.Tuple, *syntax.List, *syntax.Dict, *syntax.Set, *syntax.Comprehension, *syntax.JoinedStr:
		w.add(f, "'"+typeOf(f)+"' object is not callable; perhaps you missed a comma?")
	}
}

func (w *warnings) subscript(e *syntax.Subscript) {
	switch v := e.Value.(type) {
	case *syntax.Constant:
		if v.Kind != syntax.ConstString && v.Kind != syntax.ConstBytes && v.Kind != syntax.ConstTrue && v.Kind != syntax.ConstFalse {
			w.notSubscriptable(v)
			return
		}
	case *syntax.Set, *syntax.Lambda:
		w.notSubscriptable(v)
		return
	case *syntax.Comprehension:
		if v.Kind == syntax.CompSet || v.Kind == syntax.CompGenerator {
			w.notSubscriptable(v)
			return
		}
	}
	w.index(e)
}

func (w *warnings) notSubscriptable(e syntax.Expr) {
	w.add(e, "'"+typeOf(e)+"' object is not subscriptable; perhaps you missed a comma?")
}

func (w *warnings) index(e *syntax.Subscript) {
	index := typeOf(e.Index)
	if index == "" || index == "int" || index == "bool" {
		return
	}
	switch v := e.Value.(type) {
	case *syntax.Constant:
		if v.Kind != syntax.ConstString && v.Kind != syntax.ConstBytes {
			return
		}
	case *syntax.Comprehension:
		if v.Kind != syntax.CompList {
			return
		}
	case *syntax.Tuple, *syntax.List, *syntax.JoinedStr:
	default:
		return
	}
	w.add(e.Value, typeOf(e.Value)+" indices must be integers or slices, not "+index+"; perhaps you missed a comma?")
}

var constTypes = [...]string{
	ConstNone: "NoneType", ConstTrue: "bool", ConstFalse: "bool", ConstEllipsis: "ellipsis", ConstInt: "int",
	ConstFloat: "float", ConstImaginary: "complex", ConstString: "str", ConstBytes: "bytes", ConstTuple: "tuple",
}

// typeOf is the type that an expression certainly has, "" when that is open (CPython 3.13
// compile.c, infer_type).
func typeOf(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Tuple:
		return "tuple"
	case *syntax.List:
		return "list"
	case *syntax.Dict:
		return "dict"
	case *syntax.Set:
		return "set"
	case *syntax.Comprehension:
		return [...]string{syntax.CompList: "list", syntax.CompSet: "set", syntax.CompDict: "dict", syntax.CompGenerator: "generator"}[e.Kind]
	case *syntax.Lambda:
		return "function"
	case *syntax.JoinedStr:
		return "str"
	case *syntax.Constant, *syntax.UnaryOp:
		if k, ok := constant(e); ok {
			return constTypes[k.Kind]
		}
	}
	return ""
}
