package compile

import "asyncplay/runtime/syntax"

func (u *unit) functionDef(s *syntax.FunctionDef) {
	decorators := u.consecutiveDecorators(s.Decorators)
	fn := u.temps(3)
	span := u.span
	if s.TypeParams != nil {
		u.genericFunction(s, fn)
	} else {
		flags := u.evaluateDefaults(s.Args, fn)
		flags |= u.evaluateAnnotations(s, fn+2)
		u.makeFunction(u.functionCode(s), fn, flags)
	}
	u.applyDecorators(s.Decorators, decorators, fn)
	u.span = span
	u.storeName(u.scope.mangle(s.Name), fn)
}

// consecutiveDecorators evaluates decorators, each followed by a register for its argument.
func (u *unit) consecutiveDecorators(list []syntax.Expr) uint16 {
	first := u.temps(2 * len(list))
	for i, d := range list {
		u.expr(d, first+uint16(2*i))
	}
	return first
}

func (u *unit) applyDecorators(list []syntax.Expr, first, r uint16) {
	for i := len(list) - 1; i >= 0; i-- {
		at := first + uint16(2*i)
		u.span = list[i].Position()
		u.emit(OpMove, at+1, r, 0)
		u.emit(OpCall, at, 1, r)
	}
}

// evaluateDefaults evaluates default values into R[at] and R[at+1] and returns the flags
// of those there are.
func (u *unit) evaluateDefaults(a *syntax.Arguments, at uint16) uint16 {
	var flags uint16
	if a == nil {
		return 0
	}
	mark := u.top
	if len(a.Defaults) > 0 {
		flags |= FunctionDefaults
		u.expr(&syntax.Tuple{Span: u.span, Elts: a.Defaults}, at)
	}
	d := &syntax.Dict{Span: u.span}
	for i, e := range a.KwDefaults {
		if e != nil {
			name := &syntax.Constant{Span: u.span, Kind: syntax.ConstString, Str: u.scope.mangle(a.KwOnly[i].Name)}
			d.Keys = append(d.Keys, name)
			d.Values = append(d.Values, e)
		}
	}
	if len(d.Keys) > 0 {
		flags |= FunctionKwDefaults
		u.expr(d, at+1)
	}
	u.top = mark
	return flags
}

// evaluateAnnotations evaluates the annotations of a signature into a dict in R[dst].
func (u *unit) evaluateAnnotations(s *syntax.FunctionDef, dst uint16) uint16 {
	type entry struct {
		name string
		e    syntax.Expr
	}
	var list []entry
	a := s.Args
	params := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	if a.Vararg != nil {
		params = append(params, a.Vararg)
	}
	params = append(params, a.KwOnly...)
	if a.Kwarg != nil {
		params = append(params, a.Kwarg)
	}
	for _, p := range params {
		if p.Annotation != nil {
			list = append(list, entry{u.scope.mangle(p.Name), p.Annotation})
		}
	}
	if s.Returns != nil {
		list = append(list, entry{"return", s.Returns})
	}
	if len(list) == 0 {
		return 0
	}
	mark := u.top
	pairs := u.temps(2 * len(list))
	for i, x := range list {
		u.loadString(pairs+uint16(2*i), x.name)
		u.annotation(x.e, pairs+uint16(2*i)+1)
	}
	u.emit(OpBuildDict, dst, pairs, uint16(len(list)))
	u.top = mark
	return FunctionAnnotations
}

func (u *unit) makeFunction(code *Code, dst, flags uint16) {
	u.emit(OpMakeFunction, dst, uint16(u.constIndex(Const{Kind: ConstCode, Code: code})), flags)
}

func (u *unit) functionCode(s *syntax.FunctionDef) *Code {
	line := s.Line
	if len(s.Decorators) > 0 {
		line = s.Decorators[0].Position().Line
	}
	scope := u.c.table.scopes[s]
	v := u.c.newUnit(u, scope, s.Name, line)
	v.span = s.Span
	v.signature(s.Args)
	v.code.Flags |= functionFlags(s.Async, scope.hasYield)
	v.makeCells()
	v.stmts(v.docstring(s.Body, ""))
	v.returnNone()
	return v.finish()
}

func functionFlags(async, yields bool) Flags {
	switch {
	case async && yields:
		return FlagAsyncGenerator
	case async:
		return FlagCoroutine
	case yields:
		return FlagGenerator
	}
	return 0
}

// signature fills in the parameters, which are bound at the start.
func (u *unit) signature(a *syntax.Arguments) {
	if a == nil {
		return
	}
	u.code.PosOnlyCount = len(a.PosOnly)
	u.code.ArgCount = len(a.PosOnly) + len(a.Args)
	u.code.KwOnlyCount = len(a.KwOnly)
	if a.Vararg != nil {
		u.code.Flags |= FlagVarargs
	}
	if a.Kwarg != nil {
		u.code.Flags |= FlagVarKeywords
	}
	for i, p := range orderedParams(a) {
		if y := u.scope.symbols[u.scope.mangle(p.Name)]; y != nil {
			u.stored(y, uint16(i))
		}
	}
}

func (u *unit) lambda(e *syntax.Lambda, dst uint16) {
	fn := u.temps(3)
	flags := u.evaluateDefaults(e.Args, fn)
	scope := u.c.table.scopes[e]
	v := u.c.newUnit(u, scope, "<lambda>", e.Line)
	v.span = e.Span
	v.signature(e.Args)
	v.code.Flags |= functionFlags(false, scope.hasYield)
	v.makeCells()
	v.span = e.Body.Position()
	v.emit(OpReturn, v.operand(e.Body), 0, 0)
	u.makeFunction(v.finish(), fn, flags)
	u.emit(OpMove, dst, fn, 0)
}
