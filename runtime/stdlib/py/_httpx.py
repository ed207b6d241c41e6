"""Errors and values of httpx."""

from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from _http import Headers as _Headers

__name__ = 'httpx'      # where the classes belong


# ------------------------------------------------------------ errors

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
