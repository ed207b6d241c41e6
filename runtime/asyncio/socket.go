package asyncio

import (
	"math"
	"slices"

	"asyncplay/runtime/object"
)

// loopback is the network inside a run: sockets that talk to each other, and to simulated hosts, without leaving the
// process. It behaves as Linux does on 127.0.0.1, with no time of its own: what is sent is there at once.
type loopback struct {
	listeners map[Address]*Socket // looked up only, as are the others
	bound     map[int][]string    // the hosts at which a port is bound
	open      map[int]*Socket     // by number
	nextFD    int
	nextPort  int
	// hostSockets counts the open sockets that are connected to simulated hosts: only to those something comes by time.
	hostSockets int
	// connectHost connects a socket to a simulated host.
	connectHost func(t *object.Thread, s *Socket, a Address)
}

// Address is a host, as an IPv4 address in digits, and a port.
type Address struct {
	Host string
	Port int
}

const (
	firstFD            = 6     // those before it belong to the terminal, the selector and the loop itself
	firstEphemeralPort = 49152 // of the ports that the system gives out
	lastPort           = 65535
	// socketBufferBytes is what a socket takes before its reader has read any of it.
	socketBufferBytes = 64 << 10
	// socketsMax is the limit on open sockets of a run.
	socketsMax = 10_000
	// socketBytes is the estimate for a socket, without what it holds.
	socketBytes = 1024
	anyHost     = "0.0.0.0"
	ownHost     = "192.0.2.1" // as simulated hosts see the run (RFC 5737)
)

// Numbers of Linux for the errors of sockets.
const (
	errnoBadFD       = 9
	errnoAgain       = 11
	errnoInvalid     = 22
	errnoTooMany     = 24
	errnoPipe        = 32
	errnoAddrInUse   = 98
	errnoReset       = 104
	errnoIsConnected = 106
	errnoNotConn     = 107
	errnoTimedOut    = 110
	errnoRefused     = 111
	errnoUnreachable = 113
	errnoAlready     = 114
	errnoInProgress  = 115
	errnoNoAddress   = 99
)

var errnoTexts = map[int]string{
	errnoBadFD: "Bad file descriptor", errnoAgain: "Resource temporarily unavailable", errnoInvalid: "Invalid argument",
	errnoTooMany: "Too many open files", errnoPipe: "Broken pipe", errnoAddrInUse: "Address already in use",
	errnoReset: "Connection reset by peer", errnoIsConnected: "Transport endpoint is already connected",
	errnoNotConn: "Transport endpoint is not connected", errnoTimedOut: "Connection timed out",
	errnoRefused: "Connection refused", errnoUnreachable: "No route to host", errnoInProgress: "Operation now in progress",
	errnoAlready: "Operation already in progress", errnoNoAddress: "Cannot assign requested address",
}

func socketError(errno int) *object.Exception {
	return object.NewOSError(int64(errno), errnoTexts[errno])
}

// Socket is a TCP socket on the loopback.
type Socket struct {
	object.Native
	net    *loopback
	fd     int
	closed bool
	// timeoutSeconds is +Inf for a blocking socket, 0 for one that never blocks.
	timeoutSeconds float64

	local, remote Address
	isBound       bool
	listening     bool
	accepted      []*Socket // connections that nobody has accepted yet
	connected     bool
	connecting    bool
	peer          *Socket // the other end, until it is closed
	host          RemoteHost
	remoteHost    bool // the other end is a simulated host

	in       []byte   // received and not read yet
	arriving []packet // sent by a simulated host, not here yet
	inEnd    bool     // the other end sends nothing more
	outEnd   bool     // this end sends nothing more
	broken   bool     // the other end is gone: sending makes no sense
	errno    int      // error that the next operation reports

	waiting   Parking // threads blocked on the socket
	selectors []*selector
}

// packet is what a simulated host sent: bytes, the end of the stream or a reset.
type packet struct {
	atSeconds float64
	data      string
	end       bool
	errno     int
	connects  bool
}

// RemoteHost is the far end of a connection to a simulated host: it is told what was sent to it.
type RemoteHost interface {
	Receive(t *object.Thread, s *Socket, data string) *object.Exception
}

func (s *state) loopback() *loopback {
	if s.net == nil {
		s.net = &loopback{listeners: map[Address]*Socket{}, bound: map[int][]string{}, open: map[int]*Socket{}, nextFD: firstFD, nextPort: firstEphemeralPort}
	}
	return s.net
}

// newSocket is socket.socket().
func newSocket(t *object.Thread, typ *object.Type) (*Socket, *object.Exception) {
	n := stateOf(t).loopback()
	if len(n.open) >= socketsMax {
		return nil, socketError(errnoTooMany)
	}
	if err := t.Charge(socketBytes); err != nil {
		return nil, err
	}
	s := &Socket{net: n, fd: n.nextFD, timeoutSeconds: math.Inf(1), local: Address{Host: anyHost}}
	s.InitNative(typ, s)
	n.open[n.nextFD] = s
	n.nextFD++
	return s, nil
}

// SizeBytes implements object.Sizer.
func (s *Socket) SizeBytes() int64 {
	bytes := socketBytes + int64(cap(s.in))
	for _, p := range s.arriving {
		bytes += int64(len(p.data))
	}
	return bytes
}

// wake tells all who wait for the socket that something happened to it.
func (s *Socket) wake(t *object.Thread) {
	for _, sel := range s.selectors {
		sel.notice(t, s)
	}
	s.waiting.WakeAll(t)
}

// settle takes in what a simulated host sent and has arrived by now.
func (s *Socket) settle(t *object.Thread, nowSeconds float64) {
	arrived := 0
	for arrived < len(s.arriving) && s.arriving[arrived].atSeconds <= nowSeconds {
		p := s.arriving[arrived]
		arrived++
		switch {
		case p.connects:
			s.connected = p.errno == 0
			s.errno = p.errno
		case p.errno != 0:
			s.errno, s.inEnd, s.broken = p.errno, true, true
		case p.end:
			s.inEnd = true
		default:
			s.in = append(s.in, p.data...)
		}
	}
	if arrived > 0 {
		s.arriving = slices.Delete(s.arriving, 0, arrived)
		s.wake(t)
	}
}

// nextArrival is when something of a simulated host arrives, +Inf when nothing is on its way.
func (s *Socket) nextArrival() float64 {
	if len(s.arriving) == 0 {
		return math.Inf(1)
	}
	return s.arriving[0].atSeconds
}

func (s *Socket) readable() bool {
	return len(s.accepted) > 0 || len(s.in) > 0 || s.inEnd || s.errno != 0 && !s.connecting
}

func (s *Socket) writable() bool {
	switch {
	case s.errno != 0 || s.broken:
		return true
	case !s.connected:
		return false
	case s.host != nil:
		return true
	}
	return s.peer == nil || s.peer.room() > 0
}

func (s *Socket) room() int { return socketBufferBytes - len(s.in) }

// takePort finds a port that the system gives out, 0 when none is left.
func (n *loopback) takePort(host string) int {
	for range lastPort - firstEphemeralPort + 1 {
		port := n.nextPort
		n.nextPort++
		if n.nextPort > lastPort {
			n.nextPort = firstEphemeralPort
		}
		if n.isFree(Address{host, port}) {
			return port
		}
	}
	return 0
}

// isFree reports whether an address can be bound: 0.0.0.0 stands for all hosts.
func (n *loopback) isFree(a Address) bool {
	hosts := n.bound[a.Port]
	if a.Host == anyHost {
		return len(hosts) == 0
	}
	return !slices.Contains(hosts, a.Host) && !slices.Contains(hosts, anyHost)
}

func (s *Socket) bind(a Address) *object.Exception {
	switch {
	case s.closed:
		return socketError(errnoBadFD)
	case s.isBound:
		return socketError(errnoInvalid)
	}
	if a.Port == 0 {
		if a.Port = s.net.takePort(a.Host); a.Port == 0 {
			return socketError(errnoAddrInUse)
		}
	}
	if !s.net.isFree(a) {
		return socketError(errnoAddrInUse)
	}
	s.net.bound[a.Port] = append(s.net.bound[a.Port], a.Host)
	s.local, s.isBound = a, true
	return nil
}

func (s *Socket) listen() *object.Exception {
	switch {
	case s.closed:
		return socketError(errnoBadFD)
	case s.connected || s.connecting:
		return socketError(errnoInvalid)
	case !s.isBound:
		if err := s.bind(Address{Host: anyHost}); err != nil {
			return err
		}
	}
	s.listening = true
	s.net.listeners[s.local] = s
	return nil
}

// accept takes the connection that has waited longest.
func (s *Socket) accept() (*Socket, *object.Exception) {
	switch {
	case s.closed:
		return nil, socketError(errnoBadFD)
	case !s.listening:
		return nil, socketError(errnoInvalid)
	case len(s.accepted) == 0:
		return nil, socketError(errnoAgain)
	}
	c := s.accepted[0]
	s.accepted = slices.Delete(s.accepted, 0, 1)
	return c, nil
}

// connect begins to connect to a listener of the run. The outcome is there at the selector's next look.
func (s *Socket) connect(t *object.Thread, a Address) *object.Exception {
	if err := s.beginConnect(a); err != nil {
		return err
	}
	if !isLoopback(a.Host) && s.net.connectHost != nil {
		s.net.hostSockets++
		s.remoteHost = true
		s.net.connectHost(t, s, a)
		return socketError(errnoInProgress)
	}
	listener := s.net.listeners[a]
	if listener == nil {
		listener = s.net.listeners[Address{anyHost, a.Port}]
	}
	if listener == nil {
		s.errno = errnoRefused
		s.wake(t)
		return socketError(errnoInProgress)
	}
	c, err := newSocket(t, s.Type())
	if err != nil {
		return err
	}
	c.local, c.remote, c.connected, c.peer = a, s.local, true, s
	s.connected, s.peer = true, c
	listener.accepted = append(listener.accepted, c)
	listener.wake(t)
	s.wake(t)
	return socketError(errnoInProgress)
}

// beginConnect checks the socket and gives it its own address.
func (s *Socket) beginConnect(a Address) *object.Exception {
	switch {
	case s.closed:
		return socketError(errnoBadFD)
	case s.connected && !s.connecting || s.listening:
		return socketError(errnoIsConnected)
	case s.connecting:
		return socketError(errnoAlready)
	}
	if !s.isBound {
		port := s.net.takePort(a.Host)
		if port == 0 {
			return socketError(errnoNoAddress)
		}
		s.local = Address{loopbackHost, port}
		if !isLoopback(a.Host) {
			s.local.Host = ownHost
		}
	}
	s.remote, s.connecting, s.errno = a, true, 0
	return nil
}

const loopbackHost = "127.0.0.1"
