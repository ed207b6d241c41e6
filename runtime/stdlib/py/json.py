"""JSON."""

import _json

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_SPACES = ' \t\n\r'


class JSONDecodeError(ValueError):
    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        value, end, problem, pos = _json.scan(s, idx, (self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int,
                                                       self.parse_constant, bool(self.strict)))
        if problem is not None:
            raise JSONDecodeError(problem, s, pos)
        return value, end

    def decode(self, s):
        start = 0
        while start < len(s) and s[start] in _SPACES:
            start += 1
        value, end = self.raw_decode(s, start)
        while end < len(s) and s[end] in _SPACES:
            end += 1
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _text(self, o):
        return _json.encode(o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii, check_circular=self.check_circular,
                            allow_nan=self.allow_nan, sort_keys=self.sort_keys, indent=self.indent,
                            separators=(self.item_separator, self.key_separator), default=self.default)

    def encode(self, o):
        if isinstance(o, str) or type(self).iterencode is JSONEncoder.iterencode:
            return self._text(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The text in pieces, cut as CPython 3.13 json/encoder.py cuts it."""
        if _one_shot:
            return (self._text(o),)
        return self._pieces(o, 0, [] if self.check_circular else None)

    def _line(self, level):
        """Where an item of a container stands: on a line of its own, if lines are asked for."""
        if self.indent is None:
            return ''
        return '\n' + (' ' * self.indent if isinstance(self.indent, int) else self.indent) * level

    def _pieces(self, o, level, outer):
        if isinstance(o, _SCALARS):
            yield self._text(o)
            return
        if outer is not None:
            if any(o is x for x in outer):
                raise ValueError('Circular reference detected')
            outer.append(o)
        if isinstance(o, (list, tuple)):
            yield from self._list_pieces(o, level + 1, outer)
        elif isinstance(o, dict):
            yield from self._dict_pieces(o, level + 1, outer)
        else:
            yield from self._pieces(self.default(o), level, outer)
        if outer is not None:
            outer.pop()

    def _list_pieces(self, items, level, outer):
        if not items:
            yield '[]'
            return
        before = '[' + self._line(level)
        for item in items:
            if isinstance(item, _SCALARS):
                yield before + self._text(item)
            else:
                yield before
                yield from self._pieces(item, level, outer)
            before = self.item_separator + self._line(level)
        if self.indent is not None:
            yield self._line(level - 1)
        yield ']'

    def _dict_pieces(self, d, level, outer):
        if not d:
            yield '{}'
            return
        yield '{'
        if self.indent is not None:
            yield self._line(level)
        first = True
        for key, value in sorted(d.items()) if self.sort_keys else d.items():
            if isinstance(key, str):
                text = self._text(key)
            elif key is None or isinstance(key, (int, float)):
                text = f'"{self._text(key)}"'
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
            if not first:
                yield self.item_separator + self._line(level)
            first = False
            yield text
            yield self.key_separator
            yield from self._pieces(value, level, outer)
        if self.indent is not None:
            yield self._line(level - 1)
        yield '}'


_SCALARS = (str, int, float, type(None))


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
          default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                                indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, cls=None, **kw):
    for piece in (cls or JSONEncoder)(**kw).iterencode(obj):
        fp.write(piece)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    for name, value in (('object_hook', object_hook), ('object_pairs_hook', object_pairs_hook), ('parse_float', parse_float),
                        ('parse_int', parse_int), ('parse_constant', parse_constant)):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
