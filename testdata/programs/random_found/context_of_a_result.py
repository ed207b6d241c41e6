# result() raises a kept exception anew: what is handled there becomes its context.
import asyncio


def chain(e):
    names = []
    while e is not None:
        names.append(type(e).__name__)
        e = e.__context__
    return ' < '.join(names)


async def fail():
    raise ValueError


async def main():
    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    for get in (task.result, lambda: task.exception()):
        try:
            raise OSError
        except OSError:
            try:
                get()
            except ValueError as e:
                print('result', chain(e))
            print('kept', chain(task.exception()))
    cancelled = asyncio.get_running_loop().create_future()
    cancelled.cancel()
    try:
        raise KeyError
    except KeyError:
        for awaitable in (task, cancelled, asyncio.gather(cancelled)):
            try:
                await awaitable
            except BaseException as e:
                print(type(awaitable).__name__, chain(e))


asyncio.run(main())
