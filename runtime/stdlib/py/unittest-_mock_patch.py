"""Patching: other objects in the place of attributes and items, for a while."""

import builtins
import contextlib
import functools
import inspect
import sys
import types

from unittest._mock_autospec import create_autospec, _check_spec_typos
from unittest._mock_base import NonCallableMock, _is_mock
from unittest._mock_call import DEFAULT, InvalidSpecError
from unittest._mock_kinds import AsyncMock, MagicMock, NonCallableMagicMock
from unittest._mock_names import _instance_callable, _is_async

_active_patches = []
# Deleting the patch of these from a function leaves a default behind, not the original.
_RESTORED = ('__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')


def _import(path):
    """The object of a dotted name: modules as far as they can be imported, then attributes."""
    first, *rest = path.split('.')
    target, name = __import__(first), first
    for part in rest:
        name += f'.{part}'
        if not hasattr(target, part):
            __import__(name)
        target = getattr(target, part)
    return target


class _Patcher:
    """What patch() and patch.dict() have in common: context manager, decorator, start and stop."""

    def start(self):
        result = self.__enter__()
        _active_patches.append(self)
        return result

    def stop(self):
        if self not in _active_patches:
            return None
        _active_patches.remove(self)
        return self.__exit__(None, None, None)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX):
                    value = getattr(func, name)
                    if hasattr(value, '__call__'):
                        setattr(func, name, self.copy()(value))
            return func
        return self._decorate(func)


class _patch(_Patcher):
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _check_spec_typos(kwargs)
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]')
        if _is_mock(spec_set):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. '
                                   f'[spec_set={spec_set!r}]')
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.spec_set, self.autospec, self.create, self.kwargs = spec, spec_set, autospec, create, kwargs
        self.attribute_name = None      # of the keyword argument that patch.multiple gives
        self.additional_patchers = []

    def copy(self):
        patcher = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
                         self.kwargs)
        patcher.attribute_name = self.attribute_name
        patcher.additional_patchers = [p.copy() for p in self.additional_patchers]
        return patcher

    def _decorate(self, func):
        if hasattr(func, 'patchings'):      # one wrapper enters the patches of all decorators
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args = _entered(stack, patched.patchings, args, kwargs)
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args = _entered(stack, patched.patchings, args, kwargs)
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    def _original(self):
        """What is replaced, and whether it is the target's own and not inherited."""
        target, name = self.target, self.attribute
        own = getattr(target, '__dict__', {})
        is_local = name in own
        original = own[name] if is_local else getattr(target, name, DEFAULT)
        if hasattr(builtins, name) and isinstance(target, types.ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, is_local

    def __enter__(self):
        self.target = self.getter()
        spec, spec_set, autospec = (None if s is False else s for s in (self.spec, self.spec_set, self.autospec))
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, self.is_local = self._original()
        new = self.new
        if autospec is not None:
            new = self._make_autospec(original, autospec, spec_set)
        elif new is DEFAULT:
            new = self._make_mock(original, spec, spec_set)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self._exit_stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                value = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    extra.update(value)
            return extra
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _make_mock(self, original, spec, spec_set):
        if spec is True:
            spec = original
        if spec_set is True:
            spec, spec_set = None, original if spec is None else spec
        wanted = spec if spec_set is None else spec_set
        if wanted is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        if self.new_callable is not None:
            kind = self.new_callable
        elif _is_async(original if wanted is None else wanted):
            kind = AsyncMock
        elif wanted is not None and not ('__call__' in wanted if type(wanted) in (list, tuple) else callable(wanted)):
            kind = NonCallableMagicMock
        else:
            kind = MagicMock
        kwargs = {}
        if wanted is not None:
            kwargs['spec' if spec_set is None else 'spec_set'] = wanted
        named = isinstance(kind, type) and issubclass(kind, NonCallableMock)
        new = kind(**kwargs, **({'name': self.attribute} if named else {}), **self.kwargs)
        if wanted is not None and isinstance(original, type) and _is_mock(new):
            # A class: what it returns has the spec of an instance.
            if type(wanted) not in (list, tuple) and not _instance_callable(wanted):
                kind = NonCallableMagicMock
            new.return_value = kind(_new_parent=new, _new_name='()', **kwargs, **self.kwargs)
        return new

    def _make_autospec(self, original, autospec, spec_set):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        autospec = original if autospec is True else autospec
        if _is_mock(self.target):
            raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. '
                                   f'[target={self.target!r}, attr={autospec!r}]')
        if _is_mock(autospec):
            raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} from target '
                                   f"{getattr(self.target, '__name__', self.target)!r} as it has already been mocked out. "
                                   f'[target={self.target!r}, attr={autospec!r}]')
        return create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **self.kwargs)

    def __exit__(self, *exc_info):
        target, name, original = self.target, self.attribute, self.temp_original
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)
        else:
            delattr(target, name)
            if not self.create and (not hasattr(target, name) or name in _RESTORED):
                setattr(target, name, original)
        stack = self._exit_stack
        del self.temp_original, self.is_local, self.target, self._exit_stack
        return stack.__exit__(*exc_info)


def _entered(stack, patchings, args, kwargs):
    """Enters patches; their mocks come behind the arguments, or as keyword arguments."""
    extra = []
    for patching in patchings:
        value = stack.enter_context(patching)
        if patching.attribute_name is not None:
            kwargs.update(value)
        elif patching.new is DEFAULT:
            extra.append(value)
    return (*args, *extra)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(lambda: _import(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    getter = (lambda: _import(target)) if type(target) is str else (lambda: target)
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict(_Patcher):
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._saved = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def _decorate(self, func):
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._saved = {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            self._clear()
        self._update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        if self._saved is not None:
            self._clear()
            self._update(self._saved)
        return False

    def _clear(self):
        for key in list(self.in_dict):      # works with less than a whole dict
            del self.in_dict[key]

    def _update(self, values):
        for key, value in values.items():
            self.in_dict[key] = value


def _patch_stopall():
    for patcher in reversed(_active_patches[:]):
        patcher.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = 'test'
