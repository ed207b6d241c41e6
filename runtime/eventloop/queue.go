package eventloop

// readyQueue is a first-in-first-out queue of handles in a ring buffer.
type readyQueue struct {
	buffer []*Handle // its length is zero or a power of two
	head   int
	length int
}

func (q *readyQueue) push(h *Handle) {
	if q.length == len(q.buffer) {
		q.grow()
	}
	q.buffer[(q.head+q.length)&(len(q.buffer)-1)] = h
	q.length++
}

func (q *readyQueue) pop() *Handle {
	h := q.buffer[q.head]
	q.buffer[q.head] = nil
	q.head = (q.head + 1) & (len(q.buffer) - 1)
	q.length--
	return h
}

func (q *readyQueue) grow() {
	bigger := make([]*Handle, max(16, 2*len(q.buffer)))
	for i := range q.length {
		bigger[i] = q.buffer[(q.head+i)&(len(q.buffer)-1)]
	}
	q.buffer, q.head = bigger, 0
}

// timerHeap is a binary heap of timers, the earliest first.
type timerHeap []*Handle

func (t *timerHeap) push(h *Handle) {
	*t = append(*t, h)
	s := *t
	i := len(s) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !s[i].before(s[parent]) {
			break
		}
		s[i], s[parent] = s[parent], s[i]
		i = parent
	}
}

func (t *timerHeap) pop() *Handle {
	s := *t
	first := s[0]
	last := len(s) - 1
	s[0] = s[last]
	s[last] = nil
	*t = s[:last]
	t.down(0)
	return first
}

func (t timerHeap) down(i int) {
	for {
		child := 2*i + 1
		if child >= len(t) {
			return
		}
		if child+1 < len(t) && t[child+1].before(t[child]) {
			child++
		}
		if !t[child].before(t[i]) {
			return
		}
		t[i], t[child] = t[child], t[i]
		i = child
	}
}
