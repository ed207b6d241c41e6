package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// libraryFolder is where asyncio's source files are for those who look at reprs.
const libraryFolder = "/usr/lib/python3.13/asyncio/"

// place is where a function of asyncio stands in CPython 3.13.0's sources: the file, the line
// of its def and the line of its (main) await.
type place struct {
	file       string
	def, await int
}

// places has the coroutines of asyncio that end up in tasks of their own.
var places = map[string]place{
	"sleep":              {"tasks.py", 703, 718},
	"wait_for":           {"tasks.py", 459, 507},
	"wait":               {"tasks.py", 424, 451},
	"Queue.get":          {"queues.py", 172, 186},
	"Queue.put":          {"queues.py", 125, 139},
	"Queue.join":         {"queues.py", 242, 251},
	"Event.wait":         {"locks.py", 200, 213},
	"Condition.wait":     {"locks.py", 248, 272},
	"Condition.wait_for": {"locks.py", 303, 313},
	"Barrier.wait":       {"locks.py", 511, 527},
	"Lock.acquire":       {"locks.py", 90, 110},
	"Semaphore.acquire":  {"locks.py", 386, 407},
	"to_thread":          {"threads.py", 12, 25},
	"staggered_race":     {"staggered.py", 13, 126},

	"staggered_race.<locals>.run_one_coro": {"staggered.py", 72, 0},
}

// placedBody is a coroutine of asyncio that has more than one await.
type placedBody interface {
	object.Resumable
	// awaitLine is the line of the await that it is suspended at.
	awaitLine() int
}

// coroutineText describes a coroutine as the repr of a task does.
func coroutineText(v object.Value) string {
	c, ok := object.AsNative[*object.Coroutine](v)
	if !ok {
		return vm.CoroutineText(v)
	}
	p, ok := places[c.Qualname]
	if !ok {
		return c.Qualname + "()"
	}
	switch c.State {
	case object.CoroutineClosed:
		return c.Qualname + "() done, defined at " + libraryFolder + p.file + ":" + itoa(p.def)
	case object.CoroutineCreated:
		return c.Qualname + "() running at " + libraryFolder + p.file + ":" + itoa(p.def)
	}
	line := p.await
	if body, ok := c.Body.(placedBody); ok {
		line = body.awaitLine()
	}
	return c.Qualname + "() running at " + libraryFolder + p.file + ":" + itoa(line)
}

// callbackPlaces has the places of done callbacks of asyncio, as reprs show them; those that
// are bound methods are shown without.
var callbackPlaces = map[string]string{
	"gather.<locals>._done_callback()":            "tasks.py:820",
	"_release_waiter()()":                         "tasks.py:454",
	"_wait.<locals>._on_completion()":             "tasks.py:521",
	"shield.<locals>._inner_done_callback()":      "tasks.py:958",
	"shield.<locals>._outer_done_callback()":      "tasks.py:975",
	"_run_until_complete_cb()":                    "base_events.py:182",
	"_chain_future.<locals>._call_set_state()":    "futures.py:393",
	"_chain_future.<locals>._call_check_cancel()": "futures.py:386",
}

// nativeCallbackText shows a done callback of asyncio as CPython does.
func nativeCallbackText(name string) string {
	if where, ok := callbackPlaces[name]; ok {
		return name + " at " + libraryFolder + where
	}
	return name
}
