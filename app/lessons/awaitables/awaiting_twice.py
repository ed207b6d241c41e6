import asyncio


async def load():
    print("loading")
    await asyncio.sleep(1)
    return "data"


async def reader(name, task):
    print(name, "got", await task)


async def main():
    task = asyncio.create_task(load())
    # A task may be awaited by many, and again: it runs once and keeps its result.
    await asyncio.gather(reader("a", task), reader("b", task))
    print("once more:", await task)


asyncio.run(main())
