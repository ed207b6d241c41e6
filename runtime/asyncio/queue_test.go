package asyncio

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

func (f *fixture) getter(q *Queue, name string) *Task {
	return f.task(name, await(func() object.Resumable { return &queueGet{queue: q} }), f.caught(name))
}

func (f *fixture) put(q *Queue, items ...int64) {
	for _, n := range items {
		require.Nil(f, q.putNowait(f.thread, object.Int(n)))
	}
}

func TestItemsGoToTheOneWhoHasWaitedLongest(t *testing.T) {
	f := newFixture(t)
	q := queueOf(f.new(QueueType))
	f.getter(q, "a")
	f.getter(q, "b")
	f.task("producer", sleep(1), do(func() { f.put(q, 10) }), sleep(1), do(func() { f.put(q, 20) }))
	f.run()
	assert.Equal(t, []string{"1 a: 10", "2 b: 20"}, f.log)
	assert.Equal(t, []string{"queue_put producer 1/1", "queue_get a 0/1", "queue_put producer 1/0", "queue_get b 0/0"},
		f.kinds(trace.QueuePut, trace.QueueGet), "a getter that was woken is not counted any more")
}

func TestAGetterCancelledAfterItWasWokenPassesOn(t *testing.T) {
	f := newFixture(t)
	q := queueOf(f.new(QueueType))
	a := f.getter(q, "a")
	f.getter(q, "b")
	f.task("producer", sleep(1), do(func() {
		f.put(q, 10)
		_, err := a.cancel(f.thread, object.Value{})
		require.Nil(t, err)
	}))
	f.run()
	assert.Equal(t, []string{"1 a: CancelledError", "1 b: 10"}, f.log)
}

func TestPutWaitsForRoom(t *testing.T) {
	f := newFixture(t)
	q := queueOf(f.new(QueueType, object.Int(1)))
	put := func(n int64) step {
		return await(func() object.Resumable { return &queuePut{queue: q, item: object.Int(n)} })
	}
	f.task("producer", put(1), do(func() { f.say("one") }), put(2), do(func() { f.say("two") }))
	f.task("consumer", sleep(3), await(func() object.Resumable { return &queueGet{queue: q} }))
	f.run()
	assert.Equal(t, []string{"0 one", "3 two"}, f.log)
	assert.Contains(t, f.waits(), "producer put")
}

func TestJoinReturnsWhenAllItemsAreDone(t *testing.T) {
	f := newFixture(t)
	q := queueOf(f.new(QueueType))
	f.put(q, 1, 2)
	f.task("joiner", await(func() object.Resumable { return &queueJoin{queue: q} }), do(func() { f.say("joined") }))
	done := do(func() { require.Nil(t, q.taskDone(f.thread)) })
	f.task("worker", sleep(1), done, sleep(1), done, do(func() {
		err := q.taskDone(f.thread)
		f.say("%s", exceptionText(f.thread, err))
	}))
	f.run()
	assert.Equal(t, []string{"2 ValueError: task_done() called too many times", "2 joined"}, f.log)
}

func TestQueuesOrderTheirItems(t *testing.T) {
	for typ, want := range map[*object.Type][]int64{
		QueueType:         {3, 1, 2},
		LifoQueueType:     {2, 1, 3},
		PriorityQueueType: {1, 2, 3},
	} {
		f := newFixture(t)
		q := queueOf(f.new(typ))
		f.put(q, 3, 1, 2)
		var got []int64
		for range want {
			v, err := q.getNowait(f.thread)
			require.Nil(t, err)
			got = append(got, v.AsInt64())
		}
		assert.Equal(t, want, got, typ.Name)
	}
}

func TestShutdownEndsThoseWhoWait(t *testing.T) {
	f := newFixture(t)
	q := queueOf(f.new(QueueType))
	f.getter(q, "a")
	f.task("stopper", sleep(1), do(func() { require.Nil(t, q.shutdown(f.thread, false)) }))
	f.run()
	assert.Equal(t, []string{"1 a: QueueShutDown"}, f.log)
}
