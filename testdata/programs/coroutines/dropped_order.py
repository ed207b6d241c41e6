# In which order coroutines are warned about that one statement drops: lists and tuples from their end, dicts and arguments in order.
import asyncio
async def a(): pass
async def b(): pass
async def c(): pass
def f():
    a(); b()
    [a(), b(), c()]
    (c(), b(), a())
    x = [c(), b()]
    x = None
    print('x')
    {1: a(), 2: b()}
    print(a(), b()) if 0 else None
    id(a()), id(b())
    y = a() or b()
    y = 3
    z = [a() for i in range(3)]
    z.clear()
    print('z')
    w = {k: v() for k, v in [('a', a), ('b', b)]}
    w.pop('b'); w.popitem()
    print('w')
    def inner(p, q):
        print('inner')
    inner(a(), b())
    print('p')
    l = a(), b()
    del l
    m = n = a()
    m = b()
    n = c()
    print('m')
f()
