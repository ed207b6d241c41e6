import asyncio


async def record():
    print("file opened")
    try:
        while True:
            await asyncio.sleep(1)
            print("line written")
    except asyncio.CancelledError:
        print("asked to stop")
        raise  # always let it go on
    finally:
        print("file closed")


async def main():
    task = asyncio.create_task(record(), name="record")
    await asyncio.sleep(2.5)
    task.cancel()  # only asks; the task ends at its next turn
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())


asyncio.run(main())
