# Cancelling a task that awaits another task cancels the inner one first.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('inner cancelled')
        raise


async def outer(t):
    try:
        await t
    except asyncio.CancelledError:
        print('outer cancelled', t.cancelled())
        raise


async def main():
    i = asyncio.create_task(inner())
    o = asyncio.create_task(outer(i))
    await asyncio.sleep(1)
    o.cancel()
    print((await asyncio.gather(o, i, return_exceptions=True)))


asyncio.run(main())
