# When main returns, tasks still running are cancelled all together, then awaited.
import asyncio


async def background(name, cleanup):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        await asyncio.sleep(cleanup)
        print(name, 'cleaned up at', asyncio.get_running_loop().time())
        raise


async def main():
    for name, cleanup in [('a', 2), ('b', 1), ('c', 0)]:
        asyncio.create_task(background(name, cleanup))
    await asyncio.sleep(1)
    return 'main is done'


print(asyncio.run(main()))
