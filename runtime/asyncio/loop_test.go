package asyncio

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
)

// logs makes a callback that logs when it is called.
func (f *fixture) logs(name string) func(t *object.Thread) *object.Exception {
	return func(*object.Thread) *object.Exception {
		f.say("%s", name)
		return nil
	}
}

func TestTimersDueAtOneInstantRunInOrderOfTheirMaking(t *testing.T) {
	f := newFixture(t)
	f.loop.callAtGo(2, f.logs("later"))
	f.loop.callAtGo(1, f.logs("first at 1"))
	f.loop.callAtGo(1, f.logs("second at 1"))
	f.loop.callSoonGo(f.logs("soon"), nil)
	f.loop.callAtGo(-5, f.logs("past"))
	f.run()
	assert.Equal(t, []string{"0 soon", "0 past", "1 first at 1", "1 second at 1", "2 later"}, f.log)
}

func TestWhatBecomesReadyInAPassRunsInTheNextOne(t *testing.T) {
	f := newFixture(t)
	f.loop.callSoonGo(func(*object.Thread) *object.Exception {
		f.say("a")
		f.loop.callSoonGo(f.logs("made by a"), nil)
		return nil
	}, nil)
	f.loop.callSoonGo(f.logs("b"), nil)
	f.run()
	assert.Equal(t, []string{"0 a", "0 b", "0 made by a"}, f.log)
}

func TestACancelledHandleIsNotRun(t *testing.T) {
	f := newFixture(t)
	timer := f.loop.callAtGo(1, f.logs("timer"))
	soon := f.loop.callSoonGo(f.logs("soon"), nil)
	timer.cancel(f.thread)
	soon.cancel(f.thread)
	f.run()
	assert.Empty(t, f.log)
	assert.Zero(t, f.state.clock.NowSeconds, "the clock does not move for it")
}

func TestCallbacksOfAFutureGoThroughTheReadyQueue(t *testing.T) {
	f := newFixture(t)
	future := f.loop.newFuture()
	for _, name := range []string{"first", "second"} {
		future.addGoCallback(f.thread, name, func(_ *object.Thread, done *Future) *object.Exception {
			v, err := done.getResult()
			require.Nil(t, err)
			f.say("%s %d", name, v.AsInt64())
			return nil
		})
	}
	removed := future.addGoCallback(f.thread, "removed", func(*object.Thread, *Future) *object.Exception {
		f.say("removed")
		return nil
	})
	future.removeGoCallback(removed)
	f.loop.callAtGo(1, func(t *object.Thread) *object.Exception {
		future.setResult(t, object.Int(7))
		f.say("set")
		return nil
	})
	f.run()
	assert.Equal(t, []string{"1 set", "1 first 7", "1 second 7"}, f.log)
}

func TestAFutureThatIsNotDoneHasNoResult(t *testing.T) {
	f := newFixture(t)
	future := f.loop.newFuture()
	_, err := future.getResult()
	assert.Equal(t, "InvalidStateError: Result is not set.", exceptionText(f.thread, err))
	_, err = future.getException()
	assert.Equal(t, "InvalidStateError: Exception is not set.", exceptionText(f.thread, err))
	ok, err := future.cancel(f.thread, object.NewStr("why"))
	require.Nil(t, err)
	assert.True(t, ok)
	_, err = future.getResult()
	assert.Equal(t, "CancelledError: why", exceptionText(f.thread, err))
	ok, err = future.cancel(f.thread, object.Value{})
	require.Nil(t, err)
	assert.False(t, ok, "it is done already")
}

// timeoutScope makes steps that enter a timeout, run a body and leave it, with how that ended in the log.
func (f *fixture) timeoutScope(o *Timeout, body ...step) []step {
	todo := append([]step{do(func() { require.Nil(f, o.enter(f.thread)) })}, body...)
	return append(todo, func(_ object.Value, thrown *object.Exception) object.Outcome {
		if raised := o.exit(f.thread, thrown); raised != nil {
			thrown = raised
		}
		return f.caught("timeout")(object.None, thrown)
	})
}

func TestATimeoutCanBeMovedWhileItRuns(t *testing.T) {
	f := newFixture(t)
	o := newTimeout(1, true)
	f.task("main", f.timeoutScope(o, sleep(0.5), do(func() { require.Nil(t, o.reschedule(f.thread, object.Float(3))) }), sleep(9))...)
	f.run()
	assert.Equal(t, []string{"3 timeout: TimeoutError"}, f.log)
	err := o.reschedule(f.thread, object.Float(4))
	assert.Equal(t, "RuntimeError: Cannot change state of expired Timeout", exceptionText(f.thread, err))
}

func TestATimeoutWithoutAnEndLetsTheBodyGoOn(t *testing.T) {
	f := newFixture(t)
	o := newTimeout(1, true)
	f.task("main", f.timeoutScope(o, do(func() { require.Nil(t, o.reschedule(f.thread, object.None)) }), sleep(9))...)
	f.run()
	assert.Equal(t, []string{"9 timeout: None"}, f.log)
}

func TestATaskHasACopyOfTheContextItWasMadeIn(t *testing.T) {
	f := newFixture(t)
	variable := &ContextVar{Name: "v"}
	set := func(n int64) { f.state.context.set(variable, object.Int(n)) }
	get := func() int64 { return f.state.context.values[variable].AsInt64() }
	set(1)
	f.task("a", do(func() { f.say("a %d", get()); set(2) }), sleep(1), do(func() { f.say("a %d", get()) }))
	set(5)
	f.task("b", do(func() { f.say("b %d", get()) }), sleep(2), do(func() { f.say("b %d", get()) }))
	f.run()
	assert.Equal(t, []string{"0 a 1", "0 b 5", "1 a 2", "2 b 5"}, f.log)
	assert.Equal(t, int64(5), get(), "what tasks set stays with them")
}

func TestARunnerCancelsWhatIsLeftAndThenAwaitsIt(t *testing.T) {
	f := newFixture(t)
	r := newRunner(object.None, object.None)
	v, err := r.run(f.thread, coroutine("main", do(func() {
		for _, name := range []string{"a", "b"} {
			r.loop.newTask(f.thread, coroutine(name, sleep(9), f.caught(name), sleep(1), do(func() { f.say("%s cleaned up", name) })), name)
		}
	}), sleep(1), then(func(object.Value) object.Outcome { return object.Return(object.Int(3)) })), nil)
	require.Nil(t, err)
	assert.Equal(t, int64(3), v.AsInt64())
	assert.Empty(t, f.log, "the tasks still sleep")
	require.Nil(t, r.close(f.thread))
	assert.Equal(t, []string{"1 a: CancelledError", "1 b: CancelledError", "2 a cleaned up", "2 b cleaned up"}, f.log)
	_, err = r.run(f.thread, coroutine("again"), nil)
	assert.Equal(t, "RuntimeError: Runner is closed", exceptionText(f.thread, err))
}
