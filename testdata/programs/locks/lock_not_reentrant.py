# Taking a lock twice in one task hangs.
import asyncio


async def inner(lock):
    async with lock:
        print('never')


async def main():
    lock = asyncio.Lock()
    async with lock:
        print('outer')
        await inner(lock)


asyncio.run(main())
