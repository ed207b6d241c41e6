package object

// Set is a set or frozenset. The table, its probing and its growth are CPython's, so that
// a set of ints is iterated in CPython's order.
type Set struct {
	Object
	table []setEntry // length a power of two
	// fill counts entries in use or deleted, used those in use.
	fill, used int
	// version changes with each change of the table.
	version uint32
	// finger is where pop goes on looking.
	finger int
	hash   int64 // of a frozenset, once computed
	hashed bool
	// order is set once the table's order would be an accident; see setorder.go.
	order *setOrder
}

type setEntry struct {
	key  Value // invalid: free, or deleted when hash is setDeleted
	hash int64
	at   int32 // place in order, while that is kept
}

const (
	setDeleted    = -1
	setTableMin   = 8
	setLinearMax  = 9
	setEntryBytes = 48
)

// SetType is set; FrozenSetType is frozenset.
var (
	SetType       = declare("builtins", "set", LayoutSet)
	FrozenSetType = declare("builtins", "frozenset", LayoutSet)
)

// NewSet makes an empty set.
func NewSet() *Set { return newSet(SetType) }

func newSet(typ *Type) *Set {
	return &Set{Object: Object{typ: typ}, table: make([]setEntry, setTableMin)}
}

// NextEntry steps through the members in table order: start with *pos == 0.
func (s *Set) NextEntry(pos *int) (Value, bool) {
	if s.order != nil {
		return s.order.next(pos)
	}
	for *pos < len(s.table) {
		e := &s.table[*pos]
		*pos++
		if e.key.IsValid() {
			return e.key, true
		}
	}
	return Value{}, false
}

// setProbe walks the table: short linear stretches, then jumps.
type setProbe struct {
	mask, i, perturb uint64
	linear           uint64
	base             uint64
}

func (s *Set) probe(hash int64) setProbe {
	mask := uint64(len(s.table) - 1)
	p := setProbe{mask: mask, perturb: uint64(hash), base: uint64(hash) & mask}
	p.i = p.base
	return p
}

func (p *setProbe) next() {
	if p.base+setLinearMax <= p.mask && p.linear < setLinearMax {
		p.linear++
		p.i = p.base + p.linear
		return
	}
	p.perturb >>= 5
	p.base = (p.base*5 + 1 + p.perturb) & p.mask
	p.linear = 0
	p.i = p.base
}

// find returns the slot of key, or -1.
func (s *Set) find(t *Thread, key Value, hash int64) (int, *Exception) {
restart:
	version := s.version
	for p := s.probe(hash); ; p.next() {
		e := &s.table[p.i]
		if !e.key.IsValid() {
			if e.hash == setDeleted {
				continue
			}
			return -1, nil
		}
		if e.hash != hash {
			continue
		}
		eq, err := Equal(t, e.key, key)
		if err != nil {
			return -1, err
		}
		if s.version != version {
			goto restart
		}
		if eq {
			return int(p.i), nil
		}
	}
}

// Contains reports whether key is a member.
func (s *Set) Contains(t *Thread, key Value) (bool, *Exception) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := s.find(t, key, hash)
	return i >= 0, err
}

// Add adds a member.
func (s *Set) Add(t *Thread, key Value) *Exception {
	hash, err := Hash(t, key)
	if err != nil {
		return err
	}
	return s.add(t, key, hash)
}

func (s *Set) add(t *Thread, key Value, hash int64) *Exception {
	i, err := s.find(t, key, hash)
	if err != nil || i >= 0 {
		return err
	}
	if err := t.Charge(setEntryBytes); err != nil {
		return err
	}
	slot := s.freeSlot(hash)
	if s.table[slot].hash != setDeleted {
		s.fill++
	}
	s.table[slot] = setEntry{key: key, hash: hash}
	s.keepOrder(&s.table[slot])
	s.used++
	s.version++
	if mask := len(s.table) - 1; s.fill*5 >= mask*3 {
		s.resize(s.growth())
	}
	return nil
}

// freeSlot is where a member that is not there yet goes: the last deleted slot on its way, or
// else the first unused one (Objects/setobject.c, set_add_entry).
func (s *Set) freeSlot(hash int64) int {
	deleted := -1
	for p := s.probe(hash); ; p.next() {
		switch e := &s.table[p.i]; {
		case e.key.IsValid():
		case e.hash == setDeleted:
			deleted = int(p.i)
		case deleted >= 0:
			return deleted
		default:
			return int(p.i)
		}
	}
}

// growth is the number of slots that a table which became too full should exceed.
func (s *Set) growth() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// resize makes a table with more than minUsed slots and no deleted ones.
func (s *Set) resize(minUsed int) {
	size := setTableMin
	for size <= minUsed {
		size *= 2
	}
	old := s.table
	s.table = make([]setEntry, size)
	s.fill = s.used
	s.version++
	for _, e := range old {
		if e.key.IsValid() {
			s.insertClean(e)
		}
	}
}

// insertClean places an entry into a table that has neither it nor deleted slots.
func (s *Set) insertClean(e setEntry) {
	p := s.probe(e.hash)
	for s.table[p.i].key.IsValid() {
		p.next()
	}
	s.table[p.i] = e
}

// Discard removes a member and reports whether it was there.
func (s *Set) Discard(t *Thread, key Value) (bool, *Exception) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := s.find(t, key, hash)
	if err != nil || i < 0 {
		return false, err
	}
	s.removeAt(i)
	return true, nil
}

func (s *Set) removeAt(i int) {
	if s.order != nil {
		s.order.keys[s.table[i].at] = Value{}
	}
	s.table[i] = setEntry{hash: setDeleted}
	s.used--
	s.version++
}

// pop removes the first member in table order, going on where the last pop left off.
func (s *Set) pop() (Value, bool) {
	if s.used == 0 {
		return Value{}, false
	}
	if s.order != nil {
		return s.popFirst()
	}
	for i := s.finger & (len(s.table) - 1); ; i = (i + 1) & (len(s.table) - 1) {
		if key := s.table[i].key; key.IsValid() {
			s.removeAt(i)
			s.finger = i + 1
			return key, true
		}
	}
}

// Clear removes all members.
func (s *Set) Clear() {
	s.table = make([]setEntry, setTableMin)
	s.fill, s.used = 0, 0
	s.order = nil
	s.version++
}

// merge adds all members of another set, in CPython's way, which decides the order.
func (s *Set) merge(t *Thread, other *Set) *Exception {
	if other == s || other.used == 0 {
		return nil
	}
	if (s.fill+other.used)*5 >= (len(s.table)-1)*3 {
		s.resize((s.used + other.used) * 2)
	}
	if err := t.Charge(int64(other.used) * setEntryBytes); err != nil {
		return err
	}
	if other.order != nil {
		return s.mergeOrdered(t, other)
	}
	if s.fill == 0 {
		return s.mergeIntoEmpty(t, other)
	}
	for pos := 0; pos < len(other.table); pos++ {
		e := other.table[pos]
		if !e.key.IsValid() {
			continue
		}
		if err := s.add(t, e.key, e.hash); err != nil {
			return err
		}
		if err := t.Tick(1); err != nil {
			return err
		}
	}
	return nil
}

// mergeIntoEmpty copies without comparing: the members are distinct already.
func (s *Set) mergeIntoEmpty(t *Thread, other *Set) *Exception {
	if len(s.table) == len(other.table) && other.fill == other.used {
		copy(s.table, other.table)
	} else {
		for _, e := range other.table {
			if e.key.IsValid() {
				s.insertClean(e)
			}
		}
	}
	s.fill, s.used = other.used, other.used
	s.version++
	return t.Tick(other.used / 4)
}

// Update adds all items of an iterable.
func (s *Set) Update(t *Thread, v Value) *Exception {
	if other, ok := AsSet(v); ok {
		return s.merge(t, other)
	}
	if d, ok := AsDict(v); ok {
		s.reserveFor(d)
	}
	return Iterate(t, v, func(x Value) *Exception { return s.Add(t, x) })
}

// reserveFor grows the table ahead of adding a dict's keys, as CPython does.
func (s *Set) reserveFor(d *Dict) {
	if (s.fill+d.Len())*5 >= (len(s.table)-1)*3 {
		s.resize((s.used + d.Len()) * 2)
	}
}

func copySet(t *Thread, v Value, typ *Type) (*Set, *Exception) {
	s := newSet(typ)
	t.pin(s.Value())
	err := s.Update(t, v)
	t.unpin()
	return s, err
}
