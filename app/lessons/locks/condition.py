import asyncio

shelf = []


async def customer(name, condition):
    async with condition:
        await condition.wait_for(lambda: shelf)
        print(name, "takes", shelf.pop(0))


async def baker(condition):
    for bread in ["rye", "wheat", "spelt"]:
        await asyncio.sleep(1)
        async with condition:
            shelf.append(bread)
            condition.notify()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(*(customer(n, condition) for n in "abc"), baker(condition))


asyncio.run(main())
