package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

func init() {
	QueueType.Slots.Init = queueInit
	QueueType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		q := queueOf(v)
		for _, item := range q.items[q.head:] {
			visit(item.value)
		}
		if q.container.IsValid() {
			visit(q.container)
		}
	}
	QueueType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		text, err := queueFormat(t, queueOf(v))
		return object.NewStr("<" + object.TypeName(v) + " at " + hexID(t, v) + " " + text + ">"), err
	}
	QueueType.Slots.Str = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		text, err := queueFormat(t, queueOf(v))
		return object.NewStr("<" + object.TypeName(v) + " " + text + ">"), err
	}
	QueueType.AllowSubscript()
	addQueueCoroutines()
	addQueueMethods()
	addQueueContainer()
}

func addQueueMethod(decl string, fn func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception)) {
	sig := object.MustSignature(decl)
	QueueType.AddMethod(lastName(sig.Name), func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var buf [3]object.Value
		a := buf[:sig.Slots()]
		if err := sig.Bind(args, a); err != nil {
			return object.Value{}, err
		}
		q := queueOf(a[0])
		if q == nil || !q.ready {
			return object.Value{}, object.AttributeErrorf("'%s' object has no attribute '_queue'", object.TypeName(a[0]))
		}
		return fn(t, q, a)
	})
}

// newCoroutine makes a coroutine object of a Go body and lets the VM watch that it is awaited.
func newCoroutine(t *object.Thread, qualname string, body object.Resumable) object.Value {
	c := object.NewCoroutine(qualname, body)
	vm.TrackCoroutine(t, c)
	return c.Value()
}

func addQueueCoroutines() {
	add := func(decl string, body func(q *Queue, a []object.Value) object.Resumable) {
		qualname := object.MustSignature(decl).Name
		addQueueMethod(decl, func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
			ownAll(t, a)
			return newCoroutine(t, qualname, body(q, a)), nil
		})
	}
	add("Queue.get(self)", func(q *Queue, a []object.Value) object.Resumable { return &queueGet{queue: q} })
	add("Queue.put(self, item)", func(q *Queue, a []object.Value) object.Resumable { return &queuePut{queue: q, item: a[1]} })
	add("Queue.join(self)", func(q *Queue, a []object.Value) object.Resumable { return &queueJoin{queue: q} })
}

func addQueueMethods() {
	add := addQueueMethod
	add("Queue.put_nowait(self, item)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		return object.None, q.putNowait(t, a[1])
	})
	add("Queue.get_nowait(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		return q.getNowait(t)
	})
	add("Queue.task_done(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		return object.None, q.taskDone(t)
	})
	add("Queue.qsize(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		n, err := q.length(t)
		return object.Int(int64(n)), err
	})
	add("Queue.empty(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		n, err := q.length(t)
		return object.Bool(n == 0), err
	})
	add("Queue.full(self)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		if q.maxSize <= 0 {
			return object.False, nil
		}
		n, err := q.sizeOf(t)
		return object.Bool(n >= q.maxSize), err
	})
	add("Queue.shutdown(self, immediate=)", func(t *object.Thread, q *Queue, a []object.Value) (object.Value, *object.Exception) {
		immediate := false
		if a[1].IsValid() {
			var err *object.Exception
			if immediate, err = object.Truth(t, a[1]); err != nil {
				return object.Value{}, err
			}
		}
		return object.None, q.shutdown(t, immediate)
	})
	get := func(name string, fn func(q *Queue) object.Value) {
		QueueType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return fn(queueOf(v)), nil
		})
	}
	get("maxsize", func(q *Queue) object.Value { return object.Int(int64(q.maxSize)) })
	get("_maxsize", func(q *Queue) object.Value { return object.Int(int64(q.maxSize)) })
	QueueType.AddGetSet("_unfinished_tasks", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return object.Int(int64(queueOf(v).unfinished)), nil
	}, func(t *object.Thread, v, x object.Value) *object.Exception {
		n, err := object.AsIndex(t, x)
		if err == nil {
			queueOf(v).unfinished = n
		}
		return err
	})
}

func (q *Queue) values() []object.Value {
	values := make([]object.Value, 0, q.size())
	for _, item := range q.items[q.head:] {
		values = append(values, item.value)
	}
	return values
}

// queueFormat is Queue._format.
func queueFormat(t *object.Thread, q *Queue) (string, *object.Exception) {
	text := "maxsize=" + itoa(q.maxSize)
	values, err := q.listed(t)
	if err != nil {
		return "", err
	}
	if len(values) > 0 {
		r, err := object.Repr(t, object.NewList(values))
		if err != nil {
			return "", err
		}
		text += " _queue=" + r
	}
	count := func(name string, n int, end string) {
		if n > 0 {
			text += name + itoa(n) + end
		}
	}
	count(" _getters[", len(q.getters), "]")
	count(" _putters[", len(q.putters), "]")
	count(" tasks=", q.unfinished, "")
	if q.isShutdown {
		text += " shutdown"
	}
	return text, nil
}
