import asyncio


async def download(part):
    try:
        await asyncio.sleep(10)
    finally:
        print(part, "stops")


async def page():
    try:
        await asyncio.gather(download("text"), download("images"))
    finally:
        print("page stops")


async def main():
    task = asyncio.create_task(page(), name="page")
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("main goes on")


asyncio.run(main())
