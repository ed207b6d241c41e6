package embed

import (
	"encoding/json"
	"sync"
	"time"

	"asyncplay/app/host"
)

// Server has the sessions of all frames that share this process. It belongs to one goroutine, that of Serve.
type Server struct {
	sessions  map[int]*Session
	send      func(port int, u Update)
	newEngine func(run host.RunFunc) host.Engine
	library   Library
	after     func(d time.Duration, do func())

	mu      sync.Mutex
	waiting []func()
	wake    chan struct{}
}

// sessionsMax bounds what pages can ask of one process.
const sessionsMax = 200

const tooMany = `{"parts":{},"events":[{"type":"error","message":"too many programs are open at once","fatal":true}]}`

// NewServer makes a server. send gives a frame what changed; newEngine makes the engine of one session from the function that
// runs a request. library may be nil where the binary has all of it.
func NewServer(send func(port int, u Update), newEngine func(run host.RunFunc) host.Engine, library Library) *Server {
	s := &Server{sessions: map[int]*Session{}, send: send, library: library, newEngine: newEngine, wake: make(chan struct{}, 1)}
	s.after = func(d time.Duration, do func()) { time.AfterFunc(d, func() { s.queue(do) }) }
	return s
}

// Serve does what is asked for, one thing after the other, and never returns.
func (s *Server) Serve() {
	for range s.wake {
		s.drain()
	}
}

func (s *Server) drain() {
	for {
		s.mu.Lock()
		waiting := s.waiting
		s.waiting = nil
		s.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, do := range waiting {
			do()
		}
	}
}

// queue has something done by Serve. It never blocks: a callback of the browser must not.
func (s *Server) queue(do func()) {
	s.mu.Lock()
	s.waiting = append(s.waiting, do)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default: // it is awake
	}
}

// Receive takes a frame's message: a Command in JSON, or "" when the frame is gone.
func (s *Server) Receive(port int, message string) {
	s.queue(func() { s.receive(port, message) })
}

func (s *Server) receive(port int, message string) {
	session := s.sessions[port]
	if message == "" {
		if session != nil {
			session.close()
			delete(s.sessions, port)
		}
		return
	}
	var c Command
	if json.Unmarshal([]byte(message), &c) != nil {
		return // not from our frame
	}
	if session == nil {
		if len(s.sessions) >= sessionsMax {
			if c.Do == "open" {
				s.send(port, Update{Text: tooMany})
			}
			return
		}
		session = newSession(s, port)
		s.sessions[port] = session
	}
	s.enter(session, func() { session.do(c) })
}

// enter does something in a session and sends its frame what came of it.
func (s *Server) enter(session *Session, do func()) {
	if session.closed {
		return
	}
	do()
	if u, ok := session.update(); ok {
		s.send(session.port, u)
	}
}

func (s *Session) close() {
	if s.pg != nil {
		s.pg.Halt()
	}
	s.closed, s.pg = true, nil
}
