package compile

import "slices"

// boundSet says which named registers certainly hold a value at a point of the code, so
// that reads of them need no check. It only grows along a path (names that can become
// unbound are never entered), so at a loop's head it is what it was before the loop.
type boundSet struct {
	bits []uint64
	// dead marks a point that is never reached: every name counts as bound.
	dead bool
}

func newBoundSet(n int) boundSet { return boundSet{bits: make([]uint64, (n+63)/64)} }

func (b boundSet) has(r uint16) bool { return b.dead || b.bits[r/64]&(1<<(r%64)) != 0 }

func (b boundSet) add(r uint16) { b.bits[r/64] |= 1 << (r % 64) }

func (b boundSet) clone() boundSet { return boundSet{bits: slices.Clone(b.bits), dead: b.dead} }

// meet is what holds where two paths join.
func (b boundSet) meet(c boundSet) boundSet {
	switch {
	case b.dead:
		return c.clone()
	case c.dead:
		return b.clone()
	}
	r := b.clone()
	for i := range r.bits {
		r.bits[i] &= c.bits[i]
	}
	return r
}
