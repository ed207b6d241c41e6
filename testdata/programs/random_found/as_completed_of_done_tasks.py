# as_completed gives what is done already in the order of its arguments.
import asyncio


async def value(x):
    return x


async def main():
    tasks = [asyncio.create_task(value(i)) for i in range(6)]
    await asyncio.sleep(0)
    async for task in asyncio.as_completed(reversed(tasks)):
        print(await task)


asyncio.run(main())
