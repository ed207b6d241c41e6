import asyncio


async def work(name):
    print(name, "starts")
    await asyncio.sleep(1)
    print(name, "ends")


async def main():
    first = asyncio.create_task(work("first"), name="first")
    second = asyncio.create_task(work("second"), name="second")
    print("both are created, none has started")
    await first
    await second
    print("both are done")


asyncio.run(main())
