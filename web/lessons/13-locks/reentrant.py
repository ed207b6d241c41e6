import asyncio

lock = asyncio.Lock()


async def log(text):
    async with lock:
        print(text)


async def update():
    async with lock:
        await log("updated")


asyncio.run(update())
