package compile

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"asyncplay/runtime/syntax"
)

// constKey tells constants apart: 1, 1.0, True and -0.0, 0.0 differ.
type constKey struct {
	kind ConstKind
	text string
}

func (k Const) key() constKey {
	switch k.Kind {
	case ConstInt:
		if k.Big != nil {
			return constKey{k.Kind, k.Big.Text(62)}
		}
		return constKey{k.Kind, strconv.FormatInt(k.Int, 10)}
	case ConstFloat, ConstImaginary:
		return constKey{k.Kind, strconv.FormatUint(math.Float64bits(k.Float), 16)}
	case ConstString, ConstBytes:
		return constKey{k.Kind, k.Str}
	case ConstTuple, ConstFrozenSet:
		var b strings.Builder
		for _, item := range k.Items {
			ik := item.key()
			b.WriteString(strconv.Itoa(int(ik.kind)) + ":" + strconv.Itoa(len(ik.text)) + ":" + ik.text + ",")
		}
		return constKey{k.Kind, b.String()}
	}
	return constKey{kind: k.Kind}
}

func (u *unit) constIndex(k Const) uint32 {
	if k.Kind == ConstCode {
		if len(u.code.Consts) >= NoReg {
			u.c.fail(u.span, "too many functions in one function")
		}
		u.code.Consts = append(u.code.Consts, k)
		return uint32(len(u.code.Consts) - 1)
	}
	key := k.key()
	i, ok := u.consts[key]
	if !ok {
		i = uint32(len(u.code.Consts))
		u.consts[key] = i
		u.code.Consts = append(u.code.Consts, k)
	}
	return i
}

func (u *unit) loadConst(dst uint16, k Const) { u.add(wide(OpLoadConst, dst, u.constIndex(k))) }

func (u *unit) loadNone(dst uint16) { u.loadConst(dst, Const{Kind: ConstNone}) }

func (u *unit) loadString(dst uint16, s string) { u.loadConst(dst, Const{Kind: ConstString, Str: s}) }

var constKinds = [...]ConstKind{
	syntax.ConstNone: ConstNone, syntax.ConstTrue: ConstTrue, syntax.ConstFalse: ConstFalse,
	syntax.ConstEllipsis: ConstEllipsis, syntax.ConstInt: ConstInt, syntax.ConstFloat: ConstFloat,
	syntax.ConstImaginary: ConstImaginary, syntax.ConstString: ConstString, syntax.ConstBytes: ConstBytes,
}

// constant returns the value of an expression that is constant to the eye: a literal, a
// negated number, a tuple of such. Arithmetic is left to the run, where its errors and limits are.
func constant(e syntax.Expr) (Const, bool) {
	switch e := e.(type) {
	case *syntax.Constant:
		return Const{Kind: constKinds[e.Kind], Int: e.Int, Big: e.Big, Float: e.Float, Str: e.Str}, true
	case *syntax.Name:
		return Const{Kind: ConstTrue}, e.ID == "__debug__"
	case *syntax.UnaryOp:
		if k, ok := e.Operand.(*syntax.Constant); ok && e.Op == syntax.USub {
			return negated(k)
		}
	case *syntax.Tuple:
		items := make([]Const, len(e.Elts))
		for i, x := range e.Elts {
			k, ok := constant(x)
			if !ok {
				return Const{}, false
			}
			items[i] = k
		}
		return Const{Kind: ConstTuple, Items: items}, true
	}
	return Const{}, false
}

func negated(k *syntax.Constant) (Const, bool) {
	switch {
	case k.Kind == syntax.ConstInt && k.Big != nil:
		n := new(big.Int).Neg(k.Big)
		if n.IsInt64() {
			return Const{Kind: ConstInt, Int: n.Int64()}, true
		}
		return Const{Kind: ConstInt, Big: n}, true
	case k.Kind == syntax.ConstInt:
		return Const{Kind: ConstInt, Int: -k.Int}, true
	case k.Kind == syntax.ConstFloat:
		return Const{Kind: ConstFloat, Float: -k.Float}, true
	}
	return Const{}, false
}

// smallInt returns the value of an int literal that fits the operand of an instruction.
func smallInt(e syntax.Expr) (int16, bool) {
	k, ok := constant(e)
	if !ok || k.Kind != ConstInt || k.Big != nil || k.Int < math.MinInt16 || k.Int > math.MaxInt16 {
		return 0, false
	}
	return int16(k.Int), true
}

// truth returns the truth of a constant condition.
func truth(e syntax.Expr) (value, known bool) {
	k, ok := constant(e)
	if !ok {
		return false, false
	}
	switch k.Kind {
	case ConstNone, ConstFalse:
		return false, true
	case ConstInt:
		return k.Big != nil || k.Int != 0, true
	case ConstFloat, ConstImaginary:
		return k.Float != 0, true
	case ConstString, ConstBytes:
		return k.Str != "", true
	case ConstTuple:
		return len(k.Items) > 0, true
	}
	return true, true
}

// cleanDoc removes the common indentation of a docstring (CPython 3.13 compile.c,
// _PyCompile_CleanDoc).
func cleanDoc(doc string) string {
	lines := strings.Split(expandTabs(doc), "\n")
	margin := -1
	for _, line := range lines[1:] {
		trimmed := strings.TrimLeft(line, " ")
		if trimmed != "" && (margin < 0 || len(line)-len(trimmed) < margin) {
			margin = len(line) - len(trimmed)
		}
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i, line := range lines[1:] {
		lines[i+1] = line[min(max(margin, 0), len(line)-len(strings.TrimLeft(line, " "))):]
	}
	return strings.Join(lines, "\n")
}

func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for _, r := range []byte(s) {
		switch r {
		case '\t':
			n := 8 - col%8
			b.WriteString(strings.Repeat(" ", n))
			col += n
		case '\n', '\r':
			b.WriteByte(r)
			col = 0
		default:
			b.WriteByte(r)
			col++
		}
	}
	return b.String()
}
