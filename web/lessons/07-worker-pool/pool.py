import asyncio
import random
import time

WORKERS = 3  #@param {type:"slider", min:1, max:20}
ITEMS = 20   #@param {type:"slider", min:1, max:40}
SEED = 5     #@param {type:"number"}
LONGEST_FIRST = False  #@param {type:"boolean"}


async def worker(queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        queue.task_done()


async def main():
    random.seed(SEED)
    jobs = [random.uniform(0.05, 1.0) for _ in range(ITEMS)]
    if LONGEST_FIRST:
        jobs.sort(reverse=True)
    total, longest = sum(jobs), max(jobs)
    print(f"{ITEMS} items, {total:.2f} s in all, longest {longest:.2f} s")
    print(f"at best {max(total / WORKERS, longest):.2f} s")

    queue = asyncio.Queue()
    for seconds in jobs:
        queue.put_nowait(seconds)
    workers = []
    for i in range(WORKERS):
        task = asyncio.create_task(worker(queue), name=f"worker-{i}")
        workers.append(task)

    started = time.monotonic()
    await queue.join()
    print(f"took {time.monotonic() - started:.2f} s")

    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
