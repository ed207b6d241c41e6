import asyncio


async def fail(error):
    await asyncio.sleep(1)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ConnectionError("no route")), name="connect")
            group.create_task(fail(ValueError("bad number")), name="parse")
    except ConnectionError as error:
        print("handled:", error)


asyncio.run(main())
