package asyncio

import (
	"math"
	"slices"

	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
)

// selector is what an event loop knows of the sockets it watches (CPython 3.13 asyncio/selector_events.py). Sockets
// are reported in the order in which they became ready, as epoll does.
type selector struct {
	loop    *Loop
	watched map[*Socket]*watch // looked up only
	sockets []*Socket          // that are watched, in the order they were registered
	ready   []*Socket          // that may be ready
}

// watch holds the handles of a socket; nil when that direction is not watched.
type watch struct {
	reader, writer *Handle
	listed         bool // among selector.ready
}

func (l *Loop) selector() *selector {
	if l.sockets == nil {
		l.sockets = &selector{loop: l, watched: map[*Socket]*watch{}}
		l.scheduler.Watched = l.sockets
	}
	return l.sockets
}

// notice puts a socket that something happened to at the end of the list of those that may be ready.
func (sel *selector) notice(t *object.Thread, s *Socket) {
	if w := sel.watched[s]; w != nil && !w.listed {
		w.listed = true
		sel.ready = append(sel.ready, s)
	}
	sel.loop.idle.WakeAll(t)
}

// Poll puts the handles of the ready sockets into the ready queue of the loop (eventloop.Selector).
func (sel *selector) Poll() {
	sel.settle()
	candidates := sel.ready
	sel.ready = nil
	for _, s := range candidates {
		w := sel.watched[s]
		if w == nil {
			continue
		}
		w.listed = false
		read := w.reader != nil && s.readable()
		write := w.writer != nil && s.writable()
		if read {
			sel.loop.scheduler.PushReady(&w.reader.Handle)
		}
		if write {
			sel.loop.scheduler.PushReady(&w.writer.Handle)
		}
		if read || write {
			w.listed = true
			sel.ready = append(sel.ready, s)
		}
	}
}

// settle takes in what has arrived from simulated hosts.
func (sel *selector) settle() {
	if sel.loop.state.net.hostSockets == 0 {
		return
	}
	for _, s := range slices.Clone(sel.sockets) {
		s.settle(nil, sel.loop.state.clock.NowSeconds)
	}
}

// anyReady reports whether Poll would push a handle.
func (sel *selector) anyReady() bool {
	if sel == nil {
		return false
	}
	sel.settle()
	return slices.ContainsFunc(sel.ready, func(s *Socket) bool {
		w := sel.watched[s]
		return w.reader != nil && s.readable() || w.writer != nil && s.writable()
	})
}

// NextArrivalSeconds is when something of a simulated host reaches a watched socket.
func (sel *selector) NextArrivalSeconds() float64 {
	next := math.Inf(1)
	if sel.loop.state.net.hostSockets == 0 {
		return next
	}
	for _, s := range sel.sockets {
		next = min(next, s.nextArrival())
	}
	return next
}

// setReader and setWriter watch one direction of a socket, or stop watching it when h is nil. They report whether it was
// watched before.
func (sel *selector) setReader(t *object.Thread, s *Socket, h *Handle) bool {
	return sel.set(t, s, func(w *watch) **Handle { return &w.reader }, h)
}

func (sel *selector) setWriter(t *object.Thread, s *Socket, h *Handle) bool {
	return sel.set(t, s, func(w *watch) **Handle { return &w.writer }, h)
}

func (sel *selector) set(t *object.Thread, s *Socket, direction func(*watch) **Handle, h *Handle) bool {
	w := sel.watched[s]
	if w == nil {
		if h == nil {
			return false
		}
		w = &watch{}
		sel.watched[s] = w
		sel.sockets = append(sel.sockets, s)
		s.selectors = append(s.selectors, sel)
	}
	slot := direction(w)
	old := *slot
	*slot = h
	if old != nil {
		old.cancel(t)
	}
	if w.reader == nil && w.writer == nil {
		sel.forget(s)
	} else if w.reader != nil && s.readable() || w.writer != nil && s.writable() {
		sel.notice(t, s)
	}
	return old != nil
}

// forget stops watching a socket.
func (sel *selector) forget(s *Socket) {
	delete(sel.watched, s)
	sel.sockets = remove(sel.sockets, s)
	sel.ready = remove(sel.ready, s)
	s.selectors = remove(s.selectors, sel)
}

func remove[T comparable](list []T, x T) []T {
	if i := slices.Index(list, x); i >= 0 {
		return slices.Delete(list, i, i+1)
	}
	return list
}

func (sel *selector) visitRoots(visit func(object.Value)) {
	for _, s := range sel.sockets {
		visit(s.Value())
		w := sel.watched[s]
		visitHandles(handlesOf(w), visit)
	}
}

func handlesOf(w *watch) []*eventloop.Handle {
	var handles []*eventloop.Handle
	for _, h := range []*Handle{w.reader, w.writer} {
		if h != nil {
			handles = append(handles, &h.Handle)
		}
	}
	return handles
}

// watching finds the socket of add_reader and its like: a socket or its number.
func (l *Loop) watching(t *object.Thread, v object.Value) (*Socket, *object.Exception) {
	s, err := socketOf(t, v)
	if err == nil && s == nil {
		if number, e := object.AsIndex(t, v); e == nil {
			if s = l.state.loopback().open[number]; s == nil {
				return nil, socketError(errnoBadFD)
			}
			return s, nil
		}
		err = object.ValueErrorf("Invalid file object: %s", reprOr(t, v))
	}
	return s, err
}

func addLoopSockets() {
	add := addLoopMethod
	watch := func(set func(*selector, *object.Thread, *Socket, *Handle) bool) func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
			if err := l.checkClosed(); err != nil {
				return object.Value{}, err
			}
			s, err := l.watching(t, a[1])
			if err != nil {
				return object.Value{}, err
			}
			if err := t.Charge(handleBytes); err != nil {
				return object.Value{}, err
			}
			h := newHandle(l, false)
			h.callback, h.args = a[2], tupleItems(a[3])
			set(l.selector(), t, s, h)
			return h.Value(), nil
		}
	}
	unwatch := func(set func(*selector, *object.Thread, *Socket, *Handle) bool) func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
		return func(t *object.Thread, l *Loop, a []object.Value) (object.Value, *object.Exception) {
			if l.closed {
				return object.False, nil
			}
			s, err := l.watching(t, a[1])
			if err != nil {
				return object.False, nil // a closed socket is not watched any more
			}
			return object.Bool(set(l.selector(), t, s, nil)), nil
		}
	}
	for _, prefix := range []string{"", "_"} {
		add("BaseSelectorEventLoop."+prefix+"add_reader(self, fd, callback, *args)", watch((*selector).setReader))
		add("BaseSelectorEventLoop."+prefix+"add_writer(self, fd, callback, *args)", watch((*selector).setWriter))
		add("BaseSelectorEventLoop."+prefix+"remove_reader(self, fd)", unwatch((*selector).setReader))
		add("BaseSelectorEventLoop."+prefix+"remove_writer(self, fd)", unwatch((*selector).setWriter))
	}
}
