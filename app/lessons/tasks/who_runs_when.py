import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)  # let the others have their turn


async def main():
    a = asyncio.create_task(count("a", 3))
    b = asyncio.create_task(count("b", 2))
    print("main: created")
    await asyncio.sleep(0)
    print("main: after one turn")
    await a
    await b


asyncio.run(main())
