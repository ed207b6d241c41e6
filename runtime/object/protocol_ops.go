package object

// Truth is bool(v).
func Truth(t *Thread, v Value) (bool, *Exception) {
	switch v.ref {
	case &boolHeader, &intHeader:
		return v.bits != 0, nil
	case &noneHeader:
		return false, nil
	}
	slots := &v.Type().Slots
	if slots.Bool != nil {
		return slots.Bool(t, v)
	}
	if slots.Len != nil {
		n, err := slots.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// Hash is hash(v).
func Hash(t *Thread, v Value) (int64, *Exception) {
	h := v.Type().Slots.Hash
	if h == nil {
		return 0, TypeErrorf("unhashable type: '%s'", TypeName(v))
	}
	return h(t, v)
}

// Binary is `a op b`.
func Binary(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	r, err := binary(t, op, a, b)
	if err != nil || r != NotImplemented {
		return r, err
	}
	return Value{}, unsupportedOperands(op, binarySigns[op], a, b)
}

// binary tries the slots of both operands in CPython's order.
func binary(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	ta, tb := a.Type(), b.Type()
	fa := ta.Slots.Binary[op]
	fb := tb.Slots.Binary[op]
	bothGeneric := ta.genericBinary&tb.genericBinary&(1<<op) != 0
	if ta == tb || bothGeneric {
		// One function serves both sides.
		if fa == nil {
			return NotImplemented, nil
		}
		fb = nil
	}
	// A built-in sequence's own + and * come after the methods of the other operand's class.
	sequenceLast := (op == OpAdd || op == OpMult) && tb.genericBinary&(1<<op) != 0 && ta.genericBinary&(1<<op) == 0 && isSequence(a)
	if fb != nil && fa != nil && (sequenceLast || tb.IsSubtype(ta)) {
		r, err := fb(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
		fb = nil
	}
	if fa != nil {
		r, err := fa(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if fb != nil {
		return fb(t, a, b)
	}
	return NotImplemented, nil
}

func unsupportedOperands(op BinaryOp, sign string, a, b Value) *Exception {
	if op == OpAdd || op == OpMult {
		if err := concatError(op, a, b); err != nil {
			return err
		}
	}
	if op == OpRShift && sign == ">>" {
		if f, ok := AsNativeFunction(a); ok && f.Name == "print" {
			return TypeErrorf("unsupported operand type(s) for >>: 'builtin_function_or_method' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", TypeName(b))
		}
	}
	return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'", sign, TypeName(a), TypeName(b))
}

// concatError is the message of a sequence's own `+` and `*`.
func concatError(op BinaryOp, a, b Value) *Exception {
	if op == OpMult {
		for _, p := range [2][2]Value{{a, b}, {b, a}} {
			if isSequence(p[0]) {
				return TypeErrorf("can't multiply sequence by non-int of type '%s'", TypeName(p[1]))
			}
		}
		return nil
	}
	switch a.Type().Layout {
	case LayoutStr:
		return TypeErrorf("can only concatenate str (not \"%s\") to str", TypeName(b))
	case LayoutList:
		return TypeErrorf("can only concatenate list (not \"%s\") to list", TypeName(b))
	case LayoutTuple:
		return TypeErrorf("can only concatenate tuple (not \"%s\") to tuple", TypeName(b))
	case LayoutBytes:
		return TypeErrorf("can't concat %s to bytes", TypeName(b))
	case LayoutByteArray:
		return TypeErrorf("can't concat %s to bytearray", TypeName(b))
	}
	return nil
}

func isSequence(v Value) bool {
	switch v.Type().Layout {
	case LayoutStr, LayoutList, LayoutTuple, LayoutBytes, LayoutByteArray:
		return true
	}
	return false
}

// InPlace is `a op= b`: the value that is to be assigned.
func InPlace(t *Thread, op BinaryOp, a, b Value) (Value, *Exception) {
	if f := a.Type().Slots.InPlace[op]; f != nil {
		r, err := f(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	r, err := binary(t, op, a, b)
	if err != nil || r != NotImplemented {
		return r, err
	}
	sign := binarySigns[op] + "="
	if op == OpPow {
		sign = "**="
	}
	return Value{}, unsupportedOperands(op, sign, a, b)
}

// Neg, Pos, Invert and Abs are `-v`, `+v`, `~v` and abs(v).
func Neg(t *Thread, v Value) (Value, *Exception) {
	if f := v.Type().Slots.Neg; f != nil {
		return f(t, v)
	}
	return Value{}, badUnary("-", v)
}

func Pos(t *Thread, v Value) (Value, *Exception) {
	if f := v.Type().Slots.Pos; f != nil {
		return f(t, v)
	}
	return Value{}, badUnary("+", v)
}

func Invert(t *Thread, v Value) (Value, *Exception) {
	if f := v.Type().Slots.Invert; f != nil {
		return f(t, v)
	}
	return Value{}, badUnary("~", v)
}

func Abs(t *Thread, v Value) (Value, *Exception) {
	if f := v.Type().Slots.Abs; f != nil {
		return f(t, v)
	}
	return Value{}, TypeErrorf("bad operand type for abs(): '%s'", TypeName(v))
}

func badUnary(sign string, v Value) *Exception {
	return TypeErrorf("bad operand type for unary %s: '%s'", sign, TypeName(v))
}

// Index is operator.index(v): an int value.
func Index(t *Thread, v Value) (Value, *Exception) {
	if v.IsInt() {
		return v, nil
	}
	f := v.Type().Slots.Index
	if f == nil {
		return Value{}, TypeErrorf("'%s' object cannot be interpreted as an integer", TypeName(v))
	}
	r, err := f(t, v)
	if err != nil {
		return Value{}, err
	}
	if !IsIntLike(r) {
		return Value{}, TypeErrorf("__index__ returned non-int (type %s)", TypeName(r))
	}
	return r, nil
}

// AsIndex is Index as a Go int; beyond its range it is an OverflowError.
func AsIndex(t *Thread, v Value) (int, *Exception) {
	if v.IsInt() {
		return int(v.AsInt64()), nil
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	i, ok := SmallInt(r)
	if !ok {
		return 0, NewException(OverflowErrorType, "Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

// indexOr is AsIndex of an argument that may be missing.
func indexOr(t *Thread, v Value, missing int) (int, *Exception) {
	if !v.IsValid() {
		return missing, nil
	}
	return AsIndex(t, v)
}

// truthOr is Truth of an argument that may be missing.
func truthOr(t *Thread, v Value, missing bool) (bool, *Exception) {
	if !v.IsValid() {
		return missing, nil
	}
	return Truth(t, v)
}
