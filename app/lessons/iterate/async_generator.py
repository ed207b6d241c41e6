import asyncio


async def ticker(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    finally:
        print("ticker closed")


async def main():
    async for i in ticker(3):
        print("tick", i)
    print([i async for i in ticker(4) if i % 2])


asyncio.run(main())
