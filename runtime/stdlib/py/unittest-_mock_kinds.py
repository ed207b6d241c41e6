"""Mock, MagicMock, AsyncMock and their relatives."""

import inspect

from unittest._mock_base import CallableMixin, NonCallableMock, _Effects, _kinds
from unittest._mock_call import DEFAULT, _Call, _CallList, _check_has_calls, _is_exception
from unittest._mock_names import _async_method_magics, _is_magic, _magics


class Mock(CallableMixin, NonCallableMock):
    __module__ = 'unittest.mock'


_RETURNED = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1,
             '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1,
             '__aexit__': False}
_COMPUTED = {'__hash__': object.__hash__, '__str__': object.__str__, '__sizeof__': object.__sizeof__,
             '__fspath__': lambda mock: f'{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}'}


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            raise StopAsyncIteration from None


def _default_effect(mock, name):
    """The side effect of the magic methods whose result depends on more than their name."""
    def given():
        return getattr(mock, name)._mock_return_value

    def eq(other):
        return given() if given() is not DEFAULT else True if mock is other else NotImplemented

    def ne(other):
        return DEFAULT if given() is not DEFAULT else False if mock is other else NotImplemented

    def items():
        return iter([] if given() is DEFAULT else given())

    return {'__eq__': eq, '__ne__': ne, '__iter__': items, '__aiter__': lambda: _AsyncIterator(items())}.get(name)


class MagicProxy:
    """Stands for a magic method until it is used first: most never are."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, cls=None):
        if mock is None:
            mock = cls.__dict__.get('_mock_of_class')
            if mock is None:
                return self
        name = self.name
        if name in mock.__dict__:
            return mock.__dict__[name]
        method = mock._get_child_mock(name=name, _new_name=name, _new_parent=mock)
        if name in _RETURNED:
            method.return_value = _RETURNED[name]
        elif name in _COMPUTED:
            method.return_value = _COMPUTED[name](mock)
        setattr(mock, name, method)
        effect = _default_effect(mock, name)
        if effect is not None:
            method.side_effect = effect
        return method


_PROXIES = {name: MagicProxy(name) for name in _magics | _async_method_magics}
_Magic = type('_Magic', (), _PROXIES)


class MagicMixin:
    __module__ = 'unittest.mock'

    @classmethod
    def _bases_for(cls, spec):
        """Without a spec all magic methods are there, with one those that it has."""
        bases = super()._bases_for(spec)
        if spec is None:
            return (*bases, _Magic)
        names = spec if type(spec) in (list, tuple) else dir(spec)
        return (*bases, type('_Magic', (), {name: _PROXIES[name] for name in names if name in _PROXIES}))

    def mock_add_spec(self, spec, spec_set=False):
        super().mock_add_spec(spec, spec_set)
        for name in _PROXIES:
            if self._mock_methods is not None and name not in self._mock_methods and name in _Magic.__dict__:
                setattr(type(self), name, getattr(object, name, None))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    __module__ = 'unittest.mock'


class MagicMock(MagicMixin, Mock):
    __module__ = 'unittest.mock'

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        # What magic methods return is no setting of the user's.
        super().reset_mock(*args, return_value=return_value and not (self._mock_name and _is_magic(self._mock_name)), **kwargs)


class AsyncMockMixin:
    """A mock whose call gives a coroutine; what is awaited is recorded beside what is called."""

    __module__ = 'unittest.mock'

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList(), __name__='AsyncMock')
        inspect.markcoroutinefunction(type(self))

    async def _execute_mock_call(self, /, *args, **kwargs):
        one = _Call((args, kwargs), two=True)
        self.__dict__.update(await_count=self.await_count + 1, await_args=one)
        self.await_args_list.append(one)
        effect = self._mock_side_effect
        if effect is not None:
            result = await self._effect_of(effect, args, kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.iscoroutinefunction(self._mock_wraps) else result
        return self.return_value

    async def _effect_of(self, effect, args, kwargs):
        if _is_exception(effect):
            raise effect
        if isinstance(effect, _Effects):
            try:
                result = next(effect.iterator)
            except StopIteration:
                raise StopAsyncIteration
            if _is_exception(result):
                raise result
            return result
        result = effect(*args, **kwargs)
        return await result if inspect.iscoroutinefunction(effect) else result

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited')
        self._compare_with(args, kwargs, self.await_args, 'await')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        self._find_any(args, kwargs, self.await_args_list, 'await')

    def assert_has_awaits(self, calls, any_order=False):
        recorded = self.await_args_list
        _check_has_calls((calls, [self._call_matcher(c) for c in calls]), (recorded, [self._call_matcher(c) for c in recorded]), any_order, {
            'missing': 'Awaits not found.', 'error': 'Error processing expected awaits.', 'actual': 'Actual',
            'absent': lambda absent, left: f'{absent!r} not all found in await list'})

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. Awaited {self.await_count} times.")


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    __module__ = 'unittest.mock'


class PropertyMock(Mock):
    __module__ = 'unittest.mock'

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


_kinds.update(Mock=Mock, MagicMock=MagicMock, NonCallableMagicMock=NonCallableMagicMock, AsyncMock=AsyncMock,
              AsyncMockMixin=AsyncMockMixin, PropertyMock=PropertyMock)
