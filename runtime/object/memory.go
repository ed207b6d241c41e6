package object

import "fmt"

// measureSlice is the least number of bytes allocated between two measurements.
const measureSlice = 8 << 20

// The walk counts a step for each objectsPerStep objects and is interrupted for a checkpoint after objectsPerCheckpoint.
const (
	objectsPerStep       = 4
	objectsPerCheckpoint = 20_000
)

// measureMemory finds out what is live and ends the run when that is beyond the limit.
// The next measurement is due when as much again as is live was allocated, so that
// measuring costs a constant share of the work.
func (t *Thread) measureMemory() *Exception {
	r := t.Run
	if r.memory.nextMeasureBytes == 0 && r.memory.chargedBytes < measureSlice {
		r.memory.nextMeasureBytes = measureSlice
		return nil
	}
	live, err := t.liveBytes()
	if err != nil {
		return err
	}
	if live > r.MemoryMaxBytes {
		return NewFatal(LimitMemory, fmt.Sprintf("the limit on memory was reached: about %d MB are in use, %d MB are allowed", live>>20, r.MemoryMaxBytes>>20))
	}
	room := min(max(live, measureSlice), max(r.MemoryMaxBytes-live, 1<<20))
	r.memory.nextMeasureBytes = r.memory.chargedBytes + room
	return nil
}

// liveBytes estimates what the program's objects hold, by walking them from the roots.
// The estimate depends on the program alone.
func (t *Thread) liveBytes() (int64, *Exception) {
	var m marker
	if err := t.markFromRoots(&m); err != nil {
		return 0, err
	}
	return m.bytes + int64(len(t.Run.ids))*48, nil
}

// Dropped lists those of some objects that the program cannot get at any more. It is asked where CPython's reference count would
// have finalised them and that shows: the walk takes as long as measuring memory.
// What held refers to is not dropped either.
func (t *Thread) Dropped(objects, held []Value) ([]Value, *Exception) {
	var m marker
	for _, v := range held {
		m.visit(v)
	}
	if err := t.markFromRoots(&m); err != nil {
		return nil, err
	}
	var dropped []Value
	for _, v := range objects {
		if m.seen.add(v.ref) {
			dropped = append(dropped, v)
		}
	}
	return dropped, nil
}

// markFromRoots walks what is reachable.
func (t *Thread) markFromRoots(m *marker) *Exception {
	r := t.Run
	if r.Modules != nil {
		m.visit(r.Modules.Value())
	}
	if r.Builtins != nil {
		m.visit(r.Builtins.Value())
	}
	for _, v := range r.memory.pinned {
		m.visit(v)
	}
	for _, roots := range r.Roots {
		roots(m.visit)
	}
	for walked := 1; len(m.pending) > 0; walked++ {
		o := m.pending[len(m.pending)-1]
		m.pending = m.pending[:len(m.pending)-1]
		m.walk(o.Value())
		if walked%objectsPerCheckpoint == 0 {
			t.steps -= objectsPerCheckpoint / objectsPerStep
			if err := t.checkpoint(); err != nil {
				return err
			}
		}
	}
	return nil
}

type marker struct {
	seen    objectSet
	pending []*Object
	bytes   int64
}

func (m *marker) visit(v Value) {
	if !v.IsValid() || !v.IsHeap() || !m.seen.add(v.ref) {
		return
	}
	m.pending = append(m.pending, v.ref)
}

func (m *marker) walk(v Value) {
	m.bytes += sizeOf(v)
	if a := v.ref.attrs; a != nil {
		m.bytes += int64(len(a.Slots)) * attributeBytes
	}
	m.visitReferences(v)
}

func (m *marker) visitReferences(v Value) {
	typ := v.ref.typ
	if typ.Flags&FlagHeap != 0 {
		m.visit(typ.Value())
	}
	if a := v.ref.attrs; a != nil {
		for _, x := range a.Slots {
			m.visit(x)
		}
		for _, x := range a.members {
			m.visit(x)
		}
		if a.Dict != nil {
			m.visit(a.Dict.Value())
		}
	}
	if c, ok := AsType(v); ok {
		for _, name := range c.names {
			m.visit(c.members[name])
		}
		return
	}
	if typ.Slots.Traverse != nil {
		typ.Slots.Traverse(v, m.visit)
	}
}

// Reach walks the objects that groups of roots lead to, breadth first and one group after the
// other, until found, which it calls for each object, returns true. It looks at no more than visitsMax objects and
// returns how many it looked at.
func (t *Thread) Reach(visitsMax int, found func(Value) bool, groups ...func(visit func(Value))) (visits int) {
	var m marker
	next := 0
	for _, roots := range groups {
		roots(m.visit)
		for ; next < len(m.pending); next++ {
			if next >= visitsMax || found(m.pending[next].Value()) {
				return next
			}
			m.visitReferences(m.pending[next].Value())
		}
	}
	return next
}

// VisitRoots visits what keeps objects alive besides the frames of Python code.
func (r *Run) VisitRoots(visit func(Value)) {
	for _, roots := range r.Roots {
		roots(visit)
	}
	for _, v := range r.memory.pinned {
		visit(v)
	}
	if r.Modules != nil {
		visit(r.Modules.Value())
	}
}

// sizeOf estimates the bytes of one object without what it refers to.
func sizeOf(v Value) int64 {
	switch v.Type().Layout {
	case LayoutNone, LayoutBool:
		return 16
	case LayoutInt:
		if b, ok := AsBigInt(v); ok {
			return 64 + int64(b.Int.BitLen()/8)
		}
		return 28
	case LayoutFloat:
		return 24
	case LayoutStr:
		s, _ := AsStr(v)
		return 49 + int64(len(s.S))
	case LayoutBytes:
		b, _ := AsBytes(v)
		return 33 + int64(len(b.B))
	case LayoutByteArray:
		b, _ := AsByteArray(v)
		return 57 + int64(cap(b.B))
	case LayoutList:
		l, _ := AsList(v)
		return 56 + int64(cap(l.Items))*valueBytes
	case LayoutTuple:
		tp, _ := AsTuple(v)
		return 40 + int64(len(tp.Items))*valueBytes
	case LayoutDict:
		d, _ := AsDict(v)
		return 64 + int64(cap(d.entries))*40 + int64(len(d.index))*4
	case LayoutSet:
		s, _ := AsSet(v)
		return 200 + int64(len(s.table))*24
	case LayoutType:
		c, _ := AsType(v)
		return classBytes + int64(len(c.names))*classAttributeBytes
	case LayoutException:
		return exceptionBytes
	case LayoutNative:
		if s, ok := cast[Native](v.ref).Self.(Sizer); ok {
			return s.SizeBytes()
		}
	}
	return instanceBytes
}

// Sizer is implemented by native structs that are much bigger than an empty object.
type Sizer interface {
	// SizeBytes estimates the struct and what only it refers to, values left out.
	SizeBytes() int64
}
