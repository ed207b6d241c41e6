# ThreadPoolExecutor without asyncio: submit, map, as_completed, exceptions.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(n)
    if n == 2:
        raise ValueError('two')
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=3) as pool:
        futs = [loop.run_in_executor(pool, job, n) for n in (3, 2, 1)]
        for f in asyncio.as_completed(futs):
            try:
                print(await f, loop.time())
            except ValueError as e:
                print('error', e, loop.time())


asyncio.run(main())
