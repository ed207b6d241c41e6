package vm

import (
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// execute carries out the instructions that the dispatch loop does not treat itself.
// None of them changes the frame or jumps.
func (m *machine) execute(f *frame, in compile.Instr) (err *object.Exception) {
	regs, t := f.regs, m.t
	switch op := in.Op; op {
	case compile.OpNop:
	case compile.OpUnbind:
		regs[in.A] = object.Value{}
	case compile.OpCheckBound:
		if !regs[in.A].IsValid() {
			return unboundLocal(f.code.source.VarNames[in.A])
		}
	case compile.OpMakeCell:
		regs[in.A] = newCell(regs[in.A])
		return t.Charge(cellBytes)
	case compile.OpDeleteDeref:
		c := cellOf(regs[in.A])
		if !c.v.IsValid() {
			return unboundCell(f, in.A)
		}
		c.v = object.Value{}
	case compile.OpSetItem:
		return m.setItem(regs[in.A], regs[in.B], regs[in.C])
	case compile.OpDelItem:
		return object.DelItem(t, regs[in.A], regs[in.B])
	case compile.OpBuildSlice:
		regs[in.A] = object.NewSlice(regs[in.B], regs[in.B+1], regs[in.B+2])
	case compile.OpNeg:
		regs[in.A], err = object.Neg(t, regs[in.B])
	case compile.OpPos:
		regs[in.A], err = object.Pos(t, regs[in.B])
	case compile.OpInvert:
		regs[in.A], err = object.Invert(t, regs[in.B])
	case compile.OpNot:
		var truth bool
		truth, err = object.Truth(t, regs[in.B])
		regs[in.A] = object.Bool(!truth)
	case compile.OpSetAttr:
		return m.setAttr(f, in)
	case compile.OpDelAttr:
		return object.DelAttr(t, regs[in.A], f.code.source.Sites[in.C])
	case compile.OpGetIter:
		regs[in.A], err = object.Iter(t, regs[in.B])
	case compile.OpDropIter:
		return m.dropIter(f, in)
	case compile.OpGetAIter:
		regs[in.A], err = asyncIter(t, regs[in.B])
	case compile.OpGetANext:
		regs[in.A], err = asyncNext(t, regs[in.B])
	case compile.OpEndAsyncFor:
		if e, _ := object.AsException(regs[in.A]); !e.Is(object.StopAsyncIterationType) {
			return e
		}
		m.leaveHandler(f, in.B)
	case compile.OpCallSuper:
		return m.callSuper(f, in)
	case compile.OpDiscard:
		return m.discard(regs[in.A])
	case compile.OpMakeFunction:
		return m.makeFunction(f, in)
	case compile.OpRaise:
		return m.raise(f, in)
	case compile.OpReraise:
		e, _ := object.AsException(regs[in.A])
		return e
	case compile.OpLeaveHandler:
		m.leaveHandler(f, in.A)
	case compile.OpExceptStarMatch:
		return m.exceptStarMatch(f, in)
	case compile.OpPrepareReraiseStar:
		regs[in.A], err = m.prepareReraiseStar(regs[in.B], regs[in.C])
	case compile.OpLoadAssertionError:
		regs[in.A] = object.AssertionErrorType.Value()
	case compile.OpBeforeWith, compile.OpBeforeAsyncWith:
		return m.beforeWith(f, in)
	case compile.OpWithExit:
		return m.withExit(f, in)
	default:
		if op >= compile.OpBinaryAdd && op <= compile.OpInPlaceFloorDiv {
			return m.arithmetic(f, in)
		}
		if op >= compile.OpCompareEq && op <= compile.OpCompareNotIn {
			return m.compare(f, in)
		}
		if op >= compile.OpLoadGlobal && op <= compile.OpLoadFromDictOrGlobal {
			return m.executeName(f, in)
		}
		return m.executeBuild(f, in)
	}
	return err
}

// executeBuild carries out the instructions that build and take apart collections, and the
// rare ones.
func (m *machine) executeBuild(f *frame, in compile.Instr) (err *object.Exception) {
	regs, t := f.regs, m.t
	switch in.Op {
	case compile.OpBuildTuple:
		items := append([]object.Value(nil), regs[in.B:in.B+in.C]...)
		regs[in.A] = object.NewTuple(items...)
		if m.shared.pending.watched > 0 {
			m.noteHolder(regs[in.A], items)
		}
		return t.Charge(containerBytes + int64(len(items))*valueBytes)
	case compile.OpBuildList:
		items := append([]object.Value(nil), regs[in.B:in.B+in.C]...)
		regs[in.A] = object.NewList(items)
		if m.shared.pending.watched > 0 {
			m.noteHolder(regs[in.A], items)
		}
		return t.Charge(containerBytes + int64(len(items))*valueBytes)
	case compile.OpBuildSet:
		regs[in.A], err = buildSet(t, regs[in.B:in.B+in.C])
	case compile.OpBuildDict:
		regs[in.A], err = buildDict(t, regs[in.B:in.B+2*in.C])
	case compile.OpBuildString:
		regs[in.A], err = buildString(t, regs[in.B:in.B+in.C])
	case compile.OpListAppend:
		list, _ := object.AsList(regs[in.A])
		list.Items = append(list.Items, regs[in.B])
		if m.shared.pending.watched > 0 {
			m.noteHolder(regs[in.A], regs[in.B:in.B+1])
		}
		return t.Charge(valueBytes)
	case compile.OpSetAdd:
		set, _ := object.AsSet(regs[in.A])
		return set.Add(t, regs[in.B])
	case compile.OpDictSet:
		dict, _ := object.AsDict(regs[in.A])
		return dict.Set(t, regs[in.B], regs[in.C])
	case compile.OpListExtend:
		return m.listExtend(f, in)
	case compile.OpSetUpdate:
		set, _ := object.AsSet(regs[in.A])
		return set.Update(t, regs[in.B])
	case compile.OpDictUpdate:
		return m.dictUpdate(f, in)
	case compile.OpDictMerge:
		return m.dictMerge(f, in)
	case compile.OpListToTuple:
		list, _ := object.AsList(regs[in.B])
		regs[in.A] = object.NewTuple(list.Items...)
	case compile.OpUnpackSequence:
		return m.unpack(f, in)
	case compile.OpUnpackEx:
		items, err := object.UnpackStar(t, regs[in.B], int(in.C>>8), int(in.C&0xFF))
		copy(regs[in.A:], items)
		return err
	case compile.OpFormat:
		return m.format(f, in)
	case compile.OpLoadBuildClass:
		regs[in.A] = buildClass
	case compile.OpSetupAnnotations:
		d := m.namespace(f)
		if !d.GetStr("__annotations__").IsValid() {
			d.SetStr("__annotations__", object.NewDict().Value())
		}
	case compile.OpIntrinsic:
		return m.intrinsic(f, in)
	case compile.OpImportName:
		return m.importName(f, in)
	case compile.OpImportFrom:
		return m.importFrom(f, in)
	case compile.OpImportStar:
		return m.importStar(f, regs[in.A])
	case compile.OpMatchKeys:
		return m.matchKeys(f, in)
	case compile.OpMatchRest:
		return m.matchRest(f, in)
	case compile.OpMatchClass:
		return m.matchClass(f, in)
	case compile.OpLen:
		n, err := object.Len(t, regs[in.B])
		regs[in.A] = object.Int(int64(n))
		return err
	default:
		return object.NewException(object.SystemErrorType, "unknown opcode")
	}
	return err
}

// containerBytes is the estimate for an empty list or tuple.
const containerBytes = 56

func unboundLocal(name string) *object.Exception {
	// Unlike other NameErrors it has no name, so that none is suggested.
	return object.NewException(object.UnboundLocalErrorType, "cannot access local variable '"+name+"' where it is not associated with a value")
}

func unboundCell(f *frame, reg uint16) *object.Exception {
	name := f.code.source.VarNames[reg]
	if f.code.source.VarKinds[reg] != compile.VarFree {
		return unboundLocal(name)
	}
	return object.NameErrorOf(object.NameErrorType, name, "cannot access free variable '"+name+"' where it is not associated with a value in enclosing scope")
}

func (m *machine) setItem(v, key, x object.Value) *object.Exception {
	if list, ok := object.AsList(v); ok && v.Type() == object.ListType && key.IsInt() {
		i := key.AsInt64()
		if i < 0 {
			i += int64(len(list.Items))
		}
		if uint64(i) < uint64(len(list.Items)) {
			list.Items[i] = x
			return nil
		}
	}
	if v.Type() == object.DictType {
		dict, _ := object.AsDict(v)
		return dict.Set(m.t, key, x)
	}
	return object.SetItem(m.t, v, key, x)
}

func buildSet(t *object.Thread, items []object.Value) (object.Value, *object.Exception) {
	set := object.NewSet()
	for _, v := range items {
		if err := set.Add(t, v); err != nil {
			return object.Value{}, err
		}
	}
	return set.Value(), nil
}

func buildDict(t *object.Thread, pairs []object.Value) (object.Value, *object.Exception) {
	dict := object.NewDict()
	for i := 0; i < len(pairs); i += 2 {
		if err := dict.Set(t, pairs[i], pairs[i+1]); err != nil {
			return object.Value{}, err
		}
	}
	return dict.Value(), nil
}

func buildString(t *object.Thread, parts []object.Value) (object.Value, *object.Exception) {
	var b strings.Builder
	for _, v := range parts {
		s, _ := object.StrOf(v)
		b.WriteString(s)
	}
	return object.NewStr(b.String()), t.Charge(int64(b.Len()))
}

func (m *machine) unpack(f *frame, in compile.Instr) *object.Exception {
	v, n := f.regs[in.B], int(in.C)
	if tuple, ok := object.AsTuple(v); ok && len(tuple.Items) == n && v.Type() == object.TupleType {
		copy(f.regs[in.A:], tuple.Items)
		return nil
	}
	items, err := object.Unpack(m.t, v, n)
	copy(f.regs[in.A:], items)
	return err
}

// format executes OpFormat.
func (m *machine) format(f *frame, in compile.Instr) *object.Exception {
	v, spec := f.regs[in.B], ""
	if in.C&compile.FormatHasSpec != 0 {
		spec, _ = object.StrOf(f.regs[in.B+1])
	}
	conversions := [...]byte{compile.ConversionNone: 0, compile.ConversionStr: 's', compile.ConversionRepr: 'r', compile.ConversionAscii: 'a'}
	v, err := object.Convert(m.t, v, conversions[in.C&3])
	if err != nil {
		return err
	}
	if spec == "" && v.Type() == object.StrType {
		f.regs[in.A] = v
		return nil
	}
	s, err := object.FormatValue(m.t, v, spec)
	if err != nil {
		return err
	}
	f.regs[in.A] = object.NewStr(s)
	return m.t.Charge(int64(len(s)))
}

// dropIter executes OpDropIter: a generator that a loop leaves early is closed as soon as
// CPython's reference count would do it.
func (m *machine) dropIter(f *frame, in compile.Instr) *object.Exception {
	it := f.regs[in.A]
	f.regs[in.A] = object.Value{}
	g, ok := object.AsNative[*Generator](it)
	if !ok || g.kind != kindGenerator || in.B != 0 {
		return nil
	}
	_, err := m.closeGenerator(g)
	if err != nil && err.Fatal != object.NotFatal {
		return err
	}
	return nil
}
