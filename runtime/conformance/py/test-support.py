"""What CPython's tests of asyncio take from test.support."""

import contextlib
import functools
import gc
import sys
import unittest

SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 5 * 60.0
LOOPBACK_TIMEOUT = 10.0


def _unchanged(obj):
    return obj


cpython_only = no_tracing = _unchanged


def refcount_test(test):
    return unittest.skip('there are no reference counts')(test)


def requires_working_socket(*, module=False):
    if not module:
        return _unchanged


def gc_collect():
    gc.collect()


def maybe_get_event_loop_policy():
    return None


def reap_children():
    pass


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f'object {obj!r} has no attribute {name!r}')


def busy_retry(timeout, err_msg=None, /, *, error=True):
    import time
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(err_msg or 'timed out')


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    old = getattr(obj, attr)
    setattr(obj, attr, new_val)
    try:
        yield old
    finally:
        setattr(obj, attr, old)


@contextlib.contextmanager
def captured_stderr():
    import io
    old, sys.stderr = sys.stderr, io.StringIO()
    try:
        yield sys.stderr
    finally:
        sys.stderr = old


def requires_subprocess():
    import unittest
    return unittest.skip('no processes')
