"""urlopen() on the simulated network (CPython 3.13 urllib/request.py). It blocks its thread, and with it the event loop if
that runs there.
"""

import socket
from _http import Body, Exchange, Headers, Limit, REDIRECTS, block_drive, charset_of, normal, redirected, wait
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit

__all__ = ['Request', 'urlopen', 'build_opener', 'install_opener', 'OpenerDirector']


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError(f'unknown url type: {url!r}')
        self.type = parts.scheme
        self.host = parts.netloc
        self.data = data
        self.headers = {}
        for name, value in headers.items():
            self.add_header(name, value)
        self.method = method

    @property
    def selector(self):
        parts = urlsplit(self.full_url)
        return (parts.path or '/') + ('?' + parts.query if parts.query else '')

    def get_method(self):
        return self.method or ('GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def add_header(self, name, value):
        self.headers[name.capitalize()] = value

    def has_header(self, name):
        return name in self.headers

    def get_header(self, name, default=None):
        return self.headers.get(name, default)

    def header_items(self):
        return list(self.headers.items())


class _Message(Headers):
    def get_content_charset(self, failobj=None):
        charset = charset_of(self.get('Content-Type', ''))
        return charset.lower() if charset else failobj

    def get_content_type(self):
        return self.get('Content-Type', 'text/plain').partition(';')[0].strip().lower()

    def get_all(self, name, failobj=None):
        return self.getall(name, failobj)

    def __getitem__(self, name):
        return self.get(name)

    def get(self, name, default=None):
        for n, v in self._items:
            if n.lower() == name.lower():
                return v
        return default


class HTTPResponse:
    def __init__(self, exchange, timeout):
        self.url = exchange.url
        self.status = self.code = exchange.status
        self.reason = self.msg = exchange.reason
        self.headers = _Message(exchange.headers)
        self.version = 11
        self.closed = False
        self._stream = Body(exchange)
        self._timeout = timeout
        self._unread = b''

    def _read_some(self, count):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if self._unread:
            data, self._unread = self._unread, b''
            if 0 <= count < len(data):
                data, self._unread = data[:count], data[count:]
            return data
        stream = self._stream
        late = lambda: TimeoutError('The read operation timed out')
        block_drive(wait(stream.wait_for_some(), Limit(self._timeout, late)), stream.exchange.peer)
        data = stream.take(count)
        if not data and stream.cut:
            from http.client import IncompleteRead
            raise IncompleteRead(b'', len(stream.data) - stream.position)
        return data

    def read(self, amt=-1):
        if amt is None or amt < 0:
            amt = -1
        blocks, missing = [], amt
        while missing != 0 and (block := self._read_some(missing)):
            blocks.append(block)
            missing -= len(block) if missing > 0 else 0
        return b''.join(blocks)

    def readline(self, limit=-1):
        data = b''
        while b'\n' not in data and (block := self._read_some(-1)):
            data += block
        end = data.find(b'\n') + 1 or len(data)
        self._unread = data[end:] + self._unread
        return data[:end]

    def readlines(self):
        return list(self)

    def __iter__(self):
        while line := self.readline():
            yield line

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


HTTPResponse.__module__ = 'http.client'


class OpenerDirector:
    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/3.13')]

    def add_handler(self, handler):
        """Accepted; the simulated network needs no handlers."""

    def open(self, fullurl, data=None, timeout=None):
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if data is not None:
            request.data = data
        if request.type not in ('http', 'https'):
            raise URLError(f'unknown url type: {request.type}')
        if not request.host:
            raise URLError('no host given')
        body = request.data or b''
        if isinstance(body, str):
            raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
        sent = Headers([('Connection', 'close')])
        sent.update(self.addheaders)
        sent.update(request.headers)
        if body:
            sent.setdefault('Content-Length', len(body))
            sent.setdefault('Content-Type', 'application/x-www-form-urlencoded')
        method, url = request.get_method(), normal(request.full_url)
        for _ in range(10):
            response = self._open(method, url, sent, body, timeout)
            if response.status not in REDIRECTS or not response.getheader('Location'):
                break
            method, url = redirected(method, response.status, url, response.getheader('Location'))
            body = body if method == request.get_method() else b''
        response.url = request.full_url if url == normal(request.full_url) else url
        if not 200 <= response.status < 300:
            raise HTTPError(response.url, response.status, response.reason, response.headers, response)
        return response

    def _open(self, method, url, headers, body, timeout):
        exchange = Exchange(method, url, headers.items(), body)

        def steps():
            yield from wait(exchange.connect_seconds, Limit(timeout, lambda: URLError(TimeoutError('timed out'))))
            if exchange.failure == 'dns':
                raise URLError(socket.gaierror(-2, 'Name or service not known'))
            if exchange.failure == 'refused':
                raise URLError(ConnectionRefusedError(111, 'Connection refused'))
            yield from wait(exchange.serve_seconds, Limit(timeout, lambda: TimeoutError('The read operation timed out')))
            if exchange.failure == 'reset':
                raise ConnectionResetError(104, 'Connection reset by peer')
            if exchange.failure == 'close':
                from http.client import RemoteDisconnected
                raise RemoteDisconnected('Remote end closed connection without response')
        exchange.over_socket()
        block_drive(steps(), exchange.peer)
        return HTTPResponse(exchange, timeout)


_opener = OpenerDirector()


def build_opener(*handlers):
    return OpenerDirector()


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=None, *, context=None):
    return _opener.open(url, data, timeout)


def urlcleanup():
    pass


def getproxies():
    return {}


pathname2url, url2pathname = quote, unquote
