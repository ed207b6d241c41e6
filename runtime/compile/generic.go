package compile

import "asyncplay/runtime/syntax"

// genericFunction makes a function with type parameters, inside a scope of its own that
// gets the defaults as arguments (PEP 695).
func (u *unit) genericFunction(s *syntax.FunctionDef, dst uint16) {
	base := u.temps(3)
	flags := u.evaluateDefaults(s.Args, base+1)
	for i, flag := range []uint16{FunctionDefaults, FunctionKwDefaults} {
		if flags&flag == 0 {
			u.loadNone(base + 1 + uint16(i))
		}
	}
	v := u.typeParamsUnit(s, s.Name, s.TypeParams, 2)
	fn := v.temps(3)
	v.emit(OpMove, fn, 0, 0)
	v.emit(OpMove, fn+1, 1, 0)
	flags |= v.evaluateAnnotations(s, fn+2)
	v.makeFunction(v.functionCode(s), fn, flags)
	v.typeParamsTuple(s.TypeParams, fn+1)
	v.emit(OpIntrinsic, fn, fn, uint16(IntrinsicFunctionTypeParams))
	v.emit(OpReturn, fn, 0, 0)
	u.makeFunction(v.finish(), base, 0)
	u.emit(OpCall, base, 2, dst)
}

func (u *unit) genericClass(s *syntax.ClassDef, dst uint16) {
	base := u.temp()
	v := u.typeParamsUnit(s, s.Name, s.TypeParams, 0)
	params, class := v.temp(), v.temp()
	v.typeParamsTuple(s.TypeParams, params)
	v.storeName(".type_params", params)
	v.buildClass(s, class, func(to uint16) {
		v.emit(OpIntrinsic, to, params, uint16(IntrinsicGeneric))
	})
	v.emit(OpReturn, class, 0, 0)
	u.makeFunction(v.finish(), base, 0)
	u.emit(OpCall, base, 0, dst)
}

func (u *unit) typeAlias(s *syntax.TypeAlias) {
	t := u.temp()
	if s.TypeParams == nil {
		u.aliasValue(s, t)
	} else {
		v := u.typeParamsUnit(s, s.Name.ID, s.TypeParams, 0)
		r := v.temp()
		v.aliasValue(s, r)
		v.emit(OpReturn, r, 0, 0)
		u.makeFunction(v.finish(), t, 0)
		u.emit(OpCall, t, 0, t)
	}
	u.storeName(u.scope.mangle(s.Name.ID), t)
}

func (u *unit) aliasValue(s *syntax.TypeAlias, dst uint16) {
	at := u.temps(3)
	u.loadString(at, s.Name.ID)
	if s.TypeParams == nil {
		u.loadNone(at + 1)
	} else {
		u.typeParamsTuple(s.TypeParams, at+1)
	}
	u.lazy(s, s.Name.ID, s.Value, at+2)
	u.emit(OpIntrinsic, dst, at, uint16(IntrinsicTypeAlias))
}

// typeParamsUnit starts the code "<generic parameters of name>" and makes the parameters in it.
func (u *unit) typeParamsUnit(node any, name string, params []*syntax.TypeParam, args int) *unit {
	v := u.c.newUnit(u, u.c.table.scopes[typeParamsKey{node}], "<generic parameters of "+name+">", u.span.Line)
	v.code.ArgCount = args
	for i := range args {
		v.bound.add(uint16(i))
	}
	v.makeCells()
	for _, p := range params {
		v.typeParam(p)
	}
	return v
}

func (u *unit) typeParam(p *syntax.TypeParam) {
	mark := u.top
	u.span = p.Span
	at := u.temps(2)
	u.loadString(at, p.Name)
	kind := IntrinsicTypeVar
	switch p.Kind {
	case syntax.TypeVarTuple:
		kind = IntrinsicTypeVarTuple
	case syntax.ParamSpec:
		kind = IntrinsicParamSpec
	}
	if p.Bound != nil {
		kind = IntrinsicTypeVarBound
		if _, ok := p.Bound.(*syntax.Tuple); ok {
			kind = IntrinsicTypeVarConstraints
		}
		u.lazy(boundKey{p}, p.Name, p.Bound, at+1)
	}
	u.emit(OpIntrinsic, at, at, uint16(kind))
	if p.Default != nil {
		u.lazy(defaultKey{p}, p.Name, p.Default, at+1)
		u.emit(OpIntrinsic, at, at, uint16(IntrinsicTypeParamDefault))
	}
	u.storeName(u.scope.mangle(p.Name), at)
	u.top = mark
}

// lazy makes the function that evaluates a bound, default or alias when it is asked for.
func (u *unit) lazy(key any, name string, e syntax.Expr, dst uint16) {
	v := u.c.newUnit(u, u.c.table.scopes[key], name, e.Position().Line)
	v.span = e.Position()
	v.makeCells()
	r := v.temp()
	v.annotation(e, r)
	v.emit(OpReturn, r, 0, 0)
	u.makeFunction(v.finish(), dst, 0)
}

func (u *unit) typeParamsTuple(params []*syntax.TypeParam, dst uint16) {
	mark := u.top
	first := u.temps(len(params))
	for i, p := range params {
		u.loadName(u.scope.mangle(p.Name), first+uint16(i))
	}
	u.emit(OpBuildTuple, dst, first, uint16(len(params)))
	u.top = mark
}
