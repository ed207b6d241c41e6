package stdlib

import "asyncplay/runtime/object"

// newHeapqModule makes _heapq: the heap functions of CPython's Modules/_heapqmodule.c, which
// compare in the same order, so that equal items come out in the same order.
func newHeapqModule(t *object.Thread) *object.Module {
	m := object.NewModule("heapq")
	addHeap(m, "", object.CompareLt)
	addHeap(m, "_max", object.CompareGt)
	return m
}

// heap works on a list; before says which of two items comes out first.
type heap struct {
	t    *object.Thread
	list *object.List
	op   object.CompareOp
}

func (h heap) before(a, b object.Value) (bool, *object.Exception) {
	size := len(h.list.Items)
	// Of the two orders of operands only `<` is used: a before b for a maximum is b < a.
	if h.op == object.CompareGt {
		a, b = b, a
	}
	less, err := object.CompareBool(h.t, object.CompareLt, a, b)
	if err == nil && size != len(h.list.Items) {
		err = object.RuntimeErrorf("list changed size during iteration")
	}
	return less, err
}

// siftDown moves the item at pos up towards start until its parent comes before it.
func (h heap) siftDown(start, pos int) *object.Exception {
	item := h.list.Items[pos]
	for pos > start {
		parentPos := (pos - 1) / 2
		parent := h.list.Items[parentPos]
		first, err := h.before(item, parent)
		if err != nil {
			return err
		}
		if !first {
			break
		}
		h.list.Items[pos], h.list.Items[parentPos] = parent, item
		pos = parentPos
	}
	return h.t.Tick(1)
}

// siftUp moves the smaller children up until a leaf, then the item back to its place.
func (h heap) siftUp(pos int) *object.Exception {
	start, end := pos, len(h.list.Items)
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end {
			first, err := h.before(h.list.Items[child], h.list.Items[right])
			if err != nil {
				return err
			}
			if !first {
				child = right
			}
		}
		h.list.Items[pos], h.list.Items[child] = h.list.Items[child], h.list.Items[pos]
		pos = child
	}
	return h.siftDown(start, pos)
}

func (h heap) heapify() *object.Exception {
	for i := len(h.list.Items)/2 - 1; i >= 0; i-- {
		if err := h.siftUp(i); err != nil {
			return err
		}
	}
	return nil
}

func (h heap) pop() (object.Value, *object.Exception) {
	n := len(h.list.Items) - 1
	if n < 0 {
		return object.Value{}, object.NewException(object.IndexErrorType, "index out of range")
	}
	last := h.list.Items[n]
	h.list.Items[n] = object.Value{}
	h.list.Items = h.list.Items[:n]
	if n == 0 {
		return last, nil
	}
	first := h.list.Items[0]
	h.list.Items[0] = last
	return first, h.siftUp(0)
}

func (h heap) replace(item object.Value) (object.Value, *object.Exception) {
	if len(h.list.Items) == 0 {
		return object.Value{}, object.NewException(object.IndexErrorType, "index out of range")
	}
	first := h.list.Items[0]
	h.list.Items[0] = item
	return first, h.siftUp(0)
}

func addHeap(m *object.Module, suffix string, op object.CompareOp) {
	add := func(name string, count int, fn func(h heap, a []object.Value) (object.Value, *object.Exception)) {
		if suffix != "" {
			name = "_" + name + suffix
		}
		defineN(m, name, count, count, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			list, ok := object.AsList(a[0])
			if !ok {
				return object.Value{}, object.TypeErrorf("%s() argument 1 must be list, not %s", name, object.TypeName(a[0]))
			}
			return fn(heap{t, list, op}, a)
		})
	}
	add("heappush", 2, func(h heap, a []object.Value) (object.Value, *object.Exception) {
		if err := h.list.Append(h.t, a[1]); err != nil {
			return object.Value{}, err
		}
		return object.None, h.siftDown(0, len(h.list.Items)-1)
	})
	add("heappop", 1, func(h heap, a []object.Value) (object.Value, *object.Exception) { return h.pop() })
	add("heapify", 1, func(h heap, a []object.Value) (object.Value, *object.Exception) { return object.None, h.heapify() })
	add("heapreplace", 2, func(h heap, a []object.Value) (object.Value, *object.Exception) { return h.replace(a[1]) })
	add("heappushpop", 2, func(h heap, a []object.Value) (object.Value, *object.Exception) {
		if len(h.list.Items) == 0 {
			return a[1], nil
		}
		first, err := h.before(h.list.Items[0], a[1])
		if err != nil || !first {
			return a[1], err
		}
		return h.replace(a[1])
	})
}
