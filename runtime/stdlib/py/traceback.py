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
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}
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

    def _format(self):
        if self.colno is not None:
            text = _traceback.format_frames([(self.filename, self.lineno, self.name, self.end_lineno, self.colno, self.end_colno)])[0]
        else:
            text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
            if self.line:
                text += f'    {self.line}\n'
        for name, value in sorted((self.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = list(frame_gen)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        return klass(FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name, locals=f.f_locals if capture_locals else None)
                     for f, lineno in frames)

    @classmethod
    def from_list(cls, a_list):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list)

    def format_frame_summary(self, frame_summary):
        return frame_summary._format()

    def format(self):
        result, last, count = [], None, 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                _add_repeats(result, count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(self.format_frame_summary(frame))
        _add_repeats(result, count)
        return result


_REPEATS_SHOWN = 3


def _add_repeats(result, count):
    more = count - _REPEATS_SHOWN
    if more > 0:
        result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    return StackSummary(FrameSummary(file, line, name, end_lineno=end_line, colno=col, end_colno=end_col)
                        for file, line, name, end_line, col, end_col in _limited(_traceback.entries(tb), limit))


def extract_stack(f=None, limit=None):
    if f is None:
        frames = [e[:3] for e in _traceback.stack()]
    else:
        frames = [(f.f_code.co_filename, line, f.f_code.co_name) for f, line in walk_stack(f)][::-1]
    if limit is not None:
        frames = frames[-limit:] if limit >= 0 else frames[:-limit]
    return StackSummary(FrameSummary(*e) for e in frames)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), end='', file=sys.stderr if file is None else file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), end='', file=sys.stderr if file is None else file)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


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
        return _traceback.format_exception(e, bool(chain), limit)
    finally:
        if replaced:
            e.__traceback__ = old


def format_exception_only(exc, /, value=_sentinel, *, show_group=False):
    e = _exception_of(exc, value)
    if e is None:
        return ['NoneType: None\n']
    lines = _traceback.format_exception_only(e)
    if show_group and isinstance(e, BaseExceptionGroup):
        for member in e.exceptions:
            lines.extend('   ' + line for line in format_exception_only(member, show_group=True))
    return lines


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
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self._value = exc_value
        self._limit = limit
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__ if exc_type.__module__ in ('builtins', '__main__') else f'{exc_type.__module__}.{exc_type.__qualname__}'
        self.stack = extract_tb(exc_traceback, limit)
        self._captures = capture_locals
        if capture_locals:
            for summary, (frame, _) in zip(self.stack, _limited(list(walk_tb(exc_traceback)), limit)):
                summary.locals = {k: repr(v) for k, v in frame.f_locals.items()}
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__

        def summary(e):
            return TracebackException(type(e), e, e.__traceback__, limit=limit, capture_locals=capture_locals, _seen=seen)
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__cause__ = summary(cause) if cause is not None and id(cause) not in seen else None
        self.__context__ = summary(context) if context is not None and id(context) not in seen else None
        self.exceptions = [summary(e) for e in exc_value.exceptions] if isinstance(exc_value, BaseExceptionGroup) else None
        if issubclass(exc_type, SyntaxError):
            for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self._value is other._value if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return str(self._value)

    def format_exception_only(self, *, show_group=False, **kwargs):
        yield from format_exception_only(self._value, show_group=show_group)

    def format(self, *, chain=True, **kwargs):
        if not self._captures or isinstance(self._value, BaseExceptionGroup):
            yield from format_exception(self._value, limit=self._limit, chain=chain)
            return
        cause, context = self.__cause__, None if self.__suppress_context__ else self.__context__
        if chain and (cause or context):
            yield from (cause or context).format()
            yield ('\nThe above exception was the direct cause of the following exception:\n\n' if cause
                   else '\nDuring handling of the above exception, another exception occurred:\n\n')
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True, **kwargs):
        print(''.join(self.format(chain=chain)), end='', file=sys.stderr if file is None else file)
