package runtime_test

import (
	"testing"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const awaitedByOthers = `import asyncio

tasks = []

async def work(seconds):
    await asyncio.sleep(seconds)

async def creator():
    for n in range(4):
        tasks.append(asyncio.create_task(work(n + 1), name=f"w{n}"))
    await asyncio.sleep(0)

async def gathers():
    await asyncio.gather(asyncio.gather(tasks[0], tasks[1]), work(1))

async def waits():
    await asyncio.wait([tasks[2], tasks[3]])

async def main():
    await asyncio.create_task(creator(), name="creator")
    await asyncio.gather(gathers(), waits())

asyncio.run(main())
`

// TestWhoAwaitsTasksOfOthersIsRecorded: the members of gather() and wait() that another task has created, and none of those
// that the waiting task has created itself.
func TestWhoAwaitsTasksOfOthersIsRecorded(t *testing.T) {
	tr := runtime.Run(runtime.Request{Source: awaitedByOthers}, runtime.Hooks{})
	require.Equal(t, trace.StatusFinished, tr.Outcome.Status)
	var got [][2]string
	for _, a := range tr.Awaited {
		e := tr.Events[a.Event]
		require.Equal(t, trace.TaskSuspended, e.Kind)
		got = append(got, [2]string{tr.Text(tr.Tasks[e.Task-1].CoroName), tr.Text(tr.Tasks[a.Task-1].Name)})
	}
	assert.Equal(t, [][2]string{{"gathers", "w0"}, {"gathers", "w1"}, {"waits", "w2"}, {"waits", "w3"}}, got)
}
