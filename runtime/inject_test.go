package runtime

import (
	"testing"

	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
)

// The statement is the await alone: the fault stands in the place of the very instruction that then waits.
func TestAFaultThatDoesNotStrikeLetsAnAwaitOfATaskReturn(t *testing.T) {
	source := `import asyncio

async def main():
    t = asyncio.create_task(asyncio.sleep(1))
    await t
    print("waited")

asyncio.run(main())
`
	for _, spec := range []string{
		`5:raise=RuntimeError("x"):task=nobody`, `5:raise=RuntimeError("x"):nth=2`, `5:delay=2`, `5:delay=2:task=nobody`,
	} {
		r := Run(Request{Filename: "main.py", Source: source, Faults: []string{spec}}, Hooks{})
		assert.Equal(t, trace.StatusFinished, r.Outcome.Status, spec)
	}
}
