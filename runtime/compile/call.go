package compile

import "asyncplay/runtime/syntax"

// call evaluates a call; dst = NoReg drops the result (expression statement).
func (u *unit) call(e *syntax.Call, dst uint16) {
	mark := u.top
	switch {
	case hasStarred(e.Args) || hasDoubleStar(e.Keywords):
		u.callEx(e, dst)
	case u.callSuper(e, dst):
	default:
		if a, ok := e.Func.(*syntax.Attribute); ok {
			u.callMethod(e, a, dst)
		} else {
			u.callFunction(e, dst)
		}
	}
	u.top = mark
}

func hasDoubleStar(list []*syntax.Keyword) bool {
	for _, k := range list {
		if k.Name == "" {
			return true
		}
	}
	return false
}

func (u *unit) callFunction(e *syntax.Call, dst uint16) {
	n := len(e.Args) + len(e.Keywords)
	base := u.temps(1 + n)
	u.expr(e.Func, base)
	u.arguments(e, base+1)
	u.finishCall(OpCall, OpCallKw, base, e, dst)
}

func (u *unit) callMethod(e *syntax.Call, a *syntax.Attribute, dst uint16) {
	n := len(e.Args) + len(e.Keywords)
	base := u.temps(2 + n)
	mark := u.top
	obj := u.operand(a.Value)
	u.span = attributeSpan(a)
	u.emit(OpLoadMethod, base, obj, u.site(u.scope.mangle(a.Attr)))
	u.top = mark
	u.span.EndLine, u.span.EndCol = e.EndLine, e.EndCol
	u.arguments(e, base+2)
	u.finishCall(OpCallMethod, OpCallMethodKw, base, e, dst)
}

// attributeSpan: an attribute on another line than its object is placed at its name (CPython
// 3.13 compile.c, update_start_location_to_match_attr).
func attributeSpan(a *syntax.Attribute) syntax.Span {
	span := a.Span
	if length := int32(len(a.Attr)); span.EndLine != span.Line && length <= span.EndCol {
		span.Line, span.Col = span.EndLine, span.EndCol-length
	}
	return span
}

func (u *unit) arguments(e *syntax.Call, first uint16) {
	for i, x := range e.Args {
		u.expr(x, first+uint16(i))
	}
	for i, k := range e.Keywords {
		u.expr(k.Value, first+uint16(len(e.Args)+i))
	}
}

func (u *unit) finishCall(plain, kw Op, base uint16, e *syntax.Call, dst uint16) {
	n := uint16(len(e.Args) + len(e.Keywords))
	if len(e.Keywords) == 0 {
		u.emit(plain, base, n, dst)
		return
	}
	u.emit(kw, base, n, u.keywordNames(e.Keywords))
	u.result(base, dst)
}

// result brings the result of a call from where the instruction leaves it to dst.
func (u *unit) result(base, dst uint16) {
	switch dst {
	case base:
	case NoReg:
		u.emit(OpDiscard, base, 0, 0)
	default:
		u.emit(OpMove, dst, base, 0)
	}
}

func (u *unit) keywordNames(list []*syntax.Keyword) uint16 {
	names := make([]string, len(list))
	for i, k := range list {
		names[i] = k.Name
	}
	if len(u.code.KwNames) >= NoReg {
		u.c.fail(u.span, "too many calls with keywords in one function")
		return 0
	}
	u.code.KwNames = append(u.code.KwNames, names)
	return uint16(len(u.code.KwNames) - 1)
}

// callEx is a call with *args or **kwargs.
func (u *unit) callEx(e *syntax.Call, dst uint16) {
	base := u.temps(3)
	u.expr(e.Func, base)
	u.elements(e.Args, base+1, OpBuildList, OpListAppend, OpListExtend, extendArguments)
	u.starKeywords(e.Keywords, base)
	u.emit(OpCallEx, base, 0, 0)
	u.result(base, dst)
}

// starKeywords builds the dict of keywords in base+2, for the call of base. Runs of name=value are merged
// like a ** mapping, which finds names given twice.
func (u *unit) starKeywords(list []*syntax.Keyword, base uint16) {
	dict := base + 2
	if len(list) == 0 {
		u.emit(OpUnbind, dict, 0, 0)
		return
	}
	mark := u.top
	for i := 0; i < len(list); {
		if i == 0 && list[0].Name == "" {
			u.emit(OpBuildDict, dict, dict, 0)
		}
		if list[i].Name == "" {
			u.emit(OpDictMerge, dict, u.operand(list[i].Value), base)
			i++
			u.top = mark
			continue
		}
		run := i
		for i < len(list) && list[i].Name != "" && i-run < chunkMax {
			i++
		}
		to := dict
		if run > 0 {
			to = u.temp()
		}
		pairs := u.temps(2 * (i - run))
		for j, k := range list[run:i] {
			u.loadString(pairs+uint16(2*j), k.Name)
			u.expr(k.Value, pairs+uint16(2*j)+1)
		}
		u.emit(OpBuildDict, to, pairs, uint16(i-run))
		if to != dict {
			u.emit(OpDictMerge, dict, to, base)
		}
		u.top = mark
	}
}

// callSuper handles `super()` in a method, which needs the class and the first argument of
// the frame it stands in. It reports whether it did.
func (u *unit) callSuper(e *syntax.Call, dst uint16) bool {
	name, ok := e.Func.(*syntax.Name)
	frame := u.scope.frame
	if !ok || name.ID != "super" || len(e.Args)+len(e.Keywords) > 0 || frame.kind != scopeFunction || u.code.ArgCount == 0 {
		return false
	}
	if r := u.scope.resolve("super"); r.kind != refGlobal {
		return false
	}
	class, cell := u.lookup("__class__")
	if class.kind != refFree && class.kind != refCell {
		return false
	}
	base := u.temp()
	u.expr(e.Func, base)
	u.emit(OpCallSuper, base, cell, 0)
	u.result(base, dst)
	return true
}
