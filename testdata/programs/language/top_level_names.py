# Module attributes, globals(), dir(), name lookups at run time.
import asyncio as a
import random

print(__name__, __doc__, 'print' in dir(__builtins__) or True, 'a' in globals(), sorted(n for n in globals() if not n.startswith('_')))


def f():
    y = 1
    return sorted(locals()), later()


def later():
    return 'defined below'


print(f())
globals()['made'] = 5
print(made)
print(a.__name__, random.__name__, callable(a.run))
