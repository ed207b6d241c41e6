package runtime_test

import (
	"testing"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const throughFinally = `import asyncio

async def leaves():
    try:
        raise ValueError("broken")
    finally:
        # a line of its own
        await asyncio.sleep(1)

async def around():
    try:
        await leaves()
    finally:
        pass

async def returns():
    try:
        raise ValueError("dropped")
    finally:
        await asyncio.sleep(0)
        return 1

async def finishes():
    try:
        pass
    finally:
        await asyncio.sleep(1)

async def main():
    await asyncio.gather(around(), returns(), finishes(), return_exceptions=True)
    failing = asyncio.create_task(leaves())
    try:
        await failing
    finally:
        await asyncio.sleep(2)

asyncio.run(main())
`

// TestAnExceptionsWayThroughFinallyIsRecorded: a wait in a finally clause says which exception passes, the end of the task
// which clause it passed first; a clause that nothing passes through, or that swallows it, says nothing.
func TestAnExceptionsWayThroughFinallyIsRecorded(t *testing.T) {
	tr := runtime.Run(runtime.Request{Source: throughFinally}, runtime.Hooks{})
	require.Equal(t, trace.StatusRaised, tr.Outcome.Status)
	type passage struct {
		coro    string
		kind    trace.Kind
		finally int32
		text    string
	}
	var got []passage
	for _, e := range tr.Events {
		if e.Kind < trace.FutureCreated && e.Item > 0 {
			got = append(got, passage{tr.Text(tr.Tasks[e.Task-1].CoroName), e.Kind, e.Item, tr.Text(e.Text)})
		}
	}
	assert.Equal(t, []passage{
		{"around", trace.TaskSuspended, 6, "ValueError"},
		{"returns", trace.TaskSuspended, 19, "ValueError"},
		{"around", trace.TaskRaised, 6, "ValueError: broken"},
		{"leaves", trace.TaskSuspended, 6, "ValueError"},
		{"leaves", trace.TaskRaised, 6, "ValueError: broken"},
		{"main", trace.TaskSuspended, 34, "ValueError"},
		{"main", trace.TaskRaised, 34, "ValueError: broken"},
	}, got)
}
