import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0.5)
    print("connected to", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0.5)
        print("disconnected from", name)


async def main():
    async with connection("db") as db:
        await asyncio.sleep(1)
        print("asked", db)
    print("main ends")


asyncio.run(main())
