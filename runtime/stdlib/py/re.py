"""Regular expressions."""

import enum

import _re

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape', 'error',
           'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE',
           'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        names = [f're.{f.name}' for f in RegexFlag if f.value & self.value]
        rest = self.value & ~sum(f.value for f in RegexFlag)
        if rest:
            names.append(hex(rest))
        return '|'.join(names) or 're.NOFLAG'

    __str__ = object.__str__


for _name, _flag in RegexFlag.__members__.items():
    globals()[_name] = _flag
NOFLAG = RegexFlag.NOFLAG


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


class Match:
    def __init__(self, pattern, string, pos, endpos, spans):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans

    @property
    def lastindex(self):
        return self._spans[-1] or None

    @property
    def lastgroup(self):
        last = self._spans[-1]
        for name, n in self.re.groupindex.items():
            if n == last:
                return name

    @property
    def regs(self):
        return tuple((self._spans[2 * i], self._spans[2 * i + 1]) for i in range(self.re.groups + 1))

    def _number(self, group):
        if isinstance(group, str):
            n = self.re.groupindex.get(group, -1)
        else:
            n = group.__index__() if hasattr(group, '__index__') else -1
        if not 0 <= n <= self.re.groups:
            raise IndexError('no such group')
        return n

    def _get(self, group, default=None):
        n = self._number(group)
        start = self._spans[2 * n]
        return default if start < 0 else self.string[start:self._spans[2 * n + 1]]

    def group(self, *groups):
        if len(groups) == 1:
            return self._get(groups[0])
        if not groups:
            return self.string[self._spans[0]:self._spans[1]]
        return tuple([self._get(g) for g in groups])

    def __getitem__(self, group):
        return self._get(group)

    def groups(self, default=None):
        return tuple([self._get(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._get(n, default) for name, n in self.re.groupindex.items()}

    def start(self, group=0):
        return self._spans[2 * self._number(group)]

    def end(self, group=0):
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0):
        n = self._number(group)
        return self._spans[2 * n], self._spans[2 * n + 1]

    def expand(self, template):
        return _expander(self.re, template)(self)

    def __bool__(self):
        return True

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={self.group()!r}>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class Pattern:
    def __init__(self, pattern, flags):
        program = _re.compile(pattern, flags)
        if isinstance(program, tuple):
            raise PatternError(program[0], pattern, program[1])
        self._program = program
        self.pattern = pattern
        self.flags = program.flags
        self.groups = program.groups
        self.groupindex = program.groupindex

    def _find(self, string, pos, endpos, mode):
        if isinstance(string, str) != isinstance(self.pattern, str):
            if isinstance(string, (str, bytes, bytearray)):
                kind, other = ('a string', 'a bytes-like') if isinstance(self.pattern, str) else ('a bytes', 'a string-like')
                raise TypeError(f'cannot use {kind} pattern on {other} object')
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        size = len(string)
        pos = max(0, min(pos, size))
        endpos = size if endpos is None else max(0, min(endpos, size))
        spans = self._program.find(string, pos, endpos, mode)
        return None if spans is None else Match(self, string, pos, endpos, spans)

    def search(self, string, pos=0, endpos=None):
        return self._find(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=None):
        return self._find(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._find(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=None):
        m = self._find(string, pos, endpos, 0)
        while m is not None:
            yield m
            start, end = m.span()
            m = self._find(string, end, endpos, 4 if start == end else 0)

    def findall(self, string, pos=0, endpos=None):
        empty = string[:0]
        if self.groups == 0:
            return [m.group() for m in self.finditer(string, pos, endpos)]
        if self.groups == 1:
            return [m._get(1, empty) for m in self.finditer(string, pos, endpos)]
        return [m.groups(empty) for m in self.finditer(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts, last = [], 0
        for m in self.finditer(string):
            if maxsplit and len(parts) // (self.groups + 1) >= maxsplit:
                break
            parts.append(string[last:m.start()])
            parts.extend(m.groups())
            last = m.end()
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        expand = repl if callable(repl) else _expander(self, repl)
        parts, last, n = [], 0, 0
        for m in self.finditer(string):
            if count and n >= count:
                break
            parts.append(string[last:m.start()])
            parts.append(expand(m))
            last = m.end()
            n += 1
        parts.append(string[last:])
        return string[:0].join(parts), n

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __repr__(self):
        flags = self.flags & ~32 if isinstance(self.pattern, str) else self.flags
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        return f're.compile({text}, {RegexFlag(flags)!r})' if flags else f're.compile({text})'

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


def _expander(pattern, template):
    """A function that makes the replacement for a match."""
    is_text = isinstance(template, str)
    text = template if is_text else template.decode('latin-1')
    if '\\' not in text:
        return lambda m: template
    parts, i, n = [], 0, len(text)
    while i < n:
        j = text.find('\\', i)
        if j < 0:
            parts.append(text[i:])
            break
        parts.append(text[i:j])
        if j + 1 >= n:
            raise PatternError('bad escape (end of pattern)', template, j)
        c = text[j + 1]
        i = j + 2
        if c == 'g':
            if text[i:i + 1] != '<':
                raise PatternError('missing <', template, i)
            end = text.find('>', i)
            if end < 0:
                raise PatternError('missing >, unterminated name', template, i + 1)
            name = text[i + 1:end]
            if not name:
                raise PatternError('missing group name', template, i + 1)
            if name.isdecimal():
                group = int(name)
                if group > pattern.groups:
                    raise PatternError(f'invalid group reference {group}', template, i + 1)
            elif not name.isidentifier():
                raise PatternError(f'bad character in group name {name!r}', template, i + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f'unknown group name {name!r}')
            else:
                group = pattern.groupindex[name]
            parts.append(group)
            i = end + 1
        elif c == '0':
            digits = c
            while len(digits) < 3 and text[i:i + 1] in tuple('01234567'):
                digits += text[i]
                i += 1
            parts.append(chr(int(digits, 8) & 255))
        elif c in '123456789':
            group = int(c)
            if text[i:i + 1].isdecimal():
                if text[i] in '01234567' and c in '01234567' and text[i + 1:i + 2] in tuple('01234567'):
                    parts.append(chr(int(text[j + 1:j + 4], 8)))
                    i += 2
                    continue
                group = int(c + text[i])
                i += 1
            if group > pattern.groups:
                raise PatternError(f'invalid group reference {group}', template, j + 1)
            parts.append(group)
        elif c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif c.isascii() and c.isalpha():
            raise PatternError(f'bad escape \\{c}', template, j)
        else:
            parts.append('\\' + c)
    if not is_text:
        parts = [p if isinstance(p, int) else p.encode('latin-1') for p in parts]
    empty = template[:0]
    return lambda m: empty.join([m._get(p, empty) if isinstance(p, int) else p for p in parts])


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = type(pattern), pattern, int(flags)
    found = _cache.get(key)
    if found is None:
        if not isinstance(pattern, (str, bytes)):
            raise TypeError('first argument must be string or compiled pattern')
        if len(_cache) >= 512:
            _cache.clear()
        found = _cache[key] = Pattern(pattern, int(flags))
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


_SPECIAL = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, 'latin-1').translate(_SPECIAL).encode('latin-1')


class Scanner:
    """Splits text by a list of patterns, each with what becomes of its matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        result, pos = [], 0
        while pos < len(string):
            for pattern, action in self._rules:
                match = pattern.match(string, pos)
                if match:
                    break
            if not match or match.end() == pos:
                break
            pos = match.end()
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
        return result, string[pos:]
