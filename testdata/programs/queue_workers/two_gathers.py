# Two gathers: the second starts when the slowest of the first has come.
import asyncio


async def get_followers(x):
    await asyncio.sleep(x)
    print(f'{asyncio.get_running_loop().time():.1f} followers of {x}')
    return [x * 10, x * 10 + 1]


async def get_favorites(y):
    await asyncio.sleep(0.5)
    return y


async def main(xs):
    yss = await asyncio.gather(*[
        get_followers(x) for x in xs
    ])
    fss = await asyncio.gather(*[
        get_favorites(y) for ys in yss for y in ys
    ])
    print(f'{asyncio.get_running_loop().time():.1f}', yss, fss)


asyncio.run(main([3, 1, 2]))
