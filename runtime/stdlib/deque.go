package stdlib

import "asyncplay/runtime/object"

// Deque is collections.deque: a ring buffer.
type Deque struct {
	object.Native
	ring  []object.Value // its length is a power of two, or 0
	first int
	count int
	max   int // -1: no bound
	// version changes with each change of what is in it, for iterators.
	version int
}

// DequeType is collections.deque.
var DequeType = declare("collections", "deque")

const dequeSlotBytes = 16

func newDeque(cls *object.Type) *Deque {
	d := &Deque{max: -1}
	d.InitNative(cls, d)
	return d
}

func dequeOf(v object.Value) *Deque {
	d, _ := object.AsNative[*Deque](v)
	return d
}

func (d *Deque) at(i int) *object.Value { return &d.ring[(d.first+i)&(len(d.ring)-1)] }

func (d *Deque) items() []object.Value {
	list := make([]object.Value, d.count)
	for i := range list {
		list[i] = *d.at(i)
	}
	return list
}

func (d *Deque) grow(t *object.Thread) *object.Exception {
	size := max(8, 2*len(d.ring))
	if err := t.Charge(int64(size) * dequeSlotBytes); err != nil {
		return err
	}
	ring := make([]object.Value, size)
	copy(ring, d.items())
	d.ring, d.first = ring, 0
	return nil
}

// append adds at the right end; of a full bounded deque it drops the leftmost item.
func (d *Deque) append(t *object.Thread, v object.Value) *object.Exception {
	d.version++
	if d.count == len(d.ring) {
		if err := d.grow(t); err != nil {
			return err
		}
	}
	d.count++
	*d.at(d.count - 1) = v
	if d.max >= 0 && d.count > d.max {
		d.popLeft()
	}
	return nil
}

func (d *Deque) appendLeft(t *object.Thread, v object.Value) *object.Exception {
	d.version++
	if d.count == len(d.ring) {
		if err := d.grow(t); err != nil {
			return err
		}
	}
	d.first = (d.first - 1) & (len(d.ring) - 1)
	d.count++
	*d.at(0) = v
	if d.max >= 0 && d.count > d.max {
		d.popRight()
	}
	return nil
}

func (d *Deque) popLeft() object.Value {
	d.version++
	slot := d.at(0)
	v := *slot
	*slot = object.Value{}
	d.first = (d.first + 1) & (len(d.ring) - 1)
	d.count--
	return v
}

func (d *Deque) popRight() object.Value {
	d.version++
	slot := d.at(d.count - 1)
	v := *slot
	*slot = object.Value{}
	d.count--
	return v
}

func (d *Deque) clear() {
	d.version++
	d.ring, d.first, d.count = nil, 0, 0
}

// set makes the list the content.
func (d *Deque) set(t *object.Thread, list []object.Value) *object.Exception {
	d.clear()
	for _, v := range list {
		if err := d.append(t, v); err != nil {
			return err
		}
	}
	return nil
}

// extend appends all items; extending by itself sees what was in it before.
func (d *Deque) extend(t *object.Thread, v object.Value, add func(*object.Thread, object.Value) *object.Exception) *object.Exception {
	if other := dequeOf(v); other == d {
		for _, x := range d.items() {
			if err := add(t, x); err != nil {
				return err
			}
		}
		return nil
	}
	return object.Iterate(t, v, func(x object.Value) *object.Exception { return add(t, x) })
}

// rotate turns the deque n steps to the right.
func (d *Deque) rotate(n int) {
	if d.count < 2 {
		return
	}
	list := d.items()
	n = floorMod(n, d.count)
	copy(d.ring, list[d.count-n:])
	copy(d.ring[n:], list[:d.count-n])
	clear(d.ring[d.count:])
	d.first = 0
	d.version++
}

// clone makes a deque of the same class and bound.
func (d *Deque) clone(t *object.Thread) (*Deque, *object.Exception) {
	c := newDeque(d.Type())
	c.max = d.max
	return c, c.set(t, d.items())
}

// find returns the index of the first equal item from start up to stop, -1 if there is none.
func (d *Deque) find(t *object.Thread, x object.Value, start, stop int) (int, *object.Exception) {
	version := d.version
	for i := start; i < stop && i < d.count; i++ {
		equal, err := object.Equal(t, *d.at(i), x)
		if err != nil {
			return 0, err
		}
		if d.version != version {
			return 0, object.RuntimeErrorf("deque mutated during iteration")
		}
		if equal {
			return i, t.Tick(i)
		}
	}
	return -1, t.Tick(d.count)
}

// delete removes the item at i.
func (d *Deque) delete(t *object.Thread, i int) *object.Exception {
	list := d.items()
	return d.set(t, append(list[:i:i], list[i+1:]...))
}
