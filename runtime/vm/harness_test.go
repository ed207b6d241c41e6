package vm

import (
	"testing"

	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// result is what a program run by itself left behind.
type result struct {
	stdout, stderr string
	exc            *object.Exception
	thread         *object.Thread
	module         *object.Module
}

func testRun() *object.Run {
	return &object.Run{
		RootShape: object.NewShape(), Modules: object.NewDict(), Builtins: object.NewBuiltins(),
		StepsLeft: 50_000_000, MemoryMaxBytes: 256 << 20, IntBitsMax: 1 << 20, RecursionMax: 1000,
	}
}

// execute runs a program; a traceback that it ends with goes to stderr.
func execute(t testing.TB, source string) *result {
	t.Helper()
	run := testRun()
	r := &result{}
	run.Write = func(_ *object.Thread, fd int, text string) *object.Exception {
		if fd == 1 {
			r.stdout += text
		} else {
			r.stderr += text
		}
		return nil
	}
	tree, serr := syntax.Parse("x.py", source)
	require.Nil(t, serr, "%v", serr)
	code, serr := compile.Compile(tree, "x.py")
	require.Nil(t, serr, "%v", serr)
	AddSource(run, "x.py", source)
	r.thread = NewThread(run)
	r.module = object.NewModule("__main__")
	if r.exc = RunModule(r.thread, code, r.module); r.exc != nil {
		r.stderr += FormatException(r.thread, r.exc, true)
	}
	return r
}

// neverStarted returns the coroutine objects that wait for their first step, in order of creation.
func neverStarted(run *object.Run) []object.Value {
	var values []object.Value
	for _, item := range stateOf(run).pending.items {
		if v := item.value(); v.IsValid() {
			values = append(values, v)
		}
	}
	return values
}
