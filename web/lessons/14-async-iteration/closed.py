import asyncio
from contextlib import aclosing


async def rows():
    print("connection opened")
    try:
        for number in range(1, 100):
            await asyncio.sleep(0.5)
            yield number
    finally:
        print("connection closed")


async def main():
    async with aclosing(rows()) as source:
        async for row in source:
            print("row", row)
            if row == 2:
                break
    await asyncio.sleep(3)
    print("main ends")


asyncio.run(main())
