"""Recorded calls, sentinels and what else mocks are made of."""

import pprint

from unittest.util import safe_repr


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Makes a unique object of every name that is asked for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class InvalidSpecError(Exception):
    __module__ = 'unittest.mock'


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = None

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


class _CallList(list):
    """A list that also contains its slices."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[i:i + len(value)] == value for i in range(len(self) - len(value) + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


class _AnyComparer(list):
    """Compares with the item on the left, so that its ANY and the like decide."""

    def __contains__(self, item):
        return any(all(mine == theirs for mine, theirs in zip(item, other)) for other in self)


def _format_call_signature(name, args, kwargs):
    texts = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f"{name}({', '.join(texts)})"


def _parts(value):
    """(name, args, kwargs) of a call that may be written shorter; None when it is not one."""
    name, args, kwargs = '', (), {}
    if len(value) > 3:
        return None
    if len(value) == 3:
        return tuple(value)
    if len(value) == 2 and not isinstance(value[0], str):
        return name, value[0], value[1]
    if len(value) == 2:
        name, rest = value
    elif len(value) == 1:
        rest, = value
        if isinstance(rest, str):
            return rest, args, kwargs
    else:
        return name, args, kwargs
    return (name, rest, kwargs) if isinstance(rest, tuple) else (name, args, rest)


class _Call(tuple):
    """A call as a tuple (args, kwargs), or (name, args, kwargs) when it has a name.

    `call` is one that makes others by attribute access and calling."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        found, args, kwargs = _parts(value)
        return tuple.__new__(cls, (args, kwargs) if two else (found if found or len(value) == 3 else name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        mine, theirs = _parts(self), _parts(other)
        if theirs is None:
            return False
        parents = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if all(parents) and parents[0] != parents[1] or mine[0] and mine[0] != theirs[0]:
            return False
        return (theirs[1], theirs[2]) == (mine[1], mine[2])

    def __ne__(self, other):
        equal = _Call.__eq__(self, other)   # self.__eq__ would be a call
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:      # call.count and call.index are calls
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return _parts(self)[1]

    @property
    def kwargs(self):
        return _parts(self)[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        name, args, kwargs = _parts(self)
        if name:
            name = name if name.startswith('()') else f'.{name}'
        return _format_call_signature(f'call{name}', args, kwargs)

    def call_list(self):
        """The calls of a chain like call.a().b()."""
        calls, link = [], self
        while link is not None:
            if link._mock_from_kall:
                calls.append(link)
            link = link._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _check_has_calls(calls, recorded, any_order, texts):
    """assert_has_calls and assert_has_awaits: calls and recorded are pairs of lists, as given and made comparable."""
    wanted = calls[1]
    cause = next((e for e in wanted if isinstance(e, Exception)), None)
    if not any_order:
        if wanted not in _CallList(recorded[1]):
            problem = texts['missing']
            if cause is not None:
                problem = f"{texts['error']}\nErrors: {[e if isinstance(e, Exception) else None for e in wanted]}"
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls[0])}\n{texts['actual']}: {safe_repr(recorded[0])}") from cause
        return
    left, absent = list(recorded[1]), []
    for one in wanted:
        try:
            left.remove(one)
        except ValueError:
            absent.append(one)
    if absent:
        raise AssertionError(texts['absent'](tuple(absent), left)) from cause
