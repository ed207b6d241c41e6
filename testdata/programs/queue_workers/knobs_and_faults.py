# The flagship's shape with its numbers as #@param lines: comments that Python ignores.
import asyncio
import random
import time

WORKERS = 3  #@param {type:"slider", min:1, max:20}
ITEMS = 6  #@param {type:"slider", min:1, max:100}
SEED = 42  #@param {type:"number"}


async def worker(name, queue):
    while True:
        delay = await queue.get()
        try:
            await asyncio.sleep(delay)
            print(f'{time.monotonic():.3f} {name} slept {delay:.2f}')
        finally:
            queue.task_done()


async def main():
    random.seed(SEED)
    queue = asyncio.Queue()
    for _ in range(ITEMS):
        queue.put_nowait(random.uniform(0.05, 1.0))
    tasks = [asyncio.create_task(worker(f'worker-{i}', queue)) for i in range(WORKERS)]
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(all(t.cancelled() for t in tasks), f'{time.monotonic():.3f}')


asyncio.run(main())
