# asyncio.timeout: nothing when in time, TimeoutError when late, expired().
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(2) as cm:
        await asyncio.sleep(1)
    print(cm.expired(), cm.when(), loop.time())
    try:
        async with asyncio.timeout(2) as cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print('cancelled inside')
                raise
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), cm.expired(), loop.time(), asyncio.current_task().cancelling())
    async with asyncio.timeout(None) as cm:
        await asyncio.sleep(100)
    print(cm.when(), loop.time())


asyncio.run(main())
