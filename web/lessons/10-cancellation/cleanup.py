import asyncio

CLEANUP = 0.5  #@param {type:"slider", min:0, max:3, step:0.5}


async def session():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("asked to stop")
        await asyncio.sleep(CLEANUP)
        print("said goodbye")
        raise


async def main():
    task = asyncio.create_task(session(), name="session")
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
