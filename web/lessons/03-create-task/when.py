import asyncio


async def clean():
    print("task: first line")


async def nothing_to_wait_for():
    pass


async def main():
    task = asyncio.create_task(clean(), name="clean")
    print("main: created")
    await nothing_to_wait_for()
    print("main: after an await that did not wait")
    await asyncio.sleep(0)
    print("main: after sleep(0)")
    await task


asyncio.run(main())
