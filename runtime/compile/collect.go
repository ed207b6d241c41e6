package compile

import "asyncplay/runtime/syntax"

// chunkMax is the largest number of elements of a literal that are in registers at a time.
const chunkMax = 32

func hasStarred(elts []syntax.Expr) bool {
	for _, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			return true
		}
	}
	return false
}

// consecutive evaluates expressions into consecutive new temporaries.
func (u *unit) consecutive(elts []syntax.Expr) uint16 {
	first := u.temps(len(elts))
	for i, e := range elts {
		u.expr(e, first+uint16(i))
	}
	return first
}

// tuple builds a tuple display.
func (u *unit) tuple(elts []syntax.Expr, dst uint16) {
	if len(elts) <= chunkMax && !hasStarred(elts) {
		u.emit(OpBuildTuple, dst, u.consecutive(elts), uint16(len(elts)))
		return
	}
	t := u.temp()
	u.list(elts, t)
	u.emit(OpListToTuple, dst, t, 0)
}

// list builds a list display into dst, a temporary unless the list is short and plain.
func (u *unit) list(elts []syntax.Expr, dst uint16) {
	u.collect(elts, dst, OpBuildList, OpListAppend, OpListExtend)
}

func (u *unit) set(elts []syntax.Expr, dst uint16) {
	u.collect(elts, dst, OpBuildSet, OpSetAdd, OpSetUpdate)
}

func (u *unit) collect(elts []syntax.Expr, dst uint16, build, add, extend Op) {
	// As in CPython; for a set it decides the order of its elements.
	if k, ok := constant(&syntax.Tuple{Elts: elts}); ok && len(elts) >= 3 {
		if build == OpBuildSet {
			k.Kind = ConstFrozenSet
		}
		t := u.temp()
		u.emit(build, dst, t, 0)
		u.loadConst(t, k)
		u.emit(extend, dst, t, 0)
		return
	}
	u.elements(elts, dst, build, add, extend, extendDisplay)
}

// The third operand of OpListExtend says how the error for what is not iterable is worded.
const (
	extendDisplay   = 0
	extendArguments = 1
)

// elements builds a list or set: the first elements at once, what comes after a starred one or after chunkMax one by one.
func (u *unit) elements(elts []syntax.Expr, dst uint16, build, add, extend Op, wording uint16) {
	head := 0
	for head < len(elts) && head < chunkMax && !hasStarred(elts[head:head+1]) {
		head++
	}
	mark := u.top
	u.emit(build, dst, u.consecutive(elts[:head]), uint16(head))
	u.top = mark
	for _, e := range elts[head:] {
		if s, ok := e.(*syntax.Starred); ok {
			u.emit(extend, dst, u.operand(s.Value), wording)
		} else {
			u.emit(add, dst, u.operand(e), 0)
		}
		u.top = mark
	}
}

func (u *unit) dict(e *syntax.Dict, dst uint16) {
	head := 0
	for head < len(e.Keys) && head < chunkMax && e.Keys[head] != nil {
		head++
	}
	mark := u.top
	pairs := u.temps(2 * head)
	for i := range head {
		u.expr(e.Keys[i], pairs+uint16(2*i))
		u.expr(e.Values[i], pairs+uint16(2*i)+1)
	}
	u.emit(OpBuildDict, dst, pairs, uint16(head))
	u.top = mark
	for i := head; i < len(e.Keys); i++ {
		if e.Keys[i] == nil {
			u.emit(OpDictUpdate, dst, u.operand(e.Values[i]), 0)
		} else {
			key := u.operand(e.Keys[i])
			u.emit(OpDictSet, dst, key, u.operand(e.Values[i]))
		}
		u.top = mark
	}
}

// joinedStr builds an f-string.
func (u *unit) joinedStr(e *syntax.JoinedStr, dst uint16) {
	switch {
	case len(e.Values) == 0:
		u.loadString(dst, "")
	case len(e.Values) == 1:
		u.expr(e.Values[0], dst)
	default:
		first := u.temps(len(e.Values))
		for i, v := range e.Values {
			u.expr(v, first+uint16(i))
		}
		u.emit(OpBuildString, dst, first, uint16(len(e.Values)))
	}
}

func (u *unit) formattedValue(e *syntax.FormattedValue, dst uint16) {
	mode := uint16(ConversionNone)
	switch e.Conversion {
	case 's':
		mode = ConversionStr
	case 'r':
		mode = ConversionRepr
	case 'a':
		mode = ConversionAscii
	}
	if e.FormatSpec == nil {
		u.emit(OpFormat, dst, u.operand(e.Value), mode)
		return
	}
	value := u.temps(2)
	u.expr(e.Value, value)
	u.expr(e.FormatSpec, value+1)
	u.emit(OpFormat, dst, value, mode|FormatHasSpec)
}
