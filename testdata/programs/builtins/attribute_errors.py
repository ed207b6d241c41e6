# AttributeError texts of built-in objects, with what was meant.
import asyncio
import random

q = asyncio.Queue()
for f in [lambda: [].add(1), lambda: 'a'.push(), lambda: (5).foo, lambda: None.get(), lambda: {}.has_key('a'), lambda: asyncio.creat_task, lambda: random.rand, lambda: q.put_now(1), lambda: (lambda: 0).x]:
    try:
        f()
    except AttributeError as e:
        print(e, '|', e.name)
try:
    [].x = 1
except AttributeError as e:
    print(e)
try:
    (5).real = 1
except AttributeError as e:
    print(e)
