# A coroutine that swallows the cancellation of wait_for: its result is returned late or the timeout raised.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'swallowed'


async def failing():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError('while cancelled')


async def main():
    for f in stubborn, failing:
        try:
            print(await asyncio.wait_for(f(), 1))
        except (TimeoutError, ValueError) as e:
            print(repr(e), repr(e.__context__))
        print(asyncio.current_task().cancelling())


asyncio.run(main())
