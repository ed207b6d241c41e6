package vm

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

const faultProgram = `log = []
async def work():
    for i in range(3):
        log.append(i)
    return 'done'
def plain():
    x = 1
    return x
async def count():
    i = 0
    while i < 3:
        i += 1
        if i == 2:
            continue
        log.append(i)
`

// faulted runs faultProgram with a hook for the lines given.
func faulted(t *testing.T, hook FaultHook, lines ...int32) *result {
	t.Helper()
	run := testRun()
	AddSource(run, "x.py", faultProgram)
	places := make([]FaultPlace, len(lines))
	for i, line := range lines {
		places[i].Line = line
	}
	SetFaults(run, places, hook)
	tree, serr := syntax.Parse("x.py", faultProgram)
	require.Nil(t, serr)
	code, serr := compile.Compile(tree, "x.py")
	require.Nil(t, serr)
	r := &result{thread: NewThread(run), module: object.NewModule("__main__")}
	require.Nil(t, RunModule(r.thread, code, r.module))
	return r
}

func TestFaultRaisesWhereTheStatementStands(t *testing.T) {
	visits := 0
	r := faulted(t, func(_ *object.Thread, at FaultPlace) (object.Resumable, *object.Exception) {
		assert.Equal(t, FaultPlace{Line: 4}, at)
		if visits++; visits == 2 {
			return nil, object.NewException(object.ValueErrorType, "injected")
		}
		return nil, nil
	}, 4)
	out := Resume(r.thread, r.call(t, "work"), object.None, nil)
	require.Equal(t, object.Raised, out.Kind)
	assert.Equal(t, "Traceback (most recent call last):\n  File \"x.py\", line 4, in work\n    log.append(i)\nValueError: injected\n",
		FormatException(r.thread, out.Exc, true))
	assert.Equal(t, "[0]", r.repr(t, "log"))
}

func TestFaultDelaysTheStatement(t *testing.T) {
	r := faulted(t, func(_ *object.Thread, _ FaultPlace) (object.Resumable, *object.Exception) {
		return &future{}, nil
	}, 4)
	coro := r.call(t, "work")
	for want := range 3 {
		require.Equal(t, object.Yielded, Resume(r.thread, coro, object.None, nil).Kind, "visit %d", want)
		assert.EqualValues(t, 4, SuspendedLine(coro))
	}
	assert.Equal(t, "[0, 1]", r.repr(t, "log"))
	out := Resume(r.thread, coro, object.None, nil)
	require.Equal(t, object.Returned, out.Kind)
	assert.Equal(t, "[0, 1, 2]", r.repr(t, "log"))
}

func TestFaultThatAwaitsNothingLetsTheStatementRun(t *testing.T) {
	r := faulted(t, func(_ *object.Thread, _ FaultPlace) (object.Resumable, *object.Exception) {
		return &future{waiting: true}, nil // returns at once
	}, 4, 5)
	out := Resume(r.thread, r.call(t, "work"), object.None, nil)
	require.Equal(t, object.Returned, out.Kind)
	assert.Equal(t, "[0, 1, 2]", r.repr(t, "log"))
}

func TestFaultInAPlainFunctionCanRaiseButNotAwait(t *testing.T) {
	r := faulted(t, func(_ *object.Thread, _ FaultPlace) (object.Resumable, *object.Exception) {
		return &future{}, nil
	}, 7)
	assert.True(t, r.call(t, "plain").Is(object.Int(1)))
}

// The loop's jumps stand where its statements start: a fault there must leave their targets.
func TestFaultOnALoopAndItsContinue(t *testing.T) {
	visits := map[int32]int{}
	r := faulted(t, func(_ *object.Thread, at FaultPlace) (object.Resumable, *object.Exception) {
		visits[at.Line]++
		return nil, nil
	}, 11, 14)
	out := Resume(r.thread, r.call(t, "count"), object.None, nil)
	require.Equal(t, object.Returned, out.Kind)
	assert.Equal(t, "[1, 3]", r.repr(t, "log"))
	assert.Equal(t, map[int32]int{11: 1, 14: 1}, visits)
}
