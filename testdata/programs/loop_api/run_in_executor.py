# run_in_executor with the default executor and a pool of two threads.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(loop.run_in_executor(None, block, i) for i in range(4))), loop.time())
    with ThreadPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, block, i) for i in range(5))), loop.time())
    try:
        await loop.run_in_executor(None, int, 'x')
    except ValueError as e:
        print(e)


asyncio.run(main())
