# The result of a forgotten await is a coroutine object; using it is a TypeError.
import asyncio


async def number():
    return 1


async def main():
    c = number()
    try:
        print(c + 1)
    except TypeError as e:
        print(e)
    try:
        for x in c:
            pass
    except TypeError as e:
        print(e)
    print(type(c).__name__, c.__name__, await c)
    try:
        await c
    except RuntimeError as e:
        print(e)


asyncio.run(main())
