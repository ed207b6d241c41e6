# Two tasks taking two locks in opposite order hang.
import asyncio


async def take(first, second, name):
    async with first:
        await asyncio.sleep(1)
        print(name, 'has its first')
        async with second:
            print(name, 'has both')


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(take(a, b, 'x'), take(b, a, 'y'))


asyncio.run(main())
