# gather without return_exceptions raises the CancelledError of the first cancelled worker.
import asyncio


async def worker(queue):
    while True:
        await queue.get()
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    tasks = [asyncio.create_task(worker(queue)) for _ in range(2)]
    await queue.join()
    for t in tasks:
        t.cancel()
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError as e:
        print('cancelled', repr(e))


asyncio.run(main())
