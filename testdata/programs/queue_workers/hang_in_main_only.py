# All workers ended by return; the items left have nobody to take them: join() hangs.
import asyncio


async def worker(name, queue):
    for _ in range(2):
        item = await queue.get()
        await asyncio.sleep(item)
        print(name, item)
        queue.task_done()
    print(name, 'has done its share')


async def main():
    queue = asyncio.Queue()
    for i in range(1, 6):
        queue.put_nowait(i)
    tasks = [asyncio.create_task(worker(f'w{i}', queue)) for i in range(2)]
    await queue.join()
    print('never')


asyncio.run(main())
