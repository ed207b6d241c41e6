"""Names of special methods, and questions about what is to be mocked."""

import functools
import inspect
import types

_numerics = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_magics = {f'__{name}__' for name in (
    'lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg pos abs invert complex '
    'int float index round trunc floor ceil bool next fspath aiter').split() + [
        prefix + name for prefix in ('', 'i', 'r') for name in _numerics]}
_non_defaults = {f'__{name}__' for name in (
    'get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir subclasses format '
    'getnewargs_ex').split()}
_async_method_magics = {'__aenter__', '__aexit__', '__anext__'}
_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | _async_method_magics | {'__aiter__'}
_unsupported_magics = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__', '__subclasscheck__',
                       '__del__'}


def _is_magic(name):
    return len(name) > 4 and name.startswith('__') and name.endswith('__')


def _is_async(obj):
    """Whether a mock of it is to be awaited: a coroutine function or an awaitable."""
    if type(obj) in (list, tuple):
        return False
    obj = getattr(obj, '__func__', obj)
    return inspect.iscoroutinefunction(obj) or inspect.isawaitable(obj)


def _callable_of(obj, as_instance, eat_self):
    """What is called when obj is, and whether its first parameter is bound already."""
    if isinstance(obj, type) and not as_instance:
        return obj.__init__, True
    if isinstance(obj, (classmethod, staticmethod)):
        return obj.__func__, isinstance(obj, classmethod) or eat_self
    if isinstance(obj, (types.FunctionType, types.MethodType)):
        return obj, eat_self
    if isinstance(obj, type):       # an instance of it is called
        return getattr(obj, '__call__', None), eat_self
    return getattr(obj, '__call__', None), eat_self


def _signature_of(obj, as_instance=False, eat_self=False):
    """The signature of a call; None when there is none to know."""
    function, eat_self = _callable_of(obj, as_instance, eat_self)
    if function is None:
        return None
    try:
        return inspect.signature(functools.partial(function, None) if eat_self else function)
    except (TypeError, ValueError):
        return None


def _instance_callable(obj):
    if not isinstance(obj, type):
        return getattr(obj, '__call__', None) is not None
    return any(base.__dict__.get('__call__') is not None for base in obj.__mro__)
