package object

import (
	"slices"
	"strings"
)

var sortSignature = NativeSignature("sort(*, key=, reverse=)")

// listSort is list.sort: the list looks empty to the program while it is being sorted.
func listSort(t *Thread, a Args) (Value, *Exception) {
	if given := len(a.Pos) - 1 + len(a.KwNames); given > 2 {
		return Value{}, TypeErrorf("sort() takes at most 2 arguments (%d given)", given)
	}
	if len(a.Pos) > 1 {
		return Value{}, TypeErrorf("sort() takes no positional arguments")
	}
	l, _ := AsList(a.Pos[0])
	key, reverse, err := sortOptions(t, a.KwNames, a.KwValues)
	if err != nil {
		return Value{}, err
	}
	items := l.Items
	l.Items = nil
	err = sortValues(t, items, key, reverse)
	changed := l.Items != nil
	l.Items = items
	if err == nil && changed {
		err = ValueErrorf("list modified during sort")
	}
	return None, err
}

// sortOptions reads key= and reverse=; key is invalid when absent or None.
func sortOptions(t *Thread, names []string, values []Value) (key Value, reverse bool, err *Exception) {
	var slots [2]Value
	if err = sortSignature.Bind(Args{KwNames: names, KwValues: values}, slots[:]); err != nil {
		return
	}
	if slots[0].IsValid() && !slots[0].IsNone() {
		key = slots[0]
	}
	if slots[1].IsValid() {
		reverse, err = Truth(t, slots[1])
	}
	return
}

// sortValues sorts items in place: stable, by `<` of the items or of their keys.
func sortValues(t *Thread, items []Value, key Value, reverse bool) *Exception {
	keys := items
	if key.IsValid() {
		if err := t.Charge(int64(len(items)) * valueBytes); err != nil {
			return err
		}
		keys = make([]Value, len(items))
		for i, v := range items {
			k, err := Call(t, key, Arguments(v))
			if err != nil {
				return err
			}
			keys[i] = k
		}
	}
	s := sorter{t: t, less: lessFor(t, keys), items: items}
	if key.IsValid() {
		s.keys = keys
	}
	// Reversing before and after keeps equal items in their order.
	if reverse {
		s.reverse()
	}
	err := s.sort()
	if reverse {
		s.reverse()
	}
	return err
}

// lessFor picks a comparison that needs no dispatch when all keys are of one simple type.
func lessFor(t *Thread, keys []Value) func(a, b Value) (bool, *Exception) {
	ints, floats, strs := true, true, true
	for _, k := range keys {
		ints = ints && k.IsInt()
		floats = floats && k.IsFloat()
		strs = strs && k.Type() == StrType
	}
	switch {
	case ints:
		return func(a, b Value) (bool, *Exception) { return a.AsInt64() < b.AsInt64(), nil }
	case floats:
		return func(a, b Value) (bool, *Exception) { return a.AsFloat64() < b.AsFloat64(), nil }
	case strs:
		return func(a, b Value) (bool, *Exception) {
			x, _ := AsStr(a)
			y, _ := AsStr(b)
			return strings.Compare(x.S, y.S) < 0, nil
		}
	}
	return func(a, b Value) (bool, *Exception) { return CompareBool(t, CompareLt, a, b) }
}

// sorter is a merge sort that begins with runs found in the data, as list.sort does, so
// that it compares little where the data is in order already.
type sorter struct {
	t     *Thread
	less  func(a, b Value) (bool, *Exception)
	items []Value
	keys  []Value // nil: the items are their own keys
}

func (s *sorter) key(i int) Value {
	if s.keys != nil {
		return s.keys[i]
	}
	return s.items[i]
}

func (s *sorter) reverse() {
	slices.Reverse(s.items)
	if s.keys != nil {
		slices.Reverse(s.keys)
	}
}

func (s *sorter) lessAt(i, j int) (bool, *Exception) {
	if err := s.t.Tick(1); err != nil {
		return false, err
	}
	return s.less(s.key(i), s.key(j))
}

// runMin is the length up to which runs are built by insertion.
const runMin = 16

func (s *sorter) sort() *Exception {
	n := len(s.items)
	if n < 2 {
		return nil
	}
	var ends []int
	for start := 0; start < n; {
		end, err := s.run(start, n)
		if err != nil {
			return err
		}
		ends = append(ends, end)
		start = end
	}
	scratch := make([]Value, n)
	var keyScratch []Value
	if s.keys != nil {
		keyScratch = make([]Value, n)
	}
	for len(ends) > 1 {
		merged := ends[:0]
		start := 0
		for i := 0; i < len(ends); i += 2 {
			if i+1 == len(ends) {
				merged = append(merged, ends[i])
				break
			}
			if err := s.merge(start, ends[i], ends[i+1], scratch, keyScratch); err != nil {
				return err
			}
			start = ends[i+1]
			merged = append(merged, start)
		}
		ends = merged
	}
	return nil
}

// run finds the ordered run that begins at start, turns it round when it descends, and
// lengthens a short one by insertion.
func (s *sorter) run(start, n int) (int, *Exception) {
	end := start + 1
	if end == n {
		return end, nil
	}
	descending, err := s.lessAt(end, start)
	if err != nil {
		return 0, err
	}
	for end++; end < n; end++ {
		less, err := s.lessAt(end, end-1)
		if err != nil {
			return 0, err
		}
		if less != descending {
			break
		}
	}
	if descending {
		slices.Reverse(s.items[start:end])
		if s.keys != nil {
			slices.Reverse(s.keys[start:end])
		}
	}
	for ; end < n && end-start < runMin; end++ {
		if err := s.insert(start, end); err != nil {
			return 0, err
		}
	}
	return end, nil
}

// insert puts the item at `at` into the ordered run [start, at), behind its equals.
func (s *sorter) insert(start, at int) *Exception {
	low, high := start, at
	for low < high {
		mid := int(uint(low+high) >> 1)
		less, err := s.lessAt(at, mid)
		if err != nil {
			return err
		}
		if less {
			high = mid
		} else {
			low = mid + 1
		}
	}
	moveDown(s.items, low, at)
	if s.keys != nil {
		moveDown(s.keys, low, at)
	}
	return nil
}

func moveDown(items []Value, to, from int) {
	v := items[from]
	copy(items[to+1:from+1], items[to:from])
	items[to] = v
}

// merge merges the runs [start, mid) and [mid, end).
func (s *sorter) merge(start, mid, end int, scratch, keyScratch []Value) *Exception {
	if less, err := s.lessAt(mid, mid-1); err != nil || !less {
		return err
	}
	out, i, j := start, start, mid
	var failed *Exception
	for i < mid && j < end {
		less, err := s.lessAt(j, i)
		if err != nil {
			failed = err
			break
		}
		from := i
		if less {
			from = j
			j++
		} else {
			i++
		}
		scratch[out] = s.items[from]
		if s.keys != nil {
			keyScratch[out] = s.keys[from]
		}
		out++
	}
	// What is left over follows in order; after an error this keeps every item.
	for _, rest := range [2][2]int{{i, mid}, {j, end}} {
		copy(scratch[out:], s.items[rest[0]:rest[1]])
		if s.keys != nil {
			copy(keyScratch[out:], s.keys[rest[0]:rest[1]])
		}
		out += rest[1] - rest[0]
	}
	copy(s.items[start:end], scratch[start:end])
	if s.keys != nil {
		copy(s.keys[start:end], keyScratch[start:end])
	}
	return failed
}
