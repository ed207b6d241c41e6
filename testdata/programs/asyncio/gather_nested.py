# Gathers inside gathers; the inner lists come nested.
import asyncio


async def n(x):
    await asyncio.sleep(x / 10)
    return x


async def main():
    inner = asyncio.gather(n(3), n(4))
    print(await asyncio.gather(n(1), inner, asyncio.gather(n(5), asyncio.gather(n(6)))))


asyncio.run(main())
