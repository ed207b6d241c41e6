package compile

import "asyncplay/runtime/syntax"

// comprehension evaluates a comprehension in place, or makes a generator for a generator
// expression.
func (u *unit) comprehension(e *syntax.Comprehension, dst uint16) {
	if e.Kind == syntax.CompGenerator {
		u.generatorExpression(e, dst)
		return
	}
	iter := u.temp()
	first := e.Generators[0]
	if first.Async {
		u.startAsyncIter(first.Iter, iter)
	} else {
		u.startIter(first.Iter, iter)
	}
	u.emit([...]Op{syntax.CompList: OpBuildList, syntax.CompSet: OpBuildSet, syntax.CompDict: OpBuildDict}[e.Kind], dst, dst, 0)
	outer := u.scope
	u.scope = u.c.table.scopes[e]
	before := u.bound.clone()
	u.freshVariables()
	u.generators(e, 0, iter, func() { u.element(e, dst) })
	u.bound = before
	u.scope = outer
}

// freshVariables gives an inlined comprehension's captured variables new cells: functions
// made by an earlier evaluation keep theirs.
func (u *unit) freshVariables() {
	for _, y := range u.scope.order {
		if y.isLocal() && y.captured {
			u.emit(OpUnbind, y.reg, 0, 0)
			u.emit(OpMakeCell, y.reg, 0, 0)
		}
	}
}

func (u *unit) element(e *syntax.Comprehension, dst uint16) {
	mark := u.top
	switch e.Kind {
	case syntax.CompList:
		u.emit(OpListAppend, dst, u.operand(e.Elt), 0)
	case syntax.CompSet:
		u.emit(OpSetAdd, dst, u.operand(e.Elt), 0)
	case syntax.CompDict:
		key := u.operand(e.Elt)
		u.emit(OpDictSet, dst, key, u.operand(e.Value))
	}
	u.top = mark
}

// generators emits the nested loops from the i-th on; iter holds the iterator of that one.
func (u *unit) generators(e *syntax.Comprehension, i int, iter uint16, element func()) {
	if i == len(e.Generators) {
		element()
		return
	}
	g := e.Generators[i]
	mark := u.top
	before := u.bound.clone()
	if i > 0 {
		iter = u.temp()
		if g.Async {
			u.startAsyncIter(g.Iter, iter)
		} else {
			u.startIter(g.Iter, iter)
		}
	}
	next := newLabel()
	if g.Async {
		u.bind(next)
		item := u.temp()
		guard := u.nextAsync(e.Span, iter, item)
		u.assign(g.Target, item)
		u.filtered(e, i, next, element)
		u.jump(OpJump, 0, next)
		u.endAsync(g.Iter, guard)
	} else {
		body := newLabel()
		u.jump(OpJump, 0, next)
		item := u.loopVariable(g.Target)
		u.bind(body)
		u.storeItem(g.Target, item)
		u.filtered(e, i, next, element)
		u.bind(next)
		span := u.span
		u.span = g.Iter.Position()
		u.emit(OpForIter, iter, item, 0)
		u.jump(OpJump, 0, body)
		u.span = span
	}
	u.bound = before
	u.top = mark
}

func (u *unit) filtered(e *syntax.Comprehension, i int, next *label, element func()) {
	for _, test := range e.Generators[i].Ifs {
		u.jumpIf(test, false, next)
	}
	u.generators(e, i+1, 0, element)
}

// generatorExpression makes a function of one parameter, the outermost iterator, and calls it.
func (u *unit) generatorExpression(e *syntax.Comprehension, dst uint16) {
	first := e.Generators[0]
	s := u.c.table.scopes[e]
	v := u.c.newUnit(u, s, "<genexpr>", e.Line)
	v.span = e.Span
	v.code.ArgCount = 1
	v.code.Flags |= FlagGenerator
	if s.hasAwait {
		v.code.Flags = v.code.Flags&^FlagGenerator | FlagAsyncGenerator
	}
	v.makeCells()
	v.generators(e, 0, 0, func() {
		mark := v.top
		r := v.operand(e.Elt)
		v.span = e.Elt.Position()
		v.emit(OpYield, v.temp(), r, 0)
		v.span = e.Span
		v.top = mark
	})
	v.returnNone()

	base := u.temps(2)
	u.emit(OpMakeFunction, base, uint16(u.constIndex(Const{Kind: ConstCode, Code: v.finish()})), 0)
	if first.Async {
		u.startAsyncIter(first.Iter, base+1)
	} else {
		u.startIter(first.Iter, base+1)
	}
	u.emit(OpCall, base, 1, dst)
}
