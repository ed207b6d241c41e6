package compile

import (
	"slices"

	"asyncplay/runtime/syntax"
)

// blockKind says what a jump out of a block has to do on its way.
type blockKind uint8

const (
	blockLoop    blockKind = iota
	blockTry               // body of try … except: nothing
	blockFinally           // body of try … finally: run the finally
	blockWith              // body of with: call __exit__
	blockHandler           // except or finally clause: stop handling, forget the name
)

// block is one level of enclosing statements that jumps have to unwind.
type block struct {
	kind blockKind
	span syntax.Span

	// Of a loop.
	breaks, continues *label
	iter              uint16 // of a for loop whose iterator must be dropped, else NoReg
	async             bool   // also of with
	atBreak           boundSet

	// Of a protected body: the regions that its handler covers, the last one open from start on.
	start   int
	regions [][2]int

	finalbody []syntax.Stmt // of blockFinally
	exit      uint16        // of blockWith: register of __exit__
	previous  uint16        // of blockHandler: what was handled outside
	name      string        // of blockHandler: the name to forget
}

// blocksMax is CPython's CO_MAXBLOCKS.
const blocksMax = 21

func (u *unit) push(b *block) *block {
	if len(u.blocks) >= blocksMax {
		u.c.fail(u.span, "too many statically nested blocks")
	}
	b.start = u.pc()
	u.blocks = append(u.blocks, b)
	return b
}

func (u *unit) pop() {
	b := u.blocks[len(u.blocks)-1]
	u.blocks = u.blocks[:len(u.blocks)-1]
	b.close(u.pc())
}

func (b *block) close(pc int) {
	if pc > b.start {
		b.regions = append(b.regions, [2]int{b.start, pc})
	}
}

// protect enters the regions of a block into the exception table. Inner blocks have
// entered theirs before, so the first match is the innermost.
func (u *unit) protect(b *block, target int, reg uint16) {
	for _, r := range b.regions {
		u.code.Handlers = append(u.code.Handlers, Handler{Start: uint32(r[0]), End: uint32(r[1]), Target: uint32(target), Reg: reg})
	}
}

// startHandler begins the handler of a block: from here on R[result] is handled.
func (u *unit) startHandler(b *block, before boundSet) uint16 {
	exc := u.temp()
	u.protect(b, u.pc(), exc)
	u.bound = before
	u.handling = exc
	return exc
}

// needsUnwind reports whether leaving the blocks from i on runs any code.
func (u *unit) needsUnwind(i int) bool {
	for _, b := range u.blocks[i:] {
		if b.kind != blockTry && (b.kind != blockLoop || b.iter != NoReg) {
			return true
		}
	}
	return false
}

// unwind emits what leaving the blocks from i on has to do, innermost first, and then
// what leave emits (the jump or return). None of it is covered by the handlers of the blocks left.
func (u *unit) unwind(i int, leave func()) {
	blocks, handling, span := u.blocks, u.handling, u.span
	for k := len(blocks) - 1; k >= i; k-- {
		blocks[k].close(u.pc())
		u.blocks = slices.Clone(blocks[:k])
		u.exitBlock(blocks[k])
	}
	leave()
	u.blocks, u.handling, u.span = blocks, handling, span
	for _, b := range blocks[i:] {
		b.start = u.pc()
	}
	u.bound.dead = true
}

func (u *unit) exitBlock(b *block) {
	switch b.kind {
	case blockLoop:
		if b.iter != NoReg {
			u.emit(OpDropIter, b.iter, asBit(b.async), 0)
		}
	case blockFinally:
		u.stmts(b.finalbody)
	case blockWith:
		u.exitWith(b)
	case blockHandler:
		u.leaveHandler(b)
	}
}

func (u *unit) leaveHandler(b *block) {
	if b.name != "" {
		u.forgetName(b.name)
	}
	u.emit(OpLeaveHandler, b.previous, 0, 0)
	u.handling = b.previous
}

func asBit(b bool) uint16 {
	if b {
		return 1
	}
	return 0
}

// loop returns the innermost loop and its place among the blocks.
func (u *unit) loop() (*block, int) {
	for i := len(u.blocks) - 1; i >= 0; i-- {
		if u.blocks[i].kind == blockLoop {
			return u.blocks[i], i
		}
	}
	return nil, -1
}

func (u *unit) breakStmt(s *syntax.Break) {
	b, i := u.loop()
	if b == nil {
		u.c.fail(s, "'break' outside loop")
		return
	}
	u.unwind(i, func() {
		b.atBreak = b.atBreak.meet(u.bound)
		u.jump(OpJump, 0, b.breaks)
	})
}

func (u *unit) continueStmt(s *syntax.Continue) {
	b, i := u.loop()
	if b == nil {
		u.c.fail(s, "'continue' not properly in loop")
		return
	}
	u.unwind(i+1, func() { u.jump(OpJump, 0, b.continues) })
}

func (u *unit) returnStmt(s *syntax.Return) {
	mark := u.top
	k, isConst := Const{Kind: ConstNone}, true
	if s.Value != nil {
		k, isConst = constant(s.Value)
	}
	if isConst {
		u.unwind(0, func() { u.add(wide(OpReturnConst, 0, u.constIndex(k))) })
		return
	}
	var r uint16
	if u.needsUnwind(0) {
		r = u.temp()
		u.expr(s.Value, r)
	} else {
		r = u.operand(s.Value)
	}
	u.unwind(0, func() { u.emit(OpReturn, r, 0, 0) })
	u.top = mark
}
