# The traceback of an uncaught group of a TaskGroup.
import asyncio


async def bad(n):
    await asyncio.sleep(n)
    raise RuntimeError(f'task {n}')


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(1))
        tg.create_task(bad(2))


asyncio.run(main())
