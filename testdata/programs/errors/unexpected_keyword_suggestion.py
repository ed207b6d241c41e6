# An unexpected keyword with a suggestion, uncaught.
import asyncio


async def worker(name, queue, delay=1):
    pass


async def main():
    await worker('a', None, dealy=5)


asyncio.run(main())
