# A swallowed CancelledError: the task goes on and ends with a result.
import asyncio


async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('ignored', i)
    return 'done anyway'


async def main():
    t = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(1)
        t.cancel()
    print(await t, t.cancelled(), t.cancelling(), asyncio.get_running_loop().time())


asyncio.run(main())
