package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// mode says what the end of a frame, or a yield in it, means to the frame below.
type mode uint8

const (
	modeCall   mode = iota // the result goes to register ret
	modeInit               // __init__: the result is frame.self
	modeFor                // a generator that OpForIter drives
	modeAwait              // linked by await or yield from
	modeAsend              // an asynchronous generator driven by __anext__, asend or athrow
	modeAclose             // an asynchronous generator driven by aclose
)

// frame is one activation: of Python code, or, with code == nil, of a coroutine written in Go
// that awaits another one.
type frame struct {
	back *frame // the frame below, to which this one returns
	code *code
	fn   *Function
	gen  *Generator // whose frame it is; nil for plain calls
	regs []object.Value
	pc   int // of the instruction after the current one
	ret  uint16
	mode mode
	// fromGo: the end of the frame, or a yield, ends machine.run.
	fromGo bool
	// faultPassed: the fault planted at the instruction to come has been applied.
	faultPassed bool
	// atFault: a fault raises or waits here, so that the statement has not begun.
	atFault bool
	// watchLine is the line of the statement that runs, while coroutines are watched.
	watchLine int32
	// level counts the frames above the root of a suspended or running await chain.
	level int32
	mark  stackMark

	// own is the exception that this frame handles itself (compile.Handler); outer is
	// the one handled outside when the frame was entered. In a frame linked by an await outer
	// is nil unless a frame of the chain handles one; then its root's counts.
	own, outer *object.Exception
	// passing: an exception was thrown into the chain and this frame waits for what becomes of it;
	// cut, in the root: that was so at the last resumption. See throw.go.
	passing, cut bool
	// root is the first frame of the await chain, nil in the root itself, where chainLeaf is the
	// last frame while the chain is suspended.
	root, chainLeaf *frame
	// leaf is what drives the suspended frame when it awaits something that is no frame: a Future.
	leaf object.Resumable
	// awaited is the object that the frame awaits (cr_await).
	awaited object.Value
	// body is the coroutine of a frame without code.
	body object.Resumable
	// object shows the frame to the program, once it has asked for that.
	object *frameObject
	// self is the new instance (modeInit), or the namespace of a class body.
	self object.Value
}

// linked reports whether the frame hangs below another one by an await.
func (f *frame) linked() bool { return f.root != nil }

// chainRoot returns the frame at which a yield leaves the chain.
func (f *frame) chainRoot() *frame {
	if f.root != nil {
		return f.root
	}
	return f
}

// handling is the exception that is being handled while this frame runs.
func (f *frame) handling() *object.Exception {
	switch {
	case f.own != nil:
		return f.own
	case f.outer != nil || f.root == nil:
		return f.outer
	}
	return f.root.outer
}

// setResult gives the frame the result of the instruction that it waits in. A fault that
// was awaited has none: the instruction that it stands before comes now.
func (f *frame) setResult(v object.Value) {
	in := f.code.instrs[f.pc-1]
	if in.Op == opFault {
		if f.atFault {
			f.faultPassed = true
			f.pc--
			return
		}
		in = f.code.source.Instrs[f.pc-1] // no fault struck: the instruction in its place waited
	}
	f.regs[in.A] = v
}

// globals is the namespace of the module that the code belongs to.
func (f *frame) globals() *object.Dict { return f.fn.Globals }

// line is where the frame stands.
func (f *frame) line() int32 {
	if f.code == nil || len(f.code.source.Positions) == 0 {
		return 0
	}
	if f.pc == 0 {
		return f.code.source.FirstLine
	}
	if f.atFault {
		return f.code.faultLines[uint32(f.pc-1)]
	}
	return f.code.source.Positions[f.pc-1].Line
}

// entry describes the frame for a traceback.
func (f *frame) entry() object.TracebackEntry {
	c := f.code.source
	span := syntax.Span{Line: f.line()} // of the def, before the first step
	if f.pc > 0 && !f.atFault {
		span = c.Positions[f.pc-1]
	}
	return object.TracebackEntry{Filename: c.Filename, Function: c.Name, Span: span, Script: f.code.script, Owner: f.fn.Value()}
}

// jumpWord returns the target of the jump word that follows the current instruction.
func (f *frame) jumpWord() int { return int(f.code.instrs[f.pc].Wide()) }

// chunkValues is the size of a piece of the value stack; a frame that needs more gets
// a piece of its own.
const chunkValues = 4096

// valueStack holds the registers of plain calls. Pieces never move, so that frames can
// keep slices of them.
type valueStack struct {
	chunks [][]object.Value
	stackMark
}

// stackMark is a position in a valueStack.
type stackMark struct{ chunk, top int32 }

// window returns n cleared registers on top of the stack.
func (s *valueStack) window(n int) []object.Value {
	if int(s.chunk) < len(s.chunks) {
		c := s.chunks[s.chunk]
		if from := int(s.top); from+n <= len(c) {
			s.top += int32(n)
			w := c[from : from+n : from+n]
			clear(w)
			return w
		}
		s.chunk++
	}
	return s.nextChunk(n)
}

func (s *valueStack) nextChunk(n int) []object.Value {
	if int(s.chunk) == len(s.chunks) {
		s.chunks = append(s.chunks, nil)
	}
	if len(s.chunks[s.chunk]) < n {
		s.chunks[s.chunk] = make([]object.Value, max(n, chunkValues))
	}
	s.top = int32(n)
	w := s.chunks[s.chunk][:n:n]
	clear(w)
	return w
}

// release gives back everything above the mark.
func (s *valueStack) release(to stackMark) { s.stackMark = to }

// cell holds a variable that an inner function captures.
type cell struct {
	object.Native
	v object.Value
}

// cellBytes is the size of a cell.
const cellBytes = 56

func newCell(v object.Value) object.Value {
	c := &cell{v: v}
	c.InitNative(CellType, c)
	return c.Value()
}

// noResult is the ret of a call whose result an expression statement drops.
const noResult = compile.NoReg
