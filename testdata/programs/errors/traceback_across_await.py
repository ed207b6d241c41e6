# A traceback through awaits: only coroutines of the script are shown.
import asyncio


async def fetch(url):
    await asyncio.sleep(1)
    raise ConnectionError(f'cannot reach {url}')


async def get_all(urls):
    return [await fetch(u) for u in urls]


async def main():
    await get_all(['a', 'b'])


asyncio.run(main())
