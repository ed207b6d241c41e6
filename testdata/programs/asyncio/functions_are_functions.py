# asyncio's functions are Python functions; coroutines that an error drops; sys.excepthook
import asyncio
import inspect
import sys
import types


async def get():
    return 42


async def main():
    print(type(asyncio.sleep), inspect.iscoroutinefunction(asyncio.sleep), asyncio.sleep.__name__)
    for f in (asyncio.sleep, asyncio.gather, asyncio.create_task):
        try:
            await f
        except TypeError as e:
            print(e)
    print(asyncio.eager_task_factory.__name__, asyncio.eager_task_factory)
    asyncio.get_running_loop().call_soon(get)
    await asyncio.sleep(0)
    try:
        await [get()]
    except TypeError as e:
        print(e)


    class Sleeper:
        nap = asyncio.sleep

    try:
        Sleeper().nap()
    except TypeError as e:
        print(e)
    print(get() + 1)


def hook(kind, error, tb):
    print("hook:", kind.__name__, error)


sys.excepthook = hook
asyncio.run(main())
