# What is thrown in has the exception handled there as its context, not one that is handled outside.
import asyncio


def chain(e):
    names = []
    while e is not None:
        names.append(type(e).__name__)
        e = e.__context__
    return ' < '.join(names)


async def numbers():
    try:
        yield 1
    except BaseException as e:
        print('generator', chain(e))
        raise


async def close_in_finally():
    gen = numbers()
    try:
        await anext(gen)
        raise ValueError
    finally:
        await gen.aclose()


def plain():
    try:
        yield
    except KeyError as e:
        print('plain', chain(e))
        yield


async def inner():
    try:
        raise KeyError
    except KeyError:
        await asyncio.sleep(1)


async def outer():
    try:
        raise OSError
    except OSError:
        await inner()


async def raises_when_cancelled():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise LookupError


async def outer_of_raising():
    try:
        raise OSError
    except OSError:
        await raises_when_cancelled()


async def main():
    for coro in close_in_finally(), outer(), outer_of_raising():
        task = asyncio.create_task(coro)
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except BaseException as e:
            print(coro.__name__, chain(e))
    try:
        raise OSError
    except OSError:
        gen = plain()
        next(gen)
        gen.throw(KeyError())


asyncio.run(main())
