# athrow() of an asynchronous generator that has not begun, or is over.
import asyncio


async def numbers():
    yield 1


def plain():
    yield 1


async def main():
    gen = numbers()
    async for i in gen:
        print(i)
    print(await gen.athrow(ValueError()))
    print(await gen.aclose())
    for exception in StopAsyncIteration('own'), ValueError('own'):
        try:
            await numbers().athrow(exception)
        except BaseException as e:
            print(repr(e), repr(e.__cause__))
        try:
            plain().throw(exception)
        except BaseException as e:
            print(repr(e), repr(e.__cause__))


asyncio.run(main())
