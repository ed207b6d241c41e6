# a loop without in behind a star
import asyncio


async def main():
    await asyncio.gather(*(asyncio.sleep(i) for i range(3)))

asyncio.run(main())
