// Package asyncio is Python's asyncio, written in Go on the virtual clock of package
// eventloop: futures, tasks, gather, queues, the loop's own API. Each primitive follows the
// source of CPython 3.13 named at it, so that the order of everything that a program can
// observe is CPython's.
//
// What CPython writes as `async def` is here a small struct with a Resume method
// (object.Resumable), one step of a coroutine at a time. All primitives report what they do
// to the run's trace.Recorder; see record.go.
package asyncio
