# Async generators and comprehensions, async for else, asend, athrow, aclose, aiter/anext.
import asyncio
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            got = yield i
            if got: print('got', got)
    finally: print('agen closed', n)
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def main():
    print([x async for x in agen(3)], {x async for x in agen(2)}, {x: y async for x in AI(2) for y in [x]}, [x async for x in AI(5) if x % 2], [await asyncio.sleep(0, i) for i in range(2)], list(x for x in [await asyncio.sleep(0, 5)]))
    async for x in agen(2): print(x)
    else: print('else')
    async for x in AI(3):
        if x == 1: break
    else: print('not here')
    g = agen(3); print(await anext(g), await g.asend('hello'), await g.__anext__())
    try: await anext(g)
    except StopAsyncIteration: print('stop')
    print(await anext(g, 'dflt'))
    g = agen(5); await anext(g)
    try: await g.athrow(ValueError('in'))
    except ValueError as e: print(repr(e))
    g = agen(5); await anext(g); await g.aclose(); print([x async for x in g])
    gen = (x * 2 async for x in AI(3)); print(gen.__name__, [y async for y in gen])
    async def nested(): return [[y async for y in AI(x)] async for x in AI(3)]
    print(await nested())
    print(await asyncio.gather(*[anext(AI(i)) for i in (1, 2)]))
    for bad in (5, [1], AI):
        try:
            async for x in bad: pass
        except TypeError as e: print(e)
    try:
        for x in agen(1): pass
    except TypeError as e: print(e)
    try: [x for x in AI(1)]
    except TypeError as e: print(e)
    try: aiter(5)
    except TypeError as e: print(e)
    try: await anext(5)
    except TypeError as e: print(e)
    async def bad_gen(): yield 1; raise StopAsyncIteration
    try:
        async for x in bad_gen(): pass
    except RuntimeError as e: print(e)
    a = agen(2); t1 = asyncio.create_task(anext(a)) if False else None
    await a.aclose()
    print(repr(agen(1))[:24], agen.__name__, asyncio.iscoroutine(agen(1)))
asyncio.run(main())
