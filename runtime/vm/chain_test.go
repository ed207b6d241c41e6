package vm

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/object"
)

// future is the smallest thing that suspends a chain: it yields once and returns what it
// is resumed with.
type future struct{ waiting bool }

func (f *future) Resume(_ *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	if !f.waiting {
		f.waiting = true
		return object.Yield(object.NewStr("future"))
	}
	return object.Return(sent)
}

// forwarder is a coroutine in Go that awaits next and adds a mark to its result.
type forwarder struct {
	next    object.Resumable
	started bool
}

func (f *forwarder) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if !f.started {
		f.started = true
		return object.Await(f.next)
	}
	if thrown != nil {
		if thrown.Is(object.KeyErrorType) {
			return object.Return(object.NewStr("go caught it"))
		}
		return object.Raise(thrown)
	}
	s, err := object.ToStr(t, sent)
	if err != nil {
		return object.Raise(err)
	}
	return object.Return(object.NewStr("<" + s + ">"))
}

// chainProgram defines root(), whose chain of awaits goes Python, Go, Python, Go, future.
const chainProgram = `
async def inner():
    try:
        return 'inner:' + await native_leaf()
    finally:
        log.append('inner finally')

async def root():
    return 'root:' + await native_middle(inner())

log = []
`

func chain(t *testing.T) *result {
	t.Helper()
	r := execute(t, chainProgram)
	require.Nil(t, r.exc, r.stderr)
	define := func(name string, fn object.NativeFn) {
		r.module.Dict.SetStr(name, object.NewFunction("test", name, fn))
	}
	define("native_leaf", func(_ *object.Thread, _ object.Args) (object.Value, *object.Exception) {
		return object.NewCoroutine("leaf", &forwarder{next: &future{}}).Value(), nil
	})
	define("native_middle", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		next, _, err := object.Awaitable(t, a.Pos[0])
		return object.NewCoroutine("middle", &forwarder{next: next}).Value(), err
	})
	return r
}

func (r *result) call(t *testing.T, name string, args ...object.Value) object.Value {
	t.Helper()
	v, err := object.Call(r.thread, r.module.Dict.GetStr(name), object.Arguments(args...))
	require.Nil(t, err)
	return v
}

func TestChainThroughGoCoroutinesSuspendsAndReturns(t *testing.T) {
	r := chain(t)
	coro := r.call(t, "root")
	out := Resume(r.thread, coro, object.None, nil)
	require.Equal(t, object.Yielded, out.Kind)
	assert.Equal(t, object.CoroutineSuspended, StateOf(coro))
	assert.EqualValues(t, 4, SuspendedLine(coro), "the innermost line of the script")
	assert.Equal(t, []string{"root", "inner"}, functionsOf(suspendedFrames(coro)))

	out = Resume(r.thread, coro, object.NewStr("x"), nil)
	require.Equal(t, object.Returned, out.Kind)
	s, _ := object.StrOf(out.Value)
	assert.Equal(t, "root:<inner:<x>>", s)
	assert.Equal(t, object.CoroutineClosed, StateOf(coro))
	assert.Zero(t, r.thread.Exec.Depth())
}

func TestThrownExceptionGoesThroughGoAndPython(t *testing.T) {
	r := chain(t)
	coro := r.call(t, "root")
	Resume(r.thread, coro, object.None, nil)
	out := Resume(r.thread, coro, object.None, object.NewException(object.ValueErrorType, "cancelled"))
	require.Equal(t, object.Raised, out.Kind)
	assert.Equal(t, []string{"root", "inner"}, functionsOf(outermostFirst(out.Exc.Traceback)))
	assert.Equal(t, "['inner finally']", r.repr(t, "log"))
}

func TestGoCoroutineCanCatchWhatItsAwaitRaises(t *testing.T) {
	r := chain(t)
	coro := r.call(t, "root")
	Resume(r.thread, coro, object.None, nil)
	out := Resume(r.thread, coro, object.None, object.KeyError(object.Int(1)))
	require.Equal(t, object.Returned, out.Kind, "the leaf in Go turned the KeyError into a result")
	s, _ := object.StrOf(out.Value)
	assert.Equal(t, "root:<inner:go caught it>", s)
}

func TestGoCoroutineAsTheRootOfAChain(t *testing.T) {
	r := chain(t)
	coro := r.call(t, "native_middle", r.call(t, "inner"))
	require.Equal(t, object.Yielded, Resume(r.thread, coro, object.None, nil).Kind)
	assert.EqualValues(t, 4, SuspendedLine(coro))
	out := Resume(r.thread, coro, object.NewStr("y"), nil)
	s, _ := object.StrOf(out.Value)
	assert.Equal(t, "<inner:<y>>", s)
	out = Resume(r.thread, coro, object.None, nil)
	require.Equal(t, object.Raised, out.Kind)
	assert.Contains(t, FormatExceptionOnly(r.thread, out.Exc), "cannot reuse already awaited coroutine")
}

func TestCloseRunsFinallyOfTheWholeChain(t *testing.T) {
	r := chain(t)
	coro := r.call(t, "root")
	Resume(r.thread, coro, object.None, nil)
	_, err := Close(r.thread, coro)
	require.Nil(t, err)
	assert.Equal(t, "['inner finally']", r.repr(t, "log"))
	assert.Equal(t, object.CoroutineClosed, StateOf(coro))
}

func TestMiddleOfAChainResumedDirectly(t *testing.T) {
	r := execute(t, `
class S:
    def __await__(self):
        return (yield 'waiting')
async def inner():
    return [await S(), await S()]
i = inner()
async def outer():
    return await i
o = outer()
o.send(None)
log = [i.send('direct')]
try:
    i.send('end')
except StopIteration as e:
    log.append(e.value)
try:
    o.send(None)
except RuntimeError as e:
    log.append(str(e))
`)
	require.Nil(t, r.exc, r.stderr)
	assert.Contains(t, r.repr(t, "log"), "['waiting', ['direct', 'end']")
}

func functionsOf(frames []object.TracebackEntry) []string {
	var names []string
	for _, f := range frames {
		names = append(names, f.Function)
	}
	return names
}

func (r *result) repr(t *testing.T, name string) string {
	t.Helper()
	s, err := object.Repr(r.thread, r.module.Dict.GetStr(name))
	require.Nil(t, err)
	return s
}

// suspendedFrames describes the frames of a suspended coroutine, outermost first.
func suspendedFrames(coro object.Value) []object.TracebackEntry {
	var frames []object.TracebackEntry
	for f := innermostFrame(coro); f != nil; f = f.back {
		if f.code != nil {
			frames = append([]object.TracebackEntry{f.entry()}, frames...)
		}
	}
	return frames
}
