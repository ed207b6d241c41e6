# Eager tasks have their place by when they were created, not by when their first step was over.
import asyncio


async def inner():
    print([t.get_coro().__name__ for t in asyncio.all_tasks()])
    await asyncio.sleep(1)


async def outer():
    asyncio.create_task(inner())
    await asyncio.sleep(1)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(outer())
    asyncio.create_task(outer())
    print([t.get_coro().__name__ for t in asyncio.all_tasks()])


asyncio.run(main())
