# finally around get(): it finishes, and each idle worker ends with ValueError when cancelled.
import asyncio


async def worker(name, queue):
    while True:
        try:
            item = await queue.get()
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


asyncio.run(main())
