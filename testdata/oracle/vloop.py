#!/usr/bin/env python3
"""vloop - run any asyncio script on a deterministic virtual clock.

    python3 vloop.py [options] script.py [args...]

      --seed N        random.seed(N) before the script (default 0)
      --start T       virtual clock at start (default 0.0)
      --trace[=FILE]  canonical JSON-lines event log (default: stderr)
      --raw-timers    keep CPython's unstable heapq order for equal deadlines
                      (default: FIFO among equal deadlines, which is what a
                      real, always advancing clock gives)
      --raw-sets      keep address-hashed set order in wait()/as_completed()/
                      TaskGroup/all_tasks() (default: creation order)
      --workers N     size of the virtual thread pool (default 32)
      --no-gc         keep every task alive, no collector, leave by os._exit:
                      output cannot depend on when garbage is found
      --max-steps N   stop after N loop iterations, exit code 4 (0 = off)
      --threads=inline|baton
                      inline: executor jobs run to the end at submit, their
                              result is delivered after the time they slept
                      baton (default): a job runs in a real thread, one thread
                              at a time; its time.sleep() hands control back

Exit codes: the script's own, or 3 = deadlock, 4 = --max-steps reached.

Virtual: loop.time(), time.time/monotonic/perf_counter(/_ns), time.sleep, and
sockets, which are those of loopback.py.
Not virtual: datetime.now() (C clock), subprocesses, real threads that the script
starts by itself.
"""
import asyncio
import collections
import concurrent.futures
import functools
import gc
import heapq
import itertools
import json
import math
import os
import random
import sys
import threading
import time
import types
import weakref
from asyncio import base_events, events, futures, queues, locks, selector_events, tasks

import loopback

REAL_SLEEP = time.sleep
REAL_PERF = time.perf_counter


class Deadlock(BaseException):
    pass


class StepLimit(BaseException):
    pass


# --------------------------------------------------------------- clock

class Clock:
    def __init__(self, start=0.0):
        self.now = start

    def install(self, loop_getter):
        c = self

        def now():
            return c.now
        now_ns = lambda: round(c.now * 1e9)
        time.monotonic = time.perf_counter = time.time = now
        time.monotonic_ns = time.perf_counter_ns = time.time_ns = now_ns

        def sleep(secs):
            if secs < 0:
                raise ValueError('sleep length must be non-negative')
            vt = getattr(_tls, 'vthread', None)
            if vt is not None:
                vt.sleep(secs)
            else:               # blocking the loop: the whole world waits
                if TRACER:
                    TRACER.emit('blocking_sleep', secs=secs)
                c.now += secs
        time.sleep = sleep

        CF = concurrent.futures.Future
        for name in ('result', 'exception'):
            def method(self, timeout=None, _orig=getattr(CF, name)):
                vt = getattr(_tls, 'vthread', None)
                if isinstance(vt, VThread) and not self.done() and (timeout is None or timeout > 0):
                    vt.wait_cf(self, timeout)
                    timeout = 0
                return _orig(self, timeout)
            setattr(CF, name, method)


_tls = threading.local()
TRACER = None


# --------------------------------------------------------------- ordered set

class OSet(set):
    """A set that iterates in insertion order (see --raw-sets)."""
    def __init__(self, it=()):
        self._d = dict.fromkeys(it)
        set.__init__(self, self._d)

    def __iter__(self): return iter(list(self._d))
    def add(self, x): self._d.setdefault(x); set.add(self, x)
    def discard(self, x): self._d.pop(x, None); set.discard(self, x)
    def remove(self, x): set.remove(self, x); self._d.pop(x)
    def clear(self): self._d.clear(); set.clear(self)

    def pop(self):
        x = next(iter(self._d))
        self.remove(x)
        return x

    def update(self, *its):
        for it in its:
            for x in it:
                self.add(x)
    __ior__ = lambda s, o: (s.update(o), s)[1]
    def difference_update(self, *its):
        for it in its:
            for x in list(it):
                self.discard(x)
    def __or__(self, o): return OSet([*self, *o])
    union = lambda s, *o: OSet(itertools.chain(s, *o))
    def __sub__(self, o): return OSet(x for x in self if x not in o)
    difference = __sub__
    def __and__(self, o): return OSet(x for x in self if x in o)
    intersection = __and__
    def copy(self): return OSet(self)
    def __repr__(self): return '{%s}' % ', '.join(map(repr, self)) if self else 'set()'
    def __reduce__(self): return (OSet, (list(self),))


# --------------------------------------------------------------- timers

class AsCompleted(tasks._AsCompletedIterator):
    """What is done already comes in the order it was given, not in that of a set (see --raw-sets)."""
    def __init__(self, aws, timeout):
        self._done = queues.Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        self._todo = OSet(tasks.ensure_future(a, loop=loop) for a in OSet(aws))
        self._todo_left = len(self._todo)
        for f in self._todo:
            f.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)


AsCompleted.__name__ = AsCompleted.__qualname__ = '_AsCompletedIterator'


class FifoTimer(events.TimerHandle):
    __slots__ = ('seq',)

    def __lt__(self, other):
        if self._when != other._when:
            return self._when < other._when
        return self.seq < other.seq


FifoTimer.__name__ = FifoTimer.__qualname__ = 'TimerHandle'     # in its repr


# --------------------------------------------------------------- virtual threads

class VThread:
    """A real thread that runs only while the loop thread waits for it."""
    sleeping = {}       # those that wait: when they wake up at the latest

    def __init__(self, loop, fn, args, cf):
        self.loop, self.fn, self.args, self.cf = loop, fn, args, cf
        self.go = threading.Semaphore(0)
        self.back = threading.Semaphore(0)
        self.finished = False
        self.thread = threading.Thread(target=self._main, daemon=True)
        self.thread.start()

    def _main(self):
        self.go.acquire()
        _tls.vthread = self
        try:
            r = self.fn(*self.args)
        except BaseException as e:
            self.result = (False, e)
        else:
            self.result = (True, r)
        self.finished = True
        self.back.release()

    def sleep(self, secs):
        when = self.sleeping[self] = self.loop.time() + secs
        self._hand_back(lambda: self.loop.is_closed() or self.loop.call_at(when, self.resume))

    @classmethod
    def join_all(cls):
        """What Python does at its exit: threads of executors run to their end. False: they never will."""
        while cls.sleeping:
            thread = min(cls.sleeping, key=cls.sleeping.get)
            when = cls.sleeping[thread]
            if when == math.inf:
                return False
            if when > CLOCK.now:
                if TRACER:
                    TRACER.emit('blocking_sleep', secs=when - CLOCK.now)
                CLOCK.now = when
            thread.resume()
        return True

    def wait_cf(self, cf, timeout):
        """concurrent.futures.Future.result()/exception() in a job."""
        def arm():
            once = []

            def wake(*_):
                if once:
                    return
                once.append(1)
                if not self.loop.is_closed():
                    self.loop.call_soon(self.resume)
                if self in self.sleeping:   # the loop may not run any more
                    self.sleeping[self] = self.loop.time()
            cf.add_done_callback(wake)

            def timed_out():
                if not once:
                    once.append(1)
                    self.resume()
            if timeout is not None and not self.loop.is_closed():
                self.loop.call_later(timeout, timed_out)
        self.sleeping[self] = math.inf if timeout is None else self.loop.time() + timeout
        self._hand_back(arm)

    def _hand_back(self, arm):
        self.arm = arm
        self.back.release()
        self.go.acquire()

    def resume(self):
        self.sleeping.pop(self, None)
        self.go.release()
        self.back.acquire()
        if self.finished:
            self.thread.join()
            ok, r = self.result
            self.loop._vthread_done(self)
            if ok:
                self.cf.set_result(r)
            else:
                self.cf.set_exception(r)
        else:
            self.arm()


class InlineThread:
    """Runs to the end at submit; delivers after the time it slept."""
    def __init__(self, loop, fn, args, cf):
        self.loop, self.fn, self.args, self.cf = loop, fn, args, cf
        self.slept = 0.0

    def sleep(self, secs):
        self.slept += secs

    def resume(self):
        prev = getattr(_tls, 'vthread', None)
        _tls.vthread = self
        try:
            r = self.fn(*self.args)
            ok = True
        except BaseException as e:
            ok, r = False, e
        finally:
            _tls.vthread = prev

        def deliver():
            self.loop._vthread_done(self)
            (self.cf.set_result if ok else self.cf.set_exception)(r)
        if self.slept:
            self.loop.call_later(self.slept, deliver)
        else:
            deliver()


# --------------------------------------------------------------- the loop

class VLoop(selector_events.BaseSelectorEventLoop):
    cfg = types.SimpleNamespace(raw_timers=False, workers=32, threads='baton',
                                max_steps=0, no_gc=False)

    def __init__(self, clock=None):
        super().__init__(loopback.Selector(lambda timeout: self._advance(timeout)))
        self._clock_resolution = 1e-9
        self._vclock = clock or CLOCK
        self._tseq = itertools.count()
        self._taskseq = itertools.count()
        self._starting = {}         # id of a coroutine: place of its task, while that makes an eager first step
        self._created = set() if self.cfg.no_gc else weakref.WeakSet()
        self._vt_active = OSet()
        self._vt_queue = collections.deque()
        self.iterations = 0

    # -- time
    def time(self):
        return self._vclock.now

    def _advance(self, timeout):
        self.iterations += 1
        if self.cfg.max_steps and self.iterations > self.cfg.max_steps:
            raise StepLimit(self)
        if timeout is None:
            raise Deadlock(self)
        if timeout > 0:
            # set, do not add: keeps the clock bit-exact on the deadline
            when = self._scheduled[0]._when
            if timeout >= base_events.MAXIMUM_SELECT_TIMEOUT:
                when = min(when, self._vclock.now + timeout)
            if TRACER:
                TRACER.emit('advance', to=when)
            self._vclock.now = when
            # after 194 days 1e-9 is less than the distance of two floats, and a
            # timer due now would stay "not yet due" for ever
            self._clock_resolution = max(1e-9, math.ulp(when))

    def call_at(self, when, callback, *args, context=None):
        if self.cfg.raw_timers:
            return super().call_at(when, callback, *args, context=context)
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_at')
        t = FifoTimer(when, callback, args, self, context)
        t.seq = next(self._tseq)
        if t._source_traceback:
            del t._source_traceback[-1]
        heapq.heappush(self._scheduled, t)
        t._scheduled = True
        return t

    # -- plumbing: no other thread ever wakes the loop, so it needs no pipe to itself
    def _make_self_pipe(self):
        pass

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return loopback.getaddrinfo(host, port, family, type, proto, flags)

    # -- tasks
    def create_task(self, coro, *, name=None, context=None):
        seq = self._starting[id(coro)] = next(self._taskseq)
        try:
            t = super().create_task(coro, name=name, context=context)
        finally:
            del self._starting[id(coro)]
        if getattr(t, '_vseq', None) is None:
            t._vseq = seq
        self._created.add(t)
        return t

    # -- executors
    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            self._check_default_executor()
        cf = concurrent.futures.Future()
        fut = futures.wrap_future(cf, loop=self)
        kind = (VThread if self.cfg.threads == 'baton' and sys.platform != 'emscripten'
                else InlineThread)
        job = (kind, func, args, cf, executor)
        if self._vt_has_room(executor):
            self._vthread_start(job)
        else:
            self._vt_queue.append(job)
        return fut

    def _vt_has_room(self, executor):
        size = self.cfg.workers if executor is None else executor._max_workers
        return sum(vt.pool is executor for vt in self._vt_active) < size

    def _vthread_start(self, job):
        kind, func, args, cf, executor = job
        if not cf.set_running_or_notify_cancel():
            return
        vt = kind(self, func, args, cf)
        vt.pool = executor
        self._vt_active.add(vt)
        vt.resume()

    def _vthread_done(self, vt):
        self._vt_active.discard(vt)
        for job in list(self._vt_queue):
            if self._vt_has_room(job[4]):
                self._vt_queue.remove(job)
                self._vthread_start(job)
                if not job[3].cancelled():
                    break

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        while any(vt.pool is None for vt in self._vt_active):
            w = self.create_future()
            next(vt for vt in self._vt_active if vt.pool is None).cf.add_done_callback(
                lambda _: w.done() or self.is_closed() or w.set_result(None))
            await w


# --------------------------------------------------------------- reporting

SCRIPT = None


def await_chain(coro):
    """[(qualname, file, line, frame)], outermost first, plus the final awaitable."""
    out, seen = [], 0
    while coro is not None and seen < 1000:
        seen += 1
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None) \
            or getattr(coro, 'ag_frame', None)
        nxt = getattr(coro, 'cr_await', None)
        if nxt is None:
            nxt = getattr(coro, 'gi_yieldfrom', None)
        if nxt is None:
            nxt = getattr(coro, 'ag_await', None)
        if frame is None:
            # async_generator_asend/athrow hide the generator, anext(…, default) hides those; the gc knows it
            gens = [g for g in gc.get_referents(coro)
                    if isinstance(g, types.AsyncGeneratorType) or type(g).__name__.startswith('async_generator_a')]
            if not gens:
                return out, coro
            coro = gens[0]
            continue
        code = frame.f_code
        # skip the tracer's wrappers and the pure-Python Future it uses
        if code.co_filename not in (__file__, futures.__file__):
            out.append((getattr(coro, '__qualname__', code.co_name),
                        code.co_filename, frame.f_lineno, frame))
        coro = nxt
    return out, None


_ids = {}
_id_counts = collections.Counter()
_keep = []


def oid(obj):
    """Stable name: Queue#1, Future#2 ... in order of first sight."""
    k = id(obj)
    if k not in _ids:
        n = type(obj).__name__.replace('Trace', '').lstrip('_')
        _id_counts[n] += 1
        _ids[k] = f'{n}#{_id_counts[n]}'
        _keep.append(obj)       # so that the id is never reused
    return _ids[k]


def name_objects():
    """Number queues and locks in the order the script makes them."""
    adir = os.path.dirname(asyncio.__file__)
    for cls in (queues.Queue, locks.Lock, locks.Event, locks.Condition,
                locks.Semaphore, locks.Barrier):
        def init(self, *a, _orig=cls.__init__, **k):
            f = sys._getframe(1)
            while f.f_code.co_name == '__init__' and f.f_locals.get('self') is self:    # of a subclass
                f = f.f_back
            if id(self) not in _ids:
                if f.f_code.co_filename.startswith(adir) or f.f_code.co_filename == __file__:
                    _ids[id(self)] = f'{type(self).__name__}(internal)'
                    _keep.append(self)
                else:
                    oid(self)
            _orig(self, *a, **k)
        cls.__init__ = functools.wraps(cls.__init__)(init)


def order_server_clients():
    """Let Server.close_clients() go through the clients in the order they came."""
    init = base_events.Server.__init__

    def ordered(self, *args, **kwargs):
        init(self, *args, **kwargs)
        self._clients = OSet()
    base_events.Server.__init__ = ordered


def user_line(chain):
    for qn, fn, ln, fr in reversed(chain):
        if fn == SCRIPT:
            return ln
    return None


def describe_wait(task):
    chain, last = await_chain(task.get_coro())
    fw = getattr(task, '_fut_waiter', None)
    what = None
    for qn, fn, ln, fr in reversed(chain):
        self_ = fr.f_locals.get('self')
        if isinstance(self_, queues.Queue) and qn.startswith(
                ('Queue.', 'PriorityQueue.', 'LifoQueue.')):
            what = (f'{qn}() on {oid(self_)} (size {self_.qsize()}, maxsize {self_.maxsize}, '
                    f'unfinished {self_._unfinished_tasks}, getters {len(self_._getters)}, '
                    f'putters {len(self_._putters)})')
        elif isinstance(self_, (locks.Lock, locks.Event, locks.Condition,
                                locks.Semaphore, locks.Barrier)) and what is None:
            what = f'{qn}() on {oid(self_)}'
        elif isinstance(self_, asyncio.TaskGroup):
            names = [t.get_name() for t in sorted(
                self_._tasks, key=lambda t: getattr(t, '_vseq', 0))]
            what = f'TaskGroup.__aexit__ for {names}'
        elif isinstance(self_, futures.Future):
            pass
        elif fn == tasks.__file__ and qn == 'sleep' and 'h' in fr.f_locals:
            what = f"sleep until t={fr.f_locals['h'].when():.9g}"
        elif fn == tasks.__file__ and qn == 'wait' and 'fs' in fr.f_locals:
            what = 'asyncio.wait of ' + str(sorted(
                t.get_name() if isinstance(t, asyncio.Task) else oid(t)
                for t in fr.f_locals['fs'] if not t.done()))
    if isinstance(fw, asyncio.Task):
        what = f'task {fw.get_name()!r}'
    elif type(fw).__name__.endswith('GatheringFuture'):
        pend = [c.get_name() if isinstance(c, asyncio.Task) else oid(c)
                for c in fw._children if not c.done()]
        what = f'gather of {len(fw._children)}, pending {pend}'
    elif what is None and fw is not None:
        what = 'a bare ' + type(fw).__name__.replace('Trace', '').replace('_Py', '')
    elif what is None:
        what = 'nothing (ready to run)'
    return chain, what


def deadlock_report(loop, out, title='DEADLOCK'):
    ts = [t for t in all_tasks_ordered(loop)]
    out.write(f'*** {title} at t={loop.time():.6g}: no ready callback, no timer; '
              f'{len(ts)} task(s) pending\n')
    for t in ts:
        chain, what = describe_wait(t)
        ul = user_line(chain)
        out.write(f'  {t.get_name()}: {chain[0][0] if chain else "?"} '
                  f'suspended at line {ul}; waits on {what}\n')
        for qn, fn, ln, fr in chain:
            f = os.path.basename(fn) if fn == SCRIPT else \
                '/'.join(fn.split('/')[-2:])
            out.write(f'      {f}:{ln} in {qn}\n')
    dead = [t for t in sorted(loop._created, key=lambda t: t._vseq)
            if t.done() and not t.cancelled() and t._log_traceback]
    for t in dead:
        e = t._exception
        tb, ul = e.__traceback__, None
        while tb is not None:
            if tb.tb_frame.f_code.co_filename == SCRIPT:
                ul = tb.tb_lineno
            tb = tb.tb_next
        coro = getattr(t.get_coro(), '__qualname__', '?')     # an eager task may have none any more
        out.write(f'  {t.get_name()}: {coro} already died at line '
                  f'{ul} with {type(e).__name__}: {e} (never retrieved)\n')
    if TRACER:
        TRACER.emit('deadlock', pending=[
            {'task': t.get_name(), 'line': user_line(describe_wait(t)[0]),
             'waits': describe_wait(t)[1]} for t in ts])


def all_tasks_ordered(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return OSet(sorted(_real_all_tasks(loop), key=lambda t: task_place(loop, t)))


def task_place(loop, task):
    """The number of a task in order of creation."""
    place = getattr(task, '_vseq', None)
    if place is None and isinstance(loop, VLoop):
        place = loop._starting.get(id(task.get_coro()))
    return 1 << 60 if place is None else place


_real_all_tasks = tasks.all_tasks


# --------------------------------------------------------------- tracing

class Tracer:
    def __init__(self, fh):
        self.fh = fh

    def emit(self, ev, task=None, **kw):
        if task is None:
            try:
                ct = tasks.current_task()
            except RuntimeError:
                ct = None
            task = ct.get_name() if ct is not None else None
        self.fh.write(json.dumps({'t': CLOCK.now, 'task': task, 'ev': ev, **kw},
                                 default=safe) + '\n')


def safe(v):
    if v is None or isinstance(v, (bool, int, float, str)):
        return v
    if isinstance(v, BaseException):
        if isinstance(v, BaseExceptionGroup):
            return {'exc': type(v).__name__, 'msg': v.message,
                    'sub': [safe(e) for e in v.exceptions]}
        return {'exc': type(v).__name__, 'msg': str(v)}
    if isinstance(v, asyncio.Task):
        return f'<task {v.get_name()}>'
    if isinstance(v, (list, tuple)):
        return [safe(x) for x in v]
    if isinstance(v, dict):
        return {str(k): safe(x) for k, x in v.items()}
    if type(v).__repr__ is object.__repr__ or ' at 0x' in repr(v):
        return f'<{type(v).__name__}>'
    return repr(v)


def outcome(fut):
    if fut._state == 'CANCELLED':
        return {'state': 'cancelled'}
    if fut._exception is not None:
        return {'state': 'exception', 'error': safe(fut._exception)}
    return {'state': 'result', 'value': safe(fut._result)}


def install_tracing(tr):
    PyFuture, PyTask = futures._PyFuture, tasks._PyTask

    class TraceFuture(PyFuture):
        def _Future__schedule_callbacks(self):
            tr.emit('future_done', fut=oid(self), waiters=len(self._callbacks),
                    **outcome(self))
            super()._Future__schedule_callbacks()

    class TraceTask(PyTask):
        def __init__(self, coro, *, loop=None, name=None, context=None,
                     eager_start=False):
            if not asyncio.iscoroutine(coro):
                return super().__init__(coro)       # which raises
            self._vseq = next(loop._taskseq)
            # the name is needed before an eager start
            nm = name if name is not None else f'Task-{tasks._task_name_counter()}'
            tr.emit('task_created', name=str(nm),
                    coro=getattr(coro, '__qualname__', '?'), eager=eager_start)
            super().__init__(coro, loop=loop, name=nm, context=context,
                             eager_start=eager_start)

        def _Task__step_run_and_handle_result(self, exc):
            tr.emit('step', task=self.get_name(),
                    **({'throw': safe(exc)} if exc is not None else {}))
            super()._Task__step_run_and_handle_result(exc)
            if not self.done():
                chain, what = describe_wait(self)
                tr.emit('suspend', task=self.get_name(), line=user_line(chain),
                        waits=what)

        def _Future__schedule_callbacks(self):
            tr.emit('task_done', task=self.get_name(), **outcome(self))
            super()._Future__schedule_callbacks()

        def cancel(self, msg=None):
            r = super().cancel(msg)
            tr.emit('cancel', target=self.get_name(), ok=r)
            return r

    class TraceGatheringFuture(TraceFuture):
        def __init__(self, children, *, loop):
            super().__init__(loop=loop)
            self._children = children
            self._cancel_requested = False
        cancel = tasks._GatheringFuture.cancel

    asyncio.Task = tasks.Task = TraceTask
    asyncio.Future = futures.Future = TraceFuture
    tasks._GatheringFuture = TraceGatheringFuture
    VLoop.create_future = lambda self: TraceFuture(loop=self)
    asyncio.eager_task_factory = tasks.eager_task_factory = \
        tasks.create_eager_task_factory(TraceTask)

    Q = queues.Queue

    def wrap(cls, name, ev, post):
        orig = getattr(cls, name)
        if asyncio.iscoroutinefunction(orig) or orig.__code__.co_flags & 0x80:
            @functools.wraps(orig)
            async def w(self, *a, **k):
                if not oid(self).endswith('(internal)'):
                    tr.emit(ev + '_begin', obj=oid(self))
                r = await orig(self, *a, **k)
                if not oid(self).endswith('(internal)'):
                    tr.emit(ev, obj=oid(self), **post(self, r, a))
                return r
        else:
            @functools.wraps(orig)
            def w(self, *a, **k):
                try:
                    r = orig(self, *a, **k)
                except BaseException as e:
                    tr.emit(ev, obj=oid(self), error=safe(e))
                    raise
                if not oid(self).endswith('(internal)'):
                    tr.emit(ev, obj=oid(self), **post(self, r, a))
                return r
        setattr(cls, name, w)

    qs = lambda q: {'size': q.qsize(), 'unfinished': q._unfinished_tasks}
    wrap(Q, 'put_nowait', 'queue_put', lambda q, r, a: {'item': safe(a[0]), **qs(q)})
    wrap(Q, 'get_nowait', 'queue_get', lambda q, r, a: {'item': safe(r), **qs(q)})
    wrap(Q, 'task_done', 'queue_task_done', lambda q, r, a: qs(q))
    wrap(Q, 'join', 'queue_join', lambda q, r, a: qs(q))
    wrap(Q, 'shutdown', 'queue_shutdown', lambda q, r, a: qs(q))
    wrap(locks.Lock, 'acquire', 'lock_acquire', lambda l, r, a: {})
    wrap(locks.Lock, 'release', 'lock_release', lambda l, r, a: {})
    wrap(locks.Semaphore, 'acquire', 'sem_acquire', lambda l, r, a: {'value': l._value})
    wrap(locks.Semaphore, 'release', 'sem_release', lambda l, r, a: {'value': l._value})
    wrap(locks.Event, 'set', 'event_set', lambda l, r, a: {})
    wrap(locks.Event, 'clear', 'event_clear', lambda l, r, a: {})

    class Out:
        def __init__(self, raw, name):
            self.raw, self.name = raw, name

        def write(self, s):
            if s:
                tr.emit(self.name, text=s)
            return self.raw.write(s)

        def __getattr__(self, n):
            return getattr(self.raw, n)
    sys.stdout = Out(sys.stdout, 'stdout')


# --------------------------------------------------------------- main

CLOCK = Clock()


_PolicyBase = getattr(events, 'BaseDefaultEventLoopPolicy', None) or \
    getattr(events, '_BaseDefaultEventLoopPolicy')      # renamed in 3.14


class Policy(_PolicyBase):
    _loop_factory = VLoop

    def new_event_loop(self):
        return VLoop()


def install(start=0.0, raw_sets=False, trace_fh=None):
    """Make every new event loop of this process a VLoop."""
    global TRACER
    CLOCK.now = start
    CLOCK.install(None)
    loopback.install()
    getattr(events, '_set_event_loop_policy', asyncio.set_event_loop_policy)(Policy())
    if not raw_sets:
        from asyncio import taskgroups
        tasks.set = taskgroups.set = OSet
        order_server_clients()
        tasks._AsCompletedIterator = AsCompleted
        tasks.all_tasks = asyncio.all_tasks = all_tasks_ordered
    name_objects()
    if sys.platform == 'emscripten':        # Pyodide: replace its asyncio.run
        def run(main, *, debug=None, loop_factory=None):
            prev = events._get_running_loop()
            events._set_running_loop(None)
            try:
                with asyncio.Runner(debug=debug, loop_factory=loop_factory or VLoop) as r:
                    return r.run(main)
            finally:
                events._set_running_loop(prev)
        asyncio.run = run
    if trace_fh is not None:
        TRACER = Tracer(trace_fh)
        install_tracing(TRACER)


def main(argv):
    global SCRIPT
    seed, start, raw_sets, trace = 0, 0.0, False, None
    args = list(argv)
    while args and args[0].startswith('--'):
        a = args.pop(0)
        key, _, val = a.partition('=')
        if key == '--trace':
            trace = open(val, 'w') if val else sys.stderr
        elif key == '--raw-timers':
            VLoop.cfg.raw_timers = True
        elif key == '--raw-sets':
            raw_sets = True
        elif key == '--no-gc':
            VLoop.cfg.no_gc = True
            gc.disable()
        else:
            val = val or args.pop(0)
            if key == '--seed':
                seed = int(val)
            elif key == '--start':
                start = float(val)
            elif key == '--workers':
                VLoop.cfg.workers = int(val)
            elif key == '--max-steps':
                VLoop.cfg.max_steps = int(val)
            elif key == '--threads':
                VLoop.cfg.threads = val
            else:
                sys.exit(f'vloop: unknown option {a}')
    if not args:
        sys.exit(__doc__)
    SCRIPT = os.path.abspath(args[0])
    src = open(SCRIPT, 'rb').read()
    sys.argv = args
    sys.path[0] = os.path.dirname(SCRIPT)
    mod = types.ModuleType('__main__')
    mod.__file__ = SCRIPT
    sys.modules['__main__'] = mod
    code = compile(src, SCRIPT, 'exec')
    random.seed(seed)
    install(start, raw_sets, trace)

    def flush():
        for f in (sys.stdout, sys.stderr, trace):
            if f:
                f.flush()
    # Deadlock must not run the script's finally blocks: report at the source.
    real_advance = VLoop._advance

    def advance(self, timeout):
        try:
            real_advance(self, timeout)
        except Deadlock:
            sys.stdout.flush()
            deadlock_report(self, sys.stderr)
            flush()
            os._exit(3)
        except StepLimit:
            sys.stdout.flush()
            deadlock_report(self, sys.stderr, 'STEP LIMIT')
            flush()
            os._exit(4)
    VLoop._advance = advance
    rc = 0
    # this file's own two frames must not cost the script any depth
    sys.setrecursionlimit(sys.getrecursionlimit() + 2)
    try:
        exec(code, mod.__dict__)
    except BaseException as e:
        if not VLoop.cfg.no_gc:
            raise
        if isinstance(e, SystemExit):
            rc = e.code if isinstance(e.code, int) else int(e.code is not None)
            if rc and not isinstance(e.code, int):
                sys.stdout.flush()
                print(e.code, file=sys.stderr)
        else:
            rc = 1
            sys.excepthook(type(e), e, e.__traceback__)
    finally:
        if not VThread.join_all():
            rc = 3
        flush()
    if VLoop.cfg.no_gc:
        os._exit(rc)


if __name__ == '__main__':
    sys.modules['vloop'] = sys.modules['__main__']
    main(sys.argv[1:])
