package object

// Dict is a dict: entries in order of insertion, and a table of open addressing that
// holds their positions.
type Dict struct {
	Object
	entries []dictEntry
	// index maps a hash to 1 + the position in entries; 0: free, dictDeleted: was used.
	index []int32
	live  int
	// keysVersion changes whenever a key is added or removed, so that code can remember
	// where a key stands.
	keysVersion uint32
}

type dictEntry struct {
	hash  int64
	key   Value // invalid: deleted
	value Value
}

const (
	dictDeleted   = -1
	dictEntrySize = 48
	dictMinTable  = 8
)

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{Object: Object{typ: DictType}} }

// Len is the number of keys.
func (d *Dict) Len() int { return d.live }

// KeysVersion changes whenever a key is added or removed: while it stays, a position got
// from Find holds the same key.
func (d *Dict) KeysVersion() uint32 { return d.keysVersion }

// Find returns the position of a str key, -1 when absent.
func (d *Dict) Find(name string) int {
	if d.live == 0 {
		return -1
	}
	return d.findStr(name, hashStr(name))
}

// ValueAt returns the value at a position got from Find.
func (d *Dict) ValueAt(pos int) Value { return d.entries[pos].value }

// SetAt replaces the value at a position got from Find.
func (d *Dict) SetAt(pos int, v Value) { d.entries[pos].value = v }

// NextEntry steps through the entries in order: start with *pos == 0.
func (d *Dict) NextEntry(pos *int) (key, value Value, ok bool) {
	for *pos < len(d.entries) {
		e := &d.entries[*pos]
		*pos++
		if e.key.IsValid() {
			return e.key, e.value, true
		}
	}
	return Value{}, Value{}, false
}

// probe steps through the table as CPython does.
type probe struct {
	slot    uint64
	perturb uint64
	mask    uint64
}

func (d *Dict) probe(hash int64) probe {
	mask := uint64(len(d.index) - 1)
	return probe{slot: uint64(hash) & mask, perturb: uint64(hash), mask: mask}
}

func (p *probe) next() {
	p.perturb >>= 5
	p.slot = (p.slot*5 + p.perturb + 1) & p.mask
}

func (d *Dict) findStr(name string, hash int64) int {
	if len(d.index) == 0 {
		return -1
	}
	for p := d.probe(hash); ; p.next() {
		i := d.index[p.slot]
		if i == 0 {
			return -1
		}
		if i == dictDeleted {
			continue
		}
		e := &d.entries[i-1]
		if e.hash != hash {
			continue
		}
		if s, ok := AsStr(e.key); ok && s.S == name {
			return int(i - 1)
		}
	}
}

// find returns the position of key, -1 when absent. Comparing keys can run the
// program's code, which can change the dict: then the search starts again.
func (d *Dict) find(t *Thread, key Value, hash int64) (int, *Exception) {
	if s, ok := AsStr(key); ok && s.typ == StrType {
		return d.findStr(s.S, hash), nil
	}
restart:
	if len(d.index) == 0 {
		return -1, nil
	}
	version := d.keysVersion
	for p := d.probe(hash); ; p.next() {
		i := d.index[p.slot]
		if i == 0 {
			return -1, nil
		}
		if i == dictDeleted || d.entries[i-1].hash != hash {
			continue
		}
		eq, err := Equal(t, d.entries[i-1].key, key)
		if err != nil {
			return -1, err
		}
		if d.keysVersion != version {
			goto restart
		}
		if eq {
			return int(i - 1), nil
		}
	}
}

// Get returns the value of a key.
func (d *Dict) Get(t *Thread, key Value) (Value, bool, *Exception) {
	hash, err := Hash(t, key)
	if err != nil {
		return Value{}, false, err
	}
	i, err := d.find(t, key, hash)
	if err != nil || i < 0 {
		return Value{}, false, err
	}
	return d.entries[i].value, true, nil
}

// GetStr returns the value of a str key, or the zero Value.
func (d *Dict) GetStr(name string) Value {
	if i := d.Find(name); i >= 0 {
		return d.entries[i].value
	}
	return Value{}
}

// Set sets the value of a key.
func (d *Dict) Set(t *Thread, key, v Value) *Exception {
	hash, err := Hash(t, key)
	if err != nil {
		return err
	}
	i, err := d.find(t, key, hash)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].value = v
		return nil
	}
	if err := t.Charge(dictEntrySize); err != nil {
		return err
	}
	d.insert(hash, key, v)
	return nil
}

// SetStr sets the value of a str key.
func (d *Dict) SetStr(name string, v Value) {
	hash := hashStr(name)
	if i := d.findStr(name, hash); i >= 0 {
		d.entries[i].value = v
		return
	}
	d.insert(hash, NewStr(name), v)
}

// insert adds a key that is not there.
func (d *Dict) insert(hash int64, key, v Value) {
	if (len(d.entries)+1)*3 > len(d.index)*2 {
		d.resize()
	}
	d.entries = append(d.entries, dictEntry{hash: hash, key: key, value: v})
	d.place(hash, int32(len(d.entries)))
	d.live++
	d.keysVersion++
}

func (d *Dict) place(hash int64, position int32) {
	p := d.probe(hash)
	for d.index[p.slot] > 0 {
		p.next()
	}
	d.index[p.slot] = position
}

// resize drops deleted entries and makes room for as many again.
func (d *Dict) resize() {
	size := dictMinTable
	for size*2 < (d.live+1)*5 {
		size *= 2
	}
	d.index = make([]int32, size)
	if d.live != len(d.entries) {
		kept := d.entries[:0]
		for _, e := range d.entries {
			if e.key.IsValid() {
				kept = append(kept, e)
			}
		}
		clear(d.entries[len(kept):])
		d.entries = kept
	}
	for i := range d.entries {
		d.place(d.entries[i].hash, int32(i+1))
	}
	d.keysVersion++
}

// Delete removes a key and reports whether it was there.
func (d *Dict) Delete(t *Thread, key Value) (bool, *Exception) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := d.find(t, key, hash)
	if err != nil || i < 0 {
		return false, err
	}
	d.removeAt(i)
	return true, nil
}

// DeleteStr removes a str key and reports whether it was there.
func (d *Dict) DeleteStr(name string) bool {
	i := d.Find(name)
	if i < 0 {
		return false
	}
	d.removeAt(i)
	return true
}

func (d *Dict) removeAt(i int) {
	p := d.probe(d.entries[i].hash)
	for d.index[p.slot] != int32(i+1) {
		p.next()
	}
	d.index[p.slot] = dictDeleted
	d.entries[i] = dictEntry{}
	d.live--
	d.keysVersion++
	// popitem and "delete the oldest" loops must not walk over dead entries again.
	for len(d.entries) > 0 && !d.entries[len(d.entries)-1].key.IsValid() {
		d.entries = d.entries[:len(d.entries)-1]
	}
	if d.live == 0 {
		d.Clear()
	}
}

// Clear removes all keys.
func (d *Dict) Clear() {
	d.entries, d.index, d.live = nil, nil, 0
	d.keysVersion++
}

// Copy makes a new dict with the same entries.
func (d *Dict) Copy(t *Thread) (*Dict, *Exception) {
	if err := t.Charge(int64(d.live) * dictEntrySize); err != nil {
		return nil, err
	}
	c := NewDict()
	for _, e := range d.entries {
		if e.key.IsValid() {
			c.insert(e.hash, e.key, e.value)
		}
	}
	return c, t.Tick(d.live / 4)
}

// strKeys lists the keys that are strs, in order.
func (d *Dict) strKeys() []string {
	names := make([]string, 0, d.live)
	for i := range d.entries {
		if s, ok := StrOf(d.entries[i].key); ok {
			names = append(names, s)
		}
	}
	return names
}

// hashStr is the hash of a str with this text.
func hashStr(s string) int64 { return avoidMinusOne(int64(strHash(s))) }
