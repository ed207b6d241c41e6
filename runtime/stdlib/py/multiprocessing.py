"""Names for programs that could be several. There are no processes here."""

import os
from threading import Lock, RLock, Semaphore, BoundedSemaphore, Event, Condition, Barrier

cpu_count = os.cpu_count


class ProcessError(Exception):
    pass


class TimeoutError(ProcessError):
    pass


class _Current:
    name, pid, daemon, exitcode = 'MainProcess', os.getpid(), False, None

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_current = _Current()


def current_process():
    return _current


def parent_process():
    return None


def active_children():
    return []


def freeze_support():
    pass


def set_start_method(method, force=False):
    pass


def get_start_method(allow_none=False):
    return 'fork'


def get_context(method=None):
    import multiprocessing
    return multiprocessing


class Process:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        raise NotImplementedError('there are no processes here')


def _refused(*args, **kwargs):
    raise NotImplementedError('there are no processes here')


Pool = Queue = SimpleQueue = JoinableQueue = Pipe = Manager = Value = Array = _refused
