# Module traceback: lists of strings, limits, summaries, notes, groups, the stack.
import sys, inspect, traceback, types

try:
    1/0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_next, isinstance(tb, types.TracebackType), inspect.getframeinfo(tb).lineno)
def deep(n):
    if n == 0: raise KeyError('k')
    deep(n-1)
try: deep(6)
except KeyError as e:
    print(''.join(traceback.format_tb(e.__traceback__)))
    print(traceback.format_tb(e.__traceback__, 2), traceback.extract_tb(e.__traceback__, -1))
    s = traceback.extract_tb(e.__traceback__)
    print(len(s), s[0], s[0].line, s[0].colno, s[0].end_colno, s[0].end_lineno, tuple(s[-1]))
    print(''.join(s.format()))
    print(traceback.format_exception(e))
    print(traceback.format_exception(type(e), e, e.__traceback__, limit=1))
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type_str, str(te), len(te.stack), list(te.format_exception_only()), ''.join(te.format()))
    print([ (f.f_code.co_name, n) for f, n in traceback.walk_tb(e.__traceback__)])
def st():
    print(traceback.format_stack()[-1])
    print([(s.name, s.lineno) for s in traceback.extract_stack()][-2:])
st()
try:
    try: raise ValueError('a')
    except ValueError as v: raise TypeError('b') from v
except TypeError as e:
    e.add_note('note 1\nsecond'); e.add_note('n2')
    print(traceback.format_exception(e))
    print(traceback.format_exception_only(e))
    te = traceback.TracebackException.from_exception(e)
    print(te.__cause__, te.__context__, te.__notes__)
try:
    raise ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [KeyError(2)])])
except* ValueError as eg:
    print(traceback.format_exception(eg))
    print(traceback.format_exception_only(eg), traceback.format_exception_only(eg, show_group=True))
except* KeyError:
    traceback.print_exc(file=sys.stdout)
print(traceback.format_exc())
