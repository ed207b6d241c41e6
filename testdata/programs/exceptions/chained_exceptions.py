# Chained exceptions: cause, context, from None, notes, finally, re-raise; tracebacks.
import sys
def f():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('bad') from e
def g():
    try: f()
    except ValueError: raise KeyError('k') from None
def h():
    try: [][1]
    except IndexError:
        try: {}['x']
        except KeyError as e:
            e.add_note('a note'); e.add_note('two\nlines')
            raise
for fn in (f, g, h):
    try: fn()
    except Exception as e: print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__, getattr(e, '__notes__', None))
def fin():
    try: return 'try'
    finally: print('finally')
def fin2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print('f', i)
    else: print('no')
    return i
def fin3():
    try: raise ValueError
    finally: return 'swallowed'
print(fin(), fin2(), fin3())
try:
    try: raise ValueError('1')
    finally: raise TypeError('2')
except TypeError as e: print(repr(e.__context__))
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise 5
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
class MyErr(Exception):
    def __init__(self, code, *a): super().__init__(code, *a); self.code = code
    def __str__(self): return f'code {self.code}'
try: raise MyErr(3, 'x')
except MyErr as e: print(e, repr(e), e.args)
e = ValueError('kept')
try: raise e
except ValueError: pass
print(e.__traceback__ is not None, e.with_traceback(None).__traceback__)
h()
