package asyncio

import (
	"strings"

	"asyncplay/runtime/object"
)

// isLoopback tells the addresses of the run itself from those of simulated hosts.
func isLoopback(host string) bool { return strings.HasPrefix(host, "127.") || host == anyHost }

// SetHosts tells what connects sockets to simulated hosts.
func SetHosts(t *object.Thread, connect func(t *object.Thread, s *Socket, a Address)) {
	stateOf(t).loopback().connectHost = connect
}

// Listens reports whether the program itself listens at an address of the loopback.
func Listens(t *object.Thread, a Address) bool {
	n := stateOf(t).loopback()
	return isLoopback(a.Host) && (n.listeners[a] != nil || n.listeners[Address{anyHost, a.Port}] != nil)
}

// SetHost gives the socket its far end, a simulated host.
func (s *Socket) SetHost(h RemoteHost) { s.host = h }

// ArriveConnected, Arrive and ArriveEnd say what reaches the socket at a time: the outcome of connecting, bytes, and the end
// of the stream or a reset.
func (s *Socket) ArriveConnected(atSeconds float64, accepted bool) {
	p := packet{atSeconds: atSeconds, connects: true}
	if !accepted {
		p.errno = errnoRefused
	}
	s.arriving = append(s.arriving, p)
}

// Arrive is described at ArriveConnected.
func (s *Socket) Arrive(t *object.Thread, atSeconds float64, data string) *object.Exception {
	s.arriving = append(s.arriving, packet{atSeconds: atSeconds, data: data})
	return t.Charge(int64(len(data)))
}

// ArriveEnd is described at ArriveConnected.
func (s *Socket) ArriveEnd(atSeconds float64, reset bool) {
	p := packet{atSeconds: atSeconds, end: true}
	if reset {
		p.errno = errnoReset
	}
	s.arriving = append(s.arriving, p)
}
