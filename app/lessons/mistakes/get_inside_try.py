import asyncio


async def worker(name, queue):
    while True:
        try:
            # An idle worker waits here, and is cancelled here.
            job = await queue.get()
            await asyncio.sleep(job)
            print(f"{name} worked for {job} s")
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for job in [0.2, 0.3, 0.1]:
        queue.put_nowait(job)

    workers = [asyncio.create_task(worker(f"worker-{i}", queue)) for i in range(2)]
    await queue.join()
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print("workers ended with", results)


asyncio.run(main())
