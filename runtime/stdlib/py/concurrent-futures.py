"""Futures of calls in threads."""

import threading
import time
import types
import _thread
from collections import namedtuple

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
_PENDING, _RUNNING, _CANCELLED, _NOTIFIED, _FINISHED = 'PENDING', 'RUNNING', 'CANCELLED', 'CANCELLED_AND_NOTIFIED', 'FINISHED'
_STATES = {_PENDING: 'pending', _RUNNING: 'running', _CANCELLED: 'cancelled', _NOTIFIED: 'cancelled', _FINISHED: 'finished'}

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError',
           'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor']


class Error(Exception):
    __module__ = 'concurrent.futures._base'


class CancelledError(Error):
    __module__ = 'concurrent.futures._base'


class InvalidStateError(Error):
    __module__ = 'concurrent.futures._base'


class BrokenExecutor(RuntimeError):
    __module__ = 'concurrent.futures._base'


TimeoutError = TimeoutError
DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


class Future:
    __module__ = 'concurrent.futures._base'

    def __init__(self):
        self._parking = _thread.Parking()
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def _settle(self, state):
        self._state = state
        self._parking.wake_all()
        callbacks, self._done_callbacks = self._done_callbacks, []
        for callback in callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def __repr__(self):
        kind = f'<{type(self).__name__} at {hex(id(self))} state={_STATES[self._state]}'
        if self._state == _FINISHED:
            what = f'raised {type(self._exception).__name__}' if self._exception is not None else f'returned {type(self._result).__name__}'
            return f'{kind} {what}>'
        return kind + '>'

    def cancel(self):
        if self._state in (_RUNNING, _FINISHED):
            return False
        if self._state in (_CANCELLED, _NOTIFIED):
            return True
        self._settle(_CANCELLED)
        return True

    def cancelled(self):
        return self._state in (_CANCELLED, _NOTIFIED)

    def running(self):
        return self._state == _RUNNING

    def done(self):
        return self._state in (_CANCELLED, _NOTIFIED, _FINISHED)

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._done_callbacks.append(fn)

    def _wait(self, timeout):
        if not self.done():
            end = None if timeout is None else time.monotonic() + timeout
            while not self.done():
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0 or not self._parking.wait(left):
                    break
        if self.cancelled():
            raise CancelledError()
        if not self.done():
            raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == _CANCELLED:
            self._state = _NOTIFIED
            return False
        if self._state == _PENDING:
            self._state = _RUNNING
            return True
        raise RuntimeError('Future in unexpected state')

    def _check_open(self):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')

    def set_result(self, result):
        self._check_open()
        self._result = result
        self._settle(_FINISHED)

    def set_exception(self, exception):
        self._check_open()
        self._exception = exception
        self._settle(_FINISHED)

    __class_getitem__ = classmethod(types.GenericAlias)


class Executor:
    __module__ = 'concurrent.futures._base'

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    yield futures.pop().result(None if end is None else end - time.monotonic())
            finally:
                for f in futures:
                    f.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class _Worker:
    """The identity of the thread that runs a call."""

    def __init__(self, name):
        self._name = name
        self._thread = None

    def thread(self):
        if self._thread is None:
            self._thread = threading._DummyThread(self._name)
        return self._thread


_pools = 0


class ThreadPoolExecutor(Executor):
    __module__ = 'concurrent.futures.thread'

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _pools
        if max_workers is None:
            max_workers = 32
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._pool = _thread.Pool(max_workers)
        if not thread_name_prefix:
            thread_name_prefix = f'ThreadPoolExecutor-{_pools}'
            _pools += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._workers = []      # all that were needed so far
        self._idle = []
        self._shutdown = False
        self._futures = []

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        f = Future()
        self._futures = [other for other in self._futures if not other.done()]
        self._futures.append(f)

        def run():
            if not f.set_running_or_notify_cancel():
                return
            worker.enter()
            try:
                if worker.fresh and self._initializer is not None:
                    self._initializer(*self._initargs)
                result = fn(*args, **kwargs)
            except BaseException as e:
                worker.leave()
                f.set_exception(e)
            else:
                worker.leave()
                f.set_result(result)
        worker = _Turn(self)
        _thread.start(run, name=getattr(fn, '__name__', None) or type(fn).__name__, pool=self._pool, tag=worker)
        return f

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            for f in self._futures:
                f.cancel()
        if wait:
            for f in self._futures:
                while not f.done():
                    f._parking.wait()


class _Turn:
    """One call's use of a worker thread of its pool."""

    def __init__(self, executor):
        self._executor = executor
        self._worker = None
        self.fresh = False

    def enter(self):
        e = self._executor
        if e._idle:
            self._worker = e._idle.pop()
        else:
            self._worker = _Worker(f'{e._thread_name_prefix}_{len(e._workers)}')
            e._workers.append(self._worker)
            self.fresh = True

    def leave(self):
        self._executor._idle.append(self._worker)

    def thread(self):
        if self._worker is None:
            return threading.main_thread()
        return self._worker.thread()


class ProcessPoolExecutor(ThreadPoolExecutor):
    """There are no processes here: calls run in threads."""
    __module__ = 'concurrent.futures.process'

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, '', initializer, initargs)


def _wait_any(futures, ready, timeout):
    """Waits until ready() is true."""
    end = None if timeout is None else time.monotonic() + timeout
    parking = _thread.Parking()
    wake = lambda f: parking.wake_all()
    for f in futures:
        if not f.done():
            f._done_callbacks.append(wake)
    try:
        while not ready():
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return False
            parking.wait(left)
        return True
    finally:
        for f in futures:
            if wake in f._done_callbacks:
                f._done_callbacks.remove(wake)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = list(dict.fromkeys(fs))

    def ready():
        if return_when == FIRST_COMPLETED:
            return any(f.done() for f in fs)
        if return_when == FIRST_EXCEPTION and any(f.done() and not f.cancelled() and f._exception is not None for f in fs):
            return True
        return all(f.done() for f in fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    if fs:
        _wait_any(fs, ready, timeout)
    done = {f for f in fs if f.done()}
    return DoneAndNotDoneFutures(done, set(fs) - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else time.monotonic() + timeout
    fs = list(dict.fromkeys(fs))
    total = len(fs)
    finished = [f for f in fs if f.done()]
    pending = [f for f in fs if not f.done()]
    order = []
    for f in pending:
        f._done_callbacks.append(order.append)
    yield from finished
    while pending:
        if not order:
            left = None if end is None else end - time.monotonic()
            if not _wait_any(pending, lambda: order, left):
                raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
        while order:
            f = order.pop(0)
            pending.remove(f)
            yield f
