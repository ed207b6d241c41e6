# repr of coroutine functions, coroutines, tasks and futures, with addresses masked.
import asyncio


async def work():
    await asyncio.sleep(1)
    return 5


async def main():
    c = work()
    print(work, c)
    t = asyncio.create_task(c, name='T')
    print(t)
    await asyncio.sleep(0)
    print(t)
    await t
    print(t)
    f = asyncio.get_running_loop().create_future()
    print(f)
    f.set_result([1])
    print(f)
    g = asyncio.get_running_loop().create_future()
    g.cancel()
    print(g)
    h = asyncio.create_task(asyncio.sleep(9), name='S')
    await asyncio.sleep(0)
    h.cancel()
    print(h)
    await asyncio.sleep(0)
    print(h, asyncio.Queue(3))


asyncio.run(main())
