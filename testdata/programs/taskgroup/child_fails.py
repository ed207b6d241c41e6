# A failing child cancels its siblings and the body; errors come as a group.
import asyncio


async def work(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(name)
        print(name, 'done')
    except asyncio.CancelledError:
        print(name, 'cancelled at', asyncio.get_running_loop().time())
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work('a', 1))
            tg.create_task(work('b', 2, True))
            tg.create_task(work('c', 3))
            tg.create_task(work('d', 2, True))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print('body cancelled')
                raise
    except* ValueError as eg:
        print(repr(eg), asyncio.current_task().cancelling())


asyncio.run(main())
