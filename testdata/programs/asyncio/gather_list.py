# The list mistake: gather([a, b]) is a TypeError.
import asyncio


async def f(x):
    return x


async def main():
    coros = [f(1), f(2)]
    try:
        await asyncio.gather(coros)
    except TypeError as e:
        print('TypeError:', e)
    print(await asyncio.gather(*coros))


asyncio.run(main())
