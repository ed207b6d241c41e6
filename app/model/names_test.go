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
