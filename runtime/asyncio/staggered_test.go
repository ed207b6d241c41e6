package asyncio

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// starter is a coroutine function for a race.
func (f *fixture) starter(name string, todo ...step) object.Value {
	return object.NewFunction("x", name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		f.say("%s starts", name)
		return coroutine(name, todo...), nil
	})
}

func result(text string) step {
	return then(func(object.Value) object.Outcome { return object.Return(object.NewStr(text)) })
}

// race makes a task that races functions, and logs how it ended.
func (f *fixture) race(delay object.Value, functions ...object.Value) *Task {
	return f.task("race", await(func() object.Resumable {
		return newStaggeredRace(object.NewList(functions), delay, object.Value{})
	}), f.caught("race"))
}

func TestARaceStartsTheNextAfterTheDelayAndCancelsTheLosers(t *testing.T) {
	f := newFixture(t)
	lost := func(sent object.Value, thrown *object.Exception) object.Outcome {
		f.say("a: %s", exceptionText(f.thread, thrown))
		return object.Raise(thrown)
	}
	f.race(object.Float(1.5), f.starter("a", sleep(9), lost), f.starter("b", sleep(1), result("B")), f.starter("c", result("C")))
	f.run()
	assert.Equal(t, []string{
		"0 a starts", "1.5 b starts", "2.5 a: CancelledError",
		"2.5 race: ('B', 1, [CancelledError(), None])",
	}, f.log)
	assert.Contains(t, f.waits(), "race any")
	assert.Empty(t, f.state.allTasks(f.loop))
}

func TestAFailureIsTheNextOnesTurn(t *testing.T) {
	f := newFixture(t)
	notAwaitable := object.NewFunction("x", "c", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		return object.Int(1), nil
	})
	f.race(object.None, f.starter("a", sleep(1), fails("no")), f.starter("b", fails("never")), notAwaitable)
	f.run()
	assert.Equal(t, []string{
		"0 a starts", "1 b starts",
		`1 race: (None, None, [ValueError('no'), ValueError('never'), TypeError("object int can't be used in 'await' expression")])`,
	}, f.log)
	for _, event := range f.kinds(trace.PrimitiveCreated) {
		assert.Contains(t, event, "primitive_created Task-", "each runner has an event")
	}
}

func TestACancelledRaceCancelsItsRunners(t *testing.T) {
	f := newFixture(t)
	race := f.race(object.Float(1), f.starter("a", sleep(9)), f.starter("b", sleep(9)))
	f.loop.callAtGo(2.5, func(t *object.Thread) *object.Exception {
		_, err := race.cancel(t, object.Value{})
		return err
	})
	f.run()
	assert.Equal(t, []string{"0 a starts", "1 b starts", "2.5 race: CancelledError"}, f.log)
	assert.Empty(t, f.state.allTasks(f.loop))
}

func TestARaceOfNobodyIsOverAtOnce(t *testing.T) {
	f := newFixture(t)
	f.race(object.Float(1))
	f.run()
	assert.Equal(t, []string{"0 race: (None, None, [])"}, f.log)
}

func TestWhatEndsTheLoopLeavesARace(t *testing.T) {
	f := newFixture(t)
	exits := then(func(object.Value) object.Outcome { return object.Raise(object.NewExceptionArgs(object.SystemExitType)) })
	f.race(object.Float(1), f.starter("a", sleep(1), exits), f.starter("b", sleep(9)))
	err := f.loop.runForever(f.thread)
	require.NotNil(t, err)
	assert.Equal(t, "SystemExit", exceptionText(f.thread, err))
}

func TestARacesRunnersSayWhereTheyStand(t *testing.T) {
	f := newFixture(t)
	f.race(object.Float(1), f.starter("a", sleep(9)), f.starter("b", result("B")))
	f.loop.callAtGo(0.5, func(t *object.Thread) *object.Exception {
		for _, k := range f.state.allTasks(f.loop) {
			f.say("%s", coroutineText(k.coroutine))
		}
		return nil
	})
	f.run()
	assert.Contains(t, f.log, "0.5 staggered_race.<locals>.run_one_coro() running at "+libraryFolder+"staggered.py:96")
	assert.Contains(t, f.log, "0.5 staggered_race.<locals>.run_one_coro() running at "+libraryFolder+"staggered.py:80")
}
