# Cancelling the task that holds the group cancels the children and stays a CancelledError.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def holder():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child('a'))
        tg.create_task(child('b'))


async def main():
    t = asyncio.create_task(holder())
    await asyncio.sleep(1)
    t.cancel('msg')
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), t.cancelled())


asyncio.run(main())
