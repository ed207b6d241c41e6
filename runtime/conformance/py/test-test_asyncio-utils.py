"""What CPython's tests of asyncio share."""

import asyncio
import contextlib
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


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        if not loop.is_closed():
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError('loop is None')
        asyncio.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

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
