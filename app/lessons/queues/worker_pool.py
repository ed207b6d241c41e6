import asyncio
import random
import time

WORKERS = 3  #@param {type:"slider", min:1, max:10}


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        queue.task_done()
        print(f"{name} has slept for {seconds:.2f} seconds")


async def main():
    random.seed(7)
    queue = asyncio.Queue()
    sleeps = [random.uniform(0.05, 1.0) for _ in range(12)]
    for seconds in sleeps:
        queue.put_nowait(seconds)

    workers = [asyncio.create_task(worker(f"worker-{i}", queue), name=f"worker-{i}") for i in range(WORKERS)]
    started = time.monotonic()
    await queue.join()
    took = time.monotonic() - started
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(f"{WORKERS} workers took {took:.2f} s for {sum(sleeps):.2f} s of sleep")


asyncio.run(main())
