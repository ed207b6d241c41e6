package object

// setOrder keeps the members of a set in the order of their insertion. Where CPython's
// order follows from the values (numbers, tuples of numbers) ours is the same; where it is an
// accident there (addresses of objects, the hash of text that differs in each process), members
// come in the order in which they were added, so that runs are the same every time.
type setOrder struct {
	keys []Value // invalid: removed
	pos  int     // no key stands before it
}

func (o *setOrder) next(pos *int) (Value, bool) {
	for *pos < len(o.keys) {
		key := o.keys[*pos]
		*pos++
		if key.IsValid() {
			return key, true
		}
	}
	return Value{}, false
}

// NewOrderedSet makes an empty set that keeps the order of insertion whatever it holds.
func NewOrderedSet() *Set {
	s := NewSet()
	s.order = &setOrder{}
	return s
}

// hashIsAccident reports whether CPython's hash of the value differs between processes.
func hashIsAccident(v Value) bool {
	switch v.ref {
	case &intHeader, &boolHeader, &floatHeader, &noneHeader:
		return false
	}
	switch v.Type().Layout {
	case LayoutInt, LayoutFloat, LayoutComplex, LayoutRange, LayoutSet:
		return false
	case LayoutTuple:
		tuple, _ := AsTuple(v)
		for _, item := range tuple.Items {
			if hashIsAccident(item) {
				return true
			}
		}
		return false
	}
	return true
}

// keepOrder notes a new member.
func (s *Set) keepOrder(e *setEntry) {
	if s.order == nil {
		if !hashIsAccident(e.key) {
			return
		}
		s.startOrder()
		return
	}
	if len(s.order.keys) > 2*s.used+setTableMin {
		s.compactOrder()
	}
	e.at = int32(len(s.order.keys))
	s.order.keys = append(s.order.keys, e.key)
}

// startOrder takes the members so far in table order, the newest last.
func (s *Set) startOrder() {
	s.order = &setOrder{}
	for i := range s.table {
		if e := &s.table[i]; e.key.IsValid() {
			e.at = int32(len(s.order.keys))
			s.order.keys = append(s.order.keys, e.key)
		}
	}
}

// compactOrder drops the places of removed members.
func (s *Set) compactOrder() {
	place := make([]int32, len(s.order.keys))
	kept := s.order.keys[:0]
	for i, key := range s.order.keys {
		if key.IsValid() {
			place[i] = int32(len(kept))
			kept = append(kept, key)
		}
	}
	clear(s.order.keys[len(kept):])
	s.order.keys, s.order.pos = kept, 0
	for i := range s.table {
		if e := &s.table[i]; e.key.IsValid() && int(e.at) < len(place) {
			e.at = place[e.at]
		}
	}
}

// popFirst removes the member that was added first.
func (s *Set) popFirst() (Value, bool) {
	for s.order.pos < len(s.order.keys) && !s.order.keys[s.order.pos].IsValid() {
		s.order.pos++
	}
	key := s.order.keys[s.order.pos]
	for i := range s.table {
		if e := &s.table[i]; e.key.IsValid() && int(e.at) == s.order.pos {
			s.removeAt(i)
			return key, true
		}
	}
	return Value{}, false
}

// mergeOrdered adds the members of a set that keeps its order.
func (s *Set) mergeOrdered(t *Thread, other *Set) *Exception {
	if s.order == nil {
		s.startOrder()
	}
	for pos := 0; ; {
		key, ok := other.order.next(&pos)
		if !ok {
			return nil
		}
		if err := s.Add(t, key); err != nil {
			return err
		}
		if err := t.Tick(1); err != nil {
			return err
		}
	}
}
