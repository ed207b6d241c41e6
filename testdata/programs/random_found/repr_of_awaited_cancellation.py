# While wait_for(…, 0) waits for the cancelled task's end, that has a partial among its callbacks.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(repr(asyncio.current_task()))
        await asyncio.sleep(1)
        return 'late'


async def main():
    task = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0))


asyncio.run(main())
