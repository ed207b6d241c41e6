# Later exceptions of a gather are not reported: their tasks were retrieved by it.
import asyncio


async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    try:
        await asyncio.gather(fail(1), fail(2), fail(3))
    except ValueError as e:
        print('first', e)
    await asyncio.sleep(5)
    print('end')


asyncio.run(main())
