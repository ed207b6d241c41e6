"""Functions for the end of the program. The engine calls _run_exitfuncs."""

_functions = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func):
    _functions[:] = [f for f in _functions if f[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException:
            import sys
            import traceback
            error = sys.exception()
            sys.stderr.write(f'Exception ignored in atexit callback {func!r}:\nTraceback (most recent call last):\n')
            for f in traceback.extract_tb(error.__traceback__):
                sys.stderr.write(f'  File "{f.filename}", line {f.lineno}, in {f.name}\n    {f.line}\n')
            sys.stderr.write(''.join(traceback.format_exception_only(error)))
