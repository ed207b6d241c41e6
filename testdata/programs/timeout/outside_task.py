# timeout needs a task; repr of the states; entering twice.
import asyncio


async def main():
    cm = asyncio.timeout(5)
    print(cm)
    async with cm:
        print(cm)
        cm.reschedule(None)
        print(cm)
    print(cm)
    try:
        async with cm:
            pass
    except RuntimeError as e:
        print(e)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as e:
    print(e)
