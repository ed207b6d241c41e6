# The traceback of an uncaught TimeoutError of asyncio.timeout.
import asyncio


async def fetch():
    await asyncio.sleep(30)


async def main():
    async with asyncio.timeout(5):
        await fetch()


asyncio.run(main())
