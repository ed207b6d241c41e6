import asyncio


async def worker(name, queue):
    while True:
        text = await queue.get()
        await asyncio.sleep(1)
        print(f"{name}: {text} is {int(text)}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for text in "12", "7", "thirty", "5", "40":
        queue.put_nowait(text)

    workers = []
    for i in range(2):
        name = f"worker-{i}"
        workers.append(asyncio.create_task(worker(name, queue), name=name))

    await queue.join()
    print("all items are done")
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
