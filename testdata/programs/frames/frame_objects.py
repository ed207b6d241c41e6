# Frame objects: sys._getframe, f_back, f_lineno, f_locals while a frame lives and after; inspect's functions.
import sys, inspect, traceback, types, asyncio
def f(a, b=2):
    c = a + b
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, sorted(fr.f_locals), fr.f_back.f_code.co_name, fr is sys._getframe(), fr.f_globals is globals())
    print(fr.f_builtins['len'] is len)
    return fr
fr = f(1)
print(fr.f_lineno, fr.f_locals['c'], fr.f_back.f_lineno, repr(fr))
def outer():
    def inner():
        return inspect.stack()[1].function, inspect.currentframe().f_back.f_lineno, inspect.stack()[0].lineno, inspect.stack()[1].code_context
    return inner()
print(outer())
try: sys._getframe(100)
except ValueError as e: print(e)
def gen():
    yield 1
    yield 2
g = gen()
print(g.gi_frame.f_lineno, g.gi_frame.f_back, g.gi_frame.f_locals)
next(g); print(g.gi_frame.f_lineno, isinstance(g.gi_frame, types.FrameType)); next(g); print(g.gi_frame.f_lineno); 
fr=g.gi_frame; list(g); print(g.gi_frame, fr.f_lineno)
def who_called():
    return sys._getframe(1).f_code.co_name
def a1(): return who_called()
print(a1(), who_called())
@staticmethod
def deco(f):
    """Doc
       string."""
    x = [1,
         2]
    return f

print(inspect.getsource(deco)); print(inspect.getsourcelines(gen), inspect.getdoc(deco))
class K:
    """kdoc"""
    def m(self):
        if self:

            return 1
        # comment

    x = 1
print(inspect.getsource(K.m), K.__firstlineno__)
print(inspect.getsource(K))
