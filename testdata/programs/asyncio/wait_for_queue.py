# wait_for around Queue.get: the usual consumer with a timeout loses no item.
import asyncio


async def consumer(q):
    while True:
        try:
            item = await asyncio.wait_for(q.get(), timeout=1.0)
        except asyncio.TimeoutError:
            print(asyncio.get_running_loop().time(), 'nothing came, leaving')
            return
        print(asyncio.get_running_loop().time(), 'got', item)


async def main():
    q = asyncio.Queue()
    c = asyncio.create_task(consumer(q))
    for i, pause in enumerate([0.5, 0.9, 1.0]):
        await asyncio.sleep(pause)
        await q.put(i)
    await c
    print(q.qsize())


asyncio.run(main())
