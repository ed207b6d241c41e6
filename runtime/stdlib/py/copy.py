"""Shallow and deep copies."""

from _types import is_heap_class

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error


def _is_atomic(x):
    return x is None or x is Ellipsis or x is NotImplemented or isinstance(x, type) or type(x).__name__ in (
        'int', 'float', 'bool', 'complex', 'str', 'bytes', 'range', 'function', 'builtin_function_or_method', 'property', 'module',
        'method_descriptor', 'code')


def _new_like(x, state_copy):
    cls = type(x)
    new = object.__new__(cls) if not isinstance(x, BaseException) else cls.__new__(cls, *x.args)
    state = getattr(x, '__dict__', None)
    if hasattr(x, '__getstate__') and '__getstate__' in _names(cls):
        state = state_copy(x.__getstate__())
        if hasattr(new, '__setstate__'):
            new.__setstate__(state)
            return new
    if state:
        new.__dict__.update(state_copy(dict(state)))
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                object.__setattr__(new, name, state_copy(getattr(x, name)))
    return new


def _names(cls):
    return {name for base in cls.__mro__[:-1] for name in base.__dict__}


def copy(x):
    cls = type(x)
    if _is_atomic(x) or cls in (tuple, frozenset):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if isinstance(x, (list, dict, set)):
        new = cls.__new__(cls)
        if isinstance(x, list):
            new.extend(x)
        else:
            new.update(x)
        new.__dict__.update(getattr(x, '__dict__', {}))
        return new
    if isinstance(x, tuple):
        return cls.__new__(cls, *([x] if not hasattr(x, '_fields') else x))
    return _copy_object(x, lambda v: v, {})


def _copy_object(x, state_copy, memo):
    cls = type(x)
    reduce = getattr(cls, '__reduce__', None)
    if reduce is not None and reduce is not getattr(object, '__reduce__', None) and '__reduce__' in _names(cls):
        parts = x.__reduce__()
        if isinstance(parts, str):
            return x
        new = parts[0](*[state_copy(a) for a in parts[1]])
        if len(parts) > 2 and parts[2] is not None:
            state = state_copy(parts[2])
            new.__setstate__(state) if hasattr(new, '__setstate__') else new.__dict__.update(state)
        return new
    if cls.__module__ == 'builtins' and cls.__name__ in ('generator', 'coroutine', 'async_generator'):
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    if not is_heap_class(cls) and not isinstance(x, BaseException) and cls.__module__ != '__main__':
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    return _new_like(x, state_copy)


def deepcopy(x, memo=None, _nil=[]):
    if _is_atomic(x):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    new = _deep(x, memo)
    if new is not x:
        memo[key] = new
        memo.setdefault(id(memo), []).append(x)
    return new


def _deep(x, memo):
    cls = type(x)
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    if cls is list:
        new = []
        memo[id(x)] = new
        for item in x:
            new.append(deepcopy(item, memo))
        return new
    if cls is dict:
        new = {}
        memo[id(x)] = new
        for k, v in x.items():
            new[deepcopy(k, memo)] = deepcopy(v, memo)
        return new
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        return x if all(a is b for a, b in zip(items, x)) else tuple(items)
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return bytearray(x)
    if cls.__name__ == 'method':
        return cls(x.__func__, deepcopy(x.__self__, memo))
    if isinstance(x, (list, dict, set)):
        return _deep_container(x, cls, memo)
    if isinstance(x, tuple):
        items = [deepcopy(item, memo) for item in x]
        return cls._make(items) if hasattr(cls, '_make') else cls(items)
    if cls.__name__ == 'deque' and cls.__module__ == 'collections':
        new = cls(maxlen=x.maxlen)
        memo[id(x)] = new
        new.extend([deepcopy(item, memo) for item in x])
        return new
    new = _copy_object_deep(x, memo)
    return new


def _deep_container(x, cls, memo):
    new = cls.__new__(cls)
    memo[id(x)] = new
    new.__dict__.update(deepcopy(getattr(x, '__dict__', {}), memo))
    if isinstance(x, list):
        for item in x:
            new.append(deepcopy(item, memo))
    elif isinstance(x, dict):
        for k, v in x.items():
            dict.__setitem__(new, deepcopy(k, memo), deepcopy(v, memo))
    else:
        for item in x:
            new.add(deepcopy(item, memo))
    return new


def _copy_object_deep(x, memo):
    cls = type(x)
    def state_copy(value):
        return deepcopy(value, memo)
    if not ('__reduce__' in _names(cls)) and not isinstance(x, BaseException) and (
            is_heap_class(cls) or cls.__module__ == '__main__'):
        # Known before its attributes are copied: they may refer back to it.
        new = object.__new__(cls)
        memo[id(x)] = new
        filled = _new_like(x, state_copy)
        if hasattr(filled, '__dict__'):
            new.__dict__.update(filled.__dict__)
        for base in cls.__mro__:
            slots = base.__dict__.get('__slots__', ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name not in ('__dict__', '__weakref__') and hasattr(filled, name):
                    object.__setattr__(new, name, getattr(filled, name))
        return new
    return _copy_object(x, state_copy, memo)


def replace(obj, /, **changes):
    func = getattr(obj.__class__, '__replace__', None)
    if func is None:
        raise TypeError(f'replace() does not support {obj.__class__.__name__} objects')
    return func(obj, **changes)
