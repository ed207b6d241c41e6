"""What CPython's tests of asyncio share."""

import threading
import ssl
import socket
import asyncio
import contextlib
import inspect
import logging
import re
import sys
import unittest
from unittest import mock

CLOCK_RES = 0.050


def run_briefly(loop):
    async def once():
        pass
    coroutine = once()
    task = loop.create_task(coroutine)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coroutine.close()


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


class _NothingToWaitFor:
    """A selector that never blocks: time goes on only when the test says so."""

    def select(self, timeout):
        return []


class TestLoop(asyncio.base_events.BaseEventLoop):
    """A loop whose clock a generator moves: it is sent the deadline of each new timer, and yields by how much time goes on."""

    def __init__(self, gen=None):
        super().__init__()
        self._check_on_close = gen is not None
        self._gen = self._no_time() if gen is None else gen()
        next(self._gen)
        self._time = 0
        self._timers = []
        self._selector = _NothingToWaitFor()

    @staticmethod
    def _no_time():
        yield

    def time(self):
        return self._time

    def advance_time(self, advance):
        if advance:
            self._time += advance

    def close(self):
        super().close()
        if self._check_on_close:
            try:
                self._gen.send(0)
            except StopIteration:
                pass
            else:
                raise AssertionError('Time generator is not finished')

    def _run_once(self):
        super()._run_once()
        for when in self._timers:
            self.advance_time(self._gen.send(when))
        self._timers = []

    def call_at(self, when, callback, *args, context=None):
        self._timers.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def MockCallback(**kwargs):
    return mock.Mock(spec=['__call__'], **kwargs)


class MockPattern(str):
    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))


class MockInstanceOf:
    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    code = inspect.unwrap(func).__code__
    return code.co_filename, code.co_firstlineno


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        if not loop.is_closed() and 'call_soon' not in vars(loop):      # one test breaks that, and uses no thread
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError('loop is None')
        asyncio.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        asyncio.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    logger = logging.getLogger('asyncio')
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


async def await_without_task(coro):
    error = None

    def run():
        nonlocal error
        try:
            for _ in coro.__await__():
                pass
        except BaseException as e:
            error = e
    asyncio.get_running_loop().call_soon(run)
    await asyncio.sleep(0)
    if error is not None:
        raise error


class _HTTPServer:
    """Answers every connection to it with the same page; nothing is encrypted."""

    def __init__(self, host, port):
        self.listener = socket.create_server((host, port))
        self.address = self.listener.getsockname()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                conn, _ = self.listener.accept()
            except OSError:
                return
            with conn:
                conn.recv(65536)
                conn.sendall(b'HTTP/1.0 200 OK\r\nContent-type: text/plain\r\n\r\nTest message')


@contextlib.contextmanager
def run_test_server(*, host='127.0.0.1', port=0, use_ssl=False):
    server = _HTTPServer(host, port)
    try:
        yield server
    finally:
        server.listener.close()


def simple_client_sslcontext(*, disable_verify=True):
    return ssl.create_default_context()


simple_server_sslcontext = dummy_ssl_context = simple_client_sslcontext
