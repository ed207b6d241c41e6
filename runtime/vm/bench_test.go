package vm

import (
	"testing"

	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
)

// benchmark runs a program that defines work(n) and calls it with b.N.
func benchmark(b *testing.B, source string) {
	r := execute(b, source)
	require.Nil(b, r.exc, r.stderr)
	r.thread.Run.StepsLeft = 1 << 60
	work := r.module.Dict.GetStr("work")
	b.ReportAllocs()
	b.ResetTimer()
	_, err := object.Call(r.thread, work, object.Arguments(object.Int(int64(b.N))))
	b.StopTimer()
	if err != nil {
		b.Fatal(FormatException(r.thread, err, true))
	}
}

func BenchmarkWhileLoop(b *testing.B) {
	benchmark(b, "def work(n):\n    i = s = 0\n    while i < n:\n        s = s + i\n        i = i + 1\n    return s\n")
}

func BenchmarkForRange(b *testing.B) {
	benchmark(b, "def work(n):\n    s = 0\n    for i in range(n):\n        s += i\n    return s\n")
}

func BenchmarkCall(b *testing.B) {
	benchmark(b, "def f(x):\n    return x\ndef work(n):\n    for i in range(n):\n        f(i)\n")
}

func BenchmarkMethodCall(b *testing.B) {
	benchmark(b, "class A:\n    def f(self, x):\n        return x\ndef work(n):\n    a = A()\n    for i in range(n):\n        a.f(i)\n")
}

func BenchmarkAttribute(b *testing.B) {
	benchmark(b, "class A:\n    def __init__(self):\n        self.y = 0\n        self.x = 1\ndef work(n):\n    a = A()\n    for i in range(n):\n        a.x\n")
}

func BenchmarkNewInstance(b *testing.B) {
	benchmark(b, "class A:\n    def __init__(self, x):\n        self.x = x\ndef work(n):\n    for i in range(n):\n        A(i)\n")
}

func BenchmarkListAppend(b *testing.B) {
	benchmark(b, "def work(n):\n    a = []\n    for i in range(n):\n        a.append(i)\n        if len(a) > 100:\n            a = []\n")
}

func BenchmarkGeneratorNext(b *testing.B) {
	benchmark(b, "def g(n):\n    for i in range(n):\n        yield i\ndef work(n):\n    for x in g(n):\n        pass\n")
}

func BenchmarkTryExcept(b *testing.B) {
	benchmark(b, "def work(n):\n    for i in range(n):\n        try:\n            raise ValueError\n        except ValueError:\n            pass\n")
}

func BenchmarkFString(b *testing.B) {
	benchmark(b, "def work(n):\n    for i in range(n):\n        f'worker-{i}: {i:>5}'\n")
}

func BenchmarkFib25(b *testing.B) {
	r := execute(b, "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n")
	r.thread.Run.StepsLeft = 1 << 60
	fib := r.module.Dict.GetStr("fib")
	for b.Loop() {
		_, err := object.Call(r.thread, fib, object.Arguments(object.Int(25)))
		require.Nil(b, err)
	}
}

// BenchmarkResume resumes a coroutine suspended ten awaits deep.
func BenchmarkResume(b *testing.B) {
	r := execute(b, "class S:\n    def __await__(self):\n        while True:\n            yield\nasync def deep(n):\n    if n:\n        return await deep(n - 1)\n    await S()\nc = deep(10)\n")
	r.thread.Run.StepsLeft = 1 << 60
	coro := r.module.Dict.GetStr("c")
	b.ReportAllocs()
	for b.Loop() {
		out := Resume(r.thread, coro, object.None, nil)
		if out.Kind != object.Yielded {
			b.Fatal("not suspended")
		}
	}
}
