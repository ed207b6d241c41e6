package eventloop

// Baton lets a simulated thread run on its own goroutine while never more than one
// thread of a run runs at a time: whoever resumes waits until the thread hands back.
type Baton struct {
	resume chan bool // false: unwind
	back   chan struct{}
	ended  bool
}

// StartBaton makes a thread that executes body once it is first resumed.
func StartBaton(body func(b *Baton)) *Baton {
	b := &Baton{resume: make(chan bool), back: make(chan struct{})}
	go func() {
		if <-b.resume {
			body(b)
		}
		b.ended = true
		b.back <- struct{}{}
	}()
	return b
}

// Resume lets the thread run until it hands back or ends. It is called by the thread
// that has control now.
func (b *Baton) Resume() {
	if b.ended {
		return
	}
	b.resume <- true
	<-b.back
}

// Abandon unwinds a thread that will never be resumed, so that its goroutine ends.
func (b *Baton) Abandon() {
	if b.ended {
		return
	}
	b.resume <- false
	<-b.back
}

// HandBack returns control to the resumer; it returns when the thread is resumed, with
// false when the thread is to unwind at once.
func (b *Baton) HandBack() bool {
	b.back <- struct{}{}
	return <-b.resume
}

// Ended reports whether the body has returned.
func (b *Baton) Ended() bool { return b.ended }
