import asyncio


async def record():
    print("recording")
    try:
        await asyncio.sleep(10)
        print("recorded")
    finally:
        print("file closed")


async def main():
    task = asyncio.create_task(record(), name="record")
    await asyncio.sleep(1)
    print("cancel() returned", task.cancel())
    print("cancelled:", task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())


asyncio.run(main())
