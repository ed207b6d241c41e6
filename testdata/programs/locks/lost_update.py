# A counter read and written around an await loses updates; a lock repairs it.
import asyncio

counter = 0


async def unsafe():
    global counter
    n = counter
    await asyncio.sleep(0)
    counter = n + 1


async def safe(lock):
    global counter
    async with lock:
        n = counter
        await asyncio.sleep(0)
        counter = n + 1


async def main():
    global counter
    await asyncio.gather(*(unsafe() for _ in range(10)))
    print(counter)
    counter = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(safe(lock) for _ in range(10)))
    print(counter)


asyncio.run(main())
