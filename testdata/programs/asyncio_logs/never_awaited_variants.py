# Coroutines never awaited: dropped by assignment, by del, in a list, in a lambda.
import asyncio


async def work(n):
    return n


async def main():
    c = work(1)
    c = None
    d = work(2)
    del d
    cs = [work(3), work(4)]
    cs.clear()
    (lambda: work(5))()
    print('end')


asyncio.run(main())
