# A task that raises something else while cancelled ends with that exception; its context is kept.
import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError('instead')


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print(repr(e), repr(e.__context__), t.cancelled())


asyncio.run(main())
