package runtime

import (
	"testing"

	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const inspected = `import asyncio
LIMIT = 3

class Box:
    def __repr__(self):
        print("side effect")
        return "Box!"

class Bad:
    def __repr__(self):
        raise ValueError("no")

async def inner(n):
    doubled = n * 2
    await asyncio.sleep(doubled)
    return doubled

async def worker(name, count):
    total = 0
    box, bad = Box(), Bad()
    for i in range(count):
        total += await inner(i + 1)
    return total

async def main():
    tasks = [asyncio.create_task(worker(f"w{k}", LIMIT), name=f"w{k}") for k in range(2)]
    print(await asyncio.gather(*tasks))

asyncio.run(main())
`

func vars(frame FrameVars) map[string]string {
	m := map[string]string{}
	for _, v := range frame.Vars {
		m[v.Name] = v.Repr
	}
	return m
}

// eventOf finds the nth event of a kind in a task.
func eventOf(t *testing.T, tr *trace.Trace, kind trace.Kind, task trace.TaskID, nth int) int {
	t.Helper()
	for i, e := range tr.Events {
		if e.Kind == kind && e.Task == task {
			if nth--; nth == 0 {
				return i
			}
		}
	}
	require.Fail(t, "no such event")
	return 0
}

func inspectAt(t *testing.T, source string, event int, task trace.TaskID) Inspection {
	t.Helper()
	answer, err := RunInspect(Request{Filename: "main.py", Source: source, Inspect: &Inspect{Event: event, Task: task}}, Hooks{})
	require.NoError(t, err)
	return answer
}

func TestInspectTellsTheVariablesOfASuspendedTask(t *testing.T) {
	tr := Run(Request{Filename: "main.py", Source: inspected}, Hooks{})
	event := eventOf(t, tr, trace.TaskSuspended, 2, 2)
	answer := inspectAt(t, inspected, event, 2)
	require.True(t, answer.Reached)
	require.Len(t, answer.Frames, 2, "the coroutine and the one it awaits, innermost first")
	assert.Equal(t, "inner", answer.Frames[0].Function)
	assert.Equal(t, map[string]string{"n": "2", "doubled": "4"}, vars(answer.Frames[0]))
	assert.Equal(t, int32(15), answer.Frames[0].Line)
	outer := vars(answer.Frames[1])
	assert.Equal(t, "'w0'", outer["name"])
	assert.Equal(t, "2", outer["total"])
	assert.Equal(t, "1", outer["i"])
	assert.Equal(t, "Box!", outer["box"], "the program's own __repr__ is asked")
	assert.Equal(t, "ValueError: no", outer["bad"])
	visits := map[int32]int{}
	for _, v := range answer.Visits {
		visits[v.Line] = v.Count
	}
	assert.Equal(t, []int{1, 3, 1, 0}, []int{visits[2], visits[15], visits[16], visits[23]}, "how often each line began by then")
	assert.Equal(t, map[string]string{"LIMIT": "3"}, vars(FrameVars{Vars: answer.Globals}))
}

func TestInspectTellsTheVariablesOfARunningTaskAndOfTheModule(t *testing.T) {
	source := "import asyncio\nasync def main():\n    a = [1, 2]\n    print('here', a)\n    a.append(3)\nx = 5\nprint(x)\nasyncio.run(main())\n"
	tr := Run(Request{Filename: "main.py", Source: source}, Hooks{})
	running := inspectAt(t, source, eventOf(t, tr, trace.Stdout, 1, 1), 1)
	require.Len(t, running.Frames, 1, "not the module below the loop")
	assert.Equal(t, "[1, 2]", vars(running.Frames[0])["a"])
	module := inspectAt(t, source, eventOf(t, tr, trace.Stdout, 0, 1), 0)
	assert.True(t, module.Reached)
	assert.Equal(t, map[string]string{"x": "5"}, vars(FrameVars{Vars: module.Globals}))
	ended := inspectAt(t, source, len(tr.Events)-1, 1)
	assert.Empty(t, ended.Frames, "an ended task has no frames")
	assert.False(t, inspectAt(t, source, len(tr.Events)+5, 1).Reached)
}

func TestInspectIsBounded(t *testing.T) {
	source := "class Slow:\n    def __repr__(self):\n        while True: pass\ns = Slow()\nbig = list(range(100000))\ntext = 'x' * 100000\nprint()\n"
	tr := Run(Request{Filename: "main.py", Source: source}, Hooks{})
	globals := vars(FrameVars{Vars: inspectAt(t, source, eventOf(t, tr, trace.Stdout, 0, 1), 0).Globals})
	assert.Contains(t, globals["s"], "limit")
	assert.LessOrEqual(t, len(globals["big"]), inspectReprBytesMax+3)
	assert.LessOrEqual(t, len(globals["text"]), inspectReprBytesMax+3)
}

func TestInspectTravelsAsBytes(t *testing.T) {
	request, err := EncodeRequest(Request{Source: inspected, Inspect: &Inspect{Event: 7, Task: 2}})
	require.NoError(t, err)
	back, err := DecodeRequest(request)
	require.NoError(t, err)
	assert.Equal(t, &Inspect{Event: 7, Task: 2}, back.Inspect)
	data, err := EncodeInspection(Inspection{Event: 7, Frames: []FrameVars{{Function: "f", Vars: []Var{{Name: "a", Repr: "1"}}}}})
	require.NoError(t, err)
	answer, err := DecodeInspection(data)
	require.NoError(t, err)
	assert.Equal(t, "1", answer.Frames[0].Vars[0].Repr)
}
