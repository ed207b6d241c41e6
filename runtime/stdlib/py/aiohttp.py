"""aiohttp 3's client on the simulated network."""

import asyncio
import json as _json
from collections import namedtuple
from dataclasses import dataclass

from _http import (
    INFINITE, Body, Exchange, KeepAlive, Limit, REDIRECTS, async_drive, charset_of, encode_body, now, redirected, wait)
from aiohttp.client_exceptions import *
from aiohttp.client_exceptions import __all__ as _exceptions
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL
import _network

__version__ = '3.12.15'
__all__ = _exceptions + (
    'BasicAuth', 'BaseConnector', 'ClientResponse', 'ClientSession', 'ClientTimeout', 'DummyCookieJar', 'CookieJar',
    'FormData', 'RequestInfo', 'StreamReader', 'TCPConnector', 'request')

_SET = object()


def __getattr__(name):
    if name in ('http_exceptions', 'client', 'client_reqrep', 'connector'):
        __import__(f'aiohttp.{name}')
        return globals()[name]
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")



RequestInfo = namedtuple('RequestInfo', 'url method headers real_url')
ConnectionKey = namedtuple('ConnectionKey', 'host port is_ssl ssl')
HttpVersion = namedtuple('HttpVersion', 'major minor')


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


# ------------------------------------------------------------ connections

def _deadline(when):
    return asyncio.timeout_at(when if when < INFINITE else None)


class BaseConnector:
    """Bounds the connections that are open at once; a request waits for its turn, first come, first served."""

    def __init__(self, *, limit=100, limit_per_host=0, force_close=False, keepalive_timeout=15, loop=None, **kwargs):
        self._loop = loop or asyncio.get_running_loop()
        self._limit = limit or 0
        self._limit_per_host = limit_per_host or 0
        self._force_close = force_close
        self._acquired = {}     # connections in use, by origin
        self._waiters = []      # (origin, future) of requests that wait
        self._kept = KeepAlive()
        self._closed = False

    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)
    force_close = property(lambda self: self._force_close)
    closed = property(lambda self: self._closed)

    def _has_room(self, origin):
        if self._limit and sum(self._acquired.values()) >= self._limit:
            return False
        return not self._limit_per_host or self._acquired.get(origin, 0) < self._limit_per_host

    def _occupy(self, origin):
        self._acquired[origin] = self._acquired.get(origin, 0) + 1

    async def _acquire(self, origin, when):
        """Waits for a connection to be free; TimeoutError when the time has come. True: it need not be made."""
        if self._closed:
            raise ClientConnectionError('Connector is closed.')
        if not self._has_room(origin):
            place = (origin, _network.future(self._loop, 'a free connection of the pool'))
            self._waiters.append(place)
            try:
                async with _deadline(when):
                    await place[1]
            except BaseException:
                if place in self._waiters:
                    self._waiters.remove(place)
                elif not place[1].cancelled():
                    self._release(origin)
                raise
        else:
            self._occupy(origin)
        return self._kept.take(origin)

    def _release(self, origin, keep=False):
        self._acquired[origin] -= 1
        if keep and not self._force_close:
            self._kept.give(origin)
        for place in self._waiters:
            if not place[1].done() and self._has_room(place[0]):
                self._waiters.remove(place)
                self._occupy(place[0])
                place[1].set_result(None)
                break

    def close(self, *, abort_ssl=False):
        self._closed = True
        self._kept = KeepAlive()
        return _Nothing()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


BaseConnector.__module__ = 'aiohttp.connector'


class TCPConnector(BaseConnector):
    __module__ = 'aiohttp.connector'


class _Nothing:
    """What may be awaited, and need not be."""

    def __await__(self):
        return
        yield


# ------------------------------------------------------------ responses

class StreamReader:
    """The body of a response as a stream."""

    def __init__(self, response):
        self._response = response
        self._body = response._stream
        self._unread = b''

    async def _wait(self):
        if not self._unread:
            await self._response._wait_for_some()

    async def readany(self):
        await self._wait()
        data, self._unread = self._unread, b''
        return data + self._response._take(-1)

    async def read(self, n=-1):
        if n == 0:
            return b''
        if n < 0:
            blocks = []
            while block := await self.readany():
                blocks.append(block)
            return b''.join(blocks)
        await self._wait()
        if self._unread:
            data, self._unread = self._unread[:n], self._unread[n:]
            return data
        return self._response._take(n)

    async def readexactly(self, n):
        data = b''
        while len(data) < n:
            block = await self.read(n - len(data))
            if not block:
                raise asyncio.IncompleteReadError(data, n)
            data += block
        return data

    async def readuntil(self, separator=b'\n'):
        data = b''
        while separator not in data:
            block = await self.readany()
            if not block:
                return data
            data += block
        end = data.index(separator) + len(separator)
        self._unread = data[end:] + self._unread
        return data[:end]

    async def readline(self):
        return await self.readuntil()

    def at_eof(self):
        return not self._unread and self._body.at_end()

    is_eof = at_eof

    async def _iterate(self, read):
        while data := await read():
            yield data

    def iter_chunked(self, n):
        return self._iterate(lambda: self.read(n))

    def iter_any(self):
        return self._iterate(self.readany)

    async def iter_chunks(self):
        while data := await self.readany():
            yield data, True

    def __aiter__(self):
        return self._iterate(self.readline)


StreamReader.__module__ = 'aiohttp.streams'


def _is_json(content_type):
    kind, _, name = content_type.partition('/')
    return kind == 'application' and (name == 'json' or name.endswith('+json'))


class ClientResponse:
    __module__ = 'aiohttp.client_reqrep'

    def __init__(self, exchange, request_info, history, connector, total, sock_read):
        self.method = exchange.method
        self.status = exchange.status
        self.reason = exchange.reason
        self.version = HttpVersion(1, 1)
        self.headers = CIMultiDictProxy(exchange.headers)
        self.raw_headers = tuple((n.encode(), v.encode()) for n, v in exchange.headers)
        self.request_info = request_info
        self.history = tuple(history)
        self.cookies = {}
        self.closed = False
        self._exchange = exchange
        self._connector = connector
        self._total = total
        self._sock_read = sock_read
        self._stream = Body(exchange)
        self._body = None
        self._in_context = False
        self.content = StreamReader(self)
        if self._stream.complete():
            self._give_back(True)

    url = property(lambda self: self.request_info.url)
    real_url = property(lambda self: self.request_info.real_url)
    host = property(lambda self: self.url.host)
    ok = property(lambda self: self.status < 400)
    connection = property(lambda self: self._connector)

    @property
    def content_type(self):
        return self.headers.get('Content-Type', 'application/octet-stream').partition(';')[0].strip().lower()

    @property
    def charset(self):
        return charset_of(self.headers.get('Content-Type', ''))

    @property
    def content_length(self):
        length = self.headers.get('Content-Length')
        return None if length is None else int(length)

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n'

    def _give_back(self, keep):
        """Gives the connection back to the pool."""
        connector, self._connector = self._connector, None
        if connector is not None:
            connector._release(self._exchange.origin, keep)

    async def _wait_for_some(self):
        if self.closed and not self._stream.complete():
            raise ClientConnectionError('Connection closed')
        seconds = self._stream.wait_for_some()
        limits = (self._total, Limit(self._sock_read, lambda: SocketTimeoutError('Timeout on reading data from socket')))
        try:
            await async_drive(wait(seconds, *limits), self._exchange.peer)
        except BaseException:
            self.close()
            raise

    def _take(self, count):
        data = self._stream.take(count)
        if not data and self._stream.cut:
            self.close()
            raise ClientPayloadError("Response payload is not completed: <ContentLengthError: 400, message='Not "
                                     "enough data to satisfy content length header.'>")
        if self._stream.at_end() and not self._stream.cut:
            self._give_back(True)
        return data

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
            self._give_back(True)
        return self._body

    def get_encoding(self):
        return self.charset or 'utf-8'

    async def text(self, encoding=None, errors='strict'):
        await self.read()
        return self._body.decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        await self.read()
        if content_type:
            actual = self.content_type
            if not (_is_json(actual) if content_type == 'application/json' else content_type in actual):
                raise ContentTypeError(
                    self.request_info, self.history, status=self.status, headers=self.headers,
                    message=f'Attempt to decode JSON with unexpected mimetype: {self.headers.get("Content-Type", "")}')
        body = self._body.strip()
        return loads(body.decode(encoding or self.get_encoding())) if body else None

    def raise_for_status(self):
        if not self.ok:
            if not self._in_context:
                self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason,
                                      headers=self.headers)

    def release(self):
        self.closed = True
        self._give_back(self._stream.complete())
        return _Nothing()

    def close(self):
        self.closed = True
        self._give_back(False)

    async def wait_for_close(self):
        pass

    async def __aenter__(self):
        self._in_context = True
        return self

    async def __aexit__(self, *exc):
        self._in_context = False
        self.release()


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
                async with _deadline(total.when):
                    await exchange.over_streams()
            except TimeoutError:
                raise total.error() from None
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
