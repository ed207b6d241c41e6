"""Requests and responses of httpx."""

import json as _json
from datetime import timedelta

import _httpx
from _http import Limit, REDIRECTS, async_drive, block_drive, charset_of, encode_body, now, wait
from _httpx import HTTPStatusError, Headers, ResponseNotRead, StreamConsumed, StreamError, URL
import _network

__name__ = 'httpx'      # where the classes belong


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
        return getattr(_httpx, name)(text, request=self._request)

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
