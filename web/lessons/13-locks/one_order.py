import asyncio


class Account:
    def __init__(self, number):
        self.number = number
        self.lock = asyncio.Lock()


async def transfer(name, source, target):
    first, second = sorted([source, target], key=lambda account: account.number)
    async with first.lock:
        print(name, "holds one lock")
        await asyncio.sleep(0.1)
        async with second.lock:
            print(name, "holds both")


async def main():
    a, b = Account(1), Account(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(transfer("there", a, b), name="there")
        group.create_task(transfer("back", b, a), name="back")


asyncio.run(main())
