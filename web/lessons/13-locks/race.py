import asyncio

balance = 100


async def withdraw(name, amount):
    global balance
    seen = balance
    if seen >= amount:
        await asyncio.sleep(0.5)
        balance = seen - amount
        print(f"{name} took {amount}, left {balance}")
    else:
        print(f"{name}: only {seen} left")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(withdraw("ann", 80), name="ann")
        group.create_task(withdraw("bob", 50), name="bob")


asyncio.run(main())
