# finally after get(): it finishes, and every worker ends cancelled.
import asyncio


async def worker(name, queue):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(0.1 * item)
            if item == 3:
                raise RuntimeError(f'cannot process {item}')
            print(name, 'did', item)
        except Exception as e:
            print(name, 'caught', repr(e))
        finally:
            queue.task_done()


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
    print([t.cancelled() for t in tasks])


asyncio.run(main())
