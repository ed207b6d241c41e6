package vm

import (
	"strconv"

	"asyncplay/runtime/object"
)

// IsCoroutine is asyncio.iscoroutine: a coroutine object of Python code or of Go.
func IsCoroutine(v object.Value) bool { return v.Type() == object.CoroutineType }

// IsCoroutineFunction is inspect.iscoroutinefunction, bound methods included.
func IsCoroutineFunction(v object.Value) bool {
	if m, ok := object.AsBoundMethod(v); ok {
		v = m.Func
	}
	if fn, ok := FunctionOf(v); ok {
		return fn.IsCoroutineFunction()
	}
	native, ok := object.AsNativeFunction(v)
	return ok && native.Async
}

// FirstLine is the line of the def of a coroutine's function, 0 for one written in Go.
func FirstLine(coro object.Value) int32 {
	if g, ok := object.AsNative[*Generator](coro); ok {
		return g.frame.code.source.FirstLine
	}
	return 0
}

// LastLine is the line at which a coroutine stands or ended, 0 for one written in Go.
func LastLine(coro object.Value) int32 {
	if g, ok := object.AsNative[*Generator](coro); ok && g.frame.code.script {
		return g.frame.line()
	}
	return 0
}

// CoroutineText describes a coroutine as the repr of a task does (CPython 3.13
// asyncio/coroutines.py, _format_coroutine).
func CoroutineText(coro object.Value) string {
	name := QualnameOf(coro) + "()"
	g, ok := object.AsNative[*Generator](coro)
	if !ok {
		if _, isStep := object.AsNative[*asyncStep](coro); isStep {
			return "<" + coro.Type().Name + " without __name__>()"
		}
		return name
	}
	c := g.frame.code.source
	if g.currentState() == object.CoroutineClosed {
		return name + " done, defined at " + c.Filename + ":" + strconv.Itoa(int(c.FirstLine))
	}
	return name + " running at " + c.Filename + ":" + strconv.Itoa(int(g.frame.line()))
}

// asyncGeneratorsSweepMin is the number of asynchronous generators from which finished
// ones are swept out of the run's list.
const asyncGeneratorsSweepMin = 64

// asyncGenerators lists the asynchronous generators of a run in order of creation.
type asyncGenerators struct {
	items   []*Generator
	sweepAt int
}

func (a *asyncGenerators) add(g *Generator) {
	if len(a.items) >= a.sweepAt {
		kept := a.items[:0]
		for _, other := range a.items {
			if other.state != object.CoroutineClosed {
				kept = append(kept, other)
			}
		}
		clear(a.items[len(kept):])
		a.items = kept
		a.sweepAt = max(asyncGeneratorsSweepMin, 2*len(kept))
	}
	a.items = append(a.items, g)
}

// OpenAsyncGenerators returns the asynchronous generators that were started and have not
// ended, in order of creation: what loop.shutdown_asyncgens() closes.
func OpenAsyncGenerators(run *object.Run) []object.Value {
	var open []object.Value
	for _, g := range stateOf(run).asyncGens.items {
		if g.state == object.CoroutineSuspended && !g.lost {
			open = append(open, g.Value())
		}
	}
	return open
}
