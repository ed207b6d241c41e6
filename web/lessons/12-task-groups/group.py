import asyncio

FAILS_AT = 2.0  #@param {type:"slider", min:0.5, max:4, step:0.5}


async def load(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "loaded")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def fail():
    await asyncio.sleep(FAILS_AT)
    raise ConnectionError("no route")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(load("texts", 1), name="texts")
            group.create_task(load("images", 3), name="images")
            group.create_task(fail(), name="fonts")
        print("all loaded")
    except* ConnectionError as errors:
        print("main:", errors.exceptions)


asyncio.run(main())
