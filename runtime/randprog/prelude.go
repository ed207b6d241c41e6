package randprog

import "strings"

// prelude is what every program starts with. A shrunken program keeps what it needs of it.
//
// out prints the virtual time, the task and what happened there. show describes a value without addresses: an
// exception with what it holds and, after "<", what it came from. T holds all tasks that were made
// by spawn, with that of main first, F futures, and pick one of either. When CPython reports an exception that nobody
// retrieved depends on when it finalises the future: fail retrieves it, and report and handler drop such reports.
const prelude = `
import asyncio
import contextlib
import contextvars
import functools
import sys
import time

T, F = [], []
V = contextvars.ContextVar('V', default=0)

class Boom(Exception):
    pass

X = [Boom('shared'), ValueError('shared'), asyncio.CancelledError('shared')]

def out(*words):
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None
    print(f'{time.monotonic():.9g}', task.get_name() if task else '-', *words)

def show(value, depth=0):
    if isinstance(value, BaseException):
        text = type(value).__name__ + str(tuple(a for a in value.args if isinstance(a, (int, str))))
        if isinstance(value, BaseExceptionGroup):
            text += '[' + ', '.join([show(e, depth) for e in value.exceptions]) + ']'
        origin = value.__cause__ or value.__context__
        if origin is not None and depth < 3:
            text += (' <= ' if value.__cause__ else ' < ') + show(origin, depth + 1)
        return text
    if asyncio.isfuture(value):
        name = value.get_name() if isinstance(value, asyncio.Task) else 'future'
        if not value.done():
            return name + ' pending'
        if value.cancelled():
            return name + ' cancelled'
        return name + ' ' + (show(value.exception()) if value.exception() else show(value.result()))
    if isinstance(value, (list, tuple, set)):
        return '[' + ', '.join([show(v) for v in value]) + ']'
    if value is None or isinstance(value, (bool, int, float, str)):
        return repr(value)
    return type(value).__name__

def pick(things, n):
    return things[n % len(things)]

def spawn(coro, name=None, group=None):
    task = (group or asyncio).create_task(coro, name=name)
    T.append(task)
    return task

def fail(future, exception):
    future.set_exception(exception)
    future.exception()

def report(loop, context):
    if 'never retrieved' not in context['message']:
        loop.default_exception_handler(context)

def handler(loop, context):
    if 'never retrieved' not in context['message']:
        out('handler', context['message'].split('(')[0].split(' at 0x')[0], show(context.get('exception')))

def work(seconds, value):
    time.sleep(seconds)
    out('worked', show(value))
    if isinstance(value, Exception):
        raise value
    return value

def work_with(loop, seconds, coro, timeout):
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    time.sleep(seconds)
    loop.call_soon_threadsafe(out, 'called from a thread', future.done())
    try:
        return future.result(timeout)
    except TimeoutError as e:
        out('cancelled from a thread', future.cancel(), show(e))

class Stack(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        out('put', item)
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()

class Manager:
    def __init__(self, seconds, swallows):
        self.seconds, self.swallows = seconds, swallows

    async def __aenter__(self):
        await asyncio.sleep(self.seconds)
        return self.seconds

    async def __aexit__(self, typ, e, traceback):
        out('exit', show(e))
        await asyncio.sleep(self.seconds)
        return self.swallows

class Counter:
    def __init__(self, seconds, n):
        self.seconds, self.n = seconds, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(self.seconds)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n
`

// preludeNodes are the prelude's statements, each of one piece, so that a shrunken program can be without them.
func preludeNodes() []*node {
	var nodes []*node
	for _, piece := range strings.Split(strings.Trim(prelude, "\n"), "\n") {
		if strings.HasPrefix(piece, " ") {
			c := nodes[len(nodes)-1].clauses[0]
			c.head = text(string(c.head.(text)) + "\n" + piece)
		} else if piece != "" {
			nodes = append(nodes, &node{clauses: []*clause{{head: text(piece)}}})
		}
	}
	return nodes
}
