# return_exceptions=True gives exceptions as values, cancelled children included.
import asyncio


async def work(x):
    await asyncio.sleep(x)
    if x % 2:
        raise ValueError(x)
    return x


async def main():
    t = asyncio.create_task(asyncio.sleep(100))
    t.cancel('enough')
    results = await asyncio.gather(work(1), work(2), work(3), t, return_exceptions=True)
    for r in results:
        print(repr(r), isinstance(r, Exception), isinstance(r, BaseException))


asyncio.run(main())
