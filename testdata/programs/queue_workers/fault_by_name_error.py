# A misspelt name in the worker kills each worker at its first item; the run hangs in join().
import asyncio


async def worker(name, queue):
    while True:
        sleep_for = await queue.get()
        await asyncio.sleep(sleep_fro)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for _ in range(4):
        queue.put_nowait(0.5)
    tasks = [asyncio.create_task(worker(f'worker-{i}', queue)) for i in range(3)]
    await asyncio.sleep(1)
    for t in tasks:
        print(t.done(), repr(t.exception()))
    await queue.join()


asyncio.run(main())
