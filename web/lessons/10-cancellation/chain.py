import asyncio


async def download():
    try:
        await asyncio.sleep(10)
    finally:
        print("download stops")


async def page():
    part = asyncio.create_task(download(), name="download")
    try:
        await part
    finally:
        print("page stops")


async def main():
    task = asyncio.create_task(page(), name="page")
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("main goes on")


asyncio.run(main())
