import asyncio


async def load(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} after {seconds} s"


async def main():
    async with asyncio.TaskGroup() as group:
        texts = group.create_task(load("texts", 1), name="texts")
        images = group.create_task(load("images", 2), name="images")
        print("body is over")
    print(texts.result())
    print(images.result())


asyncio.run(main())
