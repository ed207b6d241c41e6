# An exception out of a gathered task: main's line, then the task's.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return 10 / (2 - n)


async def main():
    await asyncio.gather(*(work(i) for i in range(4)))


asyncio.run(main())
