import asyncio


async def part(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ConnectionError(f"{name} is gone")
        print(name, "is done")
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(part("a", 1), name="a")
            group.create_task(part("b", 2, fails=True), name="b")
            group.create_task(part("c", 3), name="c")
    except* ConnectionError as errors:
        print("failed:", errors.exceptions)


asyncio.run(main())
