# try/except/else/finally around awaits in nested coroutines.
import asyncio


async def step(n):
    await asyncio.sleep(0.1)
    if n == 2:
        raise KeyError(n)
    return n


async def run(n):
    try:
        r = await step(n)
    except KeyError as e:
        print('except', e)
        r = -1
    else:
        print('else', r)
    finally:
        await asyncio.sleep(0.1)
        print('finally', n)
    return r


async def main():
    print([await run(i) for i in range(4)])
    print(await asyncio.gather(*map(run, (1, 2))), round(asyncio.get_running_loop().time(), 3))


asyncio.run(main())
