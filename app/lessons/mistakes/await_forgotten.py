import asyncio


async def save(text):
    await asyncio.sleep(0.5)
    print("saved:", text)


async def main():
    print("saving")
    save("the report")  # looks like a call, does nothing
    print("done")


asyncio.run(main())
