import asyncio


async def poll():
    for i in range(5):
        try:
            await asyncio.sleep(1)
            print("poll", i)
        except asyncio.CancelledError:
            print("somebody wants me to stop")


async def main():
    task = asyncio.create_task(poll())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
