"""Tracebacks as text."""

import sys
import _traceback
from _types import source_line

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb',
           'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'FrameSummary', 'StackSummary',
           'TracebackException', 'walk_tb', 'walk_stack', 'clear_frames', 'print_list']

_sentinel = object()


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = locals
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._line = line

    @property
    def line(self):
        if self._line is None:
            self._line = source_line(self.filename, self.lineno or 0)
        return self._line.strip()

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    def format(self):
        return [_format_frame(f) for f in self]

    @classmethod
    def from_list(cls, a_list):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list)


def _format_frame(frame):
    text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
    return text + f'    {frame.line}\n' if frame.line else text


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    return StackSummary(FrameSummary(*e) for e in _limited(_traceback.entries(tb), limit))


def extract_stack(f=None, limit=None):
    entries = _traceback.stack()
    return StackSummary(FrameSummary(*e) for e in (entries if limit is None else entries[-limit:] if limit >= 0 else entries[:-limit]))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), end='', file=sys.stderr if file is None else file)


def _split(text):
    """CPython gives one string for each frame."""
    parts = []
    for line in text.splitlines(True):
        if parts and line.startswith('    ') and not line.startswith('  File '):
            parts[-1] += line
        else:
            parts.append(line)
    return parts


def format_tb(tb, limit=None):
    parts = _split(_traceback.format_traceback(tb))
    return _limited(parts, limit)


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), end='', file=sys.stderr if file is None else file)


def format_stack(f=None, limit=None):
    parts = _split(_traceback.format_stack())
    return parts if limit is None else parts[-limit:]


def print_stack(f=None, limit=None, file=None):
    print(''.join(format_stack(f, limit)), end='', file=sys.stderr if file is None else file)


def _exception_of(exc, value):
    if value is _sentinel:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc
    return value


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    e = _exception_of(exc, value)
    if e is None:
        return ['NoneType: None\n']
    old = e.__traceback__
    replaced = tb is not _sentinel and tb is not old
    if replaced:
        e.__traceback__ = tb
    try:
        text = _traceback.format_exception(e, bool(chain), limit)
    finally:
        if replaced:
            e.__traceback__ = old
    return _split(text)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False):
    e = _exception_of(exc, value)
    if e is None:
        return ['NoneType: None\n']
    return _traceback.format_exception_only(e).splitlines(True)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    print(''.join(format_exception(exc, value, tb, limit, chain)), end='', file=sys.stderr if file is None else file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    return iter(())


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        self._value = exc_value
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback, limit)
        self.__cause__ = exc_value.__cause__ and TracebackException.from_exception(exc_value.__cause__)
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return str(self._value)

    def format_exception_only(self, *, show_group=False):
        yield from format_exception_only(self._value)

    def format(self, *, chain=True):
        yield from format_exception(self._value, chain=chain)

    def print(self, *, file=None, chain=True):
        print(''.join(self.format(chain=chain)), end='', file=sys.stderr if file is None else file)
