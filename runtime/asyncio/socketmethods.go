package asyncio

import (
	"math"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// SocketType is _socket.socket; module socket derives its class from it.
var SocketType = declare("_socket", "socket")

func init() {
	SocketType.Flags |= object.FlagHasDict
	SocketType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		s, err := newSocket(t, cls)
		if err != nil {
			return object.Value{}, err
		}
		return s.Value(), nil
	}
	SocketType.Slots.Init = func(*object.Thread, object.Value, object.Args) *object.Exception { return nil }
	SocketType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		s, _ := object.AsNative[*Socket](v)
		for _, c := range s.accepted {
			visit(c.Value())
		}
		if s.peer != nil {
			visit(s.peer.Value())
		}
	}
	addSocketState()
	addSocketConnecting()
	addSocketTransfer()
}

// socketOf finds the socket behind a value: itself, or what wraps it as its attribute _sock. Nil when there is none.
func socketOf(t *object.Thread, v object.Value) (*Socket, *object.Exception) {
	if s, ok := object.AsNative[*Socket](v); ok {
		return s, nil
	}
	inner, ok, err := object.OptAttr(t, v, "_sock")
	if err != nil || !ok {
		return nil, err
	}
	s, _ := object.AsNative[*Socket](inner)
	return s, nil
}

// untilReady repeats an operation until it need not wait, or the socket's timeout is over.
func (s *Socket) untilReady(t *object.Thread, operation func() *object.Exception) *object.Exception {
	clock := stateOf(t).clock
	deadline := clock.NowSeconds + s.timeoutSeconds
	for {
		s.settle(t, clock.NowSeconds)
		err := operation()
		if err == nil || s.timeoutSeconds == 0 || !err.Is(object.BlockingIOErrorType) {
			return err
		}
		if clock.NowSeconds >= deadline {
			return object.NewException(object.TimeoutErrorType, "timed out")
		}
		until := math.Min(deadline, s.nextArrival())
		if _, err := s.waiting.wait(t, until-clock.NowSeconds, trace.WaitNetwork, s.remote.String()); err != nil {
			return err
		}
	}
}

// String is the address as the trace shows it.
func (a Address) String() string { return a.Host + ":" + itoa(a.Port) }

func (a Address) value() object.Value {
	return object.NewTuple(object.NewStr(a.Host), object.Int(int64(a.Port)))
}

// addressOf reads a (host, port) tuple whose host is an IPv4 address in digits; module socket has resolved names before.
func addressOf(t *object.Thread, v object.Value) (Address, *object.Exception) {
	tuple, ok := object.AsTuple(v)
	if !ok || len(tuple.Items) < 2 {
		return Address{}, object.TypeErrorf("AF_INET address must be tuple, not %s", object.TypeName(v))
	}
	host, ok := object.StrOf(tuple.Items[0])
	if !ok {
		return Address{}, object.TypeErrorf("str, bytes or bytearray expected, not %s", object.TypeName(tuple.Items[0]))
	}
	port, err := object.AsIndex(t, tuple.Items[1])
	if err != nil {
		return Address{}, err
	}
	if port < 0 || port > lastPort {
		return Address{}, object.Errorf(object.OverflowErrorType, "bind(): port must be 0-65535.")
	}
	return Address{host, port}, nil
}

func addSocketState() {
	add := func(decl string, fn func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception)) {
		addMethod(SocketType, decl, fn)
	}
	add("fileno(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		if s.closed {
			return object.Int(-1), nil
		}
		return object.Int(int64(s.fd)), nil
	})
	add("close(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		s.close(t)
		return object.None, nil
	})
	add("setblocking(self, flag)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		blocking, err := object.Truth(t, a[1])
		s.timeoutSeconds = 0
		if blocking {
			s.timeoutSeconds = math.Inf(1)
		}
		return object.None, err
	})
	add("settimeout(self, timeout)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		if a[1].IsNone() {
			s.timeoutSeconds = math.Inf(1)
			return object.None, nil
		}
		seconds, err := object.ToFloat(t, a[1])
		if err == nil && !(seconds >= 0) {
			err = object.ValueErrorf("Timeout value out of range")
		}
		if err == nil {
			s.timeoutSeconds = seconds
		}
		return object.None, err
	})
	add("gettimeout(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		if math.IsInf(s.timeoutSeconds, 1) {
			return object.None, nil
		}
		return object.Float(s.timeoutSeconds), nil
	})
	add("getsockname(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		if s.closed {
			return object.Value{}, socketError(errnoBadFD)
		}
		return s.local.value(), nil
	})
	add("getpeername(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		switch {
		case s.closed:
			return object.Value{}, socketError(errnoBadFD)
		case !s.connected:
			return object.Value{}, socketError(errnoNotConn)
		}
		return s.remote.value(), nil
	})
	add("_take_error(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		errno := s.errno
		s.errno, s.connecting = 0, false
		return object.Int(int64(errno)), nil
	})
}

func addSocketConnecting() {
	add := func(decl string, fn func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception)) {
		addMethod(SocketType, decl, fn)
	}
	add("_bind(self, address)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		address, err := addressOf(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		return object.None, s.bind(address)
	})
	add("listen(self, backlog=)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		return object.None, s.listen()
	})
	add("_accept(self)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		var c *Socket
		err := s.untilReady(t, func() (err *object.Exception) {
			c, err = s.accept()
			return err
		})
		if err != nil {
			return object.Value{}, err
		}
		return object.NewTuple(c.Value(), c.remote.value()), nil
	})
	add("_connect(self, address)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		address, err := addressOf(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		err = s.connect(t, address)
		if err == nil || s.timeoutSeconds == 0 || !err.Is(object.BlockingIOErrorType) {
			return object.None, err
		}
		err = s.untilReady(t, func() *object.Exception {
			if s.connected || s.errno != 0 {
				return nil
			}
			return socketError(errnoAgain)
		})
		s.connecting = false
		if err == nil && s.errno != 0 {
			err = s.takeError()
		}
		return object.None, err
	})
}

func addSocketTransfer() {
	add := func(decl string, fn func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception)) {
		addMethod(SocketType, decl, fn)
	}
	add("send(self, data, flags=)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		data, err := bytesArgument(a[1])
		if err != nil {
			return object.Value{}, err
		}
		sent := 0
		err = s.untilReady(t, func() (err *object.Exception) {
			sent, err = s.send(t, data)
			return err
		})
		return object.Int(int64(sent)), err
	})
	add("sendall(self, data, flags=)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		data, err := bytesArgument(a[1])
		for err == nil && data != "" {
			err = s.untilReady(t, func() *object.Exception {
				sent, err := s.send(t, data)
				data = data[sent:]
				return err
			})
		}
		return object.None, err
	})
	add("recv(self, bufsize, flags=)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		count, err := object.AsIndex(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if count < 0 {
			return object.Value{}, object.ValueErrorf("negative buffersize in recv")
		}
		data := ""
		err = s.untilReady(t, func() (err *object.Exception) {
			data, err = s.receive(t, count)
			return err
		})
		return object.NewBytes(data), err
	})
	add("shutdown(self, how)", func(t *object.Thread, s *Socket, a []object.Value) (object.Value, *object.Exception) {
		how, err := object.AsIndex(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if how < 0 || how > 2 {
			return object.Value{}, socketError(errnoInvalid)
		}
		return object.None, s.shutdown(t, how != 1, how != 0)
	})
}

// bytesArgument returns the content of a bytes-like object.
func bytesArgument(v object.Value) (string, *object.Exception) {
	if b, ok := object.AsBytes(v); ok {
		return b.B, nil
	}
	if b, ok := object.AsByteArray(v); ok {
		return string(b.B), nil
	}
	return "", object.TypeErrorf("a bytes-like object is required, not '%s'", object.TypeName(v))
}
