package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
)

// send puts as much as fits into the other end's buffer.
func (s *Socket) send(t *object.Thread, data string) (int, *object.Exception) {
	switch {
	case s.closed:
		return 0, socketError(errnoBadFD)
	case s.errno != 0 && !s.connecting:
		return 0, s.takeError()
	case !s.connected || s.outEnd || s.broken:
		return 0, socketError(errnoPipe)
	case s.host != nil:
		return len(data), s.host.Receive(t, s, data)
	case s.peer == nil: // it answers with a reset, which the next send sees
		s.errno, s.broken = errnoPipe, true
		s.wake(t)
		return len(data), nil
	}
	n := min(len(data), s.peer.room())
	if n == 0 && data != "" {
		return 0, socketError(errnoAgain)
	}
	if err := t.Charge(int64(n)); err != nil {
		return 0, err
	}
	s.peer.in = append(s.peer.in, data[:n]...)
	s.peer.wake(t)
	return n, nil
}

func (s *Socket) takeError() *object.Exception {
	e := socketError(s.errno)
	s.errno = 0
	return e
}

// receive takes at most count bytes; "" is the end of the stream.
func (s *Socket) receive(t *object.Thread, count int) (string, *object.Exception) {
	switch {
	case s.closed:
		return "", socketError(errnoBadFD)
	case len(s.in) > 0:
		n := min(count, len(s.in))
		data := string(s.in[:n])
		s.in = slices.Delete(s.in, 0, n)
		if len(s.in) == 0 {
			s.in = nil
		}
		if s.peer != nil && n > 0 {
			s.peer.wake(t)
		}
		return data, t.Charge(int64(n))
	case s.errno != 0 && !s.connecting:
		return "", s.takeError()
	case s.inEnd:
		return "", nil
	case !s.connected:
		return "", socketError(errnoNotConn)
	}
	return "", socketError(errnoAgain)
}

// shutdown ends one direction or both.
func (s *Socket) shutdown(t *object.Thread, reading, writing bool) *object.Exception {
	switch {
	case s.closed:
		return socketError(errnoBadFD)
	case !s.connected:
		return socketError(errnoNotConn)
	}
	if reading {
		s.inEnd = true
		s.wake(t)
	}
	if writing && !s.outEnd {
		s.outEnd = true
		if s.peer != nil {
			s.peer.inEnd = true
			s.peer.wake(t)
		}
	}
	return nil
}

// close gives the socket up. The other end sees the end of the stream, or a reset when something it sent was not read.
func (s *Socket) close(t *object.Thread) {
	if s.closed {
		return
	}
	s.closed = true
	delete(s.net.open, s.fd)
	if s.remoteHost {
		s.net.hostSockets--
	}
	if s.listening && s.net.listeners[s.local] == s {
		delete(s.net.listeners, s.local)
	}
	if s.isBound {
		s.net.bound[s.local.Port] = remove(s.net.bound[s.local.Port], s.local.Host)
	}
	for _, c := range s.accepted {
		c.in = append(c.in, 0) // unread: its peer is reset
		c.close(t)
	}
	s.accepted = nil
	for _, sel := range slices.Clone(s.selectors) {
		sel.forget(s)
	}
	if p := s.peer; p != nil {
		p.peer = nil
		p.inEnd = true
		if len(s.in) > 0 {
			p.errno, p.broken = errnoReset, true
		}
		p.wake(t)
	}
	s.peer, s.in, s.arriving = nil, nil, nil
	s.waiting.WakeAll(t)
}
