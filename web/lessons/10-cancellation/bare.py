import asyncio


async def poll():
    for number in range(1, 5):
        try:
            await asyncio.sleep(1)
            print("poll", number)
        except:
            print("caught, and carried on")


async def main():
    task = asyncio.create_task(poll(), name="poll")
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
