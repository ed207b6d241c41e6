# Nested groups: the inner failure cancels the outer siblings; groups in groups.
import asyncio


async def sleeper(name, d):
    try:
        await asyncio.sleep(d)
        print(name, 'done')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def fail(d):
    await asyncio.sleep(d)
    raise ValueError(d)


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(sleeper('inner', 5))
        tg.create_task(fail(1))


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sleeper('outer quick', 0.5))
            tg.create_task(sleeper('outer slow', 5))
            tg.create_task(inner())
    except ExceptionGroup as eg:
        print(repr(eg))


asyncio.run(main())
