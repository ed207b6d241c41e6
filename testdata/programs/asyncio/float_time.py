# The clock is the exact sum of deadlines: 0.1 ten times is not 1.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    for _ in range(10):
        await asyncio.sleep(0.1)
    print(loop.time() - start, time.monotonic(), time.perf_counter(), time.time() == loop.time())
    await asyncio.sleep(3600 * 24 * 365)
    print(loop.time())


asyncio.run(main())
