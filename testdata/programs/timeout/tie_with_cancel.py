# Timeout and outer cancellation at the same instant.
import asyncio


async def work():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        return 'timeout'


async def main():
    loop = asyncio.get_running_loop()
    for early in True, False:
        if early:
            loop.call_later(1, lambda: t.cancel())
        t = asyncio.create_task(work())
        if not early:
            await asyncio.sleep(0)
            loop.call_later(1, t.cancel)
        print(early, await asyncio.gather(t, return_exceptions=True))


asyncio.run(main())
