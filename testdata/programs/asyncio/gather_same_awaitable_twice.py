# The same coroutine or task given twice is run once and its result appears twice.
import asyncio


async def once():
    print('runs')
    await asyncio.sleep(0)
    return 'x'


async def main():
    c = once()
    t = asyncio.create_task(once())
    print(await asyncio.gather(c, t, c, t))


asyncio.run(main())
