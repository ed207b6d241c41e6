"""The runtime part of type hints."""

import collections
import collections.abc
import contextlib
import functools
import sys
import types
import _types
from abc import ABCMeta, abstractmethod
from types import GenericAlias, _type_repr

TYPE_CHECKING = False
Text = str


class _Special:
    """A name such as Any or Optional; some of them take a subscript."""

    def __init__(self, name, make=None):
        self._name = name
        self.__name__ = self.__qualname__ = name
        self._make = make

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, item):
        if self._make is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._make(self, item)

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _check(arg, message):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, (type, _Special, _Alias, TypeVar, ForwardRef, GenericAlias, types.UnionType, ParamSpec, NewType, TypeVarTuple)) \
            or callable(arg) or arg is Ellipsis or hasattr(arg, '__origin__'):
        return arg
    raise TypeError(f'{message} Got {arg!r:.100}.')


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _show(arg):
    if isinstance(arg, list):
        return '[' + ', '.join(map(_show, arg)) + ']'
    return _type_repr(arg)


class _Alias:
    """`List[int]`, `Union[int, str]`, `MyGeneric[T]`."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _parameters(args)

    def __repr__(self):
        head = f'typing.{self._name}' if self._name else _type_repr(self.__origin__)
        if self._name == 'Callable':
            inner = '...' if self.__args__[0] is Ellipsis and len(self.__args__) == 2 else \
                '[' + ', '.join(map(_show, self.__args__[:-1])) + ']'
            return f'typing.Callable[{inner}, {_show(self.__args__[-1])}]'
        return f"{head}[{', '.join(map(_show, self.__args__)) or '()'}]"

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f'Cannot instantiate typing.{self._name}')
        if self._name:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __getitem__(self, item):
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        items = item if isinstance(item, tuple) else (item,)
        if len(items) != len(self.__parameters__):
            few = 'many' if len(items) > len(self.__parameters__) else 'few'
            raise TypeError(f'Too {few} arguments for {self}; actual {len(items)}, expected {len(self.__parameters__)}')
        bound = dict(zip(self.__parameters__, items))
        args = tuple(_substitute(a, bound) for a in self.__args__)
        if self.__origin__ is Union:
            return Union[args]
        return _Alias(self.__origin__, args, self._name)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name and Generic not in bases and self.__parameters__ and not any(
                isinstance(b, _Alias) and b.__origin__ is Generic for b in bases):
            return (self.__origin__, Generic)
        return (self.__origin__,)

    def __eq__(self, other):
        if isinstance(other, types.UnionType) and self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union:
            return other.__origin__ is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, tuple(self.__args__))
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, tuple(self.__args__))
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


def _parameters(args):
    found = []
    for arg in args:
        inner = [arg] if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)) else \
            _parameters(arg) if isinstance(arg, (list, tuple)) else getattr(arg, '__parameters__', ())
        if isinstance(arg, type):
            inner = ()
        for p in inner:
            if p not in found:
                found.append(p)
    return tuple(found)


def _substitute(arg, bound):
    if isinstance(arg, (TypeVar, ParamSpec)):
        value = bound.get(arg, arg)
        return type(None) if value is None else value
    if isinstance(arg, _Alias) and arg.__parameters__:
        return arg[tuple(bound.get(p, p) for p in arg.__parameters__)]
    if isinstance(arg, GenericAlias):
        return GenericAlias(arg.__origin__, tuple(_substitute(a, bound) for a in arg.__args__))
    return arg


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


def _evaluate(self, name):
    """The attributes of declared type parameters and aliases are worked out when they are first asked for."""
    evaluate = self.__dict__.get('_lazy', {}).pop(name, None)
    if evaluate is None:
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
    value = evaluate()
    setattr(self, name, value)
    return value


def _declared(cls, name, attribute=None, evaluate=None):
    """What `[T: bound]`, `[*Ts]` and `[**P]` stand for."""
    p = cls(name, infer_variance=True) if cls is not TypeVarTuple else cls(name)
    if attribute is not None:
        _defer(p, attribute, evaluate)
    return p


def _defer(p, attribute, evaluate):
    p.__dict__.pop(attribute, None)
    p.__dict__.setdefault('_lazy', {})[attribute] = evaluate
    return p


def _declared_generic(params):
    """The base of a class with type parameters."""
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params)]


def _declared_alias(name, params, evaluate):
    return _defer(TypeAliasType(name, None, type_params=params or ()), '__value__', evaluate)


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__default__ = default
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__module__ = _types.caller_module()

    def has_default(self):
        return self.__default__ is not NoDefault

    __getattr__ = _evaluate

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _ParamSpecPart(self, 'args')

    @property
    def kwargs(self):
        return _ParamSpecPart(self, 'kwargs')


class _ParamSpecPart:
    def __init__(self, origin, part):
        self.__origin__ = origin
        self._part = part

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'


class TypeVarTuple:
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__default__ = default
        self.__module__ = _types.caller_module()

    def has_default(self):
        return self.__default__ is not NoDefault

    __getattr__ = _evaluate

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
AnyStr = TypeVar('AnyStr', bytes, str)


def _union(self, items):
    if items == ():
        raise TypeError('Cannot take a Union of no types.')
    items = items if isinstance(items, tuple) else (items,)
    flat = []
    for item in items:
        item = _check(item, 'Union[arg, ...]: each arg must be a type.')
        inner = item.__args__ if isinstance(item, _Alias) and item.__origin__ is Union or isinstance(item, types.UnionType) else (item,)
        for one in inner:
            if one not in flat:
                flat.append(one)
    if len(flat) == 1:
        return flat[0]
    return _UnionAlias(Union, tuple(flat), 'Union')


class _UnionAlias(_Alias):
    def __repr__(self):
        if len(self.__args__) == 2 and type(None) in self.__args__:
            other = [a for a in self.__args__ if a is not type(None)][0]
            return f'typing.Optional[{_show(other)}]'
        return f"typing.Union[{', '.join(map(_show, self.__args__))}]"


def _single(self, item):
    if isinstance(item, tuple):
        raise TypeError(f'{self} requires a single type. Got {item!r:.100}.')
    return item


def _one(self, item):
    if isinstance(item, tuple):
        raise TypeError(f'{self} accepts only single type. Got {item!r:.100}.')
    return _Alias(self, (_check(item, f'{self} accepts only single type.'),), self._name)


def _many(self, items):
    return _Alias(self, items if isinstance(items, tuple) else (items,), self._name)


def _annotated(self, items):
    if not isinstance(items, tuple) or len(items) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(items[0], items[1:])


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_show(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


class _LiteralAlias(_Alias):
    def __eq__(self, other):
        typed = lambda alias: {(value, type(value)) for value in alias.__args__}
        return typed(self) == typed(other) if isinstance(other, _LiteralAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset((value, type(value)) for value in self.__args__))

    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate typing.Literal')

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


def _literal(self, items):
    items = items if isinstance(items, tuple) else (items,)
    unique = []
    for item in items:
        if not any(item == other and type(item) is type(other) for other in unique):
            unique.append(item)
    return _LiteralAlias(self, tuple(unique), 'Literal')


Union = _Special('Union', _union)
Optional = _Special('Optional', lambda self, item: Union[_single(self, item), None])
ClassVar = _Special('ClassVar', _one)
Final = _Special('Final', _one)
Literal = _Special('Literal', _literal)
Annotated = _Special('Annotated', _annotated)
Required = _Special('Required', _one)
NotRequired = _Special('NotRequired', _one)
ReadOnly = _Special('ReadOnly', _one)
Concatenate = _Special('Concatenate', _many)
TypeGuard = _Special('TypeGuard', _one)
TypeIs = _Special('TypeIs', _one)
Unpack = _Special('Unpack', _one)
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class _Container(_Alias):
    """`List`, `Dict` and so on: names for classes that take subscripts."""

    def __init__(self, origin, name, count=-1):
        self.__origin__ = origin
        self._name = name
        self._count = count

    __args__ = ()
    __parameters__ = ()

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, items):
        items = items if isinstance(items, tuple) else (items,)
        if self._count >= 0 and len(items) != self._count:
            few = 'many' if len(items) > self._count else 'few'
            raise TypeError(f'Too {few} arguments for {self}; actual {len(items)}, expected {self._count}')
        return _Alias(self.__origin__, tuple(_check(i, 'Parameters to generic types must be types.') for i in items), self._name)

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash(self._name)


class _CallableName(_Container):
    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        params, result = items
        args = tuple(_check(p, 'Parameters to generic types must be types.') for p in params) if isinstance(params, list) else (params,)
        return _Alias(collections.abc.Callable, (*args, _check(result, 'Callable[args, result]: result must be a type.')), 'Callable')


def _containers():
    abc = collections.abc
    table = [
        ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1), ('Tuple', tuple, -1), ('Type', type, 1),
        ('Deque', collections.deque, 1), ('DefaultDict', collections.defaultdict, 2), ('OrderedDict', collections.OrderedDict, 2),
        ('Counter', collections.Counter, 1), ('ChainMap', collections.ChainMap, 2), ('Awaitable', abc.Awaitable, 1),
        ('Coroutine', abc.Coroutine, 3), ('AsyncIterable', abc.AsyncIterable, 1), ('AsyncIterator', abc.AsyncIterator, 1),
        ('AsyncGenerator', abc.AsyncGenerator, -1), ('Iterable', abc.Iterable, 1), ('Iterator', abc.Iterator, 1),
        ('Generator', abc.Generator, -1), ('Hashable', abc.Hashable, 0), ('Sized', abc.Sized, 0), ('Container', abc.Container, 1),
        ('Collection', abc.Collection, 1), ('Reversible', abc.Reversible, 1), ('AbstractSet', abc.Set, 1),
        ('MutableSet', abc.MutableSet, 1), ('Mapping', abc.Mapping, 2), ('MutableMapping', abc.MutableMapping, 2),
        ('Sequence', abc.Sequence, 1), ('MutableSequence', abc.MutableSequence, 1), ('ByteString', abc.ByteString, 0),
        ('MappingView', abc.MappingView, 1), ('KeysView', abc.KeysView, 1), ('ItemsView', abc.ItemsView, 2),
        ('ValuesView', abc.ValuesView, 1), ('ContextManager', contextlib.AbstractContextManager, -1),
        ('AsyncContextManager', contextlib.AbstractAsyncContextManager, -1),
    ]
    for name, origin, count in table:
        globals()[name] = _Container(origin, name, count)


_containers()
Callable = _CallableName(collections.abc.Callable, 'Callable')


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls in (Generic, Protocol):
            if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) or isinstance(p, _Alias) for p in params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
            if len(set(params)) != len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _Alias(cls, params, cls.__name__)
        declared = getattr(cls, '__parameters__', ())
        if not declared and '__type_params__' not in cls.__dict__:
            raise TypeError(f'{cls} is not a generic class')
        if declared and len(params) != len(declared) and not any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in declared):
            few = 'many' if len(params) > len(declared) else 'few'
            raise TypeError(f'Too {few} arguments for {cls}; actual {len(params)}, expected {len(declared)}')
        return _Alias(cls, tuple(p if isinstance(p, list) else _check(p, 'Parameters to generic types must be types.') for p in params))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            for p in getattr(base, '__parameters__', ()) if not isinstance(base, type) else ():
                if p not in found:
                    found.append(p)
        if found or '__parameters__' not in cls.__dict__:
            cls.__parameters__ = tuple(found)


_PROTOCOL_OWN = {'__dict__', '__weakref__', '__module__', '__doc__', '__slots__', '__init__', '__subclasshook__', '__new__',
                 '__parameters__', '__orig_bases__', '__annotations__', '__abstractmethods__', '_is_protocol',
                 '_is_runtime_protocol', '__qualname__', '__class_getitem__', '__protocol_attrs__', '__init_subclass__',
                 '__match_args__', '__static_attributes__', '__firstlineno__', '__type_params__', '__hash__'}


def _protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic') or not getattr(base, '_is_protocol', False):
            continue
        for name in [*base.__dict__, *base.__dict__.get('__annotations__', {})]:
            if name not in _PROTOCOL_OWN and not name.startswith('_abc_'):
                names.add(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if super().__instancecheck__(instance):
            return True
        for name in _protocol_attrs(cls):
            if not hasattr(instance, name):
                return False
            if getattr(instance, name) is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not getattr(cls, '_is_runtime_protocol', False):
            if cls in getattr(other, '__mro__', ()):
                return True
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if cls in getattr(other, '__mro__', ()):
            return True
        return all(any(name in base.__dict__ for base in other.__mro__) for name in _protocol_attrs(cls))


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_init
        elif not cls._is_protocol and cls.__init__ is _no_init:
            for base in cls.__mro__:
                init = base.__dict__.get('__init__', _no_init)
                if init is not _no_init:
                    cls.__init__ = init
                    break


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def _supports(name, method):
    @runtime_checkable
    class P(Protocol):
        __slots__ = ()
    P.__name__ = P.__qualname__ = name

    def body(self):
        pass
    setattr(P, method, abstractmethod(body))
    return P


SupportsInt = _supports('SupportsInt', '__int__')
SupportsFloat = _supports('SupportsFloat', '__float__')
SupportsIndex = _supports('SupportsIndex', '__index__')
SupportsAbs = _supports('SupportsAbs', '__abs__')
SupportsBytes = _supports('SupportsBytes', '__bytes__')
SupportsComplex = _supports('SupportsComplex', '__complex__')
SupportsRound = _supports('SupportsRound', '__round__')


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _types.caller_module()

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if _NamedTuple not in bases:
            return super().__new__(cls, typename, bases, ns)
        annotations = ns.get('__annotations__', {})
        defaults = []
        for name in annotations:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                last = [n for n in annotations if n in ns]
                plural = 's' if len(last) > 1 else ''
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{plural} {', '.join(last)}")
        result = collections.namedtuple(typename, list(annotations), defaults=defaults, module=ns.get('__module__'))
        result.__annotations__ = dict(annotations)
        if Generic in bases:
            result.__class_getitem__ = classmethod(GenericAlias)
        for key, value in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in annotations and key not in ('__module__', '__qualname__', '__annotations__', '__orig_bases__', '__classcell__'):
                setattr(result, key, value)
        result.__orig_bases__ = (NamedTuple,)
        result.__qualname__ = ns.get('__qualname__', typename)
        return result


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _NamedTupleName:
    __name__ = __qualname__ = 'NamedTuple'
    __module__ = 'typing'

    def __call__(self, typename, fields=None, /, **kwargs):
        pairs = list(kwargs.items()) if fields is None else list(fields)
        result = collections.namedtuple(typename, [n for n, _ in pairs], module=_types.caller_module())
        result.__annotations__ = dict(pairs)
        return result

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleName()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        tp = type.__new__(cls, name, (dict,), ns)
        own = ns.get('__annotations__', {})
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        annotations.update(own)
        for key, hint in own.items():
            origin = getattr(hint, '__origin__', None)
            if origin is Required or total and origin is not NotRequired:
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
        tp.__annotations__ = annotations
        tp.__required_keys__ = frozenset(required)
        tp.__optional_keys__ = frozenset(optional)
        tp.__total__ = total
        return tp

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDictName:
    __name__ = __qualname__ = 'TypedDict'
    __module__ = 'typing'

    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': _types.caller_module()}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDictName()


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


Pattern = _Special('Pattern', _one)
Match = _Special('Match', _one)


@_types.dotted
class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params
        self.__parameters__ = tuple(type_params)
        self.__module__ = _types.caller_module()

    __getattr__ = _evaluate

    def __repr__(self):
        return self.__name__

    def __getitem__(self, item):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, item)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


_overloads = {}


def overload(func):
    f = getattr(func, '__func__', func)
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not @overload-ed.')


def get_overloads(func):
    f = getattr(func, '__func__', func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    return arg


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, types.UnionType):
        return types.UnionType
    if tp is Generic:
        return Generic
    return getattr(tp, '__origin__', None)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    args = getattr(tp, '__args__', ())
    if get_origin(tp) is collections.abc.Callable and not (len(args) == 2 and args[0] is Ellipsis):
        return (list(args[:-1]), args[-1])
    return tuple(args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    sources = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
    for source in sources:
        namespace = globalns if globalns is not None else getattr(sys.modules.get(getattr(source, '__module__', None)), '__dict__', {})
        for name, value in (source.__dict__ if isinstance(source, type) else {'__annotations__': source.__annotations__}).get('__annotations__', {}).items():
            if value is None:
                value = type(None)
            value = _resolved(value, namespace, localns)
            if not include_extras and isinstance(value, _AnnotatedAlias):
                value = value.__origin__
            hints[name] = value
    return hints


def _resolved(value, namespace, localns):
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        value = _resolve(value, namespace, localns)
        return type(None) if value is None else value
    if isinstance(value, _Alias) and not isinstance(value, (_AnnotatedAlias, _LiteralAlias)):
        args = tuple(a if a is Ellipsis else _resolved(a, namespace, localns) for a in value.__args__)
        if args != value.__args__:
            return Union[args] if value.__origin__ is Union else _Alias(value.__origin__, args, value._name)
    return value


def _resolve(text, namespace, localns):
    value = eval(text, namespace, namespace if localns is None else localns)
    return _resolved(value, namespace, localns)


def is_typeddict(tp):
    return isinstance(type(tp), type) and type(tp) is _TypedDictMeta


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    return frozenset(_protocol_attrs(tp))
