# Cancelling the shielded task itself, and a shield over an exception.
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError('inner')


async def main():
    t = asyncio.create_task(asyncio.sleep(5))
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print('shield sees the cancellation', s.cancelled())
    try:
        await asyncio.shield(fails())
    except ValueError as e:
        print(e)
    s = asyncio.shield(inner := asyncio.create_task(fails()))
    s.cancel()
    await asyncio.sleep(2)
    print(repr(inner.exception()))


asyncio.run(main())
