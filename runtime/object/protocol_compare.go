package object

// Equal is `a is b or a == b`, the comparison that containers use.
func Equal(t *Thread, a, b Value) (bool, *Exception) {
	if a == b {
		return true, nil
	}
	if a.IsInt() && b.IsInt() {
		return false, nil
	}
	if s, ok := AsStr(a); ok && s.typ == StrType {
		if o, ok := AsStr(b); ok && o.typ == StrType {
			return s.S == o.S, nil
		}
	}
	r, err := Compare(t, CompareEq, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

// Compare is `a op b` of a rich comparison.
func Compare(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	if a.IsInt() && b.IsInt() {
		return Bool(op.ordered(cmpInt(a.AsInt64(), b.AsInt64()))), nil
	}
	if err := t.EnterNative(" in comparison"); err != nil {
		return Value{}, err
	}
	r, err := compare(t, op, a, b)
	t.LeaveNative()
	return r, err
}

func compare(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	ta, tb := a.Type(), b.Type()
	swappedDone := false
	if ta != tb && tb.IsSubtype(ta) && tb.Slots.Compare != nil {
		swappedDone = true
		r, err := tb.Slots.Compare(t, mirrored[op], b, a)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if ta.Slots.Compare != nil {
		r, err := ta.Slots.Compare(t, op, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if !swappedDone && tb.Slots.Compare != nil {
		r, err := tb.Slots.Compare(t, mirrored[op], b, a)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	switch op {
	case CompareEq:
		return Bool(a == b), nil
	case CompareNe:
		return Bool(a != b), nil
	}
	return Value{}, TypeErrorf("'%s' not supported between instances of '%s' and '%s'", compareSigns[op], TypeName(a), TypeName(b))
}

// CompareBool is the truth of Compare.
func CompareBool(t *Thread, op CompareOp, a, b Value) (bool, *Exception) {
	r, err := Compare(t, op, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}
