import asyncio


async def load(part, seconds):
    await asyncio.sleep(seconds)
    print("loaded", part)
    return part


async def main():
    async with asyncio.TaskGroup() as group:
        texts = group.create_task(load("texts", 1), name="texts")
        images = group.create_task(load("images", 2), name="images")
    # Here all tasks of the group have ended.
    print(texts.result(), "and", images.result())


asyncio.run(main())
