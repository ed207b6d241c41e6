import asyncio
import time


def compute(loop, progress):
    for percent in [25, 50, 75, 100]:
        time.sleep(0.5)
        # asyncio's objects belong to the loop's thread: ask the loop to do it.
        loop.call_soon_threadsafe(progress.put_nowait, percent)
    return "result"


async def main():
    progress = asyncio.Queue()
    job = asyncio.create_task(asyncio.to_thread(compute, asyncio.get_running_loop(), progress))
    while (percent := await progress.get()) < 100:
        print(percent, "%")
    print(await job)


asyncio.run(main())
