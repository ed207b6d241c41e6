package host

import (
	"sync"
	"time"
)

// pollMilliseconds is how often a run that waits for the pack looks whether it is to stop. Stop has 100 ms to answer.
const pollMilliseconds = 20

// pack is the file with the modules of Python's library that the program does not have in itself. It is fetched when a run
// first wants it, once for all runs of the process, and kept; after a failure the next run that wants it fetches again.
type pack struct {
	fetch func() (string, error) // blocks

	mu      sync.Mutex
	text    string
	pending *fetching // nil when none is under way
}

type fetching struct {
	done chan struct{}
	err  error
}

// wait blocks the calling goroutine until the pack is there, could not be fetched, or checkpoint returns an error. The fetch
// of a run that stops goes on for the next one.
func (p *pack) wait(checkpoint func() error) (string, error) {
	p.mu.Lock()
	if p.text != "" {
		defer p.mu.Unlock()
		return p.text, nil
	}
	if p.pending == nil {
		p.pending = &fetching{done: make(chan struct{})}
		go p.run(p.pending)
	}
	f := p.pending
	p.mu.Unlock()
	poll := time.NewTicker(pollMilliseconds * time.Millisecond)
	defer poll.Stop()
	for {
		select {
		case <-f.done:
			p.mu.Lock()
			defer p.mu.Unlock()
			return p.text, f.err
		case <-poll.C:
			if err := checkpoint(); err != nil {
				return "", err
			}
		}
	}
}

func (p *pack) run(f *fetching) {
	text, err := p.fetch()
	p.mu.Lock()
	p.text, f.err = text, err
	p.pending = nil
	p.mu.Unlock()
	close(f.done)
}
