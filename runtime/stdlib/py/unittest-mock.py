"""Mock objects."""

import io

from unittest._mock_autospec import _callable, create_autospec
from unittest._mock_base import CallableMixin, NonCallableMock, _Deferred
from unittest._mock_call import ANY, DEFAULT, InvalidSpecError, _ANY, _Call, _CallList, call, sentinel
from unittest._mock_kinds import (AsyncMock, AsyncMockMixin, MagicMixin, MagicMock, MagicProxy, Mock, NonCallableMagicMock,
                                  PropertyMock)
from unittest._mock_names import _all_magics, _magics
from unittest._mock_patch import _patch, _patch_dict, patch

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'NonCallableMock',
           'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True   # dir() of a mock leaves out what is of no interest


def seal(mock):
    """Attributes that are not there yet can neither be read nor set from now on."""
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if isinstance(child, NonCallableMock) and not isinstance(child._mock_children.get(name), _Deferred) and \
                child._mock_new_parent is mock:
            seal(child)


_FILE_METHODS = ['close', 'read', 'readline', 'readlines', 'write', 'writelines', 'flush', 'seek', 'tell', 'closed', 'name', 'mode',
                 'fileno', 'isatty', 'readable', 'writable', 'seekable', 'truncate', '__enter__', '__exit__', '__iter__', '__next__',
                 '__call__']


def mock_open(mock=None, read_data=''):
    """A mock of open() that gives a file with these contents."""
    def fresh():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    file = fresh()
    handle = MagicMock(spec=_FILE_METHODS)

    def reading(name):
        def effect(*args, **kwargs):
            given = getattr(handle, name)._mock_return_value
            return getattr(file, name)(*args, **kwargs) if given is None else given
        getattr(handle, name).return_value = None
        getattr(handle, name).side_effect = effect

    def closing(*exc_info):
        handle.close()

    def next_line():
        given = handle.readline._mock_return_value
        return next(file) if given is None else given

    for name in ('read', 'readline', 'readlines'):
        reading(name)
    handle.write.return_value = None
    handle.__enter__.return_value = handle
    handle.__exit__.side_effect = closing
    handle.__iter__.side_effect = lambda: iter(handle.readline, type(read_data)())
    handle.__next__.side_effect = next_line

    def opened(*args, **kwargs):
        nonlocal file
        file = fresh()
        return DEFAULT

    mock = MagicMock(name='open') if mock is None else mock
    mock.side_effect = opened
    mock.return_value = handle
    return mock
