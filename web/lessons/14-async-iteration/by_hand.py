import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print("connected to", self.name)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.5)
        print("disconnected from", self.name)


async def main():
    async with Connection("db") as db:
        await asyncio.sleep(1)
        print("asked", db)
    print("main ends")


asyncio.run(main())
