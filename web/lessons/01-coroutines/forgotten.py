import asyncio


async def brew(tea):
    print("water on for", tea)
    await asyncio.sleep(3)


async def main():
    print("guests arrive")
    brew("sencha")
    print("guests leave")


asyncio.run(main())
