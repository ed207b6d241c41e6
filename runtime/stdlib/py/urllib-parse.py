"""URLs taken apart, put together and quoted (CPython 3.13 urllib/parse.py, RFC 3986)."""

from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult', 'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                 'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = uses_relative + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip',
               'sips', 'mms', 'sftp', 'tel']
_SCHEME_CHARS = set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')
_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _Netloc:
    """Properties of results that have a netloc."""

    __slots__ = ()

    def _userinfo(self):
        userinfo, at, _ = self.netloc.rpartition('@')
        if not at:
            return None, None
        name, colon, password = userinfo.partition(':')
        return name, password if colon else None

    def _hostinfo(self):
        hostinfo = self.netloc.rpartition('@')[2]
        _, bracket, bracketed = hostinfo.partition('[')
        if bracket:
            host, _, rest = bracketed.partition(']')
            port = rest.partition(':')[2]
        else:
            host, _, port = hostinfo.partition(':')
        return host, port or None

    username = property(lambda self: self._userinfo()[0])
    password = property(lambda self: self._userinfo()[1])

    @property
    def hostname(self):
        host = self._hostinfo()[0]
        if not host:
            return None
        name, percent, zone = host.partition('%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        port = int(port)
        if port > 65535:
            raise ValueError('Port out of range 0-65535')
        return port


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(_Netloc, namedtuple('SplitResult', 'scheme netloc path query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Netloc, namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class _BytesNetloc(_Netloc):
    """The same of results of bytes."""

    __slots__ = ()

    def _as_text(self):
        return SplitResult('', self.netloc.decode('ascii'), '', '', '')

    username = property(lambda self: _encoded(self._as_text().username))
    password = property(lambda self: _encoded(self._as_text().password))
    hostname = property(lambda self: _encoded(self._as_text().hostname))
    port = property(lambda self: self._as_text().port)


def _encoded(text):
    return None if text is None else text.encode('ascii')


class DefragResultBytes(DefragResult):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_BytesNetloc, namedtuple('SplitResultBytes', 'scheme netloc path query fragment')):
    __slots__ = ()
    geturl = SplitResult.geturl


class ParseResultBytes(_BytesNetloc, namedtuple('ParseResultBytes', 'scheme netloc path params query fragment')):
    __slots__ = ()
    geturl = ParseResult.geturl


def _text(*values):
    """The arguments as text, and how to give results: bytes for bytes."""
    if any(isinstance(v, (bytes, bytearray)) for v in values):
        if any(isinstance(v, str) and v for v in values):
            raise TypeError('Cannot mix str and non-str arguments')
        decoded = [v.decode('ascii') if isinstance(v, (bytes, bytearray)) else v for v in values]
        return decoded, lambda s: s.encode('ascii')
    return list(values), _same


def _same(text):
    return text


def urlsplit(url, scheme='', allow_fragments=True):
    (url, scheme), back = _text(url, scheme)
    url = url.lstrip(''.join(map(chr, range(33))))
    scheme = scheme.strip(''.join(map(chr, range(33))))
    for bad in '\t\r\n':
        url = url.replace(bad, '')
        scheme = scheme.replace(bad, '')
    netloc = query = fragment = ''
    i = url.find(':')
    if i > 0 and url[0].isascii() and url[0].isalpha() and all(c in _SCHEME_CHARS for c in url[:i]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == '//':
        end = min([at for at in map(url[2:].find, '/?#') if at >= 0], default=len(url) - 2) + 2
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    kind = SplitResult if back is _same else SplitResultBytes
    return kind(back(scheme), back(netloc), back(url), back(query), back(fragment))


def _split_params(path):
    last = path.rfind('/')
    i = path.find(';', max(last, 0))
    return (path, '') if i < 0 else (path[:i], path[i + 1:])


def urlparse(url, scheme='', allow_fragments=True):
    (url, scheme), back = _text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _split_params(path)
    kind = ParseResult if back is _same else ParseResultBytes
    return kind(*map(back, (scheme, netloc, path, params, query, fragment)))


def urlunsplit(components):
    (scheme, netloc, url, query, fragment), back = _text(*components)
    if netloc:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    elif url[:2] == '//':
        url = '//' + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == '/'):
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url += '?' + query
    if fragment:
        url += '#' + fragment
    return back(url)


def urlunparse(components):
    scheme, netloc, path, params, query, fragment = components
    if params:
        path = path + type(path)().join([';' if isinstance(path, str) else b';', params])
    return urlunsplit((scheme, netloc, path, query, fragment))


def urldefrag(url):
    if not isinstance(url, str):
        return DefragResultBytes(*url.partition(b'#')[::2])
    base, _, fragment = url.partition('#')
    return DefragResult(base, fragment)


def urljoin(base, url, allow_fragments=True):
    """The absolute URL of a link on a page."""
    if not base:
        return url
    if not url:
        return base
    (base, url), back = _text(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        return back(urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment)))
    parts = bpath.split('/')
    if parts[-1] != '':
        del parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = parts + path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == '..':
            if resolved:
                resolved.pop()
        elif segment != '.':
            resolved.append(segment)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return back(urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query, fragment)))


# ------------------------------------------------------------ quoting

def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    allowed = _SAFE.union(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
    return ''.join([chr(b) if b in allowed else f'%{b:02X}' for b in bs])


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(safe, str) else b' '
    if (b' ' if isinstance(string, (bytes, bytearray)) else ' ') not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *rest = string.split(b'%')
    parts = [first]
    for item in rest:
        try:
            parts.append(bytes([int(item[:2], 16)]) if len(item) >= 2 and item[:2].isalnum() else b'%' + item[:2])
        except ValueError:
            parts.append(b'%' + item[:2])
        parts.append(item[2:])
    return b''.join(parts)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(bytes(string)).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Pairs, or a mapping, as a query string; with doseq a sequence gives a pair for each of its items."""
    if hasattr(query, 'items'):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError('not a valid non-string sequence or mapping object')

    def quoted(x):
        if isinstance(x, (bytes, bytearray)):
            return quote_via(x, safe)
        return quote_via(str(x), safe, encoding, errors)
    pairs = []
    for key, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes, bytearray)):
            try:
                values = list(value)
            except TypeError:
                pass
        pairs += [quoted(key) + '=' + quoted(v) for v in values]
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    (qs,), back = _text(qs or '')
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    pairs = []
    if not qs:
        return pairs
    fields = qs.split(separator)
    if max_num_fields is not None and max_num_fields < len(fields):
        raise ValueError('Max number of fields exceeded')
    for field in fields:
        if not field and not strict_parsing:
            continue
        name, equal, value = field.partition('=')
        if not equal and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            pairs.append((back(unquote_plus(name, encoding, errors)), back(unquote_plus(value, encoding, errors))))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result
