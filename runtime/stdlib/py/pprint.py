"""Pretty printing of data."""

import sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter(width=1 << 30)._one_line(object, {}, 1)


def isreadable(object):
    return '<' not in saferepr(object)


def isrecursive(object):
    return '<Recursion' in saferepr(object)


def _sort_key(value):
    return (type(value).__name__, value) if isinstance(value, (int, float, str, bytes)) else (type(value).__name__, repr(value))


def _ordered(values, key=lambda v: v):
    values = list(values)
    try:
        return sorted(values, key=key)
    except TypeError:
        return sorted(values, key=lambda v: _sort_key(key(v)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts

    def pprint(self, object):
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._format(object, 0, 0, {}, 1)

    def _items(self, d):
        return _ordered(d.items(), key=lambda kv: kv[0]) if self._sort else list(d.items())

    def _one_line(self, o, seen, level):
        kind = type(o)
        brackets = {list: '[]', tuple: '()', dict: '{}', set: '{}'}.get(kind)
        if brackets is None or not o and kind is not set:
            return repr(o)
        if kind is set and not o:
            return 'set()'
        if self._depth is not None and level > self._depth:
            return brackets[0] + '...' + brackets[1]
        if id(o) in seen:
            return f'<Recursion on {kind.__name__} with id={id(o)}>'
        seen = {**seen, id(o): 1}
        if kind is dict:
            parts = [f'{self._one_line(k, seen, level + 1)}: {self._one_line(v, seen, level + 1)}' for k, v in self._items(o)]
        else:
            parts = [self._one_line(v, seen, level + 1) for v in (_ordered(o) if kind is set else o)]
        tail = ',' if kind is tuple and len(o) == 1 else ''
        return brackets[0] + ', '.join(parts) + tail + brackets[1]

    def _format(self, o, indent, allowance, seen, level):
        text = self._one_line(o, seen, level)
        if len(text) <= self._width - indent - allowance:
            return text
        if id(o) in seen:
            return text
        kind = type(o)
        if kind is dict and o:
            seen = {**seen, id(o): 1}
            parts = []
            items = self._items(o)
            step = indent + self._indent
            for i, (k, v) in enumerate(items):
                key = self._one_line(k, seen, level + 1)
                last = i == len(items) - 1
                parts.append(f'{key}: ' + self._format(v, step + len(key) + 2, allowance + 1 if last else 1, seen, level + 1))
            return '{' + ' ' * (self._indent - 1) + (',\n' + ' ' * step).join(parts) + '}'
        if kind in (list, tuple, set, frozenset) and o:
            return self._sequence(o, kind, indent, allowance, {**seen, id(o): 1}, level)
        if kind is str and len(text) > self._width - indent - allowance:
            return self._string(o, indent, allowance, level)
        if hasattr(kind, '__dataclass_fields__') and '__repr__' in kind.__dict__:
            name = kind.__name__
            pad = indent + len(name) + 1
            parts = [f'{n}=' + self._format(getattr(o, n), pad + len(n) + 1, 1, {**seen, id(o): 1}, level + 1)
                     for n, f in kind.__dataclass_fields__.items() if f.repr]
            return f'{name}(' + (',\n' + ' ' * pad).join(parts) + ')'
        return text

    def _sequence(self, o, kind, indent, allowance, seen, level):
        start, end = {list: '[]', tuple: '()', set: '{}', frozenset: ('frozenset({', '})')}[kind]
        if kind is frozenset:
            indent += 10
        values = _ordered(o) if kind in (set, frozenset) else list(o)
        step = indent + self._indent
        pad = ' ' * (self._indent - 1)
        tail = ',' if kind is tuple and len(values) == 1 else ''
        if self._compact:
            lines, line = [], ''
            for i, v in enumerate(values):
                last = i == len(values) - 1
                text = self._one_line(v, seen, level + 1) + ('' if last else ',')
                room = self._width - step - (allowance + len(end) if last else 0) + 1
                if line and len(line) + 1 + len(text) > room - 1:
                    lines.append(line)
                    line = ''
                line += (' ' if line else '') + text
            lines.append(line)
            return start + pad + ('\n' + ' ' * step).join(lines) + tail + end
        parts = [self._format(v, step, allowance + len(end) + len(tail) if i == len(values) - 1 else 1, seen, level + 1)
                 for i, v in enumerate(values)]
        return start + pad + (',\n' + ' ' * step).join(parts) + tail + end

    def _string(self, s, indent, allowance, level):
        chunks, lines = [], s.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            room = width - allowance if i == len(lines) - 1 else width
            if len(text) <= room:
                chunks.append(text)
                continue
            words, current = _words(line), ''
            for j, word in enumerate(words):
                candidate = current + word
                room = width - allowance if j == len(words) - 1 and i == len(lines) - 1 else width
                if current and len(repr(candidate)) > room:
                    chunks.append(repr(current))
                    current = word
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        body = ('\n' + ' ' * indent).join(chunks)
        return f'({body})' if level == 1 else body


def _words(line):
    words, start, i = [], 0, 0
    while i < len(line):
        while i < len(line) and not line[i].isspace():
            i += 1
        while i < len(line) and line[i].isspace():
            i += 1
        words.append(line[start:i])
        start = i
    return words
