import asyncio


async def worker(queue):
    while True:
        try:
            seconds = await queue.get()
            await asyncio.sleep(seconds)
            print(f"item of {seconds} s finished")
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    busy = asyncio.create_task(worker(queue), name="busy")
    idle = asyncio.create_task(worker(queue), name="idle")

    await asyncio.sleep(0.5)
    idle.cancel()
    await queue.join()
    print("join() returned; busy is done:", busy.done())


asyncio.run(main())
