import asyncio


async def job():
    try:
        print("job begins")
        await asyncio.sleep(1)
    finally:
        print("job cleans up")


async def main():
    task = asyncio.create_task(job(), name="job")
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
