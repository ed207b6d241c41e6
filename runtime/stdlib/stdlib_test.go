package stdlib

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// run executes a program with the library installed and returns what it printed and raised.
func run(t *testing.T, host Host, source string) (stdout string, exc *object.Exception) {
	t.Helper()
	r := &object.Run{
		Recorder: trace.NewRecorder(10_000), RootShape: object.NewShape(), Modules: object.NewDict(), Builtins: object.NewBuiltins(),
		StepsLeft: 50_000_000, MemoryMaxBytes: 256 << 20, IntBitsMax: 1 << 20, RecursionMax: 1000,
	}
	r.Write = func(_ *object.Thread, _ int, text string) *object.Exception {
		stdout += text
		return nil
	}
	tree, syntaxErr := syntax.Parse("x.py", source)
	require.Nil(t, syntaxErr, "%v", syntaxErr)
	code, syntaxErr := compile.Compile(tree, "x.py")
	require.Nil(t, syntaxErr, "%v", syntaxErr)
	vm.AddSource(r, "x.py", source)
	thread := vm.NewThread(r)
	Install(thread, host)
	exc = vm.RunModule(thread, code, object.NewModule("__main__"))
	if exc != nil {
		stdout += vm.FormatExceptionOnly(thread, exc)
	}
	return stdout, exc
}

func TestEveryModuleCanBeImported(t *testing.T) {
	for _, name := range libraryNames() {
		t.Run(name, func(t *testing.T) {
			out, exc := run(t, Host{}, "import "+name)
			assert.Nil(t, exc, out)
		})
	}
}

func TestImportErrors(t *testing.T) {
	for source, want := range map[string]string{
		"import nothing_here":                           "ModuleNotFoundError: No module named 'nothing_here'\n",
		"import no.such":                                "ModuleNotFoundError: No module named 'no'\n",
		"import time.such":                              "ModuleNotFoundError: No module named 'time.such'; 'time' is not a package\n",
		"import asyncio.such":                           "ModuleNotFoundError: No module named 'asyncio.such'\n",
		"from json import such":                         "ImportError: cannot import name 'such' from 'json' (unknown location)\n",
		"import sys; sys.exit('bye')":                   "SystemExit: bye\n",
		"import numpy":                                  "ModuleNotFoundError: No module named 'numpy'\n",
		"import sys\nsys.modules['x'] = None\nimport x": "ModuleNotFoundError: import of x halted; None in sys.modules\n",
	} {
		out, exc := run(t, Host{}, source)
		assert.NotNil(t, exc, source)
		assert.Equal(t, want, out, source)
	}
}

func TestProgramModulesHideLibraryOnes(t *testing.T) {
	host := Host{Compile: func(_ *object.Thread, name string) (*compile.Code, string, *object.Exception) {
		if name != "heapq" {
			return nil, "", nil
		}
		tree, err := syntax.Parse("heapq.py", "value = __name__\n")
		require.Nil(t, err)
		code, err := compile.Compile(tree, "heapq.py")
		require.Nil(t, err)
		return code, "heapq.py", nil
	}}
	out, exc := run(t, host, "import heapq; print(heapq.value, heapq)")
	assert.Nil(t, exc, out)
	assert.Equal(t, "heapq <module 'heapq' from 'heapq.py'>\n", out)
}

func TestStdinAndArguments(t *testing.T) {
	out, exc := run(t, Host{Args: []string{"x.py", "-v"}, Stdin: "one\ntwo\nthree"}, `
import sys
print(sys.argv, input(), sys.stdin.readline(), list(sys.stdin), sys.stdin.read() == '')
`)
	assert.Nil(t, exc, out)
	assert.Equal(t, "['x.py', '-v'] one two\n ['three'] True\n", out)
}

// TestRandomDrawsWhatCPythonDraws compares with testdata/random.txt, which record_random.py records.
func TestRandomDrawsWhatCPythonDraws(t *testing.T) {
	data, err := os.ReadFile("testdata/random.txt")
	require.NoError(t, err)
	draws, different := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		f := strings.Fields(line)
		out, exc := run(t, Host{}, `
import random
random.seed(`+f[0]+`)
def show(v):
    if isinstance(v, list):
        return ','.join(map(show, v))
    return v.hex() if isinstance(v, float) else str(v)
print(*[show(random.`+f[2]+`) for _ in range(20)])
`)
		require.Nil(t, exc, out)
		got, want := strings.Fields(out), f[3:]
		require.Len(t, got, len(want), line)
		if f[1] == "exact" {
			assert.Equal(t, want, got, "%s with seed %s", f[2], f[0])
			continue
		}
		for i := range want {
			draws++
			if got[i] != want[i] {
				different++
				a, errA := strconv.ParseFloat(got[i], 64)
				b, errB := strconv.ParseFloat(want[i], 64)
				require.NoError(t, errA)
				require.NoError(t, errB)
				require.LessOrEqual(t, math.Abs(a-b), 4e-16*math.Abs(b), "%s with seed %s", f[2], f[0])
			}
		}
	}
	assert.Less(t, float64(different), 0.005*float64(draws), "%d of %d draws differ in the last digit", different, draws)
}

func TestSeededByTheRequest(t *testing.T) {
	const source = "import random; print(random.random(), random.getrandbits(64))"
	implicit, _ := run(t, Host{Seed: 99}, source)
	explicit, _ := run(t, Host{}, "import random; random.seed(99); print(random.random(), random.getrandbits(64))")
	assert.Equal(t, explicit, implicit)
}

func TestRegularExpressionsEndWithinTheirLimits(t *testing.T) {
	for _, source := range []string{
		`import re; re.match('(a*)*b', 'a' * 30)`,
		`import re; re.match('(a|aa)+$', 'a' * 60 + 'b')`,
		`import re; re.search('(.*)(.*)(.*)(.*)x', 'y' * 5000)`,
		`import re; re.compile('(' * 5000)`,
		`import re; re.match('(?:a?){200}a{200}', 'a' * 200)`,
		`import re; re.fullmatch('(?:(?:ab)?c?)*', 'abc' * 5000)`,
	} {
		assert.NotPanics(t, func() { run(t, Host{}, source) }, source)
	}
}

func TestHostileArgumentsDoNotPanic(t *testing.T) {
	for _, source := range []string{
		`import random; random.setstate((3, (1,) * 625, None)); random.random()`,
		`import random; random.setstate((3, (-1,) * 624 + (0,), None)); random.random()`,
		`import random; random.getrandbits(10**9)`,
		`import random; random.sample(range(10**12), 10**11)`,
		`import random; random.choices([1], k=10**12)`,
		`import random; random.sample([1], counts=[10**18], k=5)`,
		`import math; math.factorial(10**6)`,
		`import math; math.comb(10**9, 10**8)`,
		`import itertools; itertools.product(range(10), repeat=10**9)`,
		`import itertools; list(itertools.repeat(1))`,
		`import itertools; itertools.tee([], 10**12)`,
		`import collections; d = collections.deque([1]); d *= 10**12`,
		`import collections; d = collections.deque(); d.append(d); print(d); d.rotate(-10**18); d.insert(-10**18, 1)`,
		`import heapq; h = [3, 2, 1]
class X:
    def __lt__(self, o): h.clear(); return True
h[:] = [X() for _ in range(9)]
heapq.heapify(h)`,
		`import json; json.loads('[' * 100000)`,
		`import json; x = []; x.append(x); json.dumps(x, check_circular=False)`,
		`import json; json.loads('"\\ud83d\\ude00\\ud800"')`,
		`import time; time.sleep(1e300)`,
		`import time; time.gmtime(1e300)`,
		`import time; time.strftime('%a', (0,) * 9); time.asctime((0,) * 9); time.asctime((-5,) * 9)`,
		`import time; time.struct_time([])`,
		`import sys; sys.setrecursionlimit(10**9)
def f(): f()
f()`,
		`import sys; sys.stdout.write(b''); `,
		`import functools; functools.lru_cache(maxsize=1)(lambda *a: 0)([])`,
		`import operator; operator.length_hint(3)`,
		`import bisect; bisect.bisect([1], 2, 0, 10**9)`,
		`import dataclasses
@dataclasses.dataclass
class A:
    x: int
A.__init__()`,
		`import collections; collections.namedtuple('N', 'a b').__new__(int, 1, 2)`,
		`import types; types.coroutine(len)`,
		`import threading; threading.Lock().acquire(timeout=1); threading.Event().wait()`,
		`import re; re.compile('a{99999999999999999999}')`,
		`import re; re.sub('(a)', r'\2', 'a')`,
		`import enum
class A(enum.Enum): pass
A(1)`,
	} {
		assert.NotPanics(t, func() { run(t, Host{}, source) }, source)
	}
}

// Stop must not wait for one call: the work counts as it is done, and the limit is met in the middle of it.
func TestGCDOfLargeIntegersCountsItsSteps(t *testing.T) {
	out, exc := run(t, Host{}, "import math\na, b = 3 ** 200_000, 7 ** 110_000\nprint(math.gcd(a * 15, b * 15), math.lcm(a, b) == a * b)\n")
	require.Nil(t, exc, out)
	assert.Equal(t, "15 True\n", out)
	_, exc = run(t, Host{}, "import math\na, b = 3 ** 200_000, 7 ** 110_000\nfor _ in range(100): math.gcd(a, b)\n")
	require.NotNil(t, exc)
	assert.Equal(t, object.LimitSteps, exc.Fatal)
}
