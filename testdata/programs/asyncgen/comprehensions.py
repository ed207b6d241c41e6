# Async comprehensions of all kinds, await inside them.
import asyncio


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print([i async for i in agen(4)], {i % 2 async for i in agen(4)}, {i: i * i async for i in agen(3)})
    print([await double(i) for i in range(3)], [await double(i) async for i in agen(3) if i], [(i, j) async for i in agen(2) for j in 'ab'])
    g = (await double(i) async for i in agen(3))
    print(type(g).__name__, [x async for x in g])
    try:
        list(agen(2))
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        for x in agen(1):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
