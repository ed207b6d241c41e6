package compile

import (
	"slices"

	"asyncplay/runtime/syntax"
)

func (u *unit) classDef(s *syntax.ClassDef) {
	decorators := u.consecutiveDecorators(s.Decorators)
	span := u.span
	class := u.temp()
	if s.TypeParams != nil {
		u.genericClass(s, class)
	} else {
		u.buildClass(s, class, nil)
	}
	u.applyDecorators(s.Decorators, decorators, class)
	u.span = span
	u.storeName(u.scope.mangle(s.Name), class)
}

// buildClass calls __build_class__(body, name, *bases, **keywords). more, when not nil,
// emits an additional last base.
func (u *unit) buildClass(s *syntax.ClassDef, dst uint16, more func(dst uint16)) {
	mark := u.top
	if hasStarred(s.Bases) || hasDoubleStar(s.Keywords) {
		u.buildClassEx(s, dst, more)
		u.top = mark
		return
	}
	n := 2 + len(s.Bases)
	if more != nil {
		n++
	}
	base := u.temps(1 + n + len(s.Keywords))
	u.startClass(s, base, base+1)
	for i, b := range s.Bases {
		u.expr(b, base+3+uint16(i))
	}
	if more != nil {
		more(base + uint16(n))
	}
	for i, k := range s.Keywords {
		u.expr(k.Value, base+1+uint16(n+i))
	}
	if len(s.Keywords) == 0 {
		u.emit(OpCall, base, uint16(n), dst)
	} else {
		u.emit(OpCallKw, base, uint16(n+len(s.Keywords)), u.keywordNames(s.Keywords))
		u.result(base, dst)
	}
	u.top = mark
}

// startClass puts __build_class__ into R[build], and the body and the name after R[at].
func (u *unit) startClass(s *syntax.ClassDef, build, at uint16) {
	u.emit(OpLoadBuildClass, build, 0, 0)
	u.makeFunction(u.classCode(s), at, 0)
	u.loadString(at+1, s.Name)
}

func (u *unit) buildClassEx(s *syntax.ClassDef, dst uint16, more func(dst uint16)) {
	base := u.temps(3)
	args := u.temps(2)
	u.startClass(s, base, args)
	u.emit(OpBuildList, base+1, args, 2)
	mark := u.top
	for _, b := range s.Bases {
		if x, ok := b.(*syntax.Starred); ok {
			u.emit(OpListExtend, base+1, u.operand(x.Value), extendArguments)
		} else {
			u.emit(OpListAppend, base+1, u.operand(b), 0)
		}
		u.top = mark
	}
	if more != nil {
		t := u.temp()
		more(t)
		u.emit(OpListAppend, base+1, t, 0)
	}
	u.starKeywords(s.Keywords, base)
	u.emit(OpCallEx, base, 0, 0)
	u.emit(OpMove, dst, base, 0)
}

func (u *unit) classCode(s *syntax.ClassDef) *Code {
	line := s.Line
	if len(s.Decorators) > 0 {
		line = s.Decorators[0].Position().Line
	}
	scope := u.c.table.scopes[s]
	v := u.c.newUnit(u, scope, s.Name, line)
	v.code.Flags |= FlagClass
	v.span = s.Span
	for _, y := range []*symbol{scope.classCell, scope.classDict} {
		if y != nil {
			v.emit(OpMakeCell, y.reg, 0, 0)
		}
	}
	t := v.temp()
	if scope.classDict != nil {
		v.emit(OpLoadNamespace, t, 0, 0)
		v.emit(OpStoreDeref, scope.classDict.reg, t, 0)
	}
	v.emit(OpLoadName, t, v.site("__name__"), 0)
	v.emit(OpStoreName, t, v.nameIndex("__module__"), 0)
	v.loadString(t, v.code.Qualname)
	v.emit(OpStoreName, t, v.nameIndex("__qualname__"), 0)
	v.loadConst(t, Const{Kind: ConstInt, Int: int64(line)})
	v.emit(OpStoreName, t, v.nameIndex("__firstlineno__"), 0)
	if s.TypeParams != nil {
		v.loadName(".type_params", t)
		v.emit(OpStoreName, t, v.nameIndex("__type_params__"), 0)
	}
	body := v.docstring(s.Body, "__doc__")
	if hasAnnotations(body) {
		v.emit(OpSetupAnnotations, 0, 0, 0)
	}
	v.stmts(body)
	v.endClass(scope, t)
	return v.finish()
}

// endClass stores what type.__new__ looks for in the namespace, and returns the cell
// __class__ if a method needs it.
func (u *unit) endClass(scope *scope, t uint16) {
	u.span = syntax.Span{Line: u.code.FirstLine, EndLine: u.code.FirstLine}
	var static []Const
	for _, name := range u.static {
		static = append(static, Const{Kind: ConstString, Str: name})
	}
	u.loadConst(t, Const{Kind: ConstTuple, Items: static})
	u.emit(OpStoreName, t, u.nameIndex("__static_attributes__"), 0)
	if scope.classDict != nil {
		u.emit(OpStoreName, scope.classDict.reg, u.nameIndex("__classdictcell__"), 0)
	}
	if scope.classCell != nil {
		u.emit(OpStoreName, scope.classCell.reg, u.nameIndex("__classcell__"), 0)
		u.emit(OpReturn, scope.classCell.reg, 0, 0)
		return
	}
	u.returnNone()
}

// noteStatic remembers an attribute that a method assigns to self, for the class's
// __static_attributes__.
func (u *unit) noteStatic(a *syntax.Attribute) {
	if name, ok := a.Value.(*syntax.Name); !ok || name.ID != "self" {
		return
	}
	for v := u.parent; v != nil; v = v.parent {
		if v.code.Flags&FlagClass != 0 {
			if !slices.Contains(v.static, a.Attr) {
				v.static = append(v.static, a.Attr)
			}
			return
		}
	}
}
