# Every worker dies on its first item: the rest stays in the queue and join() hangs.
import asyncio


async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.5)
        raise RuntimeError(item)


async def main():
    queue = asyncio.Queue()
    for i in range(5):
        queue.put_nowait(i)
    for _ in range(2):
        asyncio.create_task(worker(queue))
    await asyncio.sleep(1)
    print(queue.qsize(), queue.empty())
    await queue.join()
    print('never')


asyncio.run(main())
