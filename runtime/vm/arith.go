package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// arithmetic executes the binary operators and their in-place forms.
func (m *machine) arithmetic(f *frame, in compile.Instr) (err *object.Exception) {
	v, w := f.regs[in.B], f.regs[in.C]
	op, inPlace := object.BinaryOp(in.Op-compile.OpBinaryAdd), false
	if in.Op >= compile.OpInPlaceAdd {
		op, inPlace = object.BinaryOp(in.Op-compile.OpInPlaceAdd), true
	}
	if v.IsFloat() || w.IsFloat() {
		if r, ok := floatArithmetic(op, v, w); ok {
			f.regs[in.A] = r
			return nil
		}
	}
	if inPlace {
		f.regs[in.A], err = object.InPlace(m.t, op, v, w)
	} else {
		f.regs[in.A], err = object.Binary(m.t, op, v, w)
	}
	return err
}

// floatArithmetic is the four operations on floats, and on floats with small ints; ok is
// false for what needs more care.
func floatArithmetic(op object.BinaryOp, v, w object.Value) (object.Value, bool) {
	a, okA := floatOf(v)
	b, okB := floatOf(w)
	if !okA || !okB {
		return object.Value{}, false
	}
	switch op {
	case object.OpAdd:
		return object.Float(a + b), true
	case object.OpSub:
		return object.Float(a - b), true
	case object.OpMult:
		return object.Float(a * b), true
	case object.OpDiv:
		if b != 0 {
			return object.Float(a / b), true
		}
	}
	return object.Value{}, false
}

// exactFloatInt bounds the ints that a float holds exactly.
const exactFloatInt = 1 << 53

func floatOf(v object.Value) (float64, bool) {
	if v.IsFloat() {
		return v.AsFloat64(), true
	}
	if v.IsInt() {
		i := v.AsInt64()
		return float64(i), i >= -exactFloatInt && i <= exactFloatInt
	}
	return 0, false
}

// addInt executes OpAddInt, OpSubInt and their in-place forms on other things than small
// ints.
func (m *machine) addInt(f *frame, in compile.Instr) (err *object.Exception) {
	v, n := f.regs[in.B], int64(int16(in.C))
	op := object.OpAdd
	if in.Op == compile.OpSubInt || in.Op == compile.OpInPlaceSubInt {
		op = object.OpSub
	}
	if v.IsFloat() {
		f.regs[in.A], _ = floatArithmetic(op, v, object.Int(n))
		return nil
	}
	if in.Op == compile.OpInPlaceAddInt || in.Op == compile.OpInPlaceSubInt {
		f.regs[in.A], err = object.InPlace(m.t, op, v, object.Int(n))
	} else {
		f.regs[in.A], err = object.Binary(m.t, op, v, object.Int(n))
	}
	return err
}

// Comparisons beyond the orderings, by their distance from OpCompareEq.
const (
	compareIs    = uint16(compile.OpCompareIs - compile.OpCompareEq)
	compareIsNot = uint16(compile.OpCompareIsNot - compile.OpCompareEq)
	compareIn    = uint16(compile.OpCompareIn - compile.OpCompareEq)
	compareNotIn = uint16(compile.OpCompareNotIn - compile.OpCompareEq)
)

// compare executes the ten comparisons.
func (m *machine) compare(f *frame, in compile.Instr) (err *object.Exception) {
	op := uint16(in.Op - compile.OpCompareEq)
	v, w := f.regs[in.B], f.regs[in.C]
	if op > lastOrdering || v.IsInt() && w.IsInt() {
		ok, err := m.compareBool(op, v, w)
		f.regs[in.A] = object.Bool(ok)
		return err
	}
	f.regs[in.A], err = object.Compare(m.t, object.CompareOp(op), v, w)
	return err
}

// compareBool is the truth of a comparison.
func (m *machine) compareBool(op uint16, v, w object.Value) (bool, *object.Exception) {
	switch op {
	case compareIs:
		return v.Is(w), nil
	case compareIsNot:
		return !v.Is(w), nil
	case compareIn:
		return object.Contains(m.t, w, v)
	case compareNotIn:
		found, err := object.Contains(m.t, w, v)
		return !found, err
	}
	if v.IsInt() && w.IsInt() {
		return compareInts(op, v.AsInt64(), w.AsInt64()), nil
	}
	if v.IsFloat() && w.IsFloat() {
		return compareFloats(op, v.AsFloat64(), w.AsFloat64()), nil
	}
	// `==` of a user's class may return anything; only its truth counts here.
	r, err := object.Compare(m.t, object.CompareOp(op), v, w)
	if err != nil {
		return false, err
	}
	return object.Truth(m.t, r)
}

func compareFloats(op uint16, a, b float64) bool {
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
