# Exceptions of the body and an outer cancel are not turned into TimeoutError.
import asyncio


async def cancelled():
    async with asyncio.timeout(10):
        await asyncio.sleep(5)


async def main():
    try:
        async with asyncio.timeout(1):
            raise ValueError('mine')
    except ValueError as e:
        print(e)
    t = asyncio.create_task(cancelled())
    await asyncio.sleep(1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise KeyError('while being cancelled')
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print('swallowed')
        print('no TimeoutError')
    except TimeoutError:
        print('TimeoutError after all')


asyncio.run(main())
