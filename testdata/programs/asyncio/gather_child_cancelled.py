# A cancelled child makes a plain gather raise CancelledError, while the gather itself is not cancelled.
import asyncio


async def main():
    a = asyncio.create_task(asyncio.sleep(5, 'a'))
    b = asyncio.create_task(asyncio.sleep(5, 'b'))
    g = asyncio.gather(a, b)
    await asyncio.sleep(1)
    a.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('raised', g.done(), a.cancelled(), b.done())
    print(await b)


asyncio.run(main())
