import asyncio

WORKERS = 3  #@param {type:"slider", min:1, max:6}
ITEMS = 9    #@param {type:"slider", min:1, max:20}


async def worker(name, queue):
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        queue.task_done()
        print(f"{name}: item {number}")


async def main():
    queue = asyncio.Queue()
    for number in range(1, ITEMS + 1):
        queue.put_nowait(number)

    workers = []
    for i in range(WORKERS):
        name = f"worker-{i}"
        workers.append(asyncio.create_task(worker(name, queue), name=name))

    await queue.join()
    print("all items are done")
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
