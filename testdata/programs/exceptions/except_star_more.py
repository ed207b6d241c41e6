# except*: splitting, nested groups, raising in handlers, bare exceptions, notes, derive, chained.
import traceback, sys
def run(e):
    try:
        try: raise e
        except* ValueError as g: print('V', g.exceptions, type(g).__name__)
        except* (TypeError, KeyError) as g: print('TK', g.exceptions)
    except BaseException as x: print('left', repr(x))
    else: print('none left')
run(ValueError(1)); run(ExceptionGroup('m', [ValueError(1), TypeError(2), OSError(3)])); run(ExceptionGroup('m', [ExceptionGroup('n', [ValueError(1), OSError(2)]), KeyError(3)])); run(OSError(5))
try:
    try: raise ExceptionGroup('a', [ValueError(1), KeyError(2)])
    except* ValueError: raise RuntimeError('in handler')
except* RuntimeError as g: print(repr(g), g.exceptions[0].__context__)
except* KeyError as g: print('key', g)
eg = ExceptionGroup('top', [ValueError('v'), ExceptionGroup('sub', [TypeError('t'), ValueError('w')])])
print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.message, str(eg), repr(eg), eg.args)
m, r = eg.split((TypeError,)); print(m, r)
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message + '!', excs)
print(repr(MyG('x', [ValueError(1), KeyError(2)]).split(KeyError)))
for a in [('x',), ('x', []), ('x', [1]), (1, [ValueError()]), ('x', ValueError()), ('x', [KeyboardInterrupt()])]:
    try: print(repr(ExceptionGroup(*a)))
    except Exception as e: print(type(e).__name__, e)
print(repr(BaseExceptionGroup('b', [ValueError()])), repr(BaseExceptionGroup('b', [KeyboardInterrupt()])))
try:
    raise eg
except* TypeError:
    pass
