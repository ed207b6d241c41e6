package asyncio

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

func fails(message string) step {
	return then(func(object.Value) object.Outcome { return object.Raise(object.ValueErrorf("%s", message)) })
}

// caught makes a step that logs how the await before it ended.
func (f *fixture) caught(name string) step {
	return func(sent object.Value, thrown *object.Exception) object.Outcome {
		if thrown != nil {
			f.say("%s: %s", name, exceptionText(f.thread, thrown))
		} else {
			r, err := object.Repr(f.thread, sent)
			require.Nil(f, err)
			f.say("%s: %s", name, r)
		}
		return object.Return(object.None)
	}
}

func TestTasksRunInOrderOfCreation(t *testing.T) {
	f := newFixture(t)
	for _, name := range []string{"a", "b", "c"} {
		f.task(name, do(func() { f.say("%s 1", name) }), sleep(0), do(func() { f.say("%s 2", name) }))
	}
	f.run()
	assert.Equal(t, []string{"0 a 1", "0 b 1", "0 c 1", "0 a 2", "0 b 2", "0 c 2"}, f.log)
}

func TestATaskCancelledBeforeItsFirstStepRunsNothing(t *testing.T) {
	f := newFixture(t)
	a := f.task("a", do(func() { f.say("never") }))
	ok, err := a.cancel(f.thread, object.NewStr("why"))
	require.Nil(t, err)
	assert.True(t, ok)
	f.run()
	assert.Empty(t, f.log)
	assert.Equal(t, cancelled, a.state)
	assert.Equal(t, []string{"task_cancel_requested - 1/0", "task_cancelled a 0/0"},
		f.kinds(trace.TaskCancelRequested, trace.TaskCancelled))
}

func TestUncancelTakesARequestBack(t *testing.T) {
	f := newFixture(t)
	a := f.task("a", sleep(5))
	f.task("canceller", sleep(1), do(func() {
		for range 2 {
			_, err := a.cancel(f.thread, object.Value{})
			require.Nil(t, err)
		}
		assert.Equal(t, 2, a.cancelRequests)
		assert.Equal(t, 1, a.uncancel())
	}))
	f.run()
	assert.Equal(t, cancelled, a.state)
}

func TestGatherGivesResultsInOrderOfItsArguments(t *testing.T) {
	f := newFixture(t)
	slow := f.task("slow", sleep(2), then(func(object.Value) object.Outcome { return object.Return(object.Int(1)) }))
	fast := f.task("fast", sleep(1), then(func(object.Value) object.Outcome { return object.Return(object.Int(2)) }))
	f.task("main", await(func() object.Resumable {
		all, err := f.state.gather(f.thread, []object.Value{slow.Value(), fast.Value(), slow.Value()}, false)
		require.Nil(t, err)
		return all
	}), f.caught("gather"))
	f.run()
	assert.Equal(t, []string{"2 gather: [1, 2, 1]"}, f.log)
	assert.Contains(t, f.waits(), "main gather")
}

func TestGatherRaisesTheFirstExceptionAndLetsTheOthersRun(t *testing.T) {
	f := newFixture(t)
	bad := f.task("bad", sleep(1), fails("bad"))
	good := f.task("good", sleep(2))
	f.task("main", await(func() object.Resumable {
		all, err := f.state.gather(f.thread, []object.Value{bad.Value(), good.Value()}, false)
		require.Nil(t, err)
		return all
	}), f.caught("gather"))
	f.run()
	assert.Equal(t, []string{"1 gather: ValueError: bad"}, f.log)
	assert.Equal(t, finished, good.state)
}

func (f *fixture) waitFor(when string, timeout object.Value, tasks ...*Task) step {
	return await(func() object.Resumable {
		values := make([]object.Value, len(tasks))
		for i, k := range tasks {
			values[i] = k.Value()
		}
		return &waitBody{awaitables: object.NewList(values), timeout: timeout, returnWhen: object.NewStr(when)}
	})
}

func TestWaitEndsWhenItsConditionHolds(t *testing.T) {
	cases := []struct {
		when    string
		timeout object.Value
		at      float64
		done    int
	}{
		{firstCompleted, object.None, 1, 1},
		{firstException, object.None, 2, 2},
		{allCompleted, object.None, 3, 3},
		{allCompleted, object.Float(1.5), 1.5, 1},
	}
	for _, c := range cases {
		t.Run(c.when, func(t *testing.T) {
			f := newFixture(t)
			a, b, d := f.task("a", sleep(1)), f.task("b", sleep(2), fails("b")), f.task("c", sleep(3))
			ended := -1.0
			f.task("main", f.waitFor(c.when, c.timeout, a, b, d), then(func(v object.Value) object.Outcome {
				ended = f.state.clock.NowSeconds
				tuple, _ := object.AsTuple(v)
				n, err := object.Len(f.thread, tuple.Items[0])
				require.Nil(t, err)
				assert.Equal(t, c.done, n)
				return object.Return(object.None)
			}))
			f.run()
			assert.Equal(t, c.at, ended)
			assert.Contains(t, f.waits(), "main any")
		})
	}
}

func TestShieldKeepsTheInnerTaskAlive(t *testing.T) {
	f := newFixture(t)
	inner := f.task("inner", sleep(2))
	outer := f.task("outer", await(func() object.Resumable {
		v, err := shield(f.thread, []object.Value{inner.Value()})
		require.Nil(t, err)
		return futureOf(v)
	}))
	f.task("canceller", sleep(1), do(func() {
		_, err := outer.cancel(f.thread, object.Value{})
		require.Nil(t, err)
	}))
	f.run()
	assert.Equal(t, cancelled, outer.state)
	assert.Equal(t, finished, inner.state)
	assert.Nil(t, inner.exception)
}

func TestAsCompletedGivesTheFastestFirst(t *testing.T) {
	f := newFixture(t)
	slow, fast := f.task("slow", sleep(2)), f.task("fast", sleep(1))
	var c *AsCompleted
	next := await(func() object.Resumable { return &nextCompleted{iterator: c} })
	log := then(func(v object.Value) object.Outcome {
		f.say("%s", futureOf(v).task.name)
		return object.Return(object.None)
	})
	f.task("main", do(func() {
		v, err := asCompleted(f.thread, []object.Value{object.NewList([]object.Value{slow.Value(), fast.Value()}), object.None})
		require.Nil(t, err)
		c, _ = object.AsNative[*AsCompleted](v)
	}), next, log, next, log, next, f.caught("end"))
	f.run()
	assert.Equal(t, []string{"1 fast", "2 slow", "2 end: StopAsyncIteration"}, f.log)
}

func TestTaskGroupCancelsTheRestWhenOneFails(t *testing.T) {
	f := newFixture(t)
	g, _ := object.AsNative[*TaskGroup](f.new(TaskGroupType))
	var sibling *Future
	f.task("main", do(func() {
		require.Nil(t, g.enter(f.thread))
		_, err := g.createTask(f.thread, coroutine("bad", sleep(1), fails("bad")), object.None, nil)
		require.Nil(t, err)
		v, err := g.createTask(f.thread, coroutine("sibling", sleep(9)), object.None, nil)
		require.Nil(t, err)
		sibling = futureOf(v)
	}), await(func() object.Resumable { return &taskGroupExit{group: g} }), f.caught("group"))
	f.run()
	assert.Equal(t, []string{"1 group: ExceptionGroup: ('unhandled errors in a TaskGroup', [ValueError: bad])"}, f.log)
	assert.Equal(t, cancelled, sibling.state)
	assert.Contains(t, f.waits(), "main task_group")
}

func TestTimeoutTurnsTheCancellationIntoATimeoutError(t *testing.T) {
	f := newFixture(t)
	k := f.task("main", await(func() object.Resumable {
		return &waitForBody{awaitable: coroutine("slow", sleep(9)), timeout: object.Int(2)}
	}), f.caught("wait_for"))
	f.run()
	assert.Equal(t, []string{"2 wait_for: TimeoutError"}, f.log)
	assert.Zero(t, k.cancelRequests)
	assert.Empty(t, k.timeouts)
}

func TestAnEagerTaskThatDoesNotWaitEndsAtOnce(t *testing.T) {
	f := newFixture(t)
	f.task("main", do(func() {
		v, err := object.Call(f.thread, TaskType.Value(), object.Args{
			Pos: []object.Value{coroutine("eager", do(func() { f.say("eager") }))}, KwNames: []string{"eager_start"}, KwValues: []object.Value{object.True},
		})
		require.Nil(t, err)
		assert.True(t, futureOf(v).done())
		f.say("main")
	}))
	f.run()
	assert.Equal(t, []string{"0 eager", "0 main"}, f.log)
}

func TestAnExceptionThatNobodyAskedForIsReported(t *testing.T) {
	f := newFixture(t)
	f.task("bad", fails("bad"))
	f.task("main", do(func() {
		future := f.loop.newFuture()
		future.setException(f.thread, object.ValueErrorf("lost"))
	}))
	f.run()
	require.Nil(t, f.state.reportLost(f.thread))
	assert.Equal(t, "Future exception was never retrieved\nfuture: <Future finished exception=ValueError('lost')>\nValueError: lost\n", f.stderr)
	assert.Len(t, f.kinds(trace.TaskExceptionLost), 1)
}
