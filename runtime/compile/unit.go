package compile

import "asyncplay/runtime/syntax"

// unit generates one Code.
type unit struct {
	c      *compiler
	parent *unit
	scope  *scope // where names are looked up: the frame's scope, or one inlined in it
	code   *Code
	span   syntax.Span // position given to the instructions emitted

	named  int // registers below are named, those from here on are temporaries
	top    int // the next free temporary
	blocks []*block
	// handling is the register of the exception that is being handled at this point, or
	// NoReg.
	handling uint16
	bound    boundSet

	consts map[constKey]uint32
	names  map[string]uint16
	// static collects the attributes that methods assign to self, for a class.
	static []string
}

// label is a place to jump to, known or still to come.
type label struct {
	pc   int // -1 until bound
	refs []int
}

func newLabel() *label { return &label{pc: -1} }

func (c *compiler) newUnit(parent *unit, s *scope, name string, line int32) *unit {
	u := &unit{c: c, parent: parent, scope: s, handling: NoReg,
		consts: map[constKey]uint32{}, names: map[string]uint16{}}
	u.code = &Code{Name: name, Qualname: qualname(parent, s, name), Filename: c.filename, FirstLine: line}
	if parent != nil {
		u.span = parent.span
		if parent.code.Flags&(FlagFunction|FlagNested) != 0 {
			u.code.Flags |= FlagNested
		}
	}
	u.layout()
	return u
}

// qualname follows CPython 3.13 compile.c, compiler_set_qualname.
func qualname(parent *unit, s *scope, name string) string {
	for parent != nil && parent.scope.frame.kind == scopeTypeParams {
		parent = parent.parent
	}
	if parent == nil || parent.code.Flags&FlagModule != 0 {
		return name
	}
	if s.kind == scopeFunction || s.kind == scopeClass {
		if y := parent.scope.symbols[parent.scope.mangle(name)]; y != nil && y.global {
			return name
		}
	}
	if f := parent.scope.frame; f.kind == scopeFunction && f.symbols[".0"] == nil {
		return parent.code.Qualname + ".<locals>." + name
	}
	return parent.code.Qualname + "." + name
}

// layout gives each variable of the frame its register.
func (u *unit) layout() {
	f := u.scope
	if f.kind != scopeModule && f.kind != scopeClass {
		u.code.Flags |= FlagFunction
		for _, y := range f.order {
			if y.param {
				u.name(y, VarLocal, VarCell)
			}
		}
		for _, y := range f.order {
			if y.isLocal() && !y.param {
				u.name(y, VarLocal, VarCell)
			}
		}
	}
	for _, y := range f.inlined {
		u.name(y, VarHidden, VarHiddenCell)
	}
	if f.classCell != nil {
		u.name(f.classCell, VarHidden, VarHiddenCell)
	}
	if f.classDict != nil {
		u.name(f.classDict, VarHidden, VarHiddenCell)
	}
	u.code.FreeStart = len(u.code.VarNames)
	f.sortFree()
	for _, y := range f.free {
		u.code.VarNames = append(u.code.VarNames, y.name)
		u.code.VarKinds = append(u.code.VarKinds, VarFree)
		u.code.FreeFrom = append(u.code.FreeFrom, u.parent.cellRegister(y))
	}
	u.named = len(u.code.VarNames)
	u.top = u.named
	u.code.Registers = u.named
	u.bound = newBoundSet(u.named)
}

func (u *unit) name(y *symbol, plain, cell VarKind) {
	y.reg = uint16(len(u.code.VarNames))
	kind := plain
	if y.captured {
		kind = cell
	}
	u.code.VarNames = append(u.code.VarNames, y.name)
	u.code.VarKinds = append(u.code.VarKinds, kind)
}

// cellRegister is the register of this frame in which the cell of a captured variable is.
func (u *unit) cellRegister(y *symbol) uint16 {
	f := u.scope.frame
	if y.owner.frame == f {
		return y.reg
	}
	return uint16(u.code.FreeStart + f.freeIndex[y])
}

// makeCells opens a code: captured parameters and locals move into cells.
func (u *unit) makeCells() {
	for i, k := range u.code.VarKinds {
		if k == VarCell {
			u.emit(OpMakeCell, uint16(i), 0, 0)
		}
	}
}

// markStatement notes that a statement starts here.
func (u *unit) markStatement(line int32) {
	u.code.Statements = append(u.code.Statements, Statement{PC: uint32(u.pc()), Line: line, Live: uint16(u.top)})
}

func (u *unit) pc() int { return len(u.code.Instrs) }

// instrsMax bounds the instructions of a module with all its functions. Each nested finally
// doubles the code inside, so a short source can ask for any amount.
const instrsMax = 1 << 20

func (u *unit) add(i Instr) {
	u.c.instrs++
	if u.c.instrs > instrsMax {
		u.c.fail(u.span, "the program is too large")
	}
	u.code.Instrs = append(u.code.Instrs, i)
	u.code.Positions = append(u.code.Positions, u.span)
}

func (u *unit) emit(op Op, a, b, c uint16) { u.add(Instr{Op: op, A: a, B: b, C: c}) }

// jump emits a jump, or any opcode whose wide operand is a target.
func (u *unit) jump(op Op, a uint16, to *label) {
	if to.pc < 0 {
		to.refs = append(to.refs, u.pc())
		u.add(Instr{Op: op, A: a})
		return
	}
	u.add(wide(op, a, uint32(to.pc)))
}

// bind sets the label here.
func (u *unit) bind(l *label) {
	l.pc = u.pc()
	for _, at := range l.refs {
		i := &u.code.Instrs[at]
		*i = wide(i.Op, i.A, uint32(l.pc))
	}
	l.refs = nil
}

// registersMax leaves NoReg free.
const registersMax = NoReg

// temp reserves the next temporary; temps reserves n consecutive ones, at least one, and
// returns the first. They are given back by setting u.top to what it was before.
func (u *unit) temp() uint16 { return u.temps(1) }

func (u *unit) temps(n int) uint16 {
	first := u.top
	n = max(n, 1)
	if first+n >= registersMax {
		u.c.fail(u.span, "too many values for one function")
		return uint16(u.named)
	}
	u.top += n
	u.code.Registers = max(u.code.Registers, u.top)
	return uint16(first)
}

func (u *unit) isNamed(r uint16) bool { return int(r) < u.named }

func (u *unit) nameIndex(name string) uint16 {
	i, ok := u.names[name]
	if !ok {
		if len(u.code.Names) >= NoReg {
			u.c.fail(u.span, "too many names in one function")
			return 0
		}
		i = uint16(len(u.code.Names))
		u.names[name] = i
		u.code.Names = append(u.code.Names, name)
	}
	return i
}

func (u *unit) site(name string) uint16 {
	if len(u.code.Sites) >= NoReg {
		u.c.fail(u.span, "too many names in one function")
		return 0
	}
	u.code.Sites = append(u.code.Sites, name)
	return uint16(len(u.code.Sites) - 1)
}

func (u *unit) returnNone() {
	if !u.bound.dead {
		i := u.constIndex(Const{Kind: ConstNone})
		u.add(wide(OpReturnConst, 0, i))
	}
}

func (u *unit) finish() *Code {
	if u.pc() == 0 || !endsFlow(u.code.Instrs[u.pc()-1].Op) || u.jumpsToEnd() {
		u.bound.dead = false
		u.returnNone()
	}
	return u.code
}

func endsFlow(op Op) bool {
	return op == OpReturn || op == OpReturnConst || op == OpReraise || op == OpRaise || op == OpJump
}

// jumpsToEnd reports whether something goes to the pc after the last instruction. A code that ends in dead
// instructions may have such jumps.
func (u *unit) jumpsToEnd() bool {
	end := uint32(u.pc())
	for _, i := range u.code.Instrs {
		if i.Op.isJump() && i.Wide() == end {
			return true
		}
	}
	for _, h := range u.code.Handlers {
		if h.Target == end {
			return true
		}
	}
	return false
}
