"""Responses of aiohttp 3."""

import asyncio
import json as _json
from collections import namedtuple

from _http import Body, Limit, async_drive, charset_of, wait
from aiohttp.client_exceptions import (
    ClientConnectionError, ClientPayloadError, ClientResponseError, ContentTypeError, SocketTimeoutError)
from aiohttp.connector import Nothing
from multidict import CIMultiDictProxy

RequestInfo = namedtuple('RequestInfo', 'url method headers real_url')
HttpVersion = namedtuple('HttpVersion', 'major minor')


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
        return Nothing()

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
