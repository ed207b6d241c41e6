# shutdown() lets the items out and then raises QueueShutDown; immediate=True drops them.
import asyncio


async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown()
    try:
        q.put_nowait(2)
    except asyncio.QueueShutDown as e:
        print('put', repr(e))
    print(await q.get())
    try:
        await q.get()
    except asyncio.QueueShutDown as e:
        print('get', repr(e))
    q = asyncio.Queue()
    q.put_nowait(1)
    waiting = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await waiting
    print(q.qsize())
    q = asyncio.Queue()
    getter = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.shutdown()
    print(repr((await asyncio.gather(getter, return_exceptions=True))[0]))


asyncio.run(main())
