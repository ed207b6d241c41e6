"""Mocks with the attributes and signatures of other objects."""

import inspect
import types

from unittest._mock_base import CallableMixin, _Deferred, _is_mock
from unittest._mock_call import DEFAULT, InvalidSpecError
from unittest._mock_kinds import AsyncMock, MagicMock, NonCallableMagicMock
from unittest._mock_names import _instance_callable, _is_magic, _signature_of

_FUNCTIONS = types.FunctionType, types.MethodType


def _check_spec_typos(names):
    for typo in ('autospect', 'auto_spec', 'set_spec'):
        if typo in names:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has what spec has, and takes the arguments that it takes.

    Of a function CPython makes a function, here it is a mock that says it is one, and is bound as one."""
    spec = type(spec) if type(spec) in (list, tuple) else spec
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    if not unsafe:
        _check_spec_typos(kwargs)
    is_type, is_async = isinstance(spec, type), inspect.iscoroutinefunction(spec)
    name = kwargs.pop('name', _name)
    kind, options = MagicMock, {}
    if spec is not None and not inspect.isdatadescriptor(spec):
        options = {'spec_set' if spec_set else 'spec': spec, '_spec_as_instance': instance}
    if inspect.isdatadescriptor(spec):
        pass
    elif is_async:
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        kind = AsyncMock
    elif not _callable(spec) or is_type and instance and not _instance_callable(spec):
        kind = NonCallableMagicMock
    mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else name, name=name, **options, **kwargs)
    _check_signature(mock, _signature_of(spec, instance, is_type), is_async)
    if isinstance(spec, _FUNCTIONS):
        type(mock).mock = property(lambda self: self)
        type(mock).__get__ = _bind
        mock.__dict__['__name__'] = spec.__name__ if spec.__name__.isidentifier() else 'funcopy'
    if _parent is not None and not instance:
        _parent._mock_children[name] = mock
    wrapped = kwargs.get('wraps')
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock, wraps=wrapped)
    _add_children(mock, spec, spec_set, wrapped)
    kwargs.pop('wraps', None)
    if kwargs:
        mock.configure_mock(**kwargs)   # once more, now that the attributes are there
    return mock


def _callable(obj):
    if isinstance(obj, (staticmethod, classmethod, types.MethodType)):
        return _callable(obj.__func__)
    return isinstance(obj, type) or getattr(obj, '__call__', None) is not None


def _bind(self, obj, cls=None):
    return self if obj is None else types.MethodType(self, obj)


def _check_signature(mock, signature, at_await=False):
    """Calls must fit the signature; those of a coroutine function happen, and fail, when they are awaited."""
    if signature is None:
        return
    mock.__dict__['_spec_signature'] = mock.__dict__['__signature__'] = signature
    if not at_await:
        type(mock)._mock_check_sig = lambda self, /, *args, **kwargs: signature.bind(*args, **kwargs)
        return

    async def awaited(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
        return await CallableMixin.__call__(self, *args, **kwargs)
    type(mock).__call__ = awaited


def _make_child(original, name, spec_set):
    def make(parent):
        try:
            return create_autospec(original, spec_set, False, parent, name)
        except InvalidSpecError:
            raise InvalidSpecError(f"Cannot autospec attr {name!r} from target {parent.__dict__['_mock_name'] or parent!r} as it has "
                                   f'already been mocked out. [target={parent!r}, attr={original!r}]')
    return make


def _add_children(mock, spec, spec_set, wrapped):
    for name in dir(spec):
        if _is_magic(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if not isinstance(original, _FUNCTIONS):
            mock._mock_children[name] = _Deferred(_make_child(original, name, spec_set))
            continue
        options = {'spec_set' if spec_set else 'spec': original}
        if wrapped and hasattr(wrapped, name):
            options['wraps'] = original
        bound = _takes_self(spec, name)
        kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
        child = kind(parent=mock, name=name, _new_name=name, _new_parent=mock, _eat_self=bound, **options)
        child.return_value = kind()
        _check_signature(child, _signature_of(original, False, bound))
        mock._mock_children[name] = child


def _takes_self(spec, name):
    """Whether the attribute of a class is a method, whose first argument callers do not give."""
    if not isinstance(spec, type):
        return False
    for cls in spec.__mro__:
        found = cls.__dict__.get(name, DEFAULT)
        if found is not DEFAULT:
            return isinstance(found, types.FunctionType)
    return True
