"""The mocks themselves: attributes, calls and what is asserted about them."""

import inspect
import sys

from unittest._mock_call import (DEFAULT, InvalidSpecError, _AnyComparer, _Call, _CallList, _check_has_calls, _deleted,
                                 _format_call_signature, _is_exception, _missing, call)
from unittest._mock_names import (_all_magics, _all_sync_magics, _async_method_magics, _is_async, _is_magic, _signature_of,
                                  _unsupported_magics)
from unittest.util import safe_repr

# The classes that children of mocks are made of; unittest._mock_kinds fills it.
_kinds = {}
_MISSPELT = ('assert', 'assret', 'asert', 'aseert', 'assrt')


def _is_mock(obj):
    return issubclass(type(obj), NonCallableMock)


class _Deferred:
    """An attribute of an autospec that becomes a mock when it is asked for."""

    def __init__(self, make):
        self.make = make


class _Effects:
    """An iterator as side effect: no callable, even if the iterator is one."""

    def __init__(self, values):
        self.iterator = iter(values)


class NonCallableMock:
    """Each mock has a class of its own, so that magic methods can be set on it."""

    __module__ = 'unittest.mock'

    def __new__(cls, spec=None, *args, spec_set=None, **kwargs):
        bases = cls._bases_for(spec if spec_set is None else spec_set)
        own = type(cls.__name__, bases, {'__doc__': cls.__doc__, '__module__': cls.__module__})
        self = object.__new__(own)
        own._mock_of_class = self   # type(mock).__str__ is a mock too
        return self

    @classmethod
    def _bases_for(cls, spec):
        mixin = _kinds['AsyncMockMixin']
        return (mixin, cls) if spec is not None and _is_async(spec) and not issubclass(cls, mixin) else (cls,)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        self.__dict__.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_sealed=False, _mock_children={}, _mock_wraps=wraps,
            _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_unsafe=unsafe, _mock_side_effect=None,
            _spec_asyncs=(), called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(),
            method_calls=_CallList())
        self.__dict__.setdefault('_mock_return_value', DEFAULT)
        self._mock_add_spec(spec if spec_set is None else spec_set, spec_set is not None, _spec_as_instance,
                            parent is not None if _eat_self is None else _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        cls = signature = None
        asyncs = []
        if spec is not None and type(spec) not in (list, tuple):
            cls = spec if isinstance(spec, type) else type(spec)
            signature = _signature_of(spec, as_instance, eat_self)
            names = dir(spec)
            for name in names:
                try:
                    if inspect.iscoroutinefunction(inspect.unwrap(getattr(cls, name, None) if name in dir(cls) else getattr(spec, name, None))):
                        asyncs.append(name)
                except ValueError:
                    pass
            spec = names
        self.__dict__.update(_spec_class=cls, _spec_set=spec_set, _spec_signature=signature, _mock_methods=spec, _spec_asyncs=asyncs)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name='', _mock_new_name=None)
        setattr(self, attribute, mock)

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        self._adopt(value, None, '()')

    @property
    def side_effect(self):
        effect = self._mock_side_effect
        return effect.iterator if isinstance(effect, _Effects) else effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = _Effects(value)
            except TypeError:
                pass
        self.__dict__['_mock_side_effect'] = value

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def _adopt(self, value, name, new_name):
        """Makes a mock without a name a child of this one, so that its calls are recorded here too."""
        if not _is_mock(value) or value._mock_name or value._mock_new_name or value._mock_parent is not None or \
                value._mock_new_parent is not None:
            return False
        ancestor = self
        while ancestor is not None:
            if ancestor is value:
                return False
            ancestor = ancestor._mock_new_parent
        if new_name:
            value.__dict__.update(_mock_new_parent=self, _mock_new_name=new_name)
        if name:
            value.__dict__.update(_mock_parent=self, _mock_name=name)
        return True

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.__dict__.update(called=False, call_count=0, call_args=None, mock_calls=_CallList(), call_args_list=_CallList(),
                             method_calls=_CallList())
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if not isinstance(child, _Deferred) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if _is_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        # Shorter paths first, so that attributes of attributes are set on what was given.
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *owners, final = path.split('.')
            target = self
            for owner in owners:
                target = getattr(target, owner)
            setattr(target, final, value)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe', '_spec_class'):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods) and (name.startswith(_MISSPELT) or name in _DENIED):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _Deferred):
            child = self._mock_children[name] = child.make(self)
        return child

    def __setattr__(self, name, value):
        methods, cls = self.__dict__.get('_mock_methods'), type(self)
        if name in ('return_value', 'side_effect'):
            object.__setattr__(self, name, value)
            return
        if self._spec_set and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported_magics:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name in _all_magics:
            self._set_magic(name, value, methods)
            return
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return
        if self._adopt(value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, _kinds['PropertyMock']):
            self.__dict__[name] = value
        else:
            object.__setattr__(self, name, value)

    def _set_magic(self, name, value, methods):
        """Special methods are looked up on classes."""
        if methods is not None and name not in methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if _is_mock(value):
            self._adopt(value, None, name)
            setattr(type(self), name, value)
            self._mock_children[name] = value
            object.__setattr__(self, name, value)
            return

        def method(self, /, *args, **kwargs):
            return value(self, *args, **kwargs)
        method.__name__ = name
        setattr(type(self), name, method)
        object.__setattr__(self, name, lambda *args, **kwargs: value(self, *args, **kwargs))

    def __delattr__(self, name):
        if name in _all_magics and hasattr(type(self), name):
            setattr(type(self), name, None)     # hides the one that all mocks have
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def _extract_mock_name(self):
        """The path from the mock that has no parent: mock.method().attribute."""
        names, mock, first = [], self, self
        while mock is not None:
            name = mock._mock_new_name or ''
            names.insert(0, name)
            first, mock = mock, mock._mock_new_parent
        path = first._mock_name or 'mock'
        for name in names[1:]:
            path += name if name == '()' else f'.{name}'
        return path

    def __repr__(self):
        name = self._extract_mock_name()
        named = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{named}{spec} id='{id(self)}'>"

    def __dir__(self):
        if not sys.modules['unittest.mock'].FILTER_DIR:
            return object.__dir__(self)
        own = [name for name in self.__dict__ if not name.startswith('_') or _is_magic(name)]
        inherited = [name for name in dir(type(self)) if not name.startswith('_')]
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        return sorted({*(self._mock_methods or ()), *own, *inherited, *children})

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._mock_name or 'mock', args, kwargs)

    def _calls_repr(self):
        return f'\nCalls: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _call_matcher(self, one):
        """Makes calls comparable: with a spec, f(1) and f(x=1) may be the same call."""
        signature = self._spec_signature
        named = isinstance(one, tuple) and len(one) > 2
        if named and one[0]:
            signature, children = None, self._mock_children
            for name in one[0].replace('()', '').split('.'):
                child = children.get(name)
                if child is None or isinstance(child, _Deferred):
                    break
                signature, children = child._spec_signature, child._mock_children
        if signature is None:
            return one
        name, (args, kwargs) = (one[0], one[1:]) if named else ('', one)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _compare_with(self, args, kwargs, recorded, action):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(recorded) != wanted:
            raise AssertionError(f'expected {action} not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n'
                                 f'  Actual: {self._format_mock_call_signature(*recorded)}'
                                 ) from (wanted if isinstance(wanted, Exception) else None)

    def _find_any(self, args, kwargs, recorded, action):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or wanted not in _AnyComparer(self._call_matcher(c) for c in recorded):
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} {action} not found') from cause

    def assert_not_called(self):
        if self.call_count != 0:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to not have been called. Called {self.call_count} times."
                                 f'{self._calls_repr()}')

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called once. Called {self.call_count} times."
                                 f'{self._calls_repr()}')

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n'
                                 '  Actual: not called.')
        self._compare_with(args, kwargs, self.call_args, 'call')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to be called once. Called {self.call_count} times."
                                 f'{self._calls_repr()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        self._find_any(args, kwargs, self.call_args_list, 'call')

    def assert_has_calls(self, calls, any_order=False):
        recorded = self.mock_calls
        _check_has_calls((calls, [self._call_matcher(c) for c in calls]), (recorded, [self._call_matcher(c) for c in recorded]), any_order, {
            'missing': 'Calls not found.', 'error': 'Error processing expected calls.', 'actual': '  Actual',
            'absent': lambda absent, left: f"{self._mock_name or 'mock'!r} does not contain all of {absent!r} in its call list, "
                                           f'found {left!r} instead'})

    def _get_child_mock(self, /, **kw):
        name = kw.get('_new_name')
        if self._mock_sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kw['name']}" if 'name' in kw else '()'))
        cls = type(self)
        if name in self._spec_asyncs:
            kind = _kinds['AsyncMock']
        elif issubclass(cls, _kinds['MagicMock']) and name in _async_method_magics:
            kind = _kinds['AsyncMock']
        elif issubclass(cls, _kinds['AsyncMockMixin']):
            sync = name in _all_sync_magics or self._mock_methods and name in self._mock_methods
            kind = _kinds['MagicMock' if sync else 'AsyncMock']
        elif not issubclass(cls, CallableMixin):
            kind = _kinds['MagicMock' if issubclass(cls, _kinds['NonCallableMagicMock']) else 'Mock']
        else:
            kind = cls.__mro__[1]
        return kind(**kw)


_DENIED = frozenset(name.removeprefix('assert_') for name in dir(NonCallableMock) if name.startswith('assert_'))


class CallableMixin:
    __module__ = 'unittest.mock'

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, *args, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, *args, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Records a call here and, under its path from there, in every ancestor."""
        one = _Call((args, kwargs), two=True)
        self.__dict__.update(called=True, call_count=self.call_count + 1, call_args=one)
        self.call_args_list.append(one)
        self.mock_calls.append(_Call(('', args, kwargs)))
        is_method, method, path = self._mock_parent is not None, self._mock_name, self._mock_new_name
        ancestor, after_call = self._mock_new_parent, path == '()'
        while ancestor is not None:
            if is_method:
                ancestor.method_calls.append(_Call((method, args, kwargs)))
                is_method = ancestor._mock_parent is not None
                if is_method:
                    method = f'{ancestor._mock_name}.{method}'
            ancestor.mock_calls.append(_Call((path, args, kwargs)))
            if ancestor._mock_new_name:
                path = ancestor._mock_new_name + ('' if after_call else '.') + path
                after_call = ancestor._mock_new_name == '()'
            ancestor = ancestor._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = next(effect.iterator) if isinstance(effect, _Effects) else effect(*args, **kwargs)
            if isinstance(effect, _Effects) and _is_exception(result):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value
