# The usual simulated network: random delays drawn inside tasks, in their order of running.
import asyncio
import random


async def fetch(i):
    delay = random.uniform(0.1, 2.0)
    await asyncio.sleep(delay)
    retry = random.random() < 0.3
    print(f'{i}: {delay:.3f}s{" again" if retry else ""}')
    return await fetch(i) if retry else delay


async def main():
    random.seed(1)
    total = sum(await asyncio.gather(*(fetch(i) for i in range(8))))
    print(f'{total:.6f} {asyncio.get_running_loop().time():.6f}')


asyncio.run(main())
