# task_done() is forgotten for skipped items: join() hangs although the queue is empty.
import asyncio


async def worker(queue):
    while True:
        item = await queue.get()
        if item % 2:
            continue
        print('worked on', item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for i in range(4):
        queue.put_nowait(i)
    asyncio.create_task(worker(queue))
    await asyncio.sleep(1)
    print('empty:', queue.empty())
    await queue.join()


asyncio.run(main())
