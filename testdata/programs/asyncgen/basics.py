# async for over an async generator, with else, break and continue.
import asyncio


async def ticker(n, delay):
    for i in range(n):
        await asyncio.sleep(delay)
        yield i


async def main():
    async for i in ticker(4, 1):
        if i == 1:
            continue
        print(i, asyncio.get_running_loop().time())
    else:
        print('else')
    async for i in ticker(4, 1):
        if i == 1:
            break
    else:
        print('not printed')
    print(asyncio.get_running_loop().time())


asyncio.run(main())
