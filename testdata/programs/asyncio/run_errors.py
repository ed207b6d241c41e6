# asyncio.run of something that is no coroutine, and inside a running loop.
import asyncio


async def main():
    c = asyncio.sleep(0)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()


def plain():
    return 5


for thing in [plain, plain(), None]:
    try:
        asyncio.run(thing)
    except ValueError as e:
        print(type(e).__name__, str(e).split(' at ')[0])
    except TypeError as e:
        print(type(e).__name__, str(e).split(' at ')[0])
asyncio.run(main())
