# 'Did you mean': names, attributes, keywords, imports; and where CPython makes none.
import math, asyncio, collections
class Person:
    def __init__(self): self.first_name = 'a'; self._private = 1
    def greet(self): return self.frist_name
    def other(self): return first_name
    def priv(self): return self.private
def f(color=None, size=1): pass
value_one = 1
def local():
    counter = 0
    return conter
for g in (lambda: valu_one, lambda: Person().frist_name, lambda: Person().greet(), lambda: Person().other(), lambda: Person().priv(), lambda: f(colour=1), lambda: f(sise=1), lambda: math.squrt, lambda: asyncio.slep, lambda: [].apend, lambda: 'a'.uper(), lambda: {}.itmes(), lambda: local(), lambda: prnt, lambda: Tru, lambda: collections.Conter, lambda: (1).bit_lenght(), lambda: xyzzy, lambda: Person.gret, lambda: len.foo, lambda: sys.path, lambda: time.sleep, lambda: asyncio.run_, lambda: None.x, lambda: a.b, lambda: print.nam, lambda: int.from_byte, lambda: f.__nam__, lambda: dict(a=1).a):
    try: g()
    except Exception as e:
        import traceback
        print(traceback.format_exception_only(e)[-1].strip())
for name in ('sleeep', 'gathr', 'zzz'):
    try: exec if False else __import__('asyncio').__getattribute__(name)
    except AttributeError as e: print(e)
try: import asynco
except ImportError as e: print(e, e.name)
