"""httpx 0.28 on the simulated network: AsyncClient waits in the event loop, Client blocks its thread."""

import asyncio
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from urllib.parse import urlsplit

from _http import Body, Exchange, KeepAlive, Limit, async_drive, block_drive, now, redirected, wait
from _httpx import (
    CloseError, ConnectError, ConnectTimeout, CookieConflict, DecodingError, HTTPError, HTTPStatusError, Headers,
    InvalidURL, Limits, LocalProtocolError, NetworkError, PoolTimeout, ProtocolError, ProxyError, QueryParams,
    ReadError, ReadTimeout, RemoteProtocolError, RequestError, ResponseNotRead, StreamConsumed, StreamError, Timeout,
    TimeoutException, TooManyRedirects, TransportError, URL, UnsupportedProtocol, WriteError, WriteTimeout, _UNSET)
from _httpx_models import Request, Response
import _network

__version__ = '0.28.1'


def __getattr__(name):
    if name == 'codes':     # big, and seldom asked for
        from http import HTTPStatus
        return HTTPStatus
    raise AttributeError(f"module 'httpx' has no attribute {name!r}")


class BasicAuth:
    def __init__(self, username, password):
        import base64
        self.header = 'Basic ' + base64.b64encode(f'{username}:{password}'.encode()).decode()


# ------------------------------------------------------------ clients

class MockTransport:
    """Answers requests by a function of the program's."""

    def __init__(self, handler):
        self.handler = handler


class AsyncHTTPTransport:
    """Accepted; the simulated network needs no retries."""

    def __init__(self, **kwargs):
        pass


HTTPTransport = AsyncHTTPTransport


class _Client:
    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, verify=True, cert=None, http1=True,
                 http2=False, proxy=None, mounts=None, timeout=_UNSET, follow_redirects=False, limits=None,
                 max_redirects=20, event_hooks=None, base_url='', transport=None, trust_env=True,
                 default_encoding='utf-8', app=None):
        self.base_url = URL(base_url)
        self.headers = Headers({
            'Accept': '*/*', 'Accept-Encoding': 'gzip, deflate', 'Connection': 'keep-alive',
            'User-Agent': f'python-httpx/{__version__}'})
        self.headers.update(Headers(headers))
        self.params = QueryParams(params)
        self.cookies = dict(cookies or {})
        self.timeout = Timeout(5.0) if timeout is _UNSET else Timeout(timeout)
        self.auth = auth
        self.follow_redirects = follow_redirects
        self.max_redirects = max_redirects
        self.event_hooks = {'request': [], 'response': [], **(event_hooks or {})}
        self._limits = limits or Limits(max_connections=100, max_keepalive_connections=20)
        self._transport = transport
        self._kept = KeepAlive()
        self._active = 0
        self._waiters = []
        self._state = 'unopened'

    is_closed = property(lambda self: self._state == 'closed')

    def build_request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                      cookies=None, timeout=_UNSET, extensions=None):
        url = URL(url)
        if url.is_relative_url and str(self.base_url):
            base = str(self.base_url)
            url = URL(base.rstrip('/') + '/' + str(url).lstrip('/'))
        merged = self.params.merge(params) if params is not None or self.params else None
        if merged:
            url = url.copy_merge_params(merged)
        sent = Headers({'Host': url.netloc.decode()})
        sent.update(self.headers)
        sent.update(Headers(headers))
        cookies = {**self.cookies, **(cookies or {})}
        if cookies:
            sent['Cookie'] = '; '.join(f'{name}={value}' for name, value in cookies.items())
        request = Request(method, url, headers=sent, content=content, data=data, json=json, extensions=extensions)
        request._timeout = self.timeout if timeout is _UNSET else Timeout(timeout)
        return request

    def _prepare(self, request, auth):
        if self._state == 'closed':
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        self._state = 'opened'
        auth = self.auth if auth is _UNSET else auth
        if isinstance(auth, tuple):
            auth = BasicAuth(*auth)
        if isinstance(auth, BasicAuth):
            request.headers['Authorization'] = auth.header
        if not request.url.scheme or not request.url.host:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.", request=request)
        if request.url.scheme not in ('http', 'https'):
            raise UnsupportedProtocol(f"Request URL has an unsupported protocol '{request.url.scheme}://'.", request=request)
        if not hasattr(request, '_timeout'):
            request._timeout = self.timeout
        headers = [(n, v) for n, v in request.headers._items if n.lower() != 'host']
        return Exchange(request.method, str(request.url), headers, request.content)

    def _exchange(self, request, exchange, texts):
        """The times to wait for the headers of a response, which is left in request._response."""
        timeout = request._timeout
        started = now()

        def error(name, text=None):
            return globals()[name](texts.get(name, '') if text is None else text, request=request)
        kept = exchange.keeps(self._kept.take(exchange.origin))
        try:
            if not kept:
                yield from wait(exchange.connect_seconds, Limit(timeout.connect, lambda: error('ConnectTimeout')))
                failure = exchange.connect_failure()
                if failure is not None:
                    raise error('ConnectError', str(failure) if exchange.failure == 'dns' else None) from None
            seconds = exchange.latency_seconds if kept else exchange.serve_seconds
            yield from wait(seconds, Limit(timeout.read, lambda: error('ReadTimeout')))
            if exchange.failure == 'reset':
                raise error('ReadError')
            if exchange.failure == 'close':
                raise error('RemoteProtocolError', 'Server disconnected without sending a response.')
        except BaseException:
            self._free(exchange.origin, False)
            raise
        response = Response(exchange.status, headers=exchange.headers, stream=Body(exchange), request=request)
        response._timeout = timeout
        response._started = started
        response._read_timeout_text = texts.get('ReadTimeout', '')
        response._release = lambda keep: self._free(exchange.origin, keep)
        request._response = response

    def _free(self, origin, keep):
        self._active -= 1
        most = self._limits.max_keepalive_connections
        if keep and (most is None or sum(self._kept.free.values()) < most):
            self._kept.give(origin)
        while self._waiters:
            waiter = self._waiters.pop(0)
            if not waiter.done():
                self._active += 1
                waiter.set_result(None)
                break

    def _follow(self, response, request, history):
        """The request after a redirect."""
        method, url = redirected(request.method, response.status_code, str(request.url), response.headers['Location'])
        headers = request.headers.copy()
        headers['Host'] = urlsplit(url).netloc
        content = request.content if method == request.method else None
        if content is None:
            headers.pop('Content-Length')
        following = Request(method, url, headers=headers, content=content)
        following._timeout = request._timeout
        if len(history) >= self.max_redirects:
            raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
        return following


class AsyncClient(_Client):
    async def request(self, method, url, *, auth=_UNSET, follow_redirects=_UNSET, **kwargs):
        return await self.send(self.build_request(method, url, **kwargs), auth=auth, follow_redirects=follow_redirects)

    async def send(self, request, *, stream=False, auth=_UNSET, follow_redirects=_UNSET):
        follow = self.follow_redirects if follow_redirects is _UNSET else follow_redirects
        history = []
        while True:
            for hook in self.event_hooks['request']:
                await hook(request)
            response = await self._send_one(request, auth)
            response.history = list(history)
            for hook in self.event_hooks['response']:
                await hook(response)
            if not response.has_redirect_location:
                break
            following = self._follow(response, request, history)
            if not follow:
                response.next_request = following
                break
            await response.aread()
            history.append(response)
            request = following
        if not stream:
            await response.aread()
        return response

    async def _send_one(self, request, auth):
        exchange = self._prepare(request, auth)
        if isinstance(self._transport, MockTransport):
            response = self._transport.handler(request)
            if hasattr(response, '__await__'):
                response = await response
            response.request, response._elapsed = request, timedelta(0)
            return response
        most = self._limits.max_connections
        if most is not None and self._active >= most:
            waiter = _network.future(asyncio.get_running_loop(), 'a free connection of the pool')
            self._waiters.append(waiter)
            try:
                async with asyncio.timeout(request._timeout.pool):
                    await waiter
            except BaseException as exc:
                if waiter in self._waiters:
                    self._waiters.remove(waiter)
                elif not waiter.cancelled():
                    self._free(exchange.origin, False)
                if isinstance(exc, TimeoutError):
                    raise PoolTimeout('', request=request) from None
                raise
        else:
            self._active += 1
        try:
            async with asyncio.timeout(request._timeout.read):
                await exchange.over_streams()
        except TimeoutError:
            self._free(exchange.origin, False)
            raise ReadTimeout('', request=request) from None
        await async_drive(self._exchange(request, exchange, {'ConnectError': 'All connection attempts failed'}), exchange.peer)
        return request._response

    @asynccontextmanager
    async def stream(self, method, url, *, auth=_UNSET, follow_redirects=_UNSET, **kwargs):
        response = await self.send(self.build_request(method, url, **kwargs), stream=True, auth=auth,
                                   follow_redirects=follow_redirects)
        try:
            yield response
        finally:
            await response.aclose()

    async def get(self, url, **kwargs):
        return await self.request('GET', url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request('OPTIONS', url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request('HEAD', url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request('POST', url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request('PUT', url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request('PATCH', url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request('DELETE', url, **kwargs)

    async def aclose(self):
        self._state = 'closed'

    async def __aenter__(self):
        if self._state != 'unopened':
            raise RuntimeError('Cannot open a client instance more than once.' if self._state == 'opened' else
                               'Cannot reopen a client instance, once it has been closed.')
        self._state = 'opened'
        return self

    async def __aexit__(self, *exc):
        self._state = 'closed'


class Client(_Client):
    def request(self, method, url, *, auth=_UNSET, follow_redirects=_UNSET, **kwargs):
        return self.send(self.build_request(method, url, **kwargs), auth=auth, follow_redirects=follow_redirects)

    def send(self, request, *, stream=False, auth=_UNSET, follow_redirects=_UNSET):
        follow = self.follow_redirects if follow_redirects is _UNSET else follow_redirects
        history = []
        while True:
            for hook in self.event_hooks['request']:
                hook(request)
            response = self._send_one(request, auth)
            response.history = list(history)
            for hook in self.event_hooks['response']:
                hook(response)
            if not response.has_redirect_location:
                break
            following = self._follow(response, request, history)
            if not follow:
                response.next_request = following
                break
            response.read()
            history.append(response)
            request = following
        if not stream:
            response.read()
        return response

    def _send_one(self, request, auth):
        exchange = self._prepare(request, auth)
        if isinstance(self._transport, MockTransport):
            response = self._transport.handler(request)
            response.request, response._elapsed = request, timedelta(0)
            return response
        self._active += 1
        exchange.over_socket()
        block_drive(self._exchange(request, exchange, {
            'ConnectTimeout': 'timed out', 'ReadTimeout': 'The read operation timed out',
            'ConnectError': '[Errno 111] Connection refused', 'ReadError': '[Errno 104] Connection reset by peer'}), exchange.peer)
        return request._response

    @contextmanager
    def stream(self, method, url, *, auth=_UNSET, follow_redirects=_UNSET, **kwargs):
        response = self.send(self.build_request(method, url, **kwargs), stream=True, auth=auth,
                             follow_redirects=follow_redirects)
        try:
            yield response
        finally:
            response.close()

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def close(self):
        self._state = 'closed'

    def __enter__(self):
        self._state = 'opened'
        return self

    def __exit__(self, *exc):
        self.close()


def request(method, url, *, cookies=None, verify=True, timeout=5.0, trust_env=True, proxy=None, **kwargs):
    with Client(cookies=cookies, timeout=timeout) as client:
        return client.request(method, url, **kwargs)


def get(url, **kwargs):
    return request('GET', url, **kwargs)


def options(url, **kwargs):
    return request('OPTIONS', url, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, **kwargs)


def post(url, **kwargs):
    return request('POST', url, **kwargs)


def put(url, **kwargs):
    return request('PUT', url, **kwargs)


def patch(url, **kwargs):
    return request('PATCH', url, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)


@contextmanager
def stream(method, url, *, timeout=5.0, **kwargs):
    with Client(timeout=timeout) as client, client.stream(method, url, **kwargs) as response:
        yield response
