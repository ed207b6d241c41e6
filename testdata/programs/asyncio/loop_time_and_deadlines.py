# loop.time starts at 0 and a periodic job keeps to its deadlines.
import asyncio


async def every(seconds, n):
    loop = asyncio.get_running_loop()
    next_at = loop.time()
    for i in range(n):
        next_at += seconds
        await asyncio.sleep(0.3)
        await asyncio.sleep(next_at - loop.time())
        print(f'{i} at {loop.time():.3f}')


asyncio.run(every(1, 4))
