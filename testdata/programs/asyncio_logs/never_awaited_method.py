# The warning gives the qualified name.
import asyncio


class Client:
    async def send(self):
        pass


async def main():
    async def local():
        pass
    Client().send()
    local()


asyncio.run(main())
