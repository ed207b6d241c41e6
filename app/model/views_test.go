package model

import (
	"strings"
	"testing"

	"asyncplay/app/fixture"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const turns = `import asyncio

async def worker(name, lock):
    async with lock:
        await asyncio.sleep(1)
    await asyncio.sleep(0)
    if name == "b":
        raise ValueError("lost")

async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(worker(n, lock), name=n) for n in "ab"]
    await asyncio.sleep(5)
    print('end')

asyncio.run(main())
`

// ran is a playground with a program that the real engine ran.
func ran(t *testing.T, source string) (*Playground, *fakeEnv) {
	t.Helper()
	p, env := newPlayground(t)
	env.answer(t, fineTrace())
	env.answer(t, fineTrace())
	env.answer(t, fineTrace())
	p.RunEdited(p.Edited(source))
	request := env.take(t)
	request.done(runtime.Run(request.request, runtime.Hooks{}), nil)
	require.Equal(t, source, p.Run().Source)
	return p, env
}

// seekTo puts the playhead on the nth event of a kind.
func seekTo(t *testing.T, p *Playground, kind trace.Kind, task trace.TaskID, nth int) {
	t.Helper()
	for i, e := range p.Run().Trace.Events {
		if e.Kind == kind && e.Task == task {
			if nth--; nth == 0 {
				p.Seek(i)
				return
			}
		}
	}
	require.Fail(t, "no such event")
}

func TestTheLoopTellsWhoRunsNextAndWhy(t *testing.T) {
	p, _ := ran(t, turns)
	seekTo(t, p, trace.TaskSuspended, 1, 1)
	v := p.LoopView()
	require.Len(t, v.Ready, 2)
	assert.Equal(t, []string{"a", "b"}, []string{v.Ready[0].Task.Name, v.Ready[1].Task.Name})
	word, args, ok := v.Why()
	assert.True(t, ok)
	assert.Equal(t, words.LoopBefore, word)
	assert.Equal(t, []string{"a", "b"}, args[:2])
	assert.Equal(t, 1, v.TimerCount, "main sleeps")
	seekTo(t, p, trace.TaskSuspended, 3, 1)
	v = p.LoopView()
	assert.Nil(t, v.Running)
	assert.Empty(t, v.Ready)
	require.Len(t, v.Timers, 2)
	assert.Equal(t, "1.000", v.Timers[0].Clock, "the earliest deadline is first")
	assert.Equal(t, "5.000", v.Timers[1].Clock)
	// The order shown is the order in which they then run.
	for event := range p.Run().Trace.Events {
		p.Seek(event)
		view := p.LoopView()
		last := int32(-1)
		for _, row := range view.Ready {
			if row.Task.Task > 0 {
				next := p.Run().nextStep(row.Task.Task, event)
				assert.GreaterOrEqual(t, next, last)
				last = next
			}
		}
	}
}

func TestTheTreeTellsWhereTasksStandAndOnWhomTheyWait(t *testing.T) {
	p, _ := ran(t, turns)
	seekTo(t, p, trace.TaskSuspended, 3, 1)
	rows := p.TaskTree()
	require.Len(t, rows, 3)
	assert.Equal(t, []int{0, 1, 1}, []int{rows[0].Depth, rows[1].Depth, rows[2].Depth})
	assert.Equal(t, "await asyncio.sleep(1)", rows[1].Code)
	require.Len(t, rows[2].On, 1)
	assert.Equal(t, "a", rows[2].On[0].Name, "b waits for the lock that a holds")
	p.ToEnd()
	last := p.TaskTree()[2]
	assert.Equal(t, "ValueError: lost", last.Ended)
	assert.Equal(t, FateLost, last.Fate)
}

const ring = `import asyncio

tasks = {}

async def wait_for_task(name):
    await asyncio.sleep(1)
    await tasks[name]

async def helper():
    await asyncio.sleep(5)

async def main():
    tasks["a"] = asyncio.create_task(wait_for_task("b"), name="a")
    tasks["b"] = asyncio.create_task(wait_for_task("c"), name="b")
    tasks["c"] = asyncio.create_task(wait_for_task("a"), name="c")
    tasks["h"] = asyncio.create_task(helper(), name="h")
    await tasks["b"]

asyncio.run(main())
`

func TestTheTreeHasTasksUnderThoseThatAwaitThem(t *testing.T) {
	p, _ := ran(t, ring)
	tree := func() (text string) {
		for _, row := range p.TaskTree() {
			text += strings.Repeat(" ", row.Depth) + row.Name
			if row.Cycle {
				text += "*"
			}
			text += "\n"
		}
		return text
	}
	p.Seek(p.Run().EventAtTime(0.5))
	assert.Equal(t, "main\n a\n b\n c\n h\n", tree(), "main awaits b; of the others it is the creator")
	p.ToEnd()
	assert.Equal(t, "main\n b*\n  c*\n   a*\n h\n", tree())
}

const gathered = `import asyncio

tasks = []

async def work():
    await asyncio.sleep(5)

async def creator():
    tasks.extend(asyncio.create_task(work(), name=n) for n in "ab")
    await asyncio.sleep(2)

async def waiter():
    await asyncio.sleep(1)
    await asyncio.gather(*tasks)

async def main():
    await asyncio.gather(asyncio.create_task(creator(), name="c"), asyncio.create_task(waiter(), name="w"))

asyncio.run(main())
`

func TestTheTreeHasTheMembersOfAGatherUnderTheOneWhoAwaitsIt(t *testing.T) {
	p, _ := ran(t, gathered)
	tree := func(seconds float64) (text string) {
		p.Seek(p.Run().EventAtTime(seconds))
		for _, row := range p.TaskTree() {
			text += strings.Repeat(" ", row.Depth) + row.Name + "\n"
		}
		return text
	}
	assert.Equal(t, "main\n c\n  a\n  b\n w\n", tree(0.5), "nobody awaits a and b: c has created them")
	assert.Equal(t, "main\n c\n w\n  a\n  b\n", tree(1.5), "w awaits them")
	assert.Equal(t, "main\n c\n w\n  a\n  b\n", tree(3), "although c is over")
}

func TestTheLogIsFilteredAndSearched(t *testing.T) {
	p, _ := ran(t, turns)
	all, of := p.LogCount()
	assert.Equal(t, all, of)
	p.FilterLog(LogFilter{Task: 3})
	mine, _ := p.LogCount()
	assert.Positive(t, mine)
	assert.Less(t, mine, of)
	for _, row := range p.Events() {
		e := p.Run().Trace.Events[row.Event]
		assert.True(t, e.Task == 3 || e.Target == 3)
	}
	p.FilterLog(LogFilter{Search: "valueerror"})
	found, _ := p.LogCount()
	assert.Positive(t, found)
	for _, row := range p.Events() {
		assert.Contains(t, p.Run().Trace.Text(p.Run().Trace.Events[row.Event].Text), "ValueError")
	}
	p.FilterLog(LogFilter{Kind: LogLocks})
	for _, row := range p.Events() {
		assert.Equal(t, LogLocks, logKindOf(p.Run().Trace.Events[row.Event].Kind))
	}
	p.FilterLog(LogFilter{Search: "no such thing"})
	assert.Empty(t, p.Events())
}

func TestVariablesAreAskedForOnceAtAnInstant(t *testing.T) {
	p, env := ran(t, turns)
	env.pending = nil
	p.ShowPanel(PanelTasks)
	assert.Zero(t, p.WantLocals())
	p.SelectTask(2)
	p.runningOf = nil
	seekTo(t, p, trace.TaskSuspended, 2, 1)
	require.Equal(t, trace.TaskID(2), p.WantLocals())
	p.Inspect(2, func(Locals) {})
	require.Len(t, env.asked, 1)
	assert.Equal(t, runtime.Inspect{Event: p.Play.Event, Task: 2}, env.asked[0])
	env.answers[0](runtime.Inspection{Reached: true, Frames: []runtime.FrameVars{{Function: "worker", Vars: []runtime.Var{{Name: "name", Repr: "'a'"}}}}}, nil)
	l := p.Locals()
	require.True(t, l.Known)
	v, function, ok := l.Lookup("name")
	assert.True(t, ok)
	assert.Equal(t, "'a'", v.Repr)
	assert.Equal(t, "worker", function)
	p.Inspect(2, func(Locals) {})
	assert.Len(t, env.asked, 1, "what is known is not asked again")
	p.Step(1)
	assert.False(t, p.Locals().Known)
	assert.Equal(t, trace.TaskID(2), p.HoverTask(5))
}

const crossing = `import asyncio

async def fails():
    await asyncio.sleep(0.5)
    raise ValueError("broken")

async def slow(lock):
    async with lock:
        await asyncio.sleep(10)

async def main():
    lock = asyncio.Lock()
    bad = asyncio.create_task(fails(), name="bad")
    s = asyncio.create_task(slow(lock), name="slow")
    w = asyncio.create_task(slow(lock), name="waits")
    try:
        await bad
    except ValueError:
        s.cancel()
    w.cancel()
    await asyncio.sleep(1)

asyncio.run(main())
`

func TestCancelRequestsAndExceptionsAreArrows(t *testing.T) {
	p, _ := ran(t, crossing)
	r := p.Run()
	var got [][3]any
	for _, a := range r.arrows {
		got = append(got, [3]any{r.TaskName(a.from), r.TaskName(a.to), a.kind == arrowReaches})
	}
	assert.Equal(t, [][3]any{{"bad", "main", true}, {"main", "slow", false}, {"main", "waits", false}}, got)
	var d DrawList
	DrawTimeline(&d, r, NewLayout(r, screen), p.Scale(700), words.English)
	drawn := 0
	for i := range d.Len() {
		if Op(d.Shape(i)[0]) == OpArrow {
			drawn++
		}
	}
	assert.Equal(t, 3, drawn)
}

func TestALockHasALaneWithItsHolderAndItsWaiters(t *testing.T) {
	p, _ := ran(t, crossing)
	r := p.Run()
	require.Len(t, r.LockLanes, 1)
	most := int32(0)
	for _, point := range r.LockLanes[0].points {
		most = max(most, point.waiters)
		if point.waiters > 0 {
			assert.Equal(t, "slow", r.TaskName(point.holder))
		}
	}
	assert.Equal(t, int32(1), most)
	assert.Zero(t, r.LockLanes[0].points[len(r.LockLanes[0].points)-1].holders, "it is free in the end")
	assert.Greater(t, NewLayout(r, screen).Height, NewLayout(r, screen).LockTop)
}

func TestManyTasksOfOneCoroutineAreFolded(t *testing.T) {
	q := fixture.Default()
	q.Workers = 300
	p, env := newPlayground(t)
	env.answer(t, q.Trace())
	r := p.Run()
	require.Len(t, r.Rows(), 2, "main, and a row of three hundred")
	assert.Equal(t, "×300", p.LaneLabels(0, 2)[1].Badge)
	p.ToggleGroup(r.groups[0].name)
	assert.Len(t, p.Run().Rows(), 302)
	p.ToggleGroup(r.groups[0].name)
	assert.Len(t, p.Run().Rows(), 2)
	var d DrawList
	DrawTimeline(&d, r, NewLayout(r, screen), p.Scale(700), words.English)
	assert.Positive(t, d.Len())
	p.ToggleNested()
	rows := p.Run().Rows()
	require.Len(t, rows, 301)
	assert.Equal(t, [2]int{0, 1}, [2]int{rows[0].Depth, rows[1].Depth}, "workers stand under main")
	for i, row := range rows {
		assert.Equal(t, int32(i), p.Run().rowOf[row.Lane])
	}
	assert.LessOrEqual(t, len(p.Marks().Badges), 3*(badgesOfLineMax+1), "not a badge for each of three hundred")
}
