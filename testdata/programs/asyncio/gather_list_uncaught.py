# gather([a, b]) uncaught: the traceback's two frames.
import asyncio


async def f(x):
    return x


async def main():
    await asyncio.gather([f(1), f(2)])


asyncio.run(main())
