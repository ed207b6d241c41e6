package asyncio

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
)

// start starts a thread that runs body.
func (f *fixture) start(name string, pool *Pool, body func(t *object.Thread)) {
	f.Helper()
	require.Nil(f, StartThread(f.thread, Job{
		Name: name, Pool: pool,
		Run: func(t *object.Thread) (object.Value, *object.Exception) {
			body(t)
			return object.None, nil
		},
		Done: func(*object.Thread, object.Value, *object.Exception) { f.say("%s ends", name) },
	}))
}

func (f *fixture) sleepIn(t *object.Thread, seconds float64) {
	assert.Nil(f, Sleep(t, seconds))
}

func TestThreadsGoOnInOrderOfTheirSleeps(t *testing.T) {
	f := newFixture(t)
	f.task("main", do(func() {
		f.start("slow", nil, func(t *object.Thread) { f.sleepIn(t, 3) })
		f.start("fast", nil, func(t *object.Thread) { f.sleepIn(t, 1); f.say("fast again"); f.sleepIn(t, 1) })
		f.say("started")
	}))
	f.run()
	assert.Equal(t, []string{"0 started", "1 fast again", "2 fast ends", "3 slow ends"}, f.log)
}

func TestAPoolBoundsItsThreads(t *testing.T) {
	f := newFixture(t)
	pool := &Pool{ThreadsMax: 2}
	f.task("main", do(func() {
		for _, name := range []string{"a", "b", "c"} {
			f.start(name, pool, func(t *object.Thread) { f.sleepIn(t, 1) })
		}
	}))
	f.run()
	assert.Equal(t, []string{"1 a ends", "1 b ends", "2 c ends"}, f.log)
	assert.Zero(t, pool.active)
}

func TestWithoutALoopTheMainThreadLetsOthersGoOnWhileItSleeps(t *testing.T) {
	f := newFixture(t)
	f.start("a", nil, func(t *object.Thread) { f.sleepIn(t, 1) })
	f.sleepIn(f.thread, 5)
	f.say("main")
	f.start("b", nil, func(t *object.Thread) { f.sleepIn(t, 2) })
	require.Nil(t, Finish(f.thread))
	assert.Equal(t, []string{"1 a ends", "5 main", "7 b ends"}, f.log)
}

func TestParkedThreadsAreWokenInOrder(t *testing.T) {
	f := newFixture(t)
	var p Parking
	for _, name := range []string{"a", "b"} {
		f.start(name, nil, func(t *object.Thread) {
			woken, err := p.Wait(t, math.Inf(1))
			assert.Nil(f, err)
			assert.True(f, woken)
		})
	}
	f.start("waker", nil, func(t *object.Thread) { f.sleepIn(t, 1); p.Wake(t); f.sleepIn(t, 1); p.WakeAll(t) })
	require.Nil(t, Finish(f.thread))
	assert.Equal(t, []string{"1 a ends", "2 waker ends", "2 b ends"}, f.log)
}

func TestParkingTimesOut(t *testing.T) {
	f := newFixture(t)
	var p Parking
	woken, err := p.Wait(f.thread, 3)
	require.Nil(t, err)
	assert.False(t, woken)
	assert.Equal(t, 3.0, f.state.clock.NowSeconds)
}

func TestAMainThreadThatNobodyCanWakeHasHung(t *testing.T) {
	f := newFixture(t)
	var p Parking
	_, err := p.Wait(f.thread, math.Inf(1))
	require.NotNil(t, err)
	assert.Equal(t, object.Hung, err.Fatal)
}

func TestALoopInAThreadLeavesTheClockToTheMainOne(t *testing.T) {
	f := newFixture(t)
	f.task("ticker", sleep(1), do(func() { f.say("tick") }), sleep(2), do(func() { f.say("tick") }))
	f.task("main", do(func() {
		f.start("thread", nil, func(t *object.Thread) {
			inner := f.state.newLoop()
			k := inner.newTask(t, coroutine("inner", sleep(2), do(func() { f.say("inner") })), "inner")
			_, err := inner.runUntilComplete(t, &k.Future)
			assert.Nil(f, err)
		})
	}))
	f.run()
	assert.Equal(t, []string{"1 tick", "2 inner", "2 thread ends", "3 tick"}, f.log)
}

func TestABlockedThreadIsUnwoundAtTheEndOfTheRun(t *testing.T) {
	f := newFixture(t)
	unwound := false
	f.start("a", nil, func(t *object.Thread) {
		err := Sleep(t, 100)
		unwound = err != nil && err.Fatal == object.Stopped
	})
	Close(f.thread)
	assert.True(t, unwound)
}
