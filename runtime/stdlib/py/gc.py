"""The garbage collector, of which there is none: nothing is finalised while a program runs.

collect() finds futures and tasks that the program has lost, and says what their finalisers would say."""

from _types import collect as _collect

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = True
_threshold = (2000, 10, 0)
_debug = 0


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    for callback in callbacks:
        callback('start', {'generation': generation, 'collected': 0, 'uncollectable': 0})
    found = _collect()
    for callback in callbacks:
        callback('stop', {'generation': generation, 'collected': found, 'uncollectable': 0})
    return found


def get_threshold():
    return _threshold


def set_threshold(threshold0, *rest):
    global _threshold
    _threshold = (threshold0, *rest, *_threshold[1 + len(rest):])


def get_count():
    return 0, 0, 0


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def get_debug():
    return _debug


def set_debug(flags):
    global _debug
    _debug = flags


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_tracked(obj):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))


def is_finalized(obj):
    return False


def _unsupported(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f'gc.{name}() is not supported: no list of all objects is kept')
    function.__name__ = function.__qualname__ = name
    return function


get_objects = _unsupported('get_objects')
get_referrers = _unsupported('get_referrers')
get_referents = _unsupported('get_referents')
