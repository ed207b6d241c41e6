# except Exception does not catch CancelledError; bare except and BaseException do.
import asyncio


async def a():
    try:
        await asyncio.sleep(5)
    except Exception as e:
        print('not here', e)


async def b():
    try:
        await asyncio.sleep(5)
    except BaseException as e:
        print('b got', type(e).__name__, isinstance(e, Exception))


async def c():
    try:
        await asyncio.sleep(5)
    except:
        print('c got it')
        raise


async def main():
    ts = [asyncio.create_task(f()) for f in (a, b, c)]
    await asyncio.sleep(0)
    for t in ts:
        t.cancel()
    print([repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)])
    print([t.cancelled() for t in ts])


asyncio.run(main())
