# A woken getter loses its item to get_nowait() and waits again, now last.
import asyncio


async def getter(name, q):
    print(name, 'got', await q.get())


async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(getter('a', q))
    b = asyncio.create_task(getter('b', q))
    await asyncio.sleep(0)
    q.put_nowait(1)
    print('stolen', q.get_nowait())
    await asyncio.sleep(0)
    q.put_nowait(2)
    q.put_nowait(3)
    await asyncio.gather(a, b)


asyncio.run(main())
