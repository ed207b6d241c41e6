# A worker dies between get() and task_done(): join() never returns, the run hangs.
import asyncio


async def worker(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.1 * item)
        if item == 3:
            raise RuntimeError(f'cannot process {item}')
        queue.task_done()
        print(name, 'did', item)


async def main():
    queue = asyncio.Queue()
    for i in range(1, 8):
        queue.put_nowait(i)
    tasks = [asyncio.create_task(worker(f'worker-{i}', queue)) for i in range(3)]
    await queue.join()
    print('joined')
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
