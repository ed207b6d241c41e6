package asyncio

import (
	"math"
	"slices"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// NetworkFuture makes a future whose waiters wait for the network, as the trace shows it; it is what the library's own
// modules wait for. peer names the other end; untilSeconds is when it will be done, +Inf when that is not known.
func NetworkFuture(t *object.Thread, loop object.Value, peer string, untilSeconds float64) (*Future, *object.Exception) {
	l, err := loopArgument(t, loop)
	if err != nil {
		return nil, err
	}
	if err := t.Charge(futureBytes); err != nil {
		return nil, err
	}
	f := l.newFuture()
	f.wait = waitInfo{kind: trace.WaitNetwork, text: l.state.intern(shorten(peer))}
	if !math.IsInf(untilSeconds, 1) {
		f.wait.until = untilSeconds
	}
	return f, nil
}

// NetworkPause is an awaitable that takes a time in which the program waits for the peer.
func NetworkPause(seconds float64, peer string) object.Resumable {
	return &networkPause{seconds: seconds, peer: peer}
}

type networkPause struct {
	seconds float64
	peer    string
	timer   *Handle
	waiting bool
}

// Resume implements object.Resumable.
func (b *networkPause) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if b.waiting {
		if b.timer != nil {
			b.timer.cancel(t)
		}
		if thrown != nil {
			return object.Raise(thrown)
		}
		return object.Return(object.None)
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	s := stateOf(t)
	l, err := s.runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	until := s.clock.NowSeconds + b.seconds
	f, err := NetworkFuture(t, l.Value(), b.peer, until)
	if err == nil {
		err = t.Charge(handleBytes)
	}
	if err != nil {
		return object.Raise(err)
	}
	b.waiting = true
	if !math.IsInf(until, 1) {
		b.timer = l.callAtGo(until, func(t *object.Thread) *object.Exception {
			if !f.done() {
				f.setResult(t, object.None)
			}
			return nil
		})
	}
	return object.Await(f)
}

// NetworkBlock blocks the calling thread for a time in which it waits for the peer; in the main thread that blocks the
// event loop. An infinite time never ends.
func NetworkBlock(t *object.Thread, seconds float64, peer string) *object.Exception {
	s := stateOf(t)
	until := s.clock.NowSeconds + seconds
	if th := s.activeThread; th != nil {
		_, err := th.block(trace.WaitNetwork, peer, until)
		return err
	}
	if math.IsInf(until, 1) || s.mainLoop == nil && len(s.threads) > 0 {
		_, err := s.driveThreads(t, func() bool { return false }, until)
		return err
	}
	s.emit(t, trace.Event{Kind: trace.ClockBlocked, Until: until, Text: s.intern(shorten(peer))})
	s.clock.NowSeconds = until
	return nil
}

// QuietTask is create_task() for a task of the library's own, which the trace does not show.
func QuietTask(t *object.Thread, loop, coroutine object.Value) (object.Value, *object.Exception) {
	l, err := loopArgument(t, loop)
	if err != nil {
		return object.Value{}, err
	}
	if err := t.Charge(taskBytes); err != nil {
		return object.Value{}, err
	}
	k := &Task{quiet: true}
	k.InitNative(TaskType, k)
	l.initTask(t, k, coroutine, "", nil)
	l.scheduleStep(k, nil)
	return k.Value(), nil
}

// CallSoonQuietly is call_soon() of the library's own, which the trace does not show.
func CallSoonQuietly(t *object.Thread, loop, callback object.Value, args []object.Value) (object.Value, *object.Exception) {
	l, err := loopArgument(t, loop)
	if err != nil {
		return object.Value{}, err
	}
	if err := l.checkClosed(); err != nil {
		return object.Value{}, err
	}
	if err := t.Charge(handleBytes); err != nil {
		return object.Value{}, err
	}
	h := newHandle(l, false)
	h.callback, h.args = callback, args
	l.scheduler.PushReady(&h.Handle)
	return h.Value(), nil
}

// libraryMethods are methods of event loops that stand in a module written in Python, by that module's name.
var libraryMethods = []struct {
	module string
	names  []string
}{
	{"asyncio.selector_events", []string{
		"create_connection", "create_server", "connect_accepted_socket", "start_tls", "getaddrinfo", "getnameinfo",
		"sock_connect", "sock_accept", "sock_recv", "sock_recv_into", "sock_sendall", "create_datagram_endpoint",
		"create_unix_connection", "create_unix_server", "subprocess_exec", "subprocess_shell", "sendfile",
	}},
}

func addLibraryMethods() {
	for _, group := range libraryMethods {
		for _, name := range group.names {
			BaseEventLoopType.AddMethod(name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
				m, err := t.Run.Import(t, group.module)
				if err != nil {
					return object.Value{}, err
				}
				return object.Call(t, m.Dict.GetStr(name), args)
			})
		}
	}
}

// libraryAttributes are attributes of module asyncio that are loaded when they are first asked for, by the module that
// has them.
var libraryAttributes = []struct {
	module string
	names  []string
}{
	{"asyncio.streams", []string{
		"StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
		"open_unix_connection", "start_unix_server",
	}},
	{"asyncio.protocols", []string{"BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"}},
	{"asyncio.transports", []string{
		"BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport",
	}},
	{"asyncio.base_servers", []string{"AbstractServer", "Server"}},
	{"asyncio.selector_events", nil},
	{"asyncio.subprocess", []string{"create_subprocess_exec", "create_subprocess_shell"}},
}

// libraryAttribute finds an attribute of module asyncio that is loaded when it is asked for.
func libraryAttribute(t *object.Thread, m *object.Module, name string) (v object.Value, ok bool, err *object.Exception) {
	for _, group := range libraryAttributes {
		isModule := group.module == "asyncio."+name
		if !isModule && !slices.Contains(group.names, name) {
			continue
		}
		sub, err := t.Run.Import(t, group.module)
		if err != nil {
			return object.Value{}, false, err
		}
		v := sub.Value()
		if !isModule {
			v = sub.Dict.GetStr(name)
		}
		m.Dict.SetStr(name, v)
		return v, true, nil
	}
	return object.Value{}, false, nil
}

// AtClose has the method _at_close of an object of the library called when the loop is closed, where it can say what the
// program forgot to close. ForgetAtClose takes that back.
func AtClose(t *object.Thread, loop, v object.Value) *object.Exception {
	l, err := loopArgument(t, loop)
	if err == nil {
		l.atClose = append(l.atClose, v)
		err = t.Charge(handleBytes)
	}
	return err
}

// ForgetAtClose undoes AtClose.
func ForgetAtClose(t *object.Thread, loop, v object.Value) *object.Exception {
	l, err := loopArgument(t, loop)
	if err == nil {
		l.atClose = remove(l.atClose, v)
	}
	return err
}
