package vm

import (
	"unsafe"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// run executes frame f, first raising exc in it if it is not nil, until the frame marked fromGo
// nearest to the top of the stack has returned, raised or been suspended.
//
// The loop holds the state of the current frame in local variables. Before anything that can
// look at the frame (raise, call, suspend) its pc is written back.
func (m *machine) run(f *frame, exc *object.Exception) object.Outcome {
	var (
		t      = m.t
		instrs []compile.Instr
		regs   []object.Value
		pc     int
		target int
		ok     bool
		value  object.Value
	)
	if exc != nil {
		goto raised
	}
enter:
	instrs, regs, pc = f.code.instrs, f.regs, f.pc
	if p := &m.shared.pending; p.watched+p.generators.count > 0 {
		instrs = m.watchedInstrs(f.code)
	}
	for {
		in := instrs[pc]
		pc++
	dispatch:
		switch in.Op {
		case compile.OpMove:
			regs[in.A] = regs[in.B]
			continue
		case compile.OpLoadConst:
			regs[in.A] = f.code.consts[in.Wide()]
			continue
		case compile.OpLoadGlobal:
			if value = f.cachedGlobal(in.B); value.IsValid() {
				regs[in.A] = value
				continue
			}
			f.pc = pc
			if exc = m.loadGlobal(f, in); exc != nil {
				goto raised
			}
			continue
		case compile.OpLoadDeref:
			if value = cellOf(regs[in.B]).v; value.IsValid() {
				regs[in.A] = value
				continue
			}
			f.pc = pc
			exc = unboundCell(f, in.B)
			goto raised
		case compile.OpStoreDeref:
			cellOf(regs[in.A]).v = regs[in.B]
			continue

		case compile.OpAddInt, compile.OpInPlaceAddInt:
			if v := regs[in.B]; v.IsInt() {
				a, b := v.AsInt64(), int64(int16(in.C))
				if sum := a + b; (sum > a) == (b > 0) {
					regs[in.A] = object.Int(sum)
					continue
				}
			}
			f.pc = pc
			if exc = m.addInt(f, in); exc != nil {
				goto raised
			}
			continue
		case compile.OpSubInt, compile.OpInPlaceSubInt:
			if v := regs[in.B]; v.IsInt() {
				a, b := v.AsInt64(), int64(int16(in.C))
				if diff := a - b; (diff < a) == (b > 0) {
					regs[in.A] = object.Int(diff)
					continue
				}
			}
			f.pc = pc
			if exc = m.addInt(f, in); exc != nil {
				goto raised
			}
			continue
		case compile.OpBinaryAdd, compile.OpInPlaceAdd:
			if v, w := regs[in.B], regs[in.C]; v.IsInt() && w.IsInt() {
				a, b := v.AsInt64(), w.AsInt64()
				if sum := a + b; (sum > a) == (b > 0) {
					regs[in.A] = object.Int(sum)
					continue
				}
			}
			f.pc = pc
			if exc = m.arithmetic(f, in); exc != nil {
				goto raised
			}
			continue
		case compile.OpBinarySub, compile.OpInPlaceSub:
			if v, w := regs[in.B], regs[in.C]; v.IsInt() && w.IsInt() {
				a, b := v.AsInt64(), w.AsInt64()
				if diff := a - b; (diff < a) == (b > 0) {
					regs[in.A] = object.Int(diff)
					continue
				}
			}
			f.pc = pc
			if exc = m.arithmetic(f, in); exc != nil {
				goto raised
			}
			continue

		case compile.OpJump:
			pc--
			goto jump
		case compile.OpCompareIntJump:
			if v := regs[in.A]; v.IsInt() {
				ok = compareInts(in.C>>1, v.AsInt64(), int64(int16(in.B)))
			} else {
				f.pc = pc
				if ok, exc = m.compareBool(in.C>>1, v, object.Int(int64(int16(in.B)))); exc != nil {
					goto raised
				}
			}
			if ok == (in.C&1 != 0) {
				goto jump
			}
			pc++
			continue
		case compile.OpCompareJump:
			if v, w := regs[in.A], regs[in.B]; v.IsInt() && w.IsInt() && in.C>>1 <= lastOrdering {
				ok = compareInts(in.C>>1, v.AsInt64(), w.AsInt64())
			} else {
				f.pc = pc
				if ok, exc = m.compareBool(in.C>>1, v, w); exc != nil {
					goto raised
				}
			}
			if ok == (in.C&1 != 0) {
				goto jump
			}
			pc++
			continue
		case compile.OpJumpIfTrue, compile.OpJumpIfFalse:
			if v := regs[in.A]; v.IsBool() {
				ok = v.AsInt64() != 0
			} else {
				f.pc = pc
				if ok, exc = object.Truth(t, v); exc != nil {
					goto raised
				}
			}
			if ok == (in.Op == compile.OpJumpIfTrue) {
				pc--
				goto jump
			}
			continue
		case compile.OpJumpIfNone:
			if regs[in.A].IsNone() {
				pc--
				goto jump
			}
			continue
		case compile.OpJumpIfNotNone:
			if !regs[in.A].IsNone() {
				pc--
				goto jump
			}
			continue
		case compile.OpForIter:
			f.pc = pc
			it := regs[in.A]
			if it.Type() == GeneratorType {
				if f, exc = m.forGenerator(f, it, in.B); exc != nil {
					goto raised
				}
				goto enter
			}
			value, exc = it.Type().Slots.Next(t, it)
			if exc != nil {
				if !exc.Is(object.StopIterationType) {
					goto raised
				}
				exc, value = nil, object.Value{}
			}
			if value.IsValid() {
				regs[in.B] = value
				if m.shared.pending.generators.count > 0 {
					f.pc = int(instrs[pc].Wide())
					if exc = t.Tick(1); exc != nil {
						goto raised
					}
					goto enter // to watched code
				}
				goto jump
			}
			pc++
			continue

		case compile.OpGetAttr:
			if value = f.cachedAttr(regs[in.B], in.C); value.IsValid() {
				regs[in.A] = value
				continue
			}
			f.pc = pc
			if exc = m.getAttr(f, in); exc != nil {
				goto raised
			}
			continue
		case compile.OpLoadMethod:
			if value = f.cachedMethod(regs[in.B], in.C); value.IsValid() {
				regs[in.A+1] = regs[in.B]
				regs[in.A] = value
				continue
			}
			f.pc = pc
			if exc = m.loadMethod(f, in); exc != nil {
				goto raised
			}
			continue
		case compile.OpGetItem:
			if value = fastItem(regs[in.B], regs[in.C]); value.IsValid() {
				regs[in.A] = value
				continue
			}
			f.pc = pc
			if value, exc = object.GetItem(t, regs[in.B], regs[in.C]); exc != nil {
				goto raised
			}
			regs[in.A] = value
			continue

		case compile.OpCall:
			f.pc = pc
			if exc = t.Tick(1); exc != nil {
				goto raised
			}
			args := regs[in.A+1 : in.A+1+in.B]
			if callee := regs[in.A]; callee.Type() == FunctionType {
				fn := functionOf(callee)
				if c := fn.code; c.simple && !c.deferred && len(args) == c.argCount {
					callerFrame := f
					if f, exc = m.push(fn); exc != nil {
						f = callerFrame
						goto raised
					}
					copy(f.regs, args)
					f.ret = in.C
					m.top = f
					goto enter
				}
			}
			if f, exc = m.call(f, regs[in.A], object.Args{Pos: args}, object.Value{}, in.C); exc != nil {
				goto raised
			}
			goto enter
		case compile.OpCallMethod:
			f.pc = pc
			if exc = t.Tick(1); exc != nil {
				goto raised
			}
			args := regs[in.A+1 : in.A+2+in.B]
			callee := regs[in.A]
			if !args[0].IsValid() {
				args = args[1:]
			} else if callee.Type() == object.MethodDescriptorType {
				descr, _ := object.AsMethodDescriptor(callee)
				if value, exc = descr.Fn(t, object.Args{Pos: args}); exc != nil {
					goto raised
				}
				if in.C != compile.NoReg {
					regs[in.C] = value
					if value.Type() == object.CoroutineType {
						m.noteCoroutine(f, value)
						goto enter
					}
					continue
				}
				if exc = m.discard(value); exc != nil {
					goto raised
				}
				continue
			}
			if f, exc = m.call(f, callee, object.Args{Pos: args}, object.Value{}, in.C); exc != nil {
				goto raised
			}
			goto enter

		case compile.OpReturn, compile.OpReturnConst:
			if in.Op == compile.OpReturn {
				value = regs[in.A]
			} else {
				value = f.code.consts[in.Wide()]
			}
			if f.mode == modeCall && !f.fromGo {
				back, ret := f.back, f.ret
				f.pc = pc
				m.pop(f)
				f = back
				if ret == noResult {
					if exc = m.discard(value); exc != nil {
						goto raised
					}
				} else {
					f.regs[ret] = value
				}
				goto enter
			}
			f.pc = pc
			f, exc = m.settle(f, object.Return(value))
			goto settled
		case compile.OpAwait:
			f.pc = pc
			f, exc = m.awaitValue(f, in)
			goto settled
		case compile.OpYieldFrom:
			f.pc = pc
			f, exc = m.yieldFrom(f, in)
			goto settled
		case compile.OpYield:
			f.pc = pc
			if f.code.kind == kindAsyncGenerator {
				f, exc = m.asyncYield(f, regs[in.B])
			} else {
				f, exc = m.suspend(f, regs[in.B])
			}
			goto settled
		case compile.OpCallKw, compile.OpCallMethodKw, compile.OpCallEx:
			f.pc = pc
			if exc = t.Tick(1); exc != nil {
				goto raised
			}
			if f, exc = m.callRare(f, in); exc != nil {
				goto raised
			}
			goto enter
		case compile.OpExceptMatch:
			f.pc = pc
			if ok, exc = m.exceptMatch(regs[in.A], regs[in.B]); exc != nil {
				goto raised
			}
			if !ok {
				goto jump
			}
			pc++
			continue
		case compile.OpMatchSequence:
			if !isMatchSequence(regs[in.A]) {
				pc--
				goto jump
			}
			continue
		case compile.OpMatchMapping:
			if !isMatchMapping(regs[in.A]) {
				pc--
				goto jump
			}
			continue
		case opWatch:
			f.pc = pc
			in = f.code.instrs[pc-1]
			if in.Op == compile.OpReturn || in.Op == compile.OpReturnConst {
				if in.Op == compile.OpReturn {
					value = regs[in.A]
				} else {
					value = f.code.consts[in.Wide()]
				}
				f, exc = m.watchedReturn(f, value)
				goto settled
			}
			if exc = m.watchStatement(f); exc != nil {
				goto raised
			}
			goto dispatch
		case opFault:
			f.pc = pc
			if ok, f, exc = m.fault(f); !ok {
				goto settled
			}
			in = f.code.source.Instrs[pc-1]
			goto dispatch
		default:
			f.pc = pc
			if exc = m.execute(f, in); exc != nil {
				goto raised
			}
			continue
		}

	jump: // pc is at the jump word
		target = int(instrs[pc].Wide())
		if target <= pc {
			if exc = t.Tick(1); exc != nil {
				f.pc = pc + 1
				goto raised
			}
		}
		pc = target
	}

settled:
	if f == nil {
		return m.takeOut()
	}
	if exc == nil {
		goto enter
	}
raised:
	if f, _ = m.unwind(f, exc); f == nil {
		return m.takeOut()
	}
	goto enter
}

// cellOf returns the cell in a register; the compiler has seen to it that one is there.
func cellOf(v object.Value) *cell { return (*cell)(unsafe.Pointer(v.Header())) }

// functionOf returns the function whose type was found to be FunctionType, which has no
// subclasses.
func functionOf(v object.Value) *Function { return (*Function)(unsafe.Pointer(v.Header())) }

// lastOrdering is the last comparison that compareInts knows.
const lastOrdering = uint16(object.CompareGe)

func compareInts(op uint16, a, b int64) bool {
	switch object.CompareOp(op) {
	case object.CompareEq:
		return a == b
	case object.CompareNe:
		return a != b
	case object.CompareLt:
		return a < b
	case object.CompareLe:
		return a <= b
	case object.CompareGt:
		return a > b
	}
	return a >= b
}

// fastItem is a list's or tuple's item at an int index, or the zero Value.
func fastItem(v, key object.Value) object.Value {
	if !key.IsInt() {
		return object.Value{}
	}
	var items []object.Value
	switch v.Type() {
	case object.ListType:
		l, _ := object.AsList(v)
		items = l.Items
	case object.TupleType:
		tuple, _ := object.AsTuple(v)
		items = tuple.Items
	default:
		return object.Value{}
	}
	i := key.AsInt64()
	if i < 0 {
		i += int64(len(items))
	}
	if uint64(i) >= uint64(len(items)) {
		return object.Value{}
	}
	return items[i]
}
