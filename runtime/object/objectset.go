package object

import "unsafe"

// objectSet is a set of objects that are known to stay alive while it is in use, such as those that a walk from the
// roots meets. It is a table of addresses with open addressing: a map of pointers takes several times as long, and the
// garbage collector would look through it.
type objectSet struct {
	table []uintptr // its length is a power of two, 0 is free
	count int
}

const objectSetLengthMin = 1 << 12

// add reports whether o was absent.
func (s *objectSet) add(o *Object) bool {
	if s.count*2 >= len(s.table) {
		s.grow()
	}
	if !insertAddress(s.table, uintptr(unsafe.Pointer(o))) {
		return false
	}
	s.count++
	return true
}

func (s *objectSet) grow() {
	table := make([]uintptr, max(objectSetLengthMin, 4*len(s.table)))
	for _, address := range s.table {
		if address != 0 {
			insertAddress(table, address)
		}
	}
	s.table = table
}

func insertAddress(table []uintptr, address uintptr) bool {
	// Objects lie at multiples of 8 or more; the multiplication spreads the rest (Knuth's multiplicative hashing).
	mask := uint64(len(table) - 1)
	h := uint64(address) * 0x9e3779b97f4a7c15
	for i := (h >> 32) & mask; ; i = (i + 1) & mask {
		switch table[i] {
		case address:
			return false
		case 0:
			table[i] = address
			return true
		}
	}
}
