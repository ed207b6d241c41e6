import asyncio


async def measure():
    print("measuring")
    await asyncio.sleep(1)
    return 19


async def main():
    task = asyncio.create_task(measure(), name="measure")
    print(await task, await task)

    coroutine = measure()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
