# A misspelt name in a task, seen through gather with return_exceptions.
import asyncio


async def work(items):
    for item in items:
        await asyncio.sleep(1)
        print(itme)


async def main():
    r = await asyncio.gather(work([1]), return_exceptions=True)
    print(repr(r[0]), r[0].name)
    raise r[0]


asyncio.run(main())
