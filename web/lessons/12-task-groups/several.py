import asyncio


async def fail(error, seconds):
    await asyncio.sleep(seconds)
    raise error


async def stumble():
    try:
        await asyncio.sleep(5)
    finally:
        raise KeyError("in the clean-up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ConnectionError("no route"), 1), name="connect")
            group.create_task(fail(ValueError("bad number"), 1), name="parse")
            group.create_task(stumble(), name="stumble")
    except* OSError as errors:
        print("network:", errors.exceptions)
    except* (ValueError, KeyError) as errors:
        print("data:", errors.exceptions)


asyncio.run(main())
