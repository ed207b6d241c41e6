package stdlib

import (
	"math"
	"strconv"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/network"
	"asyncplay/runtime/object"
)

// connectHost makes the connection of a socket to a simulated host: those speak HTTP on a few ports and refuse the rest.
func connectHost(t *object.Thread, s *asyncio.Socket, a asyncio.Address) {
	l := libraryOf(t)
	host := l.hostNames[a.Host]
	if host == "" {
		host = a.Host
	}
	now := asyncio.Clock(t).NowSeconds
	seconds, failure, faults := l.host.Network.Connect(host, a.Port)
	recordFaults(t, faults, host+":"+strconv.Itoa(a.Port))
	switch {
	case failure == network.FailTimeout:
		s.ArriveConnected(math.Inf(1), false)
	case failure == network.FailRefused || !speaksHTTP(a.Port):
		s.ArriveConnected(now+seconds, false)
	default:
		s.ArriveConnected(now+seconds, true)
		s.SetHost(&httpHost{name: host, port: a.Port})
	}
}

func speaksHTTP(port int) bool { return port == 80 || port == 443 || port == 8000 || port == 8080 }

// httpHost is the far end of a connection to a simulated host: it reads HTTP/1.1 requests and sends what the network has in
// store for them.
type httpHost struct {
	name string
	port int
	// buffer holds what was received of a request that is not complete.
	buffer string
	// freeAtSeconds is when the last response has been sent: the next one comes after it.
	freeAtSeconds float64
	closed        bool
}

// requestHeadMaxBytes bounds the head of a request, as servers do.
const requestHeadMaxBytes = 64 << 10

// Receive implements asyncio.RemoteHost.
func (h *httpHost) Receive(t *object.Thread, s *asyncio.Socket, data string) *object.Exception {
	if h.closed {
		return nil
	}
	if err := t.Charge(int64(len(data))); err != nil {
		return err
	}
	h.buffer += data
	for !h.closed {
		head, rest, ok := strings.Cut(h.buffer, "\r\n\r\n")
		if !ok {
			if head, rest, ok = strings.Cut(h.buffer, "\n\n"); !ok {
				if len(h.buffer) > requestHeadMaxBytes {
					return h.refuse(t, s, 431)
				}
				return nil
			}
		}
		r, bodyBytes, ok := h.parse(head)
		if !ok {
			return h.refuse(t, s, 400)
		}
		if len(rest) < bodyBytes {
			return nil
		}
		r.Body, h.buffer = rest[:bodyBytes], rest[bodyBytes:]
		if err := h.answer(t, s, r, head); err != nil {
			return err
		}
	}
	return nil
}

// parse reads the head of a request.
func (h *httpHost) parse(head string) (r network.Request, bodyBytes int, ok bool) {
	lines := strings.Split(strings.ReplaceAll(head, "\r\n", "\n"), "\n")
	words := strings.Fields(lines[0])
	if len(words) != 3 || !strings.HasPrefix(words[2], "HTTP/") {
		return r, 0, false
	}
	r = network.Request{Method: words[0], Scheme: "http", Host: h.name, Port: h.port}
	if h.port == 443 {
		r.Scheme = "https"
	}
	target := words[1]
	if i := strings.Index(target, "://"); i >= 0 {
		target = target[i+3:]
		if i = strings.IndexByte(target, '/'); i < 0 {
			i = len(target)
		}
		target = target[i:]
	}
	r.Path, r.Query, _ = strings.Cut(target, "?")
	if !strings.HasPrefix(r.Path, "/") {
		r.Path = "/" + r.Path
	}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "content-length":
			n, err := strconv.Atoi(value)
			if err != nil || n < 0 {
				return r, 0, false
			}
			bodyBytes = n
		case "host":
		default:
			r.Header = append(r.Header, network.Header{Name: name, Value: value})
		}
	}
	return r, bodyBytes, true
}

// refuse answers what is no request.
func (h *httpHost) refuse(t *object.Thread, s *asyncio.Socket, status int) *object.Exception {
	now := asyncio.Clock(t).NowSeconds
	h.closed = true
	err := s.Arrive(t, now, "HTTP/1.1 "+strconv.Itoa(status)+" "+network.Reason(status)+"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
	s.ArriveEnd(now, false)
	return err
}

// arriveBytes is the size of the pieces in which a long body arrives.
const arriveBytes = 16 << 10

func (h *httpHost) answer(t *object.Thread, s *asyncio.Socket, r network.Request, head string) *object.Exception {
	res := ask(t, r)
	at := math.Max(asyncio.Clock(t).NowSeconds, h.freeAtSeconds) + res.ServeSeconds
	switch res.Fail {
	case network.FailReset, network.FailClose:
		h.closed = true
		s.ArriveEnd(at, res.Fail == network.FailReset)
		return nil
	case network.FailTimeout:
		h.closed = true
		return nil
	}
	var b strings.Builder
	b.WriteString("HTTP/1.1 " + strconv.Itoa(res.Status) + " " + network.Reason(res.Status) + "\r\n")
	for _, header := range res.Header {
		b.WriteString(header.Name + ": " + header.Value + "\r\n")
	}
	firstLine, _, _ := strings.Cut(head, "\n")
	closes := strings.HasSuffix(strings.TrimSpace(firstLine), "HTTP/1.0") || strings.Contains(strings.ToLower(head), "connection: close")
	if closes {
		b.WriteString("Connection: close\r\n")
	}
	b.WriteString("\r\n")
	body := res.Body
	if res.Fail == network.FailCut {
		body, closes = body[:len(body)/2], true
	}
	free := min(res.FreeBytes, len(body))
	if err := s.Arrive(t, at, b.String()+body[:free]); err != nil {
		return err
	}
	for sent := free; sent < len(body); {
		n := min(arriveBytes, len(body)-sent)
		sent += n
		at += float64(n) / res.BytesPerSecond
		if err := s.Arrive(t, at, body[sent-n:sent]); err != nil {
			return err
		}
	}
	h.freeAtSeconds = at
	if closes {
		h.closed = true
		s.ArriveEnd(at, false)
	}
	return nil
}
