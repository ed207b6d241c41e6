# as_completed in an async for gives the very tasks; timeout raises.
import asyncio


async def main():
    a = asyncio.create_task(asyncio.sleep(2, 'a'))
    b = asyncio.create_task(asyncio.sleep(1, 'b'))
    async for t in asyncio.as_completed([a, b]):
        print(t is a, t is b, t.result(), await t)
    try:
        async for t in asyncio.as_completed([asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 5)], timeout=2):
            print(t.result())
    except TimeoutError as e:
        print(repr(e), asyncio.get_running_loop().time())
    try:
        for c in asyncio.as_completed([asyncio.sleep(n, n) for n in (1, 5)], timeout=2):
            print(await c)
    except TimeoutError as e:
        print(repr(e), asyncio.get_running_loop().time())
    try:
        asyncio.as_completed(a)
    except TypeError as e:
        print(str(e).split(', not')[0])


asyncio.run(main())
