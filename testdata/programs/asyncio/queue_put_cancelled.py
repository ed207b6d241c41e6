# A cancelled putter leaves no item behind; the next putter gets the place.
import asyncio


async def main():
    q = asyncio.Queue(1)
    q.put_nowait(0)
    a = asyncio.create_task(q.put('a'))
    b = asyncio.create_task(q.put('b'))
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    print(a.cancelled(), q.get_nowait())
    await b
    print(q.get_nowait(), q.empty())
    try:
        await asyncio.wait_for(q.get(), 1)
    except TimeoutError:
        print('empty')


asyncio.run(main())
