import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0.5)
    print("connected to", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.5)
        print("disconnected from", name)


async def main():
    try:
        async with connection("database") as db:
            print("asking the", db)
            raise KeyError("no such row")
    except KeyError as error:
        print("caught", error)


asyncio.run(main())
