package object

// Indices resolves a slice against a length as slice.indices does: the first index,
// the step, and the number of items.
func (s *Slice) Indices(t *Thread, length int) (start, step, count int, err *Exception) {
	start, stop, step, err := sliceBounds(t, s, length)
	if err != nil {
		return 0, 0, 0, err
	}
	return start, step, sliceCount(start, stop, step), nil
}

func sliceCount(start, stop, step int) int {
	switch {
	case step > 0 && start < stop:
		return (stop-start-1)/step + 1
	case step < 0 && stop < start:
		return (start-stop-1)/-step + 1
	}
	return 0
}

func sliceBounds(t *Thread, s *Slice, length int) (start, stop, step int, err *Exception) {
	step = 1
	if !s.Step.IsNone() {
		if step, err = slicePart(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			return 0, 0, 0, ValueErrorf("slice step cannot be zero")
		}
	}
	low, high := 0, length
	if step < 0 {
		low, high = -1, length-1
	}
	start, stop = low, high
	if step < 0 {
		start, stop = high, low
	}
	if !s.Start.IsNone() {
		if start, err = clampIndex(t, s.Start, length, low, high); err != nil {
			return
		}
	}
	if !s.Stop.IsNone() {
		stop, err = clampIndex(t, s.Stop, length, low, high)
	}
	return
}

func clampIndex(t *Thread, v Value, length, low, high int) (int, *Exception) {
	i, err := slicePart(t, v)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += length
	}
	return max(low, min(i, high)), nil
}

const sliceIndexMax = 1 << 62

// slicePart is one part of a slice as an int, clamped to what no sequence reaches.
func slicePart(t *Thread, v Value) (int, *Exception) {
	if v.Type().Slots.Index == nil {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if i, ok := SmallInt(r); ok {
		return int(max(-sliceIndexMax, min(i, sliceIndexMax))), nil
	}
	if intSign(r) < 0 {
		return -sliceIndexMax, nil
	}
	return sliceIndexMax, nil
}

// itemIndex resolves an index key against a length. what is CPython's word for the
// sequence in messages: "list", "tuple".
func itemIndex(t *Thread, key Value, length int, what, rangeMessage string) (int, *Exception) {
	i := 0
	if key.IsInt() {
		i = int(key.AsInt64())
	} else {
		if key.Type().Slots.Index == nil {
			return 0, TypeErrorf("%s indices must be integers or slices, not %s", what, TypeName(key))
		}
		n, err := Index(t, key)
		if err != nil {
			return 0, err
		}
		small, ok := SmallInt(n)
		if !ok {
			return 0, Errorf(IndexErrorType, "cannot fit '%s' into an index-sized integer", TypeName(key))
		}
		i = int(small)
	}
	if i < 0 {
		i += length
	}
	if i < 0 || i >= length {
		return 0, NewException(IndexErrorType, rangeMessage)
	}
	return i, nil
}

// sliceItems copies the items that a slice selects.
func sliceItems(t *Thread, items []Value, s *Slice) ([]Value, *Exception) {
	start, step, count, err := s.Indices(t, len(items))
	if err != nil {
		return nil, err
	}
	if start > len(items) {
		start = len(items)
	}
	if step == 1 {
		return cloneItems(t, items[start:start+count])
	}
	if err := t.Charge(int64(count) * valueBytes); err != nil {
		return nil, err
	}
	out := make([]Value, count)
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out, t.Tick(count / 8)
}

// repeatCount returns the int operand of `sequence * n`, negative as 0; ok is false when
// it is no int.
func repeatCount(t *Thread, v Value) (n int, ok bool, err *Exception) {
	if v.Type().Slots.Index == nil {
		return 0, false, nil
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, false, err
	}
	i, small := SmallInt(r)
	if !small {
		return 0, true, Errorf(OverflowErrorType, "cannot fit '%s' into an index-sized integer", TypeName(v))
	}
	return int(max(0, i)), true, nil
}

// repeatOperands does `a * b` for sequence type typ on either side.
func repeatOperands(t *Thread, a, b Value, typ *Type, repeat func(v Value, n int) (Value, *Exception)) (Value, *Exception) {
	if a.Type().Layout != typ.Layout {
		a, b = b, a
	}
	n, ok, err := repeatCount(t, b)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return NotImplemented, nil
	}
	return repeat(a, n)
}

// repeatItems is items repeated n times.
func repeatItems(t *Thread, items []Value, n int) ([]Value, *Exception) {
	if len(items) == 0 {
		return nil, nil
	}
	if n > sliceIndexMax/len(items)/valueBytes {
		n = sliceIndexMax / len(items) / valueBytes
	}
	total := len(items) * n
	if err := t.Charge(int64(total) * valueBytes); err != nil {
		return nil, err
	}
	out := make([]Value, 0, total)
	for range n {
		out = append(out, items...)
	}
	return out, t.Tick(total / 8)
}

// reprItems is the repr of items, joined with commas.
func reprItems(t *Thread, items func(i int) (Value, bool)) ([]byte, *Exception) {
	var b []byte
	for i := 0; ; i++ {
		v, ok := items(i)
		if !ok {
			return b, nil
		}
		if i > 0 {
			b = append(b, ", "...)
		}
		s, err := Repr(t, v)
		if err != nil {
			return nil, err
		}
		if err := t.Charge(int64(len(s))); err != nil {
			return nil, err
		}
		if err := t.Tick(1); err != nil {
			return nil, err
		}
		b = append(b, s...)
	}
}

// compareItems compares two sequences item by item. Lists can change meanwhile, so both
// are asked for again each time.
func compareItems(t *Thread, op CompareOp, a, b *[]Value) (Value, *Exception) {
	if len(*a) != len(*b) && op <= CompareNe {
		return Bool(op == CompareNe), nil
	}
	for i := 0; i < len(*a) && i < len(*b); i++ {
		x, y := (*a)[i], (*b)[i]
		if x == y {
			continue
		}
		eq, err := Equal(t, x, y)
		if err != nil {
			return Value{}, err
		}
		if eq {
			if err := t.Tick(1); err != nil {
				return Value{}, err
			}
			continue
		}
		if op <= CompareNe {
			return Bool(op == CompareNe), nil
		}
		return Compare(t, op, x, y)
	}
	return Bool(op.ordered(cmpInt(int64(len(*a)), int64(len(*b))))), nil
}

// indexOf is sequence.index(x, start, stop): -1 when absent.
func indexOf(t *Thread, items *[]Value, x Value, start, stop int) (int, *Exception) {
	for i := start; i < stop && i < len(*items); i++ {
		eq, err := Equal(t, (*items)[i], x)
		if err != nil {
			return -1, err
		}
		if eq {
			return i, nil
		}
		if err := t.Tick(1); err != nil {
			return -1, err
		}
	}
	return -1, nil
}

func countOf(t *Thread, items *[]Value, x Value) (Value, *Exception) {
	n := int64(0)
	for i := 0; i < len(*items); i++ {
		eq, err := Equal(t, (*items)[i], x)
		if err != nil {
			return Value{}, err
		}
		if eq {
			n++
		}
		if err := t.Tick(1); err != nil {
			return Value{}, err
		}
	}
	return Int(n), nil
}

// searchBounds resolves the optional start and stop of index().
func searchBounds(t *Thread, a Args, length int) (start, stop int, err *Exception) {
	stop = length
	for _, v := range a.Pos[2:] {
		if v.Type().Slots.Index == nil {
			return 0, 0, TypeErrorf("slice indices must be integers or have an __index__ method")
		}
	}
	if len(a.Pos) > 2 {
		if start, err = clampIndex(t, a.Pos[2], length, 0, length); err != nil {
			return
		}
	}
	if len(a.Pos) > 3 {
		stop, err = clampIndex(t, a.Pos[3], length, 0, length)
	}
	return
}
