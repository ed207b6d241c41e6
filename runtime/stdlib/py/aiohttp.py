"""aiohttp 3's client on the simulated network."""

import asyncio
import json as _json
from collections import namedtuple
from dataclasses import dataclass

from _http import Exchange, Limit, REDIRECTS, async_drive, encode_body, redirected, wait
from aiohttp.client_exceptions import *
from aiohttp.client_exceptions import __all__ as _exceptions
from aiohttp.client_reqrep import ClientResponse, HttpVersion, RequestInfo, StreamReader
from aiohttp.connector import BaseConnector, TCPConnector, deadline
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL
import _network

__version__ = '3.12.15'
__all__ = _exceptions + (
    'BasicAuth', 'BaseConnector', 'ClientResponse', 'ClientSession', 'ClientTimeout', 'DummyCookieJar', 'CookieJar',
    'FormData', 'RequestInfo', 'StreamReader', 'TCPConnector', 'request')

_SET = object()


def __getattr__(name):
    if name in ('http_exceptions', 'client'):
        __import__(f'aiohttp.{name}')
        return globals()[name]
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")



ConnectionKey = namedtuple('ConnectionKey', 'host port is_ssl ssl')


@dataclass(frozen=True)
class ClientTimeout:
    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None
    ceil_threshold: float = 5


ClientTimeout.__module__ = 'aiohttp.client'
_DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)


class BasicAuth(namedtuple('BasicAuth', 'login password encoding', defaults=('', 'latin1'))):
    def encode(self):
        import base64
        return 'Basic ' + base64.b64encode(f'{self.login}:{self.password}'.encode(self.encoding)).decode()


class FormData:
    def __init__(self, fields=()):
        self._fields = list(fields.items() if hasattr(fields, 'items') else fields)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        self._fields.append((name, value))

    def items(self):
        return self._fields


class CookieJar:
    """Accepted and empty: the simulated servers set no cookies."""

    def __init__(self, **kwargs):
        pass

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def update_cookies(self, cookies, response_url=None):
        pass

    def filter_cookies(self, request_url=None):
        return {}


DummyCookieJar = CookieJar


class _RequestContextManager:
    """What session.get() and its like return: it can be awaited, or entered by async with."""

    __slots__ = ('_coro', '_resp')

    def __init__(self, coro):
        self._coro = coro
        self._resp = None

    def send(self, arg):
        return self._coro.send(arg)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, *exc):
        await self._resp.__aexit__(*exc)


# ------------------------------------------------------------ the session

class ClientSession:
    __module__ = 'aiohttp.client'

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, skip_auto_headers=None,
                 auth=None, json_serialize=_json.dumps, cookie_jar=None, connector_owner=True, raise_for_status=False,
                 timeout=_SET, conn_timeout=None, read_timeout=None, version=None, auto_decompress=True,
                 trust_env=False, requote_redirect_url=True, trace_configs=None, **kwargs):
        self._loop = loop or asyncio.get_running_loop()
        self._base_url = None if base_url is None else URL(base_url)
        if self._base_url is not None and not self._base_url.is_absolute():
            raise ValueError('base_url must be an absolute URL')
        self._connector = TCPConnector(loop=self._loop) if connector is None else connector
        self._connector_owner = connector_owner
        self._default_headers = CIMultiDict(headers)
        self._default_auth = auth
        self._cookies = dict(cookies or {})
        self._cookie_jar = cookie_jar or CookieJar()
        self._json_serialize = json_serialize
        self._raise_for_status = raise_for_status
        self._timeout = self._timeout_of(timeout, _DEFAULT_TIMEOUT)
        _network.at_close(self._loop, self)

    @staticmethod
    def _timeout_of(value, default):
        if value is _SET:
            return default
        if value is None:
            return ClientTimeout()
        return value if isinstance(value, ClientTimeout) else ClientTimeout(total=value)

    def _at_close(self):
        if self.closed:
            return
        self._loop.call_exception_handler({'client_session': self, 'message': 'Unclosed client session'})
        kept = [origin for origin, count in self._connector._kept.free.items() if count]
        if kept and self._connector_owner:
            connections = [f'{scheme}://{host}:{port}' for scheme, host, port in kept]
            self._loop.call_exception_handler({
                'connector': self._connector, 'connections': connections, 'message': 'Unclosed connector'})

    closed = property(lambda self: self._connector is None or self._connector.closed)
    connector = property(lambda self: self._connector)
    headers = property(lambda self: self._default_headers)
    timeout = property(lambda self: self._timeout)
    cookie_jar = property(lambda self: self._cookie_jar)
    loop = property(lambda self: self._loop)
    auth = property(lambda self: self._default_auth)
    raise_for_status = property(lambda self: self._raise_for_status)

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request('GET', url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self.request('OPTIONS', url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request('HEAD', url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request('POST', url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def ws_connect(self, url, **kwargs):
        raise NotImplementedError('there are no WebSockets here')

    def _build_url(self, str_or_url):
        try:
            url = URL(str_or_url)
            url.port
        except ValueError as exc:
            raise InvalidUrlClientError(str_or_url) from exc
        if self._base_url is not None and not url.is_absolute():
            url = self._base_url.join(url)
        if url.scheme not in ('http', 'https', ''):
            raise NonHttpUrlClientError(url)
        if not url.host or not url.scheme:
            raise InvalidUrlClientError(url)
        return url

    async def _request(self, method, str_or_url, *, params=None, data=None, json=None, cookies=None, headers=None,
                       auth=None, allow_redirects=True, max_redirects=10, raise_for_status=None, timeout=_SET,
                       **ignored):
        if self.closed:
            raise RuntimeError('Session is closed')
        if data is not None and json is not None:
            raise ValueError('data and json parameters can not be used at the same time')
        url = self._build_url(str_or_url)
        if params:
            url = url.extend_query(params)
        timeout = self._timeout_of(timeout, self._timeout)
        total = Limit(timeout.total, TimeoutError)
        body, content_type = encode_body(data, json, dumps=self._json_serialize)
        method, history = method.upper(), []
        while True:
            sent = self._headers(headers, auth, cookies, body, content_type)
            response = await self._exchange(method, url, sent, body, timeout, total, history)
            if not (allow_redirects and response.status in REDIRECTS and 'Location' in response.headers):
                break
            history.append(response)
            if len(history) >= max_redirects:
                response.close()
                raise TooManyRedirects(history[0].request_info, tuple(history))
            response.release()
            new_method, target = redirected(method, response.status, str(url), response.headers['Location'])
            if new_method != method:
                method, body, content_type = new_method, b'', None
            url = self._build_url(target)
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if callable(check):
            await check(response)
        elif check:
            response.raise_for_status()
        return response

    def _headers(self, headers, auth, cookies, body, content_type):
        sent = CIMultiDict(self._default_headers)
        sent.update(CIMultiDict(headers))
        sent.setdefault('Accept', '*/*')
        sent.setdefault('Accept-Encoding', 'gzip, deflate')
        sent.setdefault('User-Agent', f'Python/3.13 aiohttp/{__version__}')
        auth = auth or self._default_auth
        if auth is not None:
            sent['Authorization'] = auth.encode()
        cookies = {**self._cookies, **(cookies or {})}
        if cookies:
            sent['Cookie'] = '; '.join(f'{name}={value}' for name, value in cookies.items())
        if body:
            sent['Content-Length'] = len(body)
        if content_type:
            sent.setdefault('Content-Type', content_type)
        return sent

    async def _exchange(self, method, url, headers, body, timeout, total, history):
        """One request and its response, up to the headers."""
        connector = self._connector
        exchange = Exchange(method, str(url), headers.items(), body)
        late = lambda: ConnectionTimeoutError(f'Connection timeout to host {url}')
        connect = Limit(timeout.connect, late)
        try:
            kept = await connector._acquire(exchange.origin, min(connect.when, total.when))
        except TimeoutError:
            raise (connect if connect.when < total.when else total).error() from None
        try:
            try:
                async with deadline(total.when):
                    await exchange.over_streams()
            except TimeoutError:
                raise total.error() from None
            kept = exchange.keeps(kept)
            if not kept:
                sock_connect = Limit(timeout.sock_connect, late)
                await async_drive(wait(exchange.connect_seconds, total, connect, sock_connect), exchange.peer)
                failure = exchange.connect_failure()
                if failure is not None:
                    key = ConnectionKey(exchange.host, exchange.port, exchange.scheme == 'https', True)
                    cls = ClientConnectorError if exchange.failure == 'refused' else ClientConnectorDNSError
                    raise cls(key, failure) from failure
            read = Limit(timeout.sock_read, lambda: SocketTimeoutError('Timeout on reading data from socket'))
            seconds = exchange.latency_seconds if kept else exchange.serve_seconds
            await async_drive(wait(seconds, total, read), exchange.peer)
            if exchange.failure == 'reset':
                raise ClientOSError(104, 'Connection reset by peer')
            if exchange.failure == 'close':
                raise ServerDisconnectedError()
        except BaseException:
            connector._release(exchange.origin)
            raise
        info = RequestInfo(url, method, CIMultiDictProxy(headers), url)
        return ClientResponse(exchange, info, history, connector, total, timeout.sock_read)

    async def close(self):
        if not self.closed:
            if self._connector_owner:
                await self._connector.close()
            self._connector = None
            _network.forget(self._loop, self)

    def detach(self):
        self._connector = None

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class _SessionRequestContextManager:
    def __init__(self, method, url, kwargs):
        self._args = method, url, kwargs

    async def _start(self):
        method, url, kwargs = self._args
        self._session = ClientSession(connector=kwargs.pop('connector', None))
        try:
            return await self._session.request(method, url, **kwargs)
        except BaseException:
            await self._session.close()
            raise

    async def __aenter__(self):
        self._resp = await self._start()
        return self._resp

    async def __aexit__(self, *exc):
        self._resp.close()
        await self._session.close()


def request(method, url, **kwargs):
    """A request in a session of its own, for async with."""
    return _SessionRequestContextManager(method, url, kwargs)
