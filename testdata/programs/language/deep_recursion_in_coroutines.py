# Recursive coroutines a few hundred deep, and RecursionError beyond.
import asyncio


async def down(n):
    if n == 0:
        await asyncio.sleep(1)
        return 0
    return 1 + await down(n - 1)


async def forever(n):
    return await forever(n + 1)


async def main():
    print(await down(200))
    try:
        await forever(0)
    except RecursionError as e:
        print(str(e)[:32])
    print(await down(10), asyncio.get_running_loop().time())


asyncio.run(main())
