# PriorityQueue gives the smallest first, LifoQueue the newest.
import asyncio


async def main():
    p, l = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for item in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'A')]:
        await p.put(item)
        await l.put(item)
    print([await p.get() for _ in range(4)])
    print([l.get_nowait() for _ in range(4)])
    p.put_nowait((1, 'x'))
    try:
        p.put_nowait((1, None))
    except TypeError as e:
        print(e)


asyncio.run(main())
