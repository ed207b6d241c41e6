"""What the HTTP clients of the simulated network share: exchanges, bodies that arrive over time, headers, URLs."""

import json as _json
from time import monotonic as now
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit
import _network

INFINITE = float('inf')
BLOCK_BYTES = 16384     # a body arrives in such pieces
REDIRECTS = (301, 302, 303, 307, 308)


class Exchange:
    """A request and what the network has in store for it. Nothing takes time here: the clients wait."""

    def __init__(self, method, url, headers, body=b''):
        parts = urlsplit(url)
        self.method = method
        self.url = url
        self.host = parts.hostname or ''
        self.port = parts.port or (443 if parts.scheme == 'https' else 80)
        self.scheme = parts.scheme
        self.origin = (parts.scheme, self.host, self.port)
        self.target = (parts.path or '/') + ('?' + parts.query if parts.query else '')
        self.peer = f'{method} {parts.netloc}{parts.path or "/"}'
        # A server of the program's own answers for itself, over the loopback: see over_streams() and over_socket().
        self.own_server = _network.listens(self.host, self.port)
        if self.own_server:
            self._sent = self._as_text(headers, body)
            return
        (self.connect_seconds, self.serve_seconds, self.latency_seconds, self.failure, self.status, self.reason,
         self.headers, self.body, self.rate, self.free) = _network.respond(
            method, parts.scheme, self.host, self.port, parts.path or '/', parts.query, list(headers), bytes(body))

    def _as_text(self, headers, body):
        lines = [f'{self.method} {self.target} HTTP/1.1', f'Host: {self.host}:{self.port}']
        lines += [f'{name}: {value}' for name, value in headers if name.lower() not in ('host', 'connection')]
        return '\r\n'.join(lines + ['Connection: close', '', '']).encode() + bytes(body)

    async def over_streams(self):
        """Asks a server of the program's own, if it is one."""
        if self.own_server:
            import asyncio
            reader, writer = await asyncio.open_connection(self.host, self.port)
            try:
                writer.write(self._sent)
                await writer.drain()
                received = b''
                while not self._complete(received) and (data := await reader.read(65536)):
                    received += data
            except ConnectionError:
                received = b''
            finally:
                writer.close()
            self._parse(received)

    def over_socket(self):
        """The same, blocking the thread."""
        if self.own_server:
            import socket
            received = b''
            with socket.create_connection((self.host, self.port)) as sock:
                sock.sendall(self._sent)
                while not self._complete(received) and (data := sock.recv(65536)):
                    received += data
            self._parse(received)

    @staticmethod
    def _head(received):
        """(status line, headers, body) of what has been received."""
        head, _, body = received.partition(b'\r\n\r\n')
        status, *lines = head.decode('latin-1').split('\r\n')
        pairs = [line.partition(':') for line in lines]
        return status, Headers([(name.strip(), value.strip()) for name, _, value in pairs]), body

    def _complete(self, received):
        if b'\r\n\r\n' not in received:
            return False
        _, headers, body = self._head(received)
        return self.method == 'HEAD' or len(body) >= int(headers.get('Content-Length', INFINITE))

    def _parse(self, received):
        status, headers, self.body = self._head(received)
        words = status.split(' ', 2)
        self.connect_seconds = self.serve_seconds = self.latency_seconds = 0.0
        self.rate, self.free = INFINITE, len(self.body)
        self.headers = headers.items()
        good = len(words) >= 2 and words[0].startswith('HTTP/') and words[1].isdigit()
        self.failure = 'none' if good else 'close'
        self.status = int(words[1]) if good else 0
        self.reason = words[2] if len(words) > 2 else ''

    def keeps(self, kept):
        """Whether a connection that was kept open is still there: a host that cannot be reached has closed it."""
        return kept and self.failure not in ('dns', 'refused')

    def connect_failure(self):
        """The error of connecting, None when that works."""
        if self.failure == 'dns':
            import socket
            return socket.gaierror(-2, 'Name or service not known')
        if self.failure == 'refused':
            from socket import getaddrinfo
            return ConnectionRefusedError(111, f"Connect call failed {getaddrinfo(self.host, self.port)[0][4]}")
        return None


class Body:
    """The body of a response, which arrives as time goes by."""

    def __init__(self, exchange):
        self.data = exchange.body
        self.start = now()
        self.exchange = exchange
        self.position = 0       # of what has been read
        self.cut = exchange.failure == 'cut'
        self.end = len(self.data) // 2 if self.cut else len(self.data)

    def _arrival(self, count):
        """When that many bytes are there."""
        late = min(count, self.end) - self.exchange.free
        return self.start if late <= 0 else self.start + late / self.exchange.rate

    def _arrived(self):
        if self._arrival(self.end) <= now():
            return self.end
        free = min(self.exchange.free, self.end)
        blocks = int((now() - self.start) * self.exchange.rate + 1e-6) // BLOCK_BYTES
        return min(free + blocks * BLOCK_BYTES, self.end)

    def complete(self):
        return self._arrival(self.end) <= now() and not self.cut

    def at_end(self):
        return self.position >= self.end

    def wait_for_some(self):
        """Seconds until there is something to read, or the end."""
        if self.at_end() or self._arrived() > self.position:
            return 0.0
        return max(0.0, self._arrival(min(self._arrived() + BLOCK_BYTES, self.end)) - now())

    def take(self, count=-1):
        """What has arrived, at most count bytes."""
        there = self._arrived()
        end = there if count < 0 else min(there, self.position + count)
        data = self.data[self.position:end]
        self.position = end
        return data


class Limit:
    """A deadline for a wait, with the error it ends in."""

    __slots__ = ('when', 'error')

    def __init__(self, seconds, error):
        self.when = INFINITE if seconds is None else now() + seconds
        self.error = error


def wait(seconds, *limits):
    """A generator of the times to wait for something that takes so many seconds: the first limit that is over before ends
    it with its error. async_drive() and block_drive() run such generators.
    """
    end = now() + seconds
    first = min((l for l in limits if l is not None and l.when < end), key=lambda l: l.when, default=None)
    if first is not None:
        yield first.when - now()
        raise first.error()
    if seconds > 0:
        yield seconds


async def async_drive(steps, peer):
    for seconds in steps:
        await _network.pause(seconds, peer)


def block_drive(steps, peer):
    for seconds in steps:
        _network.block(seconds, peer)


class Headers:
    """Header names and values: several of a name are possible, case does not matter."""

    def __init__(self, headers=None):
        self._items = []
        if headers:
            self.extend(headers)

    @staticmethod
    def _pairs(headers):
        if isinstance(headers, Headers):
            return headers._items
        return headers.items() if hasattr(headers, 'items') else headers

    def extend(self, headers):
        for name, value in self._pairs(headers):
            self.add(name, value)

    def add(self, name, value):
        self._items.append((name, str(value)))

    def update(self, headers=(), **kwargs):
        for name, value in list(self._pairs(headers)) + list(kwargs.items()):
            self[name] = value

    def getall(self, name, default=None):
        return [v for n, v in self._items if n.lower() == name.lower()] or default

    def __getitem__(self, name):
        for n, v in self._items:
            if n.lower() == name.lower():
                return v
        raise KeyError(name)

    def __setitem__(self, name, value):
        for i, (n, _) in enumerate(self._items):
            if n.lower() == name.lower():
                self._items[i] = (name, str(value))
                return
        self.add(name, value)

    def __delitem__(self, name):
        self[name]
        self._items = [(n, v) for n, v in self._items if n.lower() != name.lower()]

    def get(self, name, default=None):
        return self[name] if name in self else default

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, default=None):
        value = self.get(name, default)
        if name in self:
            del self[name]
        return value

    def __contains__(self, name):
        return any(n.lower() == str(name).lower() for n, _ in self._items)

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def keys(self):
        return list(dict.fromkeys(n for n, _ in self._items))

    def values(self):
        return [v for _, v in self._items]

    def items(self):
        return list(self._items)

    def copy(self):
        return type(self)(self._items)

    def __eq__(self, other):
        try:
            return sorted((n.lower(), v) for n, v in self._items) == sorted((n.lower(), v) for n, v in self._pairs(other))
        except (TypeError, AttributeError, ValueError):
            return NotImplemented

    def __repr__(self):
        return f'{type(self).__name__}({dict(self._items)!r})'


def charset_of(content_type):
    """The charset of a Content-Type, None when it names none."""
    for part in content_type.split(';')[1:]:
        name, _, value = part.strip().partition('=')
        if name.lower() == 'charset':
            return value.strip('"')
    return None


def with_params(url, params):
    """The URL with more in its query."""
    if not params:
        return url
    if isinstance(params, (str, bytes)):
        more = params.decode() if isinstance(params, bytes) else params
    else:
        more = urlencode(list(params.items()) if hasattr(params, 'items') else list(params), doseq=True)
    scheme, netloc, path, query, fragment = urlsplit(url)
    return urlunsplit((scheme, netloc, path, query + '&' + more if query else more, fragment))


def normal(url):
    """The URL as it is sent: a path at least, no fragment, everything quoted."""
    scheme, netloc, path, query, _ = urlsplit(url)
    return urlunsplit((scheme, netloc.lower() if '@' not in netloc else netloc, quote(path or '/', safe="/%:@!$&'()*+,;=~"),
                       quote(query, safe="/%:@!$&'()*+,;=~?[]"), ''))


def encode_body(data=None, json=None, content=None, dumps=_json.dumps):
    """(body, Content-Type) of what a request is given."""
    if json is not None:
        return dumps(json).encode(), 'application/json'
    data = content if content is not None else data
    if data is None:
        return b'', None
    if isinstance(data, (bytes, bytearray)):
        return bytes(data), 'application/octet-stream'
    if isinstance(data, str):
        return data.encode(), 'text/plain; charset=utf-8'
    pairs = list(data.items()) if hasattr(data, 'items') else list(data)
    return urlencode(pairs, doseq=True).encode(), 'application/x-www-form-urlencoded'


def redirected(method, status, url, location):
    """(method, URL) of the request that follows a redirect."""
    if status == 303 and method != 'HEAD' or status in (301, 302) and method == 'POST':
        method = 'GET'
    return method, urljoin(url, location)


class KeepAlive:
    """Connections that are open and free, by origin: a request on one of them does not connect anew."""

    def __init__(self):
        self.free = {}

    def take(self, origin):
        if self.free.get(origin, 0) > 0:
            self.free[origin] -= 1
            return True
        return False

    def give(self, origin):
        self.free[origin] = self.free.get(origin, 0) + 1
