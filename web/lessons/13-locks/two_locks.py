import asyncio


async def transfer(name, first, second):
    async with first:
        print(name, "holds one lock")
        await asyncio.sleep(0.1)
        async with second:
            print(name, "holds both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(transfer("there", a, b), name="there")
        group.create_task(transfer("back", b, a), name="back")


asyncio.run(main())
