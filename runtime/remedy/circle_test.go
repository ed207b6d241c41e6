package remedy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/trace"
)

// TestACircleOfManyLocksIsBroken: the philosophers all take the left fork first; sorted, one of them takes the right one.
func TestACircleOfManyLocksIsBroken(t *testing.T) {
	source := read(t, "../../app/lessons/patterns/philosophers.py")
	findings := find(source)
	require.Len(t, findings, 1)
	found := findings[0]
	assert.Equal(t, remedy.LockOrder, found.ID)
	assert.Equal(t, "4 tasks take a lock each, and wait at line 10 for the one that the next of them holds",
		words.Render(words.English, found.Title))
	fixed := found.Fixed(source)
	assert.Contains(t, fixed, "first, second = sorted((left, right), key=id)")
	assert.Equal(t, trace.StatusFinished, run(fixed).Outcome.Status)
	assert.Empty(t, find(fixed))
}

// TestACircleThroughDifferentLinesIsNamed: no change is known for it.
func TestACircleThroughDifferentLinesIsNamed(t *testing.T) {
	findings := find(`import asyncio

async def one(a, b):
    async with a:
        await asyncio.sleep(0)
        async with b:
            pass

async def two(b, c):
    async with b:
        await asyncio.sleep(0)
        async with c:
            pass

async def three(c, a):
    async with c:
        await asyncio.sleep(0)
        async with a:
            pass

async def main():
    a, b, c = [asyncio.Lock() for _ in range(3)]
    await asyncio.gather(one(a, b), two(b, c), three(c, a))

asyncio.run(main())
`)
	require.Len(t, findings, 1)
	assert.Equal(t, remedy.LockOrder, findings[0].ID)
	assert.Empty(t, findings[0].Edits)
	assert.Contains(t, words.Render(words.English, findings[0].Title), "3 tasks")
}
