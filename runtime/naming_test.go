package runtime_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

func TestObjectsHaveTheNamesThatTheProgramGivesThem(t *testing.T) {
	for _, program := range []struct {
		source string
		names  []string
	}{
		{"orders = asyncio.Queue()", []string{"orders"}},
		{"orders: asyncio.Queue[int] = asyncio.Queue()", []string{"orders"}},
		{"a, b = asyncio.Lock(), asyncio.Lock()", []string{"a", "b"}},
		{"a, n, b = asyncio.Lock(), 1, asyncio.Event()", []string{"a", "b"}},
		{"both = [asyncio.Lock(), asyncio.Event()]", []string{"both[0]", "both[1]"}},
		{"forks = [\n    asyncio.Lock()\n    for _ in range(3)\n]", []string{"forks[0]", "forks[1]", "forks[2]"}},
		{"class Account:\n    def __init__(self):\n        self.lock = asyncio.Lock()\na, b = Account(), Account()", []string{"lock", "lock 2"}},
		{"for _ in range(2):\n    if True:\n        gate = asyncio.Event()", []string{"gate", "gate 2"}},
		{"from asyncio import Semaphore\nslots = Semaphore(2)", []string{"slots"}},
		{"answer = asyncio.new_event_loop().create_future()", []string{"answer"}},
		{"first = second = asyncio.Lock()", []string{"first"}},
		{"print(asyncio.Lock().locked())", []string{""}},
		{"def make():\n    return asyncio.Queue()\nmade = make()", []string{""}},
		{"locks = {'a': asyncio.Lock()}", []string{""}},
		{"locks = {}\nlocks['a'] = asyncio.Lock()", []string{""}},
	} {
		recorded := runtime.Run(runtime.Request{Filename: "main.py", Source: "import asyncio\n" + program.source + "\n"}, runtime.Hooks{})
		assert.Equal(t, trace.StatusFinished, recorded.Outcome.Status, program.source)
		var names []string
		for i := range recorded.Objects {
			names = append(names, recorded.ObjectName(trace.ObjectID(i+1)))
		}
		assert.Equal(t, program.names, names, program.source)
	}
}

// TestWhatAModuleMakesIsNotNamedAfterTheMainProgramsLine: a call that makes an object inside a module is no name of that object.
func TestWhatAModuleMakesIsNotNamedAfterTheMainProgramsLine(t *testing.T) {
	recorded := runtime.Run(runtime.Request{
		Filename: "main.py", Source: "import shop\ntill = shop.open_till()\n",
		Modules: []runtime.Module{{Name: "shop", Source: "import asyncio\n\ndef open_till():\n    return asyncio.Queue()\n"}},
	}, runtime.Hooks{})
	assert.Equal(t, trace.StatusFinished, recorded.Outcome.Status)
	assert.Equal(t, "", recorded.ObjectName(1))
}
