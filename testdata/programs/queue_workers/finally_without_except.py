# finally after get() without except: the worker dies, the others finish the work.
import asyncio


async def worker(name, queue):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(1)
            if item == 'bad':
                raise RuntimeError('bad item')
            print(name, item)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in ['a', 'bad', 'c', 'd', 'e']:
        queue.put_nowait(item)
    tasks = [asyncio.create_task(worker(f'w{i}', queue), name=f'w{i}') for i in range(2)]
    await queue.join()
    for t in tasks:
        print(t.get_name(), t.done())
        t.cancel()
    for r in await asyncio.gather(*tasks, return_exceptions=True):
        print(repr(r))


asyncio.run(main())
