import asyncio


async def hiker(name, seconds, summit):
    await asyncio.sleep(seconds)
    print(name, "has arrived")
    await summit.wait()
    print(name, "walks on")


async def main():
    summit = asyncio.Barrier(3)
    await asyncio.gather(hiker("ann", 1, summit), hiker("bob", 2, summit), hiker("cid", 3, summit))


asyncio.run(main())
