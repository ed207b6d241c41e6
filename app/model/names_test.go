package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPanelsAndLanesUseTheProgramsNames(t *testing.T) {
	p, _ := ran(t, `import asyncio

async def eat(fork):
    async with fork:
        await asyncio.sleep(1)

async def main():
    orders = asyncio.Queue()
    forks = [asyncio.Lock() for _ in range(2)]
    await asyncio.gather(eat(forks[1]), asyncio.create_task(eat(forks[1]), name="bob"))

asyncio.run(main())
`)
	p.Seek(int(p.Run().Last()) / 2)
	assert.Equal(t, "orders", p.Queues()[0].Name)
	assert.Equal(t, []string{"forks[0]", "forks[1]"}, []string{p.Primitives()[0].Name, p.Primitives()[1].Name})
	var functions []string
	for _, label := range p.LaneLabels(0, 3) {
		functions = append(functions, label.Function)
	}
	assert.Equal(t, []string{"", "", "eat"}, functions, "main and bob have names of their own")
}

// TestAQueueThatNobodyAccountsForHasOneCounter: without task_done() and join(), what is unfinished says nothing.
func TestAQueueThatNobodyAccountsForHasOneCounter(t *testing.T) {
	for _, end := range []struct {
		call      string
		accounted bool
	}{{"queue.qsize()", false}, {"queue.task_done()", true}, {"await queue.join()", true}} {
		p, _ := ran(t, "import asyncio\n\nasync def main():\n    queue = asyncio.Queue()\n    queue.put_nowait(1)\n    await queue.get()\n    "+
			end.call+"\n\nasyncio.run(main())\n")
		p.ToEnd()
		assert.Equal(t, end.accounted, p.Queues()[0].Accounted, end.call)
		assert.Equal(t, end.accounted, p.Run().QueueLanes[0].Accounted, end.call)
		drawn := drawStill(p.Run(), wholeScale(p.Run(), AxisSteps))
		unfinished := countShapes(drawn, func(s []float32) bool { return Style(s[1]) == StyleJoin && Op(s[0]) == OpLine })
		assert.Equal(t, end.accounted, unfinished > 0, end.call)
	}
}
