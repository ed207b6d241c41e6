import asyncio


async def fetch(page):
    await asyncio.sleep(page / 10)
    return f"page {page}"


async def main():
    pages = await asyncio.gather(fetch(1), fetch(2), fetch(3))
    print(pages)


asyncio.run(main())
