# Cancelling the task that awaits a gather cancels all children.
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(name, 'cancelled', e.args)
        raise


async def outer():
    await asyncio.gather(work('a'), work('b'))


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel('stop')
    try:
        await t
    except asyncio.CancelledError as e:
        print('outer', e.args, t.cancelled())
    g = asyncio.gather(work('c'), work('d'), return_exceptions=True)
    await asyncio.sleep(1)
    print(g.cancel(), g.done())
    try:
        print(await g)
    except asyncio.CancelledError as e:
        print('gather cancelled', e.args, g.cancelled())


asyncio.run(main())
