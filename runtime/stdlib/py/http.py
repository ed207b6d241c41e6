"""Status codes and methods of HTTP (CPython 3.13 http/__init__.py)."""

from enum import IntEnum, StrEnum
import _network

__all__ = ['HTTPStatus', 'HTTPMethod']


def _name(phrase):
    return phrase.upper().replace("'", '').replace('-', '_').replace(' ', '_')


class _StatusBase(IntEnum):
    @property
    def phrase(self):
        return _network.reason(self.value)

    is_informational = property(lambda self: 100 <= self <= 199)
    is_success = property(lambda self: 200 <= self <= 299)
    is_redirection = property(lambda self: 300 <= self <= 399)
    is_client_error = property(lambda self: 400 <= self <= 499)
    is_server_error = property(lambda self: 500 <= self <= 599)


_NAMES = {_name(_network.reason(code)): code for code in range(100, 600) if _network.reason(code)}
_OLD_NAMES = {
    'REQUEST_ENTITY_TOO_LARGE': 413, 'REQUEST_URI_TOO_LONG': 414, 'REQUESTED_RANGE_NOT_SATISFIABLE': 416,
    'UNPROCESSABLE_ENTITY': 422,
}
HTTPStatus = _StatusBase('HTTPStatus', {**_NAMES, **_OLD_NAMES}, module='http')


class HTTPMethod(StrEnum):
    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}>'

    CONNECT = 'CONNECT'
    DELETE = 'DELETE'
    GET = 'GET'
    HEAD = 'HEAD'
    OPTIONS = 'OPTIONS'
    PATCH = 'PATCH'
    POST = 'POST'
    PUT = 'PUT'
    TRACE = 'TRACE'
