# shield: the outer awaiter is cancelled, the inner task lives on.
import asyncio


async def important():
    await asyncio.sleep(2)
    print('important finished at', asyncio.get_running_loop().time())
    return 'saved'


async def outer(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        print('outer cancelled, inner done:', task.done())
        return await task


async def main():
    t = asyncio.create_task(important())
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(1)
    o.cancel()
    print(await o, t.cancelled())
    try:
        await asyncio.wait_for(asyncio.shield(t2 := asyncio.create_task(important())), 1)
    except TimeoutError:
        print('timeout', t2.done())
    await t2


asyncio.run(main())
