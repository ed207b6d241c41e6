# Cancellation while an async generator awaits goes through its finally.
import asyncio


async def slow():
    try:
        while True:
            yield 'x'
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('generator cancelled')
        raise
    finally:
        print('generator finally')


async def consume():
    async for x in slow():
        print(x)


async def main():
    t = asyncio.create_task(consume())
    await asyncio.sleep(1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))


asyncio.run(main())
