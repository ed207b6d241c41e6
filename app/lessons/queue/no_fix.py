import asyncio
import random

WORKERS = 3  #@param {type:"slider", min:1, max:8}
ITEMS = 20   #@param {type:"slider", min:1, max:40}
SEED = 42    #@param {type:"number"}


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print(f"{name} worked for {seconds:.2f} s")
        queue.task_done()


async def main():
    random.seed(SEED)
    queue = asyncio.Queue()
    for _ in range(ITEMS):
        queue.put_nowait(random.uniform(0.05, 1.0))

    workers = []
    for i in range(WORKERS):
        name = f"worker-{i}"
        task = asyncio.create_task(worker(name, queue), name=name)
        workers.append(task)

    await queue.join()
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print("workers ended with", results)


asyncio.run(main())
