"""URLs as objects, as aiohttp uses them."""

from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

__all__ = ('URL',)

_PORTS = {'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21}
_PATH = "/%:@!$&'()*+,;=~"


class URL:
    __slots__ = ('_val',)

    def __new__(cls, val='', *, encoded=False):
        if isinstance(val, URL):
            return val
        if not isinstance(val, str):
            raise TypeError('Constructor parameter should be str')
        scheme, netloc, path, query, fragment = urlsplit(val)
        if netloc:
            path = path or '/'
            user, at, host = netloc.rpartition('@')
            netloc = user + at + host.lower()
            port = urlsplit(f'//{netloc}').port
            if port is not None and port == _PORTS.get(scheme):
                netloc = netloc.rpartition(':')[0]
        self = super().__new__(cls)
        self._val = urlsplit(urlunsplit((scheme, netloc, quote(path, safe=_PATH), quote(query, safe=_PATH + '?+[]'),
                                         quote(fragment, safe=_PATH + '?'))))
        return self

    @classmethod
    def build(cls, *, scheme='', host='', port=None, path='', query=None, query_string='', fragment='', user=None,
              password=None, authority='', encoded=False):
        netloc = authority or host
        if port is not None:
            netloc += f':{port}'
        if user is not None:
            netloc = user + (f':{password}' if password is not None else '') + '@' + netloc
        if netloc and path and not path.startswith('/'):
            raise ValueError('Path in a URL with authority should start with a slash (\'/\') if set')
        return cls(urlunsplit((scheme, netloc, path, _query(query) if query else query_string, fragment)))

    def __str__(self):
        return urlunsplit(self._val)

    def __repr__(self):
        return f'URL({str(self)!r})'

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, URL) else NotImplemented

    def __lt__(self, other):
        return str(self) < str(other) if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __bool__(self):
        return any(self._val)

    def __truediv__(self, name):
        if not isinstance(name, str):
            return NotImplemented
        return self._with(path=self._val.path.rstrip('/') + '/' + quote(name.lstrip('/'), safe=_PATH), query='', fragment='')

    def joinpath(self, *names, encoded=False):
        url = self
        for name in names:
            url = url / name
        return url

    def __mod__(self, query):
        return self.update_query(query)

    def _with(self, **changes):
        return URL(urlunsplit(self._val._replace(**changes)))

    scheme = property(lambda self: self._val.scheme)
    raw_authority = authority = property(lambda self: self._val.netloc)
    user = property(lambda self: self._val.username)
    password = property(lambda self: self._val.password)
    raw_host = host = property(lambda self: self._val.hostname)
    explicit_port = property(lambda self: self._val.port)
    raw_path = property(lambda self: self._val.path)
    path = property(lambda self: unquote(self._val.path))
    raw_query_string = query_string = property(lambda self: self._val.query)
    fragment = property(lambda self: unquote(self._val.fragment))

    @property
    def port(self):
        return self._val.port or _PORTS.get(self._val.scheme)

    @property
    def query(self):
        return dict(reversed(parse_qsl(self._val.query, keep_blank_values=True)))

    @property
    def path_qs(self):
        return self.path + ('?' + self._val.query if self._val.query else '')
    raw_path_qs = path_qs

    @property
    def parts(self):
        path = self.path
        return tuple((['/'] if path.startswith('/') else []) + path.lstrip('/').split('/'))

    @property
    def name(self):
        return self.path.rpartition('/')[2]

    @property
    def suffix(self):
        before, dot, after = self.name.rpartition('.')
        return dot + after if before and after else ''

    @property
    def parent(self):
        path = self._val.path.rstrip('/')
        return self._with(path=path.rpartition('/')[0] or '/', query='', fragment='')

    def is_absolute(self):
        return bool(self._val.netloc)
    absolute = property(is_absolute)

    def is_default_port(self):
        return self.port == _PORTS.get(self.scheme)

    def origin(self):
        if not self._val.netloc:
            raise ValueError('URL should be absolute')
        return self._with(netloc=self._val.netloc.rpartition('@')[2], path='', query='', fragment='')

    def relative(self):
        return self._with(scheme='', netloc='')

    def with_scheme(self, scheme):
        return self._with(scheme=scheme)

    def with_host(self, host):
        port = f':{self._val.port}' if self._val.port else ''
        return self._with(netloc=host + port)

    def with_port(self, port):
        return self._with(netloc=self._val.hostname + (f':{port}' if port is not None else ''))

    def with_path(self, path, *, encoded=False):
        return self._with(path=path if path.startswith('/') else '/' + path, query='', fragment='')

    def with_query(self, *args, **kwargs):
        return self._with(query=_query(*args, **kwargs))

    def update_query(self, *args, **kwargs):
        query = self.query
        query.update(parse_qsl(_query(*args, **kwargs), keep_blank_values=True))
        return self._with(query=urlencode(query))

    def extend_query(self, *args, **kwargs):
        more = _query(*args, **kwargs)
        return self._with(query='&'.join(filter(None, (self._val.query, more))))

    def with_fragment(self, fragment):
        return self._with(fragment=fragment or '')

    def with_name(self, name):
        return self._with(path=self._val.path.rpartition('/')[0] + '/' + quote(name, safe=_PATH), query='', fragment='')

    def join(self, url):
        return URL(urljoin(str(self), str(url)))

    def human_repr(self):
        return unquote(str(self))


def _query(query=None, **kwargs):
    query = kwargs or query
    if query is None:
        return ''
    if isinstance(query, str):
        return quote(query, safe=_PATH + '?+[]')
    pairs = []
    for key, value in query.items() if hasattr(query, 'items') else query:
        for v in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(v, bool) or not isinstance(v, (str, int, float)):
                raise TypeError(f'Invalid variable type: value should be str, int or float, got {v!r} of type {type(v)}')
            pairs.append((key, v))
    return urlencode(pairs)
