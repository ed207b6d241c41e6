"""requests 2 on the simulated network: every call blocks its thread, and with it the event loop if that runs there."""

import json as _json
from datetime import timedelta

from _http import (
    Body, Exchange, Headers, KeepAlive, Limit, REDIRECTS, block_drive, charset_of, encode_body, normal, now, redirected,
    wait, with_params)
from requests import exceptions
from requests.exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException, Timeout,
    TooManyRedirects, URLRequired)

__version__ = '2.32.5'


class _Codes:
    def __getattr__(self, name):
        from http import HTTPStatus
        try:
            return HTTPStatus[name.upper()].value
        except KeyError:
            raise AttributeError(name) from None


codes = _Codes()


class PreparedRequest:
    def __init__(self, method, url, headers, body):
        self.method, self.url, self.headers, self.body = method, url, headers, body or None

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'


class _CaseInsensitiveDict(Headers):
    def __repr__(self):
        return repr(dict(self._items))


class Response:
    def __init__(self, exchange, request, history, read_timeout, release):
        self.status_code = exchange.status
        self.reason = exchange.reason
        self.url = exchange.url
        self.headers = _CaseInsensitiveDict(exchange.headers)
        self.history = history
        self.request = request
        self.cookies = {}
        self.raw = None
        content_type = self.headers.get('Content-Type', '')
        self.encoding = charset_of(content_type) or (
            'ISO-8859-1' if 'text' in content_type else 'utf-8' if 'json' in content_type else None)
        self._stream = Body(exchange)
        self._read_timeout = read_timeout
        self._release = release
        self._content = None

    ok = property(lambda self: self.status_code < 400)
    is_redirect = property(lambda self: 'location' in self.headers and self.status_code in REDIRECTS)
    apparent_encoding = property(lambda self: 'utf-8')
    links = property(lambda self: {})

    def iter_content(self, chunk_size=1, decode_unicode=False):
        if self._content is not None:
            for i in range(0, len(self._content), chunk_size or len(self._content)):
                yield self._content[i:i + chunk_size]
            return
        stream, exchange = self._stream, self._stream.exchange
        while not stream.at_end() or stream.cut:
            late = lambda: ConnectionError(f'{_pool(exchange)}: Read timed out.')
            block_drive(wait(stream.wait_for_some(), Limit(self._read_timeout, late)), exchange.peer)
            block = stream.take(chunk_size or -1)
            if not block:
                raise exceptions.ChunkedEncodingError(
                    f"('Connection broken: IncompleteRead({stream.position} bytes read, "
                    f"{len(stream.data) - stream.position} more expected)', IncompleteRead({stream.position} bytes read, "
                    f"{len(stream.data) - stream.position} more expected))")
            yield block.decode(self.encoding or 'utf-8', 'replace') if decode_unicode else block
        self.close(True)

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        rest = b''
        for block in self.iter_content(chunk_size):
            *lines, rest = (rest + block).split(delimiter or b'\n')
            for line in lines:
                yield line.decode(self.encoding or 'utf-8') if decode_unicode else line
        if rest:
            yield rest.decode(self.encoding or 'utf-8') if decode_unicode else rest

    @property
    def content(self):
        if self._content is None:
            self._content = b''.join(self.iter_content(65536))
        return self._content

    @property
    def text(self):
        return self.content.decode(self.encoding or 'utf-8', 'replace')

    def json(self, **kwargs):
        try:
            return _json.loads(self.content, **kwargs)
        except _json.JSONDecodeError as e:
            raise JSONDecodeError(e.msg, e.doc, e.pos)

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            kind = 'Client' if self.status_code < 500 else 'Server'
            raise HTTPError(f'{self.status_code} {kind} Error: {self.reason} for url: {self.url}', response=self)

    def close(self, keep=False):
        release, self._release = self._release, None
        if release is not None:
            release(keep)

    def __iter__(self):
        return self.iter_content(128)

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


Response.__module__ = 'requests.models'


def _pool(exchange):
    return f'{exchange.scheme.upper()}ConnectionPool(host={exchange.host!r}, port={exchange.port})'


class Session:
    __module__ = 'requests.sessions'

    def __init__(self):
        self.headers = _CaseInsensitiveDict({
            'User-Agent': f'python-requests/{__version__}', 'Accept-Encoding': 'gzip, deflate', 'Accept': '*/*',
            'Connection': 'keep-alive'})
        self.auth = None
        self.params = {}
        self.cookies = {}
        self.verify = True
        self.max_redirects = 30
        self._kept = KeepAlive()

    def mount(self, prefix, adapter):
        """Accepted; the simulated network needs no adapters."""

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        url = str(url).strip()
        if '://' not in url:
            raise exceptions.MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        scheme, _, rest = url.partition('://')
        if scheme.lower() not in ('http', 'https'):
            raise exceptions.InvalidSchema(f'No connection adapters were found for {url!r}')
        if not rest.split('/')[0]:
            raise exceptions.InvalidURL(f'Invalid URL {url!r}: No host supplied')
        url = normal(with_params(with_params(url, self.params), params))
        method = method.upper()
        body, content_type = encode_body(data, json)
        if isinstance(data, (str, bytes)):
            content_type = None
        sent = _CaseInsensitiveDict(self.headers)
        sent.update(Headers(headers))
        auth = auth or self.auth
        if isinstance(auth, tuple):
            import base64
            sent['Authorization'] = 'Basic ' + base64.b64encode(':'.join(auth).encode()).decode()
        cookies = {**self.cookies, **(cookies or {})}
        if cookies:
            sent['Cookie'] = '; '.join(f'{name}={value}' for name, value in cookies.items())
        if body:
            sent['Content-Length'] = len(body)
        if content_type:
            sent.setdefault('Content-Type', content_type)
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        history = []
        while True:
            response = self._send(method, url, sent, body, connect, read, history)
            if not (allow_redirects and response.is_redirect):
                break
            response.content
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            new_method, url = redirected(method, response.status_code, url, response.headers['Location'])
            if new_method != method:
                method, body = new_method, b''
                sent.pop('Content-Length')
                sent.pop('Content-Type')
        if not stream:
            response.content
        return response

    def _send(self, method, url, headers, body, connect, read, history):
        request = PreparedRequest(method, url, headers, body)
        exchange = Exchange(method, url, headers.items(), body)
        started = now()
        pool, origin = _pool(exchange), exchange.origin

        def retries(cause):
            return f'{pool}: Max retries exceeded with url: {exchange.target} (Caused by {cause})'

        def steps():
            kept = exchange.keeps(self._kept.take(origin))
            connection = f'<urllib3.connection.{exchange.scheme.upper()}Connection object>'
            if not kept:
                late = f"ConnectTimeoutError({connection}, 'Connection to {exchange.host} timed out. (connect timeout={connect})')"
                yield from wait(exchange.connect_seconds, Limit(
                    connect, lambda: ConnectTimeout(retries(late), request=request)))
                if exchange.failure == 'dns':
                    raise ConnectionError(retries(
                        f'NameResolutionError("{connection}: Failed to resolve {exchange.host!r} '
                        f'([Errno -2] Name or service not known)")'), request=request)
                if exchange.failure == 'refused':
                    raise ConnectionError(retries(
                        f"NewConnectionError('{connection}: Failed to establish a new connection: "
                        f"[Errno 111] Connection refused')"), request=request)
            yield from wait(exchange.latency_seconds if kept else exchange.serve_seconds, Limit(
                read, lambda: ReadTimeout(f'{pool}: Read timed out. (read timeout={read})', request=request)))
            if exchange.failure == 'reset':
                raise ConnectionError("('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
                                      request=request)
            if exchange.failure == 'close':
                raise ConnectionError("('Connection aborted.', RemoteDisconnected('Remote end closed connection without "
                                      "response'))", request=request)
        exchange.over_socket()
        block_drive(steps(), exchange.peer)
        response = Response(exchange, request, list(history), read, lambda keep: keep and self._kept.give(origin))
        response.elapsed = timedelta(seconds=now() - started)
        return response

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def close(self):
        self._kept = KeepAlive()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


session = Session


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request('GET', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('OPTIONS', url, **kwargs)


def head(url, **kwargs):
    return Session().head(url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('POST', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('PUT', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('PATCH', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)
