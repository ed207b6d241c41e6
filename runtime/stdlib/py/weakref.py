"""Weak references, which here keep what they refer to: no object is finalised while a program runs.

So a reference never dies, no callback of one is ever called, and no item leaves a weak collection by itself."""

import types
from collections.abc import MutableMapping
from _weakrefset import WeakSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyTypes', 'WeakSet',
           'WeakValueDictionary', 'WeakMethod', 'CallableProxyType', 'ProxyType']

_NOT_REFERABLE = (int, float, complex, str, bytes, bytearray, tuple, list, dict, type(None), range, slice, type(...), type(NotImplemented))
# CPython gives the same reference each time as long as there is no callback.
_references = {}


def _check(obj):
    cls = type(obj)
    slots = [base.__dict__.get('__slots__') for base in cls.__mro__[:-1]]
    only_slots = slots and all(names is not None and '__weakref__' not in names and '__dict__' not in names for names in slots)
    if cls in _NOT_REFERABLE or only_slots:
        raise TypeError(f"cannot create weak reference to '{cls.__name__}' object")


class ReferenceType:
    __module__ = 'weakref'
    __slots__ = '_object', '__callback__', '__weakref__'

    def __new__(cls, object, callback=None, /):
        _check(object)
        if cls is ReferenceType and callback is None and id(object) in _references:
            return _references[id(object)]
        self = super().__new__(cls)
        self._object = object
        self.__callback__ = callback
        if cls is ReferenceType and callback is None:
            _references[id(object)] = self
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return self._object == other._object if isinstance(other, ReferenceType) else NotImplemented

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        obj = self._object
        name = getattr(obj, '__name__', None)
        named = f' ({name})' if isinstance(name, str) else ''
        return f"<weakref at {id(self):#x}; to '{type(obj).__name__}' at {id(obj):#x}{named}>"

    __class_getitem__ = classmethod(types.GenericAlias)


ref = KeyedRef = ReferenceType


def getweakrefcount(object):
    return int(id(object) in _references)


def getweakrefs(object):
    return [_references[id(object)]] if id(object) in _references else []


class WeakMethod(ReferenceType):
    def __new__(cls, meth, callback=None):
        if not isinstance(meth, types.MethodType):
            raise TypeError(f'argument should be a bound method, not {type(meth)}')
        return super().__new__(cls, meth, callback)

    def __init__(self, meth, callback=None):
        pass


class ProxyType:
    """Behaves as its object, as far as attributes and the usual operators go."""

    __slots__ = '_proxied', '__weakref__'

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_proxied'), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, '_proxied'), name, value)

    def __delattr__(self, name):
        delattr(object.__getattribute__(self, '_proxied'), name)

    def __repr__(self):
        obj = object.__getattribute__(self, '_proxied')
        return f'<weakproxy at {id(self):#x}; to {type(obj).__name__!r} at {id(obj):#x}>'

    __hash__ = None


def _forward(name):
    def method(self, *args):
        obj = object.__getattribute__(self, '_proxied')
        return getattr(type(obj), name)(obj, *args)
    return method


_FORWARDED = ('str bool eq ne lt le gt ge len iter next getitem setitem delitem contains reversed add sub mul truediv floordiv mod pow '
              'and or xor lshift rshift neg pos abs invert int float index').split()


class CallableProxyType(ProxyType):
    __slots__ = ()
    __call__ = _forward('__call__')


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    _check(object)
    base = CallableProxyType if callable(object) else ProxyType
    # Only what the object's class has, so that the others fail as they do there.
    methods = {f'__{name}__': _forward(f'__{name}__') for name in _FORWARDED if hasattr(type(object), f'__{name}__')}
    made = type(base.__name__, (base,), {**methods, '__slots__': (), '__module__': 'weakref', '__hash__': None})
    self = made.__new__(made)
    type(self)._proxied.__set__(self, object)
    return self


class _WeakDictionary(MutableMapping):
    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self.update(other, **kwargs)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        _check(key if isinstance(self, WeakKeyDictionary) else value)
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def copy(self):
        return type(self)(self.data)

    __copy__ = copy

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakDictionary):
    def valuerefs(self):
        return [ref(value) for value in self.data.values()]


class WeakKeyDictionary(_WeakDictionary):
    def keyrefs(self):
        return [ref(key) for key in self.data]
