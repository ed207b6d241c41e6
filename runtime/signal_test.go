package runtime_test

import (
	"strings"
	"testing"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
)

// graceful is what servers do with signals: a handler of the loop sets an event.
const graceful = `import asyncio, signal

async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    for i in range(5):
        if stop.is_set():
            break
        await asyncio.sleep(1)
    print("stopped after", i, "steps")
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))

asyncio.run(main())
`

func runFaulty(source string, faults ...string) (out string, t *trace.Trace) {
	var text strings.Builder
	t = runtime.Run(runtime.Request{Filename: "main.py", Source: source, Faults: faults}, runtime.Hooks{
		Stdout: func(s string) { text.WriteString(s) },
	})
	return text.String(), t
}

func TestAFaultSendsASignalToTheLoopsHandler(t *testing.T) {
	out, tr := runFaulty(graceful, "10:signal=SIGTERM:nth=3")
	assert.Equal(t, "stopped after 3 steps\nTrue False\n", out)
	assert.Equal(t, trace.StatusFinished, tr.Outcome.Status)
	out, _ = runFaulty(graceful)
	assert.Equal(t, "stopped after 4 steps\nTrue False\n", out)
}

func TestASignalThatNobodyHandlesEndsTheProgram(t *testing.T) {
	_, tr := runFaulty("import time\ntime.sleep(1)\nprint('end')\n", "3:signal=TERM")
	assert.Equal(t, int32(128+15), int32(tr.Outcome.ExitCode))
	_, tr = runFaulty("import time\ntime.sleep(1)\nprint('end')\n", "3:signal=INT")
	assert.Equal(t, "KeyboardInterrupt", tr.Text(tr.Outcome.Text))
	out, tr := runFaulty("import asyncio\n\nasync def main():\n    try:\n        await asyncio.sleep(9)\n    finally:\n        print('cleaned up')\n\nasyncio.run(main())\n", "5:signal=INT")
	assert.Equal(t, "cleaned up\n", out)
	assert.Equal(t, "KeyboardInterrupt", tr.Text(tr.Outcome.Text))
}

func TestOnlyKnownSignalsCanBeSent(t *testing.T) {
	assert.ErrorContains(t, runtime.CheckFault("3:signal=KILL"), "signal takes one of INT, TERM, HUP, USR1 and USR2")
	assert.ErrorContains(t, runtime.CheckFault("3:signal"), "signal takes one of")
	assert.NoError(t, runtime.CheckFault("3:signal=SIGUSR1:every=2"))
}
