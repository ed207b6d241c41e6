package compile

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"asyncplay/runtime/syntax"
)

// unparse writes an annotation back as text, in the form that CPython gives to annotations
// under `from __future__ import annotations` (CPython 3.13 ast_unparse.c).
func unparse(e syntax.Expr) string {
	var w unparser
	w.expr(e, precTest)
	return w.String()
}

type unparser struct{ strings.Builder }

// Precedences, lowest first.
const (
	precTuple = iota
	precTest
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precArith
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

var binaryText = [...]struct {
	text string
	prec int
}{
	syntax.Add: {" + ", precArith}, syntax.Sub: {" - ", precArith}, syntax.Mult: {" * ", precTerm},
	syntax.MatMult: {" @ ", precTerm}, syntax.Div: {" / ", precTerm}, syntax.Mod: {" % ", precTerm},
	syntax.Pow: {" ** ", precPower}, syntax.LShift: {" << ", precShift}, syntax.RShift: {" >> ", precShift},
	syntax.BitOr: {" | ", precBitOr}, syntax.BitXor: {" ^ ", precBitXor}, syntax.BitAnd: {" & ", precBitAnd},
	syntax.FloorDiv: {" // ", precTerm},
}

var compareText = [...]string{" == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " is not ", " in ", " not in "}

func (w *unparser) text(s string) { w.WriteString(s) }

// open starts parentheses when the context binds tighter than prec; close with the result.
func (w *unparser) open(level, prec int) string {
	if level > prec {
		w.text("(")
		return ")"
	}
	return ""
}

func (w *unparser) list(elts []syntax.Expr) {
	for i, e := range elts {
		if i > 0 {
			w.text(", ")
		}
		w.expr(e, precTest)
	}
}

func (w *unparser) expr(e syntax.Expr, level int) {
	switch e := e.(type) {
	case *syntax.Name:
		w.text(e.ID)
	case *syntax.Constant:
		w.constant(e)
	case *syntax.Attribute:
		w.expr(e.Value, precAtom)
		if k, ok := e.Value.(*syntax.Constant); ok && k.Kind == syntax.ConstInt {
			w.text(" ")
		}
		w.text("." + e.Attr)
	case *syntax.Subscript:
		w.expr(e.Value, precAtom)
		w.text("[")
		w.expr(e.Index, precTuple)
		w.text("]")
	case *syntax.Tuple:
		w.tuple(e, level)
	case *syntax.List:
		w.text("[")
		w.list(e.Elts)
		w.text("]")
	case *syntax.Set:
		w.text("{")
		w.list(e.Elts)
		w.text("}")
	case *syntax.Dict:
		w.dict(e)
	case *syntax.Starred:
		w.text("*")
		w.expr(e.Value, precBitOr)
	case *syntax.Slice:
		w.slice(e)
	case *syntax.Call:
		w.call(e)
	case *syntax.JoinedStr:
		w.text("f" + quote(fstringBody(e)))
	default:
		w.operator(e, level)
	}
}

func (w *unparser) operator(e syntax.Expr, level int) {
	switch e := e.(type) {
	case *syntax.BinOp:
		op := binaryText[e.Op]
		end := w.open(level, op.prec)
		left, right := op.prec, op.prec+1
		if e.Op == syntax.Pow {
			left, right = right, left
		}
		w.expr(e.Left, left)
		w.text(op.text)
		w.expr(e.Right, right)
		w.text(end)
	case *syntax.UnaryOp:
		prec, sign := precFactor, [...]string{"~", "not ", "+", "-"}[e.Op]
		if e.Op == syntax.Not {
			prec = precNot
		}
		end := w.open(level, prec)
		w.text(sign)
		w.expr(e.Operand, prec)
		w.text(end)
	case *syntax.BoolOp:
		prec, word := precAnd, " and "
		if e.Or {
			prec, word = precOr, " or "
		}
		end := w.open(level, prec)
		for i, v := range e.Values {
			if i > 0 {
				w.text(word)
			}
			w.expr(v, prec+1)
		}
		w.text(end)
	case *syntax.Compare:
		end := w.open(level, precCompare)
		w.expr(e.Left, precCompare+1)
		for i, op := range e.Ops {
			w.text(compareText[op])
			w.expr(e.Comparators[i], precCompare+1)
		}
		w.text(end)
	case *syntax.IfExp:
		end := w.open(level, precTest)
		w.expr(e.Body, precTest+1)
		w.text(" if ")
		w.expr(e.Test, precTest+1)
		w.text(" else ")
		w.expr(e.Orelse, precTest)
		w.text(end)
	case *syntax.Lambda:
		end := w.open(level, precTest)
		w.lambda(e)
		w.text(end)
	case *syntax.NamedExpr:
		end := w.open(level, precTuple)
		w.text(e.Target.ID + " := ")
		w.expr(e.Value, precAtom)
		w.text(end)
	case *syntax.Await:
		end := w.open(level, precAwait)
		w.text("await ")
		w.expr(e.Value, precAtom)
		w.text(end)
	case *syntax.Comprehension:
		w.comprehension(e)
	}
}

func (w *unparser) tuple(e *syntax.Tuple, level int) {
	end := ""
	if len(e.Elts) == 0 || level > precTuple {
		w.text("(")
		end = ")"
	}
	w.list(e.Elts)
	if len(e.Elts) == 1 {
		w.text(",")
	}
	w.text(end)
}

func (w *unparser) dict(e *syntax.Dict) {
	w.text("{")
	for i, k := range e.Keys {
		if i > 0 {
			w.text(", ")
		}
		if k == nil {
			w.text("**")
			w.expr(e.Values[i], precBitOr)
			continue
		}
		w.expr(k, precTest)
		w.text(": ")
		w.expr(e.Values[i], precTest)
	}
	w.text("}")
}

func (w *unparser) slice(e *syntax.Slice) {
	if e.Lower != nil {
		w.expr(e.Lower, precTest)
	}
	w.text(":")
	if e.Upper != nil {
		w.expr(e.Upper, precTest)
	}
	if e.Step != nil {
		w.text(":")
		w.expr(e.Step, precTest)
	}
}

func (w *unparser) call(e *syntax.Call) {
	w.expr(e.Func, precAtom)
	w.text("(")
	w.list(e.Args)
	for i, k := range e.Keywords {
		if i+len(e.Args) > 0 {
			w.text(", ")
		}
		if k.Name == "" {
			w.text("**")
		} else {
			w.text(k.Name + "=")
		}
		w.expr(k.Value, precTest)
	}
	w.text(")")
}

func (w *unparser) lambda(e *syntax.Lambda) {
	w.text("lambda")
	sep := " "
	a := e.Args
	if a == nil {
		a = &syntax.Arguments{}
	}
	plain := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	for i, p := range plain {
		w.text(sep + p.Name)
		sep = ", "
		if d := i - (len(plain) - len(a.Defaults)); d >= 0 {
			w.text("=")
			w.expr(a.Defaults[d], precTest)
		}
		if i == len(a.PosOnly)-1 {
			w.text(", /")
		}
	}
	if a.Vararg != nil {
		w.text(sep + "*" + a.Vararg.Name)
		sep = ", "
	} else if len(a.KwOnly) > 0 {
		w.text(sep + "*")
		sep = ", "
	}
	for i, p := range a.KwOnly {
		w.text(sep + p.Name)
		sep = ", "
		if a.KwDefaults[i] != nil {
			w.text("=")
			w.expr(a.KwDefaults[i], precTest)
		}
	}
	if a.Kwarg != nil {
		w.text(sep + "**" + a.Kwarg.Name)
	}
	w.text(": ")
	w.expr(e.Body, precTest)
}

func (w *unparser) comprehension(e *syntax.Comprehension) {
	brackets := [...]string{syntax.CompList: "[]", syntax.CompSet: "{}", syntax.CompDict: "{}", syntax.CompGenerator: "()"}[e.Kind]
	w.text(brackets[:1])
	w.expr(e.Elt, precTest)
	if e.Value != nil {
		w.text(": ")
		w.expr(e.Value, precTest)
	}
	for _, g := range e.Generators {
		if g.Async {
			w.text(" async for ")
		} else {
			w.text(" for ")
		}
		w.expr(g.Target, precTuple)
		w.text(" in ")
		w.expr(g.Iter, precTest+1)
		for _, test := range g.Ifs {
			w.text(" if ")
			w.expr(test, precTest+1)
		}
	}
	w.text(brackets[1:])
}

func (w *unparser) constant(k *syntax.Constant) {
	switch k.Kind {
	case syntax.ConstNone:
		w.text("None")
	case syntax.ConstTrue:
		w.text("True")
	case syntax.ConstFalse:
		w.text("False")
	case syntax.ConstEllipsis:
		w.text("...")
	case syntax.ConstInt:
		if k.Big != nil {
			w.text(k.Big.String())
		} else {
			w.text(strconv.FormatInt(k.Int, 10))
		}
	case syntax.ConstFloat:
		w.text(floatText(k.Float, true))
	case syntax.ConstImaginary:
		w.text(floatText(k.Float, false) + "j")
	case syntax.ConstString:
		w.text(quote(k.Str))
	case syntax.ConstBytes:
		w.text("b" + quoteBytes(k.Str))
	}
}

// floatText is repr() of a float literal's value; infinity is written as a literal too large.
func floatText(f float64, dot bool) string {
	if math.IsInf(f, 0) {
		return "1e309"
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	if dot && !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}

// fstringBody is the text of an f-string between its quotes, before escaping.
func fstringBody(e *syntax.JoinedStr) string {
	var w unparser
	for _, v := range e.Values {
		switch v := v.(type) {
		case *syntax.Constant:
			w.text(strings.NewReplacer("{", "{{", "}", "}}").Replace(v.Str))
		case *syntax.FormattedValue:
			inner := unparse(v.Value)
			w.text("{")
			if strings.HasPrefix(inner, "{") {
				w.text(" ")
			}
			w.text(inner)
			if v.Conversion != 0 {
				w.text("!" + string(v.Conversion))
			}
			if v.FormatSpec != nil {
				w.text(":" + fstringBody(v.FormatSpec))
			}
			w.text("}")
		}
	}
	return w.String()
}

// quote is repr() of a str of printable characters.
func quote(s string) string {
	q := quoteMark(s)
	b := []byte{q}
	for _, r := range s {
		b = appendEscaped(b, r, q)
	}
	return string(append(b, q))
}

// quoteBytes is repr() of bytes, without the b.
func quoteBytes(s string) string {
	q := quoteMark(s)
	b := []byte{q}
	for i := range len(s) {
		if s[i] < 0x80 {
			b = appendEscaped(b, rune(s[i]), q)
		} else {
			b = appendHex(b, s[i])
		}
	}
	return string(append(b, q))
}

func quoteMark(s string) byte {
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return '"'
	}
	return '\''
}

func appendEscaped(b []byte, r rune, q byte) []byte {
	switch {
	case r == rune(q) || r == '\\':
		return append(b, '\\', byte(r))
	case r == '\n':
		return append(b, `\n`...)
	case r == '\r':
		return append(b, `\r`...)
	case r == '\t':
		return append(b, `\t`...)
	case r < ' ' || r == 0x7F:
		return appendHex(b, byte(r))
	}
	return utf8.AppendRune(b, r)
}

func appendHex(b []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	return append(b, '\\', 'x', digits[c>>4], digits[c&15])
}
