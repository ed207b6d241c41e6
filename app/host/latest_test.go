package host

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// handClock is a clock that the test moves.
type handClock struct {
	time   time.Duration
	timers []*handTimer
}

type handTimer struct {
	due       time.Duration
	f         func()
	cancelled bool
}

func (c *handClock) now() time.Duration { return c.time }

func (c *handClock) after(d time.Duration, f func()) func() {
	timer := &handTimer{due: c.time + d, f: f}
	c.timers = append(c.timers, timer)
	return func() { timer.cancelled = true }
}

func (c *handClock) advance(milliseconds int) {
	c.time += time.Duration(milliseconds) * time.Millisecond
	for i := 0; i < len(c.timers); i++ {
		timer := c.timers[i]
		if !timer.cancelled && timer.due <= c.time {
			timer.cancelled = true
			timer.f()
		}
	}
}

// scriptedRunner writes down what it is told; the test answers for it.
type scriptedRunner struct {
	log     *[]string
	name    string
	answers events
}

func (r *scriptedRunner) note(format string, args ...any) {
	*r.log = append(*r.log, r.name+fmt.Sprintf(format, args...))
}

func (r *scriptedRunner) start(id int, request []byte) { r.note("start %d %s", id, request) }
func (r *scriptedRunner) stop(id int, discard bool) {
	if discard {
		r.note("discard %d", id)
		return
	}
	r.note("stop %d", id)
}
func (r *scriptedRunner) restart() { r.note("restart") }

// bench is an engine whose runner, clock and results the test holds.
type bench struct {
	clock   *handClock
	log     []string
	engine  *latest
	answers events
	results map[string]string
}

func newBench() *bench {
	b := &bench{clock: &handClock{}, results: map[string]string{}}
	first := func(answers events) (runner, error) {
		b.answers = answers
		return &scriptedRunner{log: &b.log, answers: answers}, nil
	}
	fallback := func(answers events) runner {
		b.answers = answers
		return &scriptedRunner{log: &b.log, name: "fallback ", answers: answers}
	}
	b.engine = newLatest(b.clock, first, fallback)
	return b
}

func (b *bench) run(name string) (stop func()) {
	return b.engine.Run([]byte(name), nil, func(trace []byte, err error) {
		result := string(trace)
		if err != nil {
			result = err.Error()
		}
		if _, twice := b.results[name]; twice {
			result += " (told twice)"
		}
		b.results[name] = result
	})
}

func TestARunIsAnsweredWithItsTrace(t *testing.T) {
	b := newBench()
	b.run("a")
	b.answers.done(1, []byte("trace of a"), nil)
	assert.Equal(t, []string{"start 1 a"}, b.log)
	assert.Equal(t, map[string]string{"a": "trace of a"}, b.results)
}

func TestOnlyTheLatestWaitingRequestRuns(t *testing.T) {
	b := newBench()
	b.run("a")
	b.run("b")
	b.run("c")
	b.clock.advance(1)
	assert.Equal(t, map[string]string{"b": ErrSuperseded.Error()}, b.results, "b gave way before it ran")
	b.answers.done(1, []byte("trace of a"), nil)
	b.answers.done(3, []byte("trace of c"), nil)
	assert.Equal(t, []string{"start 1 a", "start 3 c"}, b.log)
	assert.Equal(t, "trace of a", b.results["a"], "a quick run is still shown while the slider moves")
	assert.Equal(t, "trace of c", b.results["c"])
}

func TestALongRunIsStoppedForANewerOneAfterItsGrace(t *testing.T) {
	b := newBench()
	b.run("a")
	b.clock.advance(60)
	b.run("b")
	b.clock.advance(39)
	assert.Equal(t, []string{"start 1 a"}, b.log)
	b.clock.advance(1)
	assert.Equal(t, []string{"start 1 a", "discard 1"}, b.log)
	b.answers.done(1, nil, errors.New("given up"))
	assert.Equal(t, ErrSuperseded.Error(), b.results["a"])
	assert.Equal(t, "start 2 b", b.log[2])
}

func TestARunOlderThanItsGraceIsStoppedAtOnce(t *testing.T) {
	b := newBench()
	b.run("a")
	b.clock.advance(5000)
	b.run("b")
	assert.Equal(t, []string{"start 1 a", "discard 1"}, b.log)
}

func TestStopEndsTheCurrentRun(t *testing.T) {
	b := newBench()
	stop := b.run("a")
	stop()
	stop()
	assert.Equal(t, []string{"start 1 a", "stop 1"}, b.log, "stopped once however often it is told")
	b.answers.done(1, nil, errors.New("given up"))
	assert.Equal(t, ErrStopped.Error(), b.results["a"])
	b.clock.advance(10_000)
	assert.Len(t, b.log, 2, "a runner that answered is kept")
}

func TestAStoppedRunStillShowsWhatItRecorded(t *testing.T) {
	b := newBench()
	stop := b.run("a")
	stop()
	var shown string
	b.engine.current.onDone = func(trace []byte, err error) { shown = string(trace) + ", " + err.Error() }
	b.answers.done(1, []byte("half a trace"), ErrStopped)
	assert.Equal(t, "half a trace, "+ErrStopped.Error(), shown)
}

func TestASupersededRunShowsNothing(t *testing.T) {
	b := newBench()
	b.run("a")
	b.clock.advance(5000)
	b.run("b")
	var shown []byte
	b.engine.current.onDone = func(trace []byte, err error) { shown = trace }
	b.answers.done(1, []byte("half a trace"), ErrStopped)
	assert.Nil(t, shown)
}

func TestStopDropsAWaitingRun(t *testing.T) {
	b := newBench()
	b.run("a")
	stop := b.run("b")
	stop()
	b.clock.advance(1)
	b.answers.done(1, []byte("trace of a"), nil)
	assert.Equal(t, []string{"start 1 a"}, b.log)
	assert.Equal(t, map[string]string{"a": "trace of a", "b": ErrStopped.Error()}, b.results)
}

func TestARunnerThatDoesNotAnswerAStopIsReplaced(t *testing.T) {
	b := newBench()
	stop := b.run("a")
	stop()
	b.run("b")
	b.clock.advance(999)
	assert.Equal(t, []string{"start 1 a", "stop 1"}, b.log)
	b.clock.advance(1)
	assert.Equal(t, []string{"start 1 a", "stop 1", "restart", "start 2 b"}, b.log)
	assert.Equal(t, ErrStopped.Error(), b.results["a"])
	b.answers.done(1, []byte("too late"), nil)
	b.answers.done(2, []byte("trace of b"), nil)
	assert.Equal(t, map[string]string{"a": ErrStopped.Error(), "b": "trace of b"}, b.results)
}

func TestABrokenRunnerFailsTheCurrentRunAndServesTheNext(t *testing.T) {
	b := newBench()
	b.run("a")
	b.answers.broken(errors.New("out of memory"))
	b.run("b")
	assert.Equal(t, []string{"start 1 a", "restart", "start 2 b"}, b.log)
	assert.Equal(t, map[string]string{"a": "out of memory"}, b.results)
}

func TestARefusedRunnerGivesWayToTheFallback(t *testing.T) {
	b := newBench()
	b.run("a")
	b.answers.refused()
	assert.Equal(t, []string{"start 1 a", "fallback start 1 a"}, b.log)
	b.answers.done(1, []byte("trace of a"), nil)
	assert.Equal(t, map[string]string{"a": "trace of a"}, b.results)
}

func TestTheFallbackServesWhereTheFirstRunnerCannotBeMade(t *testing.T) {
	var log []string
	engine := newLatest(&handClock{},
		func(events) (runner, error) { return nil, errors.New("no workers here") },
		func(events) runner { return &scriptedRunner{log: &log} })
	engine.Run([]byte("a"), nil, func([]byte, error) {})
	assert.Equal(t, []string{"start 1 a"}, log)
}

func TestProgressReachesOnlyTheCurrentRun(t *testing.T) {
	b := newBench()
	var seen []Progress
	b.engine.Run([]byte("a"), func(p Progress) { seen = append(seen, p) }, func([]byte, error) {})
	b.answers.progress(7, Progress{Events: 1})
	b.answers.progress(1, Progress{Events: 2, VirtualSeconds: 0.5})
	assert.Equal(t, []Progress{{Events: 2, VirtualSeconds: 0.5}}, seen)
}

// runInSlices runs a function in slices to its end and returns the answer.
func runInSlices(run RunFunc, onYield func(*slices)) (trace []byte, err error) {
	var s *slices
	done := make(chan struct{})
	var once sync.Once
	answers := events{
		progress: func(int, Progress) {},
		done: func(_ int, t []byte, e error) {
			trace, err = t, e
			once.Do(func() { close(done) })
		},
	}
	s = newSlices(run, func() { onYield(s) }, answers)
	s.start(1, []byte("request"))
	<-done
	return trace, err
}

func TestALongRunStepsAsideAndCanBeStopped(t *testing.T) {
	yields := 0
	spin := func(_ []byte, checkpoint func() error, _ func(Progress)) ([]byte, error) {
		for {
			if err := checkpoint(); err != nil {
				return nil, err
			}
		}
	}
	started := time.Now()
	_, err := runInSlices(spin, func(s *slices) {
		yields++
		if yields == 4 {
			s.stop(1, false)
		}
	})
	assert.ErrorIs(t, err, ErrStopped)
	assert.Equal(t, 4, yields)
	assert.GreaterOrEqual(t, time.Since(started), 3*sliceMilliseconds*time.Millisecond)
}

func TestStoppingAnotherRunDoesNothing(t *testing.T) {
	trace, err := runInSlices(func(request []byte, checkpoint func() error, _ func(Progress)) ([]byte, error) {
		return request, checkpoint()
	}, func(s *slices) { s.stop(99, false) })
	assert.NoError(t, err)
	assert.Equal(t, "request", string(trace))
}

func TestAFailingEngineIsAnErrorNotACrash(t *testing.T) {
	_, err := runInSlices(func([]byte, func() error, func(Progress)) ([]byte, error) {
		panic("index out of range")
	}, func(*slices) {})
	assert.ErrorContains(t, err, "the engine failed: index out of range")
}

func TestProgressIsThinnedOut(t *testing.T) {
	var reports int
	done := make(chan struct{})
	s := newSlices(func(_ []byte, _ func() error, progress func(Progress)) ([]byte, error) {
		for started := time.Now(); time.Since(started) < 250*time.Millisecond; {
			progress(Progress{Events: 1})
		}
		return []byte{}, nil
	}, func() {}, events{
		progress: func(int, Progress) { reports++ },
		done:     func(int, []byte, error) { close(done) },
	})
	s.start(1, nil)
	<-done
	assert.InDelta(t, 2, reports, 1)
}
