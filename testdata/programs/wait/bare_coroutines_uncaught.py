# wait() of bare coroutines uncaught: the traceback.
import asyncio


async def work(n):
    await asyncio.sleep(n)


async def main():
    await asyncio.wait([work(1), work(2)])


asyncio.run(main())
