"""Warnings."""

import sys
from _types import caller_place, source_line, caller_module

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

defaultaction = 'default'
onceregistry = {}
_seen = set()       # what "default", "module" and "once" have shown


def _initial():
    return [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
            ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
            ('ignore', None, ResourceWarning, None, 0)]


filters = _initial()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    place = f'{filename}:{lineno}' if lineno else filename
    text = f'{place}: {category.__name__}: {message}\n'
    if line is None:
        line = source_line(filename, lineno)
    return text + f'  {line.strip()}\n' if line.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_original_show = showwarning
_record = None      # the list of the innermost catch_warnings(record=True)


def _show(message, category, filename, lineno, source=None):
    if _record is not None:
        _record.append(WarningMessage(message, category, filename, lineno, source=source))
        return
    showwarning(message, category, filename, lineno)
    if source is not None and showwarning is _original_show:
        sys.stderr.write(f'{category.__name__}: Enable tracemalloc to get the object allocation traceback\n')


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _add_filter((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_action(action)
    _add_filter((action, message or None, category, module or None, lineno), append)


def _check_action(action):
    if action not in ('default', 'error', 'ignore', 'always', 'all', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
        return
    if item in filters:
        filters.remove(item)
    filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    filters[:] = []


def _matches(pattern, text, ignore_case=False):
    if pattern is None:
        return True
    import re
    return re.compile(pattern, re.I if ignore_case else 0).match(text) is not None


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    import _traceback
    frames = _traceback.stack()
    if stacklevel > len(frames):
        filename, lineno = 'sys', 1
    else:
        filename, lineno = frames[-max(stacklevel, 1)][:2]
    warn_explicit(message, category, filename, lineno, caller_module(), source=source)


def _warn_unawaited_coroutine(message, filename, lineno, module):
    try:
        warn_explicit(message, RuntimeWarning, filename, lineno, module, source=True)
    except RuntimeWarning as e:
        print(f'Exception ignored in: <coroutine object>\nRuntimeWarning: {e}', file=sys.stderr)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    action = defaultaction
    for act, pattern, cat, mod, line in filters:
        if issubclass(category, cat) and line in (0, lineno) and _matches(pattern, text, True) and \
                (mod is None or mod == module or _matches(mod, module or '<unknown>')):
            action = act
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action not in ('always', 'all'):
        key = (text, category) if action == 'once' else (text, category, filename) if action == 'module' else (text, category, filename, lineno)
        if key in _seen:
            return
        _seen.add(key)
    _show(message, category, filename, lineno, source)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._wants_record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._wants_record else ''})"

    def __enter__(self):
        global _record, showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:], _record, showwarning, set(_seen)
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._wants_record:
            _record = []
            return _record
        return None

    def __exit__(self, *exc_info):
        global _record, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], _record, showwarning, seen = self._saved
        _seen.clear()
        _seen.update(seen)


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f'Expected an object of type str for \'message\', not {type(message).__name__!r}')
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        arg.__deprecated__ = self.message
        if self.category is None:
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(obj, *args, **kwargs):
                warn(self.message, self.category, self.stacklevel)
                original(obj, *args, **kwargs)
            arg.__init__ = __init__
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(self.message, self.category, self.stacklevel)
            return arg(*args, **kwargs)
        return wrapper
