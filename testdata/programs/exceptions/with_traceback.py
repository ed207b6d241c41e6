# traceback objects, tb_lineno, with_traceback, format_exception, extract_tb, walking.
import sys
import traceback


def f():
    g()


def g():
    raise ValueError('deep')


try:
    f()
except ValueError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines, sys.exc_info()[0], sys.exception() is e)
    print([(s.name, s.lineno, s.line) for s in traceback.extract_tb(e.__traceback__)])
    print(traceback.format_exception_only(e), ''.join(traceback.format_exception(e)))
    traceback.print_exc(limit=1, file=sys.stdout)
    print(e.with_traceback(None).__traceback__)
print(sys.exc_info())
