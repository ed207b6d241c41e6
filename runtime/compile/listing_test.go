package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/syntax"
)

// listing returns the instructions of the innermost last function of a source, one a line, without
// positions.
func listing(t *testing.T, source string) string {
	t.Helper()
	code := compileSource(t, source)
	for {
		var inner *Code
		for _, k := range code.Consts {
			if k.Code != nil {
				inner = k.Code
			}
		}
		if inner == nil {
			break
		}
		code = inner
	}
	var b strings.Builder
	for _, i := range code.Instrs {
		b.WriteString(instruction(code, i) + "\n")
	}
	return strings.TrimSpace(b.String())
}

func TestInstructions(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"a while loop tests at its end", `
def f(n):
    i = 0
    while i < n:
        i = i + 1
`, `
LoadConst i 0
Jump ->3
AddInt i i 1
CompareJump i n 5
Jump ->2
ReturnConst None`},
		{"a for loop stores straight into its variable", `
def f(xs):
    for x in xs:
        x.run()
`, `
GetIter t0 xs
Jump ->4
LoadMethod t1 x .run
CallMethod t1 0 -
ForIter t0 x
Jump ->2
ReturnConst None`},
		{"a loop left early drops an iterator that nothing else holds", `
def f(g):
    for x in g():
        break
`, `
Move t2 g
Call t2 0 t1
GetIter t0 t1
Jump ->6
DropIter t0 0
Jump ->8
ForIter t0 x
Jump ->4
ReturnConst None`},
		{"a name bound on one path only is checked", `
def f(a):
    if a:
        b = 1
    b
    return b
`, `
JumpIfFalse a ->2
LoadConst b 1
CheckBound b
Move t0 b
Return b`},
		{"a check on one path only does not count on the other", `
def f(a):
    if a:
        b = 1
    a and b
    return b
`, `
JumpIfFalse a ->2
LoadConst b 1
Move t0 a
JumpIfFalse t0 ->6
CheckBound b
Move t0 b
CheckBound b
Return b`},
		{"a walrus keeps its left neighbour from changing", `
def f(a):
    return a + (a := 2)
`, `
Move t1 a
LoadConst t2 2
Move a t2
BinaryAdd t0 t1 t2
Return t0`},
		{"a swap makes no tuple", `
def f(a, b):
    a, b = b, a
`, `
Move t0 b
Move t1 a
Move a t0
Move b t1
ReturnConst None`},
		{"conditions compare and jump at once", `
def f(a, b):
    if a == 1 and b is not None or not a:
        return 1
`, `
CompareIntJump a 1 0
Jump ->3
JumpIfNotNone b ->4
JumpIfTrue a ->5
ReturnConst 1
ReturnConst None`},
		{"a variable keeps its value until the expression is done", `
def f(x):
    x = x and x[0]
`, `
Move t0 x
JumpIfFalse t0 ->4
LoadConst t1 0
GetItem t0 x t1
Move x t0
ReturnConst None`},
		{"a variable of a comprehension that is captured gets a new cell", `
class C:
    def f(self):
        return [lambda: i for i in self]
`, `
LoadDeref t0 i
Return t0`},
		{"super without arguments gets class and first parameter", `
class C:
    def f(self):
        return super().f(1)
`, `
LoadGlobal t5 .super
CallSuper t5 __class__ self
Move t4 t5
LoadMethod t1 t4 .f
LoadConst t3 1
CallMethod t1 1 t0
Return t0`},
		{"finally is copied to each way out", `
async def f(q):
    try:
        return await q.get()
    finally:
        q.done()
`, `
LoadMethod t2 q .get
CallMethod t2 0 t1
Await t0 t1 0
LoadMethod t1 q .done
CallMethod t1 0 -
Return t0
LoadMethod t1 q .done
CallMethod t1 0 -
Reraise t0`},
		{"async with awaits both ends", `
async def f(lock):
    async with lock:
        pass
`, `
BeforeAsyncWith t0 lock
Call t1 0 t1
Await t1 t1 1
Nop
WithExit t2 t0 -
Await t2 t2 2
Jump ->12
WithExit t3 t0 t2
Await t3 t3 2
JumpIfTrue t3 ->11
Reraise t2
LeaveHandler -
ReturnConst None`},
		{"async for ends on StopAsyncIteration", `
async def f(xs):
    async for x in xs:
        x
`, `
GetAIter t0 xs
GetANext t1 t0
Await t1 t1 3
Move x t1
Move t2 x
Jump ->1
EndAsyncFor t2 -
ReturnConst None`},
		{"a literal collection that is only looked into is constant", `
def f(x):
    return x in {1, 2}
`, `
LoadConst t1 frozenset(1, 2)
CompareIn t0 x t1
Return t0`},
		{"a sequence pattern checks, unpacks and binds last", `
def f(x):
    match x:
        case [1, y]:
            return y
`, `
Move t0 x
MatchSequence t0 ->12
Len t2 t0
CompareIntJump t2 2 3
Jump ->12
UnpackSequence t3 t0 2
LoadConst t5 1
CompareJump t3 t5 0
Jump ->12
Move t1 t4
Move y t1
Return y
ReturnConst None`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, strings.TrimSpace(tt.want), listing(t, tt.source))
		})
	}
}

func TestHandlersAreFoundInnermostFirst(t *testing.T) {
	code := compileSource(t, `
try:
    a
    try:
        b
    except X:
        c
finally:
    d
`)
	var covering []int
	for pc, i := range code.Instrs {
		if i.Op == OpLoadGlobal && code.Sites[i.B] == "b" {
			for n, h := range code.Handlers {
				if uint32(pc) >= h.Start && uint32(pc) < h.End {
					covering = append(covering, n)
				}
			}
		}
	}
	if assert.Len(t, covering, 2) {
		inner, outer := code.Handlers[covering[0]], code.Handlers[covering[1]]
		assert.Less(t, inner.End-inner.Start, outer.End-outer.Start)
	}
}

func TestDocstringsLoseTheirIndentation(t *testing.T) {
	// Expected texts are what CPython 3.13 stores in __doc__.
	assert.Equal(t, "A\n\n  x\n    tab\nb\n\n", cleanDoc("A\n\n      x\n\ttab\n    b\n\n    "))
	assert.Equal(t, "lead\n   \nb   \n", cleanDoc("  lead\n       \n    b   \n   "))
	assert.Equal(t, "x\ny\n", cleanDoc("\tx\n\ty\n"))
	assert.Equal(t, "\n\n", cleanDoc("\n\n"))
}

func TestDeepSourcesEndInAnErrorOrCode(t *testing.T) {
	tests := []struct{ name, source, wantErr string }{
		{"a sum of many terms", "x = 1" + strings.Repeat(" + 1", 900), ""},
		{"a long elif chain", "if a: b\n" + strings.Repeat("elif a: b\n", 500), ""},
		{"more arguments than registers", "f(" + strings.Repeat("a, ", 70_000) + ")", "too many values for one function"},
		{"finally in finally", nestedFinally(19), "the program is too large"},
		{"as many loops as CPython allows", nestedLoops(21), ""},
		{"more loops than CPython allows", nestedLoops(22), "too many statically nested blocks"},
		{"more names than an operand can number", manyNames(70_000), "too many names in one function"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := syntax.Parse("x.py", tt.source)
			require.Nil(t, err)
			code, err := Compile(m, "x.py")
			if tt.wantErr != "" {
				if assert.NotNil(t, err) {
					assert.Equal(t, tt.wantErr, err.Msg)
				}
				return
			}
			assert.Nil(t, err)
			verify(t, code)
		})
	}
}

func nestedFinally(n int) string {
	var b strings.Builder
	for i := range n {
		indent := strings.Repeat(" ", i)
		b.WriteString(indent + "try: 1\n" + indent + "finally:\n")
	}
	return b.String() + strings.Repeat(" ", n) + "2\n"
}

func nestedLoops(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "for x in y:\n")
	}
	return b.String() + strings.Repeat(" ", n) + "2\n"
}

func manyNames(n int) string { return strings.Repeat("a\n", n) }

func FuzzCompile(f *testing.F) {
	files, err := filepath.Glob("../../testdata/programs/*/*.py")
	require.NoError(f, err)
	require.NotEmpty(f, files)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(source))
	}
	f.Add("async def f(q):\n try:\n  x = [await y async for y in q if (z := y)]\n finally:\n  return lambda: (x, z)\n")
	f.Add("class A[T](B, *C, k=1):\n x: T = 1\n def f(self): return super().f(), [x for x in T]\n")
	f.Add("match a:\n case {'k': [b, *c], **d} | P(b, c=c, d=d) if b: pass\n")
	f.Add("for a, *b in c():\n with d as e.f, g as h[0]:\n  while True:\n   try: continue\n   except* X as y: del y\n   else: global z; z = 1\n")
	f.Fuzz(func(t *testing.T, source string) {
		m, err := syntax.Parse("x.py", source)
		if err != nil {
			return
		}
		if code, err := Compile(m, "x.py"); err == nil {
			verify(t, code)
		}
	})
}
