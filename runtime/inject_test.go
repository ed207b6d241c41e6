package runtime

import (
	"fmt"
	"strings"
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

func TestAFaultOfTheNetworkStrikesRequestsAndIsRecorded(t *testing.T) {
	source := `import asyncio, aiohttp

async def fetch(session, name):
    async with session.get(f"https://api.example/{name}") as response:
        print(name, response.status)

async def main():
    async with aiohttp.ClientSession() as session:
        await fetch(session, "a")
        await fetch(session, "b")
        try:
            await fetch(session, "c")
        except aiohttp.ClientConnectorError:
            print("refused")

asyncio.run(main())
`
	var out strings.Builder
	faults := []string{"99:cancel", "net:api.example/b status=503", "net:https://api.example/c fail=refused"}
	r := Run(Request{Filename: "main.py", Source: source, Faults: faults}, Hooks{Stdout: func(s string) { out.WriteString(s) }})
	assert.Equal(t, "a 200\nb 503\nrefused\n", out.String())
	var struck []string
	for _, e := range r.Events {
		if e.Kind == trace.FaultApplied {
			struck = append(struck, fmt.Sprint(e.Item, " line ", e.Line, ": ", r.Text(e.Text)))
		}
	}
	assert.Equal(t, []string{"1 line 4: GET https://api.example/b", "2 line 4: GET https://api.example/c"}, struck)
}
