# Cancelling the caller of wait_for cancels what it waits for.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('inner cancelled', asyncio.get_running_loop().time())
        raise


async def main():
    t = asyncio.create_task(asyncio.wait_for(inner(), 5))
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('outer cancelled')
    task = asyncio.create_task(inner())
    t = asyncio.create_task(asyncio.wait_for(task, 5))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('inner was cancelled from outside', t.cancelled())


asyncio.run(main())
