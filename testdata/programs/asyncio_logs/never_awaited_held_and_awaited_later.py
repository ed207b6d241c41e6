# Coroutines that are held for long, and started at last: no warnings.
import asyncio, functools
async def fetch(n):
    await asyncio.sleep(0)
    return n
class Holder:
    def __init__(self): self.items = []
async def main():
    h = Holder()
    for i in range(20):
        h.items.append(fetch(i))
    print(await asyncio.gather(*h.items))
    c = fetch(1)
    t = asyncio.create_task(c)
    c = None
    print(await t)
    m = map(fetch, range(3))
    print([await x for x in m])
    w = asyncio.wait_for(fetch(5), 1)
    await asyncio.sleep(0)
    print(await w)
    cs = sorted([fetch(2), fetch(1)], key=lambda c: c.__name__)
    for c in cs: print(await c)
    d = {c: 1 for c in (fetch(8), fetch(9))}
    x = d
    del d
    for c in x: print(await c)
    def gen():
        c = fetch(3)
        yield
        yield c
    g = gen(); next(g); y = next(g)
    print(await y)
    q = asyncio.Queue()
    q.put_nowait(fetch(10))
    z = 1
    print(await (await q.get()))
    p = functools.partial(lambda c: c, fetch(11))
    z = 2
    print(await p())
    it = iter([fetch(12)])
    z = 3
    print(await next(it))
    tup = (fetch(13), 1)
    z = zip([fetch(14)], [1])
    z2 = enumerate([fetch(15)])
    z3 = reversed([fetch(16)])
    z4 = filter(None, [fetch(17)])
    z5 = 1
    for c, _ in z: print(await c)
    for _, c in z2: print(await c)
    for c in z3: print(await c)
    for c in z4: print(await c)
    print(await tup[0])
    e = ValueError(fetch(18))
    z5 = 2
    print(await e.args[0])
    def clos():
        c = fetch(19)
        def f(): return c
        return f
    f = clos(); z5 = 3
    print(await f())
    import collections, itertools
    dq = collections.deque([fetch(20)]); z5 = 4; print(await dq.pop())
    ch = itertools.chain([fetch(21)]); z5 = 5
    for c in ch: print(await c)
    cy = itertools.islice([fetch(22)], 1); z5=6
    for c in cy: print(await c)
    s = {fetch(24)}; z5 = 8; print(await s.pop())
    ctx = asyncio.timeout(5)
    async def awaiter(c): return await c
    print(await awaiter(fetch(25)))
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.set_result(fetch(26)); z5 = 9
    print(await (await fut))
    loop.call_soon(lambda c: h.items.append(asyncio.ensure_future(c)), fetch(27))
    await asyncio.sleep(0.1)
    print(await h.items[-1])
asyncio.run(main())
