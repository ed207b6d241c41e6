package host

import (
	"errors"
	"sync"
	"time"
)

const (
	// graceMilliseconds is how long a run may go on after a newer one was asked for. Without it a slider that moves faster
	// than the program runs would never show anything until the hand rests.
	graceMilliseconds = 100
	// answerMilliseconds is how long a runner has to answer a stop before it is given up and replaced by a new one.
	answerMilliseconds = 1000
)

// runner executes one run at a time. Its answers come through the events it was made with.
type runner interface {
	start(id int, request []byte)
	// stop ends a run soon; discard says that nobody wants what it has recorded.
	stop(id int, discard bool)
	// restart abandons whatever runs, without an answer for it, and makes the runner usable again.
	restart()
}

// events are a runner's answers. Those about a run that is no longer current are ignored.
type events struct {
	progress func(id int, p Progress)
	done     func(id int, trace []byte, err error)
	// broken: the runner died under the current run.
	broken func(err error)
	// refused: the browser allows no such runner at all.
	refused func()
}

// clock is the time that the engine waits by, replaced in tests.
type clock interface {
	now() time.Duration // since the engine was made
	after(d time.Duration, f func()) (cancel func())
}

type job struct {
	id         int
	request    []byte
	onProgress func(Progress)
	onDone     func([]byte, error)

	startedAt time.Duration // of the clock
	stopCause error         // why it was told to stop; nil while it was not
	timers    []func()
}

// latest is the Engine over a runner: one current job, at most one waiting.
type latest struct {
	clock    clock
	fallback func(events) runner // makes the runner to use when the first is refused

	mu      sync.Mutex
	runner  runner
	lastID  int
	current *job
	waiting *job
}

// newLatest makes an engine. first may fail at once, or be refused later; fallback must not.
func newLatest(c clock, first func(events) (runner, error), fallback func(events) runner) *latest {
	l := &latest{clock: c, fallback: fallback}
	if r, err := first(l.events()); err == nil {
		l.runner = r
	} else {
		l.runner = fallback(l.events())
	}
	return l
}

func (l *latest) events() events {
	return events{progress: l.progress, done: l.done, broken: l.broken, refused: l.refused}
}

// Run implements Engine.
func (l *latest) Run(request []byte, onProgress func(Progress), onDone func([]byte, error)) func() {
	l.mu.Lock()
	l.lastID++
	j := &job{id: l.lastID, request: request, onProgress: onProgress, onDone: onDone}
	dropped := l.waiting
	l.waiting = nil
	if l.current == nil {
		l.begin(j)
	} else {
		l.waiting = j
		l.endSoon(l.current)
	}
	l.mu.Unlock()
	if dropped != nil {
		l.clock.after(0, func() { dropped.onDone(nil, ErrSuperseded) })
	}
	return func() { l.stop(j) }
}

// begin needs the lock.
func (l *latest) begin(j *job) {
	l.current = j
	j.startedAt = l.clock.now()
	l.runner.start(j.id, j.request)
}

// endSoon stops a job when its grace is over. It needs the lock.
func (l *latest) endSoon(j *job) {
	if j.stopCause != nil || len(j.timers) > 0 {
		return
	}
	left := graceMilliseconds*time.Millisecond - (l.clock.now() - j.startedAt)
	if left <= 0 {
		l.tellStop(j, ErrSuperseded)
		return
	}
	j.timers = append(j.timers, l.clock.after(left, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.current == j && l.waiting != nil {
			l.tellStop(j, ErrSuperseded)
		}
	}))
}

// tellStop asks the runner to stop a job and gives the runner up if it does not answer. It needs the lock.
func (l *latest) tellStop(j *job, cause error) {
	if j.stopCause != nil {
		return
	}
	j.stopCause = cause
	l.runner.stop(j.id, cause == ErrSuperseded)
	j.timers = append(j.timers, l.clock.after(answerMilliseconds*time.Millisecond, func() {
		l.mu.Lock()
		stuck := l.current == j
		if stuck {
			l.runner.restart()
		}
		l.mu.Unlock()
		if stuck {
			l.done(j.id, nil, cause)
		}
	}))
}

func (l *latest) stop(j *job) {
	l.mu.Lock()
	wasWaiting := l.waiting == j
	switch {
	case wasWaiting:
		l.waiting = nil
	case l.current == j:
		l.tellStop(j, ErrStopped)
	}
	l.mu.Unlock()
	if wasWaiting {
		l.clock.after(0, func() { j.onDone(nil, ErrStopped) })
	}
}

func (l *latest) progress(id int, p Progress) {
	l.mu.Lock()
	j := l.current
	l.mu.Unlock()
	if j != nil && j.id == id && j.onProgress != nil {
		j.onProgress(p)
	}
}

func (l *latest) done(id int, trace []byte, err error) {
	l.mu.Lock()
	j := l.current
	if j == nil || j.id != id {
		l.mu.Unlock()
		return
	}
	for _, cancel := range j.timers {
		cancel()
	}
	l.current = nil
	if next := l.waiting; next != nil {
		l.waiting = nil
		l.begin(next)
	}
	l.mu.Unlock()
	if err != nil && j.stopCause != nil {
		err = j.stopCause
	}
	if err != nil && !errors.Is(err, ErrStopped) {
		trace = nil
	}
	j.onDone(trace, err)
}

func (l *latest) broken(err error) {
	l.mu.Lock()
	l.runner.restart()
	j := l.current
	l.mu.Unlock()
	if j != nil {
		l.done(j.id, nil, err)
	}
}

// refused moves to the fallback and starts the current job again there: it has not run at all yet.
func (l *latest) refused() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.runner = l.fallback(l.events())
	if j := l.current; j != nil {
		l.runner.start(j.id, j.request)
	}
}
