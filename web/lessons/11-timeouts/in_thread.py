import asyncio
import time


def work():
    time.sleep(3)
    print("thread: done")


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(work), 1)
    except TimeoutError:
        print("main: timed out")


asyncio.run(main())
