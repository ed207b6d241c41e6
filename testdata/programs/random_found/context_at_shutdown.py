# asyncio.run() handles the exception that left main while it cancels what is left.
import asyncio


def chain(e):
    names = []
    while e is not None:
        names.append(type(e).__name__)
        e = e.__context__
    return ' < '.join(names)


async def waits(make):
    try:
        await make()
    except BaseException as e:
        print(chain(e))
        try:
            raise KeyError
        except KeyError as e:
            print(chain(e))


async def in_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waits(lambda: asyncio.gather(future))),
             asyncio.create_task(waits(lambda: future)),
             asyncio.create_task(waits(in_group)),
             asyncio.create_task(waits(asyncio.Event().wait))]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(lambda: 1 // 0)
    raise ValueError


asyncio.run(main())
