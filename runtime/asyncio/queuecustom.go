package asyncio

import "asyncplay/runtime/object"

// A queue keeps its items in Go. As soon as the program has a hand in it - a subclass with
// its own _init, _put or _get, or a look at the attribute _queue - the queue is custom: its
// items are in a Python container, as in CPython, and everything goes through the methods. The
// items in Go then only tell the trace which is which.

// findOverrides finds out what a subclass does its own way, and calls _init as __init__ does.
func (q *Queue) findOverrides(t *object.Thread) *object.Exception {
	typ := q.Type()
	if typ.Flags&object.FlagHeap == 0 {
		return nil
	}
	own := func(name string) bool {
		v, _ := typ.Lookup(name)
		base, _ := builtinOf(typ).Lookup(name)
		return v != base
	}
	q.ownGet, q.ownPut = own("get_nowait"), own("put_nowait")
	q.custom = own("_init") || own("_put") || own("_get") || own("qsize") || own("empty") || own("full")
	if !q.custom {
		return nil
	}
	_, err := object.CallMethod(t, q.Value(), "_init", object.Int(int64(q.maxSize)))
	return err
}

// builtinOf is the first type along the MRO that is not the program's.
func builtinOf(typ *object.Type) *object.Type {
	for _, c := range typ.MRO {
		if c.Flags&object.FlagHeap == 0 {
			return c
		}
	}
	return object.ObjectType
}

// newContainer makes the container that CPython's queue of this order has.
func (q *Queue) newContainer(t *object.Thread, values []object.Value) (object.Value, *object.Exception) {
	if q.order != fifo {
		return object.NewList(values), nil
	}
	m, err := t.Run.Import(t, "collections")
	if err != nil {
		return object.Value{}, err
	}
	return object.Call(t, m.Dict.GetStr("deque"), object.Arguments(object.NewList(values)))
}

// heapq calls a function of module heapq.
func heapq(t *object.Thread, name string, args ...object.Value) (object.Value, *object.Exception) {
	m, err := t.Run.Import(t, "heapq")
	if err != nil {
		return object.Value{}, err
	}
	return object.Call(t, m.Dict.GetStr(name), object.Arguments(args...))
}

// takeCustom takes an item by _get and finds its number.
func (q *Queue) takeCustom(t *object.Thread) (queueItem, *object.Exception) {
	v, err := object.CallMethod(t, q.Value(), "_get")
	if err != nil {
		return queueItem{}, err
	}
	for i := q.head; i < len(q.items); i++ {
		if item := q.items[i]; item.value.Is(v) {
			q.items = append(q.items[:i], q.items[i+1:]...)
			return item, nil
		}
	}
	if len(q.items) > q.head {
		q.head++
	}
	return queueItem{value: v}, nil
}

// length is Queue.qsize() of this class, sizeOf that of a subclass.
func (q *Queue) length(t *object.Thread) (int, *object.Exception) {
	if !q.custom || !q.container.IsValid() {
		return q.size(), nil
	}
	return object.Len(t, q.container)
}

func (q *Queue) sizeOf(t *object.Thread) (int, *object.Exception) {
	if !q.custom {
		return q.size(), nil
	}
	v, err := object.CallMethod(t, q.Value(), "qsize")
	if err != nil {
		return 0, err
	}
	return object.AsIndex(t, v)
}

func (q *Queue) isEmpty(t *object.Thread) (bool, *object.Exception) {
	if !q.custom {
		return q.size() == 0, nil
	}
	return q.ask(t, "empty")
}

func (q *Queue) isFull(t *object.Thread) (bool, *object.Exception) {
	if !q.custom {
		return q.maxSize > 0 && q.size() >= q.maxSize, nil
	}
	return q.ask(t, "full")
}

func (q *Queue) ask(t *object.Thread, method string) (bool, *object.Exception) {
	v, err := object.CallMethod(t, q.Value(), method)
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// getNowaitOf and putNowaitOf are what get() and put() call, of a subclass too.
func (q *Queue) getNowaitOf(t *object.Thread) (object.Value, *object.Exception) {
	if q.ownGet {
		return object.CallMethod(t, q.Value(), "get_nowait")
	}
	return q.getNowait(t)
}

func (q *Queue) putNowaitOf(t *object.Thread, v object.Value) *object.Exception {
	if q.ownPut {
		_, err := object.CallMethod(t, q.Value(), "put_nowait", v)
		return err
	}
	return q.putNowait(t, v)
}

// listed are the items as repr(queue) shows them.
func (q *Queue) listed(t *object.Thread) ([]object.Value, *object.Exception) {
	if !q.custom || !q.container.IsValid() {
		return q.values(), nil
	}
	return object.ToSlice(t, q.container)
}

// addQueueContainer adds the methods that subclasses replace, and the attribute _queue.
func addQueueContainer() {
	add := addQueueMethod
	add("Queue._init(self, maxsize)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		c, err := q.newContainer(t, nil)
		q.container = c
		return object.None, err
	})
	add("Queue._put(self, item)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		c, err := q.ensureContainer(t)
		if err != nil {
			return object.Value{}, err
		}
		if q.order == priority {
			return heapq(t, "heappush", c, a[1])
		}
		return object.CallMethod(t, c, "append", a[1])
	})
	add("Queue._get(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		c, err := q.ensureContainer(t)
		if err != nil {
			return object.Value{}, err
		}
		switch q.order {
		case priority:
			return heapq(t, "heappop", c)
		case lifo:
			return object.CallMethod(t, c, "pop")
		}
		return object.CallMethod(t, c, "popleft")
	})
	QueueType.AddGetSet("_queue", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return queueOf(v).ensureContainer(t)
	}, func(t *object.Thread, v, x object.Value) *object.Exception {
		q := queueOf(v)
		q.custom, q.container = true, x
		return nil
	})
}

// ensureContainer makes the queue a custom one.
func (q *Queue) ensureContainer(t *object.Thread) (object.Value, *object.Exception) {
	if !q.container.IsValid() {
		c, err := q.newContainer(t, q.values())
		if err != nil {
			return object.Value{}, err
		}
		q.container = c
	}
	q.custom = true
	return q.container, nil
}
