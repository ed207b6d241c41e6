# put() on a full queue finishes after get; unfinished counts from the put, not the wish.
import asyncio


async def main():
    q = asyncio.Queue(1)
    await q.put('a')
    p = asyncio.create_task(q.put('b'))
    await asyncio.sleep(0)
    print(q.qsize(), p.done())
    print(await q.get(), q.qsize())
    q.task_done()
    await q.join()
    print('joined before b is in', p.done())
    await p
    print(q.qsize(), q.get_nowait())
    q.task_done()
    await q.join()


asyncio.run(main())
