# Awaiting inside a loop is serial although tasks were meant.
import asyncio
import time


async def fetch(i):
    await asyncio.sleep(1)
    return i


async def main():
    t0 = time.time()
    results = []
    for i in range(3):
        results.append(await fetch(i))
    print(results, time.time() - t0)
    t0 = time.time()
    results = [await t for t in [asyncio.create_task(fetch(i)) for i in range(3)]]
    print(results, time.time() - t0)


asyncio.run(main())
