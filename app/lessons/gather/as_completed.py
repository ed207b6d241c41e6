import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    return page


async def main():
    jobs = [fetch("slow", 3), fetch("fast", 1), fetch("middle", 2)]
    for earliest in asyncio.as_completed(jobs):
        print(await earliest)


asyncio.run(main())
