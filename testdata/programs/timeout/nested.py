# Nested timeouts: only the one that is due converts the cancellation.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(3) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print('inner', loop.time(), outer.expired(), inner.expired())
            async with asyncio.timeout(100) as inner:
                await asyncio.sleep(10)
    except TimeoutError:
        print('outer', loop.time(), outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(1) as a, asyncio.timeout(1) as b:
            await asyncio.sleep(10)
    except TimeoutError:
        print(a.expired(), b.expired())


asyncio.run(main())
