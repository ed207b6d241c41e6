# asyncio.run waits for threads still running.
import asyncio
import time


def slow():
    time.sleep(3)
    print('thread ends at', time.monotonic())


async def main():
    t = asyncio.create_task(asyncio.to_thread(slow))
    try:
        await asyncio.wait_for(t, 1)
    except TimeoutError:
        print('timeout at', time.monotonic())


asyncio.run(main())
print('run returned at', time.monotonic())
