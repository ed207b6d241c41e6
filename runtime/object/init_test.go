package object

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// fakeExecutor stands for package vm in the tests of this one.
type fakeExecutor struct{}

func (fakeExecutor) Line() int32                 { return 0 }
func (fakeExecutor) Frames() []TracebackEntry    { return nil }
func (fakeExecutor) Depth() int                  { return 0 }
func (fakeExecutor) Globals() *Dict              { return NewDict() }
func (fakeExecutor) Locals() (*Dict, *Exception) { return NewDict(), nil }
func (fakeExecutor) SuperArgs() (Value, Value, *Exception) {
	return Value{}, Value{}, RuntimeErrorf("super(): no arguments")
}

func (fakeExecutor) TracebackFrame(*TracebackEntry, Value) Value { return None }

// newTestThread makes a thread of a run with its output in *out.
func newTestThread(t *testing.T, out *string) *Thread {
	t.Helper()
	run := &Run{RootShape: NewShape(), Modules: NewDict(), StepsLeft: 50_000_000, MemoryMaxBytes: 64 << 20, IntBitsMax: 1 << 20, RecursionMax: 1000}
	run.Write = func(_ *Thread, _ int, text string) *Exception {
		if out != nil {
			*out += text
		}
		return nil
	}
	return &Thread{Run: run, Exec: fakeExecutor{}}
}

func reprOf(t *testing.T, th *Thread, v Value) string {
	t.Helper()
	s, err := Repr(th, v)
	require.Nil(t, err)
	return s
}

func TestBuiltinTypesAreComplete(t *testing.T) {
	th := newTestThread(t, nil)
	require.Equal(t, "[1, 'a', (None,), {2: True}]", reprOf(t, th, NewList([]Value{Int(1), NewStr("a"), NewTuple(None), func() Value {
		d := NewDict()
		require.Nil(t, d.Set(th, Int(2), True))
		return d.Value()
	}()})))
	require.Equal(t, "<class 'int'>", reprOf(t, th, IntType.Value()))
}
