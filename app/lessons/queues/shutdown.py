import asyncio


async def worker(name, queue):
    try:
        while True:
            job = await queue.get()
            await asyncio.sleep(0.3)
            print(name, "did", job)
    except asyncio.QueueShutDown:
        print(name, "goes home")


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("w1", queue), name="w1")
        group.create_task(worker("w2", queue), name="w2")
        for job in "abcde":
            await queue.put(job)
        queue.shutdown()  # what is in the queue is still handled


asyncio.run(main())
