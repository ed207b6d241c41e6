# The eager task factory runs a task at once up to its first suspension.
import asyncio


async def quick():
    print('quick runs', asyncio.current_task().get_name())
    return 'q'


async def slow():
    print('slow starts')
    await asyncio.sleep(0)
    print('slow ends')
    return 's'


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(quick(), name='A')
    print('created', a.done())
    b = asyncio.create_task(slow(), name='B')
    print('created', b.done(), asyncio.current_task().get_name())
    print(await asyncio.gather(a, b, quick()))
    loop.set_task_factory(None)
    c = asyncio.create_task(quick())
    print('lazy again', c.done(), await c)


asyncio.run(main())
