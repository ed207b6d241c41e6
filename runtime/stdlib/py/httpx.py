"""httpx 0.28 on the simulated network: AsyncClient waits in the event loop, Client blocks its thread."""

import asyncio
import json as _json
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from _http import (
    Body, Exchange, Headers as _Headers, KeepAlive, Limit, REDIRECTS, async_drive, block_drive, charset_of, encode_body,
    now, redirected, wait)
import _network

__version__ = '0.28.1'


# ------------------------------------------------------------ errors

def __getattr__(name):
    if name == 'codes':     # big, and seldom asked for
        from http import HTTPStatus
        return HTTPStatus
    raise AttributeError(f"module 'httpx' has no attribute {name!r}")


class HTTPError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self._request = None

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError('The .request property has not been set.')
        return self._request


class RequestError(HTTPError):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self._request = request
        self.response = response


def _errors(base, *names):
    for name in names:
        globals()[name] = type(base)(name, (base,), {'__module__': 'httpx'})


_errors(RequestError, 'TransportError', 'DecodingError', 'TooManyRedirects')
_errors(TransportError, 'TimeoutException', 'NetworkError', 'ProtocolError', 'ProxyError', 'UnsupportedProtocol')
_errors(TimeoutException, 'ConnectTimeout', 'ReadTimeout', 'WriteTimeout', 'PoolTimeout')
_errors(NetworkError, 'ConnectError', 'ReadError', 'WriteError', 'CloseError')
_errors(ProtocolError, 'LocalProtocolError', 'RemoteProtocolError')


class InvalidURL(Exception):
    pass


class CookieConflict(Exception):
    pass


class StreamError(RuntimeError):
    pass


class StreamConsumed(StreamError):
    def __init__(self):
        super().__init__('Attempted to read or stream some content, but the content has already been streamed. '
                         'For requests, this could be due to passing a generator as request content, and then '
                         'receiving a redirect response or a secondary request as part of an authentication flow.'
                         'For responses, this could be due to attempting to stream the response content more than once.')


class ResponseNotRead(StreamError):
    def __init__(self):
        super().__init__('Attempted to access streaming response content, without having called `read()`.')


# ------------------------------------------------------------ values

class URL:
    def __init__(self, url='', **parts):
        self._text = str(url)
        if not isinstance(url, (str, URL)):
            raise TypeError(f'Invalid type for url.  Expected str or httpx.URL, got {type(url)}: {url!r}')
        try:
            self._parts = urlsplit(self._text)
            self._parts.port
        except ValueError as exc:
            raise InvalidURL(str(exc)) from None
        path = quote(self._parts.path, safe="/%:@!$&'()*+,;=~")
        query = quote(self._parts.query, safe="/%:@!$&'()*+,;=~?[]")
        self._parts = self._parts._replace(path=path, query=query)
        self._text = urlunsplit(self._parts)
        if 'params' in parts and parts['params'] is not None:
            self._parts = self._parts._replace(query=str(QueryParams(parts['params'])))
            self._text = urlunsplit(self._parts)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname or '')
    path = property(lambda self: self._parts.path or '/')
    query = property(lambda self: self._parts.query.encode())
    fragment = property(lambda self: self._parts.fragment)
    netloc = property(lambda self: self._parts.netloc.encode())
    username = property(lambda self: self._parts.username or '')
    params = property(lambda self: QueryParams(self._parts.query))
    raw_path = property(lambda self: (self.path + ('?' + self._parts.query if self._parts.query else '')).encode())
    is_absolute_url = property(lambda self: bool(self.scheme and self.host))
    is_relative_url = property(lambda self: not self.is_absolute_url)

    @property
    def port(self):
        port = self._parts.port
        return None if port == {'http': 80, 'https': 443}.get(self.scheme) else port

    def join(self, url):
        return URL(urljoin(self._text, str(url)))

    def copy_with(self, **kwargs):
        params = kwargs.pop('params', None)
        fields = {name: kwargs[name] for name in ('scheme', 'path', 'fragment') if name in kwargs}
        if 'host' in kwargs:
            fields['netloc'] = kwargs['host']
        return URL(urlunsplit(self._parts._replace(**fields)), params=params)

    def copy_merge_params(self, params):
        return URL(self._text, params=self.params.merge(params))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'URL({self._text!r})'

    def __eq__(self, other):
        return self._text == str(other) if isinstance(other, (str, URL)) else NotImplemented

    def __hash__(self):
        return hash(self._text)


class QueryParams:
    def __init__(self, params=None):
        if isinstance(params, QueryParams):
            self._pairs = list(params._pairs)
        elif isinstance(params, (str, bytes)):
            text = params.decode() if isinstance(params, bytes) else params
            self._pairs = parse_qsl(text.lstrip('?'), keep_blank_values=True)
        else:
            pairs = params.items() if hasattr(params, 'items') else params or ()
            self._pairs = [(str(k), self._text(v)) for k, vs in pairs
                           for v in (vs if isinstance(vs, (list, tuple)) else [vs])]

    @staticmethod
    def _text(value):
        return {True: 'true', False: 'false', None: ''}[value] if value is None or isinstance(value, bool) else str(value)

    def merge(self, params):
        new = QueryParams(params)
        names = {k for k, _ in new._pairs}
        merged = QueryParams()
        merged._pairs = [p for p in self._pairs if p[0] not in names] + new._pairs
        return merged

    def multi_items(self):
        return list(self._pairs)

    def items(self):
        return dict(reversed(self._pairs)).items()

    def get(self, key, default=None):
        return dict(reversed(self._pairs)).get(key, default)

    def get_list(self, key):
        return [v for k, v in self._pairs if k == key]

    def __getitem__(self, key):
        return dict(reversed(self._pairs))[key]

    def __contains__(self, key):
        return any(k == key for k, _ in self._pairs)

    def __iter__(self):
        return iter(dict(self._pairs))

    def __len__(self):
        return len(dict(self._pairs))

    def __bool__(self):
        return bool(self._pairs)

    def __str__(self):
        return urlencode(self._pairs)

    def __repr__(self):
        return f'QueryParams({str(self)!r})'


class Headers(_Headers):
    def keys(self):
        return dict.fromkeys(n.lower() for n, _ in self._items).keys()

    def items(self):
        return [(n.lower(), v) for n, v in self._items]

    multi_items = items

    def get_list(self, name):
        return self.getall(name, [])

    def __repr__(self):
        return f'Headers({dict(self.items())!r})'


_UNSET = object()


class Timeout:
    def __init__(self, timeout=_UNSET, *, connect=_UNSET, read=_UNSET, write=_UNSET, pool=_UNSET):
        given = (connect, read, write, pool)
        if isinstance(timeout, Timeout):
            values = (timeout.connect, timeout.read, timeout.write, timeout.pool)
        elif isinstance(timeout, tuple):
            values = (timeout + (None, None))[:4]
        else:
            if timeout is _UNSET and _UNSET in given:
                raise ValueError('httpx.Timeout must either include a default, or set all four parameters explicitly.')
            values = [timeout if v is _UNSET else v for v in given]
        self.connect, self.read, self.write, self.pool = values

    def as_dict(self):
        return {'connect': self.connect, 'read': self.read, 'write': self.write, 'pool': self.pool}

    def __eq__(self, other):
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    def __repr__(self):
        if len({self.connect, self.read, self.write, self.pool}) == 1:
            return f'Timeout(timeout={self.connect})'
        return f'Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})'


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __repr__(self):
        return (f'Limits(max_connections={self.max_connections}, max_keepalive_connections='
                f'{self.max_keepalive_connections}, keepalive_expiry={self.keepalive_expiry})')


class BasicAuth:
    def __init__(self, username, password):
        import base64
        self.header = 'Basic ' + base64.b64encode(f'{username}:{password}'.encode()).decode()


class Request:
    def __init__(self, method, url, *, params=None, headers=None, cookies=None, content=None, data=None, files=None,
                 json=None, extensions=None):
        self.method = method.upper()
        self.url = URL(url) if params is None else URL(url, params=params)
        self.headers = Headers(headers)
        self.extensions = extensions or {}
        body, content_type = encode_body(data, json, content, lambda o: _json.dumps(
            o, ensure_ascii=False, separators=(',', ':'), allow_nan=False))
        if content is not None:
            content_type = None
        if body or self.method in ('POST', 'PUT', 'PATCH'):
            self.headers.setdefault('Content-Length', len(body))
        if content_type:
            self.headers.setdefault('Content-Type', content_type)
        self.content = body

    def read(self):
        return self.content

    def __repr__(self):
        return f'<Request({self.method!r}, {str(self.url)!r})>'


class Response:
    def __init__(self, status_code, *, headers=None, content=None, text=None, html=None, json=None, stream=None,
                 request=None, extensions=None, history=None, default_encoding='utf-8'):
        self.status_code = int(status_code)
        self.headers = Headers(headers)
        self.history = list(history or [])
        self.extensions = extensions or {}
        self.default_encoding = default_encoding
        self.next_request = None
        self.is_closed = self.is_stream_consumed = False
        self.num_bytes_downloaded = 0
        self._request = request
        self._encoding = None
        self._stream = stream       # a Body
        self._release = None
        self._elapsed = None
        if stream is None:
            body, content_type = encode_body(None, json, content)
            if text is not None or html is not None:
                body = (text if text is not None else html).encode()
                content_type = f'text/{"plain" if text is not None else "html"}; charset=utf-8'
            if content_type and content is None:
                self.headers.setdefault('Content-Length', len(body))
                self.headers.setdefault('Content-Type', content_type)
            self._content = body
            self.is_closed = self.is_stream_consumed = True

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError('The request instance has not been set on this response.')
        return self._request

    @request.setter
    def request(self, value):
        self._request = value

    @property
    def elapsed(self):
        if self._elapsed is None:
            raise RuntimeError("'.elapsed' may only be accessed after the response has been read or closed.")
        return self._elapsed

    @property
    def content(self):
        if not hasattr(self, '_content'):
            raise ResponseNotRead()
        return self._content

    url = property(lambda self: self.request.url)
    http_version = property(lambda self: 'HTTP/1.1')
    reason_phrase = property(lambda self: _network.reason(self.status_code))
    is_informational = property(lambda self: 100 <= self.status_code <= 199)
    is_success = property(lambda self: 200 <= self.status_code <= 299)
    is_redirect = property(lambda self: 300 <= self.status_code <= 399)
    is_client_error = property(lambda self: 400 <= self.status_code <= 499)
    is_server_error = property(lambda self: 500 <= self.status_code <= 599)
    is_error = property(lambda self: 400 <= self.status_code <= 599)
    has_redirect_location = property(lambda self: self.status_code in REDIRECTS and 'Location' in self.headers)
    charset_encoding = property(lambda self: charset_of(self.headers.get('Content-Type', '')))
    cookies = property(lambda self: {})

    @property
    def encoding(self):
        return self._encoding or self.charset_encoding or self.default_encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    @property
    def text(self):
        return self.content.decode(self.encoding, 'replace')

    def json(self, **kwargs):
        return _json.loads(self.content, **kwargs)

    def raise_for_status(self):
        request = self._request
        if request is None:
            raise RuntimeError('Cannot call `raise_for_status` as the request instance has not been set on this response.')
        if self.is_success:
            return self
        kind = {1: 'Informational response', 3: 'Redirect response', 4: 'Client error', 5: 'Server error'}.get(
            self.status_code // 100, 'Invalid status code')
        message = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
        if self.has_redirect_location:
            message += f"Redirect location: '{self.headers['location']}'\n"
        message += f'For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}'
        raise HTTPStatusError(message, request=request, response=self)

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'

    # -- reading: _steps() gives the times to wait and leaves what was read in _block

    def _steps(self, count):
        stream = self._stream
        read = Limit(self._timeout.read, lambda: self._failed('ReadTimeout', self._read_timeout_text))
        try:
            yield from wait(stream.wait_for_some(), read)
        except BaseException:
            self._end(False)
            raise
        self._block = stream.take(count)
        self.num_bytes_downloaded += len(self._block)
        if not self._block or stream.at_end():
            if stream.cut:
                self._end(False)
                raise self._failed('RemoteProtocolError', f'peer closed connection without sending complete message body '
                                   f'(received {stream.position} bytes, expected {len(stream.data)})')
            self._end(True)

    def _failed(self, name, text):
        return globals()[name](text, request=self._request)

    def _end(self, keep):
        if not self.is_closed:
            self.is_closed = True
            self._elapsed = timedelta(seconds=now() - self._started)
            release, self._release = self._release, None
            if release is not None:
                release(keep)

    def _begin_stream(self):
        if self.is_stream_consumed:
            raise StreamConsumed()
        if self.is_closed:
            raise StreamError('Attempted to read or stream content, but the stream has been closed.')
        self.is_stream_consumed = True

    def read(self):
        if not hasattr(self, '_content'):
            self._content = b''.join(self.iter_bytes())
        return self._content

    async def aread(self):
        if not hasattr(self, '_content'):
            self._content = b''.join([block async for block in self.aiter_bytes()])
        return self._content

    def iter_raw(self, chunk_size=None):
        if hasattr(self, '_content'):
            size = chunk_size or len(self._content) or 1
            for i in range(0, len(self._content), size):
                yield self._content[i:i + size]
            return
        self._begin_stream()
        while not self._stream.at_end() or self._stream.cut:
            block_drive(self._steps(chunk_size or -1), self._stream.exchange.peer)
            if not self._block:
                break
            yield self._block
        self._end(True)

    async def aiter_raw(self, chunk_size=None):
        if hasattr(self, '_content'):
            size = chunk_size or len(self._content) or 1
            for i in range(0, len(self._content), size):
                yield self._content[i:i + size]
            return
        self._begin_stream()
        while not self._stream.at_end() or self._stream.cut:
            await async_drive(self._steps(chunk_size or -1), self._stream.exchange.peer)
            if not self._block:
                break
            yield self._block
        self._end(True)

    iter_bytes, aiter_bytes = iter_raw, aiter_raw

    def iter_text(self, chunk_size=None):
        for block in self.iter_bytes(chunk_size):
            yield block.decode(self.encoding, 'replace')

    async def aiter_text(self, chunk_size=None):
        async for block in self.aiter_bytes(chunk_size):
            yield block.decode(self.encoding, 'replace')

    def iter_lines(self):
        rest = ''
        for text in self.iter_text():
            *lines, rest = (rest + text).split('\n')
            yield from (line.removesuffix('\r') for line in lines)
        if rest:
            yield rest

    async def aiter_lines(self):
        rest = ''
        async for text in self.aiter_text():
            *lines, rest = (rest + text).split('\n')
            for line in lines:
                yield line.removesuffix('\r')
        if rest:
            yield rest

    def close(self):
        self._end(False)

    async def aclose(self):
        self._end(False)


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
        kept = self._kept.take(exchange.origin)
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
